//! A page of the former api.gouv.fr (`_data/api/<name>.md`), which [`crate::core::apigouv`] reads back.

use super::{Entry, object, paragraphs};
use crate::core::address::HttpUrl;
use crate::core::catalogue::{AccessKind, Api, Audience, AudienceRule, FranceConnect, OpenApiSource, Verdict};
use crate::core::date::Date;
use crate::core::i18n::{Language, words};
use crate::core::markdown::escape;
use crate::core::yaml;
use serde_json::{Value, json};

/// The page: its text, to be saved as `<slug>.md`.
///
/// The former site served the OpenAPI documents that producers gave it under `/swaggers/`: a document beside the page is
/// named there after the page.
pub fn old_page(entry: &Entry<'_>) -> String {
    let api = entry.api;
    let level = &api.service_level;
    let limit = level.rate_limits.first().map(|limit| words::rate_limit(limit, Language::Fr));
    let others = level.rate_limits.iter().skip(1).map(|limit| words::rate_limit(limit, Language::Fr));
    let details: Vec<String> = others.chain(level.rate_limit_note.clone()).collect();
    let restricted = api.access.kind == AccessKind::Restricted;
    let contact =
        [api.contact.email.as_ref().map(ToString::to_string), api.contact.form.as_ref().map(ToString::to_string)];
    let head = object([
        ("title", json!(api.title)),
        ("tagline", json!(api.tagline)),
        ("producer", json!(api.producer)),
        ("is_open", json!(openness(api.access.kind))),
        ("is_france_connected", json!(france_connect(api.access.franceconnect))),
        ("contact_link", json!(contact.into_iter().flatten().collect::<Vec<_>>().join(", "))),
        ("doc_tech_link", json!(api.openapi.first().and_then(|source| document(entry, source)))),
        ("doc_tech_external", json!(api.documentation)),
        ("account_link", json!(api.access.account_url)),
        ("datapass_link", json!(api.access.request_url)),
        ("rate_limiting_resume", json!(limit)),
        ("rate_limiting_description", json!(details.join(". "))),
        ("uptime", json!(level.availability)),
        ("monitoring_link", json!(level.status_url)),
        ("stats_detail_link", json!(level.usage_url)),
        ("partners", json!(api.partners)),
        ("themes", json!(api.themes)),
        ("keywords", json!(api.keywords)),
        ("datagouv_uuid", json!(datasets(api))),
        ("last_update", json!(french(api.updated))),
        ("access_page", Value::Array(if restricted { rules(api) } else { Vec::new() })),
    ]);
    format!("---\n{}---\n\n{}\n", yaml::write(&Value::Object(head)), entry.body.trim())
}

fn openness(kind: AccessKind) -> i8 {
    match kind {
        AccessKind::Open => 1,
        AccessKind::Account => 0,
        AccessKind::Restricted => -1,
    }
}

fn france_connect(use_of: FranceConnect) -> Option<u8> {
    match use_of {
        FranceConnect::None => None,
        FranceConnect::Compatible => Some(1),
        FranceConnect::Required => Some(2),
    }
}

fn document(entry: &Entry<'_>, source: &OpenApiSource) -> Option<String> {
    let file = source.file.as_ref().map(|file| {
        let end = if file.ends_with(".json") { "json" } else { "yaml" };
        format!("/swaggers/{}.{end}", entry.slug)
    });
    source.url.as_ref().map(HttpUrl::to_string).or(file)
}

fn datasets(api: &Api) -> Vec<&str> {
    let id = |url: &'_ HttpUrl| url.host() == "www.data.gouv.fr";
    let addresses = api.datasets.iter().filter(|dataset| id(&dataset.url)).map(|dataset| dataset.url.as_str());
    addresses.filter_map(|url| url.trim_end_matches('/').rsplit('/').next()).collect()
}

fn french(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// Rules of eligibility: each audience once, by the rule that speaks of it.
fn rules(api: &Api) -> Vec<Value> {
    let mut rules = Vec::new();
    let mut known: Vec<Audience> = Vec::new();
    for rule in &api.access.audiences {
        let who: Vec<Audience> = rule.who.iter().copied().filter(|audience| !known.contains(audience)).collect();
        if who.is_empty() {
            continue;
        }
        known.extend(&who);
        let eligible = match rule.verdict {
            Verdict::Yes => 1,
            Verdict::Conditional => 0,
            Verdict::No => -1,
        };
        rules.push(json!({"who": labels(&who), "is_eligible": eligible, "description": description(api, rule)}));
    }
    rules
}

/// The labels of the former site that name whole audiences.
fn labels(who: &[Audience]) -> Vec<&'static str> {
    let both = [Audience::Administration, Audience::LocalAuthority];
    let is_public = both.iter().all(|audience| who.contains(audience));
    let mut labels: Vec<&str> = is_public.then_some("Une collectivité ou une administration").into_iter().collect();
    labels.extend(who.iter().filter(|audience| !(is_public && both.contains(audience))).map(
        |audience| match audience {
            Audience::Individual => "Un particulier",
            Audience::Company => "Une entreprise",
            Audience::Association => "Une association",
            Audience::Administration => "Une institution",
            Audience::LocalAuthority => "Une collectivité",
            Audience::SoftwarePublisher => "Un éditeur de logiciels",
        },
    ));
    labels
}

