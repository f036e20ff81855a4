//! [`example`]: a draft that shows how an operation is called, from the document's own examples.

use super::draft::{Content, Draft, DraftBody, Field, Given, ParameterKey};
use super::security::chosen;
use crate::core::openapi::schema::sample::{Direction, Options, Sampler, Variant, is_json};
use crate::core::openapi::{Document, Documents, MediaType, Operation, Parameter};
use crate::core::request::{File, variable_name};
use serde_json::Value;

/// Fills in what `draft` lacks of what the operation requires: values are those of the examples, else made from the
/// schemas; credentials are the names of variables.
pub fn example<'a>(operation: &Operation<'a>, draft: &Draft, documents: &'a dyn Documents) -> Draft {
    let mut filled = draft.clone();
    let mut samplers = Samplers { documents, made: Vec::new() };
    for parameter in operation.parameters.iter().filter(|parameter| parameter.required) {
        let key = ParameterKey::of(parameter);
        filled.parameters.entry(key).or_insert_with(|| samplers.parameter(parameter));
    }
    let body = operation.request_body.as_ref().filter(|body| body.required && filled.body.is_none());
    if let Some(media) = body.and_then(|body| body.content.first()) {
        filled.body = Some(DraftBody { media_type: Some(media.name.to_string()), content: samplers.content(media) });
    }
    for name in chosen(operation, &draft.credentials).map(|(_, lacking)| lacking).unwrap_or_default() {
        filled.credentials.insert(name.to_owned(), Given::Value(variable_name(name)));
    }
    filled
}

/// One sampler for each document: it looks through the whole of it once.
struct Samplers<'a> {
    documents: &'a dyn Documents,
    made: Vec<(*const Document, Sampler<'a>)>,
}

impl<'a> Samplers<'a> {
    fn of(&mut self, document: &'a Document) -> Option<&Sampler<'a>> {
        let key = std::ptr::from_ref(document);
        if !self.made.iter().any(|(known, _)| *known == key) {
            self.made.push((key, Sampler::new(document, self.documents)));
        }
        self.made.iter().find(|(known, _)| *known == key).map(|(_, sampler)| sampler)
    }

    fn parameter(&mut self, parameter: &Parameter<'a>) -> Value {
        let schema = parameter.schema.as_ref().or(parameter.content.as_ref().and_then(|media| media.schema.as_ref()));
        // Without a schema there is nothing to be right or wrong about.
        let sampler = schema.and_then(|schema| self.of(schema.document));
        sampler.map_or_else(|| Value::from(""), |sampler| sampler.sample_parameter(parameter, &options()).value)
    }

    fn content(&mut self, media: &MediaType<'a>) -> Content {
        let Some(sampler) = media.schema.as_ref().and_then(|schema| self.of(schema.document)) else {
            return Content::File(File::default());
        };
        if media.name.to_ascii_lowercase().starts_with("multipart/") {
            let sample = sampler.sample_media(media, &options()).value;
            let members = sample.as_object().into_iter().flatten();
            return Content::Fields(members.map(|(name, value)| (name.clone(), Field::Value(value.clone()))).collect());
        }
        if is_json(&media.name) {
            return Content::Text(sampler.sample_text(media, &options()).text);
        }
        Content::Value(sampler.sample_media(media, &options()).value)
    }
}

fn options() -> Options {
    Options { direction: Some(Direction::Request), variant: Variant::Minimal, ..Options::default() }
}
