//! `openapi-present`: an OpenAPI document describes the API.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "openapi-present",
    family: Family::Document,
    severity: Severity::Error,
    weight: 6,
    reads: Reads::Document,
    what: ("Un document OpenAPI décrit l’API.", "An OpenAPI document describes the API."),
    mend: ("Ajoutez le document OpenAPI (`openapi`).", "Add the OpenAPI document (`openapi`)."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::whole(subject.document.is_some_and(|facts| facts.operations > 0), "openapi"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
