//! Bytes to a JSON value: which syntax they are in, what is wrong with it, and where each value is.
//!
//! Never here: what the value means.

mod decode;
mod explain;
mod parse;
mod place;
mod relaxed;

use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use crate::core::yaml::{self, Yaml};
use parse::{End, Parsed};
use serde_json::Value;

pub(crate) use place::Positions;

/// Broken JSON longer than this is not read a second time as YAML: a page must not wait for it.
const RECOVERY_LIMIT: usize = 2_000_000;

/// A value and the means to tell where its parts are in the text.
#[derive(Debug, Default)]
pub(crate) struct Raw {
    /// The value; `Null` where nothing could be read.
    pub(crate) value: Value,
    /// Where its parts are.
    pub(crate) positions: Positions,
    /// Whether it is known that no part names itself (`$id`, `$anchor`): nothing has to be looked for.
    pub(crate) nameless: bool,
}

impl Raw {
    /// Line and column (from 1) of the parts at `pointers`, or of the nearest part around.
    pub(crate) fn find(&self, pointers: &[&str]) -> Vec<Option<(u32, u32)>> {
        self.positions.find(&self.value, pointers)
    }

    fn of_json(parsed: Parsed, file: &str, problems: &mut Vec<Problem>) -> Self {
        let raw = Self { value: parsed.value, positions: parsed.positions, nameless: !parsed.named };
        let pointers: Vec<&str> = parsed.cut.iter().map(String::as_str).collect();
        for (pointer, place) in pointers.iter().zip(raw.find(&pointers)) {
            let (line, column) = place.unzip();
            problems.push(yaml::too_deep(Place { line, column, ..Place::file(file).at_pointer(*pointer) }));
        }
        raw
    }

    fn of_yaml(read: Yaml) -> Self {
        Self { positions: Positions::of(&read.value, &read.places), value: read.value, nameless: false }
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
        json(&text, file, &mut problems)
    } else {
        let (read, found) = yaml::read(&text, file);
        problems.extend(found);
        Raw::of_yaml(read)
    };
    for problem in &mut problems {
        problem.place.pointer.get_or_insert_default();
    }
    (raw, problems)
}

fn no_text(file: &str, code: &'static str, what: Text, mend: Text) -> Problem {
    Problem::error(code, Place::file(file).at_line(1), what, mend)
}

fn json(text: &str, file: &str, problems: &mut Vec<Problem>) -> Raw {
    let parsed = parse::parse(text);
    if parsed.end == End::Whole {
        return Raw::of_json(parsed, file, problems);
    }
    let relaxed = relaxed::relax(text);
    if let Some(first) = relaxed.first {
        let again = parse::parse(&relaxed.text);
        if again.end == End::Whole {
            problems.push(explain::extended(first, text, file));
            return Raw::of_json(again, file, problems);
        }
    }
    problems.push(explain::error(text, parsed.end, file));
    if parsed.end == End::Trailing || text.len() > RECOVERY_LIMIT {
        return Raw::of_json(parsed, file, problems);
    }
    // The YAML reader keeps more of what is nearly JSON; its own words about it would repeat ours.
    let (read, found) = yaml::read(text, file);
    problems.extend(found.into_iter().filter(|problem| problem.code == yaml::TOO_DEEP));
    Raw::of_yaml(read)
}

#[cfg(test)]
mod tests;
