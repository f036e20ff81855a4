//! `testable`: the API can be tried without asking anybody.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::AccessKind;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "testable",
    family: Family::Referencing,
    severity: Severity::Error,
    weight: 4,
    reads: Reads::Both,
    what: ("L’API s’essaie sans demander à personne.", "The API can be tried without asking anybody."),
    mend: (
        "Donnez un bac à sable (`sandbox`), ou un document OpenAPI dont une opération s’appelle sans clé.",
        "Give a sandbox (`sandbox`), or an OpenAPI document with an operation that needs no key.",
    ),
    guide: "/guides/guide-pratique#les-cinq-criteres-de-referencement",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(
        api.sandbox.is_some()
            || (api.access.kind == AccessKind::Open && subject.document.is_some_and(|facts| facts.operations > 0)),
        "sandbox",
    ))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "sandbox: https://bac.a.gouv.fr", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "access: { kind: account }", body: "", document: None };
