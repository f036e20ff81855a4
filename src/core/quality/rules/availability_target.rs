//! `availability-target`: the API answers at least 99.9% of the time.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "availability-target",
    family: Family::Service,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Page,
    what: ("L’API répond au moins 99,9\u{a0}% du temps.", "The API answers at least 99.9% of the time."),
    mend: ("Améliorez la disponibilité, puis publiez-la.", "Improve availability, then publish it."),
    guide: "/guides/qualite-de-service#les-cinq-cibles",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(
        api.service_level.availability.is_some_and(|share| share >= 99.9),
        "service_level.availability",
    ))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "service_level: { availability: 99.9 }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "service_level: { availability: 98 }", body: "", document: None };
