//! Values and counts in sentences. Values are quoted short, and never followed inwards.

use crate::core::i18n::Text;
use serde_json::Value;

/// Longest piece of a value or of a pattern that is quoted, in characters.
const LONGEST: usize = 60;
/// Most values that are listed.
const MOST: usize = 8;

/// A text, cut when long.
pub(crate) fn cut(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// A text between quotes, cut when long.
pub(crate) fn quoted(text: &str) -> String {
    format!("“{}”", cut(text))
}

/// A value, as short as possible.
pub(crate) fn value(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
        scalar => scalar.to_string(),
    }
}

/// Values one after the other.
pub(crate) fn list<'a>(values: impl IntoIterator<Item = &'a Value>) -> String {
    let mut shown: Vec<String> = values.into_iter().take(MOST + 1).map(value).collect();
    if shown.len() > MOST {
        shown.truncate(MOST);
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// `1 caractère`, `2 caractères`: a count with its French and English words.
pub(crate) fn count(number: &str, fr: &str, en: &str) -> Text {
    let one = |more: bool| if more { "s" } else { "" };
    let amount: f64 = number.parse().unwrap_or(2.0);
    let en = match en.strip_suffix('y').filter(|_| amount != 1.0) {
        Some(stem) => format!("{number} {stem}ies"),
        None => format!("{number} {en}{}", one(amount != 1.0)),
    };
    Text::new(format!("{number} {fr}{}", one(amount >= 2.0)), en)
}
