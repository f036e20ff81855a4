//! What the page asks and what it is told.

use super::response::{ResponseAnswer, ResponseQuestion};
use crate::core::call::{Draft, Given};
use crate::core::conformance::Deviation;
use crate::core::environment::Environment;
use crate::core::explorer::{ComparisonView, ContentsView, OperationView};
use crate::core::form::Form;
use crate::core::i18n::{Language, Text};
use crate::core::request::{Request, Secret};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What proves who calls, by name of the security scheme.
pub type Credentials = BTreeMap<String, Given>;

/// What the page asks. Some carry bytes beside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// Takes the bytes, JSON that the tool made of a document of the catalogue, as the document to explore.
    Take {
        /// Where they come from.
        url: String,
    },
    /// Reads the bytes as the document to explore.
    Read {
        /// Where they come from.
        url: String,
    },
    /// Reads the bytes as a document that another one refers to.
    Give {
        /// The address it was asked for by.
        url: String,
    },
    /// The list of operations.
    Contents {
        /// Language of the content.
        language: Language,
    },
    /// What a filter of operations looks into beside the list: the names of their parameters and fields.
    Names {
        /// The first of them, by its rank in the document.
        first: usize,
        /// How many.
        count: usize,
    },
    /// What a page shows of one operation at first; the answer is [`Answer::Operation`].
    Glance {
        /// Its name.
        operation: String,
        /// Language of the content.
        language: Language,
    },
    /// One operation, for readers.
    Operation {
        /// Its name.
        operation: String,
        /// Language of the content.
        language: Language,
    },
    /// Reads the bytes as an earlier version of the document to explore, and says what changed since.
    Compare {
        /// Where they come from.
        url: String,
    },
    /// The form of an operation.
    Form {
        /// Its name.
        operation: String,
    },
    /// What a draft makes, and what is wrong with it. Files need no content.
    Call {
        /// Name of the operation.
        operation: String,
        /// What was filled in.
        draft: Draft,
        /// What proves who calls, which drafts never write.
        credentials: Credentials,
        /// What gives the draft's variables their values.
        environment: Option<Environment>,
    },
    /// The call as code.
    Code {
        /// Name of the operation.
        operation: String,
        /// What was filled in.
        draft: Draft,
        /// What proves who calls, which drafts never write.
        credentials: Credentials,
        /// What gives the draft's variables their values.
        environment: Option<Environment>,
        /// Stable name of the tool or language.
        target: String,
    },
    /// The request to send; the bytes are the content of files, see [`super::packet::take_draft_files`].
    Prepare {
        /// Name of the operation.
        operation: String,
        /// What was filled in.
        draft: Draft,
        /// What proves who calls, which drafts never write.
        credentials: Credentials,
        /// What gives the draft's variables their values.
        environment: Option<Environment>,
    },
    /// An answer made from the document; its body is the bytes of the answer.
    Simulate {
        /// Name of the operation.
        operation: String,
        /// Which answer, as the document writes it: `200`, `4XX`, `default`. Any other text for one that says that all
        /// went well.
        status: String,
        /// Which of its media types; any other text for the easiest to read.
        media: String,
        /// The same number gives the same answer.
        seed: u64,
    },
    /// Holds an answer, whose body is the bytes, against its description.
    Check {
        /// Name of the operation.
        operation: String,
        /// Status.
        status: u16,
        /// `Content-Type`.
        content_type: String,
        /// Headers that can be read.
        headers: Vec<(String, String)>,
    },
    /// The draft that asks for another page, whose address an answer gave.
    Follow {
        /// Name of the operation.
        operation: String,
        /// What was filled in for the page before.
        draft: Draft,
        /// The address.
        address: String,
    },
    /// The calls that the links of an answer lead to; the bytes are its body, as far as it is worth reading.
    Lead {
        /// Name of the operation that was called.
        operation: String,
        /// What was filled in for it.
        draft: Draft,
        /// The address called.
        url: String,
        /// Status.
        status: u16,
        /// Headers that can be read.
        headers: Vec<(String, String)>,
    },
    /// Something about the answer of the last call; the bytes may be its body.
    Response(ResponseQuestion),
}

/// What the page is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// A document was read.
    Read(ReadView),
    /// The list of operations.
    Contents(Box<ContentsView>),
    /// Names of operations, from the first asked for; none beyond the last.
    Names(Vec<String>),
    /// One operation.
    Operation(Box<OperationView>),
    /// What changed since an earlier version.
    Compared(Box<ComparisonView>),
    /// Its form.
    Form(Box<Form>),
    /// What a draft makes.
    Call(Box<CallView>),
    /// Where the links of an answer lead.
    Led(Vec<LeadView>),
    /// A call as code.
    Code(String),
    /// A request to send; the content of its files is in the bytes, see [`super::packet::give_request_files`].
    Prepared {
        /// The request.
        request: Box<Request>,
        /// What is wrong with it.
        problems: Vec<Finding>,
        /// What the document says is secret in the draft ([`known`](crate::core::secret::known)).
        known: Vec<Secret>,
    },
    /// An answer that no server gave.
    Simulated(Box<Simulation>),
    /// What of an answer is not as described.
    Checked(Vec<Deviation>),
    /// The draft that asks for another page; none where the operation cannot ask for it.
    Followed(Option<Box<Draft>>),
    /// Something about the answer of the last call.
    Response(ResponseAnswer),
    /// Why there is no answer.
    Failed(Text),
}

/// What reading a document gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadView {
    /// What is wrong with it.
    pub problems: Vec<Finding>,
    /// How many more problems there are.
    pub more: usize,
    /// Addresses of other documents it refers to, which were not given yet.
    pub missing: Vec<String>,
}

/// What a draft makes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallView {
    /// HTTP method.
    pub method: String,
    /// The exact address, secrets included.
    pub url: String,
    /// Its headers, secrets included.
    pub headers: Vec<(String, String)>,
    /// The message as it will be sent; a variable stands for each secret.
    pub message: String,
    /// Whether the message is longer.
    pub is_cut: bool,
    /// The call for a terminal (cURL).
    pub code: String,
    /// What is wrong, each at the address of its field.
    pub problems: Vec<Finding>,
}

/// Where a link of an answer leads.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LeadView {
    /// Name of the link.
    pub name: String,
    /// Name of the operation, where it is one of the document.
    pub operation: Option<String>,
    /// Its method and path; where it is none, what the link says of it.
    pub line: String,
    /// What the link fills in.
    pub draft: Draft,
    /// Expressions that gave nothing.
    pub missing: Vec<String>,
}

/// An answer made from the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Simulation {
    /// What may be asked for.
    pub choices: Vec<SimulatedChoice>,
    /// Which of them it is.
    pub chosen: String,
    /// The media type of its body, as the document writes it; empty where it has none.
    pub media: String,
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: Vec<(String, String)>,
    /// Whether something was left out because there was too much.
    pub is_cut: bool,
}

/// An answer that the document describes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimulatedChoice {
    /// `200`, `4XX`, `default`.
    pub status: String,
    /// Its media types; none where it has no body.
    pub media: Vec<String>,
}

/// A problem, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable name of the rule.
    pub code: String,
    /// Whether the call or the document cannot be right with it.
    pub is_error: bool,
    /// JSON pointer: of the field, or in the document.
    pub address: String,
    /// Line in the document, from 1.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
    /// What is wrong.
    pub what: Text,
    /// How to mend it.
    pub mend: Text,
}
