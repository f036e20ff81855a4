//! Examples, in every form the generations of OpenAPI gave them.

use super::SchemaNode;
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::Node;
use crate::core::uri;
use serde_json::Value;
use std::borrow::Cow;

/// Most examples read from one list.
const LIMIT: usize = 200;

/// One example.
#[derive(Debug, Clone)]
pub struct Example<'a> {
    /// Its key, where examples are named.
    pub name: Option<&'a str>,
    /// One line.
    pub summary: Option<&'a str>,
    /// Markdown.
    pub description: Option<&'a str>,
    /// What it shows.
    pub value: ExampleValue<'a>,
    /// JSON pointer of the example.
    pub pointer: String,
}

/// What an example shows.
#[derive(Debug, Clone, PartialEq)]
pub enum ExampleValue<'a> {
    /// A value to be written in the media type it is for.
    Data(Cow<'a, Value>),
    /// A text to be sent as it is (3.2 `serializedValue`).
    Serialized(&'a str),
    /// Somewhere else.
    Address(String),
}

impl<'a> Reader<'a> {
    /// The examples of a parameter, header or media type: its own, or those of its schema where it has none.
    pub(crate) fn examples(&mut self, node: &Node<'a>, schema: Option<&SchemaNode<'a>>) -> Vec<Example<'a>> {
        let mut examples = self.own_examples(node);
        if let Some(schema) = schema.filter(|_| examples.is_empty()) {
            examples = self.schema_examples(schema);
        }
        examples
    }

    /// `examples`, `example`, `x-examples`, `x-example`.
    pub(crate) fn own_examples(&mut self, node: &Node<'a>) -> Vec<Example<'a>> {
        for key in ["examples", "x-examples"] {
            let Some(child) = node.child(key) else { continue };
            let examples = self.named(&child, key.starts_with("x-"));
            if !examples.is_empty() {
                return examples;
            }
        }
        ["example", "x-example"].into_iter().find_map(|key| node.child(key)).map(data).into_iter().collect()
    }

    fn named(&mut self, node: &Node<'a>, bare: bool) -> Vec<Example<'a>> {
        match node.value {
            Value::Object(_) => {
                let members = self.members(node);
                members.into_iter().filter_map(|(name, node)| self.example(name, node, bare)).collect()
            }
            // A list is how schemas write them; found elsewhere too.
            Value::Array(items) => {
                (0..items.len().min(LIMIT)).filter_map(|index| node.child(&index.to_string())).map(data).collect()
            }
            _ => Vec::new(),
        }
    }

    /// An Example Object; with `bare`, anything else is an example itself.
    fn example(&mut self, name: &'a str, node: Node<'a>, bare: bool) -> Option<Example<'a>> {
        let is_object = ["$ref", "value", "externalValue", "dataValue", "serializedValue"]
            .iter()
            .any(|key| node.value.get(key).is_some());
        if !is_object {
            return if bare || !node.value.is_object() {
                Some(Example { name: Some(name), ..data(node) })
            } else {
                // Only a summary: nothing to show.
                None
            };
        }
        let Resolved { node, summary, description } = self.resolve(node)?;
        let value = if let Some(child) = node.child("dataValue").or_else(|| node.child("value")) {
            ExampleValue::Data(Cow::Borrowed(child.value))
        } else if let Some(text) = self.text(&node, "serializedValue") {
            ExampleValue::Serialized(text)
        } else {
            ExampleValue::Address(uri::join(node.document.url(), self.text(&node, "externalValue")?))
        };
        Some(Example {
            name: Some(name),
            summary: summary.or_else(|| self.text(&node, "summary")),
            description: description.or_else(|| self.text(&node, "description")),
            value,
            pointer: node.pointer,
        })
    }

    /// `example` and `examples` of a schema, or of the one it refers to.
    pub(crate) fn schema_examples(&mut self, schema: &SchemaNode<'a>) -> Vec<Example<'a>> {
        let Some(found) = schema.resolve_with(self) else { return Vec::new() };
        for schema in [schema, &found] {
            let listed = schema.child("examples");
            let items = listed.iter().flat_map(|list| {
                let count = list.value.as_array().map_or(0, Vec::len).min(LIMIT);
                (0..count).filter_map(|index| list.child(&index.to_string()))
            });
            let single = ["example", "x-example"].iter().find_map(|key| schema.child(key));
            let examples: Vec<Example<'a>> = items.chain(single).map(of_schema).collect();
            if !examples.is_empty() {
                return examples;
            }
        }
        Vec::new()
    }
}

/// An example that is nothing but its value.
fn data(node: Node<'_>) -> Example<'_> {
    of_schema(SchemaNode::of(node))
}

fn of_schema(node: SchemaNode<'_>) -> Example<'_> {
    let value = ExampleValue::Data(node.value);
    Example { name: None, summary: None, description: None, value, pointer: node.pointer }
}
