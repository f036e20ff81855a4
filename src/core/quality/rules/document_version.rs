//! `document-version`: the document has a version.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "document-version",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 1,
    reads: Reads::Document,
    what: ("Le document a une version.", "The document has a version."),
    mend: (
        "Remplissez `info.version`, et changez-la à chaque évolution.",
        "Fill in `info.version`, and change it at each evolution.",
    ),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::whole(subject.document.is_some_and(|facts| !facts.version.trim().is_empty()), "/info/version"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: Some(r#"{"info": {"version": ""}}"#) };
