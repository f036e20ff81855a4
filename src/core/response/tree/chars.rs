//! The bytes of JSON: where strings and values end, and the characters a string stands for.

/// The characters of the body of a string; what is no UTF-8 and lone surrogates are `U+FFFD`.
#[derive(Clone)]
pub(super) struct Chars<'a> {
    rest: &'a [u8],
}

impl<'a> Chars<'a> {
    pub(super) fn new(body: &'a [u8]) -> Self {
        Self { rest: body }
    }

    fn escape(&mut self) -> char {
        let Some((&sign, rest)) = self.rest.split_first() else { return '\\' };
        self.rest = rest;
        match sign {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unit().map_or(char::REPLACEMENT_CHARACTER, |unit| self.join(unit)),
            other => char::from(other),
        }
    }

    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        let unit = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        self.rest = rest;
        Some(unit)
    }

    fn join(&mut self, unit: u32) -> char {
        let before = self.rest;
        if (0xd800..0xdc00).contains(&unit)
            && let Some(rest) = self.rest.strip_prefix(b"\\u")
        {
            self.rest = rest;
            if let Some(low) = self.unit().filter(|low| (0xdc00..0xe000).contains(low)) {
                return char::from_u32(0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00)).unwrap_or_default();
            }
            self.rest = before;
        }
        char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn wide(&mut self, first: u8, rest: &'a [u8]) -> char {
        let length = match first {
            0xc2..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf4 => 3,
            _ => 0,
        };
        let whole = self.rest.get(..=length).and_then(|bytes| std::str::from_utf8(bytes).ok());
        match whole.and_then(|text| text.chars().next()) {
            Some(character) => {
                self.rest = rest.get(length..).unwrap_or_default();
                character
            }
            None => {
                self.rest = rest;
                char::REPLACEMENT_CHARACTER
            }
        }
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let (&first, rest) = self.rest.split_first()?;
        if first >= 0x80 {
            return Some(self.wide(first, rest));
        }
        self.rest = rest;
        Some(if first == b'\\' { self.escape() } else { char::from(first) })
    }
}

/// Where what is not white space begins.
pub(super) fn skip_space(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let space = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
    from.saturating_add(space)
}

/// After the quote that ends the string whose first quote is at `start`, or the end of the bytes.
pub(super) fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// What stands between the quotes of the string at `start`.
pub(super) fn string_body(bytes: &[u8], start: usize) -> &[u8] {
    let end = string_end(bytes, start);
    let whole = bytes.get(start + 1..end).unwrap_or_default();
    // The string that a cut text ends with has no last quote.
    if end < bytes.len() || ends_quoted(whole) { whole.strip_suffix(b"\"").unwrap_or(whole) } else { whole }
}

fn ends_quoted(body: &[u8]) -> bool {
    let slashes = body.iter().rev().skip(1).take_while(|byte| **byte == b'\\').count();
    body.ends_with(b"\"") && slashes.is_multiple_of(2)
}

/// The length of the number or literal that `rest` begins with.
pub(super) fn scalar_end(rest: &[u8]) -> usize {
    rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')).count()
}

/// The length of the value that `window` begins with, or of the window when it ends before.
pub(super) fn value_end(window: &[u8]) -> usize {
    match window.first() {
        Some(b'"') => string_end(window, 0),
        Some(b'{' | b'[') => {
            let (mut at, mut depth) = (0, 0_usize);
            while let Some(&byte) = window.get(at) {
                match byte {
                    b'"' => {
                        at = string_end(window, at);
                        continue;
                    }
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    return at;
                }
            }
            window.len()
        }
        _ => scalar_end(window),
    }
}
