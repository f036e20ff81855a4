//! `properties-described`: each field is explained.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "properties-described",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 3,
    reads: Reads::Document,
    what: ("Chaque champ est expliqué.", "Each field is explained."),
    mend: ("Remplissez la `description` des propriétés.", "Fill in the `description` of properties."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.properties))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(
        r#"{"paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"properties": {"x": {"description": null}}}}}}}}}}}"#,
    ),
};
