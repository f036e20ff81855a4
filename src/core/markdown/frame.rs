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
    /// Metadata, and what is nested too deeply: the content goes to the parent.
    Transparent,
}

impl Kind {
    /// Whether it nests without end. The others are leaves, or parts of what was counted.
    pub(super) fn nests(&self) -> bool {
        match self {
            Self::Quote(_) | Self::List(_) | Self::Emphasis | Self::Strong | Self::Strikethrough => true,
            Self::Link(..) | Self::Image(..) | Self::Details | Self::Summary => true,
            Self::Root | Self::Paragraph | Self::Heading(_) | Self::Code(_) | Self::Item => false,
            Self::Table(_) | Self::Row { .. } | Self::Cell | Self::Transparent => false,
        }
    }

    /// Whether blocks may stand directly in it.
    pub(super) fn holds_blocks(&self) -> bool {
        matches!(self, Self::Root | Self::Quote(_) | Self::Item | Self::Details | Self::Summary | Self::Transparent)
    }
}

/// An element that is open: what it has gathered so far.
pub(super) struct Frame {
    pub(super) kind: Kind,
    /// Line of the file on which it begins.
    pub(super) line: u32,
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
    pub(super) fn new(kind: Kind, line: u32) -> Self {
        Self {
            kind,
            line,
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
        if let Some(inlines) = self.take_run() {
            self.blocks.push(paragraph(inlines));
        }
    }

    /// The inlines gathered so far, without white space at their ends; `None` when nothing would be seen.
    pub(super) fn take_run(&mut self) -> Option<Vec<Inline>> {
        let mut inlines = std::mem::take(&mut self.inlines);
        if let Some(Inline::Text(first)) = inlines.first_mut() {
            *first = first.trim_start().to_owned();
        }
        if let Some(Inline::Text(last)) = inlines.last_mut() {
            *last = last.trim_end().to_owned();
        }
        inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
        let blank = |inline: &Inline| match inline {
            Inline::Text(text) => text.trim().is_empty(),
            Inline::Break => true,
            _ => false,
        };
        (!inlines.iter().all(blank)).then_some(inlines)
    }

    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }
}

/// A paragraph; `[x] …` at the start of its lines is a box.
pub(super) fn paragraph(inlines: Vec<Inline>) -> Block {
    let mut content = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => boxes(&text, &mut content),
            other => content.push(other),
        }
    }
    Block::Paragraph(content)
}

/// Adds a text to a paragraph, with a box for each line that begins with one.
fn boxes(text: &str, content: &mut Vec<Inline>) {
    let mut plain = String::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let starts_line = if index == 0 { matches!(content.last(), None | Some(Inline::Break)) } else { true };
        let after_mark = line.get(..4).zip(line.get(4..)).filter(|_| starts_line);
        let done = match after_mark {
            Some(("[x] " | "[X] ", _)) => Some(true),
            Some(("[ ] ", _)) => Some(false),
            _ => None,
        };
        let (Some(done), Some((_, rest))) = (done, after_mark) else {
            plain.push_str(line);
            continue;
        };
        if index > 0 {
            content.push(Inline::Text(plain.trim_end().to_owned()));
            content.push(Inline::Break);
        }
        plain = rest.to_owned();
        content.push(Inline::Checkbox(done));
    }
    if !plain.is_empty() {
        content.push(Inline::Text(plain));
    }
}

/// Blocks as one run of text, for a summary.
pub(super) fn flatten(blocks: Vec<Block>) -> Vec<Inline> {
    let mut content: Vec<Inline> = Vec::new();
    for block in blocks {
        let part = match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => content,
            Block::Button { href, content } => vec![Inline::Button { href, content }],
            Block::List { items, .. } => flatten(items.into_iter().flat_map(|item| item.blocks).collect()),
            Block::Code { text, .. } => vec![Inline::Code(text)],
            Block::Quote(blocks) | Block::Callout { content: blocks, .. } => flatten(blocks),
            Block::Table { head, rows, .. } => {
                let cells = head.into_iter().chain(rows.into_iter().flatten());
                flatten(cells.map(Block::Paragraph).collect())
            }
            Block::Details { summary, content } => [summary, flatten(content)].concat(),
            Block::Rule => Vec::new(),
        };
        if !content.is_empty() && !part.is_empty() {
            content.push(Inline::Text(" ".into()));
        }
        content.extend(part);
    }
    content
}

/// A paragraph that holds a button and nothing else is that button.
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
