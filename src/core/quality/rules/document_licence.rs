//! `document-licence`: the document says its licence.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "document-licence",
    family: Family::Document,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Document,
    what: ("Le document dit sa licence.", "The document says its licence."),
    mend: ("Remplissez `info.license`.", "Fill in `info.license`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::whole(subject.document.is_some_and(|facts| facts.has_licence), "/info/license"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: Some(r#"{"info": {"license": null}}"#) };
