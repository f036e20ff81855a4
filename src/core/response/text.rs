//! Bytes to text, in the encodings that web services use.

use super::media::MediaType;
use std::borrow::Cow;

/// Windows-1252 from 0x80 to 0x9f; what it leaves out stays a control character (WHATWG Encoding).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Names for Windows-1252: on the web, ISO-8859-1 and ASCII mean it too.
const ONE_BYTE: [&str; 9] =
    ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "windows-1252", "cp1252", "ascii", "us-ascii"];

/// The text of `body`: its byte order mark decides, then the `charset` of `content_type`, then UTF-8. What is no
/// character is `U+FFFD`.
pub fn decode<'b>(content_type: Option<&str>, body: &'b [u8]) -> Cow<'b, str> {
    match body {
        [0xef, 0xbb, 0xbf, rest @ ..] => return String::from_utf8_lossy(rest),
        [0xff, 0xfe, rest @ ..] => return wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return wide(rest, u16::from_be_bytes),
        _ => {}
    }
    let media = MediaType::parse(content_type.unwrap_or_default());
    let charset = media.parameter("charset").unwrap_or_default().to_ascii_lowercase();
    match charset.as_str() {
        "utf-16" | "utf-16le" => wide(body, u16::from_le_bytes),
        "utf-16be" => wide(body, u16::from_be_bytes),
        name if ONE_BYTE.contains(&name) && !body.is_ascii() => {
            Cow::Owned(body.iter().map(|byte| one(*byte)).collect())
        }
        _ => String::from_utf8_lossy(body),
    }
}

/// The same, as the bytes of UTF-8; those that came where they are UTF-8 already.
pub fn decode_bytes(content_type: Option<&str>, body: Vec<u8>) -> Vec<u8> {
    match decode(content_type, &body) {
        Cow::Owned(text) => text.into_bytes(),
        Cow::Borrowed(text) if text.len() == body.len() => body,
        Cow::Borrowed(text) => text.as_bytes().to_vec(),
    }
}

/// Whether `body` begins as UTF-16 does.
pub(super) fn starts_wide(body: &[u8]) -> bool {
    matches!(body, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
}

fn one(byte: u8) -> char {
    let index = usize::from(byte).wrapping_sub(0x80);
    WINDOWS_1252.get(index).copied().unwrap_or(char::from(byte))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'static, str> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let characters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    Cow::Owned(characters.map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        for (header, body, expect) in [
            (None, &b"\xc3\xa9"[..], "é"),
            (None, b"\xef\xbb\xbf\xc3\xa9", "é"),
            (None, b"\xe9", "\u{fffd}"),
            (None, b"\xff\xfe\xe9\0=\xd8\0\xde", "é😀"),
            (None, b"\xfe\xff\0\xe9\0", "é"),
            (Some("text/csv; charset=ISO-8859-1"), b"\xe9\x80\x9c", "é€œ"),
            (Some("text/csv; charset=\"windows-1252\""), b"\x92", "’"),
            (Some("text/csv; charset=iso-8859-1"), b"\xef\xbb\xbf\xc3\xa9", "é"),
            (Some("text/csv; charset=utf-16le"), b"a\0", "a"),
            (Some("text/csv; charset=klingon"), b"a", "a"),
        ] {
            assert_eq!(decode(header, body), expect, "{header:?} {body:?}");
            assert_eq!(decode_bytes(header, body.to_vec()), expect.as_bytes());
        }
    }
}
