use super::*;
use crate::core::address::Href;
use crate::core::route::Route;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A catalogue around the API `x`: one that everybody may use, one for administrations, one that stopped.
fn catalogue() -> Catalogue {
    let api = |slug: &str, themes: Value, audiences: Value, status: &str| {
        json!({"slug": slug, "title": slug.to_uppercase(), "tagline": "", "producer": "p", "themes": themes,
               "access": "open", "status": status, "audiences": audiences, "updated": "2025-01-01"})
    };
    let everyone = json!(Audience::ALL.map(|audience| (audience.id(), "yes")));
    serde_json::from_value(json!({
        "site": {"name": {"fr": "C", "en": "C"}, "tagline": {"fr": "", "en": ""}, "content_language": "fr",
                 "languages": ["fr"], "publisher": {"name": "P"}},
        "themes": [],
        "apis": [
            api("x", json!(["eau"]), json!([]), "active"),
            api("free", json!(["geo"]), everyone.clone(), "active"),
            api("state", json!(["eau"]), json!([["administration", "yes"], ["company", "no"]]), "active"),
            api("stopped", json!(["eau"]), everyone, "retired"),
        ],
        "producers": [{"slug": "p", "name": "Producer", "kind": "other"}],
        "guides": [{"slug": "g", "title": "Guide", "tagline": "", "apis": ["x"], "updated": "2025-01-01"}],
    }))
    .unwrap()
}

/// The page of `x`, with what a test adds to its front matter and to its access.
fn page(front: &Value, access: &Value) -> ApiPage {
    let mut api = json!({"title": "X", "tagline": "", "producer": "p", "themes": ["eau"],
                         "access": {"kind": "restricted"}, "created": "2025-01-01", "updated": "2025-01-01"});
    for (key, value) in front.as_object().unwrap() {
        api[key] = value.clone();
    }
    for (key, value) in access.as_object().unwrap() {
        api["access"][key] = value.clone();
    }
    let rules = access.get("audiences").and_then(Value::as_array).map_or(0, Vec::len);
    let explanations = vec![json!({"blocks": []}); rules];
    let page = json!({"slug": "x", "api": api, "body": {"blocks": []}, "explanations": explanations, "outlines": []});
    serde_json::from_value(page).unwrap()
}

fn ask(front: &Value, access: &Value, audience: Audience) -> Answer {
    answer(&page(front, access), &catalogue(), audience)
}

fn target(way: &Way) -> String {
    String::from(way.href.clone())
}

#[test]
fn open_apis_lead_to_their_operations_or_documentation() {
    let open = json!({"kind": "open"});
    let read = ask(&json!({"documentation": "https://doc.fr/x"}), &open, Audience::Individual);
    assert_eq!((read.reason, read.delay, read.basis), (Reason::Everyone, Some(Delay::Immediate), Basis::None));
    assert_eq!((read.action.action, target(&read.action)), (Action::Read, "https://doc.fr/x".into()));
    assert!(read.preparations.is_empty() && read.others.is_empty());
    let elsewhere = ask(&json!({"openapi": [{"url": "https://a.fr/o.json"}]}), &open, Audience::Individual);
    assert_eq!(target(&elsewhere.action), "/explorer?url=https%3A%2F%2Fa.fr%2Fo.json");
    let mut page = page(&json!({"documentation": "https://doc.fr/x"}), &open);
    let operation = json!({"method": "GET", "path": "/"});
    let outline =
        |operations| json!({"openapi": "3.1.0", "title": "", "version": "", "servers": [], "operations": operations});
    page.outlines = serde_json::from_value(json!([null, outline(json!([])), outline(json!([operation]))])).unwrap();
    let explored = answer(&page, &catalogue(), Audience::Individual);
    assert_eq!(target(&explored.action), "/apis/x/explorer?document=2");
}

