//! Command lines: phrases in bash and PowerShell, and options over several lines.

use super::plan::{Phrase, Piece, Run};
use super::quote;
use crate::core::request::base64;

/// A phrase as one word of bash.
pub(super) fn bash(phrase: &Phrase) -> String {
    if phrase.variables().next().is_none() {
        return quote::bash(&phrase.text());
    }
    let is_plain = |text: &str| !text.contains(['"', '$', '`', '\\', '!']) && !text.chars().any(quote::is_hidden);
    if phrase.0.iter().all(|piece| matches!(piece, Piece::Variable(_)) || is_plain(&text_of(piece))) {
        return format!("\"{}\"", phrase.render(str::to_owned, |name| format!("${{{name}}}"), ""));
    }
    phrase.render(quote::bash, |name| format!("\"${{{name}}}\""), "")
}

/// A phrase as one argument of PowerShell.
pub(super) fn powershell(phrase: &Phrase) -> String {
    if phrase.variables().next().is_none() {
        return quote::powershell(&phrase.text());
    }
    format!("\"{}\"", phrase.render(quote::in_powershell_quotes, |name| format!("${{env:{name}}}"), ""))
}

fn text_of(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Variable(_) => String::new(),
    }
}

/// A word of bash without quotes where it needs none.
pub(super) fn bash_word(word: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_./:=@".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { quote::bash(word) }
}

/// A command over several lines.
pub(super) fn lines(words: &[String], continuation: &str) -> String {
    words.join(&format!(" {continuation}\n  ")) + "\n"
}

/// Commands of bash that print a form laid out by hand, to be sent elsewhere.
pub(super) fn chunks(chunks: &[Run<'_>]) -> String {
    let runs: Vec<_> = chunks
        .iter()
        .map(|chunk| match chunk {
            // No argument holds NUL.
            Run::Text(text) if text.contains('\0') => {
                format!("base64 --decode <<< '{}'", base64::encode(text.as_bytes()))
            }
            Run::Text(text) => format!("printf %s {}", quote::bash(text)),
            Run::File(file) => format!("cat -- {}", quote::bash(&file.name)),
            Run::Variable(name) => format!("printf %s \"${{{name}}}\""),
        })
        .collect();
    format!("{{\n  {}\n}}", runs.join("\n  "))
}

/// An expression of PowerShell: the bytes of a form laid out by hand.
pub(super) fn powershell_chunks(chunks: &[Run<'_>]) -> String {
    let runs: Vec<_> = chunks
        .iter()
        .map(|chunk| match chunk {
            Run::Text(text) => format!("[Text.Encoding]::UTF8.GetBytes({})", quote::powershell(text)),
            Run::Variable(name) => format!("[Text.Encoding]::UTF8.GetBytes(${{env:{name}}})"),
            Run::File(file) => {
                format!("[IO.File]::ReadAllBytes((Join-Path $PWD {}))", quote::powershell(&file.name))
            }
        })
        .collect();
    format!("[byte[]]({})", runs.join(" +\n  "))
}
