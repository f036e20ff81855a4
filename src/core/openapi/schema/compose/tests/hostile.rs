//! Circles, floods, and whatever may stand where a schema is expected.

use super::{check, component, compose, document};
use crate::core::openapi::NoDocuments;
use crate::core::openapi::schema::compose::SchemaKey;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

#[test]
fn circles_are_read_once() {
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    for (schemas, expected) in [
        (json!({ "S": reference("S") }), json!({ "identity": ["/components/schemas/S"] })),
        (json!({ "S": reference("T"), "T": reference("S") }), json!({ "name": "S" })),
        (
            json!({ "S": { "title": "S", "allOf": [reference("S"), reference("T")] }, "T": { "allOf": [reference("S")], "minimum": 1 } }),
            json!({ "title": "S", "minimum": "1", "parts": ["#S", "#T"] }),
        ),
        (json!({ "S": { "oneOf": [reference("S")] } }), json!({ "incomplete": false })),
        (
            json!({ "S": { "anyOf": [reference("S"), reference("S")], "discriminator": { "propertyName": "a", "mapping": { "b": "S" } } } }),
            json!({ "alternatives": [{ "anyOf": ["S=b", "S=b"] }] }),
        ),
        (
            json!({ "S": { "$ref": "nowhere.json#/a", "title": "T" } }),
            json!({ "title": "T", "broken": ["nowhere.json#/a"] }),
        ),
        (
            json!({ "S": { "allOf": [reference("Nope"), { "title": "T" }] } }),
            json!({ "title": "T", "broken": ["#/components/schemas/Nope"] }),
        ),
    ] {
        check("3.1.0", schemas, expected);
    }
    check(
        "3.0.0",
        json!({ "S": reference("T"), "T": reference("S") }),
        json!({ "broken": ["#/components/schemas/T"] }),
    );
}

#[test]
fn floods_are_cut() {
    let mut schemas = Map::new();
    for level in 0..600 {
        let next = json!({ "$ref": format!("#/components/schemas/{}", level + 1) });
        schemas.insert(level.to_string(), json!({ "allOf": [next, next] }));
    }
    schemas.insert("600".into(), json!({ "title": "End" }));
    schemas.insert("S".into(), json!({ "$ref": "#/components/schemas/0" }));
    check("3.0.0", Value::Object(schemas), json!({ "incomplete": true, "title": null }));
    let many: Vec<Value> = (0..3_000).map(|number| json!({ "const": number })).collect();
    let document = document("3.1.0", json!({ "S": { "oneOf": many, "allOf": [{ "enum": many }] } }));
    let composed = compose(&[component(&document, "S")], &NoDocuments);
    assert_eq!(composed.values.map(|values| values.len()), Some(3_000));
}

#[test]
fn parts_of_one_property_have_one_identity() {
    let schemas = json!({ "A": { "properties": { "p": { "$ref": "#/components/schemas/T" } } },
        "B": { "properties": { "p": { "maxLength": 1 } } }, "T": { "type": "string", "maxLength": 3 } });
    let document = document("3.0.0", schemas);
    let parts = [component(&document, "A/properties/p"), component(&document, "B/properties/p")];
    let composed = compose(&parts, &NoDocuments);
    let pointers: Vec<&str> = composed.identity.0.iter().map(|key: &SchemaKey| key.pointer.as_str()).collect();
    assert_eq!(pointers, ["/components/schemas/T", "/components/schemas/B/properties/p"]);
    assert_eq!((composed.length.maximum, composed.name.as_deref()), (Some(1), Some("T")));
}

/// Values made of the keywords of schemas, wherever they stand.
fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!({ "$ref": "#/components/schemas/S" })),
        Just(json!({ "$ref": "#/components/schemas/S/properties/a" })),
        Just(json!("string")),
        Just(json!(["string", "null"])),
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ];
    let keys = "\\$ref|allOf|oneOf|anyOf|not|if|then|type|enum|const|properties|items|prefixItems|required|discriminator|\
        propertyName|mapping|minimum|exclusiveMinimum|maxLength|minItems|dependencies|patternProperties|additionalProperties|\
        nullable|title|format|default|examples|a|multipleOf|x-enumNames|contains|minContains";
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((keys, inner), 0..6).prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(256))]
    #[test]
    fn anything_composes(schema in schema(), version in "2\\.0|3\\.0\\.0|3\\.1\\.0") {
        let document = document(&version, json!({ "S": schema }));
        let composed = compose(&[component(&document, "S")], &NoDocuments);
        let _ = composed.likely_types();
        prop_assert!(!composed.incomplete);
        prop_assert_eq!(composed.name.is_some(), schema.is_object() || schema.is_boolean());
    }
}
