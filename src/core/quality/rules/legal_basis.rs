//! `legal-basis`: each yes of a restricted API has its legal basis.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::{AccessKind, Verdict};
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "legal-basis",
    family: Family::Referencing,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Page,
    what: (
        "Chaque oui d’une API restreinte a son fondement juridique.",
        "Each yes of a restricted API has its legal basis.",
    ),
    mend: ("Ajoutez `legal_basis` à chaque règle qui dit oui.", "Add `legal_basis` to each rule that says yes."),
    guide: "/guides/guide-pratique#ouvrir-l’acces-par-datapass",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    if api.access.kind != AccessKind::Restricted {
        return None;
    }
    Some(Judgement::audiences(&api.access, |rule| rule.verdict == Verdict::No || rule.legal_basis.is_some()))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture {
    front: "access: { kind: restricted, audiences: [{ who: [individual, company, association, administration, local-authority, software-publisher], verdict: yes, legal_basis: Article 1 }] }",
    body: "",
    document: None,
};
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "access: { kind: restricted, audiences: [{ who: [individual, company, association, administration, local-authority, software-publisher], verdict: yes }] }",
    body: "",
    document: None,
};
