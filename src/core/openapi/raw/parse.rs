//! JSON text to a value (RFC 8259), with the place of each of its parts.
//!
//! Beside what `serde_json` gives, it keeps what stands before a mistake and cuts out what is nested too deeply; it
//! takes no more memory than the value needs, nor any of the program's stack.

use super::place::Positions;
use super::relaxed::string_length;
use crate::core::openapi::reference::NAMES;
use crate::core::pointer;
use crate::core::yaml::DEPTH_LIMIT;
use serde_json::{Map, Value};

/// Most values cut out that are told one by one.
const CUT_LIMIT: usize = 100;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// The value, as far as the text is JSON.
    pub(super) value: Value,
    pub(super) positions: Positions,
    /// JSON pointers of the values that were nested too deeply: `null` stands in their place.
    pub(super) cut: Vec<String>,
    /// Whether one of [`NAMES`] is a key somewhere.
    pub(super) named: bool,
    pub(super) end: End,
}

/// How the reading ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The whole text was read.
    #[default]
    Whole,
    /// Something follows the value.
    Trailing,
    /// There is a mistake in the value, at this offset in bytes.
    Mistake(usize),
}

/// Reads the value that `text` begins with.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        index: 0,
        frames: Vec::new(),
        keys: Vec::new(),
        values: Vec::new(),
        positions: Positions::default(),
        line: Line { number: 1, seen: 0, column: 1 },
        cut: Vec::new(),
        named: false,
    };
    let end = match parser.run() {
        None => End::Mistake(parser.index),
        Some(()) if parser.index < text.len() => End::Trailing,
        Some(()) => End::Whole,
    };
    while !parser.frames.is_empty() {
        parser.abandon();
    }
    parser.positions.shrink();
    let value = parser.values.pop().unwrap_or_default();
    Parsed { value, positions: parser.positions, cut: parser.cut, named: parser.named, end }
}

/// What may come next.
#[derive(Clone, Copy)]
enum Expected {
    Value,
    FirstItem,
    FirstKey,
    Key,
    /// A comma or an end.
    Next,
}

/// An object or an array that is not closed yet. Its parts wait on the stacks of the parser.
struct Frame {
    is_object: bool,
    first_key: usize,
    first_value: usize,
    /// Where its own place is.
    position: usize,
}

/// Where the columns of a line are counted from: a document of one line must not take quadratic time.
struct Line {
    number: u32,
    /// Offset of a byte of the line, and its column from 1.
    seen: usize,
    column: u32,
}

struct Parser<'a> {
    text: &'a str,
    bytes: &'a [u8],
    index: usize,
    frames: Vec<Frame>,
    keys: Vec<String>,
    values: Vec<Value>,
    positions: Positions,
    line: Line,
    cut: Vec<String>,
    named: bool,
}

