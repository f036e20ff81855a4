//! [`answer`]: what of an answer is not as the document says.

use super::MOST;
use crate::core::i18n::Text;
use crate::core::openapi::schema::check::Schemas;
use crate::core::openapi::{Document, Documents, MediaType, Operation, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// An answer, as far as it is held against the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received<'r> {
    /// Status.
    pub status: u16,
    /// `Content-Type`; empty when there is none.
    pub content_type: &'r str,
    /// The headers a page may read. Others may have come.
    pub headers: &'r [(String, String)],
    /// The body.
    pub body: &'r [u8],
}

/// One thing that is not as the document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deviation {
    /// Where in the body: a JSON pointer; `None` for the answer as a whole.
    pub instance: Option<String>,
    /// Where in the document: a JSON pointer.
    pub schema: String,
    /// What is not as it says.
    pub message: Text,
}

/// What of `received` is not as `operation` says; nothing when all is, as far as it is described.
pub fn answer<'a>(
    operation: &Operation<'a>,
    received: &Received<'_>,
    document: &'a Document,
    documents: &'a dyn Documents,
) -> Vec<Deviation> {
    let Some(response) = operation.response(received.status) else {
        return vec![undescribed_status(operation, received.status)];
    };
    if response.content.is_empty() || received.body.is_empty() {
        return body_or_none(response, received);
    }
    let Some(media) = media(&response.content, received.content_type) else {
        return vec![undescribed_media(response, received.content_type)];
    };
    let is_json = crate::core::request::body::is_json(received.content_type);
    let Some(schema) = media.schema.as_ref().filter(|_| is_json) else { return Vec::new() };
    let value: Value = match serde_json::from_slice(received.body) {
        Ok(value) => value,
        Err(error) => return vec![not_json(&response.pointer, &error)],
    };
    let failures = Schemas::of(document, documents).with_formats().check_node(schema, &value);
    let deviation = |failure: crate::core::openapi::schema::check::Failure| Deviation {
        instance: Some(failure.instance),
        schema: failure.schema,
        message: failure.message,
    };
    failures.into_iter().take(MOST).map(deviation).collect()
}

/// The media type described for `content_type`: the same, else the nearest range.
fn media<'o, 'a>(content: &'o [MediaType<'a>], content_type: &str) -> Option<&'o MediaType<'a>> {
    let essence = |media: &str| media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let sent = essence(content_type);
    let group = format!("{}/*", sent.split('/').next().unwrap_or_default());
    [sent.as_str(), &group, "*/*"]
        .into_iter()
        .find_map(|name| content.iter().find(|media| essence(&media.name) == name))
}

fn body_or_none(response: &Response<'_>, received: &Received<'_>) -> Vec<Deviation> {
    let message = match (response.content.is_empty(), received.body.is_empty()) {
        (false, true) if received.status != 304 => Text::new(
            "La réponse est vide, le document décrit un corps.",
            "The answer is empty, the document describes a body.",
        ),
        (true, false) if response.value.get("content").is_some() || response.value.get("schema").is_some() => {
            return Vec::new();
        }
        (true, false) => Text::new(
            "La réponse a un corps, le document n’en décrit pas.",
            "The answer has a body, the document describes none.",
        ),
        (_, true) => return Vec::new(),
        (false, false) => return Vec::new(),
    };
    vec![Deviation { instance: None, schema: response.pointer.clone(), message }]
}

fn undescribed_status(operation: &Operation<'_>, status: u16) -> Deviation {
    let message =
        Text::new(format!("Le statut {status} n’est pas décrit."), format!("Status {status} is not described."));
    Deviation { instance: None, schema: format!("{}/responses", operation.pointer), message }
}

fn undescribed_media(response: &Response<'_>, content_type: &str) -> Deviation {
    let known: Vec<&str> = response.content.iter().map(|media| media.name.as_ref()).collect();
    let known = known.join(", ");
    let message = match content_type {
        "" => Text::new(
            format!("La réponse n’a pas de Content-Type\u{202f}; le document décrit {known}."),
            format!("The answer has no Content-Type; the document describes {known}."),
        ),
        other => Text::new(
            format!("La réponse est en {other}\u{202f}; le document décrit {known}."),
            format!("The answer is in {other}; the document describes {known}."),
        ),
    };
    Deviation { instance: None, schema: format!("{}/content", response.pointer), message }
}

fn not_json(pointer: &str, error: &serde_json::Error) -> Deviation {
    let (line, column) = (error.line(), error.column());
    let message = Text::new(
        format!("La réponse n’est pas du JSON valide (ligne {line}, colonne {column})."),
        format!("The answer is not valid JSON (line {line}, column {column})."),
    );
    Deviation { instance: None, schema: pointer.to_owned(), message }
}
