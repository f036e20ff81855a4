//! Whatever is mended, as its rule says, no score is lowered: not that of the page, not that of a family.

use super::{merge, report_of_document};
use crate::core::quality::{Report, rules};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};

/// A restricted API that follows next to no rule.
const PAGE: [(&str, &str); 7] = [
    ("tagline", "B"),
    ("access", "{ kind: restricted }"),
    ("contact", "{ email: jeanne.dupont@a.gouv.fr }"),
    ("base_url", "https://api.gouv.fr/a"),
    ("status", "deprecated"),
    ("service_level", "{}"),
    ("body", ""),
];

/// What a mend changes.
enum Mend {
    /// A key of the front matter, or a member of one.
    Page(&'static str, &'static str),
    /// The document, by a merge patch.
    Document(Value),
}

/// The document that follows next to no rule; without operation, without schema.
fn document() -> Value {
    json!({ "openapi": "3.0.0", "info": { "title": "API A", "version": "" },
        "paths": { "/a": { "get": { "parameters": [{ "name": "q", "in": "query" }],
            "responses": { "200": { "description": "ok" } } } },
            "/b": { "get": { "parameters": [{ "name": "r", "in": "query", "schema": { "type": "string" } }], "responses": { "200": { "description": "ok", "content": { "application/json": {
                "schema": { "type": "object", "properties": { "x": { "description": "X" }, "y": {} } } } } } } } } } })
}

/// The mends of the rules, each by what it says to do; a rule may be mended in several steps.
fn mends() -> Vec<(&'static str, Mend)> {
    let all = "[individual, company, association, administration, local-authority, software-publisher]";
    let audiences = |rest: &str| -> &'static str { format!("[{{ who: {all}, {rest} }}]").leak() };
    let get = |path: &str, patch: Value| Mend::Document(json!({ "paths": { path: { "get": patch } } }));
    let answer = |path: &str, code: &str, patch: Value| get(path, json!({ "responses": { code: patch } }));
    let typed = |schema: Value| json!({ "content": { "application/json": { "schema": schema } } });
    vec![
        ("useful-tagline", Mend::Page("tagline", "Ce que cette API donne à qui la lit")),
        ("access-stated", Mend::Page("access.request_url", "https://datapass.api.gouv.fr/a")),
        ("answer-delay", Mend::Page("access.max_delay_days", "10")),
        ("audiences-stated", Mend::Page("access.audiences", audiences("verdict: no"))),
        ("audiences-stated", Mend::Page("access.audiences", "[{ who: [company], verdict: yes }]")),
        ("legal-basis", Mend::Page("access.audiences", audiences("verdict: yes, legal_basis: Article 1"))),
        (
            "refusal-alternatives",
            Mend::Page("access.audiences", audiences("verdict: no, alternatives: [\"https://a.fr\"]")),
        ),
        ("generic-contact", Mend::Page("contact", "{ email: equipe@a.gouv.fr }")),
        ("availability-published", Mend::Page("service_level.availability", "98")),
        ("availability-target", Mend::Page("service_level.availability", "99.95")),
        ("response-time-published", Mend::Page("service_level.response_time_ms", "200")),
        ("response-time-target", Mend::Page("service_level.response_time_ms", "40")),
        ("limits-published", Mend::Page("service_level.rate_limits", "[{ count: 1, period: second }]")),
        ("status-page", Mend::Page("service_level.status_url", "https://etat.a.gouv.fr")),
        ("usage-published", Mend::Page("service_level.usage_url", "https://stats.a.gouv.fr")),
        ("technical-documentation", Mend::Page("documentation", "https://a.gouv.fr/doc")),
        ("testable", Mend::Page("sandbox", "https://bac.a.gouv.fr")),
        ("findable", Mend::Page("keywords", "[a, b, c]")),
        ("licence", Mend::Page("licence", "etalab-2.0")),
        ("terms", Mend::Page("terms_url", "https://a.gouv.fr/cgu")),
        ("scope-of-data", Mend::Page("coverage", "France")),
        ("scope-of-data", Mend::Page("update_frequency", "daily")),
        ("end-announced", Mend::Page("sunset", "2027-01-01")),
        ("end-announced", Mend::Page("replacement", "api-b")),
        ("producer-named", Mend::Page("partners", "[Un organisme]")),
        ("functional-documentation", Mend::Page("body", "mot ".repeat(120).leak())),
        ("document-contact", Mend::Document(json!({ "info": { "contact": { "email": "a@b.fr" } } }))),
        ("document-licence", Mend::Document(json!({ "info": { "license": { "name": "L" } } }))),
        ("document-described", Mend::Document(json!({ "info": { "description": "D" } }))),
        ("document-version", Mend::Document(json!({ "info": { "version": "1" } }))),
        ("openapi-modern", Mend::Document(json!({ "openapi": "3.1.0" }))),
        ("real-servers", Mend::Document(json!({ "servers": [{ "url": "https://autre.gouv.fr/a" }] }))),
        ("same-server", Mend::Document(json!({ "servers": [{ "url": "https://api.gouv.fr/a" }] }))),
        (
            "security-declared",
            Mend::Document(
                json!({ "components": { "securitySchemes": { "k": { "type": "http", "scheme": "bearer" } } } }),
            ),
        ),
        ("operations-described", get("/a", json!({ "summary": "S" }))),
        ("operations-described", get("/b", json!({ "summary": "S" }))),
        ("operations-named", get("/a", json!({ "operationId": "a" }))),
        ("operations-tagged", get("/b", json!({ "tags": ["T"] }))),
        (
            "parameters-typed",
            get("/a", json!({ "parameters": [{ "name": "q", "in": "query", "schema": { "type": "string" } }] })),
        ),
        (
            "parameters-described",
            get(
                "/b",
                json!({ "parameters": [{ "name": "r", "in": "query", "description": "R", "schema": { "type": "string" } }] }),
            ),
        ),
        (
            "responses-typed",
            answer("/a", "200", typed(json!({ "type": "object", "properties": { "v": {}, "w": {}, "z": {} } }))),
        ),
        ("properties-described", answer("/b", "200", typed(json!({ "properties": { "y": { "description": "Y" } } })))),
        (
            "examples-given",
            answer("/b", "200", json!({ "content": { "application/json": { "example": { "x": 1 } } } })),
        ),
        ("errors-described", answer("/a", "400", json!({ "description": "no" }))),
        ("limit-described", answer("/b", "429", json!({ "description": "slow" }))),
        ("openapi-present", Mend::Document(json!({}))),
    ]
}

