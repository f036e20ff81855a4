//! The words of the first two steps: prerequisites and description.

super::entries! {
    Mission {
        label: "Quelle est la mission de l’organisme qui propose l’API\u{202f}?", "What is the mission of the organisation that offers the API?";
        why: "Le catalogue réunit les API du service public\u{202f}: c’est le premier prérequis.", "The catalogue gathers the APIs of public services: this is the first prerequisite.";
        good: "Établissement public, même si un prestataire exploite l’API pour lui.", "Public body, even if a contractor runs the API for it.";
        bad: "Administration, quand l’API est celle d’une entreprise qui vend un service à une administration.", "Administration, when the API belongs to a company that sells a service to an administration.";
    }
    Delivery {
        label: "Comment l’API est-elle délivrée\u{202f}?", "How is the API delivered?";
        why: "Un bouquet a sa propre démarche d’accès et sa propre équipe\u{202f}: les questions suivantes changent.", "A bundle has its own way to ask for access and its own team: the next questions change.";
        good: "Dans un bouquet, quand on l’appelle avec le jeton de ce bouquet.", "Through a bundle, when it is called with the token of that bundle.";
        bad: "Dans un bouquet, parce que l’API a plusieurs opérations.", "Through a bundle, because the API has several operations.";
    }
    Bundle {
        label: "De quel bouquet fait-elle partie\u{202f}?", "Which bundle is it part of?";
        why: "La fiche renvoie à celle du bouquet, où se demande l’accès.", "The page leads to that of the bundle, where access is asked for.";
        good: "API Particulier", "API Particulier";
        bad: "Le nom du producteur", "The name of the producer";
    }
    BundleAgreed {
        label: "L’équipe du bouquet est-elle prévenue\u{202f}?", "Does the team of the bundle know?";
        why: "C’est elle qui fait évoluer le formulaire d’accès et qui instruit les demandes.", "It is the one that changes the access form and decides on requests.";
        good: "Demande envoyée, en attendant sa réponse.", "It was asked, while its answer is awaited.";
        bad: "Oui, alors que personne ne lui a écrit\u{202f}: la fiche serait refusée à la relecture.", "Yes, though nobody wrote to it: the page would be refused when it is reviewed.";
    }
    Title {
        label: "Nom de l’API", "Name of the API";
        why: "C’est ce que les gens cherchent et ce qu’ils citent. Il est unique dans le catalogue.", "It is what people look for and quote. It is unique in the catalogue.";
        good: "API Annuaire des marchés", "API Market Directory";
        bad: "Web services v2 (prod)", "Web services v2 (prod)";
    }
    Tagline {
        label: "En une phrase, que donne-t-elle\u{202f}?", "In one sentence, what does it give?";
        why: "La phrase se lit dans les listes, sans ouvrir la fiche. 160 caractères suffisent.", "The sentence is read in lists, without opening the page. 160 characters are enough.";
        good: "Jours, horaires et places des marchés de plein air, commune par commune", "Days, hours and stalls of open-air markets, town by town";
        bad: "Une API innovante au service de la transformation numérique", "An innovative API for digital transformation";
    }
    Introduction {
        label: "Présentation libre", "Free introduction";
        why: "Ce qui ouvre la fiche, avec vos propres titres. Les questions suivantes ont chacune leur rubrique.", "What opens the page, under your own headings. Each of the next questions has its own section.";
        good: "Depuis 2019, chaque marché de plein air a un numéro. L’API donne ce registre.", "Since 2019, every open-air market has a number. The API gives that register.";
        bad: "Le texte d’une rubrique qui suit, recopié.", "The text of a section below, copied.";
    }
    Uses {
        label: "À quoi sert-elle\u{202f}?", "What is it for?";
        why: "Une personne qui ne programme pas doit savoir si l’API répond à son besoin.", "Somebody who does not program must know whether the API meets their need.";
        good: "Une commune affiche les marchés du jour\u{202f}; une application propose le plus proche.", "A town shows the markets of the day; an application offers the nearest one.";
        bad: "Elle expose les ressources du référentiel par HTTP.", "It exposes the resources of the repository over HTTP.";
    }
    Data {
        label: "Quelles données donne-t-elle\u{202f}?", "Which data does it give?";
        why: "On choisit une API par ses données\u{202f}: périmètre, exhaustivité, source, fraîcheur.", "An API is chosen by its data: scope, completeness, source, freshness.";
        good: "Tous les marchés déclarés en mairie depuis 2019, mis à jour chaque nuit\u{202f}; les marchés de Noël n’y sont pas.", "All markets declared to town halls since 2019, updated every night; Christmas markets are not in it.";
        bad: "Toutes les données utiles.", "All useful data.";
    }
    OfferedBy {
        label: "Qui la propose\u{202f}?", "Who offers it?";
        why: "Quand plusieurs organismes y prennent part, dites qui fait quoi. Le producteur est demandé à l’étape suivante.", "Where several organisations take part, say who does what. The producer is asked for in the next step.";
        good: "Les mairies déclarent, l’agence contrôle et publie.", "Town halls declare, the agency checks and publishes.";
        bad: "Un partenariat public-privé.", "A public-private partnership.";
    }
    Users {
        label: "Pour qui est-elle faite\u{202f}?", "Whom is it for?";
        why: "Chacun doit se reconnaître. Le droit d’accès, public par public, vient à l’étape «\u{202f}Accès\u{202f}».", "Everyone must recognise themselves. The right to use it, audience by audience, comes in the step “Access”.";
        good: "Les communes, leurs éditeurs de logiciels et toute application de proximité.", "Towns, their software publishers and any local application.";
        bad: "Tout public.", "Everybody.";
    }
    Usage {
        label: "Comment s’en sert-on\u{202f}?", "How is it used?";
        why: "Le premier appel doit réussir\u{202f}: paramètres, ordre des appels, plages horaires, ce qui surprend.", "The first call must succeed: parameters, order of calls, opening hours, what surprises.";
        good: "Donnez un code de commune et un jour\u{202f}; sans jour, la réponse couvre la semaine. Pas d’appel entre 2 h et 3 h.", "Give a town code and a day; without a day, the answer covers the week. No calls between 2 and 3 a.m.";
        bad: "Voir la documentation.", "See the documentation.";
    }
    Themes {
        label: "Thèmes", "Themes";
        why: "Ils rangent la fiche dans les filtres du catalogue.", "They place the page in the filters of the catalogue.";
        good: "Un ou deux thèmes, ceux où vous chercheriez vous-même.", "One or two themes, those in which you would look yourself.";
        bad: "Tous les thèmes, pour être vu partout.", "All themes, to be seen everywhere.";
    }
    Keywords {
        label: "Mots qui aident à la trouver", "Words that help to find it";
        why: "Les sigles, synonymes et mots de métier que le nom ne contient pas.", "Acronyms, synonyms and trade words that the name does not hold.";
        good: "marché, foire, forain, halle", "market, fair, stallholder";
        bad: "api, données, open data", "api, data, open data";
    }
    Licence {
        label: "Licence des données", "Licence of the data";
        why: "Sans licence, personne ne sait ce qu’il peut faire des données.", "Without a licence, nobody knows what they may do with the data.";
        good: "etalab-2.0", "etalab-2.0";
        bad: "libre", "free";
    }
    Terms {
        label: "Conditions d’utilisation", "Terms of use";
        why: "L’utilisateur doit pouvoir les lire avant de demander un accès.", "Users must be able to read them before they ask for access.";
        good: "https://api.marches.gouv.fr/cgu", "https://api.markets.example.org/terms";
        bad: "L’adresse de la page d’accueil", "The address of the home page";
    }
    Frequency {
        label: "Fréquence de mise à jour des données", "How often the data change";
        why: "On n’appelle pas de la même façon des données qui changent chaque minute ou chaque année.", "Data that change every minute are not called like data that change every year.";
        good: "Quotidienne, si un traitement tourne chaque nuit.", "Daily, if something runs every night.";
        bad: "En continu, parce que l’API répond à toute heure.", "Continuous, because the API answers at all hours.";
    }
    Coverage {
        label: "Territoire couvert", "Territory covered";
        why: "Une réponse vide veut-elle dire «\u{202f}rien\u{202f}» ou «\u{202f}hors du périmètre\u{202f}»\u{202f}?", "Does an empty answer mean “nothing” or “out of scope”?";
        good: "France métropolitaine, Guadeloupe et La Réunion", "Metropolitan France, Guadeloupe and Réunion";
        bad: "National", "National";
    }
    Datasets {
        label: "Jeux de données", "Datasets";
        why: "Certains usages demandent le fichier entier plutôt que des appels.", "Some uses need the whole file rather than calls.";
        good: "Marchés de plein air — https://www.data.gouv.fr/datasets/marches", "Open-air markets — https://data.example.org/markets";
        bad: "Le portail où se trouve le jeu, sans plus.", "The portal where the dataset is, no more.";
    }
    Status {
        label: "Où en est-elle\u{202f}?", "Where is it in its life?";
        why: "On ne bâtit pas un service sur une API qui va s’arrêter.", "Nobody builds a service on an API that is about to stop.";
        good: "Version bêta, tant que les réponses peuvent changer sans préavis.", "Beta, as long as answers may change without notice.";
        bad: "En service, alors que l’arrêt est annoncé.", "In service, though its end was announced.";
    }
    Sunset {
        label: "Jour de l’arrêt", "Day it stops";
        why: "Les utilisateurs doivent pouvoir prévoir leur migration.", "Users must be able to plan their migration.";
        good: "2027-06-30", "2027-06-30";
        bad: "bientôt", "soon";
    }
    Replacement {
        label: "API à utiliser à la place", "API to use instead";
        why: "La fiche mène à celle qui prend le relais.", "The page leads to the one that takes over.";
        good: "API Annuaire des marchés (version 2)", "API Market Directory (version 2)";
        bad: "Une API qui donne d’autres données", "An API that gives other data";
    }
    Slug {
        label: "Nom dans l’adresse de la fiche", "Name in the address of the page";
        why: "L’adresse se cite et ne change plus. Sans réponse, elle vient du nom de l’API.", "The address is quoted and does not change any more. Without an answer, it comes from the name of the API.";
        good: "annuaire-marches", "market-directory";
        bad: "API_Marchés_v2", "API_Markets_v2";
    }
    Aliases {
        label: "Anciens noms dans l’adresse", "Earlier names in the address";
        why: "Les liens vers l’ancienne adresse continuent de fonctionner.", "Links to the earlier address keep working.";
        good: "api-marches-publics-locaux", "api-local-markets";
        bad: "Un nom qu’une autre fiche porte", "A name that another page has";
    }
}