impl Parser<'_> {
    /// Reads one value; `None` at the first mistake, at `index`.
    fn run(&mut self) -> Option<()> {
        let mut expected = Expected::Value;
        loop {
            self.skip_space();
            let byte = self.peek();
            let in_object = self.frames.last().is_some_and(|frame| frame.is_object);
            expected = match (expected, byte) {
                (Expected::Next, _) if self.frames.is_empty() => return Some(()),
                (Expected::FirstItem, Some(b']')) | (Expected::FirstKey, Some(b'}')) => self.close(),
                (Expected::Value | Expected::FirstItem, Some(open @ (b'{' | b'['))) => self.open(open == b'{')?,
                (Expected::Value | Expected::FirstItem, Some(_)) => {
                    let start = self.index;
                    let value = self.scalar()?;
                    self.add(start, value);
                    Expected::Next
                }
                (Expected::FirstKey | Expected::Key, Some(b'"')) => self.key()?,
                (Expected::Next, Some(b',')) => {
                    self.index += 1;
                    if in_object { Expected::Key } else { Expected::Value }
                }
                (Expected::Next, Some(b'}')) if in_object => self.close(),
                (Expected::Next, Some(b']')) if !in_object => self.close(),
                _ => return None,
            };
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.index).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\r' => {}
                b'\n' => {
                    let number = self.line.number.saturating_add(1);
                    self.line = Line { number, seen: self.index + 1, column: 1 };
                }
                _ => return,
            }
            self.index += 1;
        }
    }

    fn open(&mut self, is_object: bool) -> Option<Expected> {
        let start = self.index;
        if self.frames.len() >= DEPTH_LIMIT {
            if self.cut.len() < CUT_LIMIT {
                self.cut.push(self.pointer());
            }
            self.skip()?;
            self.add(start, Value::Null);
            return Some(Expected::Next);
        }
        self.place(start);
        self.index += 1;
        let (first_key, first_value) = (self.keys.len(), self.values.len());
        self.frames.push(Frame { is_object, first_key, first_value, position: self.positions.len() - 1 });
        Some(if is_object { Expected::FirstKey } else { Expected::FirstItem })
    }

    /// Adds a value that is whole.
    fn add(&mut self, start: usize, value: Value) {
        self.place(start);
        self.values.push(value);
    }

    /// Records where a value is. That of an entry is the place of its key, already recorded.
    fn place(&mut self, start: usize) {
        if !self.frames.last().is_some_and(|frame| frame.is_object) {
            self.record(start);
        }
    }

    fn record(&mut self, start: usize) {
        let between = self.text.get(self.line.seen..start).map_or(0, |text| text.chars().count());
        let column = self.line.column.saturating_add(u32::try_from(between).unwrap_or(u32::MAX));
        (self.line.seen, self.line.column) = (start, column);
        self.positions.push((self.line.number, column));
    }

    /// Reads a key and its colon.
    fn key(&mut self) -> Option<Expected> {
        let start = self.index;
        let key = self.string()?;
        self.record(start);
        self.named = self.named || key.starts_with('$') && NAMES.contains(&key.as_str());
        self.keys.push(key);
        self.skip_space();
        if self.peek() != Some(b':') {
            return None;
        }
        self.index += 1;
        Some(Expected::Value)
    }

    fn close(&mut self) -> Expected {
        self.index += 1;
        self.abandon();
        Expected::Next
    }

    /// Makes a value of what was read of the innermost object or array.
    fn abandon(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        // A key whose value was not read.
        if frame.is_object && self.keys.len() - frame.first_key > self.values.len() - frame.first_value {
            self.values.push(Value::Null);
        }
        let values = self.values.drain(frame.first_value..);
        let value = if frame.is_object {
            let written = self.keys.len() - frame.first_key;
            let entries: Map<String, Value> = self.keys.drain(frame.first_key..).zip(values).collect();
            let repeated = entries.len() < written;
            let value = Value::Object(entries);
            if repeated {
                // Of two equal keys the last counts, as in other readers. Which places are left is not worth knowing.
                self.positions.blur(frame.position, &value);
            }
            value
        } else {
            Value::Array(values.collect())
        };
        self.values.push(value);
    }

    /// Steps over an object or array.
    fn skip(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.index += string_length(self.bytes.get(self.index..)?);
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                b'\n' => {
                    self.skip_space();
                    continue;
                }
                _ => {}
            }
            self.index += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    /// JSON pointer of the value that comes next.
    fn pointer(&self) -> String {
        let mut written = String::new();
        let next = self.frames.iter().skip(1).map(|frame| (frame.first_key, frame.first_value));
        let ends = next.chain([(self.keys.len(), self.values.len())]);
        for (frame, (keys, values)) in self.frames.iter().zip(ends) {
            if frame.is_object {
                pointer::push(&mut written, self.keys.get(keys - 1).map_or("", String::as_str));
            } else {
                pointer::push(&mut written, &(values - frame.first_value).to_string());
            }
        }
        written
    }

    fn scalar(&mut self) -> Option<Value> {
        let rest = self.bytes.get(self.index..)?;
        let word = [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)];
        match rest.first()? {
            b'"' => self.string().map(Value::String),
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let (word, value) = word.into_iter().find(|(word, _)| rest.starts_with(word.as_bytes()))?;
                self.index += word.len();
                Some(value)
            }
        }
    }

    fn number(&mut self) -> Option<Value> {
        let rest = self.bytes.get(self.index..)?;
        let length = rest.iter().position(|byte| !matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
        let end = self.index + length.unwrap_or(rest.len());
        let number = serde_json::from_str(self.text.get(self.index..end)?).ok()?;
        self.index = end;
        Some(Value::Number(number))
    }

    /// Reads the string that begins here.
    fn string(&mut self) -> Option<String> {
        let rest = self.bytes.get(self.index + 1..)?;
        let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?;
        let start = self.index + 1;
        if rest.get(plain) == Some(&b'"') {
            self.index = start + plain + 1;
            return self.text.get(start..start + plain).map(str::to_owned);
        }
        let end = self.index + string_length(self.bytes.get(self.index..)?);
        let text = serde_json::from_str(self.text.get(self.index..end)?).ok()?;
        self.index = end;
        Some(text)
    }
}
