//! Answers made from the document, for whoever cannot call: its own examples first, else values made from its schemas.
//!
//! Never here: saying that they are made, which whoever shows them does.

use super::message::{SimulatedChoice, Simulation};
use super::shelf::Shelf;
use crate::core::openapi::schema::sample::{Direction, Options, Sampler, is_json};
use crate::core::openapi::{Document, ExampleValue, Header, MediaType, Operation, Response, SchemaNode, Status};
use crate::core::request::style::scalar;
use serde_json::Value;

/// Longest value of a header, in characters: what is longer is no header.
const MOST_HEADER: usize = 200;
/// Most headers that are made, each from a schema.
const MOST_HEADERS: usize = 30;

/// The answer of `operation` for `status` in `media`, as the document writes both, and its body. Where the document has
/// no such answer, the first one that says that all went well.
pub(super) fn simulate(
    document: &Document,
    operation: &Operation<'_>,
    (status, media): (&str, &str),
    seed: u64,
    shelf: &Shelf,
) -> (Simulation, Vec<u8>) {
    let responses = &operation.responses;
    let choices = responses.iter().map(|response| SimulatedChoice {
        status: written(response.status),
        media: response.content.iter().map(|media| media.name.to_string()).collect(),
    });
    let mut simulation = Simulation { choices: choices.collect(), status: 200, ..Simulation::default() };
    let asked = responses.iter().find(|response| written(response.status) == status);
    let good = responses.iter().find(|response| response.status.is_success());
    let Some(response) = asked.or(good).or(responses.first()) else { return (simulation, Vec::new()) };
    simulation.chosen = written(response.status);
    simulation.status = code(response.status, good.is_some());
    let options = Options { direction: Some(Direction::Response), seed, ..Options::default() };
    simulation.headers = headers(document, response, &options, shelf);
    let is_bodiless = matches!(simulation.status, 100..=199 | 204 | 205 | 304) || operation.method == "HEAD";
    let named = response.content.iter().find(|one| one.name == media);
    let readable = response.content.iter().find(|one| is_json(&one.name));
    let Some(media) = named.or(readable).or(response.content.first()).filter(|_| !is_bodiless) else {
        return (simulation, Vec::new());
    };
    simulation.media = media.name.to_string();
    simulation.headers.insert(0, ("content-type".to_owned(), content_type(media)));
    let schema = media.schema.as_ref().or(media.item_schema.as_ref());
    let sample = sampler(document, schema, shelf).sample_text(media, &options);
    simulation.is_cut = sample.cut;
    (simulation, sample.text.into_bytes())
}

/// `200`, `2XX`, `default`.
fn written(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundreds) => format!("{hundreds}XX"),
        Status::Default => "default".to_owned(),
    }
}

/// A status that the answer is for. What is left over when all goes well is what goes wrong.
fn code(status: Status, has_success: bool) -> u16 {
    match status {
        Status::Code(code) => code,
        Status::Range(hundreds) => u16::from(hundreds) * 100,
        Status::Default if has_success => 500,
        Status::Default => 200,
    }
}

/// A schema is judged within its own document.
fn sampler<'a>(document: &'a Document, schema: Option<&SchemaNode<'a>>, shelf: &'a Shelf) -> Sampler<'a> {
    Sampler::new(schema.map_or(document, |schema| schema.document), shelf)
}

/// One media type, where the document names a family of them.
fn content_type(media: &MediaType<'_>) -> String {
    match media.name.as_ref() {
        "*/*" | "application/*" => "application/json".to_owned(),
        name => match name.strip_suffix("/*") {
            Some("text") => "text/plain".to_owned(),
            Some(_) => "application/octet-stream".to_owned(),
            None => name.to_owned(),
        },
    }
}

fn headers<'a>(
    document: &'a Document,
    response: &Response<'a>,
    options: &Options,
    shelf: &'a Shelf,
) -> Vec<(String, String)> {
    let described = response.headers.iter().filter(|header| !header.name.eq_ignore_ascii_case("content-type"));
    let made = described.take(MOST_HEADERS).filter_map(|header| {
        let value = header_value(document, header, options, shelf);
        (!value.is_empty() && value.chars().count() <= MOST_HEADER && !value.contains(['\r', '\n']))
            .then(|| (header.name.to_ascii_lowercase(), value))
    });
    made.collect()
}

fn header_value<'a>(document: &'a Document, header: &Header<'a>, options: &Options, shelf: &'a Shelf) -> String {
    let given = header.examples.iter().find_map(|example| match &example.value {
        ExampleValue::Data(value) => Some(value.clone().into_owned()),
        ExampleValue::Serialized(text) => Some(Value::from(*text)),
        ExampleValue::Address(_) => None,
    });
    let value = match (given, &header.content, &header.schema) {
        (Some(value), ..) => value,
        (None, Some(media), _) => sampler(document, media.schema.as_ref(), shelf).sample_media(media, options).value,
        (None, None, Some(schema)) => {
            sampler(document, Some(schema), shelf).sample(std::slice::from_ref(schema), options).value
        }
        (None, None, None) => return String::new(),
    };
    match &value {
        Value::Null => String::new(),
        Value::Array(items) => items.iter().map(scalar).collect::<Vec<_>>().join(", "),
        value => scalar(value),
    }
}
