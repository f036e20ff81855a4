//! The words of the steps on the service level and on contact.

super::entries! {
    Availability {
        label: "Disponibilité, en %", "Availability, in %";
        why: "Les services qui dépendent de l’API en tirent leur propre engagement. L’usage est de 99,9 % au moins.", "Services that depend on the API derive their own commitment from it. The standard is 99.9% at least.";
        good: "99,9", "99.9";
        bad: "24 h/24", "24/7";
    }
    ResponseTime {
        label: "Temps de réponse moyen, en millisecondes", "Mean response time, in milliseconds";
        why: "Il décide si l’API peut être appelée pendant qu’une personne attend. L’usage est de moins de 50 ms.", "It decides whether the API can be called while a person waits. The standard is below 50 ms.";
        good: "40", "40";
        bad: "rapide", "fast";
    }
    RateLimits {
        label: "Limites d’appels", "Limits on calls";
        why: "Une limite publiée évite les blocages et les contournements.", "A published limit avoids blocks and workarounds.";
        good: "50 appels par seconde, comptés par adresse IP", "50 calls per second, counted per IP address";
        bad: "Usage raisonnable", "Reasonable use";
    }
    RateLimitNote {
        label: "Précision sur les limites", "More about the limits";
        why: "Ce que les nombres ne disent pas\u{202f}: pics, dérogations, code reçu.", "What numbers do not say: peaks, exceptions, the code received.";
        good: "Au-delà, la réponse est 429 avec Retry-After.", "Beyond, the answer is 429 with Retry-After.";
        bad: "Nous consulter.", "Ask us.";
    }
    StatusUrl {
        label: "Page d’état du service", "Status page";
        why: "En cas de panne, on veut savoir si elle est connue.", "When it fails, one wants to know whether that is known.";
        good: "https://etat.marches.gouv.fr", "https://status.markets.example.org";
        bad: "L’adresse de l’API", "The address of the API";
    }
    UsageUrl {
        label: "Statistiques d’usage", "Usage statistics";
        why: "Elles montrent qu’on peut compter sur l’API\u{202f}: d’autres le font.", "They show that one can rely on the API: others do.";
        good: "https://stats.marches.gouv.fr/api", "https://stats.markets.example.org/api";
        bad: "Un tableau de bord interne", "An internal dashboard";
    }
    ContactEmail {
        label: "Adresse électronique de l’équipe", "E-mail address of the team";
        why: "C’est un prérequis\u{202f}: une équipe répond, à une adresse qui survit aux départs.", "It is a prerequisite: a team answers, at an address that outlives departures.";
        good: "api@marches.gouv.fr", "api@markets.example.org";
        bad: "jeanne.martin@marches.gouv.fr", "jane.martin@markets.example.org";
    }
    ContactForm {
        label: "Formulaire de contact", "Contact form";
        why: "Un formulaire pose les bonnes questions. Il peut remplacer l’adresse.", "A form asks the right questions. It can stand for the address.";
        good: "https://api.marches.gouv.fr/aide", "https://api.markets.example.org/help";
        bad: "La page d’accueil", "The home page";
    }
    Correspondent {
        label: "Qui l’équipe du catalogue peut-elle appeler\u{202f}?", "Whom may the team of the catalogue call?";
        why: "Pour la relecture et l’échange qui la suit. Ce nom n’est pas publié.", "For the review and the exchange that follows. This name is not published.";
        good: "Jeanne Martin, responsable de produit", "Jane Martin, product owner";
        bad: "Le service informatique", "The IT department";
    }
    CorrespondentEmail {
        label: "Son adresse électronique", "Their e-mail address";
        why: "Elle n’est pas publiée\u{202f}: ici, une adresse personnelle convient.", "It is not published: here, a personal address is right.";
        good: "jeanne.martin@marches.gouv.fr", "jane.martin@markets.example.org";
        bad: "L’adresse générique, déjà donnée", "The generic address, given already";
    }
    Message {
        label: "Un mot pour l’équipe du catalogue", "A word to the team of the catalogue";
        why: "Ce que la fiche ne dit pas et qui aide à la relire. Ce texte n’est pas publié.", "What the page does not say and helps to review it. This text is not published.";
        good: "L’ouverture au public est annoncée le 3 mars\u{202f}: merci de publier ce jour-là.", "The opening is announced for 3 March: please publish on that day.";
        bad: "Bonjour, voici notre fiche.", "Hello, here is our page.";
    }
}