#[test]
fn a_request_goes_where_the_audience_asks() {
    let access = json!({"request_url": "https://ask.fr/all", "max_delay_days": 10, "audiences": [
        {"who": ["company"], "verdict": "conditional", "request_url": "https://ask.fr/company"},
        {"who": ["administration", "individual"], "verdict": "yes", "legal_basis": "Loi 1"},
    ]});
    let front = json!({"contact": {"email": "x@p.fr"}, "sandbox": "https://test.fr"});
    let company = ask(&front, &access, Audience::Company);
    assert_eq!((company.reason, company.rule, &company.basis), (Reason::Conditions, Some(0), &Basis::ToCite));
    assert_eq!(target(&company.action), "https://ask.fr/company");
    assert_eq!(company.delay, Some(Delay::Stated(10)));
    let needs = |answer: &Answer| answer.preparations.iter().map(|preparation| preparation.need).collect::<Vec<_>>();
    use Need::{DataProtection, LegalBasis, Organisation, Proof, Sandbox, Team, Use};
    assert_eq!(needs(&company), [Organisation, Use, LegalBasis, Proof, Team, DataProtection, Sandbox]);
    let individual = ask(&front, &access, Audience::Individual);
    assert_eq!(individual.basis, Basis::Stated("Loi 1".into()));
    assert_eq!(target(&individual.action), "https://ask.fr/all");
    assert_eq!(needs(&individual), [Use, LegalBasis, Team, Sandbox]);
    // Nobody said what holds for associations: a question first.
    let association = ask(&front, &access, Audience::Association);
    assert_eq!((association.reason, association.rule), (Reason::Unstated, None));
    assert_eq!(target(&association.action), "mailto:x@p.fr");
    let bundled = ask(
        &json!({}),
        &json!({"bundle": "state", "audiences": [{"who": ["company"], "verdict": "yes"}]}),
        Audience::Company,
    );
    assert_eq!(
        (bundled.action.action, target(&bundled.action)),
        (Action::RequestBundle, "/apis/state/access?audience=company".into())
    );
}

#[test]
fn a_no_leads_to_what_exists_instead() {
    let access = json!({"audiences": [{"who": ["company"], "verdict": "no",
        "alternatives": ["gone", "x", "state", "https://site.fr/a", "free"]}]});
    let refused = ask(&json!({"contact": {"form": "https://p.fr/ask"}}), &access, Audience::Company);
    assert_eq!((refused.reason, refused.delay, refused.basis), (Reason::Refused, None, Basis::None));
    assert_eq!(target(&refused.action), "https://site.fr/a");
    let others: Vec<String> = refused.others.iter().map(target).collect();
    // Neither an API that the catalogue does not have nor the page itself; one that refuses too comes late.
    assert_eq!(others, ["/apis/free", "/apis/state", "/guides/g", "https://p.fr/ask", "/apis?audience=company"]);
    // Nothing is named: the catalogue answers, with APIs of the same themes first.
    let bare = json!({"audiences": [{"who": ["administration", "individual"], "verdict": "no"}]});
    let administration = ask(&json!({}), &bare, Audience::Administration);
    assert_eq!(target(&administration.action), "/apis?theme=eau&audience=administration");
    assert_eq!(
        administration.others.iter().map(target).collect::<Vec<_>>(),
        ["/apis/state", "/guides/g", "/producers/p"]
    );
    let individual = ask(&json!({}), &bare, Audience::Individual);
    assert_eq!(target(&individual.action), "/apis?audience=individual");
}

#[test]
fn what_stopped_or_will_stop_leads_to_what_replaces_it() {
    let open = json!({"kind": "open", "max_delay_days": 3});
    let retired = ask(&json!({"status": "retired", "replacement": "free"}), &open, Audience::Company);
    assert_eq!((retired.reason, retired.successor), (Reason::Retired, None));
    assert_eq!((retired.action.action, target(&retired.action)), (Action::UseSuccessor, "/apis/free".into()));
    let deprecated = ask(&json!({"status": "deprecated", "replacement": "free"}), &open, Audience::Company);
    assert_eq!(deprecated.reason, Reason::Everyone);
    assert_eq!(deprecated.successor.as_ref().map(target), Some("/apis/free".into()));
    // With no catalogue around it, there is still a way on.
    let empty = Catalogue { apis: vec![], producers: vec![], guides: vec![], ..catalogue() };
    let alone = answer(&page(&json!({"status": "retired"}), &open), &empty, Audience::Company);
    assert_eq!(target(&alone.action), "/apis");
    let silent = answer(&page(&json!({}), &json!({})), &empty, Audience::Company);
    assert_eq!((silent.action.action, target(&silent.action)), (Action::SeePage, "/apis/x".into()));
}

