//! Each rule on its fixtures; the engine on anything.

mod mends;

use super::rules::{FIXTURES, Fixture};
use super::*;
use crate::core::catalogue::front_matter::read_api;
use crate::core::yaml;
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// A document that follows every rule.
const GOOD_DOCUMENT: &str = r#"{"openapi":"3.1.0","info":{"title":"API A","version":"1.0.0","description":"D","contact":{"email":"a@b.fr"},"license":{"name":"L"}},
    "servers":[{"url":"https://api.gouv.fr/a"}],
    "components":{"securitySchemes":{"k":{"type":"http","scheme":"bearer"}}},"security":[{"k":[]}],
    "paths":{"/a":{"get":{"operationId":"a","summary":"S","tags":["T"],
        "parameters":[{"name":"q","in":"query","description":"Q","schema":{"type":"string"}}],
        "responses":{
            "200":{"description":"ok","content":{"application/json":{
                "schema":{"type":"object","properties":{"x":{"type":"string","description":"X"}}},"example":{"x":"y"}}}},
            "400":{"description":"no"},"429":{"description":"slow"}}}}}}"#;

/// JSON Merge Patch (RFC 7396).
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(members) = patch else { return target.clone_from(patch) };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else { return };
    for (name, value) in members {
        if value.is_null() {
            target.remove(name);
        } else {
            merge(target.entry(name.as_str()).or_insert(Value::Null), value);
        }
    }
}

fn document(patch: &str) -> Document {
    let mut document = serde_json::from_str(GOOD_DOCUMENT).unwrap();
    merge(&mut document, &serde_json::from_str(patch).unwrap());
    Document::read(document.to_string().as_bytes(), "https://a.gouv.fr/o.json").0
}

fn api(front: &str) -> Api {
    let mut head =
        String::from("producer: dinum\nthemes: [eau]\ncreated: 2026-01-01\nupdated: 2026-01-01\ntitle: API A\n");
    if !front.contains("tagline:") {
        head.push_str("tagline: B\n");
    }
    if !front.contains("access:") {
        head.push_str("access: { kind: open }\n");
    }
    let (yaml, _, _) = yaml::front_matter(&format!("---\n{head}{front}\n---\n"), "a.md");
    let (api, problems) = read_api(&yaml, "a.md");
    api.unwrap_or_else(|| panic!("{front}: {problems:?}"))
}

fn report_of(front: &str, body: &str, patch: Option<&str>) -> Report {
    let api = api(front);
    let facts = patch.map(|patch| facts_of(&document(patch)));
    report(&Subject { api: Some(&api), body, document: facts.as_ref() })
}

/// The report of a page, and of a document as it is.
fn report_of_document(front: &str, body: &str, document: Option<&Value>) -> Report {
    let api = api(front);
    let read = |document: &Value| Document::read(document.to_string().as_bytes(), "https://a.gouv.fr/o.json").0;
    let facts = document.map(|document| facts_of(&read(document)));
    report(&Subject { api: Some(&api), body, document: facts.as_ref() })
}

fn finds(fixture: Fixture, rule: &Rule) -> Option<Finding> {
    let report = report_of(fixture.front, fixture.body, fixture.document);
    report.findings.into_iter().find(|finding| finding.rule == rule.id)
}

#[test]
fn each_rule_tells_its_good_page_from_its_bad_one() {
    for (rule, good, bad) in FIXTURES {
        assert_eq!(finds(*good, rule), None, "{}", rule.id);
        let found = finds(*bad, rule).unwrap_or_else(|| panic!("{}: its bad page is not found", rule.id));
        assert!(!found.places.is_empty() && found.gain > 0.0, "{}: {found:?}", rule.id);
    }
}

#[test]
fn rules_have_names_and_words() {
    let names: HashSet<&str> = rules().iter().map(|rule| rule.id).collect();
    assert_eq!(names.len(), rules().len());
    assert!(rules().len() >= 35, "{}", rules().len());
    for rule in rules() {
        assert!(rule.weight > 0 && rule.what.0 != rule.what.1 && rule.mend.0 != rule.mend.1, "{}", rule.id);
    }
}

#[test]
fn a_document_is_judged_alone_by_its_own_rules() {
    let facts = facts_of(&document("{}"));
    let report = report(&Subject { api: None, body: "", document: Some(&facts) });
    assert_eq!((report.score, report.families), (100, vec![(Family::Document, 100)]));
}

/// Things that a page may have, each of which can only help.
const PARTS: [&str; 12] = [
    "documentation: https://a.gouv.fr/doc",
    "contact: { email: equipe@a.gouv.fr }",
    "keywords: [a, b, c]",
    "licence: etalab-2.0",
    "terms_url: https://a.gouv.fr/cgu",
    "coverage: France",
    "update_frequency: daily",
    "sandbox: https://bac.a.gouv.fr",
    "service_level: { availability: 99.95, response_time_ms: 40, rate_limits: [{ count: 1, period: second }] }",
    "base_url: https://api.gouv.fr/a",
    "partners: [Un organisme]",
    "openapi:\n  - url: https://a.gouv.fr/o.json",
];

proptest! {
    #[test]
    fn what_is_added_never_lowers_the_score(mask in 0_usize..4096, added in 0_usize..12, words in 0_usize..150) {
        let front = |mask: usize| {
            let parts = PARTS.iter().enumerate().filter(|(place, _)| mask & (1 << place) != 0);
            parts.map(|(_, part)| *part).collect::<Vec<_>>().join("\n")
        };
        let body = "mot ".repeat(words);
        let before = report_of(&front(mask), &body, None);
        let after = report_of(&front(mask | (1 << added)), &body, None);
        prop_assert!(after.score >= before.score);
        let longer = body.clone() + " mot";
        prop_assert!(report_of(&front(mask), &longer, None).score >= before.score);
    }

    #[test]
    fn mending_any_finding_never_lowers_any_score(shares in prop::collection::vec((0_usize..5, 1_usize..5), 46), mended in 0_usize..46) {
        let judged = |mended: Option<usize>| {
            let judgement = |(place, (rule, (earned, possible))): (usize, (&'static Rule, &(usize, usize)))| {
                let earned = if mended == Some(place) { *possible } else { (*earned).min(*possible) };
                (rule, Judgement { earned, possible: *possible, places: Vec::new() })
            };
            summed(rules().iter().zip(&shares).enumerate().map(judgement).collect())
        };
        let (before, after) = (judged(None), judged(Some(mended)));
        prop_assert!(after.score >= before.score && after.score <= 100);
        for ((_, before), (_, after)) in before.families.iter().zip(&after.families) {
            prop_assert!(after >= before);
        }
    }
}
