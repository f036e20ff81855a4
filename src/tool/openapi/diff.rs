//! `openapi diff`: what changes between two documents, and whether it breaks clients.

use super::files::{self, Files};
use crate::core::i18n::{Language, Text};
use crate::core::openapi::Document;
use crate::core::openapi::compare::{Impact, compare, json, markdown, text};
use crate::tool::report::say;
use std::path::Path;

/// How changes are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::tool) enum Format {
    /// One line each, then a count.
    #[default]
    Text,
    /// One array.
    Json,
    /// Headings and lists.
    Markdown,
}

impl Format {
    /// Their names.
    pub(super) const NAMES: &[&str] = &["text", "json", "markdown"];

    pub(super) fn parse(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Lists what changes from `old` to `new`; says whether nothing breaks clients.
pub(super) fn run(old: &Path, new: &Path, format: Format, language: Language) -> Result<bool, Text> {
    let (old, new) = (read(old)?, read(new)?);
    let (beside_old, beside_new) = (Files::beside(&old), Files::beside(&new));
    let changes = compare(&old, &beside_old, &new, &beside_new);
    match format {
        Format::Text => say(&text(&changes, language)),
        Format::Json => say(&format!("{:#}", json(&changes, language))),
        Format::Markdown => say(&markdown(&changes, language)),
    }
    Ok(changes.iter().all(|change| change.impact != Impact::Breaking))
}

/// A document that says it is one: compared with a web page, every operation would seem to be removed.
fn read(file: &Path) -> Result<Document, Text> {
    let (document, _) = files::read(file)?;
    if document.version().is_none() {
        let name = file.to_string_lossy();
        return Err(Text::new(
            format!("«\u{202f}{name}\u{202f}» n’est pas un document OpenAPI. Vérifiez le chemin."),
            format!("`{name}` is not an OpenAPI document. Check the path."),
        ));
    }
    Ok(document)
}
