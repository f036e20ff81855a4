//! `scope-of-data`: the page says which territory the data cover, and how fresh they are.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "scope-of-data",
    family: Family::Referencing,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Page,
    what: (
        "La page dit quel territoire et quelle fraîcheur ont les données.",
        "The page says which territory the data cover, and how fresh they are.",
    ),
    mend: ("Ajoutez `coverage` et `update_frequency`.", "Add `coverage` and `update_frequency`."),
    guide: "/guides/guide-pratique#avant-d’envoyer",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    let known = usize::from(api.coverage.is_some()) + usize::from(api.update_frequency.is_some());
    Some(Judgement::part(known, 2, &["coverage".to_owned(), "update_frequency".to_owned()]))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: "coverage: France\nupdate_frequency: daily", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
