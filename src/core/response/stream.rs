//! Answers that come piece by piece: server-sent events (WHATWG HTML), lines of JSON, sequences of JSON (RFC 7464), text.
//!
//! Pieces may be cut anywhere, inside a character too. What is kept is bounded: the oldest entries go first.

use super::kind::Kind;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// Longest line or event, in bytes; what is beyond is left out.
const LONGEST: usize = 1 << 22;
/// Most bytes kept in all.
const MOST_BYTES: usize = 1 << 24;

/// One event or line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamEntry {
    /// Its number, from 0; those dropped are counted.
    pub number: u32,
    /// `event` of a server-sent event: `message` when it does not say.
    pub event: Option<String>,
    /// The last `id` that server-sent events gave.
    pub id: Option<String>,
    /// What it holds.
    pub data: String,
    /// Whether the end of it was left out: too long, or the answer stopped in the middle.
    pub cut: bool,
}

/// Where a stream is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StreamState {
    /// How many entries came.
    pub received: u32,
    /// How many of them are no longer kept.
    pub dropped: u32,
    /// Milliseconds that server-sent events ask to wait before calling again.
    pub retry: Option<u32>,
}

/// Reads an answer as it comes.
#[derive(Debug)]
pub struct Stream {
    kind: Kind,
    most: usize,
    line: Vec<u8>,
    line_cut: bool,
    /// After a carriage return, a line feed belongs to it.
    after_return: bool,
    /// Whether nothing came yet but what may be a byte order mark.
    start: bool,
    /// Whether a record separator was read.
    record: bool,
    data: String,
    has_data: bool,
    data_cut: bool,
    event: String,
    id: Option<String>,
    entries: VecDeque<StreamEntry>,
    bytes: usize,
    state: StreamState,
}

impl Stream {
    /// A reader for `kind` (other kinds than those of streams are read line by line) that keeps `most` entries.
    pub fn new(kind: Kind, most: u32) -> Self {
        Self {
            kind,
            most: (most as usize).max(1),
            line: Vec::new(),
            line_cut: false,
            after_return: false,
            start: true,
            record: false,
            data: String::new(),
            has_data: false,
            data_cut: false,
            event: String::new(),
            id: None,
            entries: VecDeque::new(),
            bytes: 0,
            state: StreamState::default(),
        }
    }

    /// Reads the next piece.
    pub fn push(&mut self, chunk: &[u8]) {
        let mut rest = chunk;
        while let Some((&byte, after)) = rest.split_first() {
            if std::mem::take(&mut self.after_return) && byte == b'\n' {
                rest = after;
                continue;
            }
            let sequence = self.kind == Kind::JsonSequence;
            let is_end = |byte: &u8| if sequence { *byte == b'\x1e' } else { matches!(byte, b'\r' | b'\n') };
            let end = rest.iter().position(is_end).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            self.add(piece);
            let Some((&sign, after)) = after.split_first() else { return };
            rest = after;
            if sequence {
                // RFC 7464 §2.1: what a separator stops is a text that was cut.
                self.end_record(true);
                self.record = true;
            } else {
                self.after_return = sign == b'\r';
                self.end_line();
            }
        }
    }

    /// Says that nothing comes any more.
    pub fn finish(&mut self) {
        match self.kind {
            // The standard discards an event that no empty line ends.
            Kind::EventStream => {}
            Kind::JsonSequence => self.end_record(false),
            _ if self.line.is_empty() => {}
            _ => self.end_line(),
        }
    }

    /// How much came.
    pub fn state(&self) -> StreamState {
        self.state.clone()
    }

    /// The entries still kept, from the number `first`, no more than `count`.
    pub fn entries(&self, first: u32, count: u32) -> Vec<StreamEntry> {
        let from = first.saturating_sub(self.state.dropped);
        self.entries.iter().skip(from as usize).take(count as usize).cloned().collect()
    }

