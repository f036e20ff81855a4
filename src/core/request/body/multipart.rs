//! `multipart/form-data` bodies: the parts, and how they are laid out (RFC 7578, HTML standard).

use super::form::styled;
use super::{BodyInput, Encoding, FieldValue, Format};
use crate::core::address::percent_decode;
use crate::core::problem::Problem;
use crate::core::request::message::{File, Part, PartValue};
use crate::core::request::style::scalar;
use crate::core::request::{base64, headers};
use serde_json::Value;

/// The parts of a form: a list gives one part for each item, an object a JSON part.
pub(super) fn parts(input: &BodyInput, fields: &[(String, FieldValue)], problems: &mut Vec<Problem>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (name, field) in fields {
        let encoding = input.encoding_of(name);
        let mut headers = headers::Headers::default();
        for (header, value) in &encoding.headers {
            if !header.eq_ignore_ascii_case("content-type") && !header.eq_ignore_ascii_case("content-disposition") {
                let mut found = Vec::new();
                headers.add(header, value, &super::place(), &mut found);
                // What browsers forbid among the headers of a request, they allow in a part.
                problems.extend(found.into_iter().filter(|problem| problem.code != "header-forbidden-in-browsers"));
            }
        }
        let part = |value: PartValue, content_type: Option<String>| Part {
            name: name.clone(),
            value,
            content_type,
            headers: headers.list.clone(),
        };
        match field {
            FieldValue::Files(files) => {
                for file in files {
                    let media = Some(file.media_type.clone()).filter(|media| !media.is_empty());
                    let media = media.or_else(|| encoding.media_type());
                    let media = media.unwrap_or_else(|| "application/octet-stream".to_owned());
                    let name = if file.name.is_empty() { "file".to_owned() } else { file.name.clone() };
                    parts.push(part(PartValue::File(File { name, ..file.clone() }), Some(media)));
                }
            }
            FieldValue::Base64(file) => {
                parts.push(part(PartValue::Text(base64::encode(&file.bytes)), encoding.media_type()));
            }
            FieldValue::Value(value) if encoding.is_styled() => {
                for (styled_name, text) in styled(name, value, &encoding, problems) {
                    let text = PartValue::Text(percent_decode(&text));
                    parts.push(Part { name: percent_decode(&styled_name), ..part(text, None) });
                }
            }
            FieldValue::Value(Value::Array(items)) => {
                for item in items {
                    let (text, media) = text_part(item, &encoding, input, name, problems);
                    parts.push(part(PartValue::Text(text), media));
                }
            }
            FieldValue::Value(value) => {
                let (text, media) = text_part(value, &encoding, input, name, problems);
                parts.push(part(PartValue::Text(text), media));
            }
        }
    }
    parts
}

fn text_part(
    value: &Value,
    encoding: &Encoding,
    input: &BodyInput,
    name: &str,
    problems: &mut Vec<Problem>,
) -> (String, Option<String>) {
    let media = encoding.media_type();
    match media.as_deref().map(Format::of) {
        Some(Format::Json) => (value.to_string(), media),
        Some(Format::Xml) => {
            let (text, found) = super::write_xml(value, &input.property_schema(name), name);
            problems.extend(found);
            (text, media)
        }
        Some(_) => (scalar(value), media),
        None if value.is_object() || value.is_array() => (value.to_string(), Some("application/json".to_owned())),
        None if value.is_null() => (String::new(), None),
        None => (scalar(value), None),
    }
}

/// A run of a multipart body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::core::request) enum Chunk<'a> {
    /// Delimiters, headers and texts.
    Text(String),
    /// The content of a file.
    File(&'a File),
}

/// A boundary that appears in no part: the same parts always give the same one.
pub(in crate::core::request) fn boundary(parts: &[Part]) -> String {
    let holds = |needle: &str| {
        parts.iter().any(|part| match &part.value {
            PartValue::Text(text) => text.contains(needle),
            PartValue::File(file) => file.bytes.windows(needle.len()).any(|window| window == needle.as_bytes()),
        })
    };
    let mut boundary = "form-boundary".to_owned();
    let mut number = 1_u32;
    while holds(&boundary) {
        number += 1;
        boundary = format!("form-boundary-{number}");
    }
    boundary
}

/// The whole body, file contents apart.
pub(in crate::core::request) fn chunks<'a>(parts: &'a [Part], boundary: &str) -> Vec<Chunk<'a>> {
    let mut chunks = Vec::new();
    let mut text = String::new();
    for part in parts {
        text.push_str(&format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", quoted(&part.name)));
        if let PartValue::File(file) = &part.value {
            text.push_str(&format!("; filename=\"{}\"", quoted(&file.name)));
        }
        if let Some(media) = &part.content_type {
            text.push_str(&format!("\r\nContent-Type: {media}"));
        }
        for (name, value) in &part.headers {
            text.push_str(&format!("\r\n{name}: {value}"));
        }
        text.push_str("\r\n\r\n");
        match &part.value {
            PartValue::Text(value) => text.push_str(value),
            PartValue::File(file) => {
                chunks.push(Chunk::Text(std::mem::take(&mut text)));
                chunks.push(Chunk::File(file));
            }
        }
        text.push_str("\r\n");
    }
    text.push_str(&format!("--{boundary}--\r\n"));
    chunks.push(Chunk::Text(text));
    chunks
}

/// A whole form and its `Content-Type`: what is sent when the parts must arrive exactly as they are shown. A page
/// that leaves this to `FormData` has line breaks rewritten, and typed texts turned into files.
pub fn encode_form(parts: &[Part]) -> (String, Vec<u8>) {
    let boundary = boundary(parts);
    let mut bytes = Vec::new();
    for chunk in chunks(parts, &boundary) {
        match chunk {
            Chunk::Text(text) => bytes.extend_from_slice(text.as_bytes()),
            Chunk::File(file) => bytes.extend_from_slice(&file.bytes),
        }
    }
    (format!("multipart/form-data; boundary={boundary}"), bytes)
}

/// A name in a `Content-Disposition`, as browsers write it.
pub(in crate::core::request) fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
