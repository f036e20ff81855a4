//! `limits-published`: limits on calls are published.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "limits-published",
    family: Family::Service,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Page,
    what: ("Les limites d’appel sont publiées.", "Limits on calls are published."),
    mend: (
        "Ajoutez `service_level.rate_limits`, ou dites qu’il n’y en a pas dans `rate_limit_note`.",
        "Add `service_level.rate_limits`, or say that there are none in `rate_limit_note`.",
    ),
    guide: "/guides/qualite-de-service#publier-les-limites",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(
        !api.service_level.rate_limits.is_empty() || api.service_level.rate_limit_note.is_some(),
        "service_level.rate_limits",
    ))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: "service_level: { rate_limits: [{ count: 10, period: second }] }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
