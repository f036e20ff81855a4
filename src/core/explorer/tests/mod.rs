//! What views hold, for documents of each generation and for hostile ones.

mod anchors;
mod fields;
mod glance;
mod reading;

use super::*;
use crate::core::i18n::Language;
use crate::core::openapi::compare::{self, Change};
use crate::core::openapi::{Document, NoDocuments};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn document(value: Value) -> Document {
    Document::new(value, "https://a.fr/api.json")
}

fn contents_of(value: Value) -> ContentsView {
    contents(&document(value), &NoDocuments, Language::Fr)
}

/// The names of the first operation.
fn names_of(value: Value) -> String {
    names(&document(value), &NoDocuments, 0..1).remove(0)
}

/// The operation at `rank`.
fn operation_of(value: Value, rank: usize) -> OperationView {
    let document = document(value);
    let entries = document.operations(&NoDocuments).0;
    operation(&entries[rank], &document, &NoDocuments, Language::Fr)
}

/// The answer 200 of an operation whose schema is `schema`.
fn answer(schema: Value, schemas: Value) -> MediaView {
    let content = json!({"application/json": {"schema": schema}});
    let value = json!({"openapi": "3.1.0", "paths": {"/x": {"get": {"responses": {"200": {"content": content}}}}},
        "components": {"schemas": schemas}});
    operation_of(value, 0).responses.remove(0).content.remove(0)
}

/// A row and what is inside, as `label[marks](inside)`: named, required, deprecated, recursive, cut.
fn shown(row: &RowView) -> String {
    let marks = [(row.named, 'n'), (row.required, '!'), (row.deprecated, 'd'), (row.recursive, '*'), (row.cut, '…')];
    let marks: String = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect();
    let inside: Vec<String> = row.children.iter().map(shown).collect();
    let inside = if inside.is_empty() { String::new() } else { format!("({})", inside.join(" ")) };
    format!("{}[{marks}]{inside}", row.label.en)
}

fn count(row: &RowView) -> usize {
    1 + row.children.iter().map(count).sum::<usize>()
}

#[test]
fn operations_are_grouped_by_their_first_tag() {
    let value = json!({"openapi": "3.1.0", "info": {"title": "T", "version": 2, "description": "*d*"},
        "tags": [{"name": "b", "description": "B"}, {"name": "unused"}, {"name": "a", "x-displayName": "The A"}],
        "paths": {"/1": {"get": {"tags": ["late"]}}, "/2": {"get": {"tags": []}, "put": {"tags": ["a", "b"]}},
            "/3": {"get": {"tags": ["b"], "deprecated": true}, "post": {"tags": ["late", "a"], "tags2": 1}},
            "/4": {"summary": "of the path", "get": {"tags": "a"}}},
        "webhooks": {"w": {"post": {"tags": ["b"]}}}});
    let view = contents_of(value);
    let groups: Vec<_> = view.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(groups, ["b", "The A", "late", "", ""]);
    let ranks = |group: &GroupView| group.operations.iter().map(|entry| entry.rank).collect::<Vec<_>>();
    assert_eq!(view.groups.iter().map(ranks).collect::<Vec<_>>(), [vec![3], vec![2], vec![0, 4], vec![1, 5], vec![6]]);
    assert_eq!(view.groups.iter().map(|group| group.webhooks).collect::<Vec<_>>(), [false, false, false, false, true]);
    assert!(view.groups[0].operations[0].deprecated);
    assert_eq!(view.groups[3].operations[1].summary, "of the path");
    assert_eq!((view.title.as_str(), view.version.as_str()), ("T", "2"));
    assert!(!view.description.blocks.is_empty() && !view.groups[0].description.blocks.is_empty());
}

