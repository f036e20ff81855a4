//! A JSON value as the styles see it: a text, a list of texts, or named texts.
//!
//! RFC 6570 and OpenAPI know one level only; what is deeper becomes JSON, and says so.

use serde_json::Value;

/// The one-level shape of a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Flat {
    /// JSON `null`: what RFC 6570 calls undefined, yet chosen by the person.
    Null,
    /// A string, number or boolean.
    Text(String),
    /// The items of an array, without `null`.
    List(Vec<String>),
    /// The members of an object, without `null`.
    Members(Vec<(String, String)>),
}

/// What flattening could not keep.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Lost {
    /// An item or a member was `null`: left out (RFC 6570 §2.3).
    pub null: bool,
    /// An item or a member was an array or an object: written as JSON.
    pub nested: bool,
}

/// The shape of `value`, and what it could not keep.
pub(super) fn flatten(value: &Value) -> (Flat, Lost) {
    let mut lost = Lost::default();
    let mut text = |value: &Value| {
        lost.null |= value.is_null();
        lost.nested |= value.is_array() || value.is_object();
        (!value.is_null()).then(|| scalar(value))
    };
    let flat = match value {
        Value::Null => Flat::Null,
        Value::Array(items) => Flat::List(items.iter().filter_map(text).collect()),
        Value::Object(members) => Flat::Members(
            members.iter().filter_map(|(name, value)| text(value).map(|value| (name.clone(), value))).collect(),
        ),
        scalar_value => Flat::Text(scalar(scalar_value)),
    };
    (flat, lost)
}

/// A value as text: strings without quotes, anything else as compact JSON.
pub fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// JSON text with ASCII characters only, as many programs write it: also right in a header, where others have no agreed
/// encoding.
pub fn ascii_json(json: &str) -> String {
    let mut ascii = String::new();
    for character in json.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                ascii.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn null_members_go_and_nested_ones_become_json() {
        let (flat, lost) = flatten(&json!({"a": null, "b": [1, {"c": "é"}], "d": 1.5, "e": false}));
        let members = [("b", r#"[1,{"c":"é"}]"#), ("d", "1.5"), ("e", "false")];
        assert_eq!(flat, Flat::Members(members.map(|(name, value)| (name.to_owned(), value.to_owned())).into()));
        assert_eq!(lost, Lost { null: true, nested: true });
    }

    #[test]
    fn header_json_is_ascii() {
        assert_eq!(ascii_json(&json!(["é", "😀"]).to_string()), r#"["\u00e9","\ud83d\ude00"]"#);
    }
}
