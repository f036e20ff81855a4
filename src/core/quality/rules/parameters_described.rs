//! `parameters-described`: each parameter is explained.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "parameters-described",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 3,
    reads: Reads::Document,
    what: ("Chaque paramètre est expliqué.", "Each parameter is explained."),
    mend: ("Remplissez la `description` des paramètres.", "Fill in the `description` of parameters."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.parameters))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(
        r#"{"paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}]}}}}"#,
    ),
};
