//! The sentences of the page that says whether one may use an API, and how. Apart from [`super::Messages`]: they come with
//! that page, not with the first one.

use super::Language;
use super::words::{Words, words};
use crate::core::access::{Action, Delay, Need, Reason, STANDARD_DAYS};
use crate::core::catalogue::Audience;

super::table::sentences! { AccessWords, access_words,
    who: "Qui êtes-vous\u{202f}?", "Who are you?";
    who_hint: "La réponse s’affiche dès que vous choisissez.", "The answer shows as soon as you choose.";
    choose: "Choisissez votre situation\u{202f}: la réponse, les pièces à préparer et la marche à suivre s’afficheront ici.", "Choose your situation: the answer, what to prepare and what to do next will show here.";
    details: "Ce que dit le producteur", "What the producer says";
    basis: "Fondement juridique", "Legal basis";
    basis_to_cite: "Le catalogue ne dit pas quel texte ouvre l’accès. Citez dans la demande celui qui fonde votre besoin (loi, décret, délibération…).", "The catalogue does not say which text gives access. Cite in the request the one your need rests on (law, decree, decision…).";
    prepare: "À préparer", "What to prepare";
    prepare_nothing: "Rien\u{202f}: vous pouvez commencer tout de suite.", "Nothing: you can start at once.";
    prepare_note: "C’est ce que les demandes réclament d’habitude\u{202f}; le formulaire peut demander autre chose.", "This is what requests usually ask for; the form may ask for something else.";
    delay: "Délai", "Waiting time";
    next: "Et maintenant", "What to do now";
    instead: "Ce qui existe à la place", "What exists instead";
    others: "Autres pistes", "Other ways";
    successor: "Cette API va s’arrêter. Pour un nouveau projet, préférez celle qui la remplace.", "This API will stop. For a new project, prefer the one that replaces it.";
    back: "Tout lire sur cette API", "Read everything about this API";
}

/// Title of the page, for one API.
pub fn access_title(api: &str, language: Language) -> String {
    match language {
        Language::Fr => format!("Puis-je utiliser {api}\u{202f}?"),
        Language::En => format!("May I use {api}?"),
    }
}

/// Who an audience is, in one line.
pub fn audience_hint(audience: Audience, language: Language) -> &'static str {
    let (fr, en) = match audience {
        Audience::Individual => ("Vous agissez en votre nom, pour vous-même", "You act in your own name, for yourself"),
        Audience::Company => ("Société, commerce, profession libérale", "A firm, a shop, a self-employed person"),
        Audience::Association => ("Organisme à but non lucratif, fondation", "A non-profit body, a foundation"),
        Audience::Administration => (
            "Ministère, établissement public, organisme chargé d’un service public",
            "A ministry, a public body, an organisation in charge of a public service",
        ),
        Audience::LocalAuthority => {
            ("Commune, département, région et leurs groupements", "A commune, department, region, or a group of them")
        }
        Audience::SoftwarePublisher => {
            ("Vous développez un logiciel que d’autres utilisent", "You make software that others use")
        }
    };
    match language {
        Language::Fr => fr,
        Language::En => en,
    }
}

/// How long it takes, against the standard.
pub fn delay(delay: Delay, language: Language) -> String {
    let standard = STANDARD_DAYS;
    match (delay, language) {
        (Delay::Immediate, Language::Fr) => "Aucun.".into(),
        (Delay::Immediate, Language::En) => "None.".into(),
        (Delay::Account, Language::Fr) => "Le temps de créer un compte.".into(),
        (Delay::Account, Language::En) => "As long as it takes to create an account.".into(),
        (Delay::Stated(days), Language::Fr) => {
            let days_word = if days > 1 { "jours" } else { "jour" };
            let against = match days <= standard {
                true => format!("dans la norme de {standard}\u{a0}jours"),
                false => format!("plus long que la norme de {standard}\u{a0}jours\u{202f}: demandez tôt"),
            };
            format!("Réponse en {days}\u{a0}{days_word} au plus, {against}.")
        }
        (Delay::Stated(days), Language::En) => {
            let days_word = if days == 1 { "day" } else { "days" };
            let against = match days <= standard {
                true => format!("within the standard of {standard}\u{a0}days"),
                false => format!("longer than the standard of {standard}\u{a0}days: ask early"),
            };
            format!("Answer within {days}\u{a0}{days_word}, {against}.")
        }
        (Delay::Unstated, Language::Fr) => format!(
            "Le producteur n’annonce pas de délai. La norme est de {standard}\u{a0}jours au plus\u{202f}: au-delà, relancez-le."
        ),
        (Delay::Unstated, Language::En) => format!(
            "The producer announces no waiting time. The standard is {standard}\u{a0}days at most: after that, remind them."
        ),
    }
}

