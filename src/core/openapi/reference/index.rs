//! Where a document names parts of itself: `$id`, `$anchor`, `$dynamicAnchor` (JSON Schema 2020-12 §8.2).

use crate::core::pointer;
use crate::core::uri;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The keywords with which a schema names itself.
pub(crate) const NAMES: [&str; 3] = ["$id", "$anchor", "$dynamicAnchor"];

/// Pointers by name.
#[derive(Debug, Default)]
pub(crate) struct Index {
    resources: HashMap<String, String>,
    anchors: HashMap<(String, String), String>,
}

/// A step from a value to one inside.
#[derive(Clone, Copy)]
enum Step<'a> {
    Start,
    Key(&'a str),
    Item(usize),
}

impl Index {
    /// Looks through the whole document: done once, and only when a reference needs it. A page waits for it, so a
    /// pointer is written only where there is a name.
    pub(crate) fn of(document: &Value, url: &str) -> Self {
        let mut index = Self::default();
        let mut left = vec![(document, 0, Step::Start)];
        let mut path = Vec::new();
        // The resources around, each with its depth.
        let mut bases: Vec<(usize, String)> = Vec::new();
        while let Some((value, depth, step)) = left.pop() {
            path.truncate(depth);
            path.push(step);
            bases.truncate(bases.partition_point(|(around, _)| *around < depth));
            match value {
                Value::Object(entries) => {
                    let names = Names::of(entries);
                    if let Some(id) = names.id {
                        let around = bases.last().map_or(url, |(_, base)| base.as_str());
                        let base = uri::without_fragment(&uri::join(around, id)).to_owned();
                        index.resources.entry(base.clone()).or_insert_with(|| pointer(&path));
                        bases.push((depth, base));
                    }
                    for name in names.anchors.into_iter().flatten() {
                        let base = bases.last().map_or(url, |(_, base)| base.as_str());
                        let key = (base.to_owned(), name.to_owned());
                        index.anchors.entry(key).or_insert_with(|| pointer(&path));
                    }
                    let inside = entries.iter().filter(|(key, value)| nested(value) && holds_schemas(key));
                    left.extend(inside.map(|(key, value)| (value, depth + 1, Step::Key(key))));
                }
                Value::Array(items) => {
                    let inside = items.iter().enumerate().filter(|(_, value)| nested(value));
                    left.extend(inside.map(|(position, value)| (value, depth + 1, Step::Item(position))));
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

/// The names that an object gives itself.
#[derive(Default)]
struct Names<'a> {
    id: Option<&'a str>,
    anchors: [Option<&'a str>; 2],
}

impl<'a> Names<'a> {
    fn of(entries: &'a Map<String, Value>) -> Self {
        let mut names = Self::default();
        for (key, value) in entries {
            match key.as_str() {
                "$id" => names.id = value.as_str(),
                "$anchor" => names.anchors[0] = value.as_str(),
                "$dynamicAnchor" => names.anchors[1] = value.as_str(),
                _ => {}
            }
        }
        names
    }
}

fn pointer(path: &[Step<'_>]) -> String {
    let mut written = String::new();
    for step in path {
        match step {
            Step::Start => {}
            Step::Key(key) => pointer::push(&mut written, key),
            Step::Item(position) => pointer::push(&mut written, &position.to_string()),
        }
    }
    written
}

fn nested(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// Values are data, not schemas, whatever keys they hold.
fn holds_schemas(key: &str) -> bool {
    !matches!(key, "example" | "enum" | "const" | "default")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_have_the_pointer_and_the_resource_they_stand_in() {
        let document = json!({"a/b": [{"$id": "x", "$anchor": "in", "c": {"$dynamicAnchor": "deep", "d": {"$id": "y/"}}}],
            "e": {"$anchor": "out", "$id": 3}, "f": {"$id": "y/z", "g": [0, {"$anchor": "in"}]}, "h": {"$anchor": "last"},
            "example": {"$anchor": "data"}});
        let index = Index::of(&document, "https://a.fr/doc");
        for (url, expected) in [
            ("https://a.fr/x", Some("/a~1b/0")),
            ("https://a.fr/y/", Some("/a~1b/0/c/d")),
            ("https://a.fr/y/z", Some("/f")),
            ("https://a.fr/doc", None),
        ] {
            assert_eq!(index.resource(url), expected, "{url}");
        }
        for (url, name, expected) in [
            ("https://a.fr/x", "in", Some("/a~1b/0")),
            ("https://a.fr/x", "deep", Some("/a~1b/0/c")),
            ("https://a.fr/y/z", "in", Some("/f/g/1")),
            ("https://a.fr/doc", "out", Some("/e")),
            ("https://a.fr/doc", "last", Some("/h")),
            ("https://a.fr/doc", "data", None),
        ] {
            assert_eq!(index.anchor(url, name), expected, "{url} {name}");
        }
    }
}
