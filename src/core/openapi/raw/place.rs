//! Line and column of the parts of a value, kept in a few bytes each.

use crate::core::pointer::{self, tokens};
use serde_json::Value;
use std::collections::HashMap;

/// The place of every part of a value, in the order in which they are written: of a value first, then of its parts.
///
/// Memory matters: a text of 10 MB holds some 200 000 values. Pointers would take more than the text.
#[derive(Debug, Default)]
pub(crate) struct Positions(Vec<(u32, u32)>);

/// What comes from elsewhere in the text (an alias of YAML) has no place of its own.
const NONE: (u32, u32) = (0, 0);

impl Positions {
    /// The places of the parts of `value`, known by pointer.
    pub(super) fn of(value: &Value, places: &HashMap<String, (u32, u32)>) -> Self {
        let mut positions = Self::default();
        positions.collect(value, &mut String::new(), places);
        positions.shrink();
        positions
    }

    /// `value` is no deeper than readers allow.
    fn collect(&mut self, value: &Value, pointer: &mut String, places: &HashMap<String, (u32, u32)>) {
        let Some(place) = places.get(pointer) else {
            self.0.resize(self.0.len() + count(value), NONE);
            return;
        };
        self.0.push(*place);
        let length = pointer.len();
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    pointer::push(pointer, key);
                    self.collect(value, pointer, places);
                    pointer.truncate(length);
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    pointer::push(pointer, &index.to_string());
                    self.collect(value, pointer, places);
                    pointer.truncate(length);
                }
            }
            _ => {}
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn push(&mut self, place: (u32, u32)) {
        self.0.push(place);
    }

    /// Gives the parts of `value`, whose own place is at `index`, the place of the whole.
    pub(super) fn blur(&mut self, index: usize, value: &Value) {
        let place = self.0.get(index).copied().unwrap_or(NONE);
        self.0.truncate(index);
        self.0.resize(index + count(value), place);
    }

    pub(super) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    /// Line and column (from 1, in characters) of the parts of `value` at `pointers`, or of the nearest part around;
    /// for an entry of an object, of its key.
    pub(super) fn find(&self, value: &Value, pointers: &[&str]) -> Vec<Option<(u32, u32)>> {
        let paths: Vec<Vec<String>> = pointers.iter().map(|pointer| tokens(pointer).collect()).collect();
        let wanted = paths.iter().enumerate().map(|(number, rest)| Wanted { number, rest }).collect();
        let mut search = Search { positions: &self.0, index: 0, found: vec![None; pointers.len()] };
        search.visit(value, wanted);
        search.found
    }
}

/// How many values `value` is made of, itself included.
fn count(value: &Value) -> usize {
    match value {
        Value::Object(entries) => 1 + entries.values().map(count).sum::<usize>(),
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        _ => 1,
    }
}

/// One pointer looked for, and what is left of it from here.
struct Wanted<'a> {
    number: usize,
    rest: &'a [String],
}

struct Search<'a> {
    positions: &'a [(u32, u32)],
    index: usize,
    found: Vec<Option<(u32, u32)>>,
}

impl Search<'_> {
    fn visit(&mut self, value: &Value, wanted: Vec<Wanted<'_>>) {
        let place = self.positions.get(self.index).copied().filter(|place| *place != NONE);
        self.index += 1;
        let mut deeper: HashMap<&str, Vec<Wanted<'_>>> = HashMap::new();
        for Wanted { number, rest } in wanted {
            if let Some(found) = self.found.get_mut(number).filter(|_| place.is_some()) {
                *found = place;
            }
            if let Some((first, rest)) = rest.split_first() {
                deeper.entry(first).or_default().push(Wanted { number, rest });
            }
        }
        if deeper.is_empty() {
            self.index += count(value) - 1;
            return;
        }
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    let wanted = deeper.remove(key.as_str());
                    self.step(value, wanted);
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    let wanted = if deeper.is_empty() { None } else { deeper.remove(index.to_string().as_str()) };
                    self.step(value, wanted);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, value: &Value, wanted: Option<Vec<Wanted<'_>>>) {
        match wanted {
            Some(wanted) => self.visit(value, wanted),
            None => self.index += count(value),
        }
    }
}

/// Lines and columns of byte offsets.
pub(super) fn positions(text: &str, offsets: &[usize]) -> Vec<(u32, u32)> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|index| offsets[*index]);
    let mut found = vec![(1, 1); offsets.len()];
    let (mut line, mut line_start, mut seen) = (1_u32, 0_usize, 0_usize);
    for index in order {
        let offset = offsets[index].min(text.len());
        let bytes = text.as_bytes();
        for (step, byte) in bytes[seen..offset].iter().enumerate() {
            if *byte == b'\n' {
                line = line.saturating_add(1);
                line_start = seen + step + 1;
            }
        }
        seen = offset;
        let column = text.get(line_start..offset).map_or(0, |before| before.chars().count());
        found[index] = (line, u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1));
    }
    found
}
