//! Bytes to text: byte order marks, UTF-16, and what is not UTF-8.

use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use std::borrow::Cow;

/// The text of `bytes`, without byte order mark. What is not UTF-8 is replaced by `U+FFFD` and reported once.
pub(super) fn decode<'a>(bytes: &'a [u8], file: &str) -> (Cow<'a, str>, Vec<Problem>) {
    let wide = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xfe, 0xff, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((rest, unit)) = wide {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        let problem = Problem::warning(
            "utf-16",
            Place::file(file).at_line(1),
            Text::new("Le fichier est en UTF-16.", "The file is in UTF-16."),
            Text::new("L’enregistrer en UTF-8.", "Save it as UTF-8."),
        );
        return (Cow::Owned(String::from_utf16_lossy(&units)), vec![problem]);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Vec::new()),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let problem = Problem::error(
                "not-utf-8",
                Place::file(file).at_line(u32::try_from(line).unwrap_or(u32::MAX)),
                Text::new("Le fichier n’est pas en UTF-8.", "The file is not in UTF-8."),
                Text::new(
                    "L’enregistrer en UTF-8\u{202f}; les caractères illisibles sont remplacés par \u{fffd}.",
                    "Save it as UTF-8; unreadable characters are replaced by \u{fffd}.",
                ),
            );
            (String::from_utf8_lossy(bytes), vec![problem])
        }
    }
}
