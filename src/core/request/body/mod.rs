//! The body of a request: what the person filled in, written in the chosen media type.
//!
//! Never here: choosing the media type, checking a value against its schema.

mod form;
mod multipart;
mod secret;
mod xml;

pub use multipart::encode_form;
pub(in crate::core::request) use multipart::{Chunk, boundary, chunks, quoted};
pub(super) use secret::secrets;
pub use xml::write_xml;

use super::message::{Body, File};
use super::style::{Style, scalar};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde_json::Value;

/// What goes into a body.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyInput {
    /// Media type of the description, which may be a range: `image/*`.
    pub content_type: String,
    /// What the person filled in.
    pub value: BodyValue,
    /// The schema, with `$ref` into itself only: XML needs it for its names.
    pub schema: Option<Value>,
    /// Name of the XML root when the schema gives none.
    pub root_name: Option<String>,
    /// `encoding` of the description: property and how it is written.
    pub encoding: Vec<(String, Encoding)>,
    /// Texts in the value that must not be shown (`format: password`), each with its name.
    pub secrets: Vec<(String, String)>,
}

impl BodyInput {
    /// A body without schema or encoding.
    pub fn new(content_type: impl Into<String>, value: BodyValue) -> Self {
        let (encoding, secrets) = (Vec::new(), Vec::new());
        Self { content_type: content_type.into(), value, schema: None, root_name: None, encoding, secrets }
    }

    /// How the property `name` is written.
    fn encoding_of(&self, name: &str) -> Encoding {
        let found = self.encoding.iter().find(|(other, _)| other == name);
        found.map(|(_, encoding)| encoding.clone()).unwrap_or_default()
    }

    /// The schema of the property `name`.
    fn property_schema(&self, name: &str) -> Value {
        let property = self.schema.as_ref().and_then(|schema| schema.get("properties")?.get(name));
        property.cloned().unwrap_or_default()
    }
}

/// What the person filled in.
#[derive(Debug, Clone, PartialEq)]
pub enum BodyValue {
    /// Text typed as it must be sent: kept to the byte.
    Text(String),
    /// A value, to be written in the media type.
    Value(Value),
    /// The fields of a form, in order.
    Fields(Vec<(String, FieldValue)>),
    /// A file, sent as it is.
    File(File),
    /// A file, sent as Base64 text (`contentEncoding: base64`).
    Base64(File),
}

/// The value of one field of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// A value.
    Value(Value),
    /// One file or several, each in its own part.
    Files(Vec<File>),
    /// A file, sent as Base64 text.
    Base64(File),
}

/// How one property of a form is written (`encoding` of OpenAPI).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Encoding {
    /// Media types, the first concrete one is used: `image/png, image/*`.
    pub content_type: Option<String>,
    /// Headers of the part, with their values.
    pub headers: Vec<(String, String)>,
    /// Style, when the description gives one.
    pub style: Option<Style>,
    /// Whether it explodes, when the description says.
    pub explode: Option<bool>,
    /// Whether reserved characters stay.
    pub allow_reserved: bool,
}

impl Encoding {
    /// Whether the description asks for a style rather than for a media type.
    fn is_styled(&self) -> bool {
        self.style.is_some() || self.explode.is_some() || self.allow_reserved
    }

    /// The first media type that is not a range.
    fn media_type(&self) -> Option<String> {
        let types = self.content_type.as_deref()?.split(',').map(str::trim);
        types.filter(|media| !media.contains('*') && !media.is_empty()).map(str::to_owned).next()
    }
}

/// What the media type asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `application/json`, `…+json`.
    Json,
    /// A JSON value per line.
    JsonLines,
    /// JSON values after record separators (RFC 7464).
    JsonSequence,
    /// `application/xml`, `text/xml`, `…+xml`.
    Xml,
    /// `application/x-www-form-urlencoded`.
    UrlEncoded,
    /// `multipart/…`.
    Multipart,
    /// Texts, images, ranges, anything else.
    Other,
}

impl Format {
    /// The format of a media type, whatever its parameters.
    pub fn of(content_type: &str) -> Self {
        let media = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match media.as_str() {
            "application/x-www-form-urlencoded" => Self::UrlEncoded,
            "application/jsonl" | "application/x-ndjson" | "application/ndjson" | "application/x-jsonlines" => {
                Self::JsonLines
            }
            "application/json-seq" => Self::JsonSequence,
            media if media.starts_with("multipart/") => Self::Multipart,
            media if media.ends_with("/json") || media.ends_with("+json") => Self::Json,
            media if media.ends_with("/xml") || media.ends_with("+xml") => Self::Xml,
            _ => Self::Other,
        }
    }
}

/// Where problems with the body are.
fn place() -> Place {
    Place::default().at_pointer("/body")
}

