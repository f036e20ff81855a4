//! Where the secrets of a body stand once it is written.

use super::{BodyInput, xml};
use crate::core::request::message::{Body, PartValue, Secret, SecretPlace, variable_name};
use crate::core::request::percent::{self, Set};
use serde_json::Value;

/// The secrets of `input` as they stand in the body it was written to.
pub(in crate::core::request) fn secrets(input: &BodyInput, body: &Body) -> Vec<Secret> {
    let texts: Vec<&str> = match body {
        Body::Text(text) => vec![text],
        Body::Form(parts) => parts
            .iter()
            .filter_map(|part| match &part.value {
                PartValue::Text(text) => Some(text.as_str()),
                PartValue::File(_) => None,
            })
            .collect(),
        Body::None | Body::Bytes(_) => Vec::new(),
    };
    let mut found: Vec<Secret> = Vec::new();
    for (name, text) in input.secrets.iter().filter(|(_, text)| !text.is_empty()) {
        let json = Value::from(text.as_str()).to_string();
        let json = json.get(1..json.len() - 1).unwrap_or_default().to_owned();
        let (form, styled) = (percent::encode_form(text), percent::encode(text, Set::Unreserved));
        let written = [text.clone(), json, form, styled, xml::escape(text)];
        for value in written {
            let is_new = found.iter().all(|other| other.value != value);
            if is_new && texts.iter().any(|text| text.contains(&value)) {
                found.push(Secret { variable: variable_name(name), place: SecretPlace::Body, value });
            }
        }
    }
    found
}
