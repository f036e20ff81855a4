//! `answer-delay`: requests for access are answered within 15 days.

#[cfg(test)]
use super::Fixture;
use crate::core::access::STANDARD_DAYS;
use crate::core::catalogue::AccessKind;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "answer-delay",
    family: Family::Service,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Page,
    what: (
        "Les demandes d’accès ont une réponse en 15\u{a0}jours au plus.",
        "Requests for access are answered within 15\u{a0}days.",
    ),
    mend: (
        "Annoncez le délai (`access.max_delay_days`) et tenez-le.",
        "Announce the delay (`access.max_delay_days`) and keep to it.",
    ),
    guide: "/guides/qualite-de-service#repondre-aux-demandes-d’acces",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    if api.access.kind != AccessKind::Restricted {
        return None;
    }
    Some(Judgement::whole(api.access.max_delay_days.is_some_and(|days| days <= STANDARD_DAYS), "access.max_delay_days"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: "access: { kind: restricted, max_delay_days: 10 }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture =
    Fixture { front: "access: { kind: restricted, max_delay_days: 30 }", body: "", document: None };
