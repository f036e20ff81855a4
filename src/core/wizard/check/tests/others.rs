use super::{Said, attach, clean, said, set};
use crate::core::address::HttpUrl;
use crate::core::catalogue::likeness;
use crate::core::catalogue::wire::Catalogue;
use crate::core::id::Slug;
use crate::core::problem::Severity;
use crate::core::wizard::check::{Detail, Others, candidates, check};
use crate::core::wizard::draft::{Answer, Draft, Origin};
use crate::core::wizard::prefill::tests::good;
use crate::core::wizard::questions::Question;
use crate::core::wizard::tests::{complete, row};
use serde_json::json;

pub(in crate::core::wizard) fn catalogue() -> Catalogue {
    serde_json::from_value(json!({
        "site": {"name": {"fr": "C", "en": "C"}, "tagline": {"fr": "", "en": ""}, "content_language": "fr",
            "languages": ["fr"], "publisher": {"name": "P"}},
        "themes": [{"slug": "transport", "name": {"fr": "T", "en": "T"}}],
        "apis": [{"slug": "api-halles", "title": "API Halles et foires", "tagline": "", "producer": "dinum",
            "themes": ["transport"], "aliases": ["halles"], "access": "open", "audiences": [], "updated": "2026-01-01"}],
        "producers": [{"slug": "dinum", "name": "Direction du numérique", "kind": "ministry"}],
        "guides": []
    }))
    .unwrap()
}

pub(super) fn beside(draft: &Draft, details: &[Detail]) -> Vec<Said> {
    let catalogue = catalogue();
    said(&check(draft, Some(&Others { catalogue: &catalogue, details })))
}

#[test]
fn pages_that_are_named_exist() {
    assert_eq!(beside(&clean(), &[]), []);
    let mut draft = clean();
    set(&mut draft, Question::Producer, "dinun");
    set(&mut draft, Question::Status, "retired");
    set(&mut draft, Question::Replacement, "x");
    draft.set(Question::Themes, Answer::Words(vec!["transport".into(), "y".into()]), Origin::Typed);
    let unknown = |question| ("unknown-page", question, None);
    assert_eq!(
        beside(&draft, &[]),
        [unknown(Question::Themes), unknown(Question::Replacement), unknown(Question::Producer)]
    );
    let catalogue = catalogue();
    let findings = check(&draft, Some(&Others { catalogue: &catalogue, details: &[] }));
    assert!(findings[2].mend.en.contains("dinum"));
    let mut draft = complete();
    let rows = vec![row(&[("who", "company"), ("verdict", "no"), ("alternatives", "api-halles z https://a.fr")])];
    draft.set(Question::Audiences, Answer::Rows(rows), Origin::Typed);
    let found = check(&draft, Some(&Others { catalogue: &catalogue, details: &[] }));
    let found: Vec<_> = found.iter().filter(|finding| finding.code == "unknown-page").collect();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].cell, found[0].severity), (Some((0, "alternatives")), Severity::Warning));
}

#[test]
fn the_same_api_is_found() {
    let titled = |title: &str, slug: &str| {
        let mut draft = clean();
        set(&mut draft, Question::Title, title);
        set(&mut draft, Question::Slug, slug);
        draft
    };
    assert_eq!(beside(&titled("Api halles et FOIRES", "x"), &[]), [("duplicate-title", Question::Title, None)]);
    assert_eq!(beside(&titled("API Halle et foires", "x"), &[]), [("near-title", Question::Title, None)]);
    for slug in ["api-halles", "halles"] {
        assert_eq!(beside(&titled("Autre", slug), &[]), [("name-taken", Question::Slug, None)]);
    }
    // Its own page is no duplicate.
    let mut update = titled("API Halles et foires", "api-halles");
    update.updates = Slug::parse("api-halles");
    assert_eq!(beside(&update, &[]), []);

    let mut draft = clean();
    set(&mut draft, Question::BaseUrl, "https://API.halles.gouv.fr/v1/");
    let detail = |base: &str, operations: &[&str]| Detail {
        slug: Slug::parse("api-halles").unwrap(),
        title: "API Halles".into(),
        addresses: likeness::addresses(HttpUrl::parse(base).as_ref(), std::iter::empty()),
        operations: operations.iter().map(|operation| (*operation).to_owned()).collect(),
    };
    let found = [("duplicate-base-url", Question::BaseUrl, None)];
    assert_eq!(beside(&draft, &[detail("https://api.halles.gouv.fr/v1", &[])]), found);
    let mut document = good();
    let list = document["paths"]["/marches"].clone();
    document["paths"] = json!({"/a/{id}": list, "/b": list, "/c/": list});
    set(&mut draft, Question::BaseUrl, "");
    document["servers"] = json!([{"url": "https://api.marches.gouv.fr/v1"}]);
    attach(&mut draft, &document.to_string());
    assert_eq!(beside(&draft, &[detail("http://api.marches.gouv.fr/v1/", &[])]), found, "a server of the document");
    let same = detail("https://b.fr", &["GET /a/{}", "GET /b", "GET /c", "GET /d"]);
    assert_eq!(beside(&draft, std::slice::from_ref(&same)), [("duplicate-operations", Question::Documents, None)]);
    let other = detail("https://b.fr", &["GET /a/{}", "GET /b", "GET /d"]);
    assert_eq!(beside(&draft, &[other]), []);
    let catalogue = catalogue();
    assert_eq!(candidates(&draft, &catalogue).len(), 1);
    set(&mut draft, Question::Producer, "autre");
    assert_eq!(candidates(&draft, &catalogue).len(), 0);
    set(&mut draft, Question::Title, "Les marchés");
    assert_eq!(candidates(&draft, &catalogue).len(), 0);
    set(&mut draft, Question::Title, "Grandes foires");
    assert_eq!(candidates(&draft, &catalogue).len(), 1);
    // Whatever the names, what it serves leads to it.
    set(&mut draft, Question::Title, "Les marchés");
    let mut catalogue = catalogue;
    catalogue.apis[0].marks = likeness::marks(&same.addresses, &same.operations);
    assert_eq!(candidates(&draft, &catalogue).len(), 1);
}

#[test]
fn a_producer_is_described_once() {
    let mut draft = clean();
    set(&mut draft, Question::Producer, "+");
    set(&mut draft, Question::ProducerName, "Direction du NUMERIQUE");
    set(&mut draft, Question::ProducerKind, "ministry");
    assert_eq!(beside(&draft, &[]), [("duplicate-producer", Question::Producer, None)]);
    set(&mut draft, Question::ProducerName, "Autre");
    assert_eq!(beside(&draft, &[]), []);
    set(&mut draft, Question::ProducerAcronym, "DINUM");
    assert_eq!(beside(&draft, &[]), [("duplicate-producer", Question::Producer, None)]);
}