    /// The line that is not ended yet: a text that has no line ends is shown as it comes.
    pub fn pending(&self) -> String {
        String::from_utf8_lossy(&self.line).into_owned()
    }

    fn add(&mut self, piece: &[u8]) {
        let kept = piece.get(..LONGEST.saturating_sub(self.line.len())).unwrap_or(piece);
        self.line.extend_from_slice(kept);
        self.line_cut |= kept.len() < piece.len();
    }

    fn take_line(&mut self) -> (String, bool) {
        let bytes = std::mem::take(&mut self.line);
        let start = std::mem::take(&mut self.start);
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| start).unwrap_or(&bytes);
        (String::from_utf8_lossy(bytes).into_owned(), std::mem::take(&mut self.line_cut))
    }

    fn end_line(&mut self) {
        let (line, cut) = self.take_line();
        match self.kind {
            Kind::EventStream => self.field(&line, cut),
            // Empty lines keep a connection alive.
            Kind::JsonLines if line.trim().is_empty() => {}
            _ => self.keep(StreamEntry { data: line, cut, ..StreamEntry::default() }),
        }
    }

    /// A JSON text of a sequence ended; `stopped` by the separator of the next one.
    fn end_record(&mut self, stopped: bool) {
        let (text, long) = self.take_line();
        let begun = std::mem::take(&mut self.record);
        let data = text.trim();
        if data.is_empty() {
            return;
        }
        // RFC 7464 §2.4: a number or literal may be the beginning of another, unless white space follows.
        let closed = data.ends_with(['}', ']', '"']) || text.len() > data.len() && text.ends_with(char::is_whitespace);
        let cut = long || !begun || !closed || (stopped && !text.ends_with('\n') && !data.ends_with(['}', ']', '"']));
        self.keep(StreamEntry { data: data.to_owned(), cut, ..StreamEntry::default() });
    }

    fn field(&mut self, line: &str, cut: bool) {
        if line.is_empty() {
            self.dispatch();
            return;
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => value.clone_into(&mut self.event),
            "data" => {
                self.data_cut |= cut;
                if self.has_data {
                    self.data.push('\n');
                }
                self.has_data = true;
                if self.data.len().saturating_add(value.len()) <= LONGEST {
                    self.data.push_str(value);
                } else {
                    self.data_cut = true;
                }
            }
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.state.retry = value.parse().ok();
            }
            _ => {}
        }
    }

    fn dispatch(&mut self) {
        let event = std::mem::take(&mut self.event);
        let data = std::mem::take(&mut self.data);
        let cut = std::mem::take(&mut self.data_cut);
        if std::mem::take(&mut self.has_data) {
            let event = if event.is_empty() { "message".to_owned() } else { event };
            let id = self.id.clone().filter(|id| !id.is_empty());
            self.keep(StreamEntry { event: Some(event), id, data, cut, number: 0 });
        }
    }

    fn keep(&mut self, entry: StreamEntry) {
        self.bytes = self.bytes.saturating_add(size(&entry));
        self.entries.push_back(StreamEntry { number: self.state.received, ..entry });
        self.state.received = self.state.received.saturating_add(1);
        while self.entries.len() > self.most || (self.bytes > MOST_BYTES && self.entries.len() > 1) {
            let Some(oldest) = self.entries.pop_front() else { break };
            self.bytes = self.bytes.saturating_sub(size(&oldest));
            self.state.dropped = self.state.dropped.saturating_add(1);
        }
    }
}

