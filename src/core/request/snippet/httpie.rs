//! HTTPie, in bash.

use super::plan::{Content, Phrase, Piece, Plan, text_or_file};
use super::{Redaction, quote, shell};
use crate::core::request::message::{Part, PartValue, Request};

/// The characters that separate a name from a value, and that a backslash hides.
const SEPARATORS: [char; 4] = [':', ';', '=', '@'];

/// HTTPie has no way to write a backslash before a separator, nor the type of a text.
fn can_write(part: &Part) -> bool {
    let value = match &part.value {
        // After `=`, these two open another separator: `=@` would read a file.
        PartValue::Text(text) => part.content_type.is_none() && is_literal(text) && !text.starts_with(['@', '=']),
        PartValue::File(file) => is_literal(&file.name) && !file.name.contains(';'),
    };
    let has_plain_name = !part.name.is_empty() && !part.name.contains(['\\', '"', '\r', '\n', '\0', '[', ']']);
    value && has_plain_name && part.headers.is_empty()
}

fn is_literal(text: &str) -> bool {
    !text.contains('\0') && SEPARATORS.iter().all(|separator| !text.contains(&format!("\\{separator}")))
}

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let bytes = match &plan.content {
        Content::Inline(encoded) => Some(format!("base64 --decode <<< '{encoded}'")),
        Content::Chunks(chunks) => Some(shell::chunks(chunks)),
        _ => None,
    };
    let mut first = "http".to_owned();
    if bytes.is_none() {
        // Without it, HTTPie waits for a body on its input when it runs in a script.
        first.push_str(" --ignore-stdin");
    }
    if plan.has_dot_segments() {
        first.push_str(" --path-as-is");
    }
    if matches!(plan.content, Content::Parts(_)) {
        first.push_str(" --multipart");
    }
    let mut words = vec![format!("{first} {} {}", shell::bash_word(plan.method), shell::bash(&plan.url))];
    for (name, value) in &plan.headers {
        if !is_literal(&value.text()) {
            words.push(format!("{name}:@<(printf %s {})", shell::bash(value)));
            continue;
        }
        // The space keeps a value that starts with `=` or `@` from being read as a separator.
        let header = match value.is_empty() {
            true => Phrase(vec![Piece::Text(format!("{name};"))]),
            false => value.after(&format!("{name}: ")),
        };
        words.push(shell::bash(&header));
    }
    if plan.has_content() && !plan.has_header("content-type") && !matches!(plan.content, Content::Parts(_)) {
        words.push("Content-Type:".to_owned());
    }
    match &plan.content {
        Content::Text(text) => words.push(format!("--raw {}", quote::bash(text))),
        Content::File(name) => words.push(quote::bash(&format!("@{name}"))),
        Content::Parts(parts) => words.extend(parts.iter().map(item)),
        Content::Nothing | Content::Inline(_) | Content::Chunks(_) => {}
    }
    let before = bytes.map(|bytes| format!("{bytes} | ")).unwrap_or_default();
    before + &shell::lines(&words, "\\")
}

fn item(part: &Part) -> String {
    let mut name = String::new();
    for character in part.name.chars() {
        if SEPARATORS.contains(&character) {
            name.push('\\');
        }
        name.push(character);
    }
    quote::bash(&match text_or_file(part) {
        Ok(text) => format!("{name}={text}"),
        Err(file) => {
            let media = part.content_type.iter().map(|media| format!(";type={media}")).collect::<String>();
            format!("{name}@{}{media}", file.name)
        }
    })
}
