//! Samples written in a media type.

use super::walk::{described, item, member};
use super::{Options, Sample, Sampler};
use crate::core::openapi::model::{Example, ExampleValue, MediaType, Parameter, SchemaNode};
use crate::core::openapi::schema::compose::SchemaType;
use crate::core::openapi::schema::shape::xml_shape;
use crate::core::request::File;
use crate::core::request::body::{self, BodyInput, BodyValue, FieldValue};
use serde_json::{Map, Value};

pub use crate::core::request::body::is_json;

/// A sample as it travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleText {
    /// JSON, XML, a form… For parts that are files, their content is only told.
    pub text: String,
    /// Whether something was left out because there was too much.
    pub cut: bool,
}

impl<'a> Sampler<'a> {
    /// A value for `media`: an example that it gives, else one made from its schema.
    pub fn sample_media(&self, media: &MediaType<'a>, options: &Options) -> Sample {
        match example(&media.examples, media.value, options) {
            Some(ExampleValue::Data(value)) => Sample { value: value.clone().into_owned(), cut: false },
            Some(ExampleValue::Serialized(text)) => Sample { value: Value::from(*text), cut: false },
            _ => self.made(media, options),
        }
    }

    /// A value for `parameter`: an example that it gives, else one made from its schema.
    pub fn sample_parameter(&self, parameter: &Parameter<'a>, options: &Options) -> Sample {
        if let Some(media) = &parameter.content {
            return self.sample_media(media, options);
        }
        match example(&parameter.examples, Some(parameter.value), options) {
            Some(ExampleValue::Data(value)) => Sample { value: value.clone().into_owned(), cut: false },
            Some(ExampleValue::Serialized(text)) => Sample { value: Value::from(*text), cut: false },
            _ => self.named(parameter.schema.as_slice(), options, Some(parameter.name)),
        }
    }

    /// A sample for `media`, written in it.
    pub fn sample_text(&self, media: &MediaType<'a>, options: &Options) -> SampleText {
        let whole = |text: &str| SampleText { text: text.to_owned(), cut: false };
        let Sample { value, cut } = match example(&media.examples, media.value, options) {
            Some(ExampleValue::Serialized(text)) => return whole(text),
            Some(ExampleValue::Data(value)) => {
                // Examples of XML and the like are texts, and so are some of JSON.
                let is_text = |text: &str| !is_json(&media.name) || !self.is_string(media) && is_json_text(text);
                if let Some(text) = value.as_str().filter(|text| is_text(text)) {
                    return whole(text);
                }
                Sample { value: value.clone().into_owned(), cut: false }
            }
            _ => self.made(media, options),
        };
        SampleText { text: self.write(media, value), cut }
    }

    fn made(&self, media: &MediaType<'a>, options: &Options) -> Sample {
        match (&media.schema, &media.item_schema) {
            (Some(schema), _) => self.sample(std::slice::from_ref(schema), options),
            // A stream: one item shows what all are like.
            (None, Some(schema)) => {
                let Sample { value, cut } = self.sample(std::slice::from_ref(schema), options);
                Sample { value: Value::Array(vec![value]), cut }
            }
            (None, None) => Sample { value: Value::Object(Map::new()), cut: false },
        }
    }

    fn is_string(&self, media: &MediaType<'a>) -> bool {
        let composed = media.schema.as_ref().map(|schema| self.compose(std::slice::from_ref(schema)));
        composed.is_some_and(|composed| composed.types.has(SchemaType::String))
    }

    fn write(&self, media: &MediaType<'a>, value: Value) -> String {
        if is_json(&media.name) {
            // Laid out for people, who read and change it.
            return serde_json::to_string_pretty(&value).unwrap_or_else(|_| value.to_string());
        }
        let parts: &[SchemaNode<'a>] = media.schema.as_slice();
        let root_name = self.compose(parts).name.clone();
        let schema = Some(xml_shape(&value, parts, self.documents));
        let encoding = media.encoding.iter().map(|one| {
            let encoding = body::Encoding {
                content_type: one.content_type.as_ref().map(ToString::to_string),
                headers: Vec::new(),
                style: one.style,
                explode: one.explode,
                allow_reserved: one.allow_reserved.unwrap_or_default(),
            };
            (one.property.to_owned(), encoding)
        });
        let encoding = encoding.collect();
        let value = match value {
            Value::Object(members) if media.name.to_ascii_lowercase().starts_with("multipart/") => {
                BodyValue::Fields(self.fields(parts, members))
            }
            value => BodyValue::Value(value),
        };
        body::text(&BodyInput {
            content_type: media.name.to_string(),
            value,
            schema,
            root_name,
            encoding,
            secrets: Vec::new(),
        })
    }

    /// The fields of a form; those that are files have a name.
    fn fields(&self, parts: &[SchemaNode<'a>], members: Map<String, Value>) -> Vec<(String, FieldValue)> {
        let whole = Value::Object(members);
        let composed = described(self, parts, &whole);
        let members = whole.as_object().into_iter().flatten().map(|(name, value)| {
            let inner = self.compose(&member(&composed, name));
            let items = self.compose(&item(&inner, 0));
            let is_file = [&inner, &items].iter().any(|one| {
                one.format.as_deref() == Some("binary")
                    || one.types.single() == Some(SchemaType::File)
                    || (one.content.media_type.is_some() && one.content.encoding.is_none())
            });
            let file = |text: &str| File {
                name: "fichier".to_owned(),
                media_type: inner.content.media_type.as_deref().unwrap_or("application/octet-stream").to_owned(),
                bytes: text.as_bytes().to_vec(),
            };
            let texts: Vec<&str> = match value {
                Value::String(text) if is_file => vec![text],
                Value::Array(items) if is_file => items.iter().filter_map(Value::as_str).collect(),
                _ => Vec::new(),
            };
            let files: Vec<File> = texts.into_iter().map(file).collect();
            let field = if files.is_empty() { FieldValue::Value(value.clone()) } else { FieldValue::Files(files) };
            (name.clone(), field)
        });
        members.collect()
    }
}

/// The example that a part gives itself, chosen by the seed. Those of its schema are the business of the sample.
fn example<'m, 'a>(
    examples: &'m [Example<'a>],
    written: Option<&Value>,
    options: &Options,
) -> Option<&'m ExampleValue<'a>> {
    let keys = ["examples", "example", "x-examples", "x-example"];
    let has_own = written.is_none_or(|value| keys.iter().any(|key| value.get(key).is_some()));
    let shown = examples.iter().filter(|_| has_own).map(|example| &example.value);
    let shown: Vec<&ExampleValue<'a>> = shown.filter(|value| !matches!(value, ExampleValue::Address(_))).collect();
    let turn = usize::try_from(options.seed % 1_000_000).unwrap_or_default();
    shown.get(turn.checked_rem(shown.len())?).copied()
}

fn is_json_text(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
