//! Rows: which, where, and that every tree can be walked.

use super::{Row, children, find, root};
use crate::core::openapi::schema::compose::SchemaKey;
use crate::core::openapi::{Document, NoDocuments, SchemaNode};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::borrow::Cow;

fn document(schemas: Value) -> Document {
    let value = json!({ "openapi": "3.1.0", "paths": {}, "components": { "schemas": schemas } });
    Document::new(value, "https://a.fr/api.json")
}

fn node<'a>(document: &'a Document, pointer: &str) -> SchemaNode<'a> {
    let pointer = format!("/components/schemas/{pointer}");
    let value = Cow::Borrowed(document.value().pointer(&pointer).unwrap());
    SchemaNode { document, pointer, value }
}

fn first(document: &Document) -> Row<'_> {
    root(&[node(document, "S")], &NoDocuments).unwrap()
}

/// A row as `path address!+*`: required, expandable, recursive.
fn shown(row: &Row<'_>) -> String {
    let mark = |is: bool, mark| if is { mark } else { "" };
    let marks = [mark(row.required, "!"), mark(row.expandable, "+"), mark(row.recursive, "*")].concat();
    format!("{} {}{marks}", row.path, row.address.pointer.replace("/components/schemas/", "#"))
}

/// The rows below `S`, `depth` levels of them, each before those under it.
fn walk(schemas: Value, depth: usize) -> Vec<String> {
    let document = document(schemas);
    let mut left = vec![first(&document)];
    let mut rows = Vec::new();
    while let Some(row) = left.pop() {
        if row.depth < depth {
            left.extend(children(&row, &NoDocuments).rows.into_iter().rev());
        }
        rows.push(shown(&row));
    }
    rows.split_off(1)
}

#[test]
fn every_keyword_has_its_rows() {
    for (schema, rows) in [
        (
            json!({ "properties": { "a": {}, "b/~": {} }, "required": ["b/~", "c"] }),
            vec!["/properties/a #S/properties/a", "/properties/b~1~0 #S/properties/b~1~0!", "/properties/c #S!"],
        ),
        (
            json!({ "required": ["c"], "additionalProperties": { "type": "string" } }),
            vec!["/properties/c #S/additionalProperties!", "/additionalProperties #S/additionalProperties"],
        ),
        (
            json!({ "patternProperties": { "^a/": {} }, "propertyNames": {}, "unevaluatedProperties": {} }),
            vec![
                "/patternProperties/^a~1 #S/patternProperties/^a~1",
                "/unevaluatedProperties #S/unevaluatedProperties",
                "/propertyNames #S/propertyNames",
            ],
        ),
        (
            json!({ "prefixItems": [{}, {}], "items": {}, "unevaluatedItems": {}, "contains": {}, "allOf": [{ "contains": {} }] }),
            vec![
                "/prefixItems/0 #S/prefixItems/0",
                "/prefixItems/1 #S/prefixItems/1",
                "/items #S/items",
                "/unevaluatedItems #S/unevaluatedItems",
                "/contains #S/contains",
                "/contains2 #S/allOf/0/contains",
            ],
        ),
        (
            json!({ "oneOf": [{ "type": "null" }, { "minimum": 1 }, { "minimum": 2 }], "anyOf": [{}, {}],
                "allOf": [{ "oneOf": [{}, {}] }] }),
            vec![
                "/oneOf/1 #S/oneOf/1",
                "/oneOf/2 #S/oneOf/2",
                "/anyOf/0 #S/anyOf/0",
                "/anyOf/1 #S/anyOf/1",
                "/oneOf2/0 #S/allOf/0/oneOf/0",
                "/oneOf2/1 #S/allOf/0/oneOf/1",
            ],
        ),
        (
            json!({ "not": {}, "if": {}, "then": {}, "allOf": [{ "not": {}, "if": {}, "else": {} }] }),
            vec![
                "/not #S/not",
                "/not2 #S/allOf/0/not",
                "/if #S/if",
                "/then #S/then",
                "/if2 #S/allOf/0/if",
                "/else2 #S/allOf/0/else",
            ],
        ),
        (
            json!({ "dependentSchemas": { "a": {} }, "dependencies": { "a": {}, "b": ["c"] }, "contentSchema": {} }),
            vec![
                "/dependentSchemas/a #S/dependentSchemas/a",
                "/dependentSchemas2/a #S/dependencies/a",
                "/contentSchema #S/contentSchema",
            ],
        ),
        (json!({ "additionalProperties": false, "items": false, "unevaluatedItems": true }), vec![]),
        (json!(true), vec![]),
    ] {
        assert_eq!(walk(json!({ "S": schema }), 1), rows, "{schema}");
    }
}

#[test]
fn what_plain_lists_hold_need_not_be_opened() {
    for (items, opens) in [
        (json!({ "type": "string", "minLength": 1 }), false),
        (json!({ "type": "string", "description": "D" }), true),
        (json!({ "type": "string", "example": "e" }), true),
        (json!({ "properties": { "a": {} } }), true),
        (json!({ "items": { "type": "string" } }), true),
    ] {
        let document = document(json!({ "S": { "items": items } }));
        assert_eq!(first(&document).expandable, opens, "{items}");
    }
}

