//! Percent-encoding: which characters may stand as they are in each part of a URL (RFC 3986), and the
//! `application/x-www-form-urlencoded` serialiser of the WHATWG URL standard.
//!
//! Always by UTF-8 byte, never by UTF-16 unit. Never here: which part a value belongs to.

use crate::core::address::percent_decode;

/// The characters that stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Letters, digits, `-._~`: right in every part of a URL.
    Unreserved,
    /// `allowReserved` in a path segment: reserved characters but `/ ? # [ ]`, and existing `%XX` triples.
    ReservedInPath,
    /// `allowReserved` in a query: reserved characters but `# [ ]`, and existing `%XX` triples.
    ReservedInQuery,
    /// A path written by the author of the description: as [`Set::ReservedInPath`], with `/`.
    WrittenPath,
}

impl Set {
    fn keeps(self, byte: u8) -> bool {
        let reserved: &[u8] = match self {
            Self::Unreserved => b"",
            Self::ReservedInPath => b":@!$&'()*+,;=",
            Self::ReservedInQuery => b":@!$&'()*+,;=/?",
            Self::WrittenPath => b":@!$&'()*+,;=/",
        };
        is_unreserved(byte) || reserved.contains(&byte)
    }

    fn keeps_triples(self) -> bool {
        self != Self::Unreserved
    }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Encodes what `set` does not keep.
pub fn encode(text: &str, set: Set) -> String {
    let bytes = text.as_bytes();
    let mut encoded = String::with_capacity(text.len());
    for (index, &byte) in bytes.iter().enumerate() {
        if set.keeps(byte) || (byte == b'%' && set.keeps_triples() && is_triple(bytes, index)) {
            encoded.push(char::from(byte));
        } else {
            push_triple(&mut encoded, byte);
        }
    }
    encoded
}

/// Encodes a name or a value of a form: space is `+`, and `*-._`, letters and digits stay.
pub fn encode_form(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => encoded.push('+'),
            b'*' | b'-' | b'.' | b'_' => encoded.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => encoded.push(char::from(byte)),
            _ => push_triple(&mut encoded, byte),
        }
    }
    encoded
}

/// Decodes a name or a value of a form.
pub fn decode_form(text: &str) -> String {
    percent_decode(&text.replace('+', " "))
}

fn is_triple(bytes: &[u8], index: usize) -> bool {
    bytes.get(index + 1..index + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

fn push_triple(encoded: &mut String, byte: u8) {
    encoded.push('%');
    for nibble in [byte >> 4, byte & 15] {
        encoded.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, set: Set, expect: &str) {
        assert_eq!(encode(text, set), expect, "{text:?} {set:?}");
    }

    #[test]
    fn each_set_keeps_its_characters() {
        check("aZ09-._~", Set::Unreserved, "aZ09-._~");
        check("é ’😀", Set::Unreserved, "%C3%A9%20%E2%80%99%F0%9F%98%80");
        check(":/?#[]@!$&'()*+,;=", Set::Unreserved, "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D");
        check(":/?#[]@!$&'()*+,;=", Set::ReservedInQuery, ":/?%23%5B%5D@!$&'()*+,;=");
        check(":/?#[]@!$&'()*+,;=", Set::ReservedInPath, ":%2F%3F%23%5B%5D@!$&'()*+,;=");
        check("/a b/é?x", Set::WrittenPath, "/a%20b/%C3%A9%3Fx");
    }

    #[test]
    fn triples_stay_only_where_reserved_characters_do() {
        check("%41%zz%4", Set::Unreserved, "%2541%25zz%254");
        check("%41%zz%4%é", Set::ReservedInQuery, "%41%25zz%254%25%C3%A9");
    }

    #[test]
    fn forms_follow_the_url_standard() {
        assert_eq!(encode_form("a b+c&d=e~*-._é\n"), "a+b%2Bc%26d%3De%7E*-._%C3%A9%0A");
    }

    proptest::proptest! {
        #[test]
        fn what_is_encoded_is_ascii_and_decodes_to_itself(text in proptest::prelude::any::<String>()) {
            let encoded = encode(&text, Set::Unreserved);
            proptest::prop_assert!(encoded.bytes().all(|byte| byte == b'%' || is_unreserved(byte)));
            proptest::prop_assert_eq!(percent_decode(&encoded), text.clone());
            proptest::prop_assert_eq!(decode_form(&encode_form(&text)), text);
        }

        #[test]
        fn encoding_twice_with_triples_kept_changes_nothing(text in proptest::prelude::any::<String>()) {
            for set in [Set::ReservedInPath, Set::ReservedInQuery, Set::WrittenPath] {
                let once = encode(&text, set);
                proptest::prop_assert_eq!(encode(&once, set), once);
            }
        }
    }
}
