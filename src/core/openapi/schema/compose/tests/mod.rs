//! What schemas say together, in every spelling of every generation.

mod against_check;
mod alternatives;
mod hostile;
mod objects;
mod values;

use super::{Alternatives, Composed, EnumValue, Limit, Rest, SchemaType, Types, compose};
use crate::core::openapi::{Document, NoDocuments, SchemaNode};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A document of `version` whose components are `schemas`.
pub(super) fn document(version: &str, schemas: Value) -> Document {
    let old = version == "2.0";
    let mut value = json!({ (if old { "swagger" } else { "openapi" }): version, "paths": {} });
    if old {
        value["definitions"] = schemas;
    } else {
        value["components"] = json!({ "schemas": schemas });
    }
    Document::new(value, "https://a.fr/api.json")
}

/// The component `name`.
pub(super) fn component<'a>(document: &'a Document, name: &str) -> SchemaNode<'a> {
    let holder = if document.value().get("swagger").is_some() { "/definitions" } else { "/components/schemas" };
    let pointer = format!("{holder}/{name}");
    let value = Cow::Borrowed(document.value().pointer(&pointer).unwrap());
    SchemaNode { document, pointer, value }
}

/// What the component `S` says, as far as `expected` asks.
fn check(version: &str, schemas: Value, expected: Value) {
    let document = document(version, schemas.clone());
    let composed = compose(&[component(&document, "S")], &NoDocuments);
    let digest = digest(&composed);
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(digest.get(key).unwrap_or(&Value::Null), value, "{key} of {schemas}: {digest}");
    }
}

fn names(types: Types) -> Value {
    if types == Types::ANY { Value::Null } else { types.iter().map(SchemaType::id).collect() }
}

fn parts(parts: &[SchemaNode<'_>]) -> Value {
    parts.iter().map(|part| part.pointer.replace("/components/schemas/", "#").replace("/definitions/", "#")).collect()
}

fn rest(rest: &Rest<'_>) -> Value {
    match rest {
        Rest::Unsaid => Value::Null,
        Rest::Allowed => json!(true),
        Rest::Refused => json!(false),
        Rest::Like(schemas) => parts(schemas),
    }
}

fn group(group: &Alternatives<'_>) -> Value {
    let branches = group.branches.iter();
    let branches = branches.map(|one| format!("{}={}", one.name.as_deref().unwrap_or("-"), one.values.join("|")));
    json!({ (group.keyword.id()): branches.collect::<Vec<_>>() })
}

fn value(one: &EnumValue<'_>) -> Value {
    match (&one.title, &one.description) {
        (None, None) => one.value.clone().into_owned(),
        (title, description) => json!([one.value, title, description]),
    }
}

fn limit(limit: &Limit) -> Value {
    json!(format!("{}{}", if limit.exclusive { "<" } else { "" }, limit.value))
}

/// What was composed, as JSON: only what is said.
fn digest(composed: &Composed<'_>) -> Value {
    let count = |count: super::Count| if count.is_open() { Value::Null } else { json!([count.minimum, count.maximum]) };
    let properties = composed.properties.iter();
    let properties = properties.map(|one| format!("{}{}", one.name, if one.required { "!" } else { "" }));
    let entries = [
        ("types", names(composed.types)),
        ("likely", names(composed.likely_types())),
        ("nullable", composed.nullable.into()),
        ("refused", composed.refused.into()),
        ("title", composed.title.as_deref().into()),
        ("description", composed.description.as_deref().into()),
        ("name", composed.name.clone().into()),
        ("format", composed.format.as_deref().into()),
        ("values", composed.values.as_ref().map(|values| values.iter().map(value).collect::<Value>()).into()),
        ("const", composed.constant.as_deref().cloned().into()),
        ("default", composed.default.as_deref().cloned().into()),
        ("examples", composed.examples.iter().map(|one| one.clone().into_owned()).collect()),
        ("minimum", composed.range.minimum.as_ref().map(limit).into()),
        ("maximum", composed.range.maximum.as_ref().map(limit).into()),
        ("multipleOf", composed.range.multiple_of.iter().cloned().map(Value::Number).collect()),
        ("length", count(composed.length)),
        ("itemCount", count(composed.item_count)),
        ("propertyCount", count(composed.property_count)),
        ("unique", composed.unique_items.into()),
        ("patterns", composed.patterns.iter().map(|one| json!(one)).collect()),
        ("properties", properties.collect()),
        ("required", composed.required.iter().map(|one| json!(one)).collect()),
        (
            "patternProperties",
            composed.pattern_properties.iter().map(|one| json!([one.pattern, one.parts.len()])).collect(),
        ),
        ("additionalProperties", rest(&composed.additional_properties)),
        ("unevaluatedProperties", rest(&composed.unevaluated_properties)),
        ("unevaluatedItems", rest(&composed.unevaluated_items)),
        ("propertyNames", parts(&composed.property_names)),
        ("prefixItems", composed.prefix_items.iter().map(|one| parts(one)).collect()),
        ("items", rest(&composed.items)),
        ("contains", composed.contains.iter().map(|one| count(one.count)).collect()),
        ("dependentRequired", composed.dependent_required.iter().map(|one| json!(one)).collect()),
        ("dependentSchemas", composed.dependent_schemas.iter().map(|(name, _)| json!(name)).collect()),
        ("not", parts(&composed.not)),
        (
            "conditions",
            composed.conditions.iter().map(|one| json!([one.then.is_some(), one.otherwise.is_some()])).collect(),
        ),
        ("alternatives", composed.alternatives.iter().map(group).collect()),
        ("discriminator", composed.discriminator.as_ref().map(|one| json!(one.property)).into()),
        ("flags", json!([composed.read_only, composed.write_only, composed.deprecated])),
        ("xml", composed.xml.as_deref().cloned().into()),
        ("externalDocs", composed.external_docs.as_ref().map(|one| one.url).into()),
        ("encoding", composed.content.encoding.as_deref().into()),
        ("mediaType", composed.content.media_type.as_deref().into()),
        ("contentSchema", composed.content.schema.as_ref().map(|one| one.pointer.clone()).into()),
        ("broken", composed.broken.iter().map(|one| json!(one.reference)).collect()),
        ("incomplete", composed.incomplete.into()),
        ("identity", composed.identity.0.iter().map(|key| json!(key.pointer)).collect()),
        ("parts", parts(&composed.parts)),
    ];
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