fn description(api: &Api, rule: &AudienceRule) -> String {
    let basis = rule
        .legal_basis
        .as_ref()
        .map(|basis| format!("Cadre juridique\u{202f}: {}", escape::line(basis)))
        .unwrap_or_default();
    let request = rule.request_url.as_ref().or(api.access.request_url.as_ref()).filter(|_| rule.verdict != Verdict::No);
    let button = request.map(|url| button(url, "Remplir une demande")).unwrap_or_default();
    let mut parts = vec![rule.text.clone().unwrap_or_default(), basis, button];
    for alternative in &rule.alternatives {
        let target = match String::from(alternative.clone()) {
            url if url.contains(':') => url,
            slug => format!("/les-api/{slug}"),
        };
        parts.push(format!("<Button href=\"{}\">Voir ce qui existe</Button>", attribute(&target)));
    }
    paragraphs(&parts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn button(url: &HttpUrl, label: &str) -> String {
    format!("<Button href=\"{}\">{label}</Button>", attribute(url.as_str()))
}

/// An address in an attribute: a quote would end it. Percent-encoded, it is the same address.
fn attribute(url: &str) -> String {
    url.replace('"', "%22").replace('<', "%3C").replace('>', "%3E")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{api, entry};
    use super::*;
    use crate::core::apigouv::{Source, convert};
    use crate::core::catalogue::{Contact, LimitScope, Period, RateLimit, front_matter::read_api};
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// What the importer of the former site makes of a page, beside the producer `dinum`.
    fn import(text: &str) -> (Api, String) {
        let producer = "---\nname: DINUM\ntype: autre\n---\n".to_owned();
        let pages = BTreeMap::from([
            ("api/api-exemple.md".to_owned(), text.to_owned()),
            ("producteurs/dinum.md".to_owned(), producer),
        ]);
        let documents = BTreeSet::from(["api-exemple.yaml".to_owned()]);
        let conversion = convert(&Source { pages, documents });
        let file = &conversion.files["apis/api-exemple/index.md"];
        let (yaml, body, problems) = yaml::front_matter(file, "index.md");
        assert!(problems.is_empty(), "{problems:?} {file}");
        let (api, problems) = read_api(&yaml, "index.md");
        (api.unwrap_or_else(|| panic!("{problems:?} {text} {file}")), body.text.trim().to_owned())
    }

    /// What the former form can say of an API: the rest has no place in it.
    fn sayable(api: &Api) -> Api {
        let mut said = api.clone();
        // The importer puts one space between words.
        said.tagline = api.tagline.split_whitespace().collect::<Vec<_>>().join(" ");
        said.created = api.updated;
        said.base_url = None;
        said.licence = None;
        said.terms_url = None;
        said.sandbox = None;
        said.service_level.rate_limit_note = api
            .service_level
            .rate_limits
            .first()
            .map(|limit| words::rate_limit(limit, Language::Fr).split_whitespace().collect::<Vec<_>>().join(" "));
        for dataset in &mut said.datasets {
            let id = dataset.url.as_str().trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
            dataset.title = format!("Jeu de données {id}");
        }
        said.datasets.retain(|dataset| dataset.url.host() == "www.data.gouv.fr");
        said
    }

    #[test]
    fn the_importer_reads_the_page_back() {
        let api = api();
        let (found, body) = import(&old_page(&entry(&api)));
        assert_eq!(found, sayable(&api));
        assert_eq!(body, "Un texte.");
    }

    #[test]
    fn files_requests_and_alternatives_come_back() {
        let mut api = api();
        api.openapi = vec![OpenApiSource { file: Some("openapi.yaml".into()), url: None, title: None }];
        api.contact.form = HttpUrl::parse("https://example.fr/contact");
        api.access.audiences[1].request_url = HttpUrl::parse("https://example.fr/autre");
        let (found, _) = import(&old_page(&entry(&api)));
        assert_eq!(found, sayable(&api));
        api.access.kind = AccessKind::Account;
        api.access.account_url = HttpUrl::parse("https://example.fr/compte");
        api.access.request_url = None;
        api.access.audiences.clear();
        api.access.franceconnect = FranceConnect::Required;
        let (found, _) = import(&old_page(&entry(&api)));
        assert_eq!(found, sayable(&api));
    }

    proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn any_text_and_number_come_back(
            title in "[a-zA-Zé’:#\"'{}&*!|>%@`-][ a-zA-Zé’:#\"'{}&*!|>%@`-]{0,40}[a-z]",
            keyword in "[a-z:#'\"-]{1,12}[a-z]",
            count in 1_u32..5_000_000, every in 1_u32..60, per in 0_usize..4, period in 0_usize..6, open in 0_usize..2,
        ) {
            let mut api = api();
            let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            api.title = line(&title);
            api.tagline = line(&format!("{title} {keyword}"));
            api.keywords = vec![keyword];
            prop_assume!(!crate::core::search::fold(&api.tagline).contains("todo") && !api.title.is_empty());
            let periods = [Period::Second, Period::Minute, Period::Hour, Period::Day, Period::Month, Period::Year];
            let scopes = [None, Some(LimitScope::Ip), Some(LimitScope::Token), Some(LimitScope::Account)];
            api.service_level.rate_limits = vec![RateLimit { count, period: periods[period], every, per: scopes[per] }];
            if open == 0 {
                api.access.kind = AccessKind::Open;
                api.access.request_url = None;
                api.access.audiences.clear();
                api.contact = Contact { email: None, form: HttpUrl::parse("https://a.fr/'x'#y:z") };
            }
            let (found, _) = import(&old_page(&entry(&api)));
            prop_assert_eq!(found, sayable(&api));
        }
    }
}
