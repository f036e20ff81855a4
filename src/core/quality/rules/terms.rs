//! `terms`: the terms of use are online.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "terms",
    family: Family::Referencing,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Page,
    what: ("Les conditions d’utilisation sont en ligne.", "The terms of use are online."),
    mend: ("Ajoutez `terms_url`.", "Add `terms_url`."),
    guide: "/guides/guide-pratique#les-cinq-criteres-de-referencement",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(api.terms_url.is_some(), "terms_url"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "terms_url: https://a.gouv.fr/cgu", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
