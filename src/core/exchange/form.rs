//! Which forms a browser can write by itself. Never here: writing one.

use crate::core::request::{Part, PartValue};

/// Whether `FormData` sends these parts as they are shown: plain texts and files. It knows neither other headers nor
/// types for texts, and rewrites line breaks.
pub fn fits_form_data(parts: &[Part]) -> bool {
    let breaks = |text: &str| text.contains(['\r', '\n']);
    parts.iter().all(|part| {
        let is_plain = part.headers.is_empty() && !breaks(&part.name);
        is_plain
            && match &part.value {
                PartValue::Text(text) => part.content_type.is_none() && !breaks(text),
                // A `File` keeps its type in lower case, and none outside printable ASCII.
                PartValue::File(file) => part.content_type.as_deref().is_some_and(|media| {
                    !breaks(&file.name)
                        && media.bytes().all(|byte| matches!(byte, b' '..=b'~') && !byte.is_ascii_uppercase())
                }),
            }
    })
}
