//! What is composed never excludes what the validator accepts.

use super::{component, compose, document};
use crate::core::openapi::NoDocuments;
use crate::core::openapi::schema::check::{Dialect, validate};
use crate::core::openapi::schema::compose::{Composed, Limit, SchemaType, Types};
use crate::core::openapi::schema::equal::same;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn value() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(1),
        json!(2.5),
        json!("a"),
        json!("bc"),
        json!([]),
        json!([1]),
        json!({}),
        json!({ "p": 1 }),
    ])
}

/// Schemas whose every keyword is composed.
fn schema() -> impl Strategy<Value = Value> {
    let types =
        prop::sample::subsequence(vec!["null", "boolean", "integer", "number", "string", "array", "object"], 1..4);
    let leaf = prop_oneof![
        types.prop_map(|types| json!({ "type": types })),
        value().prop_map(|value| json!({ "const": value })),
        prop::collection::vec(value(), 0..4).prop_map(|values| json!({ "enum": values })),
        (0..3, 0..3).prop_map(|(least, most)| json!({ "minimum": least, "exclusiveMaximum": most })),
        (0..2, 0..3).prop_map(|(least, most)| json!({ "minLength": least, "maxLength": most })),
        (0..2, 0..2).prop_map(|(least, most)| json!({ "minItems": least, "maxProperties": most })),
        Just(json!({ "required": ["p"] })),
        any::<bool>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 3, |inner| {
        let keys = prop::sample::select(vec!["allOf", "anyOf", "oneOf"]);
        let groups = prop::collection::vec((keys, prop::collection::vec(inner.clone(), 1..4)), 1..3);
        (inner, groups).prop_map(|(own, groups)| {
            let mut schema = own.as_object().cloned().unwrap_or_default();
            schema.extend(
                groups.into_iter().map(|(key, all)| (key.to_owned(), Value::Array(all))).collect::<Map<_, _>>(),
            );
            Value::Object(schema)
        })
    })
}

/// What composing says against a value that the validator accepts.
fn objection(composed: &Composed<'_>, value: &Value) -> Option<&'static str> {
    let number = value.as_f64();
    let over = |limit: &Limit| limit.value.as_f64().zip(number).map(|(limit, number)| number - limit);
    let characters = value.as_str().map(|text| text.chars().count() as u64);
    let outside = |count: super::super::Count, size: Option<u64>| {
        size.is_some_and(|size| size < count.minimum.unwrap_or(0) || size > count.maximum.unwrap_or(u64::MAX))
    };
    let types = Types::of(value);
    let whole = number.is_some_and(|number| number.fract() == 0.0);
    let known = composed.values.as_ref().is_none_or(|values| values.iter().any(|one| same(&one.value, value)));
    let fits = if whole { composed.types.has(SchemaType::Integer) } else { composed.types.and(types) == types };
    [
        (composed.refused, "refused"),
        (value.is_null() && !composed.nullable && composed.types != Types::ANY, "null"),
        (!fits, "types"),
        (!value.is_null() && !known, "values"),
        (composed.range.minimum.as_ref().and_then(over).is_some_and(|over| over < 0.0), "minimum"),
        (composed.range.maximum.as_ref().and_then(over).is_some_and(|over| over > 0.0), "maximum"),
        (outside(composed.length, characters), "length"),
        (outside(composed.item_count, value.as_array().map(|items| items.len() as u64)), "items"),
        (outside(composed.property_count, value.as_object().map(|entries| entries.len() as u64)), "properties"),
        (value.is_object() && value.get("p").is_none() && !composed.required.is_empty(), "required"),
    ]
    .into_iter()
    .find_map(|(is, why)| is.then_some(why))
}

proptest! {
    #![proptest_config(crate::core::testing::cases(400))]
    #[test]
    fn what_is_valid_is_allowed(schema in schema(), value in value()) {
        let document = document("3.1.0", json!({ "S": schema }));
        let composed = compose(&[component(&document, "S")], &NoDocuments);
        if validate(document.value(), "/components/schemas/S", Dialect::Draft202012, &value).is_empty() {
            prop_assert_eq!(objection(&composed, &value), None, "{} {}", schema, value);
        }
    }
}
