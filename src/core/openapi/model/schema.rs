//! [`SchemaNode`]: where a schema is. What it means is read elsewhere, when it is shown.

use crate::core::openapi::document::Document;
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::{Documents, Node};
use crate::core::pointer;
use crate::core::problem::Problem;
use serde_json::Value;
use std::borrow::Cow;

/// A schema as written, references included, and where it is.
#[derive(Debug, Clone)]
pub struct SchemaNode<'a> {
    /// The document that holds it.
    pub document: &'a Document,
    /// JSON pointer of the schema, or of what it was made from.
    pub pointer: String,
    /// An object or a boolean. Owned when it was made from a part of another form (OpenAPI 2.0).
    pub value: Cow<'a, Value>,
}

impl<'a> SchemaNode<'a> {
    /// The schema at a place of a document.
    pub(crate) fn of(node: Node<'a>) -> Self {
        Self { document: node.document, pointer: node.pointer, value: Cow::Borrowed(node.value) }
    }

    /// A schema made from what is at `node`.
    pub(crate) fn made(node: &Node<'a>, value: Value) -> Self {
        Self { document: node.document, pointer: node.pointer.clone(), value: Cow::Owned(value) }
    }

    /// The value under a key or an index of it.
    pub fn child(&self, token: &str) -> Option<Self> {
        let pointer = pointer::child(&self.pointer, token);
        let value = match &self.value {
            Cow::Borrowed(value) => {
                let node = Node { document: self.document, pointer: String::new(), value };
                Cow::Borrowed(node.child(token)?.value)
            }
            Cow::Owned(value) => {
                let node = Node { document: self.document, pointer: String::new(), value };
                Cow::Owned(node.child(token)?.value.clone())
            }
        };
        Some(Self { document: self.document, pointer, value })
    }

    /// What it refers to, references followed to the end; itself when it is no reference.
    ///
    /// The words beside `$ref` stay in `self`: since 3.1 they apply together with those of the target.
    pub fn resolve(&self, documents: &'a dyn Documents) -> (Option<Self>, Vec<Problem>) {
        let mut reader = Reader::new(self.document, documents);
        let found = self.resolve_with(&mut reader);
        (found, reader.finish().0)
    }

    pub(crate) fn resolve_with(&self, reader: &mut Reader<'a>) -> Option<Self> {
        if self.value.is_boolean() {
            return Some(self.clone());
        }
        match &self.value {
            Cow::Borrowed(value) => {
                let node = Node { document: self.document, pointer: self.pointer.clone(), value };
                reader.resolve(node).map(|Resolved { node, .. }| Self::of(node))
            }
            // What was made from a part that is no schema holds no reference of its own.
            Cow::Owned(_) => Some(self.clone()),
        }
    }
}

impl<'a> Reader<'a> {
    /// The schema under `key`: an object, or a boolean since 3.1.
    pub(crate) fn schema(&mut self, node: &Node<'a>, key: &str) -> Option<SchemaNode<'a>> {
        let child = node.child(key)?;
        if child.value.is_boolean() && self.version.has_json_schema() {
            return Some(SchemaNode::of(child));
        }
        self.object(node, key).map(SchemaNode::of)
    }
}
