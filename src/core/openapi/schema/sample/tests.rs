//! What samples are, that they fit, and that they end.

mod fit;
mod hostile;
mod written;

use super::{Direction, Options, Sample, Sampler, Variant};
use crate::core::openapi::{Document, NoDocuments, SchemaNode};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A sample of the schema at `pointer`.
fn sample_at(document: &Value, pointer: &str, options: &Options) -> Sample {
    let document = Document::new(document.clone(), "https://a.fr/api.json");
    let value = Cow::Borrowed(document.value().pointer(pointer).unwrap());
    let schema = SchemaNode { document: &document, pointer: pointer.to_owned(), value };
    Sampler::new(&document, &NoDocuments).sample(&[schema], options)
}

pub(super) fn sample(schema: &Value) -> Value {
    sample_at(schema, "", &Options::default()).value
}

fn check(cases: &[(Value, Value)]) {
    for (schema, expected) in cases {
        assert_eq!(sample(schema), *expected, "{schema}");
    }
}

#[test]
fn what_the_document_says_comes_first() {
    check(&[
        (json!({"type": "string", "example": "Lyon", "default": "Paris"}), json!("Lyon")),
        (json!({"type": "string", "examples": [3, "Lyon"], "default": "Paris"}), json!("Lyon")),
        (json!({"type": "string", "x-example": "Lyon"}), json!("Lyon")),
        (json!({"type": "string", "default": "Paris", "enum": ["Lyon", "Paris"]}), json!("Paris")),
        (json!({"type": "integer", "example": "Lyon", "default": 7}), json!(7)),
        (json!({"type": "integer", "maximum": 5, "example": 7}), json!(1)),
        (json!({"const": [1]}), json!([1])),
        (json!({"enum": ["a", "b"]}), json!("a")),
        (json!({"enum": [null, "b"], "type": ["string", "null"]}), json!("b")),
        (json!({"type": "object", "properties": {"a": {"type": "integer", "example": 4}}}), json!({"a": 4})),
        (json!({"type": "object", "example": {"b": 1}, "properties": {"a": {}}}), json!({"b": 1})),
        // An example that does not fit shows nothing but a mistake.
        (
            json!({"type": "object", "example": {"b": 1}, "required": ["a"], "properties": {"a": {"example": 2}}}),
            json!({"a": 2}),
        ),
        (json!({"allOf": [{"type": "string"}, {"example": "Lyon"}]}), json!("Lyon")),
        // Where nothing fits, it is still better than what is made.
        (json!({"type": "string", "pattern": "/^[0-9]+$/", "example": "12"}), json!("12")),
        (json!({"type": "object", "example": {"a": 1}, "properties": {"a": {}}, "not": {}}), json!({"a": 1})),
        (
            json!({"properties": {"a": {"type": "string", "pattern": "/^a$/", "example": "b"},
                "c": {"type": "string", "pattern": "/^a$/"}, "d": {"type": "string", "pattern": "/^a$/"}}, "required": ["d"]}),
            json!({"a": "b", "d": "texte"}),
        ),
        (json!({"anyOf": [{"const": "a"}, {"const": "b"}]}), json!("a")),
        (json!({"default": null, "type": "string"}), json!("texte")),
    ]);
}

