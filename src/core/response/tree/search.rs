//! Finding a text in keys and values, whatever its case and accents.

use super::chars::{Chars, scalar_end, skip_space, string_body, string_end};
use super::{NodeKind, Tree};
use crate::core::search::fold;

impl Tree {
    /// The next node after `from` whose key or value holds `words`, back at the beginning after the end; the values
    /// it is in are unfolded. `None` as `from`: from the beginning.
    pub fn search(&mut self, words: &str, from: Option<u32>) -> Option<u32> {
        let needle: Vec<char> = fold(words.trim()).chars().collect();
        let first = *needle.first()?;
        let start = from.map_or(0, |from| from.saturating_add(1)).min(self.len());
        let found = (start..self.len()).chain(0..start).find(|node| self.holds(*node, first, &needle))?;
        self.reveal(found);
        Some(found)
    }

    fn holds(&self, node: u32, first: char, needle: &[char]) -> bool {
        let Some(found) = self.node(node) else { return false };
        let bytes = self.bytes.as_slice();
        let mut start = found.start as usize;
        if found.member {
            let end = string_end(bytes, start);
            if bytes.get(start + 1..end.saturating_sub(1)).is_some_and(|key| contains(key, first, needle)) {
                return true;
            }
            start = skip_space(bytes, skip_space(bytes, end) + 1);
        }
        let value = match found.kind {
            NodeKind::Object | NodeKind::Array => None,
            NodeKind::String => Some(string_body(bytes, start)),
            _ => bytes.get(start..).and_then(|rest| rest.get(..scalar_end(rest))),
        };
        value.is_some_and(|value| contains(value, first, needle))
    }
}

/// Whether the body of a string holds `needle`, which is folded and begins with `first`.
fn contains(body: &[u8], first: char, needle: &[char]) -> bool {
    if body.len() < needle.len() && body.is_ascii() {
        return false;
    }
    let mut at = 0;
    while let Some(&byte) = body.get(at) {
        // Bytes that may begin: others are passed over without being decoded.
        let may = byte == b'\\' || byte >= 0xc0 || char::from(byte.to_ascii_lowercase()) == first;
        if may && begins(body.get(at..).unwrap_or_default(), needle) {
            return true;
        }
        at += if byte == b'\\' { 2 } else { 1 };
    }
    false
}

fn begins(body: &[u8], needle: &[char]) -> bool {
    let mut wanted = needle;
    for character in Chars::new(body) {
        let Some((next, rest)) = wanted.split_first() else { return true };
        if character.is_ascii() {
            if character.to_ascii_lowercase() != *next {
                return false;
            }
            wanted = rest;
        } else if character >= '\u{370}' && !('\u{1e00}'..'\u{1f00}').contains(&character) {
            // Beyond Latin, letters have no accent that folding takes away.
            if character != *next && !character.to_lowercase().eq([*next]) {
                return false;
            }
            wanted = rest;
        } else {
            for letter in fold(character.encode_utf8(&mut [0; 4])).chars() {
                match wanted.split_first() {
                    Some((next, rest)) if *next == letter => wanted = rest,
                    None => return true,
                    Some(_) => return false,
                }
            }
        }
    }
    wanted.is_empty()
}
