//! Children of schemas that are borrowed from a document or were made, read alike.

use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::{self, Broken, Documents, Node};
use crate::core::pointer;
use serde_json::Value;
use std::borrow::Cow;

/// The members of an object; none for any other value.
pub(super) fn members<'a>(value: &Cow<'a, Value>) -> Vec<(Cow<'a, str>, Cow<'a, Value>)> {
    match value {
        Cow::Borrowed(Value::Object(entries)) => {
            entries.iter().map(|(key, value)| (Cow::Borrowed(key.as_str()), Cow::Borrowed(value))).collect()
        }
        Cow::Owned(Value::Object(entries)) => {
            entries.iter().map(|(key, value)| (Cow::Owned(key.clone()), Cow::Owned(value.clone()))).collect()
        }
        _ => Vec::new(),
    }
}

/// The items of a list; none for any other value.
pub(super) fn items<'a>(value: &Cow<'a, Value>) -> Vec<Cow<'a, Value>> {
    match value {
        Cow::Borrowed(Value::Array(items)) => items.iter().map(Cow::Borrowed).collect(),
        Cow::Owned(Value::Array(items)) => items.iter().map(|item| Cow::Owned(item.clone())).collect(),
        _ => Vec::new(),
    }
}

/// The value as a text.
pub(super) fn text<'a>(value: &Cow<'a, Value>) -> Option<Cow<'a, str>> {
    match value {
        Cow::Borrowed(Value::String(text)) => Some(Cow::Borrowed(text)),
        Cow::Owned(Value::String(text)) => Some(Cow::Owned(text.clone())),
        _ => None,
    }
}

/// Whether a flag is set; `"true"` is a common slip that leaves no doubt.
pub(super) fn is_set(value: &Value) -> bool {
    value.as_bool() == Some(true) || value.as_str() == Some("true")
}

/// The texts of a list.
pub(super) fn texts<'a>(value: &Cow<'a, Value>) -> Vec<Cow<'a, str>> {
    items(value).iter().filter_map(text).collect()
}

/// Whether the value may stand where a schema is expected.
pub(super) fn is_schema(value: &Value) -> bool {
    value.is_object() || value.is_boolean()
}

/// The schema that is the value `value` under `key` of `node`.
pub(super) fn under<'a>(node: &SchemaNode<'a>, key: &str, value: &Cow<'a, Value>) -> SchemaNode<'a> {
    SchemaNode { document: node.document, pointer: pointer::child(&node.pointer, key), value: value.clone() }
}

/// The schemas of the object under `key`, by name.
pub(super) fn named_schemas<'a>(node: &SchemaNode<'a>, key: &str) -> Vec<(Cow<'a, str>, SchemaNode<'a>)> {
    node.child(key).map(|holder| schemas_of(&holder)).unwrap_or_default()
}

/// The schemas that an object holds, by name.
pub(super) fn schemas_of<'a>(holder: &SchemaNode<'a>) -> Vec<(Cow<'a, str>, SchemaNode<'a>)> {
    let schemas = members(&holder.value).into_iter().filter(|(_, value)| is_schema(value));
    let named = |(name, value): (Cow<'a, str>, Cow<'a, Value>)| {
        let schema = under(holder, &name, &value);
        (name, schema)
    };
    schemas.map(named).collect()
}

/// The schemas of the list under `key`. What is no schema keeps its place out of the list, not out of the numbering.
pub(super) fn listed_schemas<'a>(node: &SchemaNode<'a>, key: &str) -> Vec<SchemaNode<'a>> {
    let Some(holder) = node.child(key) else { return Vec::new() };
    let schemas = items(&holder.value).into_iter().enumerate().filter(|(_, value)| is_schema(value));
    schemas.map(|(index, value)| under(&holder, &index.to_string(), &value)).collect()
}

/// What the reference under `key` (`$ref`…) leads to, be it a reference again; `None` where there is no reference.
pub(super) fn target<'a>(
    node: &SchemaNode<'a>,
    key: &str,
    documents: &'a dyn Documents,
) -> Option<Result<SchemaNode<'a>, Broken>> {
    // What was made from a part that is no schema holds no reference of its own.
    let Cow::Borrowed(value) = node.value else { return None };
    let written = value.get(key)?.as_str()?;
    let place = Node { document: node.document, pointer: node.pointer.clone(), value };
    Some(reference::once(&place, written, documents).map(SchemaNode::of))
}

/// What a schema is once its references are followed to the end; itself where it is none.
pub(super) fn resolved<'a>(node: &SchemaNode<'a>, documents: &'a dyn Documents) -> Option<SchemaNode<'a>> {
    let Cow::Borrowed(value) = node.value else { return Some(node.clone()) };
    let place = Node { document: node.document, pointer: node.pointer.clone(), value };
    reference::resolve(place, documents).ok().map(SchemaNode::of)
}