#[test]
fn names_are_those_of_parameters_and_fields_once() {
    let three = json!({"openapi": "3.0.3", "paths": {"/x/{id}": {"post": {
        "parameters": [{"name": "q", "in": "query", "schema": {"properties": {"no": {}}}}],
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/S"}}}},
        "responses": {"201": {"content": {"a/b": {"schema": {"type": "array", "items": {"properties": {"q": {}, "z": {}}}}}}},
            "400": {"content": {"a/b": {"schema": {"properties": {"error": {}}}}}}}}}},
        "components": {"schemas": {"S": {"properties": {"in": {"$ref": "#/components/schemas/S"}, "of": {}}}}}});
    assert_eq!(names_of(three), "q id in of z");
    let two = json!({"swagger": "2.0", "host": "a.fr", "paths": {"/x": {"post": {"consumes": ["a/json"],
        "parameters": [{"name": "b", "in": "body", "schema": {"properties": {"f": {}}}}],
        "responses": {"200": {"schema": {"properties": {"g": {}}}}}}}}});
    assert_eq!(names_of(two), "f g");
    let many: Map<String, Value> = (0..2_000).map(|index| (format!("p{index}"), json!({}))).collect();
    let many = json!({"openapi": "3.1.0", "paths": {"/x": {"get": {"responses": {"200": {"content": {"a/b":
        {"schema": {"properties": many}}}}}}}}});
    assert_eq!(names_of(many).split(' ').count(), 200);
}

#[test]
fn parameters_are_rows_under_their_own_name() {
    let value = json!({"openapi": "3.1.0", "servers": [{"url": "https://{h}.fr/v1", "variables": {"h": {"default": "b"}}}],
        "paths": {"/x": {"get": {"summary": "S", "parameters": [
            {"name": "own", "in": "query", "description": "of it", "schema": {"type": "string", "description": "no"}},
            {"name": "lent", "in": "header", "required": true, "schema": {"type": "integer", "description": "lent"}},
            {"name": "content", "in": "query", "deprecated": true,
             "content": {"application/json": {"schema": {"title": "T", "properties": {"a": {}}}}}},
            {"name": "bare", "in": "cookie"}], "responses": {"429": {"headers": {"Retry-After": {"required": true,
                "description": "s", "schema": {"type": "integer"}}}}, "4xx": {}, "default": {"description": "D"}}}}}});
    let view = operation_of(value, 0);
    assert_eq!(view.servers[0].url, "https://b.fr/v1");
    let rows: Vec<_> = view.parameters.iter().map(|one| format!("{} {}", one.location, shown(&one.row))).collect();
    assert_eq!(rows, ["query own[n]", "header lent[n!]", "query content[nd](a[n])", "cookie bare[n]"]);
    let text = |index: usize| serde_json::to_string(&view.parameters[index].row.description).unwrap();
    assert!(text(0).contains("of it") && !text(0).contains("no") && text(1).contains("lent"));
    assert_eq!(view.parameters[1].row.summary.en, "integer");
    assert_eq!(view.parameters[3].row.summary.en, "any value");
    let statuses: Vec<_> = view.responses.iter().map(|one| one.status.as_str()).collect();
    assert_eq!(statuses, ["429", "4XX", "default"]);
    assert_eq!(shown(&view.responses[0].headers[0].row), "Retry-After[n!]");
    assert_eq!(view.snippets.len(), 18);
    assert!(view.snippets[0].code.contains("https://b.fr/v1/x"), "{}", view.snippets[0].code);
}

