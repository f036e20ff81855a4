//! `access-stated`: how to get access is said online.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::AccessKind;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "access-stated",
    family: Family::Referencing,
    severity: Severity::Error,
    weight: 5,
    reads: Reads::Page,
    what: ("La marche à suivre pour l’accès est en ligne.", "How to get access is said online."),
    mend: (
        "Donnez l’adresse de la demande (`access.request_url`), du compte (`access.account_url`) ou le bouquet.",
        "Give the address of the request (`access.request_url`), of the account (`access.account_url`), or the bundle.",
    ),
    guide: "/guides/guide-pratique#les-cinq-criteres-de-referencement",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    let access = &api.access;
    let holds = match access.kind {
        AccessKind::Open => true,
        AccessKind::Account => access.account_url.is_some(),
        AccessKind::Restricted => access.request_url.is_some() || access.bundle.is_some(),
    };
    Some(Judgement::whole(holds, "access"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: "access: { kind: account, account_url: https://a.gouv.fr/compte }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "access: { kind: account }", body: "", document: None };
