//! `oneOf`, `anyOf`, discriminators and heirs.

use super::{check, component, compose, digest, document};
use crate::core::openapi::NoDocuments;
use serde_json::{Value, json};

fn pets(discriminator: Value) -> Value {
    json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" },
            { "properties": { "kind": { "const": "fish" } } }], "discriminator": discriminator },
        "Cat": { "type": "object", "properties": { "kind": { "type": "string" } } },
        "Dog": { "type": "object", "properties": { "kind": { "enum": ["dog", "puppy"] } } },
    })
}

#[test]
fn values_choose_branches() {
    for (discriminator, expected) in [
        (Value::Null, ["Cat=", "Dog=", "-="]),
        (json!({ "propertyName": "kind" }), ["Cat=Cat", "Dog=dog|puppy", "-=fish"]),
        (json!("kind"), ["Cat=Cat", "Dog=dog|puppy", "-=fish"]),
        (
            json!({ "propertyName": "kind", "mapping": { "a": "#/components/schemas/Cat", "b": "Dog", "c": "Cat", "d": "Nope" } }),
            ["Cat=a|c", "Dog=b", "-=fish"],
        ),
        (
            json!({ "propertyName": "kind", "mapping": { "m": "https://a.fr/api.json#/components/schemas/Cat", "x": 3 } }),
            ["Cat=m", "Dog=dog|puppy", "-=fish"],
        ),
        (json!({ "mapping": {} }), ["Cat=", "Dog=", "-="]),
    ] {
        check("3.1.0", pets(discriminator), json!({ "alternatives": [{ "oneOf": expected }] }));
    }
}

#[test]
fn groups_of_all_parts_apply() {
    let schemas = json!({
        "S": { "anyOf": [{ "required": ["a"] }, { "required": ["b"] }], "allOf": [{ "$ref": "#/components/schemas/T" }] },
        "T": { "oneOf": [{ "type": "string" }, { "type": "integer" }], "title": "T" },
    });
    check(
        "3.1.0",
        schemas,
        json!({ "alternatives": [{ "anyOf": ["-=", "-="] }, { "oneOf": ["-=", "-="] }], "title": null }),
    );
}

#[test]
fn heirs_are_alternatives_of_their_parent() {
    let reference = |name: &str| json!({ "$ref": format!("#/definitions/{name}") });
    let schemas = json!({
        "Pet": { "type": "object", "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
        "Cat": { "allOf": [reference("Pet"), { "properties": { "claws": {} } }] },
        "Puppy": { "allOf": [reference("Dog")] },
        "Dog": { "allOf": [reference("Pet"), { "properties": { "bark": {} } }] },
        "Stone": { "allOf": [{ "type": "object" }] },
        "S": { "properties": { "pet": { "description": "D", "allOf": [reference("Pet")] }, "cat": reference("Cat") } },
    });
    let document = document("2.0", schemas);
    for (name, expected) in [
        ("Pet", json!([{ "discriminator": ["Cat=Cat", "Dog=Dog", "Puppy=Puppy"] }])),
        ("S/properties/pet", json!([{ "discriminator": ["Cat=Cat", "Dog=Dog", "Puppy=Puppy"] }])),
        ("Cat", json!([])),
        ("S/properties/cat", json!([])),
        ("Puppy", json!([])),
    ] {
        let composed = digest(&compose(&[component(&document, name)], &NoDocuments));
        assert_eq!((&composed["alternatives"], &composed["discriminator"]), (&expected, &json!("kind")), "{name}");
        assert!(composed["properties"].as_array().unwrap().contains(&json!("kind!")), "{name}");
    }
}

#[test]
fn mapped_heirs_need_not_extend() {
    let schemas = json!({
        "S": { "type": "object", "discriminator": { "propertyName": "type", "mapping": {
            "car": "#/components/schemas/Car", "auto": "Car", "bus": "Bus", "s": "S" } } },
        "Car": { "allOf": [{ "$ref": "#/components/schemas/S" }] },
        "Bus": { "type": "object" },
        "Van": { "allOf": [{ "$ref": "#/components/schemas/S" }] },
    });
    let expected = json!([{ "discriminator": ["Car=car|auto", "Bus=bus", "S=s", "Van=Van"] }]);
    check("3.0.0", schemas, json!({ "alternatives": expected, "discriminator": "type" }));
}

#[test]
fn null_beside_what_allows_nothing_is_allowed() {
    let schemas = json!({ "S": { "anyOf": [{ "enum": [null, null] }, { "enum": [] }] } });
    check("3.1.0", schemas, json!({ "nullable": true }));
}
