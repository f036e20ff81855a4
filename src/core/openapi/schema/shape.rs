//! What a document says of one value that is sent: the words XML needs for it, and which of its texts are secret.
//!
//! The value leads: only the parts of the schema that it has are read, so circles in schemas end with the value.

use super::compose::{Composed, compose};
use crate::core::openapi::{Documents, SchemaNode};
use serde_json::{Map, Value};

/// Deepest value described; what is deeper is written without words of the schema.
const DEPTH: usize = 64;
/// Schemas read for one value.
const BUDGET: usize = 5_000;
/// Alternatives inside alternatives that a name is looked for in.
const ALTERNATIVES: usize = 4;

/// A schema of this value only: its `xml` objects, `properties` and `items`, without references.
pub fn xml_shape<'a>(value: &Value, parts: &[SchemaNode<'a>], documents: &'a dyn Documents) -> Value {
    let mut walk = Walk { documents, budget: BUDGET, secrets: Vec::new() };
    walk.shape("", value, parts, DEPTH)
}

/// The texts of `value` that must not be shown (`format: password`), each with the name it has.
pub fn secrets<'a>(value: &Value, parts: &[SchemaNode<'a>], documents: &'a dyn Documents) -> Vec<(String, String)> {
    let mut walk = Walk { documents, budget: BUDGET, secrets: Vec::new() };
    walk.shape("", value, parts, DEPTH);
    walk.secrets
}

/// What describes the member `name` of an object.
pub fn member<'a>(composed: &Composed<'a>, name: &str, documents: &'a dyn Documents) -> Vec<SchemaNode<'a>> {
    described(composed, name, documents, ALTERNATIVES)
        .unwrap_or_else(|| composed.additional_properties.parts().to_vec())
}

fn described<'a>(
    composed: &Composed<'a>,
    name: &str,
    documents: &'a dyn Documents,
    steps: usize,
) -> Option<Vec<SchemaNode<'a>>> {
    if let Some(property) = composed.properties.iter().find(|property| property.name == name) {
        return Some(property.parts.clone());
    }
    let steps = steps.checked_sub(1)?;
    let branches = composed.alternatives.iter().flat_map(|group| &group.branches);
    branches
        .map(|branch| compose(std::slice::from_ref(&branch.schema), documents))
        .find_map(|branch| described(&branch, name, documents, steps))
}

struct Walk<'a> {
    documents: &'a dyn Documents,
    budget: usize,
    secrets: Vec<(String, String)>,
}

impl<'a> Walk<'a> {
    fn shape(&mut self, name: &str, value: &Value, parts: &[SchemaNode<'a>], depth: usize) -> Value {
        let (Some(depth), Some(budget)) = (depth.checked_sub(1), self.budget.checked_sub(1)) else {
            return Value::Null;
        };
        if parts.is_empty() {
            return Value::Null;
        }
        self.budget = budget;
        let composed = compose(parts, self.documents);
        let mut shape = Map::new();
        if let Some(xml) = &composed.xml {
            shape.insert("xml".to_owned(), xml.clone().into_owned());
        }
        match value {
            Value::Object(members) => {
                let properties = members.iter().map(|(name, value)| {
                    let parts = member(&composed, name, self.documents);
                    (name.clone(), self.shape(name, value, &parts, depth))
                });
                let properties = properties.collect();
                shape.insert("properties".to_owned(), Value::Object(properties));
            }
            Value::Array(items) => {
                let described = composed.items.parts();
                let shapes: Vec<Value> = items.iter().map(|item| self.shape(name, item, described, depth)).collect();
                shape.insert("items".to_owned(), shapes.into_iter().fold(Value::Null, merge));
            }
            Value::String(text) if composed.is_password() => self.secrets.push((name.to_owned(), text.clone())),
            _ => {}
        }
        Value::Object(shape)
    }
}

/// Both shapes in one: the items of a list are written by one schema.
fn merge(mut one: Value, other: Value) -> Value {
    match (&mut one, other) {
        (Value::Object(members), Value::Object(others)) => {
            for (name, other) in others {
                let merged = merge(members.remove(&name).unwrap_or_default(), other);
                members.insert(name, merged);
            }
            one
        }
        (Value::Null, other) => other,
        _ => one,
    }
}
