//! Changing a draft, one value at a time, by the address of its field: `/query/limit`, `/body/tags/0`.
//!
//! The addresses are those of the fields of a form and of the problems of a request. Never here: what a field may hold.

use super::draft::{Content, Draft, DraftBody, Field, ParameterKey};
use crate::core::pointer;
use crate::core::request::File;
use crate::core::request::style::Location;
use serde_json::{Map, Value};

/// What an address begins with.
enum Root {
    Parameter(ParameterKey),
    Body,
}

impl Draft {
    /// The value at `address`; `None` where nothing was filled in.
    pub fn value(&self, address: &str) -> Option<&Value> {
        let (root, rest) = split(address)?;
        let Root::Body = root else {
            let Root::Parameter(key) = root else { return None };
            return inside(self.parameters.get(&key)?, &rest);
        };
        match &self.body.as_ref()?.content {
            Content::Value(value) => inside(value, &rest),
            Content::Fields(fields) => {
                let (name, rest) = rest.split_first()?;
                match fields.iter().find(|(known, _)| known == name)? {
                    (_, Field::Value(value)) => inside(value, rest),
                    (_, Field::Files(_)) => None,
                }
            }
            Content::Text(_) | Content::File(_) => None,
        }
    }

    /// Puts `value` at `address`, or takes away what is there. Objects on the way are made; those it leaves empty go, but
    /// for whole bodies and items of lists. An item keeps its place: without value, it is null.
    pub fn set(&mut self, address: &str, value: Option<Value>) {
        let Some((root, rest)) = split(address) else { return };
        match root {
            Root::Parameter(key) => {
                let mut whole = self.parameters.remove(&key);
                put(&mut whole, &rest, value);
                if let Some(whole) = whole {
                    self.parameters.insert(key, whole);
                }
            }
            Root::Body => {
                let body = self.body.get_or_insert_with(|| DraftBody {
                    media_type: None,
                    content: Content::Value(Value::Object(Map::new())),
                });
                put_in_body(&mut body.content, &rest, value);
            }
        }
    }

    /// The files of a field of the body.
    pub fn files(&self, name: &str) -> &[File] {
        let Some(Content::Fields(fields)) = self.body.as_ref().map(|body| &body.content) else { return &[] };
        match fields.iter().find(|(known, _)| known == name) {
            Some((_, Field::Files(files))) => files,
            Some((_, Field::Value(_))) | None => &[],
        }
    }

    /// Gives a field of the body its files; takes it away where there are none.
    pub fn set_files(&mut self, name: &str, files: Vec<File>) {
        let Some(DraftBody { content: Content::Fields(fields), .. }) = &mut self.body else { return };
        fields.retain(|(known, _)| known != name);
        if !files.is_empty() {
            fields.push((name.to_owned(), Field::Files(files)));
        }
    }
}

fn split(address: &str) -> Option<(Root, Vec<String>)> {
    let mut tokens = pointer::tokens(address);
    let first = tokens.next()?;
    if first == "body" {
        return Some((Root::Body, tokens.collect()));
    }
    let location = Location::parse(&first)?;
    let name = tokens.next()?;
    Some((Root::Parameter(ParameterKey { location, name }), tokens.collect()))
}

fn inside<'v>(mut value: &'v Value, tokens: &[String]) -> Option<&'v Value> {
    for token in tokens {
        value = match value {
            Value::Array(items) => items.get(token.parse::<usize>().ok()?)?,
            other => other.get(token)?,
        };
    }
    Some(value)
}

fn put_in_body(content: &mut Content, tokens: &[String], value: Option<Value>) {
    if let (Content::Fields(fields), Some((name, rest))) = (&mut *content, tokens.split_first()) {
        let position = fields.iter().position(|(known, _)| known == name);
        let old = position.and_then(|position| match fields.get(position) {
            Some((_, Field::Value(value))) => Some(value.clone()),
            Some((_, Field::Files(_))) | None => None,
        });
        let mut new = old;
        put(&mut new, rest, value);
        match (position.and_then(|position| fields.get_mut(position)), new) {
            (Some((_, field)), Some(new)) => *field = Field::Value(new),
            (Some(_), None) => fields.retain(|(known, _)| known != name),
            (None, Some(new)) => fields.push((name.clone(), Field::Value(new))),
            (None, None) => {}
        }
        return;
    }
    let mut whole = match content {
        Content::Value(whole) => Some(std::mem::take(whole)),
        Content::Text(_) | Content::Fields(_) | Content::File(_) => None,
    };
    put(&mut whole, tokens, value);
    *content = Content::Value(whole.unwrap_or_else(|| Value::Object(Map::new())));
}

