//! What the builder holds while it reads: collections that are not closed yet, values that are finished.

use serde_json::{Map, Value};

/// A collection being read.
pub(super) struct Frame {
    pub(super) collection: Collection,
    pub(super) anchor: usize,
    /// Whether it stands where a key should.
    pub(super) is_key: bool,
    /// Length of the pointer of this collection.
    pub(super) pointer: usize,
    /// How much an alias of it copies.
    pub(super) weight: usize,
    /// How many collections are nested in it.
    pub(super) height: usize,
}

pub(super) enum Collection {
    Sequence(Vec<Value>),
    Mapping { entries: Map<String, Value>, key: Option<Key>, merged: Vec<Value> },
}

/// The key whose value comes next.
pub(super) enum Key {
    Name(String),
    Merge,
    /// A key that was reported: its value is skipped.
    Ignored,
}

/// A finished value.
#[derive(Clone)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) weight: usize,
    pub(super) height: usize,
}

/// The entries of a mapping.
pub(super) fn into_entries(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(entries) => Some(entries),
        _ => None,
    }
}
