//! `document-contact`: the document says whom to write to.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "document-contact",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 1,
    reads: Reads::Document,
    what: ("Le document dit à qui écrire.", "The document says whom to write to."),
    mend: ("Remplissez `info.contact`.", "Fill in `info.contact`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::whole(subject.document.is_some_and(|facts| facts.has_contact), "/info/contact"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: Some(r#"{"info": {"contact": null}}"#) };
