//! Parser events to one value, with an explicit stack: no input can overflow the program's own.

use super::report::{self, Finding};
use super::{Yaml, scalar, syntax};
use crate::core::problem::Problem;
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Tag};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Deepest nesting accepted: beyond, a document is a mistake or an attack.
const DEPTH_LIMIT: usize = 512;
/// Values and bytes that aliases may copy in all ("billion laughs").
const ALIAS_BUDGET: usize = 4_000_000;
/// Pointers longer than this get no place: deep documents with long keys would need quadratic memory.
const POINTER_LIMIT: usize = 4_096;

/// Reads the first document of `source`.
pub(super) fn read(source: &str, file: &str, first_line: u32) -> (Yaml, Vec<Problem>) {
    let mut builder = Builder {
        file,
        line_offset: first_line - 1,
        frames: Vec::new(),
        anchors: HashMap::new(),
        copied: 0,
        pointer: String::new(),
        yaml: Yaml::default(),
        problems: Vec::new(),
    };
    let mut parser = Parser::new_from_str(source);
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        match event {
            Err(error) => {
                builder.problems.push(syntax::explain(&error, source, file, first_line));
                break;
            }
            Ok((Event::DocumentStart(_), span)) => {
                documents += 1;
                if documents == 2 {
                    builder.problem(report::second_document(), span.start);
                    break;
                }
            }
            Ok((Event::StreamEnd, _)) => break,
            Ok((event, span)) => {
                if !builder.event(event, span.start) {
                    break;
                }
            }
        }
    }
    while builder.close() {}
    (builder.yaml, builder.problems)
}

/// A collection being read.
struct Frame {
    collection: Collection,
    anchor: usize,
    /// Whether it stands where a key should.
    is_key: bool,
    /// Length of the pointer of this collection.
    pointer: usize,
    /// How much an alias of it copies.
    weight: usize,
    /// How many collections are nested in it.
    height: usize,
}

enum Collection {
    Sequence(Vec<Value>),
    Mapping { entries: Map<String, Value>, key: Option<Key>, merged: Vec<Value> },
}

/// The key whose value comes next.
enum Key {
    Name(String),
    Merge,
    /// A key that was reported: its value is skipped.
    Ignored,
}

/// A finished value.
#[derive(Clone)]
struct Node {
    value: Value,
    weight: usize,
    height: usize,
}

