//! Structure: references, `allOf`, properties, items, conditions.

use super::check;
use serde_json::json;

#[test]
fn what_stands_beside_a_reference() {
    let schemas = json!({
        "S": { "$ref": "#/components/schemas/T", "description": "Beside", "readOnly": true, "maxLength": 3 },
        "T": { "type": "string", "description": "Target", "title": "T", "maxLength": 5 },
    });
    let new = json!({ "description": "Beside", "title": "T", "length": [null, 3], "flags": [true, false, false],
        "types": ["string"], "identity": ["/components/schemas/S"], "name": "S", "parts": ["#S", "#T"] });
    let old = json!({ "description": "Target", "title": "T", "length": [null, 5], "flags": [false, false, false],
        "types": ["string"], "identity": ["/components/schemas/T"], "name": "S", "parts": ["#T"] });
    check("3.1.0", schemas.clone(), new);
    check("3.0.3", schemas.clone(), old);
    // In a document of 2.0 the same reference leads nowhere.
    check("2.0", schemas, json!({ "broken": ["#/components/schemas/T"], "types": null, "parts": [] }));
}

#[test]
fn branches_of_all_of_are_one() {
    let schemas = json!({
        "S": { "allOf": [{ "$ref": "#/components/schemas/A" }, { "required": ["b", "z", "z"], "properties": { "b": {} } }],
            "title": "Own", "properties": { "a": { "description": "more" } } },
        "A": { "title": "A", "description": "Of A", "type": "object", "required": ["a"],
            "allOf": [{ "$ref": "#/components/schemas/B" }], "properties": { "a": {}, "c": true } },
        "B": { "type": ["object", "array"], "properties": { "d": {} }, "minProperties": 1, "additionalProperties": false },
    });
    let expected = json!({ "title": "Own", "description": "Of A", "types": ["object"],
        "properties": ["a!", "c", "d", "b!"], "required": ["z"], "propertyCount": [1, null],
        "additionalProperties": false, "name": "S", "identity": ["/components/schemas/S"],
        "parts": ["#S", "#A", "#B", "#S/allOf/1"] });
    for version in ["3.0.0", "3.1.0", "3.2.0"] {
        check(version, schemas.clone(), expected.clone());
    }
}

#[test]
fn what_is_said_of_a_base_is_not_said_of_its_heir() {
    let words = json!({ "title": "Pet", "description": "D", "default": 1, "example": 2, "xml": { "name": "pet" } });
    let own = json!({ "title": "Own", "example": 3 });
    for (schema, title, example) in [
        (json!({ "allOf": [{ "$ref": "#/components/schemas/Pet" }, {}] }), json!(null), json!([])),
        (json!({ "allOf": [{ "$ref": "#/components/schemas/Pet" }, own] }), json!("Own"), json!([3])),
        (json!({ "allOf": [{ "$ref": "#/components/schemas/Pet" }], "minimum": 1 }), json!(null), json!([])),
        (json!({ "allOf": [{ "$ref": "#/components/schemas/Pet" }] }), json!("Pet"), json!([2])),
        (json!({ "$ref": "#/components/schemas/Pet" }), json!("Pet"), json!([2])),
    ] {
        let expected = json!({ "title": title, "examples": example, "description": "D" });
        check("3.0.0", json!({ "S": schema, "Pet": words }), expected);
    }
}

#[test]
fn wrappers_are_what_they_wrap() {
    for (wrapper, nullable) in [
        (json!({ "allOf": [{ "$ref": "#/components/schemas/T" }], "description": "D" }), false),
        (json!({ "allOf": [{ "$ref": "#/components/schemas/T" }], "nullable": true }), true),
        (json!({ "anyOf": [{ "$ref": "#/components/schemas/T" }, { "type": "null" }] }), true),
        (json!({ "oneOf": [{ "const": null }, { "$ref": "#/components/schemas/T" }] }), true),
        (json!({ "oneOf": [{ "$ref": "#/components/schemas/T" }, { "$ref": "#/components/schemas/N" }] }), true),
        (json!({ "oneOf": [{ "$ref": "#/components/schemas/T" }], "title": "W" }), false),
        (json!({ "type": "object", "allOf": [{ "allOf": [{ "$ref": "#/components/schemas/T" }] }] }), false),
    ] {
        let schemas = json!({ "S": { "items": wrapper }, "T": { "type": "object", "properties": { "a": {} } },
            "N": { "enum": [null] } });
        let document = super::document("3.1.0", schemas);
        let node = super::component(&document, "S/items");
        let composed = super::digest(&super::compose(&[node], &super::NoDocuments));
        assert_eq!(composed["identity"], json!(["/components/schemas/T"]), "{wrapper}");
        assert_eq!(
            (&composed["name"], &composed["nullable"], &composed["alternatives"]),
            (&json!("T"), &json!(nullable), &json!([])),
            "{wrapper}"
        );
        assert_eq!(composed["properties"], json!(["a"]), "{wrapper}");
    }
}