/// A front matter and an access with any of the facts an answer reads.
fn facts() -> impl Strategy<Value = (Value, Value)> {
    let maybe = |value: Value| prop::option::of(Just(value));
    let any_of = |values: &'static [&'static str]| prop::sample::select(values);
    let rule = (
        prop::sample::subsequence(Audience::ALL.map(Audience::id).to_vec(), 1..=6),
        any_of(&["yes", "conditional", "no"]),
        maybe(json!("https://ask.fr/rule")),
        prop::sample::subsequence(vec!["x", "gone", "free", "state", "stopped", "https://site.fr"], 0..=6),
    );
    let rule = rule.prop_map(|(who, verdict, request, alternatives)| {
        json!({"who": who, "verdict": verdict, "request_url": request, "alternatives": alternatives})
    });
    let names = prop::option::of(any_of(&["x", "gone", "free", "state", "stopped"]));
    let access = (
        any_of(&["open", "account", "restricted"]),
        (maybe(json!("https://account.fr")), maybe(json!("https://ask.fr")), prop::option::of(0..40_u32)),
        (names.clone(), any_of(&["none", "compatible", "required"]), prop::collection::vec(rule, 0..4)),
    );
    let access = access.prop_map(|(kind, (account, request, days), (bundle, franceconnect, rules))| {
        json!({"kind": kind, "account_url": account, "request_url": request, "max_delay_days": days,
               "bundle": bundle, "franceconnect": franceconnect, "audiences": rules})
    });
    let contact = prop::sample::select(vec![json!({}), json!({"email": "x@p.fr"}), json!({"form": "https://p.fr"})]);
    let front = (
        (any_of(&["active", "beta", "deprecated", "retired"]), names, any_of(&["p", "unknown"])),
        (maybe(json!("https://doc.fr")), maybe(json!("https://terms.fr")), contact),
    );
    let front = front.prop_map(|((status, replacement, producer), (documentation, terms, contact))| {
        json!({"status": status, "replacement": replacement, "producer": producer, "documentation": documentation,
               "terms_url": terms, "contact": contact})
    });
    (front, access)
}

proptest! {
    #[test]
    fn every_answer_has_a_reason_and_a_way_on((front, access) in facts()) {
        let (catalogue, page) = (catalogue(), page(&front, &access));
        for audience in Audience::ALL {
            let answer = answer(&page, &catalogue, audience);
            if page.api.status != Status::Retired {
                prop_assert_eq!(answer.reason.verdict(), page.api.access.verdict(audience));
            }
            let is_no = answer.reason.verdict() == Some(Verdict::No);
            prop_assert_eq!(answer.delay.is_none(), is_no);
            prop_assert!(is_no || answer.others.is_empty());
            let ways: Vec<&Way> = [&answer.action].into_iter().chain(&answer.others).chain(&answer.successor).collect();
            for way in &ways {
                let text = target(way);
                prop_assert_eq!(Href::parse(&text), Some(way.href.clone()));
                let Href::Internal(path) = &way.href else { continue };
                let (path, query) = path.split_once('?').unwrap_or((path, ""));
                let exists = match Route::parse(path, query) {
                    Some(Route::Api(slug) | Route::Access { api: slug, .. }) => {
                        // A "no" never sends back to the page that said it.
                        catalogue.api(&slug).is_some() && !(is_no && slug == page.slug)
                    }
                    Some(Route::Producer(slug)) => slug.as_str() == "p",
                    Some(Route::Guide(slug)) => slug.as_str() == "g",
                    other => other.is_some(),
                };
                prop_assert!(exists, "{}", text);
            }
            for (index, way) in answer.others.iter().enumerate() {
                prop_assert!(way.href != answer.action.href);
                prop_assert!(answer.others.iter().skip(index + 1).all(|other| other.href != way.href));
            }
        }
    }
}
