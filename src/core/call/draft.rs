//! [`Draft`]: what a person filled in for one operation. Plain data: kept, compared, shared.

use crate::core::openapi::Parameter;
use crate::core::request::File;
use crate::core::request::style::Location;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a person filled in for one operation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Which server is called.
    pub server: ServerChoice,
    /// Values of parameters. One that is absent is not sent; `null` and the empty text are values.
    pub parameters: BTreeMap<ParameterKey, Value>,
    /// What is sent beside parameters.
    pub body: Option<DraftBody>,
    /// The media type asked for; all those of successful answers where nobody chose.
    pub accept: Option<String>,
    /// What proves who calls, by name of the security scheme.
    pub credentials: BTreeMap<String, Given>,
}

/// Which parameter: names are unique in a location only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServerChoice {
    /// One of the operation's servers.
    Listed {
        /// Its position; the first where there are fewer.
        index: usize,
        /// Values of its variables; the default of those that are absent.
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

/// What is sent beside parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftBody {
    /// One of the media types described; the first that can hold the content where nobody chose.
    pub media_type: Option<String>,
    /// What the person filled in.
    pub content: Content,
}

/// What a person filled in for a body.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text to be sent as it is.
    Text(String),
    /// A value, written in the media type.
    Value(Value),
    /// The fields of a form, in order.
    Fields(Vec<(String, Field)>),
    /// A file.
    File(File),
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
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// A value.
    Value(Value),
    /// One file or several.
    Files(Vec<File>),
}

/// What proves who calls.
#[derive(Debug, Clone, PartialEq, Eq)]
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
