//! [`Tree`]: JSON as a tree that folds, over the bytes as they came: an index of twenty bytes a value, no copy of it.
//!
//! Everything asked of it is bounded by what is shown. Never here: what the values mean, what is drawn.

mod chars;
mod look;
mod read;
mod rows;
mod search;

use crate::core::i18n::Text;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

pub use look::{NodePath, RawText};
pub use rows::TreeRow;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NodeKind {
    /// `{…}`
    Object,
    /// `[…]`
    Array,
    /// A text.
    String,
    /// A number, kept as it is written.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`
    Null,
}

/// Why the bytes are no JSON, and where reading stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonProblem {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What is wrong.
    pub what: Text,
    /// What to do.
    pub mend: Text,
}

/// A value of the tree: its key or itself begins at `start`; its parts are the nodes up to `end`.
#[derive(Debug, Clone, Copy)]
struct Node {
    start: u32,
    parent: u32,
    end: u32,
    ordinal: u32,
    kind: NodeKind,
    member: bool,
    folded: bool,
}

/// The parent of the root.
const NONE: u32 = u32::MAX;

/// Most rows between two known places.
const STRIDE: u32 = 1024;

/// The row of a node, known without walking.
#[derive(Debug, Clone, Copy)]
struct Checkpoint {
    row: u32,
    node: u32,
}

/// JSON, its nodes in the order of the text, and which of them are folded.
#[derive(Debug, Clone)]
pub struct Tree {
    bytes: Arc<Vec<u8>>,
    nodes: Vec<Node>,
    checkpoints: Vec<Checkpoint>,
    rows: u32,
}

impl Tree {
    /// Reads JSON (UTF-8). What stands before a mistake is kept.
    pub fn read(bytes: Arc<Vec<u8>>) -> (Self, Option<JsonProblem>) {
        let outcome = read::read(&bytes);
        let mut tree = Self { bytes, nodes: outcome.nodes, checkpoints: Vec::new(), rows: 0 };
        tree.fold_to(outcome.open);
        (tree, outcome.problem)
    }

    /// The text read.
    pub fn bytes(&self) -> &Arc<Vec<u8>> {
        &self.bytes
    }

    /// Number of values; node numbers are below it, and that of the root is 0.
    pub fn len(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(NONE)
    }

    /// Whether no value was read.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// What `node` is.
    pub fn kind(&self, node: u32) -> Option<NodeKind> {
        self.node(node).map(|node| node.kind)
    }

    fn node(&self, node: u32) -> Option<Node> {
        self.nodes.get(node as usize).copied()
    }

    /// The values right inside `node`.
    pub(super) fn children(&self, node: u32) -> impl Iterator<Item = u32> {
        let end = self.node(node).map_or(0, |node| node.end);
        let mut next = node.saturating_add(1);
        std::iter::from_fn(move || {
            let child = next;
            next = self.node(child).filter(|_| child < end)?.end;
            Some(child)
        })
    }

    /// How many values are right inside `node`.
    pub(super) fn children_count(&self, node: u32) -> u32 {
        let Some(mut last) = self.node(node).map(|node| node.end.saturating_sub(1)).filter(|last| *last > node) else {
            return 0;
        };
        while let Some(found) = self.node(last) {
            if found.parent == node {
                return found.ordinal + 1;
            }
            last = found.parent;
        }
        0
    }

    /// The value named `name` in the object `node`: the last one, as readers of JSON understand duplicates.
    pub(super) fn member(&self, node: u32, name: &str) -> Option<u32> {
        // A long list is not gone through in vain.
        if self.kind(node)? != NodeKind::Object {
            return None;
        }
        self.children(node).filter(|child| self.is_named(*child, name)).last()
    }

    /// Follows names from `node` down.
    pub(super) fn descend(&self, node: u32, names: &[&str]) -> Option<u32> {
        names.iter().try_fold(node, |node, name| self.member(node, name))
    }

    /// Whether `node` is the entry `name` of an object.
    pub(super) fn is_named(&self, node: u32, name: &str) -> bool {
        self.key_bytes(node).is_some_and(|key| {
            if key.contains(&b'\\') { chars::Chars::new(key).eq(name.chars()) } else { key == name.as_bytes() }
        })
    }

    /// The key of an entry, as it is written between its quotes.
    pub(super) fn key_bytes(&self, node: u32) -> Option<&[u8]> {
        let node = self.node(node).filter(|node| node.member)?;
        Some(chars::string_body(&self.bytes, node.start as usize))
    }

    /// The key of an entry, at most `most` characters of it.
    pub(super) fn key(&self, node: u32, most: usize) -> Option<String> {
        self.key_bytes(node).map(|key| chars::Chars::new(key).take(most).collect())
    }

    /// Where the value of `node` begins, after its key.
    fn value_start(&self, node: Node) -> usize {
        let start = node.start as usize;
        if !node.member {
            return start;
        }
        let colon = chars::skip_space(&self.bytes, chars::string_end(&self.bytes, start));
        chars::skip_space(&self.bytes, colon + 1)
    }

    /// Where the value of `node` stands in the bytes, no more than `most` of them.
    pub(super) fn span(&self, node: u32, most: usize) -> Range<usize> {
        let Some(found) = self.node(node) else { return 0..0 };
        let start = self.value_start(found).min(self.bytes.len());
        let window = self.bytes.get(start..self.bytes.len().min(start.saturating_add(most))).unwrap_or_default();
        start..start + chars::value_end(window)
    }

    /// The bytes of a value, no more than `most` of them.
    pub(super) fn slice(&self, node: u32, most: usize) -> &[u8] {
        self.bytes.get(self.span(node, most)).unwrap_or_default()
    }

    /// The text of a string, at most `most` characters of it; `None` for other values.
    pub(super) fn string(&self, node: u32, most: usize) -> Option<String> {
        let found = self.node(node).filter(|node| node.kind == NodeKind::String)?;
        let body = chars::string_body(&self.bytes, self.value_start(found));
        Some(chars::Chars::new(body).take(most).collect())
    }

    /// A string, number or boolean as text, at most `most` characters of it.
    pub(super) fn scalar(&self, node: u32, most: usize) -> Option<String> {
        match self.kind(node)? {
            NodeKind::String => self.string(node, most),
            NodeKind::Number | NodeKind::Boolean => Some(self.text(node, most).text),
            NodeKind::Object | NodeKind::Array | NodeKind::Null => None,
        }
    }

    /// The value of a number.
    pub(super) fn number(&self, node: u32) -> Option<f64> {
        let found = self.node(node).filter(|node| node.kind == NodeKind::Number)?;
        let rest = self.bytes.get(self.value_start(found)..)?;
        let number = rest.get(..chars::scalar_end(rest))?;
        std::str::from_utf8(number).ok()?.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

/// The text a string of JSON stands for: `written` with or without its quotes.
pub(super) fn unescape(written: &[u8]) -> String {
    let body = written.strip_prefix(b"\"").map_or(written, |rest| rest.strip_suffix(b"\"").unwrap_or(rest));
    chars::Chars::new(body).collect()
}

#[cfg(test)]
mod tests;
