//! Documents that mean harm: every comparison ends, and says when it had to stop.

use super::super::comparison::Comparison;
use super::super::schema::Schemas;
use super::super::{Kind, run};
use super::{changes, document, received, sent};
use crate::core::openapi::{Document, NoDocuments};
use serde_json::{Map, Value, json};

fn reference(name: impl std::fmt::Display) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn with_schemas(mut document: Value, schemas: Map<String, Value>) -> Value {
    document["components"] = json!({ "schemas": schemas });
    document
}

#[test]
fn circles_end() {
    for (schemas, root) in [
        (json!({"A": {"$ref": "#/components/schemas/A"}}), reference("A")),
        (json!({"A": reference("B"), "B": reference("A")}), reference("A")),
        (json!({"A": {"allOf": [reference("A"), {"properties": {"a": reference("A")}}]}}), reference("A")),
        (json!({"A": {"type": "array", "items": reference("A")}}), reference("A")),
        (json!({"A": {"oneOf": [reference("A"), {"type": "array", "items": reference("A")}]}}), reference("A")),
        (json!({"A": {"additionalProperties": reference("A"), "not": reference("A")}}), reference("A")),
        (
            json!({"A": {"properties": {"b": reference("B")}}, "B": {"allOf": [reference("A"), reference("B")]}}),
            reference("A"),
        ),
    ] {
        let schemas = schemas.as_object().unwrap().clone();
        for whole in [sent(&root), received(&root)] {
            let old = with_schemas(whole, schemas.clone());
            assert_eq!(changes(&old, &old), [], "{old}");
            let mut new = old.clone();
            new["components"]["schemas"]["A"] = json!({"type": "boolean"});
            changes(&old, &new);
            changes(&new, &old);
        }
    }
}

#[test]
fn ten_thousand_references_are_read_once_each() {
    let mut schemas = Map::new();
    for number in 0..10_000 {
        let next = reference((number * 7 + 1) % 10_000);
        schemas.insert(number.to_string(), json!({"type": "object", "properties": {"next": next}}));
    }
    schemas.insert(
        "all".to_owned(),
        json!({"type": "array", "items": {"oneOf": (0..100).map(reference).collect::<Vec<_>>()}}),
    );
    let old = with_schemas(received(&reference("all")), schemas);
    let mut new = old.clone();
    // 1 + 7 + 49 + 343, the fourth after 0.
    new["components"]["schemas"]["400"]["properties"]["more"] = json!({"type": "string"});
    let found = changes(&old, &new);
    assert_eq!(super::shown(&found), "+property-added");
    assert_eq!(found[0].new.as_deref(), Some("/components/schemas/400/properties/more"));
}

#[test]
fn depth_ends_without_exhausting_the_stack() {
    let mut schema = json!({"type": "string"});
    for _ in 0..100 {
        schema = json!({"type": "array", "items": {"type": "object", "properties": {"a": schema}}});
    }
    let old = received(&schema);
    assert_eq!(changes(&old, &old), []);
    let deep = super::shown(&changes(&old, &received(&json!({"type": "array", "items": {"type": "string"}}))));
    assert_eq!(deep, "!type-changed ~api-version-unchanged");
}

#[test]
fn a_comparison_that_stops_says_so() {
    let (mut old, mut new) = (Map::new(), Map::new());
    for number in 0..11_000 {
        old.insert(format!("/a{number}"), json!({"get": {}}));
        new.insert(format!("/b{number}"), json!({"get": {}}));
    }
    let found = changes(&document(json!({ "paths": old })), &document(json!({ "paths": new })));
    assert_eq!(found.last().map(|change| change.kind), Some(Kind::ComparisonCut));
    assert!(found.len() <= 10_002, "{}", found.len());
}

#[test]
fn schemas_that_multiply_are_read_within_a_budget() {
    let mut schemas = Map::new();
    for index in 0..40_usize {
        let both = |one: usize, other: usize| json!({"allOf": [reference(one % 40), reference(other % 40)]});
        let mut schema = both(index * 2 + 1, index * 3 + 2);
        for property in 0..4 {
            schema["properties"][format!("p{property}")] = both(index + property, index * 5 + property);
        }
        schemas.insert(index.to_string(), schema);
    }
    let document = Document::new(with_schemas(received(&reference(0)), schemas), "openapi.json");
    let mut comparison = Comparison::new((&document, &NoDocuments), (&document, &NoDocuments));
    comparison.schemas = Schemas::within(5_000);
    assert_eq!(super::shown(&run(comparison)), "~comparison-cut");
}

#[test]
fn values_of_wrong_types_are_passed_over() {
    let good = sent(&json!({"type": "object", "properties": {"a": {"type": "string", "enum": ["x"]}}}));
    for wrong in [json!(null), json!([]), json!({}), json!("text"), json!({"paths": []}), json!({"paths": {"/a": 3}})] {
        changes(&wrong, &good);
        changes(&good, &wrong);
        assert_eq!(changes(&wrong, &wrong), [], "{wrong}");
        for key in ["type", "enum", "properties", "items", "oneOf", "minimum", "required", "allOf"] {
            let odd = sent(&json!({"type": "object", key: wrong}));
            assert_eq!(changes(&odd, &odd), [], "{odd}");
            changes(&good, &odd);
            changes(&odd, &good);
        }
    }
}
