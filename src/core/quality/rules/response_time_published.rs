//! `response-time-published`: the mean response time is published.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "response-time-published",
    family: Family::Service,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Page,
    what: ("Le temps de réponse moyen est publié.", "The mean response time is published."),
    mend: ("Ajoutez `service_level.response_time_ms`, mesuré.", "Add `service_level.response_time_ms`, as measured."),
    guide: "/guides/qualite-de-service#mesurer-le-temps-de-reponse",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(api.service_level.response_time_ms.is_some(), "service_level.response_time_ms"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: "service_level: { response_time_ms: 200 }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
