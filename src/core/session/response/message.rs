//! What the page asks of the answer of a call, and what it is told.

use crate::core::response::{
    CsvOptions, Drawing, ErrorView, JsonProblem, Kind, LineRow, NodePath, PageLink, RateLimitView, RawText,
    StreamEntry, StreamState, TablePage, TableView, TreeRow,
};
use serde::{Deserialize, Serialize};

/// What the page asks. The answer that was received last is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ResponseQuestion {
    /// Takes the bytes as the body of an answer, in place of the one before.
    Receive {
        /// Status.
        status: u16,
        /// Headers that can be read.
        headers: Vec<(String, String)>,
        /// The address that answered.
        url: String,
    },
    /// Rows of the tree.
    Rows {
        /// The first, from 0.
        first: u32,
        /// How many.
        count: u32,
    },
    /// Hides what is inside a node.
    Fold {
        /// Its number.
        node: u32,
    },
    /// Shows what is inside a node.
    Unfold {
        /// Its number.
        node: u32,
    },
    /// Folds everything from a depth on, unfolds what is above.
    FoldTo {
        /// The depth; the root is at 0.
        depth: u32,
    },
    /// Shows everything.
    UnfoldAll,
    /// The next node that holds a text.
    Search {
        /// The text.
        words: String,
        /// The node found before.
        from: Option<u32>,
    },
    /// The node at a JSON pointer; what it is in is unfolded.
    Find {
        /// The pointer.
        pointer: String,
    },
    /// The node at each of these JSON pointers is marked, and no other.
    Mark {
        /// The pointers.
        pointers: Vec<String>,
    },
    /// Where a node is.
    Path {
        /// Its number.
        node: u32,
    },
    /// What is written for a node, as far as it can be copied.
    Text {
        /// Its number.
        node: u32,
    },
    /// Rows of the table.
    Table {
        /// The first, from 0.
        first: u32,
        /// How many.
        count: u32,
    },
    /// Sorts the table.
    Sort {
        /// By this column, from 0.
        column: u32,
        /// The greatest first.
        descending: bool,
    },
    /// Puts the rows of the table back in the order in which they came.
    Unsort,
    /// The table as CSV, in the bytes of the answer.
    Csv(CsvOptions),
    /// The map.
    Map {
        /// Width of the drawing, in pixels.
        width: f64,
        /// Height of the drawing, in pixels.
        height: f64,
    },
    /// Rows of the text.
    Lines {
        /// Whether as it came, without the indentation that makes it readable.
        raw: bool,
        /// The first, from 0.
        first: u32,
        /// How many.
        count: u32,
    },
    /// An answer begins that comes piece by piece.
    StreamStart {
        /// What it is.
        kind: Kind,
    },
    /// The bytes are its next piece.
    StreamChunk,
    /// Nothing comes any more.
    StreamEnd,
    /// Its entries, from the bytes received where no stream was begun.
    StreamEntries {
        /// The number of the first.
        first: u32,
        /// How many.
        count: u32,
    },
}

/// What the page is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ResponseAnswer {
    /// What was received.
    Received(Box<ResponseView>),
    /// Rows of the tree.
    Rows {
        /// How many there are in all.
        total: u32,
        /// Those asked for.
        rows: Vec<TreeRow>,
        /// The marks of those that have any.
        marks: Vec<RowMarks>,
    },
    /// How many rows the tree shows now.
    Total(u32),
    /// The node found, if any.
    Found(Option<Found>),
    /// Where a node is.
    Path(NodePath),
    /// What is written for it.
    Text(RawText),
    /// Rows of the table; none where the answer is no table.
    Table(Option<(TableView, TablePage)>),
    /// The bytes are what was asked for.
    Bytes,
    /// The map; none where the answer has no place.
    Map(Option<Box<Drawing>>),
    /// Rows of the text.
    Lines {
        /// How many there are in all.
        total: u32,
        /// Those asked for.
        rows: Vec<LineRow>,
    },
    /// Where the stream is, and the entries asked for.
    Stream {
        /// Where it is.
        state: StreamState,
        /// The entries.
        entries: Vec<StreamEntry>,
        /// The line that is not ended yet.
        pending: String,
    },
}

/// A node of the tree that was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Its number.
    pub node: u32,
    /// Its row.
    pub row: u32,
    /// How many rows the tree shows now.
    pub total: u32,
}

/// The marks of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowMarks {
    /// The node of the row.
    pub node: u32,
    /// Which pointers of [`ResponseQuestion::Mark`] are the row's own, by position.
    pub own: Vec<u32>,
    /// How many are inside it and not shown.
    pub inside: u32,
}

/// What was received, as far as it is said before anything is shown of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseView {
    /// How it is shown.
    pub kind: Kind,
    /// How many rows the tree shows; 0 where there is none.
    pub rows: u32,
    /// Whether there is a list of objects, for a table.
    pub has_table: bool,
    /// Why the body is no JSON although it says so.
    pub problem: Option<JsonProblem>,
    /// What went wrong, in the words of the service.
    pub error: Option<ErrorView>,
    /// How many calls are left.
    pub rate_limit: Option<RateLimitView>,
    /// The pages it leads to, and whether each is on the server that answered.
    pub links: Vec<(PageLink, bool)>,
    /// The name under which to save it.
    pub file_name: String,
}
