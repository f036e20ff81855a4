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

/// A text between the quotes of each language, cut when long.
pub(crate) fn quoted(text: &str) -> Text {
    let text = cut(text);
    Text::new(format!("«\u{202f}{text}\u{202f}»"), format!("“{text}”"))
}

/// A value, as short as possible.
pub(crate) fn value(value: &Value) -> Text {
    let same = |text: &str| Text::new(text, text);
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) if items.is_empty() => same("[]"),
        Value::Array(_) => same("[…]"),
        Value::Object(members) if members.is_empty() => same("{}"),
        Value::Object(_) => same("{…}"),
        scalar => same(&scalar.to_string()),
    }
}

/// Values one after the other.
pub(crate) fn list<'a>(values: impl IntoIterator<Item = &'a Value>) -> Text {
    let mut shown: Vec<Text> = values.into_iter().take(MOST + 1).map(value).collect();
    if shown.len() > MOST {
        shown.truncate(MOST);
        shown.push(Text::new("…", "…"));
    }
    let join = |language: fn(&Text) -> &str| shown.iter().map(language).collect::<Vec<_>>().join(", ");
    Text::new(join(|text| &text.fr), join(|text| &text.en))
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_language_has_its_quotes() {
        let long = "é".repeat(100);
        for (written, fr, en) in [
            (json!("a"), "«\u{202f}a\u{202f}»", "“a”"),
            (json!(""), "«\u{202f}\u{202f}»", "“”"),
            (json!(1.5), "1.5", "1.5"),
            (json!(null), "null", "null"),
            (json!([]), "[]", "[]"),
            (json!(["a"]), "[…]", "[…]"),
            (json!({}), "{}", "{}"),
            (json!({"a": 1}), "{…}", "{…}"),
        ] {
            assert_eq!(value(&written), Text::new(fr, en), "{written}");
        }
        assert_eq!(quoted(&long).en, format!("“{}…”", "é".repeat(LONGEST)));
    }

    #[test]
    fn lists_are_joined_and_cut() {
        let all: Vec<Value> = (0..100).map(Value::from).collect();
        assert_eq!(list(&all).fr, "0, 1, 2, 3, 4, 5, 6, 7, …");
        assert_eq!(list(&[json!("a"), json!(1)]), Text::new("«\u{202f}a\u{202f}», 1", "“a”, 1"));
        assert_eq!(list(&[]), Text::new("", ""));
    }
}
