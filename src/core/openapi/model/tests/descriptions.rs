//! What a document says of itself, and its tags.

use super::{check_contents, joined};
use crate::core::openapi::{Contents, extensions};
use serde_json::json;

fn info(contents: &Contents<'_>) -> String {
    let info = &contents.info;
    let contact = info.contact.as_ref().map(|one| (one.name, one.url, one.email));
    let license = info.license.as_ref().map(|one| (one.name, one.identifier, one.url));
    let texts = [info.title, info.version.as_deref(), info.summary, info.description, info.terms_of_service];
    format!("{} {contact:?} {license:?}", texts.map(|text| text.unwrap_or("-")).join(" "))
}

#[test]
fn info_is_read_as_far_as_it_goes() {
    for (written, expected, problems) in [
        (json!({ "title": "T", "version": "1" }), "T 1 - - - None None", vec![]),
        // YAML reads numbers.
        (json!({ "title": "T", "version": 1.0 }), "T 1.0 - - - None None", vec![]),
        (
            json!({ "title": "T", "version": "1", "summary": "s", "description": "d", "termsOfService": "t",
                "contact": { "name": "n", "email": "e" }, "license": { "name": "l", "identifier": "MIT", "url": "u" } }),
            r#"T 1 s d t Some((Some("n"), None, Some("e"))) Some((Some("l"), Some("MIT"), Some("u")))"#,
            vec![],
        ),
        (json!({ "version": "1" }), "- 1 - - - None None", vec!["missing-key /info"]),
        (
            json!({ "title": ["T"], "version": {}, "description": null, "contact": "me" }),
            "- - - - - None None",
            vec!["wrong-type /info/contact", "wrong-type /info/title", "wrong-type /info/version"],
        ),
        (json!("T"), "- - - - - None None", vec!["wrong-type /info"]),
        (json!(null), "- - - - - None None", vec![]),
    ] {
        check_contents(json!({ "info": written }), info, expected, &problems);
    }
}

#[test]
fn more_to_read() {
    let show = |contents: &Contents<'_>| {
        contents.external_docs.as_ref().map(|docs| format!("{} {:?}", docs.url, docs.description)).unwrap_or_default()
    };
    for (written, expected, problems) in [
        (json!({ "url": "u", "description": "d" }), r#"u Some("d")"#, vec![]),
        (json!({ "url": "u" }), "u None", vec![]),
        (json!({ "description": "d" }), "", vec!["missing-key /externalDocs"]),
        (json!([]), "", vec!["wrong-type /externalDocs"]),
    ] {
        check_contents(json!({ "externalDocs": written }), show, expected, &problems);
    }
}

fn tags(contents: &Contents<'_>) -> String {
    joined(&contents.tags, |tag| {
        format!("{} {:?} < {:?} {:?}", tag.name, tag.title, tag.parent, tag.kind).replace("None", "-")
    })
}

#[test]
fn tags_and_their_parents() {
    for (written, expected, problems) in [
        (json!([{ "name": "a", "summary": "A", "kind": "nav" }]), r#"a Some("A") < - Some("nav")"#, vec![]),
        (json!([{ "name": "a", "x-displayName": "A" }]), r#"a Some("A") < - -"#, vec![]),
        (json!([{ "name": "a" }, { "name": "a", "summary": "second" }]), "a - < - -", vec![]),
        (json!([{ "name": "a", "parent": "b" }, { "name": "b" }]), r#"a - < Some("b") - | b - < - -"#, vec![]),
        (json!([{ "name": "a", "parent": "b" }]), "a - < - -", vec!["tag-parent /tags/0"]),
        (json!([{ "name": "a", "parent": "a" }]), "a - < - -", vec!["tag-parent /tags/0"]),
        (
            json!([{ "name": "a", "parent": "b" }, { "name": "b", "parent": "a" }, { "name": "c" }]),
            "a - < - - | b - < - - | c - < - -",
            vec!["tag-parent /tags/0", "tag-parent /tags/1"],
        ),
        (json!([{ "summary": "A" }, "a"]), "", vec!["missing-key /tags/0", "wrong-type /tags/1"]),
        (json!({}), "", vec!["wrong-type /tags"]),
    ] {
        check_contents(json!({ "tags": written }), tags, expected, &problems);
    }
}

#[test]
fn a_long_chain_of_parents_ends() {
    let chain: Vec<_> = (0..1_000).map(|n| json!({ "name": n.to_string(), "parent": (n + 1).to_string() })).collect();
    let document = super::document(&json!({ "tags": chain }));
    let (contents, problems) = document.contents(&crate::core::openapi::NoDocuments);
    assert_eq!((contents.tags.len(), problems.len()), (1_000, 1_000));
}

#[test]
fn groups_of_tags() {
    let show =
        |contents: &Contents<'_>| joined(&contents.tag_groups, |one| format!("{}: {}", one.name, one.tags.join(" ")));
    for (written, expected, problems) in [
        (json!([{ "name": "G", "tags": ["a", "b"] }, { "name": "H" }]), "G: a b | H: ", vec![]),
        (json!([{ "tags": ["a"] }]), "", vec!["missing-key /x-tagGroups/0"]),
        (json!([{ "name": "G", "tags": ["a", 1] }]), "G: a", vec!["wrong-type /x-tagGroups/0/tags/1"]),
    ] {
        check_contents(json!({ "x-tagGroups": written }), show, expected, &problems);
    }
}

#[test]
fn extensions_are_what_begins_with_x() {
    let show = |contents: &Contents<'_>| {
        let found: Vec<String> =
            extensions(contents.info.value.unwrap()).map(|(key, value)| format!("{key}={value}")).collect();
        found.join(" ")
    };
    check_contents(json!({ "info": { "title": "T", "x-b": 1, "X-c": 2, "x-a": null } }), show, "x-b=1 x-a=null", &[]);
    assert_eq!(extensions(&json!([1])).count(), 0);
}
