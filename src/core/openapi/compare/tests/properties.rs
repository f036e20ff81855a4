//! What holds for every pair of documents.

use super::super::{Change, Impact, Kind, compare};
use super::{changes, document, received, sent};
use crate::core::openapi::{Document, NoDocuments};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The kind of the same change seen from the other side.
fn opposite(kind: Kind) -> Kind {
    use Kind::*;
    let pairs = [
        (ServerAdded, ServerRemoved),
        (SecurityRequired, SecurityLifted),
        (SecurityOptionAdded, SecurityOptionRemoved),
        (SecurityTightened, SecurityLoosened),
        (ScopeAdded, ScopeRemoved),
        (OperationAdded, OperationRemoved),
        (OperationAdded, DeprecatedOperationRemoved),
        (OperationDeprecated, OperationRestored),
        (ParameterAdded, ParameterRemoved),
        (RequiredParameterAdded, ParameterRemoved),
        (ParameterMadeRequired, ParameterMadeOptional),
        (BodyAdded, BodyRemoved),
        (RequiredBodyAdded, BodyRemoved),
        (BodyMadeRequired, BodyMadeOptional),
        (MediaTypeAdded, MediaTypeRemoved),
        (ResponseAdded, ResponseRemoved),
        (TypeNarrowed, TypeWidened),
        (NullAdded, NullRemoved),
        (EnumValueAdded, EnumValueRemoved),
        (EnumAdded, EnumRemoved),
        (BoundTightened, BoundLoosened),
        (RuleAdded, RuleRemoved),
        (PropertyAdded, PropertyRemoved),
        (RequiredPropertyAdded, RequiredPropertyRemoved),
        (PropertyMadeRequired, PropertyMadeOptional),
        (PropertyDeprecated, PropertyRestored),
        (OtherPropertiesRefused, OtherPropertiesAllowed),
        (AlternativeAdded, AlternativeRemoved),
        (SchemaAdded, SchemaRemoved),
    ];
    // Required or deprecated, what is removed is told apart on one side only.
    let plain = |kind| match kind {
        RequiredParameterAdded => ParameterAdded,
        RequiredBodyAdded => BodyAdded,
        DeprecatedOperationRemoved => OperationRemoved,
        other => other,
    };
    let kind = plain(kind);
    let found = pairs.iter().find_map(|(one, other)| match kind {
        kind if kind == *one => Some(*other),
        kind if kind == *other => Some(*one),
        _ => None,
    });
    plain(found.unwrap_or(kind))
}

/// Kinds, sorted, as seen from this side or from the other.
fn kinds(changes: &[Change], see: impl Fn(Kind) -> Kind) -> Vec<Kind> {
    let judged = changes.iter().filter(|change| change.kind != Kind::ApiVersionUnchanged);
    let mut kinds: Vec<Kind> = judged.map(|change| see(change.kind)).collect();
    kinds.sort_unstable();
    kinds
}

fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        prop::sample::select(vec!["string", "integer", "number", "boolean"]).prop_map(|kind| json!({ "type": kind })),
        (1_u64..4).prop_map(|most| json!({"type": "string", "maxLength": most})),
        prop::collection::btree_set("[a-c]", 1..3).prop_map(|values| json!({"type": "string", "enum": values})),
        Just(json!({"type": ["string", "null"]})),
        Just(json!({"$ref": "#/components/schemas/S"})),
        Just(json!({})),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let properties = prop::collection::btree_map("[a-c]", inner.clone(), 0..3);
        let object = (properties, prop::collection::btree_set("[a-c]", 0..3), any::<bool>()).prop_map(
            |(properties, required, closed)| {
                let mut schema = json!({"type": "object", "properties": properties, "required": required});
                if closed {
                    schema["additionalProperties"] = json!(false);
                }
                schema
            },
        );
        prop_oneof![
            object,
            inner.clone().prop_map(|items| json!({"type": "array", "items": items})),
            prop::collection::vec(inner, 2..3).prop_map(|forms| json!({ "oneOf": forms })),
        ]
    })
}

fn parameter() -> impl Strategy<Value = Value> {
    let place = prop::sample::select(vec!["query", "header"]);
    ("[a-b]", place, any::<bool>(), schema()).prop_map(
        |(name, place, required, schema)| json!({"name": name, "in": place, "required": required, "schema": schema}),
    )
}

fn operation() -> impl Strategy<Value = Value> {
    let body = prop::option::of((any::<bool>(), schema()));
    let statuses = prop::collection::btree_map(prop::sample::select(vec!["200", "404", "default"]), schema(), 0..3);
    let security = prop::collection::vec(prop::sample::subsequence(vec!["k", "o"], 0..2), 0..2);
    (prop::collection::vec(parameter(), 0..3), body, statuses, security, any::<bool>()).prop_map(
        |(parameters, body, statuses, security, deprecated)| {
            let content = |schema: Value| json!({"application/json": {"schema": schema}});
            let responses: Map<String, Value> = statuses
                .into_iter()
                .map(|(status, schema)| (status.to_owned(), json!({ "content": content(schema) })))
                .collect();
            let security: Vec<Value> = security
                .into_iter()
                .map(|names| Value::Object(names.into_iter().map(|name| (name.to_owned(), json!([]))).collect()))
                .collect();
            let mut operation = json!({"parameters": parameters, "responses": responses, "security": security,
                "deprecated": deprecated});
            if let Some((required, schema)) = body {
                operation["requestBody"] = json!({"required": required, "content": content(schema)});
            }
            operation
        },
    )
}

fn documents() -> impl Strategy<Value = Value> {
    let paths = prop::collection::btree_map("/[a-c]", operation(), 0..3);
    (paths, schema()).prop_map(|(paths, shared)| {
        let paths: Map<String, Value> =
            paths.into_iter().map(|(path, operation)| (path, json!({ "get": operation }))).collect();
        let schemes = json!({"k": {"type": "http", "scheme": "basic"}, "o": {"type": "mutualTLS"}});
        document(json!({"paths": paths, "components": {"schemas": {"S": shared}, "securitySchemes": schemes}}))
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(128))]

    #[test]
    fn nothing_changes_from_a_document_to_itself(one in documents()) {
        prop_assert_eq!(changes(&one, &one), []);
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(old in documents(), new in documents()) {
        let (there, back) = (changes(&old, &new), changes(&new, &old));
        prop_assert_eq!(kinds(&there, opposite), kinds(&back, |kind| opposite(opposite(kind))));
    }

    #[test]
    fn what_clients_send_and_receive_mirror_each_other(old in schema(), new in schema()) {
        let (sending, receiving) = (changes(&sent(&old), &sent(&new)), changes(&received(&old), &received(&new)));
        let narrows = |change: &&Change| matches!(change.kind, Kind::TypeNarrowed | Kind::BoundTightened | Kind::EnumAdded);
        for change in sending.iter().filter(narrows) {
            prop_assert_eq!(change.impact, Impact::Breaking);
        }
        for change in receiving.iter().filter(narrows) {
            prop_assert_eq!(change.impact, Impact::Compatible);
        }
        prop_assert_eq!(sending.iter().filter(narrows).count(), receiving.iter().filter(narrows).count());
    }

    #[test]
    fn any_bytes_are_compared(old in ".{0,80}", new in ".{0,80}") {
        let [old, new] = [old, new].map(|text| Document::read(format!("openapi: {text}\npaths: {{{text}").as_bytes(), "a.yaml").0);
        compare(&old, &NoDocuments, &new, &NoDocuments);
    }
}
