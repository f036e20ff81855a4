//! The form as data. Values are those of the document: hostile until the page writes them as text.

use crate::core::catalogue::is_default;
use crate::core::i18n::Text;
use crate::core::openapi::FlowKind;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// All that can be filled in to call an operation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Where it answers; the first is called unless the person chooses.
    pub servers: Vec<ServerForm>,
    /// The origins where these servers may answer, whatever values are chosen among those they are limited to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub origins: Vec<String>,
    /// Its parameters.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parameters: Vec<ParameterForm>,
    /// What it takes beside.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body: Option<BodyForm>,
    /// What proves who calls: one of these combinations.
    #[serde(default, skip_serializing_if = "is_default")]
    pub security: Vec<Vec<SchemeForm>>,
    /// Media types of successful answers, to choose from where there are several.
    #[serde(default, skip_serializing_if = "is_default")]
    pub accepted: Vec<String>,
}

/// A server.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ServerForm {
    /// Template of its address, as written.
    pub url: String,
    /// Address with the default of each variable, resolved against that of the document.
    pub address: String,
    /// What it is for, in its own words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: String,
    /// The variables of the template.
    #[serde(default, skip_serializing_if = "is_default")]
    pub variables: Vec<VariableForm>,
}

/// A variable of a server's address.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VariableForm {
    /// Its name.
    pub name: String,
    /// The value used when none is chosen.
    pub default: String,
    /// The values it may have; any when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub values: Vec<String>,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParameterForm {
    /// `path`, `query`, `header`, `cookie`, `querystring`.
    pub location: String,
    /// How it is filled in; its name is that of the parameter.
    pub field: FieldForm,
}

/// One value to fill in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldForm {
    /// Name of the parameter or property; empty for items of a list and for a whole body.
    pub name: String,
    /// What it is like, in a few words.
    pub summary: Text,
    /// What it means: the beginning of its description, without markup.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hint: String,
    /// Whether it must be there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub required: bool,
    /// Whether it should no longer be used.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deprecated: bool,
    /// What it is filled in with.
    pub control: Control,
    /// The value that counts when none is given (`default`).
    #[serde(default, skip_serializing_if = "is_default")]
    pub default: Option<Value>,
    /// A value the document gives as example.
    #[serde(default, skip_serializing_if = "is_default")]
    pub example: Option<Value>,
}

/// What a value is filled in with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Control {
    /// A text.
    Text {
        /// Which kind of text.
        kind: TextKind,
        /// `minLength`, in characters.
        #[serde(default, skip_serializing_if = "is_default")]
        shortest: Option<u64>,
        /// `maxLength`, in characters.
        #[serde(default, skip_serializing_if = "is_default")]
        longest: Option<u64>,
    },
    /// A number.
    Number {
        /// Whether it has no fraction.
        integer: bool,
    },
    /// Yes or no.
    Boolean,
    /// One of the values listed.
    Choice(Vec<Choice>),
    /// A list that grows.
    List {
        /// What each item is filled in with.
        item: Box<FieldForm>,
    },
    /// An object, property by property.
    Object {
        /// The properties described.
        fields: Vec<FieldForm>,
        /// What other properties are filled in with, where they are described or plainly allowed.
        #[serde(default, skip_serializing_if = "is_default")]
        others: Option<Box<FieldForm>>,
    },
    /// One form among several (`oneOf`, `anyOf`).
    Alternatives(Vec<FieldForm>),
    /// A file or several.
    File {
        /// Whether there may be several.
        several: bool,
    },
    /// Any value, typed as JSON.
    Json,
}

/// Which kind of text is typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextKind {
    /// Any.
    #[default]
    Line,
    /// Several lines.
    Lines,
    /// Not to be shown (`format: password`).
    Password,
    /// A day: `2026-11-26` (`format: date`).
    Date,
    /// A day and a time (`format: date-time`), RFC 3339.
    DateTime,
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
}

/// A value among those listed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The value.
    pub value: Value,
    /// What it is called or means; empty where the document does not say.
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
}

/// The body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BodyForm {
    /// Whether a call needs one.
    pub required: bool,
    /// The forms it may have.
    pub media: Vec<MediaForm>,
}

/// One form of a body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MediaForm {
    /// `application/json`, `image/*`…
    pub name: String,
    /// How it is filled in.
    pub kind: BodyKind,
    /// The field of the whole body.
    pub field: FieldForm,
}

/// How a body is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BodyKind {
    /// A value by form, or its JSON as text.
    Json,
    /// A value by form, or XML as text.
    Xml,
    /// The fields of a form (`multipart`, `x-www-form-urlencoded`).
    Fields,
    /// A text.
    Text,
    /// A file.
    File,
}

/// One thing that proves who calls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SchemeForm {
    /// Its name in the document.
    pub name: String,
    /// What it is, in words: « clé dans l’en-tête X-Api-Key ».
    pub kind: Text,
    /// How it is given.
    pub input: SchemeInput,
    /// What to know before giving it: what a page cannot do, who may see it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: Option<Text>,
    /// Scopes needed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scopes: Vec<String>,
}

/// How a person gives what proves who calls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SchemeInput {
    /// A key, a token, or what follows the name of the scheme.
    Value,
    /// User name and password.
    Account,
    /// A token asked from a server.
    Token(Vec<FlowForm>),
    /// A token asked from a server that describes itself at this address.
    Discovery(String),
    /// Nothing that a page can give, such as a certificate.
    Outside,
}

/// One way to get a token of OAuth 2 (RFC 6749).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FlowForm {
    /// Which way.
    pub kind: FlowKind,
    /// Where people agree.
    #[serde(default, skip_serializing_if = "is_default")]
    pub authorization_url: Option<String>,
    /// Where tokens are given.
    #[serde(default, skip_serializing_if = "is_default")]
    pub token_url: Option<String>,
    /// Where tokens are renewed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub refresh_url: Option<String>,
    /// Where a device asks for its code.
    #[serde(default, skip_serializing_if = "is_default")]
    pub device_authorization_url: Option<String>,
    /// Scopes that can be asked for, and what they allow.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scopes: Vec<(String, String)>,
}
