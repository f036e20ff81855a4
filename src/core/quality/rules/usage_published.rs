//! `usage-published`: usage statistics are published.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "usage-published",
    family: Family::Service,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Page,
    what: ("Les statistiques d’usage sont publiées.", "Usage statistics are published."),
    mend: ("Ajoutez `service_level.usage_url`.", "Add `service_level.usage_url`."),
    guide: "/guides/qualite-de-service#les-cinq-cibles",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(api.service_level.usage_url.is_some(), "service_level.usage_url"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: r#"service_level: { usage_url: "https://a.gouv.fr/usage" }"#, body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
