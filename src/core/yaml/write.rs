//! JSON values to YAML that people edit: block style, quotes only where YAML 1.2 would misread.
//!
//! `read(write(value)) == value` for every value, without a problem.

use super::scalar;
use serde_json::{Map, Value};

/// Longest list written on one line.
const FLOW_WIDTH: usize = 90;
/// A text longer than this that needs quotes reads better as a block.
const QUOTED_WIDTH: usize = 100;
/// Readers look no further than 1024 characters for the colon of a key (YAML 1.2 §7.4.2), unless `?` announces it.
const KEY_WIDTH: usize = 1_000;

/// Writes a value as one YAML document, with its trailing line break.
pub fn write(value: &Value) -> String {
    let mut out = String::new();
    match value {
        Value::Object(entries) if !entries.is_empty() => mapping(entries, 0, &mut out),
        Value::Array(items) if !items.is_empty() => sequence(items, 0, &mut out),
        Value::String(text) => {
            out.push_str(&quoted_or_plain(text));
            out.push('\n');
        }
        other => {
            out.push_str(&other.to_string());
            out.push('\n');
        }
    }
    out
}

fn mapping(entries: &Map<String, Value>, indentation: usize, out: &mut String) {
    for (index, (key, value)) in entries.iter().enumerate() {
        // The first key of an item stands after its dash.
        if index > 0 || !out.ends_with("- ") {
            indent(indentation, out);
        }
        let key = quoted_or_plain(key);
        if key.len() > KEY_WIDTH {
            out.push_str("? ");
            out.push_str(&key);
            out.push('\n');
            indent(indentation, out);
        } else {
            out.push_str(&key);
        }
        out.push(':');
        entry(value, indentation, out);
    }
}

/// What follows `key:`.
fn entry(value: &Value, indentation: usize, out: &mut String) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            out.push('\n');
            mapping(entries, indentation + 2, out);
        }
        Value::Array(items) if !items.is_empty() => match flow(items) {
            Some(line) => {
                out.push(' ');
                out.push_str(&line);
                out.push('\n');
            }
            None => {
                out.push('\n');
                sequence(items, indentation + 2, out);
            }
        },
        scalar => {
            out.push(' ');
            scalar_line(scalar, indentation, out);
        }
    }
}

fn sequence(items: &[Value], indentation: usize, out: &mut String) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 || !out.ends_with("- ") {
            indent(indentation, out);
        }
        out.push_str("- ");
        match item {
            Value::Object(entries) if !entries.is_empty() => mapping(entries, indentation + 2, out),
            Value::Array(items) if !items.is_empty() => sequence(items, indentation + 2, out),
            scalar => scalar_line(scalar, indentation, out),
        }
    }
}

/// A scalar or an empty collection, to the end of its line.
fn scalar_line(value: &Value, indentation: usize, out: &mut String) {
    match value {
        Value::String(text) if is_block(text) => block(text, indentation + 2, out),
        Value::String(text) => {
            out.push_str(&quoted_or_plain(text));
            out.push('\n');
        }
        other => {
            out.push_str(&other.to_string());
            out.push('\n');
        }
    }
}

fn indent(indentation: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indentation));
}

