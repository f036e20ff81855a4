//! `errors-described`: each operation describes its errors.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "errors-described",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Document,
    what: ("Chaque opération décrit ses erreurs.", "Each operation describes its errors."),
    mend: ("Ajoutez les réponses 4XX et 5XX, ou `default`.", "Add answers 4XX and 5XX, or `default`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.error_responses))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(r#"{"paths": {"/a": {"get": {"responses": {"400": null, "429": null}}}}}"#),
};
