//! The words of the step on access.

super::entries! {
    Access {
        label: "Comment y accède-t-on\u{202f}?", "How is it reached?";
        why: "C’est la première question de tout lecteur, et un filtre du catalogue.", "It is the first question of every reader, and a filter of the catalogue.";
        good: "Compte nécessaire, si toute personne inscrite obtient une clé", "Account needed, if anyone who registers gets a key";
        bad: "Accès libre, alors qu’une clé est demandée", "Open access, though a key is asked for";
    }
    AccountUrl {
        label: "Où crée-t-on son compte\u{202f}?", "Where is the account created?";
        why: "Le bouton de la fiche y mène.", "The button of the page leads there.";
        good: "https://portail-api.marches.gouv.fr/inscription", "https://portal.markets.example.org/sign-up";
        bad: "La page d’accueil du portail", "The home page of the portal";
    }
    Audiences {
        label: "Qui a le droit de l’utiliser\u{202f}?", "Who may use it?";
        why: "Chaque public lit sa réponse avant d’écrire un dossier. Un «\u{202f}non\u{202f}» dit quoi utiliser à la place.", "Each audience reads its answer before it applies. A “no” says what to use instead.";
        good: "Collectivité\u{202f}: sous condition, pour instruire une autorisation de marché (article L. 2224-18 du CGCT)", "Local authority: under conditions, to decide on a market permit (article L. 2224-18 of the code)";
        bad: "Autres\u{202f}: peut-être", "Others: maybe";
    }
    RequestForm {
        label: "Par quelle démarche demande-t-on l’accès\u{202f}?", "By which procedure is access asked for?";
        why: "Avec DataPass, l’équipe prépare un formulaire\u{202f}: elle a besoin des réponses qui suivent.", "With DataPass, the team prepares a form: it needs the answers that follow.";
        good: "DataPass, quand une convention doit être signée", "DataPass, where an agreement must be signed";
        bad: "Notre propre démarche, quand elle consiste à écrire un courriel", "Our own procedure, when it amounts to writing an e-mail";
    }
    RequestUrl {
        label: "Où demande-t-on l’accès\u{202f}?", "Where is access asked for?";
        why: "Le bouton de la fiche y mène, sauf pour un public qui a sa propre adresse.", "The button of the page leads there, except for an audience that has its own address.";
        good: "https://datapass.api.gouv.fr/annuaire-marches", "https://requests.example.org/market-directory";
        bad: "https://datapass.api.gouv.fr", "https://requests.example.org";
    }
    Delay {
        label: "En combien de jours répondez-vous à une demande\u{202f}?", "Within how many days do you answer a request?";
        why: "Un projet a un calendrier. L’usage est de 15 jours au plus.", "A project has a schedule. The standard is 15 days at most.";
        good: "10", "10";
        bad: "dans les meilleurs délais", "as soon as possible";
    }
    DatapassModels {
        label: "Modèles de demande, par cas d’usage", "Models of requests, by use case";
        why: "Le formulaire se remplit tout seul pour un cas connu\u{202f}: cadre juridique et données déjà cochées.", "The form fills itself in for a known case: legal basis and data already ticked.";
        good: "Instruction d’une autorisation — article L. 2224-18 du CGCT — jours, emplacements", "Deciding on a permit — article L. 2224-18 of the code — days, stalls";
        bad: "Tous usages — selon la loi", "Any use — according to the law";
    }
    DatapassSections {
        label: "Rubriques du formulaire à garder", "Sections of the form to keep";
        why: "Une rubrique inutile décourage et allonge l’instruction.", "A needless section discourages and makes deciding longer.";
        good: "Cadre juridique seul, pour des données qui ne sont pas personnelles", "Legal basis alone, for data that are not personal";
        bad: "Données personnelles, quand l’API n’en donne aucune", "Personal data, when the API gives none";
    }
    DatapassInstructors {
        label: "Qui instruit les demandes\u{202f}?", "Who decides on requests?";
        why: "Ces personnes valident, refusent ou demandent une modification. La liste n’est pas publiée.", "These people accept, refuse or ask for a change. The list is not published.";
        good: "Deux personnes au moins, pour les absences", "Two people at least, for absences";
        bad: "La boîte générique, avec laquelle personne ne peut se connecter", "The generic mailbox, with which nobody can log in";
    }
    DatapassReaders {
        label: "Qui lit les demandes\u{202f}?", "Who reads requests?";
        why: "Ces personnes voient les demandes sans décider. La liste n’est pas publiée.", "These people see requests without deciding. The list is not published.";
        good: "Le délégué à la protection des données", "The data protection officer";
        bad: "Toute l’équipe, par précaution", "The whole team, to be safe";
    }
    DatapassNotification {
        label: "Adresse qui reçoit l’annonce des demandes", "Address that is told of new requests";
        why: "Une demande qui arrive pendant des congés ne doit pas attendre.", "A request that comes during holidays must not wait.";
        good: "habilitations@marches.gouv.fr", "requests@markets.example.org";
        bad: "prenom.nom@marches.gouv.fr", "firstname.lastname@markets.example.org";
    }
    FranceConnect {
        label: "S’appelle-t-elle avec FranceConnect\u{202f}?", "Is it called with FranceConnect?";
        why: "La personne s’identifie et autorise le partage de ses données, une à une.", "The person identifies and agrees to share their data, one by one.";
        good: "Obligatoire, si l’API n’accepte que le jeton de FranceConnect", "Required, if the API takes no token but that of FranceConnect";
        bad: "Possible, parce que le site du producteur propose FranceConnect", "Possible, because the site of the producer offers FranceConnect";
    }
    Scopes {
        label: "Données que la personne autorise (scopes)", "Data that the person agrees to share (scopes)";
        why: "FranceConnect montre ces libellés. Les clés ont un préfixe à vous, en minuscules, séparé par «\u{202f}_\u{202f}».", "FranceConnect shows these labels. Keys have a prefix of yours, in lower case, separated by “_”.";
        good: "anmpa_autorisations — Mes autorisations de marché", "naoam_permits — My market permits";
        bad: "Autorisations — données", "Permits — data";
    }
}
