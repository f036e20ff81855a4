use super::super::testing::{api, entry};
use super::*;
use crate::core::openapi::{Document, NoDocuments};
use crate::core::pointer;
use proptest::prelude::*;

/// The JSON pointer that a path of ours selects: names between `['` and `']`, with the escapes of RFC 9535.
fn selected(path: &str) -> String {
    let mut rest = path.strip_prefix('$').unwrap();
    let mut found = String::new();
    while !rest.is_empty() {
        let mut name = String::new();
        let mut characters = rest.strip_prefix("['").unwrap().char_indices();
        let end = loop {
            match characters.next().unwrap() {
                (at, '\'') => break at,
                (_, '\\') => match characters.next().unwrap().1 {
                    'u' => {
                        let digits: String = characters.by_ref().take(4).map(|(_, digit)| digit).collect();
                        name.push(char::from_u32(u32::from_str_radix(&digits, 16).unwrap()).unwrap());
                    }
                    other => name.push(other),
                },
                (_, other) => name.push(other),
            }
        };
        rest = rest[2 + end..].strip_prefix("']").unwrap();
        pointer::push(&mut found, &name);
    }
    found
}

/// RFC 7396 without deletions, and arrays joined: what Overlay 1.0 calls a recursive merge.
fn merge(target: &mut Value, update: &Value) {
    match (target, update) {
        (Value::Object(entries), Value::Object(update)) => {
            for (key, value) in update {
                merge(entries.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
        (Value::Array(items), Value::Array(update)) => items.extend(update.iter().cloned()),
        (target, update) => *target = update.clone(),
    }
}

fn apply(document: &Value, overlay: &Value) -> Value {
    let mut document = document.clone();
    for action in overlay["actions"].as_array().unwrap() {
        let pointer = selected(action["target"].as_str().unwrap());
        let target = document.pointer_mut(&pointer).unwrap_or_else(|| panic!("{pointer} selects nothing"));
        match target {
            Value::Array(items) => items.push(action["update"].clone()),
            other => merge(other, &action["update"]),
        }
    }
    document
}

fn check(document: &Value, expect: &Value) {
    let api = api();
    let added = overlay(&entry(&api), document, None, Language::Fr).unwrap();
    let result = apply(document, &added);
    assert_eq!(&result, expect, "{added:#}");
    assert_eq!(overlay(&entry(&api), &result, None, Language::Fr), None, "nothing is added twice");
    let problems = |value: &Value| {
        let (read, mut problems) = Document::read(value.to_string().as_bytes(), "o.json");
        problems.extend(read.contents(&NoDocuments).1);
        problems.into_iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(problems(&result), Vec::<&str>::new());
}

fn answer() -> Value {
    json!({"description": "Trop d’appels\u{202f}: 50\u{a0}appels par seconde et par adresse IP au plus.", "headers": {"Retry-After":
        {"description": "Secondes à attendre avant de rappeler.", "schema": {"type": "integer"}}}})
}

#[test]
fn a_bare_document_gets_everything() {
    let ok = json!({"200": {"description": "x"}});
    let document = json!({"openapi": "3.1.0", "info": {"title": "T", "version": "2"},
        "paths": {"/a/{b}": {"parameters": [{"name": "b", "in": "path", "required": true}], "get": {"responses": ok}, "put": {"responses": {"429": {"description": "y"}}}}, "/it's\\": {"post": {}}}});
    let expect = json!({"openapi": "3.1.0",
        "info": {"title": "T", "version": "2", "contact": {"name": "API Exemple (EX)", "email": "api@example.fr"},
            "license": {"name": "Licence Ouverte 2.0", "identifier": "etalab-2.0"},
            "termsOfService": "https://example.fr/cgu", "description": "Une phrase\u{202f}: l’exemple."},
        "paths": {"/a/{b}": {"parameters": [{"name": "b", "in": "path", "required": true}], "get": {"responses": {"200": {"description": "x"}, "429": answer()}},
                "put": {"responses": {"429": {"description": "y"}}}},
            "/it's\\": {"post": {"responses": {"429": answer()}}}},
        "servers": [{"url": "https://api.example.fr/v1"},
            {"url": "https://bac-a-sable.example.fr/v1", "description": "Environnement de test."}],
        "externalDocs": {"url": "https://example.fr/doc"}});
    check(&document, &expect);
}

#[test]
fn what_the_document_says_stays() {
    let document = json!({"openapi": "3.0.3", "info": {"title": "T", "version": "2", "description": "D",
            "contact": {"email": "other@example.org"}, "license": {"name": "MIT"}, "termsOfService": "https://t.example"},
        "externalDocs": {"url": "https://d.example"},
        "servers": [{"url": "https://prod.example"}], "paths": {"/a": {"get": {"responses": {"4XX": {"description": "x"}}}}}});
    let mut expect = document.clone();
    expect["servers"] = json!([{"url": "https://prod.example"},
        {"url": "https://bac-a-sable.example.fr/v1", "description": "Environnement de test."}]);
    check(&document, &expect);
    let api = api();
    assert_eq!(overlay(&entry(&api), &json!({"a": 1}), None, Language::Fr), None, "no OpenAPI document");
    let known = overlay(&entry(&api), &document, Some("https://a.fr/o.json"), Language::En).unwrap();
    assert_eq!((&known["overlay"], &known["extends"]), (&json!("1.0.0"), &json!("https://a.fr/o.json")));
}

#[test]
fn old_documents_get_what_they_can_say() {
    let document =
        json!({"swagger": "2.0", "info": {"title": "T", "version": "2"}, "paths": {"/a": {"get": {"responses": {}}}}});
    let api = api();
    let result = apply(&document, &overlay(&entry(&api), &document, None, Language::En).unwrap());
    assert_eq!(
        (&result["host"], &result["basePath"], &result["schemes"]),
        (&json!("api.example.fr"), &json!("/v1"), &json!(["https"]))
    );
    assert_eq!(result["info"]["license"]["url"], "https://www.etalab.gouv.fr/licence-ouverte-open-licence/");
    assert_eq!(result["paths"]["/a"]["get"]["responses"]["429"]["headers"]["Retry-After"]["type"], "integer");
    assert_eq!(overlay(&entry(&api), &result, None, Language::En), None);
}

fn odd() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        Value::Null,
        json!(1),
        json!("x"),
        json!([]),
        json!({}),
        json!([1]),
        json!([{}]),
        json!([{"url": 1}]),
        json!([{"url": "/"}]),
        json!({"contact": "x"}),
        json!({"contact": {"email": ""}, "license": []}),
        json!({"get": 1}),
        json!({"responses": []}),
        json!({"get": {"responses": {"429": null}}, "$ref": "#/x"}),
    ])
}

proptest! {
    #[test]
    fn any_name_is_selected(names in prop::collection::vec(any::<String>(), 0..4)) {
        let path = names.iter().fold(ROOT.to_owned(), |path, name| member(&path, name));
        let found = selected(&path);
        prop_assert_eq!(pointer::tokens(&found).collect::<Vec<_>>(), names);
    }

    #[test]
    fn any_document_is_taken(odd in odd(), version in prop::sample::select(vec!["2.0", "3.0.0", "3.1.0"])) {
        let key = if version == "2.0" { "swagger" } else { "openapi" };
        let document = json!({key: version, "info": odd, "servers": odd, "paths": {"/a": odd, "/b": {"get": odd}}, "externalDocs": odd});
        let api = api();
        if let Some(added) = overlay(&entry(&api), &document, None, Language::Fr) {
            for action in added["actions"].as_array().unwrap() {
                let pointer = selected(action["target"].as_str().unwrap());
                prop_assert!(document.pointer(&pointer).is_some(), "{} selects nothing", pointer);
            }
        }
    }
}