/// Puts `new` at `tokens` in `whole`.
fn put(whole: &mut Option<Value>, tokens: &[String], new: Option<Value>) {
    let Some((first, rest)) = tokens.split_first() else {
        *whole = new;
        return;
    };
    if let Some(Value::Array(items)) = whole {
        if let Some(item) = first.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
            let mut inside = Some(std::mem::take(item));
            put(&mut inside, rest, new);
            *item = inside.unwrap_or(if rest.is_empty() { Value::Null } else { Value::Object(Map::new()) });
        }
        return;
    }
    let mut members = match whole.take() {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    };
    let mut inside = members.get_mut(first).map(std::mem::take);
    put(&mut inside, rest, new);
    match inside {
        Some(inside) => drop(members.insert(first.clone(), inside)),
        None => drop(members.shift_remove(first)),
    }
    if !members.is_empty() {
        *whole = Some(Value::Object(members));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn draft(content: Content) -> Draft {
        Draft { body: Some(DraftBody { media_type: None, content }), ..Draft::default() }
    }

    #[test]
    fn values_go_where_their_address_says() {
        for (start, address, value, expect) in [
            (json!({}), "/body/a", Some(json!(1)), json!({"a": 1})),
            (json!({}), "/body/a/b", Some(json!("x")), json!({"a": {"b": "x"}})),
            (json!({"a": {"b": 1}}), "/body/a/b", None, json!({})),
            (json!({"a": {"b": 1, "c": 2}}), "/body/a/b", None, json!({"a": {"c": 2}})),
            (json!({"z": 0, "a": 1, "b": 2}), "/body/a", Some(json!(3)), json!({"z": 0, "a": 3, "b": 2})),
            (json!({"l": [1, 2]}), "/body/l/1", Some(json!(9)), json!({"l": [1, 9]})),
            (json!({"l": [1, 2]}), "/body/l/1", None, json!({"l": [1, null]})),
            (json!({"l": [{"a": 1}]}), "/body/l/0/a", None, json!({"l": [{}]})),
            (json!({"l": [1]}), "/body/l/7", Some(json!(9)), json!({"l": [1]})),
            (json!({"a~/b": 1}), "/body/a~0~1b", Some(json!(2)), json!({"a~/b": 2})),
            (json!("text"), "/body", Some(json!([1])), json!([1])),
            (json!("text"), "/body", None, json!({})),
            (json!({"a": 1}), "/nowhere/a", Some(json!(2)), json!({"a": 1})),
        ] {
            let mut draft = draft(Content::Value(start.clone()));
            draft.set(address, value.clone());
            assert_eq!(draft, self::draft(Content::Value(expect)), "{start} {address}");
            if address.starts_with("/body/") && !address.ends_with('7') {
                let left = draft.value(address).cloned().filter(|value| !value.is_null());
                assert_eq!(left, value, "{address}");
            }
        }
    }

    #[test]
    fn parameters_and_fields_of_forms_have_addresses_too() {
        let mut draft = Draft::default();
        draft.set("/query/filter/a", Some(json!(1)));
        draft.set("/header/q", Some(json!("")));
        assert_eq!(draft.value("/query/filter"), Some(&json!({"a": 1})));
        assert_eq!(draft.value("/header/q"), Some(&json!("")));
        draft.set("/query/filter/a", None);
        assert_eq!(draft.parameters.len(), 1);

        draft.body = Some(DraftBody { media_type: None, content: Content::Fields(Vec::new()) });
        draft.set("/body/b/c", Some(json!(1)));
        draft.set("/body/a", Some(json!(2)));
        draft.set_files("f", vec![File { name: "n".into(), ..File::default() }]);
        assert_eq!((draft.value("/body/b/c"), draft.files("f").len()), (Some(&json!(1)), 1));
        draft.set("/body/b/c", None);
        draft.set_files("f", Vec::new());
        let expected = Content::Fields(vec![("a".into(), Field::Value(json!(2)))]);
        assert_eq!(draft.body.as_ref().map(|body| &body.content), Some(&expected));
        draft.body = None;
        draft.set("/body/x", Some(json!(true)));
        assert_eq!(draft.value("/body/x"), Some(&json!(true)));
    }

    #[test]
    fn text_becomes_a_value_once_a_field_is_filled_in() {
        let mut draft = draft(Content::Text("{".into()));
        assert_eq!(draft.value("/body/a"), None);
        draft.set("/body/a", Some(json!(1)));
        assert_eq!(draft.value("/body"), Some(&json!({"a": 1})));
    }
}
