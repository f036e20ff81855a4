//! [`Draft`]: what a person filled in for one operation. Plain data: kept, compared, shared.
//!
//! As JSON, defaults are left out, credentials never written, files are names without bytes.

use super::wire;
use crate::core::openapi::Parameter;
use crate::core::request::File;
use crate::core::request::style::Location;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a person filled in for one operation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Which server is called.
    #[serde(skip_serializing_if = "ServerChoice::is_default")]
    pub server: ServerChoice,
    /// Values of parameters. One that is absent is not sent; `null` and the empty text are values.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<ParameterKey, Value>,
    /// What is sent beside parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<DraftBody>,
    /// The media type asked for; all those of successful answers where nobody chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept: Option<String>,
    /// What proves who calls, by name of the security scheme.
    #[serde(skip)]
    pub credentials: BTreeMap<String, Given>,
}

/// Which parameter: names are unique in a location only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ParameterKey {
    /// Where it travels.
    pub location: Location,
    /// Its name in the document.
    pub name: String,
}

impl ParameterKey {
    /// The key of a parameter of an operation.
    pub fn of(parameter: &Parameter<'_>) -> Self {
        Self { location: parameter.location, name: parameter.name.to_owned() }
    }
}

/// Which server is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ServerChoice {
    /// One of the operation's servers.
    Listed {
        /// Its position; the first where there are fewer.
        #[serde(default)]
        index: usize,
        /// Values of its variables; the default of those that are absent.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        variables: BTreeMap<String, String>,
    },
    /// An address the person wrote.
    Other(String),
}

impl Default for ServerChoice {
    fn default() -> Self {
        Self::Listed { index: 0, variables: BTreeMap::new() }
    }
}

impl ServerChoice {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What is sent beside parameters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftBody {
    /// One of the media types described; the first that can hold the content where nobody chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// What the person filled in.
    pub content: Content,
}

/// What a person filled in for a body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// Text to be sent as it is.
    Text(String),
    /// A value, written in the media type.
    Value(Value),
    /// The fields of a form, in order.
    Fields(Vec<(String, Field)>),
    /// A file.
    File(#[serde(with = "wire::file")] File),
}

impl Draft {
    /// The files filled in, in order: their bytes travel apart, where they travel.
    pub fn files_mut(&mut self) -> Vec<&mut File> {
        match self.body.as_mut().map(|body| &mut body.content) {
            Some(Content::File(file)) => vec![file],
            Some(Content::Fields(fields)) => {
                let files = fields.iter_mut().filter_map(|(_, field)| match field {
                    Field::Files(files) => Some(files),
                    Field::Value(_) => None,
                });
                files.flatten().collect()
            }
            Some(Content::Text(_) | Content::Value(_)) | None => Vec::new(),
        }
    }
}

impl Content {
    /// Whether only a form or a binary body can hold it.
    pub(super) fn has_files(&self) -> bool {
        match self {
            Self::Fields(fields) => fields.iter().any(|(_, field)| matches!(field, Field::Files(_))),
            Self::Text(_) | Self::Value(_) | Self::File(_) => false,
        }
    }
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// A value.
    Value(Value),
    /// One file or several.
    Files(#[serde(with = "wire::files")] Vec<File>),
}

/// What proves who calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// A key, a token, or what follows the name of the scheme.
    Value(String),
    /// User name and password.
    Account {
        /// User name.
        user: String,
        /// Password.
        password: String,
    },
    /// A token that a server gave (RFC 6749 §5.1).
    Token {
        /// `token_type`; `Bearer` where it does not say.
        kind: Option<String>,
        /// `access_token`.
        token: String,
    },
}
