//! Values as readers see them in a line, and the list of those that are allowed.

use crate::core::openapi::schema::compose::Composed;
use crate::core::openapi::{Example, ExampleValue};
use serde_json::Value;

/// Longest value shown, in characters: the rest is better read in an example of the whole.
const LONGEST: usize = 120;

/// Longest meaning of a value.
const MEANING: usize = 300;

/// Most values of one list.
const MOST: usize = 300;

/// Values that a summary names by itself.
const IN_SUMMARY: usize = 8;

/// A value in one line: texts as they are, the rest as JSON.
pub(super) fn line(value: &Value) -> String {
    match value {
        // Nothing at all would not be seen.
        Value::String(text) if !text.is_empty() => shortened(text, LONGEST),
        other => shortened(&other.to_string(), LONGEST),
    }
}

/// A text, its beginning where it is long.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The first example that is written in the document itself.
pub(super) fn first(examples: &[Example<'_>]) -> Option<String> {
    examples.iter().find_map(|example| match &example.value {
        ExampleValue::Data(value) => Some(line(value)),
        ExampleValue::Serialized(text) => Some(shortened(text, LONGEST)),
        ExampleValue::Address(_) => None,
    })
}

/// The example of a schema; none of a secret.
pub(super) fn example(composed: &Composed<'_>) -> Option<String> {
    composed.examples.first().filter(|_| !composed.is_password()).map(|value| line(value))
}

/// The values allowed and what each means, where the summary lacks some or what they mean.
pub(super) fn allowed(composed: &Composed<'_>) -> Vec<(String, String)> {
    let values = composed.values.as_deref().unwrap_or_default();
    let has_words = values.iter().any(|one| one.title.is_some() || one.description.is_some());
    if values.len() <= IN_SUMMARY && !has_words {
        return Vec::new();
    }
    let view = values.iter().take(MOST).map(|one| {
        let meaning = [one.title.as_deref(), one.description.as_deref()];
        let meaning: Vec<&str> = meaning.into_iter().flatten().collect();
        (line(&one.value), shortened(&meaning.join(" — "), MEANING))
    });
    view.collect()
}
