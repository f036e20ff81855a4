//! `examples-given`: bodies have an example.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "examples-given",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Document,
    what: ("Les corps ont un exemple.", "Bodies have an example."),
    mend: ("Ajoutez `example` ou `examples`.", "Add `example` or `examples`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.examples))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(
        r#"{"paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json": {"example": null}}}}}}}}"#,
    ),
};
