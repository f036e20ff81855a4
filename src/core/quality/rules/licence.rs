//! `licence`: the licence of the data is said.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "licence",
    family: Family::Referencing,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Page,
    what: ("La licence des données est dite.", "The licence of the data is said."),
    mend: ("Ajoutez `licence`.", "Add `licence`."),
    guide: "/guides/guide-pratique#les-cinq-criteres-de-referencement",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(api.licence.is_some(), "licence"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "licence: etalab-2.0", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
