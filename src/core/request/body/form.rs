//! `application/x-www-form-urlencoded` bodies.

use super::{BodyInput, Encoding, FieldValue, Format};
use crate::core::pointer;
use crate::core::problem::Problem;
use crate::core::request::base64;
use crate::core::request::percent::encode_form;
use crate::core::request::style::{Location, ParameterShape, Pieces, Style, scalar, serialise};
use serde_json::{Map, Value};

/// The fields, joined with `&`.
pub(super) fn write(input: &BodyInput, fields: &[(String, FieldValue)], problems: &mut Vec<Problem>) -> String {
    let mut pairs = Vec::new();
    for (name, field) in fields {
        let encoding = input.encoding_of(name);
        match field {
            FieldValue::Value(value) if encoding.is_styled() => {
                pairs.extend(styled(name, value, &encoding, problems).into_iter().map(|(n, v)| format!("{n}={v}")));
            }
            field => {
                for text in texts(field, &encoding, input, name, problems) {
                    pairs.push(format!("{}={}", encode_form(name), encode_form(&text)));
                }
            }
        }
    }
    pairs.join("&")
}

/// Names and values in the style of `encoding`, percent-encoded.
pub(super) fn styled(
    name: &str,
    value: &Value,
    encoding: &Encoding,
    problems: &mut Vec<Problem>,
) -> Vec<(String, String)> {
    let style = encoding.style.unwrap_or(Style::Form);
    let shape = ParameterShape {
        style,
        explode: encoding.explode.unwrap_or_else(|| style.explodes_by_default()),
        allow_reserved: encoding.allow_reserved,
        ..ParameterShape::new(name, Location::Query)
    };
    let (pieces, found) = serialise(&shape, Some(value));
    problems.extend(found.into_iter().map(|problem| {
        let place = super::place().at_pointer(pointer::child("/body", name));
        Problem { place, ..problem }
    }));
    match pieces {
        Pieces::Pairs(pairs) => pairs,
        Pieces::Absent | Pieces::Text(_) => Vec::new(),
    }
}

/// The texts of one field: one for each item of a list.
fn texts(
    field: &FieldValue,
    encoding: &Encoding,
    input: &BodyInput,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Vec<String> {
    let value = match field {
        // A text format carries bytes as Base64 only.
        FieldValue::Files(files) => return files.iter().map(|file| base64::encode(&file.bytes)).collect(),
        FieldValue::Base64(file) => return vec![base64::encode(&file.bytes)],
        FieldValue::Value(value) => value,
    };
    let format = encoding.media_type().map_or(Format::Other, |media| Format::of(&media));
    match (format, value) {
        (Format::Json, value) => vec![value.to_string()],
        (Format::Xml, value) => {
            let (text, found) = super::write_xml(value, &input.property_schema(name), name);
            problems.extend(found);
            vec![text]
        }
        (_, Value::Null) => vec![String::new()],
        (_, Value::Array(items)) => items.iter().filter(|item| !item.is_null()).map(scalar).collect(),
        (_, value) => vec![scalar(value)],
    }
}

/// The fields as the members of one JSON object, files as Base64.
pub(super) fn as_members(fields: &[(String, FieldValue)]) -> Map<String, Value> {
    let text = |bytes: &[u8]| Value::String(base64::encode(bytes));
    let value = |field: &FieldValue| match field {
        FieldValue::Value(value) => value.clone(),
        FieldValue::Base64(file) => text(&file.bytes),
        FieldValue::Files(files) => match files.as_slice() {
            [file] => text(&file.bytes),
            files => files.iter().map(|file| text(&file.bytes)).collect(),
        },
    };
    fields.iter().map(|(name, field)| (name.clone(), value(field))).collect()
}