/// The page and the document once these mends are made; no document where `openapi-present` is not mended.
fn judged(made: &[&(&'static str, Mend)], has_operations: bool) -> Report {
    let mut page: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    let whole = |value: &str| BTreeMap::from([("", value.to_owned())]);
    for (key, value) in PAGE {
        page.insert(key, whole(value));
    }
    page.insert("access", BTreeMap::from([("kind", "restricted".to_owned())]));
    page.insert("service_level", BTreeMap::new());
    let mut document = document();
    let mut is_present = false;
    for (rule, mend) in made {
        is_present |= *rule == "openapi-present";
        match mend {
            Mend::Page(key, value) => match key.split_once('.') {
                Some((key, member)) => {
                    page.entry(key).or_default().insert(member, (*value).to_owned());
                }
                None => {
                    page.insert(key, whole(value));
                }
            },
            Mend::Document(patch) => merge(&mut document, patch),
        }
    }
    if !has_operations {
        document["paths"] = json!({});
    }
    let body = page.remove("body").and_then(|body| body.get("").cloned()).unwrap_or_default();
    let front: Vec<String> = page
        .iter()
        .map(|(key, members)| match members.get("") {
            Some(value) => format!("{key}: {value}"),
            None => {
                let members: Vec<String> = members.iter().map(|(name, value)| format!("{name}: {value}")).collect();
                format!("{key}: {{ {} }}", members.join(", "))
            }
        })
        .collect();
    report_of_document(&front.join("\n"), &body, is_present.then_some(&document))
}

fn score(report: &Report, name: &str) -> Vec<u32> {
    let families = report.families.iter().map(|(_, score)| *score);
    assert!(report.score <= 100, "{name}");
    std::iter::once(report.score).chain(families).collect()
}

/// Nothing of what is judged is left out of the mends, but for what no page of this kind can lack.
#[test]
fn every_rule_has_a_mend() {
    let mended: HashSet<&str> = mends().iter().map(|(rule, _)| *rule).collect();
    let without: Vec<&str> = rules().iter().map(|rule| rule.id).filter(|rule| !mended.contains(rule)).collect();
    assert_eq!(without, ["same-security", "document-read", "examples-valid"]);
    assert!(mended.iter().all(|rule| rules().iter().any(|known| known.id == *rule)));
}

#[test]
fn operations_that_are_added_never_lower_a_score() {
    let present = mends();
    let present: Vec<_> = present.iter().filter(|(rule, _)| *rule == "openapi-present").collect();
    let (empty, described) = (judged(&present, false), judged(&present, true));
    for (before, after) in score(&empty, "empty").into_iter().zip(score(&described, "described")) {
        assert!(after >= before, "{empty:?}\n{described:?}");
    }
}

proptest! {
    #![proptest_config(crate::core::testing::cases(1024))]

    #[test]
    fn no_mend_lowers_a_score(mask in any::<u64>(), present in any::<bool>(), mended in any::<prop::sample::Index>()) {
        let all = mends();
        let mended = mended.index(all.len());
        let is_made = |place: usize| mask & (1 << (place % 64)) != 0 && place != mended;
        // One key, or one answer, is mended once: the better mend comes last, as whoever mends would leave it.
        let mut before: Vec<_> = all.iter().enumerate().filter(|(place, _)| is_made(*place)).map(|(_, one)| one).collect();
        if present {
            before.extend(all.iter().filter(|(rule, _)| *rule == "openapi-present"));
        }
        let after: Vec<_> = before.iter().copied().chain([&all[mended]]).collect();
        let (old, new) = (judged(&before, true), judged(&after, true));
        // What was mended already is not made worse by mending it less.
        let is_lost = old.findings.iter().any(|finding| finding.rule == all[mended].0);
        if is_lost {
            for (before, after) in score(&old, all[mended].0).into_iter().zip(score(&new, all[mended].0)) {
                prop_assert!(after >= before, "{}: {:?} → {:?}", all[mended].0, old.families, new.families);
            }
        }
    }
}
