//! What JSON writes otherwise than YAML: characters beyond U+FFFF as two escapes (UTF-16 surrogates).

use serde::de::IgnoredAny;
use std::borrow::Cow;

/// The same document with each pair of surrogate escapes as one YAML escape. Text that is not JSON stays.
pub(super) fn without_surrogates(source: &str) -> Cow<'_, str> {
    let looks_like_json = source.trim_start().starts_with(['{', '[', '"']);
    let has_surrogates = source.contains("\\uD") || source.contains("\\ud");
    if !looks_like_json || !has_surrogates || serde_json::from_str::<IgnoredAny>(source).is_err() {
        return Cow::Borrowed(source);
    }
    let mut written = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(start) = rest.find('\\') {
        let (before, escape) = rest.split_at(start);
        written.push_str(before);
        if let Some(character) = pair(escape) {
            written.push_str(&format!("\\U{:08X}", u32::from(character)));
            rest = &escape[PAIR..];
        } else {
            // Also steps over `\\`, whose second sign must not be read as the start of an escape.
            let length = 1 + escape[1..].chars().next().map_or(0, char::len_utf8);
            written.push_str(&escape[..length]);
            rest = &escape[length..];
        }
    }
    written.push_str(rest);
    Cow::Owned(written)
}

/// Length of `\uD83D\uDE00`.
const PAIR: usize = 12;

fn pair(text: &str) -> Option<char> {
    let unit = |start: usize| {
        let digits = text.get(start..start + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    char::decode_utf16([unit(0)?, unit(6)?]).next()?.ok().filter(|character| *character > '\u{ffff}')
}
