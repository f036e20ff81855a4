//! JSONPath (RFC 9535) of one place: `$['paths']['/pets/{id}']['get']`.

/// The whole document.
pub(super) const ROOT: &str = "$";

/// The member `name` of what `path` selects.
pub(super) fn member(path: &str, name: &str) -> String {
    let mut quoted = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '\'' => quoted.push_str("\\'"),
            '\\' => quoted.push_str("\\\\"),
            control if u32::from(control) < 0x20 => quoted.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => quoted.push(other),
        }
    }
    format!("{path}['{quoted}']")
}
