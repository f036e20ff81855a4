//! The body of a call: the media type that holds what was filled in, and the words the document has for it.

use super::draft::{Content, DraftBody, Field};
use super::{composed, problem, structured};
use crate::core::openapi::schema::compose::{Composed, SchemaType, Types, compose};
use crate::core::openapi::schema::shape::{member, secrets, xml_shape};
use crate::core::openapi::{self, Documents, ExampleValue, MediaType, Operation, RequestBody, SchemaNode};
use crate::core::problem::Problem;
use crate::core::request::File;
use crate::core::request::base64;
use crate::core::request::body::{BodyInput, BodyValue, Encoding, FieldValue, Format};
use crate::core::request::style::scalar;
use serde_json::Value;

/// The body to write; `None` when nothing is sent.
pub(super) fn input<'a>(
    operation: &Operation<'a>,
    draft: Option<&DraftBody>,
    documents: &'a dyn Documents,
    problems: &mut Vec<Problem>,
) -> Option<BodyInput> {
    let described = operation.request_body.as_ref();
    let Some(draft) = draft else {
        problems.extend(described.filter(|body| body.required).map(|_| problem::missing_body()));
        return None;
    };
    let media = described.and_then(|body| choose(body, draft));
    let content_type = match (&draft.media_type, media) {
        (Some(asked), _) => asked.clone(),
        (None, Some(media)) => media.name.to_string(),
        (None, None) if draft.content.has_files() => "multipart/form-data".to_owned(),
        (None, None) => String::new(),
    };
    match (described, media) {
        (None, _) => problems.push(problem::undescribed_body()),
        (Some(body), None) => {
            let known: Vec<&str> = body.content.iter().map(|media| media.name.as_ref()).collect();
            problems.push(problem::undescribed_media_type(&content_type, &known.join(", ")));
        }
        (Some(_), Some(_)) => {}
    }
    let node = media.and_then(|media| media.schema.as_ref());
    let schema = composed(node, documents);
    let writer = Writer { format: Format::of(&content_type), schema: schema.as_ref(), documents };
    let value = writer.value(&draft.content);
    let sent = as_value(&value);
    let mut input = BodyInput::new(content_type, value);
    input.encoding = writer.encodings(media, &input.value);
    input.root_name = schema.as_ref().and_then(|schema| schema.name.clone());
    if let (Some(node), Some(sent)) = (node, &sent) {
        let is_xml = |encoding: &Encoding| encoding.content_type.as_deref().map(Format::of) == Some(Format::Xml);
        if writer.format == Format::Xml || input.encoding.iter().any(|(_, encoding)| is_xml(encoding)) {
            input.schema = Some(xml_shape(sent, std::slice::from_ref(node), documents));
        }
        input.secrets = secrets(sent, std::slice::from_ref(node), documents);
    }
    Some(input)
}

