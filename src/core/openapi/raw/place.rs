//! Line and column of values in JSON text, looked for only when asked: one pass for all of them.

use super::relaxed::string_length;
use crate::core::pointer::tokens;

/// Deeper values have the place of the value around them (the parser accepts no deeper document).
const DEPTH_LIMIT: usize = 128;

/// Line and column (from 1, in characters) of the values at `pointers`; for an entry of an object, of its key.
pub(super) fn find(text: &str, pointers: &[&str]) -> Vec<Option<(u32, u32)>> {
    let paths: Vec<Vec<String>> = pointers.iter().map(|pointer| tokens(pointer).collect()).collect();
    let mut search = Search { bytes: text.as_bytes(), index: 0, offsets: vec![0; pointers.len()] };
    search.skip_space();
    search.offsets.fill(search.index);
    let wanted: Vec<Wanted<'_>> =
        paths.iter().enumerate().map(|(number, rest)| Wanted { number, rest: rest.as_slice() }).collect();
    search.value(&wanted, 0);
    positions(text, &search.offsets).into_iter().map(Some).collect()
}

/// One pointer looked for, and what is left of it from here.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    number: usize,
    rest: &'a [String],
}

struct Search<'a> {
    bytes: &'a [u8],
    index: usize,
    offsets: Vec<usize>,
}

impl Search<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.index).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.index += 1;
        }
    }

    fn value(&mut self, wanted: &[Wanted<'_>], depth: usize) {
        self.skip_space();
        let open = self.peek();
        let inside = matches!(open, Some(b'{' | b'['));
        if !inside || depth >= DEPTH_LIMIT || wanted.iter().all(|one| one.rest.is_empty()) {
            return self.skip();
        }
        self.index += 1;
        let mut position = 0_usize;
        loop {
            self.skip_space();
            match self.peek() {
                None => return,
                Some(b'}' | b']') => {
                    self.index += 1;
                    return;
                }
                Some(b',') => self.index += 1,
                Some(_) => {
                    let start = self.index;
                    let name = if open == Some(b'{') { self.key() } else { Some(position.to_string()) };
                    position += 1;
                    let deeper = self.matching(wanted, name.as_deref(), start);
                    self.value(&deeper, depth + 1);
                }
            }
        }
    }

    fn matching<'w>(&mut self, wanted: &[Wanted<'w>], name: Option<&str>, start: usize) -> Vec<Wanted<'w>> {
        let mut deeper = Vec::new();
        for one in wanted {
            if let Some((first, rest)) = one.rest.split_first()
                && Some(first.as_str()) == name
            {
                if let Some(offset) = self.offsets.get_mut(one.number) {
                    *offset = start;
                }
                deeper.push(Wanted { number: one.number, rest });
            }
        }
        deeper
    }

    /// Reads a key and its colon.
    fn key(&mut self) -> Option<String> {
        let start = self.index;
        self.skip();
        let name = self.bytes.get(start..self.index).and_then(|bytes| serde_json::from_slice(bytes).ok());
        self.skip_space();
        if self.peek() == Some(b':') {
            self.index += 1;
        }
        name
    }

    /// Steps over one value.
    fn skip(&mut self) {
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.index += string_length(&self.bytes[self.index..]),
                b'{' | b'[' => {
                    open += 1;
                    self.index += 1;
                }
                b'}' | b']' | b',' | b':' if open == 0 => return,
                b'}' | b']' => {
                    open -= 1;
                    self.index += 1;
                }
                _ => self.index += 1,
            }
            if open == 0 && matches!(byte, b'"' | b'}' | b']') {
                return;
            }
        }
    }
}

/// Lines and columns of byte offsets.
pub(super) fn positions(text: &str, offsets: &[usize]) -> Vec<(u32, u32)> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|index| offsets[*index]);
    let mut found = vec![(1, 1); offsets.len()];
    let (mut line, mut line_start, mut seen) = (1_u32, 0_usize, 0_usize);
    for index in order {
        let offset = offsets[index].min(text.len());
        let bytes = text.as_bytes();
        for (step, byte) in bytes[seen..offset].iter().enumerate() {
            if *byte == b'\n' {
                line = line.saturating_add(1);
                line_start = seen + step + 1;
            }
        }
        seen = offset;
        let column = text.get(line_start..offset).map_or(0, |before| before.chars().count());
        found[index] = (line, u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1));
    }
    found
}
