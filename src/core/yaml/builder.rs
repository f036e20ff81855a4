//! Parser events to one value, with an explicit stack: no input can overflow the program's own.

use super::frame::{Collection, Frame, Key, Node, into_entries};
use super::report::{self, Finding};
use super::{DEPTH_LIMIT, Yaml, flow, scalar, syntax};
use crate::core::problem::{Place, Problem};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Tag};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::HashMap;

/// Most collections left out for their depth that are told one by one.
const CUT_LIMIT: usize = 100;
/// Values and bytes that aliases may copy in all ("billion laughs").
const ALIAS_BUDGET: usize = 4_000_000;
/// Pointers longer than this get no place: deep documents with long keys would need quadratic memory.
const POINTER_LIMIT: usize = 4_096;

/// Most texts with brackets nested beyond measure that are read again; each time costs one reading.
const SHALLOW_LIMIT: usize = 16;

/// Reads the first document of `source`.
pub(super) fn read(source: &str, file: &str, first_line: u32) -> (Yaml, Vec<Problem>) {
    let mut text = Cow::Borrowed(source);
    for _ in 0..SHALLOW_LIMIT {
        match read_once(&text, file, first_line, true) {
            Ok(read) => return read,
            Err(shallow) => text = Cow::Owned(shallow),
        }
    }
    read_once(&text, file, first_line, false).unwrap_or_default()
}

/// Reads a text; `Err` with another text to read in its place, where it has to be made shallower and that is allowed.
fn read_once(source: &str, file: &str, first_line: u32, again: bool) -> Result<(Yaml, Vec<Problem>), String> {
    let mut builder = Builder {
        file,
        line_offset: first_line - 1,
        frames: Vec::new(),
        anchors: HashMap::new(),
        copied: 0,
        skipping: 0,
        cut: 0,
        pointer: String::new(),
        yaml: Yaml::default(),
        problems: Vec::new(),
    };
    let mut parser = Parser::new_from_str(source);
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        match event {
            Err(error) => {
                if again && let Some(shallow) = flow::shallow(source, &error) {
                    return Err(shallow);
                }
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
            Ok((event, span)) => builder.event(event, span.start),
        }
    }
    while builder.close() {}
    Ok((builder.yaml, builder.problems))
}

struct Builder<'a> {
    file: &'a str,
    line_offset: u32,
    frames: Vec<Frame>,
    anchors: HashMap<usize, Node>,
    copied: usize,
    /// Collections open in one that is left out.
    skipping: usize,
    /// Collections left out.
    cut: usize,
    pointer: String,
    yaml: Yaml,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, start: Marker) {
        if self.skipping > 0 {
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => self.skipping += 1,
                Event::SequenceEnd | Event::MappingEnd => self.skipping -= 1,
                _ => {}
            }
            return;
        }
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
            Event::SequenceStart(anchor, _) => self.open(Collection::Sequence(Vec::new()), anchor, start),
            Event::MappingStart(anchor, _) => {
                let mapping = Collection::Mapping { entries: Map::new(), key: None, merged: Vec::new() };
                self.open(mapping, anchor, start);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.close();
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
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

    fn open(&mut self, collection: Collection, anchor: usize, start: Marker) {
        self.enter(start);
        let is_key = self.expects_key();
        if self.frames.len() >= DEPTH_LIMIT {
            return self.leave_out(is_key, start);
        }
        // One report for keys inside keys.
        if is_key && !self.frames.iter().any(|frame| frame.is_key) {
            self.problem(report::complex_key(), start);
        }
        self.frames.push(Frame { collection, anchor, is_key, pointer: self.pointer.len(), weight: 1, height: 0 });
    }

    /// Leaves out the collection that begins, since it is too deep.
    fn leave_out(&mut self, is_key: bool, start: Marker) {
        self.skipping = 1;
        self.cut += 1;
        if self.cut <= CUT_LIMIT {
            let (line, column) = self.position(start);
            let place = Place { column: Some(column), ..Place::file(self.file).at_line(line) };
            self.problems.push(report::too_deep(place.at_pointer(self.pointer.clone())));
        }
        if is_key {
            self.skip_value();
        } else {
            self.attach(Node { value: Value::Null, weight: 1, height: 0 });
        }
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

/// Whether a tag (`!!str`, or `!` alone) says that a plain scalar is text.
fn means_string(tag: &Tag) -> bool {
    tag.suffix == "str" && tag.is_yaml_core_schema() || tag.handle.is_empty() && tag.suffix == "!"
}