#[test]
fn values_of_every_type() {
    check(&[
        (json!({"type": "string"}), json!("texte")),
        (json!({"type": "string", "format": "date"}), json!("2025-01-15")),
        (json!({"format": "date-time"}), json!("2025-01-15T09:30:00Z")),
        (json!({"format": "int64"}), json!(1)),
        (json!({"type": "string", "contentEncoding": "base64"}), json!("ZXhlbXBsZQ==")),
        (
            json!({"contentMediaType": "application/json", "contentSchema": {"type": "integer"}, "type": "string"}),
            json!("1"),
        ),
        (
            json!({"properties": {"codePostal": {"type": "string"}, "ville": {}}}),
            json!({"codePostal": "69001", "ville": "Lyon"}),
        ),
        (json!({"properties": {"codePostal": {"type": "string", "maxLength": 3}}}), json!({"codePostal": "tex"})),
        (json!({"type": "integer"}), json!(1)),
        (json!({"type": "number"}), json!(1.5)),
        (json!({"type": "boolean"}), json!(true)),
        (json!({"type": "null"}), json!(null)),
        (json!({"const": null}), json!(null)),
        (json!({"enum": [null]}), json!(null)),
        (json!({"type": ["null", "integer", "string"]}), json!(1)),
        (json!({"type": "string", "nullable": true}), json!("texte")),
        (json!({"anyOf": [{"type": "null"}, {"type": "integer"}]}), json!(1)),
        (json!({"type": "array"}), json!([])),
        (json!({"type": "array", "minItems": 2}), json!(["texte", "texte 2"])),
        (json!({"type": "array", "items": {"type": "integer"}}), json!([1])),
        (json!({"type": "array", "items": {}, "maxItems": 0}), json!([])),
        (json!({"prefixItems": [{"type": "integer"}, {"type": "boolean"}], "items": false}), json!([1, true])),
        (json!({"contains": {"const": 5}, "items": {"type": "integer"}, "minItems": 2}), json!([5, 2])),
        (json!({"minContains": 2, "contains": {"const": 5}}), json!([5, 5])),
        (json!({"uniqueItems": true, "minItems": 3, "items": {"enum": [1, 2, 3]}}), json!([1, 2, 3])),
        (json!({"uniqueItems": true, "minItems": 2, "items": {"type": "boolean"}}), json!([true, false])),
        (
            json!({"uniqueItems": true, "minItems": 2, "items": {"type": "string", "example": "a"}}),
            json!(["a", "texte 2"]),
        ),
        (
            json!({"uniqueItems": true, "minItems": 4, "items": {"properties": {"a": {"enum": [1, 2]},
                "b": {"type": "boolean"}}, "required": ["a", "b"]}}),
            json!([{"a": 1, "b": true}, {"a": 2, "b": true}, {"a": 1, "b": false}, {"a": 2, "b": false}]),
        ),
        (json!({"type": "object"}), json!({})),
        (json!({"additionalProperties": {"type": "integer"}}), json!({"clé": 1})),
        (
            json!({"additionalProperties": {"type": "integer"}, "propertyNames": {"enum": ["fr", "en"]}}),
            json!({"fr": 1}),
        ),
        (json!({"patternProperties": {"^x-": {"type": "integer"}}}), json!({"x-": 1})),
        (json!({"minProperties": 2, "properties": {"a": {"type": "integer"}}}), json!({"a": 1, "clé2": "texte 2"})),
        (json!({"maxProperties": 1, "properties": {"a": {}, "b": {"const": 1}}, "required": ["b"]}), json!({"b": 1})),
        (json!({"required": ["z"], "additionalProperties": {"type": "integer"}}), json!({"z": 1})),
        (
            json!({"properties": {"a": {"const": 1}}, "dependentRequired": {"a": ["b"], "b": ["c"]}}),
            json!({"a": 1, "b": "texte", "c": "texte"}),
        ),
        (json!(true), json!("texte")),
        (json!(false), json!(null)),
    ]);
}