fn size(entry: &StreamEntry) -> usize {
    let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    entry.data.len() + length(&entry.event) + length(&entry.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(kind: Kind, text: &[u8], cut: usize) -> Stream {
        let mut stream = Stream::new(kind, 100);
        text.chunks(cut.max(1)).for_each(|chunk| stream.push(chunk));
        stream.finish();
        stream
    }

    fn data(stream: &Stream) -> Vec<String> {
        stream.entries(0, 100).into_iter().map(|entry| entry.data).collect()
    }

    #[test]
    fn server_sent_events() {
        for (text, expect) in [
            // The examples of the standard.
            ("data: YHOO\ndata: +2\ndata: 10\n\n", &[("message", None, "YHOO\n+2\n10")][..]),
            (
                ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
                &[("message", Some("1"), "first event"), ("message", None, "second event")],
            ),
            ("data\n\ndata\ndata\n\ndata:", &[("message", None, ""), ("message", None, "\n")]),
            ("data:test\n\ndata: test\n\n", &[("message", None, "test"), ("message", None, "test")]),
            (
                "\u{feff}event: add\r\ndata: é😀\r\r\nevent: none\n\ndata: b\r\n\r\n",
                &[("add", None, "é😀"), ("message", None, "b")],
            ),
            ("id: 7\ndata: a\n\nid: b\0c\ndata: b\n\n", &[("message", Some("7"), "a"), ("message", Some("7"), "b")]),
            ("Data: no\ndata : no\n\n", &[]),
        ] {
            for cut in [1, 2, 3, 1000] {
                let entries = read(Kind::EventStream, text.as_bytes(), cut).entries(0, 100);
                let found: Vec<_> = entries
                    .iter()
                    .map(|entry| (entry.event.as_deref().unwrap(), entry.id.as_deref(), entry.data.as_str()))
                    .collect();
                assert_eq!(found, expect, "{text:?} {cut}");
            }
        }
        assert_eq!(read(Kind::EventStream, b"retry: 1500\nretry: 2s\n", 3).state().retry, Some(1500));
    }

    #[test]
    fn lines_and_sequences() {
        for (kind, text, expect) in [
            (Kind::JsonLines, "{\"a\":1}\r\n\n  \n{\"b\":2}", &[("{\"a\":1}", false), ("{\"b\":2}", false)][..]),
            (Kind::Text, "\u{feff}a\n\nb", &[("a", false), ("", false), ("b", false)]),
            (
                Kind::JsonSequence,
                "\x1e{\"a\":\n1}\n\x1e2\n\x1e3\x1etru",
                &[("{\"a\":\n1}", false), ("2", false), ("3", true), ("tru", true)],
            ),
            (Kind::JsonSequence, "x\x1e\x1e[1]", &[("x", true), ("[1]", false)]),
        ] {
            for cut in [1, 2, 1000] {
                let entries = read(kind, text.as_bytes(), cut).entries(0, 100);
                let found: Vec<_> = entries.iter().map(|entry| (entry.data.as_str(), entry.cut)).collect();
                assert_eq!(found, expect, "{text:?} {cut}");
            }
        }
    }

    #[test]
    fn the_oldest_go_first() {
        let mut stream = Stream::new(Kind::JsonLines, 3);
        stream.push(b"0\n1\n2\n3\n4\n");
        assert_eq!((stream.state().received, stream.state().dropped), (5, 2));
        assert_eq!(data(&stream), ["2", "3", "4"]);
        assert_eq!(stream.entries(3, 1)[0].number, 3);
        stream.push("é".as_bytes());
        assert_eq!(stream.pending(), "é");
        let mut stream = Stream::new(Kind::Text, 100);
        for _ in 0..10 {
            stream.push(&vec![b'a'; LONGEST + 5]);
            stream.push(b"\n");
        }
        assert_eq!((stream.entries.len(), stream.state().dropped), (MOST_BYTES / LONGEST, 10 - 4));
        assert!(stream.entries[0].cut);
    }

    proptest! {
        #[test]
        fn cuts_change_nothing(text in "(data: ?|id:|event:|é|😀|\r|\n|\x1e|\\{|1| ){0,40}", cut in 1_usize..5) {
            for kind in [Kind::EventStream, Kind::JsonLines, Kind::JsonSequence, Kind::Text] {
                let (whole, pieces) = (read(kind, text.as_bytes(), 1000), read(kind, text.as_bytes(), cut));
                prop_assert_eq!(whole.entries(0, 100), pieces.entries(0, 100));
            }
        }
    }
}
