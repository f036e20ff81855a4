//! `status-page`: a page says whether the API answers now.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "status-page",
    family: Family::Service,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Page,
    what: ("Une page dit si l’API répond en ce moment.", "A page says whether the API answers now."),
    mend: ("Ajoutez `service_level.status_url`.", "Add `service_level.status_url`."),
    guide: "/guides/qualite-de-service#tenir-une-page-d’etat",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(api.service_level.status_url.is_some(), "service_level.status_url"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: r#"service_level: { status_url: "https://etat.a.gouv.fr" }"#, body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
