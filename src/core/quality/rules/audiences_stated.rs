//! `audiences-stated`: the answer is said for each of the six audiences.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::AccessKind;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "audiences-stated",
    family: Family::Referencing,
    severity: Severity::Error,
    weight: 4,
    reads: Reads::Page,
    what: ("La réponse est dite pour chacun des six publics.", "The answer is said for each of the six audiences."),
    mend: (
        "Ajoutez une règle par public dans `access.audiences`.",
        "Add a rule for each audience to `access.audiences`.",
    ),
    guide: "/guides/guide-pratique#les-cinq-criteres-de-referencement",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    if api.access.kind != AccessKind::Restricted {
        return None;
    }
    Some(Judgement::audiences(&api.access, |_| true))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture {
    front: "access: { kind: restricted, audiences: [{ who: [individual, company, association, administration, local-authority, software-publisher], verdict: yes }] }",
    body: "",
    document: None,
};
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "access: { kind: restricted }", body: "", document: None };
