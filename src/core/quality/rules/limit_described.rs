//! `limit-described`: each operation says what happens above the limit.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "limit-described",
    family: Family::Document,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Document,
    what: (
        "Chaque opération dit ce qui arrive au-delà de la limite.",
        "Each operation says what happens above the limit.",
    ),
    mend: ("Ajoutez la réponse 429.", "Add answer 429."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.limit_responses))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture =
    Fixture { front: "", body: "", document: Some(r#"{"paths": {"/a": {"get": {"responses": {"429": null}}}}}"#) };
