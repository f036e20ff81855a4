//! `parameters-typed`: each parameter has a type.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "parameters-typed",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Document,
    what: ("Chaque paramètre a un type.", "Each parameter has a type."),
    mend: ("Donnez un `schema` aux paramètres.", "Give parameters a `schema`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.typed_parameters))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(r#"{"paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query", "description": "Q"}]}}}}"#),
};
