//! `technical-documentation`: a technical documentation says what goes in and what comes out.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "technical-documentation",
    family: Family::Prerequisites,
    severity: Severity::Error,
    weight: 6,
    reads: Reads::Page,
    what: (
        "Une documentation technique dit ce qui entre et ce qui sort.",
        "A technical documentation says what goes in and what comes out.",
    ),
    mend: (
        "Ajoutez le document OpenAPI (`openapi`) ou l’adresse de la documentation (`documentation`).",
        "Add the OpenAPI document (`openapi`) or the address of the documentation (`documentation`).",
    ),
    guide: "/guides/guide-pratique#les-quatre-prerequis",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    Some(Judgement::whole(!api.openapi.is_empty() || api.documentation.is_some(), "documentation"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "documentation: https://a.gouv.fr/doc", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "", document: None };
