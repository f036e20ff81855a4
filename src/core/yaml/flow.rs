//! Collections in brackets nested more deeply than the parser can count.
//!
//! They are far deeper than what is read: what is inside becomes spaces, so that the rest of the text can be read.

use super::DEPTH_LIMIT;
use saphyr_parser::ScanError;

/// Brackets that the parser counts.
const PARSER_LIMIT: usize = 255;

const _: () = assert!(DEPTH_LIMIT < PARSER_LIMIT);

/// `text` without what the parser stopped at, lines and columns unchanged; `None` where something else stopped it.
pub(super) fn shallow(text: &str, error: &ScanError) -> Option<String> {
    if error.info() != "recursion limit exceeded" {
        return None;
    }
    let marker = error.marker();
    let mut start = 0;
    for _ in 1..marker.line() {
        start += text.get(start..)?.find('\n')? + 1;
    }
    let line = text.get(start..)?;
    start += line.char_indices().nth(marker.col()).map_or(line.len(), |(offset, _)| offset);
    let (before, rest) = text.split_at_checked(start)?;
    let mut shallow = String::with_capacity(text.len());
    shallow.push_str(before);
    let end = blank(rest, &mut shallow);
    shallow.push_str(rest.get(end..)?);
    Some(shallow)
}

/// Copies `rest`, which begins with a bracket one too many, to the end of the outermost brackets around. Returns where
/// that is.
fn blank(rest: &str, copy: &mut String) -> usize {
    let mut open = PARSER_LIMIT;
    let mut quote = None;
    let mut escaped = false;
    let mut comment = false;
    // A quote begins a text only where a value may begin.
    let mut may_quote = true;
    let mut last = ' ';
    for (offset, character) in rest.char_indices() {
        let mut deep = open > PARSER_LIMIT;
        if comment {
            comment = character != '\n';
        } else if let Some(mark) = quote {
            if escaped {
                escaped = false;
            } else if character == '\\' && mark == '"' {
                escaped = true;
            } else if character == mark {
                quote = None;
            }
        } else {
            match character {
                '[' | '{' => {
                    open += 1;
                    deep = open > PARSER_LIMIT;
                }
                ']' | '}' => open -= 1,
                '"' | '\'' if may_quote => quote = Some(character),
                '#' => comment = last.is_whitespace(),
                _ => {}
            }
            if !character.is_whitespace() {
                may_quote = matches!(character, '[' | '{' | ',' | ':' | '?');
            }
        }
        last = character;
        copy.push(if deep && character != '\n' { ' ' } else { character });
        if open == 0 {
            return offset + character.len_utf8();
        }
    }
    rest.len()
}
