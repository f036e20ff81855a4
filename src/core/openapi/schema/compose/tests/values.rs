//! Types, null, bounds, listed values and words.

use super::check;
use serde_json::{Value, json};

#[test]
fn null_in_every_spelling() {
    for (schema, nullable, types) in [
        (json!({ "type": "string", "nullable": true }), true, json!(["string"])),
        (json!({ "type": "string", "x-nullable": true }), true, json!(["string"])),
        (json!({ "type": "string", "nullable": "true" }), true, json!(["string"])),
        (json!({ "type": ["string", "null"] }), true, json!(["string"])),
        (json!({ "type": "null" }), true, json!([])),
        (json!({ "oneOf": [{ "type": "null" }, { "const": null }] }), true, json!([])),
        (json!({ "type": "string" }), false, json!(["string"])),
        (json!({}), false, Value::Null),
        (json!({ "enum": ["a", null] }), true, Value::Null),
        (json!({ "enum": ["a"] }), false, Value::Null),
        (json!({ "const": null }), true, json!([])),
        (json!({ "enum": [null] }), true, json!([])),
        (json!({ "anyOf": [{ "allOf": [false], "type": "string" }, { "type": "null" }] }), true, json!([])),
        (json!({ "enum": [] }), false, json!([])),
        (json!({ "type": "string", "enum": ["a", null] }), false, json!(["string"])),
        (json!({ "type": "string", "enum": ["a"], "nullable": true }), true, json!(["string"])),
        (json!({ "allOf": [{ "type": ["string", "null"] }, { "type": "string" }] }), false, json!(["string"])),
        (json!({ "anyOf": [{ "type": "string" }, { "type": ["null"] }] }), true, json!(["string"])),
        (json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }, { "type": "null" }] }), true, Value::Null),
        (json!({ "type": "string", "anyOf": [{ "maxLength": 3 }, { "type": "null" }] }), true, json!(["string"])),
        (
            json!({ "allOf": [{ "anyOf": [{ "type": "string" }, { "type": "null" }] }, { "type": "string" }] }),
            false,
            json!(["string"]),
        ),
    ] {
        check("3.1.0", json!({ "S": schema }), json!({ "nullable": nullable, "types": types }));
    }
}

#[test]
fn listed_values() {
    for (schema, values) in [
        (json!({ "enum": [1, "a", [2]] }), json!([1, "a", [2]])),
        (json!({ "enum": [1, 2, 3], "allOf": [{ "enum": [3.0, 4, 1] }] }), json!([1, 3])),
        (json!({ "enum": [null] }), json!([])),
        (json!({ "enum": ["a", "b"], "x-enumDescriptions": { "b": "Bee" } }), json!(["a", ["b", null, "Bee"]])),
        (
            json!({ "enum": [1, 2], "x-enum-varnames": ["ONE", "TWO"], "x-enum-descriptions": ["One"] }),
            json!([[1, "ONE", "One"], [2, "TWO", null]]),
        ),
        (json!({ "enum": [1, 2], "x-enumNames": { "1": "ONE" } }), json!([[1, "ONE", null], 2])),
        (
            json!({ "oneOf": [{ "const": "a", "title": "A" }, { "const": "b", "description": "Bee" }, { "type": "null" }] }),
            json!([["a", "A", null], ["b", null, "Bee"]]),
        ),
        (
            json!({ "anyOf": [{ "enum": ["a"], "title": "A" }, { "enum": ["b", "c"] }] }),
            json!([["a", "A", null], "b", "c"]),
        ),
        (json!({ "anyOf": [{ "$ref": "#/components/schemas/T" }, { "enum": [""] }] }), json!(["t", ""])),
        (json!({ "anyOf": [{ "type": "string" }, { "enum": ["b", "c"] }] }), Value::Null),
        (json!({ "oneOf": [{ "const": "a" }, { "const": "b", "minLength": 1 }] }), Value::Null),
    ] {
        check("3.1.0", json!({ "S": schema, "T": { "enum": ["t"] } }), json!({ "values": values }));
    }
}

#[test]
fn bounds_and_words() {
    for (schema, expected) in [
        (
            json!({ "minimum": 1, "exclusiveMinimum": true, "maximum": 5, "allOf": [{ "exclusiveMaximum": 5 }], "multipleOf": 2 }),
            json!({ "minimum": "<1", "maximum": "<5", "multipleOf": [2], "likely": ["number"] }),
        ),
        (
            json!({ "multipleOf": 2, "allOf": [{ "multipleOf": 2.0 }, { "multipleOf": 3 }] }),
            json!({ "multipleOf": [2, 3] }),
        ),
        (
            json!({ "minLength": 1, "allOf": [{ "minLength": 2, "maxLength": 9 }, { "maxLength": 4 }], "pattern": "a" }),
            json!({ "length": [2, 4], "patterns": ["a"], "likely": ["string"] }),
        ),
        (
            json!({ "pattern": "a", "allOf": [{ "pattern": "a" }, { "pattern": "b" }] }),
            json!({ "patterns": ["a", "b"] }),
        ),
        (json!({ "type": ["integer", "string"], "allOf": [{ "type": "number" }] }), json!({ "types": ["integer"] })),
        (json!({ "type": "file" }), json!({ "types": ["file"] })),
        (json!({ "type": "String" }), json!({ "types": null })),
        (json!({ "const": 3 }), json!({ "const": 3, "likely": ["integer"] })),
        (json!({ "enum": ["a", 1] }), json!({ "likely": ["integer", "string"] })),
        (
            json!({ "contentEncoding": "base64", "contentMediaType": "image/png", "contentSchema": {} }),
            json!({ "encoding": "base64", "mediaType": "image/png", "contentSchema": "/components/schemas/S/contentSchema",
                "likely": ["string"] }),
        ),
        (json!({ "default": null, "examples": [1, 2], "example": 3 }), json!({ "default": null, "examples": [1, 2] })),
        (
            json!({ "allOf": [{ "example": [1] }, { "examples": [2] }], "default": 4 }),
            json!({ "default": 4, "examples": [[1]] }),
        ),
        (
            json!({ "title": 3, "format": "date", "allOf": [{ "title": "T", "format": "date-time" }] }),
            json!({ "title": "T", "format": "date" }),
        ),
    ] {
        check("3.1.0", json!({ "S": schema.clone() }), expected.clone());
        check("3.0.0", json!({ "S": schema }), expected);
    }
}
