//! JSON with comments and trailing commas (what editors call JSONC) to JSON. Places do not move: what is not JSON
//! becomes spaces.

/// A text without the extensions it held.
pub(super) struct Relaxed {
    /// The text, as long as the one it comes from.
    pub(super) text: String,
    /// Offset in bytes of the first extension; `None` where there was none.
    pub(super) first: Option<usize>,
}

/// Blanks comments and trailing commas.
pub(super) fn relax(text: &str) -> Relaxed {
    let bytes = text.as_bytes();
    let mut relaxed = bytes.to_vec();
    let mut first = None;
    let mut comma = None;
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let rest = &bytes[index..];
        let comment = if rest.starts_with(b"//") {
            Some(rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()))
        } else if rest.starts_with(b"/*") {
            let end = rest.windows(2).skip(2).position(|pair| pair == b"*/");
            Some(end.map_or(rest.len(), |end| end + 4))
        } else {
            None
        };
        if let Some(length) = comment {
            blank(&mut relaxed[index..index + length]);
            first.get_or_insert(index);
            index += length;
            continue;
        }
        match byte {
            b'"' => {
                index += string_length(rest);
                comma = None;
                continue;
            }
            b',' => comma = Some(index),
            b'}' | b']' => {
                if let Some(comma) = comma.take() {
                    relaxed[comma] = b' ';
                    first = first.min(Some(comma)).or(Some(comma));
                }
            }
            byte if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        index += 1;
    }
    // Only whole comments and commas were replaced, by ASCII: the text is still UTF-8.
    Relaxed { text: String::from_utf8(relaxed).unwrap_or_default(), first }
}

fn blank(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
}

/// Length of the string that `bytes` begins with, quotes included.
pub(super) fn string_length(bytes: &[u8]) -> usize {
    let mut index = 1;
    while let Some(byte) = bytes.get(index) {
        match byte {
            b'\\' => index += 2,
            b'"' => return index + 1,
            _ => index += 1,
        }
    }
    bytes.len()
}
