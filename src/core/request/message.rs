//! [`Request`]: the one value that is sent by the browser and shown in every snippet.
//!
//! Everything in it is final: encoded, joined, in order. Never here: how it was built, how it is shown.

use serde::{Deserialize, Serialize};

/// A request, ready to be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// `GET`, `POST`… as it is sent.
    pub method: String,
    /// Absolute address, percent-encoded, without fragment.
    pub url: String,
    /// Names and values, each name once. A form has no `Content-Type` here: its boundary belongs to who sends it.
    pub headers: Vec<(String, String)>,
    /// What follows the headers.
    pub body: Body,
    /// The values that must not be shown or copied by accident.
    pub secrets: Vec<Secret>,
}

impl Request {
    /// The value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// What follows the headers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// Nothing, not even a length.
    #[default]
    None,
    /// Text, sent as UTF-8.
    Text(String),
    /// Bytes, from a file or not.
    Bytes(File),
    /// `multipart/form-data`.
    Form(Vec<Part>),
}

/// Bytes with the name and type of the file they come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Name of the file; empty when the bytes come from elsewhere.
    pub name: String,
    /// Media type the browser or the person gave; empty when unknown.
    pub media_type: String,
    /// The content. Not written with the rest: it travels beside (`core/session/packet`).
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// One part of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Name of the field.
    pub name: String,
    /// Its content.
    pub value: PartValue,
    /// Its `Content-Type`, when it has one.
    pub content_type: Option<String>,
    /// Its other headers.
    pub headers: Vec<(String, String)>,
}

/// The content of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartValue {
    /// Text, sent as UTF-8.
    Text(String),
    /// A file, sent with its name.
    File(File),
}

/// A value to keep out of what is shown: snippets replace it by a variable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret {
    /// Name of the environment variable: `API_KEY`.
    pub variable: String,
    /// Where the value stands.
    pub place: SecretPlace,
    /// The value as it stands there (percent-encoded in an address, Base64 in `Basic`).
    pub value: String,
}

/// Where a secret stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SecretPlace {
    /// In the path or the query of the address.
    Url,
    /// In the header of this name.
    Header(String),
    /// In a text of the body.
    Body,
}

/// The name of an environment variable made from `name`: `api-key` gives `API_KEY`.
pub fn variable_name(name: &str) -> String {
    let mut variable = String::new();
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            variable.push(character.to_ascii_uppercase());
        } else if !variable.is_empty() && !variable.ends_with('_') {
            variable.push('_');
        }
    }
    let variable = variable.trim_end_matches('_');
    match variable.chars().next() {
        None => "SECRET".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("SECRET_{variable}"),
        Some(_) => variable.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::variable_name;

    #[test]
    fn variables_are_names_in_every_shell() {
        for (name, expect) in [
            ("api-key", "API_KEY"),
            ("Clé d’accès", "CL_D_ACC_S"),
            ("2legged", "SECRET_2LEGGED"),
            ("", "SECRET"),
            ("é", "SECRET"),
            ("__x__", "X"),
        ] {
            assert_eq!(variable_name(name), expect, "{name}");
        }
    }
}
