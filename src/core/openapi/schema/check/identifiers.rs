//! Finds `$id`, `$anchor` and `$dynamicAnchor` (`id` in draft 4) where schemas stand, and nowhere else: an `enum` may hold
//! an object that has an `$id`.

use super::Dialect;
use super::documents::Documents;
use crate::core::pointer::push;
use crate::core::uri;
use serde_json::Value;
use std::collections::HashMap;

/// Deeper schemas cannot be reached by a check.
const DEEPEST: u32 = 1_000;

/// What a value is, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Schema,
    /// An object whose members are schemas.
    Members,
    /// An array of schemas.
    List,
    /// A part of an OpenAPI document that has schemas somewhere inside.
    Around,
}

/// The pointers of the schemas that name themselves, each after those around it. An `id` among data, as in examples, names
/// nothing. Looking takes as long as the document is large: whoever checks against it often keeps them.
pub(super) fn named(value: &Value) -> Vec<String> {
    let mut named = Vec::new();
    let mut left = vec![(value, kind_of_root(value), String::new(), 0)];
    while let Some((value, kind, pointer, depth)) = left.pop() {
        if depth > DEEPEST {
            continue;
        }
        let inside = |step: &str| {
            let mut pointer = pointer.clone();
            push(&mut pointer, step);
            pointer
        };
        match value {
            Value::Object(members) => {
                left.extend(members.iter().filter_map(|(name, value)| {
                    let kind = kind_of_member(kind, name, value)?;
                    is_nested(value).then(|| (value, kind, inside(name), depth + 1))
                }));
                let is_text = |name: &&str| members.get(*name).is_some_and(Value::is_string);
                if kind == Kind::Schema && ["$id", "$anchor", "$dynamicAnchor", "id"].iter().any(is_text) {
                    named.push(pointer);
                }
            }
            Value::Array(items) => {
                let Some(kind) = kind_of_items(kind) else { continue };
                let items = items.iter().enumerate().filter(|(_, item)| is_nested(item));
                left.extend(items.map(|(index, item)| (item, kind, inside(&index.to_string()), depth + 1)));
            }
            _ => {}
        }
    }
    named
}

fn is_nested(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// Notes the identifiers below `value`, which stands in `resource` at `pointer`; `named` are the pointers of the schemas that
/// have some.
pub(super) fn note<'d>(
    documents: &mut Documents<'d>,
    value: &'d Value,
    pointer: &str,
    resource: usize,
    named: &[String],
) {
    if kind_of_root(value) == Kind::Schema {
        documents.declare(resource, value);
    }
    // The resources that begin inside.
    let mut begun: HashMap<&str, usize> = HashMap::new();
    for place in named {
        let Some(schema) = value.pointer(place) else { continue };
        let around = place.match_indices('/').rev().find_map(|(end, _)| begun.get(place.get(..end)?).copied());
        let around = around.unwrap_or(resource);
        let found = identify(documents, schema, [pointer, place].concat(), around);
        begun.insert(place, found);
    }
}

/// What a whole document is, or a schema that stands alone.
fn kind_of_root(value: &Value) -> Kind {
    let around = value.get("openapi").is_some() || value.get("swagger").is_some();
    if around { Kind::Around } else { Kind::Schema }
}

/// What the items of an array are, where they may be or hold schemas.
fn kind_of_items(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::List => Some(Kind::Schema),
        Kind::Around => Some(Kind::Around),
        Kind::Schema | Kind::Members => None,
    }
}

fn kind_of_member(kind: Kind, name: &str, value: &Value) -> Option<Kind> {
    match kind {
        Kind::Members => Some(Kind::Schema),
        Kind::List => None,
        Kind::Around => match name {
            "schema" => Some(Kind::Schema),
            "schemas" | "definitions" => Some(Kind::Members),
            "example" | "examples" | "default" | "value" | "enum" | "const" => None,
            _ => Some(Kind::Around),
        },
        Kind::Schema => match name {
            "allOf" | "anyOf" | "oneOf" | "prefixItems" => Some(Kind::List),
            "items" if value.is_array() => Some(Kind::List),
            "$defs" | "definitions" | "dependentSchemas" | "patternProperties" | "properties" | "dependencies" => {
                Some(Kind::Members)
            }
            "additionalItems"
            | "additionalProperties"
            | "contains"
            | "contentSchema"
            | "else"
            | "if"
            | "items"
            | "not"
            | "propertyNames"
            | "then"
            | "unevaluatedItems"
            | "unevaluatedProperties" => Some(Kind::Schema),
            _ => None,
        },
    }
}

/// Notes the identifiers of one schema, which stands at `pointer` in the resource `around`; the resource it belongs to.
fn identify<'d>(documents: &mut Documents<'d>, schema: &'d Value, pointer: String, around: usize) -> usize {
    let text = |name: &str| schema.get(name).and_then(Value::as_str);
    let inherited = documents.resources.get(around);
    let (base, dialect) =
        inherited.map_or((String::new(), Dialect::Draft202012), |resource| (resource.uri.clone(), resource.dialect));
    let old = text("$schema").map_or(dialect == Dialect::Draft4, |schema| schema.contains("/draft-04/"));
    if dialect == Dialect::OpenApi30 || (old && text("$ref").is_some()) {
        return around;
    }
    let mut resource = around;
    let mut anchors = Vec::new();
    if let Some(id) = text(if old { "id" } else { "$id" }) {
        let (place, fragment) = id.split_once('#').unwrap_or((id, ""));
        if !place.is_empty() {
            resource = documents.add_resource(resource, uri::join(&base, place), schema, pointer.clone());
        }
        anchors.extend(Some(fragment).filter(|fragment| !fragment.is_empty() && !fragment.starts_with('/')));
    }
    if !old {
        anchors.extend(text("$anchor"));
        anchors.extend(text("$dynamicAnchor"));
    }
    if let Some(found) = documents.resources.get_mut(resource) {
        for anchor in anchors {
            found.anchors.entry(anchor).or_insert_with(|| (pointer.clone(), schema));
        }
        found.dynamic.extend(text("$dynamicAnchor").filter(|_| !old));
    }
    resource
}
