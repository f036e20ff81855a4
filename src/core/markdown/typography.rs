//! French typography: the space before high punctuation must never break a line.

use super::{Block, Inline};

/// Narrow no-break space.
const NARROW: char = '\u{202f}';

/// Turns the plain spaces before `; : ! ? »` and after `«` into narrow no-break spaces.
pub fn french_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut previous = None;
    while let Some(character) = characters.next() {
        let before_high = matches!(characters.peek(), Some(';' | ':' | '!' | '?' | '»'));
        let plain_space = matches!(character, ' ' | '\u{a0}');
        let after_quote = previous == Some('«');
        spaced.push(if plain_space && (before_high || after_quote) { NARROW } else { character });
        previous = Some(character);
    }
    spaced
}

/// Applies [`french_spaces`] to every text, never to code.
pub(super) fn apply(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) | Block::Button { content, .. } => {
                inlines(content);
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| apply(&mut item.blocks)),
            Block::Quote(content) | Block::Callout { content, .. } => apply(content),
            Block::Details { summary, content } => {
                inlines(summary);
                apply(content);
            }
            Block::Table { head, rows, .. } => {
                head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| inlines(cell));
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

fn inlines(content: &mut [Inline]) {
    for inline in content {
        match inline {
            Inline::Text(text) => *text = french_spaces(text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. }
            | Inline::Button { content, .. } => inlines(content),
            Inline::Code(_) | Inline::Image { .. } | Inline::Checkbox(_) | Inline::Break => {}
        }
    }
}
