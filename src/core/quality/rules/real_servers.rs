//! `real-servers`: the document gives a real server, over HTTPS.

#[cfg(test)]
use super::Fixture;
use crate::core::exchange::unreachable;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "real-servers",
    family: Family::Document,
    severity: Severity::Error,
    weight: 3,
    reads: Reads::Document,
    what: ("Le document donne un vrai serveur, en HTTPS.", "The document gives a real server, over HTTPS."),
    mend: (
        "Mettez dans `servers` l’adresse de production, en https://.",
        "Put the production address in `servers`, with https://.",
    ),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let Some(facts) = subject.document else { return Some(Judgement::whole(false, "openapi")) };
    let is_real = |server: &&String| server.starts_with("https://") && unreachable(server).is_none();
    let real = facts.servers.iter().filter(is_real).count();
    Some(Judgement::part(real, facts.servers.len().max(1), &["/servers".to_owned()]))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture =
    Fixture { front: "", body: "", document: Some(r#"{"servers": [{"url": "http://localhost:8080"}]}"#) };
