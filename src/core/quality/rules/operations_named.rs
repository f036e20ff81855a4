//! `operations-named`: each operation has a stable name.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "operations-named",
    family: Family::Document,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Document,
    what: ("Chaque opération a un nom stable.", "Each operation has a stable name."),
    mend: ("Remplissez `operationId`.", "Fill in `operationId`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.named))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture =
    Fixture { front: "", body: "", document: Some(r#"{"paths": {"/a": {"get": {"operationId": null}}}}"#) };
