//! Values from the keywords that are about one type.

use super::format;
use super::maker::{Maker, Need};
use super::number::Numbers;
use super::text::Texts;
use crate::core::openapi::schema::compose::{Composed, SchemaType};
use crate::core::request::body::is_json;
use serde_json::Value;

impl<'a> Maker<'a, '_> {
    /// A value made from the keywords alone.
    pub(super) fn make(&mut self, composed: &Composed<'a>) -> Option<Value> {
        self.work = self.work.saturating_sub(1);
        let Some(kind) = kind(composed) else {
            return composed.nullable.then_some(Value::Null);
        };
        let format = composed.format.as_deref();
        Some(match kind {
            SchemaType::Boolean => {
                let is_true = self.number().is_multiple_of(2);
                self.share(2);
                Value::Bool(is_true)
            }
            SchemaType::Integer | SchemaType::Number => {
                let numbers = Numbers::new(&composed.range, kind == SchemaType::Integer, format);
                Value::Number(numbers.pick(self.number()))
            }
            SchemaType::String | SchemaType::File => {
                let text = match self.content(composed) {
                    Some(text) => text,
                    None => {
                        let hint = self.name.as_deref().and_then(format::of_property);
                        texts(composed, hint).pick(self.number())
                    }
                };
                let is_short = |least| (text.len() as u64) < least;
                self.cut |= composed.length.minimum.is_some_and(is_short);
                Value::String(text)
            }
            SchemaType::Array => Value::Array(self.list(composed)),
            SchemaType::Object => Value::Object(self.object(composed)),
        })
    }

    /// What a text holds, where the schema describes it and it is JSON.
    fn content(&mut self, composed: &Composed<'a>) -> Option<String> {
        let media_type = composed.content.media_type.as_deref()?;
        let schema = composed.content.schema.as_ref().filter(|_| is_json(media_type))?;
        let text = self.node(std::slice::from_ref(schema), Need::Optional)?.to_string();
        texts(composed, None).holds(&text).then_some(text)
    }
}

/// What a text must be. `hint`: the format it probably has when none is said.
pub(super) fn texts<'c>(composed: &'c Composed<'_>, hint: Option<&'c str>) -> Texts<'c> {
    let encoding = composed.content.encoding.as_deref().filter(|name| name.starts_with("base64"));
    let format = composed.format.as_deref().or(encoding.map(|_| "byte")).or(hint);
    Texts::new(composed.length, format, composed.patterns.iter().map(AsRef::as_ref).collect())
}

/// The type a sample has: the first one written that is allowed; nothing where only null is, or nothing at all.
fn kind(composed: &Composed<'_>) -> Option<SchemaType> {
    let types = composed.likely_types();
    let numeric = matches!(composed.format.as_deref(), Some("int32" | "int64" | "float" | "double"));
    let named = composed.parts.iter().filter_map(|part| part.value.get("type")?.as_array()).flatten();
    let first = named.filter_map(|name| {
        let known = SchemaType::ALL.into_iter().find(|(_, known)| name.as_str() == Some(*known));
        known.map(|(one, _)| one).filter(|one| types.has(*one))
    });
    let usual = if numeric { SchemaType::Number } else { SchemaType::String };
    let usual = [usual, SchemaType::Object, SchemaType::Number].into_iter().find(|one| types.has(*one));
    { first }.next().or_else(|| types.single()).or(usual).or_else(|| types.iter().next())
}
