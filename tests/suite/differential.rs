//! The same answers as an independent validator, on schemas and values made at random from few words so that they meet.
//! Here, not beside the code: it takes seconds.

use catalogue::core::openapi::schema::check::{Dialect, validate};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-3_i64..4).prop_map(Value::from),
        prop_oneof![Just(0.5), Just(1.0), Just(2.5), Just(-0.1)].prop_map(Value::from),
        "[abé]{0,3}".prop_map(Value::from),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[abc]", inner, 0..4).prop_map(|members| Value::from(Map::from_iter(members))),
        ]
    })
}

fn assertion() -> impl Strategy<Value = (&'static str, Value)> {
    let kinds = prop::sample::select(vec!["null", "boolean", "integer", "number", "string", "array", "object"]);
    let names = prop::collection::btree_set("[abc]", 0..3).prop_map(|names| json!(names));
    let sizes = || (0_u64..4).prop_map(Value::from);
    let limits = || prop_oneof![(-3_i64..4).prop_map(Value::from), Just(json!(0.5)), Just(json!(2.5))];
    prop_oneof![
        kinds.prop_map(|kind| ("type", json!(kind))),
        prop::collection::vec(value(), 1..3).prop_map(|values| ("enum", Value::from(values))),
        value().prop_map(|value| ("const", value)),
        limits().prop_map(|limit| ("minimum", limit)),
        limits().prop_map(|limit| ("exclusiveMaximum", limit)),
        prop::sample::select(vec![json!(2), json!(0.5), json!(0.1), json!(1.5)]).prop_map(|by| ("multipleOf", by)),
        sizes().prop_map(|size| ("minLength", size)),
        sizes().prop_map(|size| ("maxLength", size)),
        "[abé]{1,2}|\\^[ab][*+?]b?\\$|\\[\\^a\\]|\\(a\\|b\\)\\{2\\}".prop_map(|pattern| ("pattern", json!(pattern))),
        sizes().prop_map(|size| ("minItems", size)),
        sizes().prop_map(|size| ("maxProperties", size)),
        any::<bool>().prop_map(|unique| ("uniqueItems", json!(unique))),
        names.clone().prop_map(|names| ("required", names)),
        ("[abc]", names).prop_map(|(name, names)| ("dependentRequired", json!({ name: names }))),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => any::<bool>().prop_map(Value::from),
        6 => prop::collection::vec(assertion(), 0..3).prop_map(object),
        1 => prop_oneof![Just("#"), Just("#/$defs/a"), Just("#b")].prop_map(|to| {
            // Inside a member, so that no circle stays on the same value.
            json!({ "properties": { "a": { "$ref": to } }, "items": { "$ref": to } })
        }),
    ];
    leaf.prop_recursive(3, 24, 3, |inner| {
        let list = || prop::collection::vec(inner.clone(), 1..3).prop_map(Value::from);
        let members = || {
            prop::collection::btree_map("[abc]", inner.clone(), 1..3)
                .prop_map(|members| Value::from(Map::from_iter(members)))
        };
        let one = prop::sample::select(vec![
            "additionalProperties",
            "contains",
            "else",
            "if",
            "items",
            "not",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties",
        ]);
        let keyword = prop_oneof![
            3 => (one, inner.clone()).prop_map(|(name, schema)| (name, schema)),
            2 => (prop::sample::select(vec!["allOf", "anyOf", "oneOf", "prefixItems"]), list()),
            2 => (prop::sample::select(vec!["properties", "patternProperties", "dependentSchemas"]), members()),
            1 => (0_u64..3).prop_map(|most| ("maxContains", json!(most))),
            1 => (0_u64..3).prop_map(|least| ("minContains", json!(least))),
            2 => assertion(),
        ];
        prop::collection::vec(keyword, 1..5).prop_map(object)
    })
}

fn object(keywords: Vec<(&'static str, Value)>) -> Value {
    keywords.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn both_validators_agree(main in schema(), a in schema(), mut b in schema(), instances in prop::collection::vec(value(), 8)) {
        if let Some(b) = b.as_object_mut() {
            b.insert("$anchor".into(), json!("b"));
        }
        let b = if b.is_object() { b } else { json!({ "$anchor": "b" }) };
        let document = json!({ "$defs": { "a": a, "b": b }, "allOf": [main] });
        let other = jsonschema::draft202012::new(&document).unwrap();
        for instance in instances {
            let failures = validate(&document, "", Dialect::Draft202012, &instance);
            prop_assert_eq!(failures.is_empty(), other.is_valid(&instance), "{} {} {:?}", document, instance, failures);
        }
    }

    #[test]
    fn anything_is_checked_without_panic(schema in prop_oneof![schema(), value()], instance in value()) {
        for dialect in [Dialect::Draft202012, Dialect::Draft4, Dialect::OpenApi30] {
            let _ = validate(&schema, "", dialect, &instance);
        }
    }
}
