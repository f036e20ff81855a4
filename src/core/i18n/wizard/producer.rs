//! The words of the steps on the producer and on technical documentation.

super::entries! {
    Producer {
        label: "Qui produit l’API\u{202f}?", "Who produces the API?";
        why: "La fiche mène à celle du producteur et à ses autres API.", "The page leads to that of the producer and to its other APIs.";
        good: "La direction qui répond des données", "The directorate that answers for the data";
        bad: "Le prestataire qui a écrit le code", "The contractor that wrote the code";
    }
    ProducerName {
        label: "Nom complet de l’organisme", "Full name of the organisation";
        why: "Les sigles ne disent rien à qui vient d’ailleurs.", "Acronyms say nothing to those who come from elsewhere.";
        good: "Agence nationale des marchés de plein air", "National Agency for Open-Air Markets";
        bad: "ANMPA / DSI / Pôle API", "NAOAM / IT / API unit";
    }
    ProducerAcronym {
        label: "Sigle", "Acronym";
        why: "Les habitués le cherchent par son sigle.", "Regulars look for it by its acronym.";
        good: "ANMPA", "NAOAM";
        bad: "Agence", "Agency";
    }
    ProducerKind {
        label: "Nature de l’organisme", "Kind of organisation";
        why: "Elle range le producteur dans la liste des organismes.", "It places the producer in the list of organisations.";
        good: "Établissement public, pour une agence de l’État", "Public body, for an agency of the State";
        bad: "Autre, faute d’avoir cherché", "Other, for want of looking";
    }
    ProducerText {
        label: "Que fait cet organisme\u{202f}?", "What does this organisation do?";
        why: "Sa page ne doit pas être vide\u{202f}: deux phrases sur sa mission suffisent.", "Its page must not be empty: two sentences on its mission are enough.";
        good: "L’agence délivre les autorisations de marchés et en tient le registre.", "The agency grants market permits and keeps their register.";
        bad: "Acteur majeur de son secteur.", "A major player of its sector.";
    }
    ProducerWebsite {
        label: "Site de l’organisme", "Web site of the organisation";
        why: "Pour vérifier qui parle.", "To check who is speaking.";
        good: "https://www.marches.gouv.fr", "https://www.markets.example.org";
        bad: "Le site d’un ministère entier", "The site of a whole ministry";
    }
    ProducerOpenData {
        label: "Portail de données ouvertes", "Open-data portal";
        why: "Les fichiers entiers y sont.", "Whole files are there.";
        good: "https://data.marches.gouv.fr", "https://data.markets.example.org";
        bad: "L’adresse de l’API", "The address of the API";
    }
    ProducerPortal {
        label: "Portail d’API", "Portal of its APIs";
        why: "Clés, consommation et aide y sont souvent.", "Keys, usage and help are often there.";
        good: "https://portail-api.marches.gouv.fr", "https://portal.markets.example.org";
        bad: "Un intranet, que les lecteurs ne peuvent pas ouvrir", "An intranet, which readers cannot open";
    }
    ProducerDirectory {
        label: "Page dans l’annuaire de l’administration", "Page in the directory of public services";
        why: "Elle prouve que l’organisme est public et donne ses coordonnées.", "It proves that the organisation is public and gives its address.";
        good: "https://lannuaire.service-public.fr/gouvernement/… (sa page)", "https://directory.example.org/… (its page)";
        bad: "L’accueil de l’annuaire", "The home page of the directory";
    }
    ProducerEmail {
        label: "Adresse électronique de l’organisme", "E-mail address of the organisation";
        why: "Pour ce qui dépasse une seule API.", "For what goes beyond one API.";
        good: "contact@marches.gouv.fr", "contact@markets.example.org";
        bad: "prenom.nom@marches.gouv.fr", "firstname.lastname@markets.example.org";
    }
    ProducerForm {
        label: "Formulaire de contact de l’organisme", "Contact form of the organisation";
        why: "Quand il n’y a pas d’adresse, ou en plus d’elle.", "Where there is no address, or besides it.";
        good: "https://www.marches.gouv.fr/contact", "https://www.markets.example.org/contact";
        bad: "Une page de questions fréquentes sans contact", "A page of frequent questions without contact";
    }
    ProducerSlug {
        label: "Nom dans l’adresse de la page du producteur", "Name in the address of the producer’s page";
        why: "Sans réponse, il vient du sigle ou du nom.", "Without an answer, it comes from the acronym or the name.";
        good: "anmpa", "naoam";
        bad: "Agence Marchés", "Markets Agency";
    }
    Partners {
        label: "Partenaires", "Partners";
        why: "Ceux qui fournissent des données ou qui exploitent l’API avec vous.", "Those who provide data or run the API with you.";
        good: "Association des maires\u{202f}; insee", "Association of mayors; insee";
        bad: "La liste de vos clients", "The list of your customers";
    }
    Documents {
        label: "Document OpenAPI", "OpenAPI document";
        why: "Il remplit la moitié des réponses, et permet d’essayer l’API dans la page.", "It fills in half of the answers, and lets people try the API in the page.";
        good: "Une adresse publique et stable\u{202f}: https://api.marches.gouv.fr/openapi.yaml", "A public and stable address: https://api.markets.example.org/openapi.yaml";
        bad: "La page Swagger qui montre le document", "The Swagger page that shows the document";
    }
    BaseUrl {
        label: "Adresse de base des appels", "Root of the calls";
        why: "C’est le début de toutes les adresses appelées.", "It is the beginning of every address that is called.";
        good: "https://api.marches.gouv.fr/v2", "https://api.markets.example.org/v2";
        bad: "http://localhost:8080", "http://localhost:8080";
    }
    Documentation {
        label: "Documentation pour les humains", "Documentation for humans";
        why: "Ce que le document OpenAPI ne raconte pas\u{202f}: règles de gestion, exemples commentés.", "What the OpenAPI document does not tell: business rules, commented examples.";
        good: "https://api.marches.gouv.fr/doc", "https://api.markets.example.org/docs";
        bad: "Un PDF à demander par courriel", "A PDF to be asked for by e-mail";
    }
    Trial {
        label: "Comment peut-on l’essayer sans demander à personne\u{202f}?", "How can it be tried without asking anybody?";
        why: "C’est un critère du catalogue\u{202f}: on n’écrit pas un dossier pour une API qu’on n’a pas vue répondre.", "It is a criterion of the catalogue: nobody applies for an API that they have not seen answer.";
        good: "Dans un environnement de test, avec des données fictives", "In a test environment, with made-up data";
        bad: "Par appel direct, alors qu’il faut une clé", "By a direct call, though a key is needed";
    }
    Sandbox {
        label: "Adresse de l’environnement de test", "Address of the test environment";
        why: "La page propose de l’appeler à la place du vrai service.", "The page offers to call it instead of the real service.";
        good: "https://bac-a-sable.marches.gouv.fr/v2", "https://sandbox.markets.example.org/v2";
        bad: "L’adresse de la production", "The address of production";
    }
}