#[test]
fn schemes_are_told_in_words() {
    let check = |scheme: Value, fr: &str, en: &str| {
        let value = json!({"openapi": "3.1.0", "paths": {"/x": {"get": {"security": [{"s": ["read"]}, {}]}}},
            "components": {"securitySchemes": {"s": scheme}}});
        let security = operation_of(value, 0).security;
        assert_eq!((security[0][0].kind.fr.as_str(), security[0][0].kind.en.as_str()), (fr, en));
        assert_eq!((security[0][0].name.as_str(), security[0][0].scopes.join(" ")), ("s", "read".to_owned()));
        assert_eq!(security[1], []);
    };
    let key = |place: &str| json!({"type": "apiKey", "in": place, "name": "X-Key"});
    check(key("header"), "clé d’API dans l’en-tête X-Key", "API key in the header X-Key");
    check(key("query"), "clé d’API dans le paramètre d’adresse X-Key", "API key in the query parameter X-Key");
    check(key("cookie"), "clé d’API dans le cookie X-Key", "API key in the cookie X-Key");
    let http = |scheme: &str| json!({"type": "http", "scheme": scheme});
    check(http("Basic"), "nom d’utilisateur et mot de passe (HTTP Basic)", "user name and password (HTTP Basic)");
    check(http("bearer"), "jeton Bearer", "bearer token");
    check(
        json!({"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}),
        "jeton Bearer (JWT)",
        "bearer token (JWT)",
    );
    check(http("digest"), "authentification HTTP «\u{202f}digest\u{202f}»", "HTTP authentication “digest”");
    check(json!({"type": "oauth2"}), "OAuth 2", "OAuth 2");
    check(json!({"type": "openIdConnect", "openIdConnectUrl": "/o"}), "OpenID Connect", "OpenID Connect");
    check(json!({"type": "mutualTLS"}), "certificat client", "client certificate");
    check(json!({"type": "?"}), "non décrit par le document", "not described by the document");
}

#[test]
fn trees_open_until_they_repeat_or_are_too_deep() {
    let check = |schema: Value, schemas: Value, expected: &str| {
        assert_eq!(shown(&answer(schema, schemas).schema.unwrap()), expected);
    };
    let node = json!({"required": ["id"], "properties": {"id": {"type": "string", "deprecated": true},
        "next": {"$ref": "#/components/schemas/Node"}, "all": {"items": {"$ref": "#/components/schemas/Node"}}}});
    let expected = "Node[](id[n!d] next[n*] all[n](each item[*]))";
    check(json!({"$ref": "#/components/schemas/Node"}), json!({"Node": node}), expected);
    check(json!({"$ref": "#/components/schemas/A"}), json!({"A": {"$ref": "#/components/schemas/A"}}), "A[]");
    check(json!({"type": "array", "items": {"type": "string"}}), json!({}), "value[]");
    check(json!({"readOnly": true, "properties": {"b": {}, "a": {"readOnly": true}}}), json!({}), "value[](b[n] a[n])");
    let mut deep = json!({"type": "string"});
    for _ in 0..20 {
        deep = json!({"properties": {"p": deep}});
    }
    let open = "(p[n]".repeat(7) + "(p[n…]" + &")".repeat(8);
    check(deep, json!({}), &format!("value[]{open}"));
}

#[test]
fn trees_are_bounded_and_their_first_levels_whole() {
    let many = |count: usize| -> Value {
        let of = |index: usize| (format!("p{index}"), json!({"properties": {"a": {}, "b": {}}}));
        json!({"properties": (0..count).map(of).collect::<Map<String, Value>>()})
    };
    let wide = answer(many(2_000), json!({})).schema.unwrap();
    assert_eq!((count(&wide), wide.cut, wide.children.len()), (400, true, 399));
    assert!(wide.children.iter().all(|row| row.cut && row.children.is_empty()));
    let fits = answer(many(300), json!({})).schema.unwrap();
    assert_eq!((count(&fits), fits.cut, fits.children.len()), (400, false, 300));
    assert_eq!(shown(&fits.children[48]), "p48[n](a[n] b[n])");
    assert_eq!(shown(&fits.children[49]), "p49[n…](a[n])");
    assert_eq!(shown(&fits.children[50]), "p50[n…]");
}

#[test]
fn examples_are_those_of_the_document_else_made() {
    let check = |media: Value, expected: &[(&str, &str, bool)]| {
        let value = json!({"openapi": "3.2.0", "paths": {"/x": {"post": {
            "requestBody": {"required": true, "content": media}}}}});
        let view = operation_of(value, 0);
        assert!(view.body_required);
        let examples = &view.body[0].examples;
        let found: Vec<_> = examples.iter().map(|one| (one.name.as_str(), one.text.as_str(), one.made)).collect();
        assert_eq!(found, expected);
    };
    let json = |media: Value| json!({ "application/json": media });
    check(json(json!({"example": {"a": 1}})), &[("", "{\n  \"a\": 1\n}", false)]);
    check(json(json!({"examples": {"k": {"value": 1}}})), &[("", "1", false)]);
    let two = json!({"k": {"value": [1], "summary": "K"}, "elsewhere": {"externalValue": "e"}, "l": {"value": "{}"}});
    check(json(json!({"examples": two})), &[("K", "[\n  1\n]", false), ("l", "{}", false)]);
    check(json(json!({"schema": {"type": "integer", "example": 3}})), &[("", "3", false)]);
    check(json(json!({"schema": {"type": "integer", "minimum": 3}})), &[("", "3", true)]);
    let sides = json!({"properties": {"r": {"type": "integer", "readOnly": true}, "w": {"const": 1}}});
    check(json(json!({"schema": sides})), &[("", "{\n  \"w\": 1\n}", true)]);
    check(json(json!({"examples": {"e": {"externalValue": "e"}}})), &[]);
    check(json(json!({})), &[]);
    check(json!({"text/csv": {"example": "a;b\n1;2\n"}}), &[("", "a;b\n1;2\n", false)]);
    check(json!({"image/png": {"schema": {"type": "string"}}}), &[]);
    let lots: Map<String, Value> = (0..9).map(|index| (format!("e{index}"), json!({"value": index}))).collect();
    let five = [("e0", "0", false), ("e1", "1", false), ("e2", "2", false), ("e3", "3", false), ("e4", "4", false)];
    check(json(json!({"examples": lots})), &five);
    check(json(json!({"schema": {"const": 7}, "example": "x".repeat(200_000)})), &[("", "7", true)]);
    check(
        json!({"application/jsonl": {"itemSchema": {"type": "object", "required": ["a"], "properties": {"a": {"const": 1}}}}}),
        &[("", "{\"a\":1}\n", true)],
    );
}

#[test]
fn documents_of_2_0_are_shown_the_same_way() {
    let value = json!({"swagger": "2.0", "host": "a.fr", "basePath": "/v1", "produces": ["application/json"],
        "securityDefinitions": {"b": {"type": "basic"}}, "security": [{"b": []}],
        "paths": {"/x": {"post": {"consumes": ["application/json"], "parameters": [
            {"name": "q", "in": "query", "type": "array", "items": {"type": "string"}},
            {"name": "body", "in": "body", "required": true, "schema": {"$ref": "#/definitions/S"}}],
            "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/S"},
                "examples": {"application/json": {"a": 5}}}}}}},
        "definitions": {"S": {"type": "object", "properties": {"a": {"type": "integer"}}}}});
    let view = operation_of(value, 0);
    assert_eq!(view.servers[0].url, "https://a.fr/v1");
    assert_eq!(view.security[0][0].kind.en, "user name and password (HTTP Basic)");
    assert_eq!(view.parameters.len(), 1);
    assert_eq!(view.parameters[0].row.summary.en, "array of strings");
    assert!(view.body_required);
    assert_eq!(shown(view.body[0].schema.as_ref().unwrap()), "S[](a[n])");
    assert!(view.body[0].examples[0].made);
    let given = &view.responses[0].content[0].examples[0];
    assert_eq!((given.text.as_str(), given.made), ("{\n  \"a\": 5\n}", false));
}

