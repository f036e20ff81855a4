//! The words for choices and for the columns of tables.

use super::super::Language;
use super::super::words::{Words, words};
use crate::core::catalogue::{
    AccessKind, Audience, FranceConnect, Frequency, LimitScope, Period, ProducerKind, Status, Verdict,
};
use crate::core::wizard::compare::DocumentChange;
use crate::core::wizard::draft::{Origin, Stage, Verdict as Decision};
use crate::core::wizard::questions::Question;
use serde::de::DeserializeOwned;

words! {
    Stage {
        Writing: "En rédaction", "Being written";
        InReview: "En relecture", "In review";
        ChangesAsked: "Modifications demandées", "Changes asked for";
        Approved: "Approuvée", "Approved";
        Sent: "Envoyée", "Sent";
    }
    Origin {
        Typed: "Votre réponse", "Your answer";
        Document: "D’après votre document OpenAPI", "From your OpenAPI document";
        Page: "D’après la fiche du catalogue", "From the page of the catalogue";
        Former: "D’après la fiche d’api.gouv.fr", "From the page of api.gouv.fr";
    }
    Decision {
        ChangesAsked: "Modifications demandées", "Changes asked for";
        Approved: "Approuvée", "Approved";
    }
    DocumentChange {
        Added: "ajouté", "added";
        Removed: "retiré", "removed";
        Edited: "modifié", "edited";
    }
}

/// The word for a choice of `question`, or of a column of its table; empty for what is no choice of it.
pub fn choice(question: Question, id: &str, language: Language) -> &'static str {
    let own = match (question, id) {
        (Question::Mission, "administration") => {
            ("Administration de l’État ou collectivité", "State or local administration")
        }
        (Question::Mission, "public-body") => ("Établissement public", "Public body"),
        (Question::Mission, "public-service") => {
            ("Organisme chargé d’une mission de service public", "Organisation entrusted with a public service")
        }
        (Question::Mission, "none") => ("Aucun de ces cas", "None of these"),
        (Question::Delivery, "own") => ("Par elle-même", "On its own"),
        (Question::Delivery, "bundle") => ("Dans un bouquet d’API", "Through a bundle of APIs"),
        (Question::BundleAgreed, "yes") => ("Oui, elle est d’accord", "Yes, it agrees"),
        (Question::BundleAgreed, "asked") => ("Demande envoyée", "It was asked"),
        (Question::BundleAgreed, "no") => ("Pas encore", "Not yet"),
        (Question::Trial, "public") => ("Par appel direct, sans clé", "By a direct call, without a key"),
        (Question::Trial, "test-token") => ("Avec un jeton de test publié", "With a published test token"),
        (Question::Trial, "sandbox") => ("Dans un environnement de test", "In a test environment"),
        (Question::Trial, "none") => ("Elle ne peut pas l’être", "It cannot be"),
        (Question::RequestForm, "datapass") => {
            ("DataPass, avec un formulaire à créer", "DataPass, with a form to be made")
        }
        (Question::RequestForm, "datapass-existing") => {
            ("DataPass, avec un formulaire qui existe", "DataPass, with a form that exists")
        }
        (Question::RequestForm, "own") => ("Notre propre démarche", "Our own procedure"),
        (Question::DatapassSections, "personal-data") => ("Données personnelles (RGPD)", "Personal data (GDPR)"),
        (Question::DatapassSections, "volume") => ("Volumétrie", "Volume of calls"),
        (Question::DatapassSections, "legal") => ("Cadre juridique", "Legal basis"),
        _ => return catalogue_choice(question, id, language),
    };
    pick(own, language)
}

/// The word of a vocabulary of the catalogue.
fn catalogue_choice(question: Question, id: &str, language: Language) -> &'static str {
    match question {
        Question::Access => word_of::<AccessKind>(id, language),
        Question::Status => word_of::<Status>(id, language),
        Question::Frequency => word_of::<Frequency>(id, language),
        Question::FranceConnect => word_of::<FranceConnect>(id, language),
        Question::ProducerKind => word_of::<ProducerKind>(id, language),
        Question::Audiences => word_of::<Audience>(id, language).or_else(|| word_of::<Verdict>(id, language)),
        Question::RateLimits => {
            word_of::<LimitScope>(id, language).or_else(|| Some(pick(period(parse::<Period>(id)?), language)))
        }
        _ => None,
    }
    .unwrap_or_default()
}

fn parse<T: DeserializeOwned>(id: &str) -> Option<T> {
    serde_json::from_value(id.into()).ok()
}

fn word_of<T: DeserializeOwned + Words>(id: &str, language: Language) -> Option<&'static str> {
    parse::<T>(id).map(|value| value.words(language))
}

fn period(period: Period) -> (&'static str, &'static str) {
    match period {
        Period::Second => ("seconde", "second"),
        Period::Minute => ("minute", "minute"),
        Period::Hour => ("heure", "hour"),
        Period::Day => ("jour", "day"),
        Period::Month => ("mois", "month"),
        Period::Year => ("an", "year"),
    }
}

/// The heading of a column; empty for what is no column of `question`.
pub fn column(question: Question, id: &str, language: Language) -> &'static str {
    let words = match (question, id) {
        (Question::Audiences, "who") => ("Public", "Audience"),
        (Question::Audiences, "verdict") => ("Peut-il l’utiliser\u{202f}?", "May it use the API?"),
        (Question::Audiences, "text") => ("Raison, conditions", "Reason, conditions"),
        (Question::Audiences, "legal-basis") => ("Cadre juridique", "Legal basis"),
        (Question::Audiences, "request-url") => ("Où ce public demande l’accès", "Where this audience asks for access"),
        (Question::Audiences, "alternatives") => ("À utiliser à la place", "What to use instead"),
        (Question::DatapassModels, "use-case") => ("Cas d’usage", "Use case"),
        (Question::DatapassModels, "legal-basis") => ("Cadre juridique", "Legal basis"),
        (Question::DatapassModels, "legal-url") => ("Adresse du texte", "Address of the text"),
        (Question::DatapassModels, "data") => ("Données cochées", "Data ticked"),
        (Question::Scopes, "key") => ("Clé", "Key"),
        (Question::Scopes, "label") => ("Libellé montré à la personne", "Label shown to the person"),
        (Question::RateLimits, "count") => ("Nombre d’appels", "Number of calls"),
        (Question::RateLimits, "period") => ("Par", "Per"),
        (Question::RateLimits, "every") => ("Nombre de périodes", "Number of periods"),
        (Question::RateLimits, "per") => ("Compté", "Counted"),
        (Question::Datasets, "title") => ("Titre", "Title"),
        (Question::Datasets, "url") => ("Adresse", "Address"),
        _ => return "",
    };
    pick(words, language)
}

fn pick((fr, en): (&'static str, &'static str), language: Language) -> &'static str {
    match language {
        Language::Fr => fr,
        Language::En => en,
    }
}