/// `[a, b]`, when every item is a short word.
fn flow(items: &[Value]) -> Option<String> {
    let words: Vec<String> = items
        .iter()
        .map(|item| match item {
            Value::String(text) if is_plain_in_flow(text) => Some(text.clone()),
            Value::Number(_) | Value::Bool(_) => Some(item.to_string()),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let line = format!("[{}]", words.join(", "));
    (line.chars().count() <= FLOW_WIDTH).then_some(line)
}

/// Whether a text reads best, and comes back the same, as a block of lines.
fn is_block(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let odd = |character: char| (is_special(character) && character != '\n') || character == '\t';
    (text.trim_end_matches('\n').contains('\n') || (text.chars().count() > QUOTED_WIDTH && !is_plain(text)))
        && !text.ends_with("\n\n")
        && !first.is_empty()
        && !first.starts_with(' ')
        && !text.chars().any(odd)
}

fn block(text: &str, indentation: usize, out: &mut String) {
    out.push_str(if text.ends_with('\n') { "|\n" } else { "|-\n" });
    for line in text.trim_end_matches('\n').split('\n') {
        if !line.is_empty() {
            indent(indentation, out);
            out.push_str(line);
        }
        out.push('\n');
    }
}

fn quoted_or_plain(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Whether YAML reads a text without quotes as the same text.
fn is_plain(text: &str) -> bool {
    let starts_badly = |first: char| "-?:,[]{}#&*!|>'\"%@`=<".contains(first);
    text.chars().next().is_some_and(|first| !starts_badly(first))
        && text.trim() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.starts_with("...")
        && !text.chars().any(is_special)
        && scalar::resolve(text).is_string()
}

/// Whether `text` needs no quotes between brackets. The parser refuses a last `-` there after a space, YAML does not.
fn is_plain_in_flow(text: &str) -> bool {
    is_plain(text) && !text.contains([',', '[', ']', '{', '}']) && !text.ends_with(" -")
}

/// Characters that YAML refuses, folds or takes for a line break, and those nobody sees.
fn is_special(character: char) -> bool {
    character.is_control() || matches!(character, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            special if is_special(special) => out.push_str(&format!("\\u{:04x}", u32::from(special))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::yaml::read;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn writes_what_people_would_write() {
        let value = json!({
            "title": "API Géo : communes",
            "themes": ["geographie", "transport"],
            "access": {"kind": "open", "audiences": [{"who": ["individual"], "text": "Une phrase.\n\n- un point\n"}]},
            "contact": {},
            "versions": ["1.0", "non", "no", "2024-01-01", 3.5, true, null],
            "note": "ligne 1\nligne 2",
        });
        let expected = "title: \"API Géo : communes\"
themes: [geographie, transport]
access:
  kind: open
  audiences:
    - who: [individual]
      text: |
        Une phrase.

        - un point
contact: {}
versions:
  - \"1.0\"
  - non
  - no
  - 2024-01-01
  - 3.5
  - true
  - null
note: |-
  ligne 1
  ligne 2
";
        assert_eq!(write(&value), expected);
    }

    #[test]
    fn quotes_what_yaml_would_misread() {
        for text in [
            "",
            " a",
            "a ",
            "true",
            "Null",
            "~",
            "12",
            "1e3",
            "0x1f",
            ".5",
            "a: b",
            "a #b",
            "a:",
            "- a",
            "? a",
            "#a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'a'",
            "\"a\"",
            "%a",
            "@a",
            "`a`",
            "[a",
            "{a",
            "a\u{7}b",
            "a\tb",
            "---",
            "...",
            "<<",
            "=",
            "\u{feff}a",
            "a\u{2028}b",
            "a\r\nb",
            "\n",
            "\n\n",
            " a\nb",
            "a\n\n",
            "a\n b\n",
            "a\n\tb",
            "a -",
            "a - b-",
        ] {
            let value = json!({"k": text, "l": [text], (text): 1});
            let written = write(&value);
            let (yaml, problems) = read(&written, "f");
            assert_eq!((yaml.value, problems), (value, Vec::new()), "{written}");
        }
        for width in [998, 1_000, 1_001, 1_024, 5_000] {
            for key in ["k".repeat(width), "\u{17}".repeat(width)] {
                let value = json!({ "a": 1, (&key): { (&key): [{ (&key): [1, {"b": "x\ny"}], "c": [] }] } });
                let (yaml, problems) = read(&write(&value), "f");
                assert_eq!((yaml.value, problems), (value, Vec::new()), "{width}");
            }
        }
        let long = "un deux : ".repeat(12) + "trois";
        assert_eq!(write(&json!({"a": long})), format!("a: |-\n  {long}\n"));
        assert_eq!(write(&json!({"a": "l’eau, l'air (x) [y] — 50 % ?"})), "a: l’eau, l'air (x) [y] — 50 % ?\n");
    }

    fn values() -> impl Strategy<Value = Value> {
        let text = prop_oneof![
            ".{0,12}",
            "[a-c:# \n]{100,104}",
            r#"([a-c]|[-:#?!&*|>%@`'",{}\[\] ]|: |\n|\r\n|\t|---|\\|é|\u{a0}|\u{85}|\u{200b}|\u{feff}|[0-9]|true|~){0,12}"#,
        ];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            prop::num::f64::NORMAL.prop_map(Value::from),
            text.clone().prop_map(Value::from),
        ];
        leaf.prop_recursive(5, 60, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec((text.clone(), inner), 0..5)
                    .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn comes_back_the_same(value in values()) {
            let written = write(&value);
            let (yaml, problems) = read(&written, "f");
            prop_assert!(problems.is_empty(), "{written}\n{problems:?}");
            prop_assert_eq!(yaml.value, value, "{}", written);
        }
    }
}