/// A document that says everything too many times still makes views that can be sent.
#[test]
fn views_are_bounded_whatever_the_document() {
    let long = "é".repeat(50_000);
    let schema = json!({"$ref": "#/components/schemas/S"});
    let of = |index: usize| {
        (
            format!("{index}{}", "n".repeat(500)),
            json!({"description": long, "items": {"$ref": "#/components/schemas/S"}}),
        )
    };
    let properties: Map<String, Value> = (0..60).map(of).collect();
    let content: Map<String, Value> = (0..50)
        .map(|index| (format!("application/{index}+json"), json!({"schema": schema, "example": long})))
        .collect();
    // Referred to rather than written out: the views are what must be bounded, not the test.
    let response = json!({"$ref": "#/components/responses/R"});
    let responses: Map<String, Value> = (200..500).map(|code: usize| (code.to_string(), response.clone())).collect();
    let parameters: Vec<Value> = (0..2_000)
        .map(
            |index| json!({"name": format!("p{index}"), "in": "query", "required": index < 2, "schema": {"type": "string"}}),
        )
        .collect();
    let value = json!({"openapi": "3.1.0", "paths": {"/x": {"post": {"description": long, "parameters": parameters,
        "requestBody": {"required": true, "content": content}, "responses": responses}}},
        "components": {"schemas": {"S": {"properties": properties}},
            "responses": {"R": {"description": long, "content": content}}}});
    let bytes = serde_json::to_vec(&operation_of(value.clone(), 0)).unwrap().len();
    assert!(bytes < 3_000_000, "{bytes}");
    let bytes = serde_json::to_vec(&contents_of(value)).unwrap().len();
    assert!(bytes < 50_000, "{bytes}");
}

