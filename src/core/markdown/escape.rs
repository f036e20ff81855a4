//! Plain text as Markdown that shows it: whoever wrote it, it makes no link, no heading, no list.

/// A text as one line of Markdown, which may stand anywhere: also where a sign or a number would begin a list.
pub(in crate::core) fn line(text: &str) -> String {
    let line = escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let at = match line.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=') if digits == 0 => 0,
        Some(b'.' | b')') if digits > 0 => digits,
        _ => return line,
    };
    let (before, after) = line.split_at(at);
    [before, "\\", after].concat()
}

/// The text with what would move the cursor, colour or reorder it written as an escape.
pub(in crate::core) fn inert(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if acts(character) { safe.extend(character.escape_unicode()) } else { safe.push(character) }
    }
    safe
}

/// Whether a character is an order rather than a sign: controls, ends of line, directions of writing.
pub(in crate::core) fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with every sign that Markdown may read escaped (CommonMark §2.4), anywhere but at the
/// start of a line.
pub(in crate::core) fn escaped(text: &str) -> String {
    let text = inert(text);
    let mut safe = String::with_capacity(text.len());
    let mut before = ' ';
    for (index, character) in text.char_indices() {
        let follows = text.get(index + character.len_utf8()..).unwrap_or_default();
        let acts = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '$' | '@' => true,
            // What many sites make links of: `https://…`, `www.…`.
            ':' => follows.starts_with('/'),
            '.' => before.eq_ignore_ascii_case(&'w'),
            _ => false,
        };
        if acts {
            safe.push('\\');
        }
        safe.push(character);
        before = character;
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::i18n::Language;
    use crate::core::markdown::{Block, read};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_line_is_read_as_the_same_text(
            text in prop_oneof![".{0,40}", "[-+=0-9.)*_#>`~|\\[\\]()<&!:/w \\\\éa]{0,12}"],
        ) {
            let plain = inert(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            prop_assume!(!plain.is_empty());
            let written = line(&text);
            let document = read(&written, Language::En);
            prop_assert!(matches!(document.blocks.as_slice(), [Block::Paragraph(_)]), "{} {:?}", written, document);
            prop_assert_eq!(document.words(), plain, "{}", written);
        }
    }
}
