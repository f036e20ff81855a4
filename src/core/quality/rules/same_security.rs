//! `same-security`: page and document say the same of keys.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::AccessKind;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "same-security",
    family: Family::Consistency,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Both,
    what: ("Page et document disent la même chose des clés.", "Page and document say the same of keys."),
    mend: (
        "Corrigez `access.kind`, ou décrivez les clés dans `components.securitySchemes`.",
        "Mend `access.kind`, or describe keys in `components.securitySchemes`.",
    ),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    let Some(facts) = subject.document else { return Some(Judgement::whole(false, "openapi")) };
    let holds = match api.access.kind {
        AccessKind::Open => facts.secured < facts.operations,
        AccessKind::Account | AccessKind::Restricted => facts.has_schemes,
    };
    Some(Judgement::whole(holds, "access.kind"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "access: { kind: account }", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "access: { kind: open }", body: "", document: Some("{}") };
