//! The views: what is shown, in the words of both languages where the words are ours.

use crate::core::address::HttpUrl;
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
    /// More to read.
    #[serde(default, skip_serializing_if = "is_default")]
    pub external_docs: Option<ExternalDocsView>,
    /// The operations, by tag in the order of the document; then those without tag; then webhooks.
    pub groups: Vec<GroupView>,
    /// The documents of the same API, this one included; none where it is the only one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub documents: Vec<VersionView>,
}

/// More to read, elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalDocsView {
    /// Its address.
    pub url: HttpUrl,
    /// What it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
}

/// One document among those of an API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    /// Its rank among those of the API.
    pub rank: usize,
    /// What the catalogue, else the document, calls it.
    pub title: String,
    /// `info.version`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub version: String,
}

/// Operations of one tag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupView {
    /// The tag, or the title it gives itself; empty for operations that have none.
    pub name: String,
    /// Whether the API makes these calls itself: webhooks, which have no tags here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub webhooks: bool,
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
    /// Path template, or name of a webhook.
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
    /// What the document says of the body as a whole.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body_description: Document,
    /// Whether a call needs a body.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body_required: bool,
    /// Its answers.
    pub responses: Vec<ResponseView>,
    /// The calls that the API makes in turn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub callbacks: Vec<CallbackView>,
    /// More to read.
    #[serde(default, skip_serializing_if = "is_default")]
    pub external_docs: Option<ExternalDocsView>,
    /// A call of it, as code; none for calls that the API makes itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub snippets: Vec<SnippetView>,
    /// Whether it is only what a page shows at first: what is `awaited`, and the code, come with the whole.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_glance: bool,
}

/// One call that the API makes in turn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackView {
    /// Its name in the document.
    pub name: String,
    /// The call: its path is a runtime expression (`{$request.body#/url}`).
    pub operation: OperationView,
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
    /// Whether its examples are awaited.
    #[serde(default, skip_serializing_if = "is_default")]
    pub awaited: bool,
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
    /// What may be called next.
    #[serde(default, skip_serializing_if = "is_default")]
    pub links: Vec<LinkView>,
    /// Whether what it holds is awaited.
    #[serde(default, skip_serializing_if = "is_default")]
    pub awaited: bool,
}

impl ResponseView {
    /// Whether a page shows what it holds at first: those that say that all went well.
    pub fn opens_at_first(&self) -> bool {
        self.status.starts_with('2')
    }
}

/// What may be called with values of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    /// Its name.
    pub name: String,
    /// Which operation, as the document writes it.
    pub target: String,
    /// The name of that operation where it is one of this document.
    #[serde(default, skip_serializing_if = "is_default")]
    pub operation: Option<String>,
    /// What the document says of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Document,
    /// Parameters, and the value or runtime expression (`$response.body#/id`) of each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parameters: Vec<(String, String)>,
}

/// A place of a schema, and what is inside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowView {
    /// Its name: that of a property as written, or words (« chaque élément »).
    pub label: Text,
    /// Whether the label is a name of the document rather than words of ours.
    #[serde(default, skip_serializing_if = "is_default")]
    pub named: bool,
    /// What it adds to the anchor of the row above, where it has no name of its own: `-items`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub step: String,
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
    /// What the summary lacks, in sentences: « Seulement dans les réponses. »
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: Option<Text>,
    /// The values allowed, with what they mean, where the summary does not say it all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub values: Vec<(String, String)>,
    /// The value it has when nobody gives one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub default: String,
    /// A value it may have.
    #[serde(default, skip_serializing_if = "is_default")]
    pub example: String,
    /// Which form it is, among several that exclude each other.
    #[serde(default, skip_serializing_if = "is_default")]
    pub form: Option<FormView>,
    /// What is inside.
    #[serde(default, skip_serializing_if = "is_default")]
    pub children: Vec<RowView>,
    /// Where what is inside is awaited: how many rows, forms apart.
    #[serde(default, skip_serializing_if = "is_default")]
    pub awaited: Option<usize>,
}

impl RowView {
    /// Its name as the document writes it, where it has one.
    pub fn name(&self) -> &str {
        // Names are the same in every language.
        &self.label.en
    }
}

/// A form among several.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormView {
    /// Which group of forms, where the row above has several.
    pub group: usize,
    /// The property whose value chooses it, where there is one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub property: String,
    /// The values that choose it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub values: Vec<String>,
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
