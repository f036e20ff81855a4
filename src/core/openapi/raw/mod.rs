//! Bytes to a JSON value: which syntax they are in, what is wrong with it, and where each value is.
//!
//! Never here: what the value means.

mod decode;
mod explain;
mod place;
mod relaxed;

use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use crate::core::yaml;
use serde_json::Value;
use std::collections::HashMap;

/// Broken JSON longer than this is not read a second time as YAML: a page must not wait for it.
const RECOVERY_LIMIT: usize = 2_000_000;

/// A value and the means to tell where its parts are in the text.
#[derive(Debug, Default)]
pub(crate) struct Raw {
    /// The value; `Null` where nothing could be read.
    pub(crate) value: Value,
    /// Where its parts are.
    pub(crate) places: Places,
}

/// Where values are in the text they come from.
#[derive(Debug, Default)]
pub(crate) enum Places {
    /// The value was not read from a text.
    #[default]
    Unknown,
    /// JSON: places are looked for in this text when a problem needs one.
    Json(String),
    /// YAML: places by pointer.
    Yaml(HashMap<String, (u32, u32)>),
}

impl Places {
    /// Line and column (from 1) of the values at `pointers`, or of the nearest value around.
    pub(crate) fn find(&self, pointers: &[&str]) -> Vec<Option<(u32, u32)>> {
        match self {
            Self::Unknown => vec![None; pointers.len()],
            Self::Json(text) => place::find(text, pointers),
            Self::Yaml(places) => pointers.iter().map(|pointer| nearest(places, pointer)).collect(),
        }
    }
}

fn nearest(places: &HashMap<String, (u32, u32)>, pointer: &str) -> Option<(u32, u32)> {
    let mut pointer = pointer;
    loop {
        match places.get(pointer) {
            Some(place) => return Some(*place),
            None => pointer = &pointer[..pointer.rfind('/')?],
        }
    }
}

/// Reads JSON or YAML, told apart by their content. `file` names the source in the problems.
pub(crate) fn read(bytes: &[u8], file: &str) -> (Raw, Vec<Problem>) {
    let (text, mut problems) = decode::decode(bytes, file);
    let start = text.trim_start();
    let raw = if start.is_empty() {
        problems.push(no_text(
            file,
            "empty-document",
            Text::new("Le document est vide.", "The document is empty."),
            Text::new("Vérifier l’adresse ou le fichier.", "Check the address or the file."),
        ));
        Raw::default()
    } else if start.starts_with('<') {
        problems.push(no_text(
            file,
            "html-document",
            Text::new(
                "C’est une page web ou du XML, pas un document OpenAPI.",
                "This is a web page or XML, not an OpenAPI document.",
            ),
            Text::new(
                "Donner l’adresse du fichier JSON ou YAML lui-même\u{202f}; une page d’erreur ou de connexion a pu répondre à sa place.",
                "Give the address of the JSON or YAML file itself; an error or login page may have answered in its place.",
            ),
        ));
        Raw::default()
    } else if start.starts_with(['{', '[']) || start.starts_with("//") || start.starts_with("/*") {
        json(text.into_owned(), file, &mut problems)
    } else {
        let (read, found) = yaml::read(&text, file);
        problems.extend(found);
        Raw { value: read.value, places: Places::Yaml(read.places) }
    };
    for problem in &mut problems {
        problem.place.pointer.get_or_insert_default();
    }
    (raw, problems)
}

fn no_text(file: &str, code: &'static str, what: Text, mend: Text) -> Problem {
    Problem::error(code, Place::file(file).at_line(1), what, mend)
}

fn json(text: String, file: &str, problems: &mut Vec<Problem>) -> Raw {
    let strict = match serde_json::from_str(&text) {
        Ok(value) => return Raw { value, places: Places::Json(text) },
        Err(error) => error,
    };
    if !explain::is_depth(&strict) {
        let relaxed = relaxed::relax(&text);
        if let Some(first) = relaxed.first
            && let Ok(value) = serde_json::from_str::<Value>(&relaxed.text)
        {
            problems.push(explain::extended(first, &text, file));
            return Raw { value, places: Places::Json(relaxed.text) };
        }
    }
    problems.push(explain::error(&strict, &text, file));
    if explain::is_depth(&strict) || text.len() > RECOVERY_LIMIT {
        return Raw::default();
    }
    // A whole value, then something else.
    if let Some(Ok(value)) = serde_json::Deserializer::from_str(&text).into_iter().next() {
        return Raw { value, places: Places::Json(text) };
    }
    // The YAML reader keeps what comes before a mistake; its own words about it would repeat ours.
    let (read, _) = yaml::read(&text, file);
    Raw { value: read.value, places: Places::Yaml(read.places) }
}

#[cfg(test)]
mod tests;
