//! The last calls of an API: what was sent and what came back, without secrets and within bounds, kept as text.
//!
//! Never here: where the text is kept, what time it is.

mod compare;
mod entry;
#[cfg(test)]
mod tests;

pub use compare::{Bodies, Change, Comparison, Difference, Differences, Line, Lines, compare, json, lines};
pub(in crate::core) use entry::headers;
pub use entry::{Answer, Call, Entry};

/// How many calls are kept.
pub const MOST_CALLS: usize = 50;
/// How long the text of a history is, in bytes: browsers give a site 5 MB for everything.
pub const MOST_BYTES: usize = 2_000_000;

/// First line of a history: its format and version. One call follows on each line, so damage stays on its line.
const HEADER: &str = "{\"format\":\"history\",\"version\":1}";

/// The last calls, newest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    entries: Vec<Entry>,
}

impl History {
    /// The calls, newest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds a call; the oldest ones leave where there are too many or too large.
    pub fn push(&mut self, entry: Entry) {
        self.entries.insert(0, entry);
        self.bound();
    }

    /// Forgets the call at `place`, from 0 for the newest.
    pub fn remove(&mut self, place: usize) {
        if place < self.entries.len() {
            self.entries.remove(place);
        }
    }

    /// The history as text, within [`MOST_BYTES`].
    pub fn write(&self) -> String {
        let mut text = HEADER.to_owned();
        for entry in &self.entries {
            text.push('\n');
            text.push_str(&line(entry));
        }
        text
    }

    /// The history of a text, and how many of its lines could not be read.
    pub fn read(text: &str) -> (Self, usize) {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return (Self::default(), usize::from(!text.is_empty()));
        }
        let (mut history, mut damaged) = (Self::default(), 0);
        for line in lines.take(MOST_CALLS) {
            match serde_json::from_str(line) {
                Ok(entry) => history.entries.push(entry),
                Err(_) => damaged += 1,
            }
        }
        history.bound();
        (history, damaged)
    }

    fn bound(&mut self) {
        self.entries.truncate(MOST_CALLS);
        let mut length = HEADER.len();
        let fits = |entry: &Entry| {
            length += 1 + line(entry).len();
            length <= MOST_BYTES
        };
        let kept = self.entries.iter().map(fits).take_while(|fits| *fits).count();
        self.entries.truncate(kept);
    }
}

/// Keys are texts and numbers finite: writing an entry cannot fail.
fn line(entry: &Entry) -> String {
    serde_json::to_string(entry).unwrap_or_default()
}
