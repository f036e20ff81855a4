//! `findable`: words help to find the API.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "findable",
    family: Family::Referencing,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Page,
    what: ("Des mots aident à trouver l’API.", "Words help to find the API."),
    mend: ("Ajoutez au moins trois mots à `keywords`.", "Add at least three words to `keywords`."),
    guide: "/guides/guide-pratique#avant-d’envoyer",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::part(api.keywords.len().min(3), 3, &["keywords".to_owned()]))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "keywords: [a, b, c]", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
