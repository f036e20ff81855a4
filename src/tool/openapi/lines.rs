//! Cases in, answers out: JSON values, a line each. A line that cannot be answered does not stop the others.

use crate::core::i18n::{Language, Text};
use crate::tool::report::say;
use serde_json::{Map, Value};
use std::io::BufRead;

/// Answers each line of the standard input: `id`, then the members of the answer, or `error` in their place.
pub(super) fn answer(language: Language, mut answer: impl FnMut(&Value) -> Result<Map<String, Value>, Text>) {
    for line in std::io::stdin().lock().split(b'\n') {
        let Ok(line) = line else { return };
        if line.trim_ascii().is_empty() {
            continue;
        }
        let case = serde_json::from_slice::<Value>(&line);
        let id = case.as_ref().ok().and_then(|case| case.get("id")).cloned().unwrap_or_default();
        let mut written = Map::from_iter([("id".to_owned(), id)]);
        match case.map_err(|error| not_json(&error)).and_then(|case| answer(&case)) {
            Ok(members) => written.extend(members),
            Err(error) => {
                written.insert("error".to_owned(), Value::from(error.get(language)));
            }
        }
        say(&Value::Object(written).to_string());
    }
}

/// A member that a case makes no sense without.
pub(super) fn member<'a>(case: &'a Value, name: &str) -> Result<&'a Value, Text> {
    case.get(name).ok_or_else(|| {
        Text::new(
            format!("Le cas n’a pas de «\u{202f}{name}\u{202f}». Ajoutez-le."),
            format!("The case has no `{name}`. Add it."),
        )
    })
}

/// A member that is a text.
pub(super) fn text_member<'a>(case: &'a Value, name: &str) -> Option<&'a str> {
    case.get(name).and_then(Value::as_str)
}

fn not_json(error: &serde_json::Error) -> Text {
    Text::new(
        format!("Cette ligne n’est pas du JSON\u{202f}: {error}. Chaque ligne porte un cas entier."),
        format!("This line is not JSON: {error}. Each line holds one whole case."),
    )
}
