//! Where a document names parts of itself: `$id`, `$anchor`, `$dynamicAnchor` (JSON Schema 2020-12 §8.2).

use crate::core::pointer;
use crate::core::uri;
use serde_json::Value;
use std::collections::HashMap;

/// Pointers by name.
#[derive(Debug, Default)]
pub(crate) struct Index {
    resources: HashMap<String, String>,
    anchors: HashMap<(String, String), String>,
}

impl Index {
    /// Looks through the whole document: done once, and only when a reference needs it.
    pub(crate) fn of(document: &Value, url: &str) -> Self {
        let mut index = Self::default();
        let mut left = vec![(document, String::new(), url.to_owned())];
        while let Some((value, pointer, base)) = left.pop() {
            match value {
                Value::Object(entries) => {
                    let base = match entries.get("$id").and_then(Value::as_str) {
                        Some(id) => {
                            let base = uri::without_fragment(&uri::join(&base, id)).to_owned();
                            index.resources.entry(base.clone()).or_insert_with(|| pointer.clone());
                            base
                        }
                        None => base,
                    };
                    for key in ["$anchor", "$dynamicAnchor"] {
                        if let Some(name) = entries.get(key).and_then(Value::as_str) {
                            index.anchors.entry((base.clone(), name.to_owned())).or_insert_with(|| pointer.clone());
                        }
                    }
                    let inside = entries.iter().filter(|(key, value)| holds_schemas(key) && nested(value));
                    left.extend(inside.map(|(key, value)| (value, pointer::child(&pointer, key), base.clone())));
                }
                Value::Array(items) => {
                    let inside = items.iter().enumerate().filter(|(_, value)| nested(value));
                    left.extend(inside.map(|(position, value)| (value, format!("{pointer}/{position}"), base.clone())));
                }
                _ => {}
            }
        }
        index
    }

    /// Pointer of the schema whose `$id` is `url`.
    pub(crate) fn resource(&self, url: &str) -> Option<&str> {
        self.resources.get(url).map(String::as_str)
    }

    /// Pointer of the anchor `name` in the resource `url`.
    pub(crate) fn anchor(&self, url: &str, name: &str) -> Option<&str> {
        self.anchors.get(&(url.to_owned(), name.to_owned())).map(String::as_str)
    }
}

fn nested(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// Values are data, not schemas, whatever keys they hold.
fn holds_schemas(key: &str) -> bool {
    !matches!(key, "example" | "enum" | "const" | "default")
}
