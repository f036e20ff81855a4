//! The views: what is shown, in the words of both languages where the words are ours.

use crate::core::catalogue::is_default;
use crate::core::i18n::Text;
use crate::core::markdown::Document;
use serde::{Deserialize, Serialize};

/// A document: what it says of itself, and its operations by group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentsView {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
    /// The operations, by tag in the order of the document; those without tag last.
    pub groups: Vec<GroupView>,
}

/// Operations of one tag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupView {
    /// The tag, or the title it gives itself; empty for operations that have none.
    pub name: String,
    /// What the tag says of itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
    /// Its operations, in document order.
    pub operations: Vec<EntryView>,
}

/// An operation in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryView {
    /// Its name, unique in the document: what addresses say.
    pub id: String,
    /// Number of its file: its rank in the document, from 0.
    pub rank: usize,
    /// HTTP method.
    pub method: String,
    /// Path template.
    pub path: String,
    /// One line.
    #[serde(default, skip_serializing_if = "is_default")]
    pub summary: String,
    /// Whether it should no longer be used.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deprecated: bool,
    /// Names of its parameters and of the fields it takes and gives, each once, separated by spaces: what a filter
    /// looks into beside the rest.
    #[serde(default, skip_serializing_if = "is_default")]
    pub names: String,
}

/// One operation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationView {
    /// Its name, unique in the document.
    pub id: String,
    /// HTTP method.
    pub method: String,
    /// Path template.
    pub path: String,
    /// One line.
    #[serde(default, skip_serializing_if = "is_default")]
    pub summary: String,
    /// More.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
    /// Whether it should no longer be used.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deprecated: bool,
    /// Where it answers.
    pub servers: Vec<ServerView>,
    /// What a call must prove: one of these combinations; none when it need prove nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub security: Vec<Vec<SchemeView>>,
    /// Its parameters.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parameters: Vec<ParameterView>,
    /// The forms of its body; none when it takes none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body: Vec<MediaView>,
    /// Whether a call needs a body.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body_required: bool,
    /// Its answers.
    pub responses: Vec<ResponseView>,
    /// A call of it, as code.
    pub snippets: Vec<SnippetView>,
}

/// Where an API answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerView {
    /// Address, variables replaced by their defaults.
    pub url: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
}

/// One thing a call must prove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeView {
    /// Its name in the document.
    pub name: String,
    /// What it is, in words: « clé dans l’en-tête X-Api-Key ».
    pub kind: Text,
    /// Scopes needed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scopes: Vec<String>,
}

/// A parameter, or a header of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterView {
    /// `path`, `query`, `header`, `cookie`, `querystring`.
    pub location: String,
    /// What it is like; its name is that of the parameter.
    pub row: RowView,
}

/// One way a body may be written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaView {
    /// `application/json`.
    pub name: String,
    /// What the whole is like; `None` when the document does not say.
    #[serde(default, skip_serializing_if = "is_default")]
    pub schema: Option<RowView>,
    /// Examples, as they travel; one made from the schema where the document gives none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub examples: Vec<ExampleView>,
}

/// An example of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleView {
    /// What the document calls it; empty where it has one only.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// The text.
    pub text: String,
    /// Whether it was made from the schema: nobody wrote it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub made: bool,
}

/// One answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseView {
    /// `200`, `4XX`, `default`.
    pub status: String,
    /// What it means.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
    /// Its headers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub headers: Vec<ParameterView>,
    /// The forms of its body.
    #[serde(default, skip_serializing_if = "is_default")]
    pub content: Vec<MediaView>,
}

/// A place of a schema, and what is inside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Its name: that of a property as written, or words (« chaque élément »).
    pub label: Text,
    /// Whether the label is a name of the document rather than words of ours.
    #[serde(default, skip_serializing_if = "is_default")]
    pub named: bool,
    /// Its type in a few words: « texte · date · facultatif ».
    pub summary: Text,
    /// What the document says of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
    /// Whether it must be there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub required: bool,
    /// Whether it should no longer be used.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deprecated: bool,
    /// Whether it is the same as a place around it: it goes on without end.
    #[serde(default, skip_serializing_if = "is_default")]
    pub recursive: bool,
    /// Whether more is inside than is shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cut: bool,
    /// What is inside.
    #[serde(default, skip_serializing_if = "is_default")]
    pub children: Vec<RowView>,
}

/// A call, as code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnippetView {
    /// Stable name of the tool or language (`curl`).
    pub target: String,
    /// Its name for readers.
    pub label: String,
    /// The code.
    pub code: String,
}
