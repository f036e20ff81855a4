//! Finds `$id`, `$anchor` and `$dynamicAnchor` (`id` in draft 4) where schemas stand, and nowhere else: an `enum` may hold
//! an object that has an `$id`.

use super::Dialect;
use super::documents::Documents;
use crate::core::pointer::push;
use crate::core::uri;
use serde_json::Value;

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

struct Visit<'d> {
    value: &'d Value,
    kind: Kind,
    pointer: String,
    resource: usize,
    depth: u32,
}

/// Notes the identifiers below `value`, where it has some; it stands in `resource` at `pointer`.
pub(super) fn note<'d>(
    documents: &mut Documents<'d>,
    value: &'d Value,
    pointer: String,
    resource: usize,
    has_identifiers: bool,
) {
    let around = value.get("openapi").is_some() || value.get("swagger").is_some();
    let kind = if around { Kind::Around } else { Kind::Schema };
    if !around {
        documents.declare(resource, value);
    }
    if !has_identifiers {
        return;
    }
    let mut visits = vec![Visit { value, kind, pointer, resource, depth: 0 }];
    while let Some(mut visit) = visits.pop() {
        if visit.depth > DEEPEST {
            continue;
        }
        if visit.kind == Kind::Schema {
            visit.resource = identify(documents, &visit);
        }
        match visit.value {
            Value::Object(members) => {
                for (name, value) in members {
                    if let Some(kind) = kind_of_member(visit.kind, name, value) {
                        visits.push(visit.child(name, value, kind));
                    }
                }
            }
            Value::Array(items) if matches!(visit.kind, Kind::List | Kind::Around) => {
                let kind = if visit.kind == Kind::List { Kind::Schema } else { Kind::Around };
                visits
                    .extend(items.iter().enumerate().map(|(index, item)| visit.child(&index.to_string(), item, kind)));
            }
            _ => {}
        }
    }
}

impl<'d> Visit<'d> {
    fn child(&self, step: &str, value: &'d Value, kind: Kind) -> Self {
        let mut pointer = self.pointer.clone();
        push(&mut pointer, step);
        Visit { value, kind, pointer, resource: self.resource, depth: self.depth + 1 }
    }
}

/// Whether any identifier occurs: most documents have none, and need no visit.
pub(super) fn has_identifiers(value: &Value) -> bool {
    let mut values = vec![value];
    while let Some(value) = values.pop() {
        match value {
            Value::Array(items) => values.extend(items),
            Value::Object(members) => {
                let names = ["$id", "$anchor", "$dynamicAnchor", "id"];
                if names.iter().any(|name| members.get(*name).is_some_and(Value::is_string)) {
                    return true;
                }
                values.extend(members.values());
            }
            _ => {}
        }
    }
    false
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

/// Notes the identifiers of one schema; the resource it belongs to.
fn identify<'d>(documents: &mut Documents<'d>, visit: &Visit<'d>) -> usize {
    let text = |name: &str| visit.value.get(name).and_then(Value::as_str);
    let inherited = documents.resources.get(visit.resource);
    let (base, dialect) =
        inherited.map_or((String::new(), Dialect::Draft202012), |resource| (resource.uri.clone(), resource.dialect));
    let old = text("$schema").map_or(dialect == Dialect::Draft4, |schema| schema.contains("/draft-04/"));
    if dialect == Dialect::OpenApi30 || (old && text("$ref").is_some()) {
        return visit.resource;
    }
    let mut resource = visit.resource;
    let mut anchors = Vec::new();
    if let Some(id) = text(if old { "id" } else { "$id" }) {
        let (place, fragment) = id.split_once('#').unwrap_or((id, ""));
        if !place.is_empty() {
            resource = documents.add_resource(resource, uri::join(&base, place), visit.value, visit.pointer.clone());
        }
        anchors.extend(Some(fragment).filter(|fragment| !fragment.is_empty() && !fragment.starts_with('/')));
    }
    if !old {
        anchors.extend(text("$anchor"));
        anchors.extend(text("$dynamicAnchor"));
    }
    if let Some(found) = documents.resources.get_mut(resource) {
        for anchor in anchors {
            found.anchors.entry(anchor).or_insert_with(|| (visit.pointer.clone(), visit.value));
        }
        found.dynamic.extend(text("$dynamicAnchor").filter(|_| !old));
    }
    resource
}
