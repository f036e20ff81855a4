//! `same-server`: the address of calls is that of the document.

#[cfg(test)]
use super::Fixture;
use crate::core::address::HttpUrl;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "same-server",
    family: Family::Consistency,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Both,
    what: ("L’adresse des appels est celle du document.", "The address of calls is that of the document."),
    mend: (
        "Mettez la même adresse dans `base_url` et dans `servers`.",
        "Put the same address in `base_url` and in `servers`.",
    ),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    let Some(facts) = subject.document else { return Some(Judgement::whole(false, "openapi")) };
    let host = |url: &HttpUrl| url.host();
    let hosts: Vec<String> =
        facts.servers.iter().filter_map(|server| HttpUrl::parse(server)).map(|url| host(&url)).collect();
    Some(Judgement::whole(api.base_url.as_ref().is_none_or(|base| hosts.contains(&host(base))), "base_url"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "base_url: https://api.gouv.fr/a", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "base_url: https://autre.gouv.fr/a", body: "", document: Some("{}") };