struct Builder<'a> {
    file: &'a str,
    line_offset: u32,
    frames: Vec<Frame>,
    anchors: HashMap<usize, Node>,
    copied: usize,
    pointer: String,
    yaml: Yaml,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    /// Takes one event; `false` ends the reading.
    fn event(&mut self, event: Event<'_>, start: Marker) -> bool {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.enter(start);
                let plain = style == ScalarStyle::Plain && !tag.as_deref().is_some_and(means_string);
                let value = if plain { scalar::resolve(&text) } else { Value::String(text.clone().into_owned()) };
                let node = Node { value, weight: 1 + text.len(), height: 0 };
                self.remember(anchor, &node);
                if self.expects_key() {
                    let key = if plain && text == "<<" { Key::Merge } else { Key::Name(text.into_owned()) };
                    self.set_key(key, start);
                } else {
                    self.attach(node);
                }
            }
            Event::Alias(anchor) => {
                self.enter(start);
                let node = self.copy(anchor, start);
                if !self.expects_key() {
                    self.attach(node);
                } else if let Value::String(text) = node.value {
                    self.set_key(Key::Name(text), start);
                } else {
                    self.problem(report::complex_key(), start);
                    self.skip_value();
                }
            }
            Event::SequenceStart(anchor, _) => return self.open(Collection::Sequence(Vec::new()), anchor, start),
            Event::MappingStart(anchor, _) => {
                let mapping = Collection::Mapping { entries: Map::new(), key: None, merged: Vec::new() };
                return self.open(mapping, anchor, start);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.close();
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        true
    }

    fn expects_key(&self) -> bool {
        matches!(self.frames.last(), Some(Frame { collection: Collection::Mapping { key: None, .. }, .. }))
    }

    /// A value begins: an item of a sequence gets its pointer here, an entry of a mapping with its key.
    fn enter(&mut self, start: Marker) {
        match self.frames.last() {
            None => self.record_place(start),
            Some(Frame { collection: Collection::Sequence(items), pointer, .. }) => {
                let index = items.len();
                self.pointer.truncate(*pointer);
                self.pointer.push_str(&format!("/{index}"));
                self.record_place(start);
            }
            Some(_) => {}
        }
    }

    fn open(&mut self, collection: Collection, anchor: usize, start: Marker) -> bool {
        if self.frames.len() >= DEPTH_LIMIT {
            self.problem(report::too_deep(DEPTH_LIMIT), start);
            return false;
        }
        self.enter(start);
        let is_key = self.expects_key();
        // One report for keys inside keys.
        if is_key && !self.frames.iter().any(|frame| frame.is_key) {
            self.problem(report::complex_key(), start);
        }
        self.frames.push(Frame { collection, anchor, is_key, pointer: self.pointer.len(), weight: 1, height: 0 });
        true
    }

    /// Ends the innermost collection; `false` when none is open.
    fn close(&mut self) -> bool {
        let Some(frame) = self.frames.pop() else {
            return false;
        };
        self.pointer.truncate(frame.pointer);
        let value = match frame.collection {
            Collection::Sequence(items) => Value::Array(items),
            Collection::Mapping { mut entries, merged, .. } => {
                for (name, value) in merged.into_iter().filter_map(into_entries).flatten() {
                    entries.entry(name).or_insert(value);
                }
                Value::Object(entries)
            }
        };
        let node = Node { value, weight: frame.weight, height: frame.height + 1 };
        self.remember(frame.anchor, &node);
        if frame.is_key {
            self.skip_value();
        } else {
            self.attach(node);
        }
        true
    }

    fn set_key(&mut self, new: Key, start: Marker) {
        let Some(Frame { collection: Collection::Mapping { entries, key, .. }, pointer, weight, .. }) =
            self.frames.last_mut()
        else {
            return;
        };
        let mut duplicate = None;
        self.pointer.truncate(*pointer);
        self.pointer.push('/');
        *key = Some(match new {
            Key::Name(name) => {
                self.pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                *weight += 1 + name.len();
                if entries.contains_key(&name) {
                    duplicate = Some(name);
                    Key::Ignored
                } else {
                    // Holds the place of the key, also when the document ends before its value.
                    entries.insert(name.clone(), Value::Null);
                    Key::Name(name)
                }
            }
            other => {
                self.pointer.push_str("<<");
                other
            }
        });
        self.record_place(start);
        if let Some(name) = duplicate {
            self.problem(report::duplicate_key(&name), start);
        }
    }

    /// Puts a finished value where it belongs.
    fn attach(&mut self, node: Node) {
        let Some(frame) = self.frames.last_mut() else {
            self.yaml.value = node.value;
            return;
        };
        frame.weight += node.weight;
        frame.height = frame.height.max(node.height);
        let mut unmergeable = false;
        match &mut frame.collection {
            Collection::Sequence(items) => items.push(node.value),
            Collection::Mapping { entries, key, merged } => match (key.take(), node.value) {
                (Some(Key::Name(name)), value) => {
                    entries.insert(name, value);
                }
                (Some(Key::Merge), Value::Array(items)) => {
                    unmergeable = !items.iter().all(Value::is_object);
                    merged.extend(items);
                }
                (Some(Key::Merge), value) => {
                    unmergeable = !value.is_object();
                    merged.push(value);
                }
                (Some(Key::Ignored) | None, _) => {}
            },
        }
        if unmergeable {
            let place = self.yaml.place(&self.pointer);
            self.problems.push(report::not_mergeable().at(self.file, place));
        }
    }

    fn remember(&mut self, anchor: usize, node: &Node) {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
    }

    /// The value of an alias; `Null` when it is unfinished (it holds itself), too deep or too heavy.
    fn copy(&mut self, anchor: usize, start: Marker) -> Node {
        if let Some(node) = self.anchors.get(&anchor) {
            let copied = self.copied.saturating_add(node.weight);
            if copied <= ALIAS_BUDGET && self.frames.len() + node.height <= DEPTH_LIMIT {
                self.copied = copied;
                return node.clone();
            }
        }
        self.problem(report::boundless_alias(), start);
        Node { value: Value::Null, weight: 1, height: 0 }
    }

    /// The key was no text: what follows it cannot be named.
    fn skip_value(&mut self) {
        if let Some(Frame { collection: Collection::Mapping { key, .. }, .. }) = self.frames.last_mut() {
            *key = Some(Key::Ignored);
        }
    }

    fn problem(&mut self, finding: Finding, start: Marker) {
        self.problems.push(finding.at(self.file, Some(self.position(start))));
    }

    fn record_place(&mut self, start: Marker) {
        if self.pointer.len() <= POINTER_LIMIT {
            let position = self.position(start);
            // The first of two equal keys is the one that counts.
            self.yaml.places.entry(self.pointer.clone()).or_insert(position);
        }
    }

    fn position(&self, marker: Marker) -> (u32, u32) {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        (number(marker.line()).saturating_add(self.line_offset), number(marker.col()).saturating_add(1))
    }
}

fn into_entries(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(entries) => Some(entries),
        _ => None,
    }
}

/// Whether a tag (`!!str`, or `!` alone) says that a plain scalar is text.
fn means_string(tag: &Tag) -> bool {
    tag.suffix == "str" && tag.is_yaml_core_schema() || tag.handle.is_empty() && tag.suffix == "!"
}
