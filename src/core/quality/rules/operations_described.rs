//! `operations-described`: each operation says what it does.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "operations-described",
    family: Family::Document,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Document,
    what: ("Chaque opération dit ce qu’elle fait.", "Each operation says what it does."),
    mend: ("Remplissez `summary` ou `description`.", "Fill in `summary` or `description`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.described))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture =
    Fixture { front: "", body: "", document: Some(r#"{"paths": {"/a": {"get": {"summary": null}}}}"#) };
