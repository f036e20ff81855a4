//! Elements that are open while a text is folded.

use super::{Alignment, Block, CalloutKind, Inline, ListItem};
use crate::core::address::Href;

/// What an open frame will become.
pub(super) enum Kind {
    Root,
    Paragraph,
    Heading(u8),
    Quote(Option<CalloutKind>),
    Code(Option<String>),
    List(Option<u64>),
    Item,
    Table(Vec<Alignment>),
    Row {
        head: bool,
    },
    Cell,
    Emphasis,
    Strong,
    Strikethrough,
    Link(Option<Href>, bool),
    Image(Option<String>, Option<Href>),
    Details,
    Summary,
    /// Metadata, and what is deeper than [`MAX_DEPTH`]: the content goes to the parent.
    Transparent,
}

/// An element that is open: what it has gathered so far.
pub(super) struct Frame {
    pub(super) kind: Kind,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    pub(super) items: Vec<ListItem>,
    pub(super) rows: Vec<Vec<Vec<Inline>>>,
    pub(super) cells: Vec<Vec<Inline>>,
    pub(super) head: Vec<Vec<Inline>>,
    pub(super) summary: Vec<Inline>,
    pub(super) text: String,
    pub(super) task: Option<bool>,
}

impl Frame {
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            blocks: Vec::new(),
            inlines: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            head: Vec::new(),
            summary: Vec::new(),
            text: String::new(),
            task: None,
        }
    }

    /// Loose inlines (tight list items, text beside `<details>`) become a paragraph.
    pub(super) fn flush(&mut self) {
        let mut inlines = std::mem::take(&mut self.inlines);
        if let Some(Inline::Text(first)) = inlines.first_mut() {
            *first = first.trim_start().to_owned();
        }
        if let Some(Inline::Text(last)) = inlines.last_mut() {
            *last = last.trim_end().to_owned();
        }
        let blank = |inline: &Inline| match inline {
            Inline::Text(text) => text.trim().is_empty(),
            Inline::Break => true,
            _ => false,
        };
        if !inlines.iter().all(blank) {
            self.blocks.push(paragraph(inlines));
        }
    }

    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }
}

/// A paragraph; `[x] …` at its start is a box.
pub(super) fn paragraph(mut inlines: Vec<Inline>) -> Block {
    let done = match inlines.first() {
        Some(Inline::Text(text)) if text.starts_with("[x] ") || text.starts_with("[X] ") => Some(true),
        Some(Inline::Text(text)) if text.starts_with("[ ] ") => Some(false),
        _ => None,
    };
    if let (Some(done), Some(Inline::Text(text))) = (done, inlines.first_mut()) {
        text.drain(..4);
        inlines.insert(0, Inline::Checkbox(done));
    }
    Block::Paragraph(inlines)
}

pub(super) fn button_or_paragraph(mut inlines: Vec<Inline>) -> Block {
    match (inlines.len(), inlines.pop()) {
        (1, Some(Inline::Button { href, content })) => Block::Button { href, content },
        (_, Some(last)) => {
            inlines.push(last);
            paragraph(inlines)
        }
        (_, None) => Block::Paragraph(inlines),
    }
}
