//! `operations-tagged`: operations are grouped.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "operations-tagged",
    family: Family::Document,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Document,
    what: ("Les opérations sont rangées par thème.", "Operations are grouped."),
    mend: ("Ajoutez `tags`.", "Add `tags`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.tagged))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture =
    Fixture { front: "", body: "", document: Some(r#"{"paths": {"/a": {"get": {"tags": null}}}}"#) };