/// The media type described for what was filled in.
pub(super) fn choose<'b, 'a>(body: &'b RequestBody<'a>, draft: &DraftBody) -> Option<&'b MediaType<'a>> {
    let find = |fits: &dyn Fn(&MediaType<'a>) -> bool| body.content.iter().find(|media| fits(media));
    let first = body.content.first();
    match &draft.media_type {
        Some(asked) => {
            let asked = essence(asked);
            find(&|media| essence(&media.name) == asked).or_else(|| find(&|media| includes(&media.name, &asked)))
        }
        None if draft.content.has_files() => find(&|media| Format::of(&media.name) == Format::Multipart).or(first),
        None if matches!(draft.content, Content::File(_)) => {
            find(&|media| Format::of(&media.name) == Format::Other).or(first)
        }
        None => first,
    }
}

/// A media type without its parameters, in lower case.
fn essence(media: &str) -> String {
    media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether `range` (`image/*`) includes the media type `asked`.
fn includes(range: &str, asked: &str) -> bool {
    let range = essence(range);
    match range.split_once('*') {
        Some((start, "")) => start.is_empty() || range == "*/*" || asked.starts_with(start),
        Some((_, rest)) => rest == "/*",
        None => false,
    }
}

/// The values of a body, to look into; `None` for texts and files.
fn as_value(value: &BodyValue) -> Option<Value> {
    match value {
        BodyValue::Value(value) => Some(value.clone()),
        BodyValue::Fields(fields) => {
            let values = fields.iter().filter_map(|(name, field)| match field {
                FieldValue::Value(value) => Some((name.clone(), value.clone())),
                FieldValue::Files(_) | FieldValue::Base64(_) => None,
            });
            Some(Value::Object(values.collect()))
        }
        BodyValue::Text(_) | BodyValue::File(_) | BodyValue::Base64(_) => None,
    }
}

struct Writer<'s, 'a> {
    format: Format,
    schema: Option<&'s Composed<'a>>,
    documents: &'a dyn Documents,
}

impl<'a> Writer<'_, 'a> {
    fn value(&self, content: &Content) -> BodyValue {
        match content {
            Content::Text(text) => BodyValue::Text(text.clone()),
            Content::File(file) if self.schema.is_some_and(is_base64) => BodyValue::Base64(file.clone()),
            Content::File(file) => BodyValue::File(file.clone()),
            Content::Fields(fields) => {
                BodyValue::Fields(fields.iter().map(|(name, field)| (name.clone(), self.field(name, field))).collect())
            }
            Content::Value(Value::String(text)) if self.is_typed_text(text) => BodyValue::Text(text.clone()),
            Content::Value(value) => match structured(value, self.schema) {
                Value::Object(members) if self.is_form() => BodyValue::Fields(
                    members
                        .into_iter()
                        .map(|(name, value)| (name.clone(), self.field(&name, &Field::Value(value))))
                        .collect(),
                ),
                value => BodyValue::Value(value),
            },
        }
    }

    fn is_form(&self) -> bool {
        matches!(self.format, Format::UrlEncoded | Format::Multipart)
    }

    /// Whether a text is the body itself rather than a text in it: JSON that a person typed, XML, plain text.
    fn is_typed_text(&self, text: &str) -> bool {
        let types = self.schema.map_or(Types::ANY, Composed::likely_types);
        match self.format {
            Format::Json if types == Types::ANY => text.trim_start().starts_with(['{', '[']),
            Format::Json => !types.has(SchemaType::String),
            Format::UrlEncoded | Format::Multipart => false,
            Format::Xml => text.trim_start().starts_with('<'),
            Format::JsonLines | Format::JsonSequence | Format::Other => true,
        }
    }

    fn field(&self, name: &str, field: &Field) -> FieldValue {
        let schema = self.property(name);
        match field {
            Field::Value(value) => FieldValue::Value(structured(value, schema.as_ref())),
            Field::Files(files) => {
                let items = schema.as_ref().map(|schema| compose(schema.items.parts(), self.documents));
                let in_text = schema.as_ref().is_some_and(is_base64) || items.as_ref().is_some_and(is_base64);
                match files.as_slice() {
                    [file] if in_text => FieldValue::Base64(file.clone()),
                    files if in_text => FieldValue::Value(files.iter().map(text_of).collect()),
                    files => FieldValue::Files(files.to_vec()),
                }
            }
        }
    }

    fn property(&self, name: &str) -> Option<Composed<'a>> {
        let parts: Vec<SchemaNode<'a>> = member(self.schema?, name, self.documents);
        (!parts.is_empty()).then(|| compose(&parts, self.documents))
    }

    /// How each field is written: what the document says, else the type of what travels as Base64 (§Encoding Object).
    fn encodings(&self, media: Option<&MediaType<'a>>, value: &BodyValue) -> Vec<(String, Encoding)> {
        let BodyValue::Fields(fields) = value else { return Vec::new() };
        let described = media.map(|media| media.encoding.as_slice()).unwrap_or_default();
        let encoding = |name: &str| {
            let written = described.iter().find(|one| one.property == name);
            let mut encoding = written.map(|one| encoding(one, self.documents)).unwrap_or_default();
            if encoding.content_type.is_none() && self.property(name).as_ref().is_some_and(is_base64) {
                encoding.content_type = Some("application/octet-stream".to_owned());
            }
            encoding
        };
        fields.iter().map(|(name, _)| (name.clone(), encoding(name))).collect()
    }
}

fn encoding<'a>(written: &openapi::Encoding<'a>, documents: &'a dyn Documents) -> Encoding {
    let header = |header: &openapi::Header<'a>| {
        let schema = composed(header.schema.as_ref(), documents);
        let shown = header.examples.iter().find_map(|example| match &example.value {
            ExampleValue::Data(value) => Some(scalar(value)),
            ExampleValue::Serialized(text) => Some((*text).to_owned()),
            ExampleValue::Address(_) => None,
        });
        let fixed = schema.and_then(|schema| schema.constant.or(schema.default)).map(|value| scalar(&value));
        Some((header.name.to_owned(), fixed.or(shown)?))
    };
    Encoding {
        content_type: written.content_type.as_ref().map(ToString::to_string),
        headers: written.headers.iter().filter_map(header).collect(),
        style: written.style,
        explode: written.explode,
        allow_reserved: written.allow_reserved.unwrap_or_default(),
    }
}

/// Whether bytes travel as Base64 text (`format: byte` up to 3.0, `contentEncoding` since 3.1).
fn is_base64(schema: &Composed<'_>) -> bool {
    schema.format.as_deref() == Some("byte")
        || schema.content.encoding.as_deref().is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64"))
}

fn text_of(file: &File) -> Value {
    Value::String(base64::encode(&file.bytes))
}
