//! Samples of schemas that can be satisfied fit them, here and for an independent validator.

use super::{Options, sample_at};
use crate::core::openapi::schema::check::{Dialect, validate};
use crate::core::openapi::schema::sample::Variant;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn number() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec!["integer", "number"]);
    let multiple = prop::sample::select(vec![json!(null), json!(1), json!(2), json!(7), json!(0.5), json!(0.01)]);
    (kind, -1_000_i64..1_000, 0_i64..30, any::<bool>(), any::<bool>(), multiple).prop_map(
        |(kind, least, room, below, above, multiple)| {
            let mut schema = json!({"type": kind});
            // Room for a multiple, and for both limits being left out.
            let room = room + multiple.as_i64().unwrap_or(2) + 1;
            if below {
                schema["minimum"] = json!(least);
                schema["exclusiveMaximum"] = json!(least + room);
            }
            if above {
                schema["exclusiveMinimum"] = json!(least);
                schema["maximum"] = json!(least + room);
            }
            if !multiple.is_null() {
                schema["multipleOf"] = multiple;
            }
            schema
        },
    )
}

fn text() -> impl Strategy<Value = Value> {
    let pattern = prop::sample::select(vec![
        r"^\d{5}$",
        "^[A-Z]{2}[0-9]{2,}$",
        r"^\w+@\w+$",
        "(a|b)c",
        "^(?:[a-z]+-)*[a-z]+$",
        r"^[^\s]{3,10}$",
        "^$|^a",
        r"^\p{Lu}.*$",
        r"^(?=.*\d)[a-z\d]{8,}$",
        r"^([ab])\1$",
        "é",
    ]);
    let format = prop::sample::select(vec!["date", "date-time", "email", "uuid", "uri", "ipv4", "ipv6", "byte", "x"]);
    prop_oneof![
        (0_u64..40, 0_u64..20)
            .prop_map(|(least, room)| { json!({"type": "string", "minLength": least, "maxLength": least + room}) }),
        pattern.prop_map(|pattern| json!({"type": "string", "pattern": pattern})),
        format.prop_map(|format| json!({"type": "string", "format": format})),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    let listed = prop::collection::vec(prop_oneof![Just(json!("a")), Just(json!(3)), Just(json!([1]))], 1..4);
    let leaf = prop_oneof![
        3 => number(),
        3 => text(),
        1 => listed.prop_map(|values| json!({"enum": values})),
        1 => Just(json!({"type": "boolean"})),
        1 => Just(json!({"const": {"a": 1}})),
        1 => Just(json!({"type": ["null", "string"]})),
        1 => Just(json!({"type": "integer", "example": "wrong", "default": 4})),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let members = prop::collection::btree_map("[a-e]", inner.clone(), 0..5);
        let object = (members, prop::collection::btree_set("[a-g]", 0..3), any::<bool>()).prop_map(
            |(members, required, closed)| {
                let known: Vec<&String> =
                    required.iter().filter(|name| !closed || members.contains_key(*name)).collect();
                let required = json!(known);
                let members = Map::from_iter(members);
                json!({"type": "object", "properties": members, "required": required, "additionalProperties": !closed})
            },
        );
        let list = (inner.clone(), 0_u64..4, 0_u64..3).prop_map(|(items, least, room)| {
            json!({"type": "array", "items": items, "minItems": least, "maxItems": least + room})
        });
        let unique = (text(), 0_u64..3).prop_map(|(items, least)| {
            let least = if items.get("pattern").is_some() || items["maxLength"] == 0 { 1 } else { least };
            json!({"type": "array", "items": items, "uniqueItems": true, "minItems": least})
        });
        let map = (inner.clone(), 0_u64..4).prop_map(
            |(values, least)| json!({"additionalProperties": values, "type": "object", "minProperties": least}),
        );
        let tuple = prop::collection::vec(inner.clone(), 1..4)
            .prop_map(|items| json!({"type": "array", "prefixItems": items, "items": false}));
        let any_of = prop::collection::vec(inner.clone(), 1..4).prop_map(|branches| json!({"anyOf": branches}));
        let all_of = (inner, prop::collection::btree_set("[h-j]", 0..3)).prop_map(|(one, required)| {
            let required = json!(required);
            let more = json!({"properties": {"h": {"type": "integer"}}, "required": required});
            let is_open = one.get("additionalProperties").is_none_or(|rest| *rest == json!(true));
            if !is_open || one.get("properties").is_none() {
                json!({"allOf": [one]})
            } else {
                json!({"allOf": [one, more]})
            }
        });
        prop_oneof![4 => object, 2 => list, 1 => unique, 1 => map, 1 => tuple, 1 => any_of, 1 => all_of]
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(300))]

    #[test]
    fn samples_fit(schema in schema(), seed in 0_u64..4, minimal in any::<bool>()) {
        let variant = if minimal { Variant::Minimal } else { Variant::Full };
        let sample = sample_at(&schema, "", &Options { seed, variant, ..Options::default() });
        prop_assume!(!sample.cut);
        let failures = validate(&schema, "", Dialect::Draft202012, &sample.value);
        prop_assert!(failures.is_empty(), "{} {} {:?}", schema, sample.value, failures);
        let other = jsonschema::draft202012::new(&schema).unwrap();
        prop_assert!(other.is_valid(&sample.value), "{} {}", schema, sample.value);
    }
}
