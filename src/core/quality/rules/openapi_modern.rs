//! `openapi-modern`: the document follows OpenAPI 3.1 or later.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "openapi-modern",
    family: Family::Document,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Document,
    what: ("Le document suit OpenAPI 3.1 ou une version plus récente.", "The document follows OpenAPI 3.1 or later."),
    mend: ("Passez le document à OpenAPI 3.1.", "Bring the document to OpenAPI 3.1."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::whole(subject.document.is_some_and(|facts| facts.is_modern), "openapi"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: Some(r#"{"openapi": "3.0.3"}"#) };
