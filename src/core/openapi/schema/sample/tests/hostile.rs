//! Schemas made to hang, to overflow the stack or to fill the memory.

use super::{Options, sample_at};
use crate::core::openapi::schema::sample::Variant;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::thread;

fn ends(schema: &Value) -> (Value, bool) {
    let sample = sample_at(schema, "", &Options::default());
    (sample.value, sample.cut)
}

#[test]
fn circles_end() {
    for (schema, expected) in [
        (json!({"$ref": "#"}), json!("texte")),
        (json!({"properties": {"a": {"$ref": "#"}, "b": {"items": {"$ref": "#"}}}}), json!({"b": []})),
        (json!({"properties": {"a": {"$ref": "#"}}, "required": ["a"]}), json!({"a": {}})),
        (
            json!({"type": ["object", "null"], "properties": {"a": {"$ref": "#"}}, "required": ["a"]}),
            json!({"a": null}),
        ),
        (json!({"additionalProperties": {"$ref": "#"}}), json!({})),
        (json!({"allOf": [{"$ref": "#"}], "const": 1}), json!(1)),
        (json!({"oneOf": [{"$ref": "#"}, {"type": "integer"}]}), json!(1)),
        (
            json!({"oneOf": [{"properties": {"l": {"$ref": "#"}}, "required": ["l"], "type": "object"}, {"const": 1}]}),
            json!({"l": 1}),
        ),
    ] {
        assert_eq!(ends(&schema), (expected, false), "{schema}");
    }
}

#[test]
fn there_is_a_most() {
    let wide: Map<String, Value> =
        (0..5_000).map(|number| (format!("p{number}"), json!({"type": "integer"}))).collect();
    let (value, cut) = ends(&json!({"properties": wide}));
    assert!(cut && value.as_object().is_some_and(|members| (1_000..=2_000).contains(&members.len())));
    let (value, cut) = ends(&json!({"minItems": 1_000_000_000_000_u64, "items": {"type": "integer"}}));
    assert!(cut && value.as_array().is_some_and(|items| items.len() <= 2_000));
    let (value, cut) = ends(&json!({"type": "string", "minLength": 1_000_000_000_000_u64}));
    assert!(cut && value.as_str().is_some_and(|text| text.len() <= 10_000));
    let (_, cut) = ends(&json!({"minProperties": 1_000_000_000_000_u64}));
    assert!(cut);
    let (_, cut) =
        ends(&json!({"prefixItems": [{"minItems": 1e9, "contains": {"minItems": 1e9}}], "minContains": 1e12}));
    assert!(cut);
    // Twice as many at each level.
    let mut definitions = Map::new();
    for level in 0..40 {
        let next = json!({"$ref": format!("#/$defs/{}", level + 1)});
        definitions.insert(level.to_string(), json!({"properties": {"a": next, "b": next}}));
    }
    definitions.insert("40".into(), json!({"const": 1}));
    let (value, cut) = ends(&json!({"$ref": "#/$defs/0", "$defs": definitions}));
    assert!(cut && value["a"]["b"].is_object(), "{value}");
}

#[test]
fn what_never_fits_ends() {
    let mut never = json!({"type": "integer", "not": {}});
    for level in 0..12 {
        never = json!({"oneOf": [{"properties": {"a": never, "b": {"const": level}}, "required": ["a"]}, {"$ref": "#/x"}],
            "not": {"required": ["b"]}, "if": {}, "then": {"minProperties": 3}});
    }
    ends(&never);
    let deep = (0..100).fold(json!({"const": 1}), |inner, _| json!({"properties": {"a": inner}, "required": ["a"]}));
    assert!(ends(&deep).1);
    let deep = (0..100).fold(json!({"const": 1}), |inner, _| json!({"oneOf": [inner, {"const": 2, "not": {}}]}));
    ends(&deep);
}

/// Stack of a sample: a browser has about as much, for code that is far smaller once optimised.
const STACK: usize = 3 << 19;

#[test]
fn nesting_does_not_overflow() {
    let folded = |wrap: &dyn Fn(Value) -> Value| (0..45).fold(json!({"const": 1}), |inner, _| wrap(inner));
    // What only applies at the bottom, so that comparing goes deep where making has gone deep.
    let checked = (0..200).fold(json!(true), |inner, _| json!({"allOf": [inner], "not": {"const": 3}}));
    for schema in [
        folded(&|inner| json!({"properties": {"a": inner}, "required": ["a"], "not": {"const": 2}})),
        folded(&|inner| json!({"oneOf": [{"properties": {"a": inner}, "required": ["a"]}, {"const": 2}]})),
        folded(&|inner| json!({"oneOf": [{"anyOf": [inner, {"const": 2}]}, {"const": 3}]})),
        folded(&|inner| json!({"items": inner, "minItems": 1, "if": {}, "then": {"minItems": 1}})),
        folded(&|inner| json!({"if": {}, "then": inner})),
        folded(&|inner| json!({"items": {"allOf": [inner, checked]}, "minItems": 1, "not": {"const": 2}})),
    ] {
        let schema = &schema;
        thread::scope(|scope| {
            let make = || ends(schema);
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, make).unwrap().join().unwrap();
        });
    }
}

#[test]
fn many_forms_end() {
    let base = json!({"$ref": "#/components/schemas/Base"});
    let mut schemas = Map::new();
    for number in 0..150 {
        let own = json!({"properties": {"l": {"type": "array", "items": base}, "k": {"const": "none"}}});
        schemas.insert(format!("H{number}"), json!({"allOf": [base, own]}));
    }
    let kind = json!({"type": "object", "discriminator": {"propertyName": "k"}, "required": ["k"]});
    schemas.insert("Base".to_owned(), kind);
    schemas.insert("List".to_owned(), json!({"type": "array", "minItems": 40, "items": base}));
    let document = json!({"openapi": "3.1.0", "components": {"schemas": schemas}});
    sample_at(&document, "/components/schemas/List", &Options::default());
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        prop_oneof![-3_i64..4, any::<i64>()].prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec![
            "",
            "#",
            "#/a",
            "#/$defs/a",
            "string",
            "object",
            "array",
            "date",
            "a",
            "^a+$",
            "(",
            "null"
        ])
        .prop_map(Value::from),
    ];
    let keys = prop::sample::select(vec![
        "$ref",
        "type",
        "properties",
        "items",
        "allOf",
        "oneOf",
        "anyOf",
        "not",
        "if",
        "then",
        "else",
        "enum",
        "const",
        "required",
        "minimum",
        "maximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "uniqueItems",
        "prefixItems",
        "contains",
        "minContains",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "dependentRequired",
        "dependentSchemas",
        "discriminator",
        "propertyName",
        "mapping",
        "format",
        "example",
        "examples",
        "default",
        "readOnly",
        "nullable",
        "$defs",
        "a",
        "b",
        "unevaluatedItems",
        "$id",
        "$anchor",
    ]);
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            4 => prop::collection::vec((keys.clone(), inner), 0..7).prop_map(|members| {
                Value::from(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(400))]

    #[test]
    fn anything_ends_without_panic(schema in any_value(), seed in 0_u64..3) {
        let schema = if schema.is_object() { schema } else { json!({"items": schema}) };
        let variant = if seed == 1 { Variant::Minimal } else { Variant::Full };
        let _ = sample_at(&schema, "", &Options { seed, variant, ..Options::default() });
    }
}