#[test]
fn schemas_are_put_together() {
    let pet = json!({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind", "mapping": {"felin": "#/components/schemas/Cat"}}});
    let cat = json!({"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"lives": {"type": "integer"}}}]});
    let dog = json!({"allOf": [{"$ref": "#/components/schemas/Pet"}]});
    let one = json!({"oneOf": [{"$ref": "#/components/schemas/Cat"}], "discriminator": {"propertyName": "kind"}});
    let schemas = json!({"Pet": pet, "Cat": cat, "Dog": dog, "One": one});
    let document = json!({"openapi": "3.0.3", "components": {"schemas": schemas}});
    for (name, expected) in [
        ("Pet", json!({"kind": "felin", "lives": 1})),
        ("Cat", json!({"kind": "felin", "lives": 1})),
        ("Dog", json!({"kind": "Dog"})),
        ("One", json!({"kind": "Cat", "lives": 1})),
    ] {
        let found = sample_at(&document, &format!("/components/schemas/{name}"), &Options::default());
        assert_eq!(found.value, expected, "{name}");
    }
    check(&[
        (json!({"allOf": [{"minimum": 3}, {"maximum": 9, "type": "integer"}, {"multipleOf": 4}]}), json!(4)),
        (
            json!({"oneOf": [{"type": "object", "properties": {"a": {"const": 1}}}, {"type": "integer"}]}),
            json!({"a": 1}),
        ),
        // Both fit the first value: only a value of the second is unlike the first.
        (json!({"oneOf": [{"type": "number"}, {"type": "integer"}]}), json!(1.5)),
        (json!({"oneOf": [{"type": "integer"}, {"type": "number"}, {"type": "string"}]}), json!(1.5)),
    ]);
}

#[test]
fn what_only_a_comparison_tells_is_mended() {
    check(&[
        (json!({"enum": ["a", "b"], "not": {"const": "a"}}), json!("b")),
        (json!({"type": "integer", "not": {"maximum": 1}}), json!(2)),
        (json!({"not": {"type": "string"}}), json!({})),
        (json!({"type": "number", "not": {"minimum": 0}}), json!(-1)),
        (json!({"type": "string", "not": {"pattern": "^texte"}}), json!("abc")),
        (json!({"properties": {"a": {"const": 1}, "b": {"const": 2}}, "not": {"required": ["b"]}}), json!({"a": 1})),
        (
            json!({"properties": {"c": {"enum": ["FR", "BE"]}}, "if": {"properties": {"c": {"const": "FR"}}},
                "then": {"required": ["d"], "properties": {"d": {"const": 1}}}}),
            json!({"c": "FR", "d": 1}),
        ),
        (
            json!({"properties": {"c": {"const": 1}}, "dependentSchemas": {"c": {"required": ["d"]}}}),
            json!({"c": 1, "d": "texte"}),
        ),
    ]);
}

#[test]
fn directions_variants_branches_and_seeds() {
    let schema = json!({"type": "object", "required": ["id", "name"], "properties": {
        "id": {"type": "integer", "readOnly": true},
        "secret": {"type": "string", "writeOnly": true},
        "name": {"enum": ["a", "b", "c", "d", "e"]},
        "tags": {"type": "array", "items": {"properties": {"id": {"readOnly": true, "const": 1}, "n": {"const": 2}}}},
    }});
    let made = |options: Options| sample_at(&schema, "", &options).value;
    let direction = |direction| Options { direction: Some(direction), ..Options::default() };
    assert_eq!(made(direction(Direction::Request)), json!({"secret": "texte", "name": "a", "tags": [{"n": 2}]}));
    assert_eq!(made(direction(Direction::Response)), json!({"id": 1, "name": "a", "tags": [{"id": 1, "n": 2}]}));
    assert_eq!(made(Options { variant: Variant::Minimal, ..Options::default() }), json!({"id": 1, "name": "a"}));
    let names: Vec<String> =
        (0..20).map(|seed| made(Options { seed, ..Options::default() })["name"].to_string()).collect();
    assert!((1..20).any(|seed| names[seed] != names[0]), "{names:?}");
    assert_eq!(names[7], made(Options { seed: 7, ..Options::default() })["name"].to_string());
    // What is required would fit both forms.
    let forms = json!({"oneOf": [{"properties": {"a": {"const": 1}, "b": {}}, "type": "object"},
        {"properties": {"a": {"const": 2}}, "type": "object"}]});
    let minimal = sample_at(&forms, "", &Options { variant: Variant::Minimal, ..Options::default() });
    assert_eq!(minimal.value, json!({"a": 1}));
    let either = json!({"oneOf": [{"type": "integer"}, {"type": "string"}]});
    let chosen = |branch| sample_at(&either, "", &Options { branch: Some(branch), ..Options::default() }).value;
    assert_eq!((chosen(0), chosen(1), chosen(2)), (json!(1), json!("texte"), json!(1)));
    // An example loses what does not travel, too.
    let shown = json!({"properties": {"id": {"readOnly": true}}, "example": {"id": 1, "a": 2}});
    assert_eq!(sample_at(&shown, "", &direction(Direction::Request)).value, json!({"a": 2}));
}