/// The body and its `Content-Type`; a multipart body has none, its boundary belongs to who sends it.
pub(super) fn write(input: &BodyInput) -> (Body, Option<String>, Vec<Problem>) {
    let mut problems = Vec::new();
    let format = Format::of(&input.content_type);
    let is_range = input.content_type.contains('*') || input.content_type.trim().is_empty();
    let media = |default: &str| Some(if is_range { default.to_owned() } else { input.content_type.clone() });
    let fields = match &input.value {
        BodyValue::Fields(fields) => Some(fields.clone()),
        BodyValue::Value(Value::Object(members)) => {
            Some(members.iter().map(|(name, value)| (name.clone(), FieldValue::Value(value.clone()))).collect())
        }
        _ => None,
    };
    let (body, media) = match (&input.value, format, fields) {
        (BodyValue::Text(text), _, _) => {
            if format == Format::Json {
                problems.extend(check_json(text));
            }
            (Body::Text(text.clone()), media("text/plain"))
        }
        (_, Format::UrlEncoded, Some(fields)) => {
            (Body::Text(form::write(input, &fields, &mut problems)), media("application/x-www-form-urlencoded"))
        }
        (_, Format::Multipart, Some(fields)) => {
            if !input.content_type.to_ascii_lowercase().starts_with("multipart/form-data") {
                problems.push(not_form_data(&input.content_type));
            }
            (Body::Form(multipart::parts(input, &fields, &mut problems)), None)
        }
        (BodyValue::File(file), _, _) => {
            let known = if file.media_type.is_empty() { "application/octet-stream" } else { &file.media_type };
            (Body::Bytes(file.clone()), media(known))
        }
        (BodyValue::Base64(file), _, _) => {
            (Body::Text(super::base64::encode(&file.bytes)), media("application/octet-stream"))
        }
        (BodyValue::Fields(fields), _, _) => {
            let value = Value::Object(form::as_members(fields));
            (Body::Text(text_of(&value, input, format, &mut problems)), media("application/json"))
        }
        (BodyValue::Value(value), _, _) => {
            if matches!(format, Format::UrlEncoded | Format::Multipart) {
                problems.push(not_a_form(&input.content_type));
            }
            (Body::Text(text_of(value, input, format, &mut problems)), media("application/json"))
        }
    };
    (body, media, problems)
}

/// The body as one text; a form with its parts one after the other.
pub fn text(input: &BodyInput) -> String {
    match write(input).0 {
        Body::None => String::new(),
        Body::Text(text) => text,
        Body::Bytes(file) => String::from_utf8_lossy(&file.bytes).into_owned(),
        Body::Form(parts) => String::from_utf8_lossy(&encode_form(&parts).1).into_owned(),
    }
}

/// Whether a value is written as JSON in this media type, which may be a range.
pub fn is_json(content_type: &str) -> bool {
    Format::of(content_type) == Format::Json || content_type.contains('*')
}

fn text_of(value: &Value, input: &BodyInput, format: Format, problems: &mut Vec<Problem>) -> String {
    let items = || value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    match format {
        Format::Xml => {
            let schema = input.schema.clone().unwrap_or_default();
            let (text, found) = write_xml(value, &schema, input.root_name.as_deref().unwrap_or("root"));
            problems.extend(found);
            text
        }
        Format::JsonLines => items().iter().map(|item| format!("{item}\n")).collect(),
        Format::JsonSequence => items().iter().map(|item| format!("\u{1e}{item}\n")).collect(),
        Format::Other if !input.content_type.contains('*') => scalar(value),
        _ => value.to_string(),
    }
}

fn check_json(text: &str) -> Option<Problem> {
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    let (line, column) = (error.line(), error.column());
    let what = Text::new(
        format!("Le corps n’est pas du JSON valide (ligne {line}, colonne {column})."),
        format!("The body is not valid JSON (line {line}, column {column})."),
    );
    let mend = Text::new(
        "Il est envoyé tel quel. Vérifiez les guillemets, les virgules et les accolades à cet endroit.",
        "It is sent as it is. Check quotes, commas and braces there.",
    );
    Some(Problem::warning("body-not-json", place(), what, mend))
}

fn not_a_form(content_type: &str) -> Problem {
    let what = Text::new(
        format!("«\u{202f}{content_type}\u{202f}» porte des champs nommés\u{202f}; la valeur donnée n’en a pas."),
        format!("`{content_type}` carries named fields; the value given has none."),
    );
    let mend = Text::new("Donnez un objet JSON, un membre par champ.", "Give a JSON object, a member for each field.");
    Problem::error("body-not-a-form", place(), what, mend)
}

fn not_form_data(content_type: &str) -> Problem {
    let what = Text::new(
        format!(
            "Un navigateur ne compose pas «\u{202f}{content_type}\u{202f}»\u{202f}: le corps est envoyé en multipart/form-data."
        ),
        format!("A browser does not compose `{content_type}`: the body is sent as multipart/form-data."),
    );
    let mend = Text::new(
        "Si le serveur le refuse, composez le corps à la main dans un fichier et envoyez ce fichier.",
        "If the server refuses it, compose the body by hand in a file and send that file.",
    );
    Problem::warning("multipart-not-form-data", place(), what, mend)
}

#[cfg(test)]
mod tests;