#[test]
fn schemas_that_hold_themselves_are_marked_and_open_again() {
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let schemas = json!({
        "S": { "properties": { "next": { "anyOf": [reference("S"), { "type": "null" }] }, "t": reference("T") } },
        "T": { "properties": { "s": { "allOf": [reference("S")], "description": "Back" } } },
    });
    assert_eq!(
        walk(schemas, 2),
        [
            "/properties/next #S/properties/next+*",
            "/properties/next/properties/next #S/properties/next+*",
            "/properties/next/properties/t #S/properties/t+",
            "/properties/t #S/properties/t+",
            "/properties/t/properties/s #T/properties/s+*",
        ]
    );
    let twice =
        json!({ "S": { "properties": { "a": reference("T"), "b": reference("T") } }, "T": { "properties": {} } });
    assert_eq!(
        walk(twice, 2),
        ["/properties/a #S/properties/a", "/properties/b #S/properties/b"],
        "twice is no circle"
    );
}

#[test]
fn heirs_and_flags() {
    let schemas = json!({
        "S": { "discriminator": { "propertyName": "k" }, "properties": { "k": { "type": "string", "readOnly": true } } },
        "Child": { "allOf": [{ "$ref": "#/components/schemas/S" }, { "properties": { "w": { "writeOnly": true } } }] },
    });
    assert_eq!(
        walk(schemas.clone(), 2),
        [
            "/properties/k #S/properties/k",
            "/discriminator/Child #Child+",
            "/discriminator/Child/properties/k #S/properties/k",
            "/discriminator/Child/properties/w #Child/allOf/1/properties/w",
        ]
    );
    let document = document(schemas);
    let found = find(&first(&document), "/discriminator/Child/properties/w", &NoDocuments).unwrap();
    assert_eq!((found.composed.write_only, found.composed.read_only, found.depth), (true, false, 2));
}

#[test]
fn paths_are_found() {
    let schemas =
        json!({ "S": { "properties": { "a": { "items": { "$ref": "#/components/schemas/S" } }, "a/b": {}, "": {} } } });
    let document = document(schemas);
    let root = first(&document);
    for (path, pointer) in [
        ("", Some("/components/schemas/S")),
        ("/properties/a/items", Some("/components/schemas/S/properties/a/items")),
        ("/properties/a/items/properties/a/items/properties/a~1b", Some("/components/schemas/S/properties/a~1b")),
        ("/properties/", Some("/components/schemas/S/properties/")),
        ("/properties/a/b", None),
        ("/properties", None),
        ("properties/a", None),
        ("/", None),
    ] {
        let found = find(&root, path, &NoDocuments).map(|row| row.address);
        let expected =
            pointer.map(|pointer| SchemaKey { url: "https://a.fr/api.json".into(), pointer: pointer.to_owned() });
        assert_eq!(found, expected, "{path}");
    }
    assert!(super::root(&[], &NoDocuments).is_none());
}

#[test]
fn floods_are_cut() {
    let many = |schema: Value| -> Map<String, Value> { (0..5_000).map(|n| (n.to_string(), schema.clone())).collect() };
    for (schema, least) in [(json!({}), 2_000), (json!({ "$ref": "#/components/schemas/Big" }), 10)] {
        let big = many(json!({ "type": "string" }));
        let document = document(json!({ "S": { "properties": many(schema) }, "Big": { "properties": big } }));
        let found = children(&first(&document), &NoDocuments);
        assert_eq!(found.rows.len() + found.left_out, 5_000);
        assert!((least..=2_000).contains(&found.rows.len()), "{}", found.rows.len());
    }
    let mut deep = json!({ "type": "string" });
    for _ in 0..100 {
        deep = json!({ "items": deep });
    }
    let document = document(json!({ "S": deep }));
    assert!(find(&first(&document), &"/items".repeat(100), &NoDocuments).is_some());
}

fn schema() -> impl Strategy<Value = Value> {
    let reference = "S|A".prop_map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }));
    let leaf = prop_oneof![reference, any::<bool>().prop_map(Value::from), Just(json!({ "type": ["string", "null"] }))];
    leaf.prop_recursive(4, 30, 5, |inner| {
        let listed = ("allOf|oneOf|anyOf|prefixItems", prop::collection::vec(inner.clone(), 0..3));
        let named = (
            "properties|patternProperties|dependentSchemas",
            prop::collection::vec(("[ab/~]{0,2}", inner.clone()), 0..3),
        );
        let single = ("items|contains|not|if|then|else|additionalProperties|propertyNames|contentSchema", inner);
        prop::collection::vec(
            prop_oneof![
                listed.prop_map(|(key, all)| (key, Value::Array(all))),
                named.prop_map(|(key, all)| (key, Value::Object(all.into_iter().collect()))),
                single,
            ],
            0..4,
        )
        .prop_map(|entries| Value::Object(entries.into_iter().collect()))
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(64))]
    #[test]
    fn rows_are_distinct_and_found_again(one in schema(), other in schema()) {
        let document = document(json!({ "S": one, "A": other }));
        let first = first(&document);
        let mut rows = vec![first.clone()];
        let mut next = 0;
        while next < rows.len().min(60) {
            let found = children(&rows[next], &NoDocuments);
            prop_assert_eq!(found.left_out, 0);
            prop_assert!(rows[next].expandable || found.rows.len() <= 1);
            rows.extend(found.rows);
            next += 1;
        }
        let paths: std::collections::HashSet<&str> = rows.iter().map(|row| row.path.as_str()).collect();
        prop_assert_eq!(paths.len(), rows.len());
        for row in rows.iter().take(60) {
            prop_assert!(document.value().pointer(&row.address.pointer).is_some());
            let found = find(&first, &row.path, &NoDocuments).map(|found| (found.address, found.recursive));
            prop_assert_eq!(found, Some((row.address.clone(), row.recursive)));
        }
    }
}
