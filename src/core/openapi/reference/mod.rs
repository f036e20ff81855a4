//! What a `$ref` leads to: a place in the same document, in another one, or nowhere.
//!
//! Nothing is copied and no document is fetched here: [`Documents`] gives those that are at hand.

mod index;

pub(crate) use index::{Index, NAMES};

use super::document::Document;
use crate::core::address::percent_decode;
use crate::core::pointer;
use crate::core::uri;
use serde_json::Value;
use std::borrow::Cow;

/// Longest chain of references followed.
const CHAIN_LIMIT: usize = 64;

/// The documents that references may lead to, already read.
pub trait Documents {
    /// The document at `url` (absolute or relative like that of the first document, without fragment).
    fn document(&self, url: &str) -> Option<&Document>;
}

/// No other document is at hand.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoDocuments;

impl Documents for NoDocuments {
    fn document(&self, _url: &str) -> Option<&Document> {
        None
    }
}

/// A value and where it is.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The document that holds it.
    pub document: &'a Document,
    /// JSON pointer in that document.
    pub pointer: String,
    /// The value.
    pub value: &'a Value,
}

impl<'a> Node<'a> {
    /// The value under `token`, a key or an index.
    pub fn child(&self, token: &str) -> Option<Self> {
        let value = member(self.value, token)?;
        Some(Self { document: self.document, pointer: pointer::child(&self.pointer, token), value })
    }

    /// The reference it is, where it is one.
    pub fn reference(&self) -> Option<&'a str> {
        self.value.get("$ref").and_then(Value::as_str)
    }
}

fn member<'a>(value: &'a Value, token: &str) -> Option<&'a Value> {
    match value {
        Value::Object(entries) => entries.get(token),
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The document at this address is not at hand.
    Document(String),
    /// The document holds nothing there.
    Place,
    /// References lead round in a circle.
    Cycle,
}

/// Follows `node` while it is a reference. A node that is none is returned as it is.
pub fn resolve<'a>(node: Node<'a>, documents: &'a dyn Documents) -> Result<Node<'a>, Broken> {
    follow(node, documents, &mut Vec::new())
}

/// What `reference`, written in `node`, leads to, references that stand there followed in turn.
pub fn target<'a>(node: &Node<'a>, reference: &str, documents: &'a dyn Documents) -> Result<Node<'a>, Broken> {
    let mut seen = Vec::new();
    let found = step(node, reference, documents, &mut seen)?;
    follow(found, documents, &mut seen)
}

/// What `reference`, written in `node`, leads to, be it a reference again.
pub(crate) fn once<'a>(node: &Node<'a>, reference: &str, documents: &'a dyn Documents) -> Result<Node<'a>, Broken> {
    step(node, reference, documents, &mut Vec::new())
}

/// Steps already taken: document (by address in memory) and pointer.
type Seen = Vec<(*const Document, String)>;

fn follow<'a>(node: Node<'a>, documents: &'a dyn Documents, seen: &mut Seen) -> Result<Node<'a>, Broken> {
    let mut node = node;
    while let Some(reference) = node.reference() {
        let here = (std::ptr::from_ref(node.document), node.pointer.clone());
        if seen.len() >= CHAIN_LIMIT || seen.contains(&here) {
            return Err(Broken::Cycle);
        }
        seen.push(here);
        node = step(&node, reference, documents, seen)?;
    }
    Ok(node)
}

fn step<'a>(
    node: &Node<'a>,
    reference: &str,
    documents: &'a dyn Documents,
    seen: &mut Seen,
) -> Result<Node<'a>, Broken> {
    let whole = uri::join(&base(node), reference.trim());
    let (url, fragment) = whole.split_once('#').unwrap_or((&whole, ""));
    let own = node.document;
    let (document, resource) = if url == own.url() {
        (own, String::new())
    } else if let Some(pointer) = own.index().resource(url) {
        (own, pointer.to_owned())
    } else {
        let document = documents.document(url).ok_or_else(|| Broken::Document(url.to_owned()))?;
        (document, String::new())
    };
    let fragment = percent_decode(fragment);
    if fragment.is_empty() || fragment.starts_with('/') {
        return walk(document, &resource, &fragment, documents, seen);
    }
    let pointer = document.index().anchor(url, &fragment).ok_or(Broken::Place)?;
    walk(document, "", pointer, documents, seen)
}

/// The value at `rest` below `start`. References met on the way are followed: other tools accept such pointers.
fn walk<'a>(
    document: &'a Document,
    start: &str,
    rest: &str,
    documents: &'a dyn Documents,
    seen: &mut Seen,
) -> Result<Node<'a>, Broken> {
    let value = document.value().pointer(start).ok_or(Broken::Place)?;
    let mut node = Node { document, pointer: start.to_owned(), value };
    for token in pointer::tokens(rest) {
        node = match node.child(&token) {
            Some(child) => child,
            None if node.reference().is_some() => follow(node, documents, seen)?.child(&token).ok_or(Broken::Place)?,
            None => return Err(Broken::Place),
        };
    }
    Ok(node)
}

/// The address that references in `node` are relative to: that of the document, or the `$id` of a schema around.
fn base<'a>(node: &Node<'a>) -> Cow<'a, str> {
    let mut base = Cow::Borrowed(node.document.url());
    if !node.document.has_json_schema() {
        return base;
    }
    let mut value = node.document.value();
    let mut tokens = pointer::tokens(&node.pointer);
    // The first one is that of a document which is a schema as a whole.
    loop {
        if let Some(id) = value.get("$id").and_then(Value::as_str) {
            base = Cow::Owned(uri::without_fragment(&uri::join(&base, id)).to_owned());
        }
        match tokens.next().and_then(|token| member(value, &token)) {
            Some(child) => value = child,
            None => return base,
        }
    }
}

#[cfg(test)]
mod tests;
