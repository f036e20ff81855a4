//! A dataservice of data.gouv.fr, as `POST /api/1/dataservices/` takes it.

use super::licence::licence;
use super::{Entry, object, paragraphs};
use crate::core::address::HttpUrl;
use crate::core::catalogue::{AccessKind, Api, Audience, Verdict};
use crate::core::i18n::{Language, words};
use crate::core::id::Slug;
use crate::core::markdown::escape;
use serde_json::{Value, json};

/// The three audiences of data.gouv.fr and those they hold.
const ROLES: [(&str, &[Audience]); 3] = [
    ("local_authority_and_administration", &[Audience::Administration, Audience::LocalAuthority]),
    ("company_and_association", &[Audience::Company, Audience::Association]),
    ("private", &[Audience::Individual]),
];
/// The longest acronym, and the lengths of a tag.
const ACRONYM: usize = 128;
const TAG: std::ops::RangeInclusive<usize> = 3..=96;

/// The dataservice, not public until someone of the organisation says so. `document` is the public address of its OpenAPI
/// document. Its contact is apart ([`contact_point`]): the site keeps contacts once for several APIs.
pub fn dataservice(entry: &Entry<'_>, document: Option<&HttpUrl>) -> Value {
    let api = entry.api;
    let level = &api.service_level;
    let document = document.or_else(|| api.openapi.iter().find_map(|source| source.url.as_ref()));
    let limits: Vec<String> = level
        .rate_limits
        .iter()
        .map(|limit| words::rate_limit(limit, Language::Fr))
        .chain(level.rate_limit_note.clone())
        .collect();
    let access = match api.access.kind {
        AccessKind::Open => "open",
        AccessKind::Account => "open_with_account",
        AccessKind::Restricted => "restricted",
    };
    let request = api.access.request_url.as_ref().or(api.access.account_url.as_ref());
    let dataservice = object([
        ("title", json!(api.title)),
        ("acronym", json!(acronym(&api.title))),
        ("description", json!(paragraphs(&[&escape::line(&api.tagline), entry.body]))),
        ("base_api_url", json!(api.base_url)),
        ("machine_documentation_url", json!(document)),
        ("technical_documentation_url", json!(api.documentation)),
        ("business_documentation_url", json!(api.terms_url)),
        ("rate_limiting", json!(limits.join("\u{202f}; "))),
        ("availability", json!(level.availability)),
        ("availability_url", json!(level.status_url)),
        ("access_type", json!(access)),
        ("access_audiences", json!(audiences(api))),
        ("authorization_request_url", json!(request)),
        ("license", json!(api.licence.as_deref().and_then(licence).map(|known| known.data_gouv))),
        ("tags", json!(tags(api))),
        ("datasets", json!(datasets(api))),
        ("format", json!("REST")),
        ("private", json!(true)),
    ]);
    Value::Object(dataservice)
}

/// The contact, as `POST /api/1/contacts/` takes it; `None` without an address.
pub fn contact_point(entry: &Entry<'_>) -> Option<Value> {
    let contact = &entry.api.contact;
    if contact.email.is_none() && contact.form.is_none() {
        return None;
    }
    let point = object([
        ("name", json!(entry.api.title)),
        ("email", json!(contact.email)),
        ("contact_form", json!(contact.form)),
        ("role", json!("contact")),
    ]);
    Some(Value::Object(point))
}

/// `API Base Adresse Nationale (BAN)` has one.
fn acronym(title: &str) -> Option<&str> {
    let (_, end) = title.rsplit_once('(')?;
    let acronym = end.strip_suffix(')')?;
    let is_acronym = acronym.len() > 1 && acronym.len() <= ACRONYM && !acronym.chars().any(char::is_lowercase);
    is_acronym.then_some(acronym)
}

/// Conditions by audience, which the site reads for restricted APIs only.
fn audiences(api: &Api) -> Vec<Value> {
    if api.access.kind != AccessKind::Restricted {
        return Vec::new();
    }
    let condition = |audiences: &[Audience]| {
        let mut verdicts = audiences.iter().filter_map(|audience| api.access.verdict(*audience));
        let first = verdicts.next()?;
        let condition = match first {
            _ if verdicts.any(|other| other != first) => "under_condition",
            Verdict::Yes => "yes",
            Verdict::Conditional => "under_condition",
            Verdict::No => "no",
        };
        Some(condition)
    };
    let said = ROLES.iter().filter_map(|(role, audiences)| Some((role, condition(audiences)?)));
    said.map(|(role, condition)| json!({"role": role, "condition": condition})).collect()
}

fn tags(api: &Api) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let words = api.themes.iter().map(Slug::as_str).chain(api.keywords.iter().map(String::as_str));
    for tag in words.filter_map(Slug::from_text).map(String::from).filter(|tag| TAG.contains(&tag.len())) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// Identifiers of datasets of data.gouv.fr: 24 hexadecimal digits at the end of their address.
fn datasets(api: &Api) -> Vec<&str> {
    let id = |url: &'_ HttpUrl| matches!(url.host().as_str(), "www.data.gouv.fr" | "data.gouv.fr");
    let found = api.datasets.iter().filter(|dataset| id(&dataset.url)).filter_map(|dataset| {
        let address = dataset.url.as_str().split(['?', '#']).next()?;
        address.trim_end_matches('/').rsplit('/').next()
    });
    found.filter(|id| id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{api, entry};
    use super::*;

    #[test]
    fn the_dataservice_says_what_the_page_says() {
        let api = api();
        let found = dataservice(&entry(&api), None);
        let expect = json!({
            "title": "API Exemple (EX)",
            "acronym": "EX",
            "description": "Une phrase : l’exemple.\n\nUn texte.",
            "base_api_url": "https://api.example.fr/v1",
            "machine_documentation_url": "https://api.example.fr/openapi.json",
            "technical_documentation_url": "https://example.fr/doc",
            "business_documentation_url": "https://example.fr/cgu",
            "rate_limiting": "50\u{a0}appels par seconde et par adresse IP",
            "availability": 99.9,
            "availability_url": "https://status.example.fr/",
            "access_type": "restricted",
            "access_audiences": [
                {"role": "local_authority_and_administration", "condition": "under_condition"},
                {"role": "company_and_association", "condition": "no"},
            ],
            "authorization_request_url": "https://example.fr/demande",
            "license": "lov2",
            "tags": ["environnement", "eau-douce"],
            "datasets": ["5f7b0d0c0b0a09080706050a"],
            "format": "REST",
            "private": true,
        });
        assert_eq!(found, expect);
        let contact = contact_point(&entry(&api)).unwrap();
        assert_eq!(contact, json!({"name": "API Exemple (EX)", "email": "api@example.fr", "role": "contact"}));
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let mut api = api();
        api.access.kind = AccessKind::Open;
        api.title = "API (exemple)".into();
        api.licence = Some("maison".into());
        api.contact = Default::default();
        let found = dataservice(&entry(&api), HttpUrl::parse("https://x.fr/o.yaml").as_ref());
        for key in ["access_audiences", "acronym", "license"] {
            assert_eq!(found.get(key), None, "{key}");
        }
        assert_eq!(found["machine_documentation_url"], "https://x.fr/o.yaml");
        assert_eq!((found["access_type"].as_str(), contact_point(&entry(&api))), (Some("open"), None));
    }
}
