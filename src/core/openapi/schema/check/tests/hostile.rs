//! Schemas and values made to hang or to overflow the stack.

use super::french;
use crate::core::openapi::schema::check::{Dialect, Schemas, validate};
use serde_json::{Map, Value, json};
use std::thread;

/// A value inside arrays, inside arrays…
fn nested(depth: usize, mut value: Value, wrap: impl Fn(Value) -> Value) -> Value {
    for _ in 0..depth {
        value = wrap(value);
    }
    value
}

/// An object of one member. `json!` would copy the value, at every level of ten thousand.
fn object(name: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(name.to_owned(), value)]))
}

/// Stack of a check: a browser has about as much, for code that is far smaller once optimised.
const STACK: usize = 3 << 19;

/// Work of a check that must stop: enough to be sure that it would never end. What is allowed by default is tried in
/// `tests/suite/json_schema.rs`.
const STEPS: u32 = 1_000_000;

fn says(schema: &Value, instance: &Value, start: &str) {
    for dialect in [Dialect::Draft202012, Dialect::Draft4, Dialect::OpenApi30] {
        let failures = thread::scope(|scope| {
            let check = || Schemas::new(schema, dialect).within(STEPS).check("", instance);
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, check).unwrap().join().unwrap()
        });
        assert!(french(&failures).iter().any(|text| text.starts_with(start)), "{dialect:?} {failures:?}");
    }
}

#[test]
fn ten_thousand_levels_stop() {
    // Building, copying and dropping such values takes more stack than checking them.
    thread::Builder::new().stack_size(1 << 28).spawn(ten_thousand_levels).unwrap().join().unwrap();
}

fn ten_thousand_levels() {
    let value = nested(10_000, json!(1), |value| Value::Array(vec![value]));
    let other = nested(10_000, json!(2), |value| Value::Array(vec![value]));
    says(&json!({ "items": { "$ref": "#" } }), &value, "La valeur et son schéma s’emboîtent");
    says(&json!({ "anyOf": [{ "items": { "$ref": "#" } }] }), &value, "La valeur et son schéma s’emboîtent");
    says(&json!({ "enum": [other] }), &value, "Il faut exactement […].");
    says(&json!({ "not": { "enum": [value] } }), &value, "Cette valeur");
    says(&json!({ "uniqueItems": true }), &json!([value, value]), "Les éléments 1 et 2");
    let deep = nested(10_000, json!({ "$id": "x" }), |schema| object("properties", object("a", schema)));
    assert_eq!(validate(&deep, "", Dialect::Draft202012, &json!({ "a": { "a": 1 } })), []);
    let instance = nested(10_000, json!(1), |value| object("a", value));
    says(&deep, &instance, "La valeur et son schéma s’emboîtent");
    let alternatives = nested(10_000, json!(true), |schema| object("allOf", Value::Array(vec![schema])));
    says(&alternatives, &json!(1), "La valeur et son schéma s’emboîtent");
}

#[test]
fn circles_stop() {
    for schema in [
        json!({ "$ref": "#" }),
        json!({ "allOf": [{ "$ref": "#/x" }], "x": { "anyOf": [{ "$ref": "#/y" }] }, "y": { "$ref": "#/x" } }),
        json!({ "not": { "oneOf": [{ "$ref": "#" }, { "$ref": "#" }] } }),
    ] {
        says(&schema, &json!({}), "Le schéma tourne en rond");
    }
    let dynamic = json!({ "$dynamicAnchor": "a", "anyOf": [{ "$dynamicRef": "#a" }] });
    assert!(!validate(&dynamic, "", Dialect::Draft202012, &json!(1)).is_empty());
}

#[test]
fn doubling_stops() {
    let mut definitions = Map::new();
    for level in 0..100 {
        let next = json!({ "$ref": format!("#/x/{}", level + 1) });
        definitions.insert(level.to_string(), json!({ "allOf": [next, next] }));
    }
    definitions.insert("100".into(), json!({}));
    says(&json!({ "$ref": "#/x/0", "x": definitions }), &json!(1), "La comparaison demande trop de calculs");
    says(&json!({ "pattern": "^(a+)+\\1$" }), &json!(format!("{}b", "a".repeat(100))), "La comparaison demande");
    let many: Vec<Value> = (0..20_000).map(|number| json!(number)).collect();
    says(&json!({ "items": { "enum": many } }), &json!(many), "La comparaison demande");
}

#[test]
fn failures_are_bounded() {
    let many: Vec<Value> = (0..5_000).map(|number| json!(number)).collect();
    let failures = validate(&json!({ "items": { "type": "string" } }), "", Dialect::Draft202012, &json!(many));
    assert_eq!(failures.len(), 1_000);
}