words! {
    Reason {
        Everyone: "Vous pouvez utiliser cette API dès maintenant\u{202f}: elle est ouverte à tous.", "You can use this API right now: it is open to everyone.";
        WithAccount: "Vous pouvez utiliser cette API dès que vous avez un compte ou une clé.", "You can use this API as soon as you have an account or a key.";
        Entitled: "Vous pouvez demander l’accès à cette API.", "You can request access to this API.";
        Conditions: "Vous pouvez utiliser cette API si vous remplissez les conditions du producteur.", "You can use this API if you meet the conditions of its producer.";
        Refused: "Cette API ne vous est pas accessible dans cette situation.", "This API is not available to you in this situation.";
        Retired: "Plus personne ne peut utiliser cette API\u{202f}: elle est arrêtée.", "Nobody can use this API any more: it has stopped.";
        Unstated: "L’accès demande une habilitation, et le catalogue ne dit rien de votre situation. Posez la question avant de préparer un dossier.", "Access needs an authorisation, and the catalogue says nothing of your situation. Ask before you prepare a request.";
    }
    Need {
        Organisation: "le numéro de votre organisme (SIRET)", "the registration number of your organisation (SIRET)";
        Client: "le numéro (SIRET) de l’organisme pour lequel vous agissez", "the registration number (SIRET) of the organisation you act for";
        Use: "ce que vous voulez faire des données, en quelques phrases", "what you want to do with the data, in a few sentences";
        LegalBasis: "le texte qui vous autorise à les recevoir", "the text that allows you to receive them";
        Proof: "de quoi montrer que vous remplissez les conditions", "something to show that you meet the conditions";
        Team: "les coordonnées des responsables du projet et de la technique", "how to reach those in charge of the project and of the code";
        DataProtection: "s’il s’agit de données personnelles, celles du responsable de traitement et du délégué à la protection des données", "for personal data, how to reach the data controller and the data protection officer";
        Email: "une adresse électronique, pour le compte", "an e-mail address, for the account";
        FranceConnect: "FranceConnect dans votre service\u{202f}: les personnes s’identifient par lui", "FranceConnect in your service: people identify through it";
        Terms: "les conditions d’utilisation, à lire", "the terms of use, to read";
        Sandbox: "en attendant, l’environnement de test", "meanwhile, the test environment";
    }
    Action {
        Explore: "Explorer et essayer les opérations", "Explore and try the operations";
        Read: "Lire la documentation\u{202f}:", "Read the documentation:";
        CreateAccount: "Créer un compte\u{202f}:", "Create an account:";
        Request: "Demander l’accès\u{202f}:", "Request access:";
        RequestBundle: "Demander l’accès par le bouquet", "Request access through the bundle";
        OtherForm: "Formulaire prévu pour votre situation\u{202f}:", "Form made for your situation:";
        Write: "Écrire au producteur\u{202f}:", "Write to the producer:";
        Contact: "Contacter le producteur\u{202f}:", "Contact the producer:";
        SeeProducer: "Voir qui la publie\u{202f}:", "See who publishes it:";
        UseApi: "Voir", "See";
        UseSuccessor: "Passer à", "Move to";
        ReadGuide: "Lire le guide\u{202f}:", "Read the guide:";
        GoTo: "Aller sur", "Go to";
        ListTheme: "Les API des mêmes thèmes qui vous sont accessibles", "APIs of the same themes that are available to you";
        List: "Les API qui vous sont accessibles", "APIs that are available to you";
        SeePage: "Lire la fiche de l’API", "Read the page of the API";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_words() {
        for audience in Audience::ALL {
            assert_ne!(audience_hint(audience, Language::Fr), audience_hint(audience, Language::En));
        }
        for reason in Reason::ALL {
            assert_ne!(reason.fr(), reason.en());
        }
        for need in Need::ALL {
            assert_ne!(need.fr(), need.en());
        }
        for action in Action::ALL {
            assert_ne!(action.fr(), action.en());
        }
        assert_eq!(access_title("API Géo", Language::Fr), "Puis-je utiliser API Géo\u{202f}?");
        assert_ne!(access_words(Language::Fr).who, access_words(Language::En).who);
    }

    #[test]
    fn delays_are_held_against_the_standard() {
        let check = |days, fr: &str, en: &str| {
            assert_eq!(delay(Delay::Stated(days), Language::Fr), fr);
            assert_eq!(delay(Delay::Stated(days), Language::En), en);
        };
        check(
            1,
            "Réponse en 1\u{a0}jour au plus, dans la norme de 15\u{a0}jours.",
            "Answer within 1\u{a0}day, within the standard of 15\u{a0}days.",
        );
        check(
            15,
            "Réponse en 15\u{a0}jours au plus, dans la norme de 15\u{a0}jours.",
            "Answer within 15\u{a0}days, within the standard of 15\u{a0}days.",
        );
        check(
            16,
            "Réponse en 16\u{a0}jours au plus, plus long que la norme de 15\u{a0}jours\u{202f}: demandez tôt.",
            "Answer within 16\u{a0}days, longer than the standard of 15\u{a0}days: ask early.",
        );
    }
}
