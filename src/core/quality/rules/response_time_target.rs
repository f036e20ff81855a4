//! `response-time-target`: the API answers in less than 50 ms on average.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "response-time-target",
    family: Family::Service,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Page,
    what: ("L’API répond en moins de 50\u{a0}ms en moyenne.", "The API answers in less than 50\u{a0}ms on average."),
    mend: ("Accélérez les réponses\u{202f}: index, cache, taille.", "Make answers faster: indexes, cache, size."),
    guide: "/guides/qualite-de-service#les-cinq-cibles",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(
        api.service_level.response_time_ms.is_some_and(|time| time < 50),
        "service_level.response_time_ms",
    ))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "service_level: { response_time_ms: 40 }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "service_level: { response_time_ms: 80 }", body: "", document: None };