#[test]
fn objects() {
    for (schema, expected) in [
        (json!(true), json!({ "types": null, "refused": false, "likely": null })),
        (json!(false), json!({ "refused": true })),
        (json!({ "allOf": [false, { "type": "string" }] }), json!({ "refused": true, "types": ["string"] })),
        (
            json!({ "additionalProperties": { "type": "string" } }),
            json!({ "additionalProperties": ["#S/additionalProperties"], "likely": ["object"] }),
        ),
        (json!({ "additionalProperties": true }), json!({ "additionalProperties": true, "likely": ["object"] })),
        (
            json!({ "allOf": [{ "additionalProperties": {} }, { "additionalProperties": true }] }),
            json!({ "additionalProperties": ["#S/allOf/0/additionalProperties"] }),
        ),
        (
            json!({ "allOf": [{ "additionalProperties": true }, { "additionalProperties": false }] }),
            json!({ "additionalProperties": false }),
        ),
        (
            json!({ "patternProperties": { "^x-": {}, "é": 3 }, "allOf": [{ "patternProperties": { "^x-": {} } }] }),
            json!({ "patternProperties": [["^x-", 2]] }),
        ),
        (
            json!({ "propertyNames": { "maxLength": 3 }, "unevaluatedProperties": false, "maxProperties": 2.0 }),
            json!({ "propertyNames": ["#S/propertyNames"], "unevaluatedProperties": false, "propertyCount": [null, 2] }),
        ),
        (
            json!({ "dependentRequired": { "a": ["b"] }, "dependentSchemas": { "c": {} },
                "dependencies": { "a": ["d"], "e": ["f"], "g": { "required": ["h"] } } }),
            json!({ "dependentRequired": [["a", ["b", "d"]], ["e", ["f"]]], "dependentSchemas": ["c", "g"] }),
        ),
        (
            json!({ "not": { "type": "string" }, "if": {}, "then": {}, "allOf": [{ "if": true, "else": {} }, { "then": {} }] }),
            json!({ "not": ["#S/not"], "conditions": [[true, false], [false, true]] }),
        ),
        (
            json!({ "properties": [], "required": "a", "allOf": {}, "type": 3, "items": 3, "oneOf": "x", "enum": {} }),
            json!({ "properties": [], "types": null, "values": null, "items": null }),
        ),
        (
            json!({ "xml": { "name": "x" }, "externalDocs": { "url": "https://b.fr" }, "writeOnly": "true", "x-deprecated": true }),
            json!({ "xml": { "name": "x" }, "externalDocs": "https://b.fr", "flags": [false, true, true] }),
        ),
    ] {
        check("3.1.0", json!({ "S": schema }), expected);
    }
}

#[test]
fn lists() {
    for (schema, expected) in [
        (
            json!({ "type": "array", "items": { "type": "string" }, "minItems": 1, "uniqueItems": true }),
            json!({ "items": ["#S/items"], "itemCount": [1, null], "unique": true }),
        ),
        (
            json!({ "items": false, "prefixItems": [{}, true] }),
            json!({ "items": false, "prefixItems": [["#S/prefixItems/0"], ["#S/prefixItems/1"]], "likely": ["array"] }),
        ),
        (
            json!({ "items": [{}, {}], "additionalItems": false }),
            json!({ "items": false, "prefixItems": [["#S/items/0"], ["#S/items/1"]] }),
        ),
        (
            json!({ "items": [{}] , "allOf": [{ "prefixItems": [{}, {}], "items": {} }] }),
            json!({ "items": ["#S/allOf/0/items"],
                "prefixItems": [["#S/items/0", "#S/allOf/0/prefixItems/0"], ["#S/allOf/0/prefixItems/1"]] }),
        ),
        (
            json!({ "contains": {}, "minContains": 2, "unevaluatedItems": {} }),
            json!({ "contains": [[2, null]], "unevaluatedItems": ["#S/unevaluatedItems"], "likely": ["array"] }),
        ),
    ] {
        check("3.1.0", json!({ "S": schema }), expected);
    }
}
