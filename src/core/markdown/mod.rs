//! Markdown to a tree of safe nodes. No HTML string exists anywhere.
//!
//! CommonMark with GFM tables, strikethrough, task lists and alerts, `<details>`, `<br>`; any other HTML is
//! shown as text and reported. Links are [`Href`]s; an address that is not safe loses its link, keeps its
//! text, and is reported.

use crate::core::address::Href;

/// A parsed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6, as written.
        level: u8,
        /// Unique in the document; see `heading_id`.
        id: String,
        /// Its text.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A paragraph that is one link to act upon (title `button`).
    Button {
        /// Where it leads.
        href: Href,
        /// Its text.
        content: Vec<Inline>,
    },
    /// A list.
    List {
        /// Number of the first item, for an ordered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// A code block.
    Code {
        /// First word of the fence's info string.
        language: Option<String>,
        /// The code, with its line breaks.
        text: String,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A callout (GitHub alert).
    Callout {
        /// What it is for.
        kind: CalloutKind,
        /// Its content.
        content: Vec<Block>,
    },
    /// A table; every row has as many cells as the head.
    Table {
        /// Alignment of each column.
        alignments: Vec<Alignment>,
        /// Head cells.
        head: Vec<Vec<Inline>>,
        /// Body rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// `<details>`: hidden until asked for.
    Details {
        /// Text of `<summary>`; empty when there was none.
        summary: Vec<Inline>,
        /// The hidden blocks.
        content: Vec<Block>,
    },
    /// A line between parts.
    Rule,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// For a task, whether it is done.
    pub task: Option<bool>,
    /// Its content; a single paragraph when the list is tight.
    pub blocks: Vec<Block>,
}

/// Meaning of a callout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of GitHub alerts")]
pub enum CalloutKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the whole meaning")]
pub enum Alignment {
    None,
    Left,
    Centre,
    Right,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Strikethrough(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        href: Href,
        /// Its text.
        content: Vec<Inline>,
    },
    /// An image of this site.
    Image {
        /// Path from the root of the site.
        path: String,
        /// Alternative text.
        alternative: String,
    },
    /// A checked or unchecked box at the start of a paragraph: `[x] …`.
    Checkbox(bool),
    /// A line break.
    Break,
}
