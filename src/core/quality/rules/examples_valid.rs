//! `examples-valid`: examples follow their schema.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "examples-valid",
    family: Family::Document,
    severity: Severity::Error,
    weight: 2,
    reads: Reads::Document,
    what: ("Les exemples suivent leur schéma.", "Examples follow their schema."),
    mend: ("Corrigez l’exemple ou le schéma.", "Mend the example or the schema."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.valid_examples))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(
        r#"{"paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json": {"example": {"x": 1}}}}}}}}}"#,
    ),
};
