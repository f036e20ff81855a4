//! `producer-named`: the page says which organisation answers for the API.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "producer-named",
    family: Family::Prerequisites,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Page,
    what: ("La page dit quel organisme répond de l’API.", "The page says which organisation answers for the API."),
    mend: (
        "Ajoutez un partenaire ou décrivez le producteur dans le texte\u{202f}: au moins 20 mots.",
        "Add a partner, or describe the producer in the text: at least 20 words.",
    ),
    guide: "/guides/guide-pratique#les-quatre-prerequis",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(!api.partners.is_empty() || subject.body.split_whitespace().count() >= 20, "body"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture {
    front: "",
    body: "mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot",
    document: None,
};
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
