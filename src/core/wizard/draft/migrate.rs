//! Drafts of older versions of the format.
//!
//! Version 1 is flat: `{"format", "version": 1, "id", "answers": {"title": "…", "themes": "a, b"}, "openapi": "…"}`.
//! Every answer is a text (lists are separated by commas, tables are lists of rows), nothing says where answers come
//! from, there is one document (a text, or its address), and there are no reviews. It is the first draft of the format,
//! which no release wrote; people may write it by hand, or by a program.

use crate::core::address::HttpUrl;
use crate::core::wizard::questions::{Question, Shape};
use serde_json::{Map, Value, json};

/// The draft of today's version that a file of version 1 is; what is wrong with it otherwise.
pub(super) fn from_1(mut file: Map<String, Value>) -> Result<Value, String> {
    let id = file.remove("id").unwrap_or_default();
    let mut answers = Map::new();
    let flat = match file.remove("answers") {
        Some(Value::Object(flat)) => flat,
        None => Map::new(),
        Some(_) => return Err("`answers`: an object is expected".to_owned()),
    };
    for (key, value) in flat {
        let question = Question::try_from(key.clone())?;
        let value = match (question.definition().kind.shape(), value) {
            (Shape::Words, Value::String(text)) => {
                text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(Value::from).collect()
            }
            (_, value) => value,
        };
        answers.insert(key, json!({"value": value, "origin": "typed"}));
    }
    let document = match file.remove("openapi") {
        None => None,
        Some(Value::String(text)) if HttpUrl::parse(text.trim()).is_some() => {
            Some(json!({"source": {"address": {"url": text}}}))
        }
        Some(Value::String(text)) => Some(json!({"source": {"text": {"text": text}}})),
        Some(_) => return Err("`openapi`: a text is expected".to_owned()),
    };
    let known = ["format", "version"];
    if let Some(key) = file.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("unknown key `{key}`"));
    }
    Ok(json!({"id": id, "answers": answers, "documents": document.into_iter().collect::<Vec<_>>()}))
}
