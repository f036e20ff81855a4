//! `responses-typed`: each successful answer has a schema.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "responses-typed",
    family: Family::Document,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Document,
    what: ("Chaque réponse qui réussit a un schéma.", "Each successful answer has a schema."),
    mend: ("Donnez un `schema` au contenu des réponses.", "Give the content of answers a `schema`."),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::coverage(subject, |facts| &facts.typed_responses))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(r#"{"paths": {"/a": {"get": {"responses": {"200": {"content": null}}}}}}"#),
};
