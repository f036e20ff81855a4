//! `security-declared`: the document says how callers prove who they are.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::AccessKind;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "security-declared",
    family: Family::Document,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Document,
    what: ("Le document dit comment prouver qui appelle.", "The document says how callers prove who they are."),
    mend: (
        "Décrivez `components.securitySchemes` et `security`, ou écrivez `security: []` si rien n’est demandé.",
        "Describe `components.securitySchemes` and `security`, or write `security: []` if nothing is asked for.",
    ),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let Some(facts) = subject.document else { return Some(Judgement::whole(false, "openapi")) };
    let is_open = subject.api.is_some_and(|api| api.access.kind == AccessKind::Open);
    Some(Judgement::whole(facts.has_schemes || is_open, "/components/securitySchemes"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "access: { kind: account }", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "access: { kind: account }",
    body: "",
    document: Some(r#"{"components": null, "security": null}"#),
};