/// Any value, of the words that mean something here.
fn anything() -> impl Strategy<Value = Value> {
    let word = "type|\\$ref|properties|items|schema|content|example|examples|value|name|in|parameters|responses|200\
        |requestBody|application/json|allOf|oneOf|required|description|headers|security|tags|servers|url|get|x";
    let text = prop_oneof![
        "string|object|array|query|path|[a-z/{}é*]{0,4}".prop_map(Value::from),
        Just(json!("#/components/schemas/S")),
        Just(json!("#/paths/~1x/get"))
    ];
    let leaf =
        prop_oneof![text, any::<bool>().prop_map(Value::from), any::<i8>().prop_map(Value::from), Just(json!(null))];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            4 => prop::collection::vec((word, inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(256))]
    #[test]
    fn any_document_is_shown(operation in anything(), schema in anything(), whole in anything(), two in any::<bool>()) {
        let key = if two { "swagger" } else { "openapi" };
        let version = if two { "2.0" } else { "3.1.0" };
        let known = json!({key: version, "paths": {"/x": {"get": operation}},
            "components": {"schemas": {"S": schema}}, "definitions": {"S": schema}});
        for value in [known, whole] {
            let document = document(value);
            let listed = contents(&document, &NoDocuments, Language::Fr);
            let entries = document.operations(&NoDocuments).0;
            prop_assert_eq!(listed.count(), entries.len());
            for entry in listed.groups.iter().flat_map(|group| &group.operations) {
                let view = super::operation(&entries[entry.rank], &document, &NoDocuments, Language::Fr);
                prop_assert_eq!(&view.id, &entry.id);
                glance::compare(&super::glance(&entries[entry.rank], &document, &NoDocuments, Language::Fr), &view);
                let text = serde_json::to_string(&view).unwrap();
                prop_assert_eq!(serde_json::from_str::<OperationView>(&text).unwrap(), view.clone());
                for anchor in anchors::of(&view) {
                    prop_assert!(view.has(&anchor), "{}", anchor);
                }
            }
            let dictionary = super::fields(&document, &NoDocuments, Language::Fr);
            let text = serde_json::to_string(&dictionary).unwrap();
            prop_assert_eq!(serde_json::from_str::<FieldsView>(&text).unwrap(), dictionary);
            // All that can be said of no change is what could not be read: another document that is not at hand.
            let missing = |change: &Change| change.kind == compare::Kind::MissingDocument;
            let changes = compare::compare(&document, &NoDocuments, &document, &NoDocuments);
            prop_assert!(changes.iter().all(missing), "{:?}", changes);
            prop_assert_eq!(comparison(&document, &document, &NoDocuments).counts, [0, 0, changes.len()]);
        }
    }
}
