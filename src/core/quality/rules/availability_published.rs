//! `availability-published`: availability is published.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "availability-published",
    family: Family::Service,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Page,
    what: ("La disponibilité est publiée.", "Availability is published."),
    mend: ("Ajoutez `service_level.availability`, mesurée.", "Add `service_level.availability`, as measured."),
    guide: "/guides/qualite-de-service#mesurer-la-disponibilite",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(api.service_level.availability.is_some(), "service_level.availability"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "service_level: { availability: 99.95 }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
