//! Markdown to a tree of safe nodes. No HTML string exists anywhere.
//!
//! CommonMark with GFM tables, strikethrough, task lists and alerts, `<details>`, `<br>`; any other HTML is
//! shown as text and reported. Links are [`Href`]s; an address that is not safe loses its link, keeps its
//! text, and is reported.
//!
//! The tool parses pages when it builds them: the site carries trees, no parser.

mod details;
pub(in crate::core) mod escape;
mod frame;
mod html;
mod parse;
mod report;
mod typography;

pub use parse::parse;
pub use typography::french_spaces;

use crate::core::address::Href;
use crate::core::i18n::Language;
use crate::core::problem::Problem;
use crate::core::search::fold;
use serde::{Deserialize, Serialize};

/// A parsed text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u64>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// A code block.
    Code {
        /// First word of the fence's info string.
        #[serde(default, skip_serializing_if = "Option::is_none")]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    /// For a task, whether it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<bool>,
    /// Its content; a single paragraph when the list is tight.
    pub blocks: Vec<Block>,
}

/// Meaning of a callout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names of GitHub alerts")]
pub enum CalloutKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the whole meaning")]
pub enum Alignment {
    None,
    Left,
    Centre,
    Right,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// A link to act upon (title `button`); alone in its paragraph it is a [`Block::Button`].
    Button {
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

/// A text, its links, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The text.
    pub document: Document,
    /// Every link and image, for the checker.
    pub links: Vec<FoundLink>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// A link and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundLink {
    /// Where it leads.
    pub href: Href,
    /// Line of the file.
    pub line: u32,
    /// Whether it is an image.
    pub image: bool,
}

/// Reads a text to be shown: headings fitted below the page's own `<h1>`, typography of its language.
pub fn read(source: &str, language: Language) -> Document {
    let mut document = parse(source, "", 1).document;
    document.fit_headings();
    if language == Language::Fr {
        typography::apply(&mut document.blocks);
    }
    document
}

impl Document {
    /// Headings outside any quotation or hidden part, in order: level, identifier, text.
    pub fn headings(&self) -> Vec<(u8, &str, String)> {
        self.blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { level, id, content } => Some((*level, id.as_str(), plain_text(content))),
                _ => None,
            })
            .collect()
    }

    /// Every identifier a link may lead to.
    pub fn anchors(&self) -> Vec<&str> {
        let mut anchors = Vec::new();
        visit(&self.blocks, &mut |block| {
            if let Block::Heading { id, .. } = block {
                anchors.push(id.as_str());
            }
        });
        anchors
    }

    /// Its words, block after block, without their form.
    pub fn words(&self) -> String {
        let mut words = Vec::new();
        visit(&self.blocks, &mut |block| match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => words.push(plain_text(content)),
            Block::Code { text, .. } => words.push(text.clone()),
            _ => {}
        });
        words.join(" ")
    }

    /// Makes the highest heading level 2 (the page has its own level 1) and closes gaps between levels.
    fn fit_headings(&mut self) {
        let mut highest = u8::MAX;
        visit(&self.blocks, &mut |block| {
            if let Block::Heading { level, .. } = block {
                highest = highest.min(*level);
            }
        });
        let mut previous = 1;
        fit(&mut self.blocks, highest, &mut previous);
    }
}

fn fit(blocks: &mut [Block], highest: u8, previous: &mut u8) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                *level = level.saturating_sub(highest).saturating_add(2).min(*previous + 1).min(6);
                *previous = *level;
            }
            Block::Quote(content) | Block::Callout { content, .. } | Block::Details { content, .. } => {
                fit(content, highest, previous);
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| fit(&mut item.blocks, highest, previous)),
            _ => {}
        }
    }
}

fn visit<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        see(block);
        match block {
            Block::Quote(content) | Block::Callout { content, .. } | Block::Details { content, .. } => {
                visit(content, see);
            }
            Block::List { items, .. } => items.iter().for_each(|item| visit(&item.blocks, see)),
            _ => {}
        }
    }
}

/// The words of a run of text, without its form.
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text(part) | Inline::Code(part) => text.push_str(part),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strikethrough(content) => {
                text.push_str(&plain_text(content));
            }
            Inline::Link { content, .. } | Inline::Button { content, .. } => text.push_str(&plain_text(content)),
            Inline::Image { alternative, .. } => text.push_str(alternative),
            Inline::Break => text.push(' '),
            Inline::Checkbox(_) => {}
        }
    }
    text
}

/// The identifier of a heading, by the rule of api.gouv.fr, so that addresses people kept still lead somewhere:
/// lower case, accents removed, spaces to hyphens; punctuation stays.
pub fn heading_id(text: &str) -> String {
    fold(text.trim()).chars().map(|character| if character.is_whitespace() { '-' } else { character }).collect()
}

#[cfg(test)]
mod tests;
