//! `document-described`: the document says what the API is.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "document-described",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 1,
    reads: Reads::Document,
    what: ("Le document dit ce qu’est l’API.", "The document says what the API is."),
    mend: ("Remplissez `info.description`.", "Fill in `info.description`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::whole(subject.document.is_some_and(|facts| facts.has_description), "/info/description"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: Some(r#"{"info": {"description": null}}"#) };
