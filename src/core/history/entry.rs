//! [`Entry`]: one call as it is kept, made from the request and the answer.
//!
//! Never here: what is done with it.

use crate::core::call::Draft;
use crate::core::request::{Body, PartValue, Request, Secret, variable_name};
use crate::core::secret::{Redactor, is_secret_name, public_address, without_secrets};
use serde::{Deserialize, Serialize};

/// How much of a body is kept, in bytes.
const MOST_BODY: usize = 32 * 1024;
/// How long a draft is kept whole, in bytes of its JSON.
const MOST_DRAFT: usize = 256 * 1024;
/// How many headers are kept, and how much of the value of each.
const MOST_HEADERS: usize = 60;
const MOST_HEADER: usize = 1_000;

/// What came back.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// `200`
    pub status: u16,
    /// The headers a page may read.
    pub headers: &'a [(String, String)],
    /// The body, or the start of it.
    pub body: &'a [u8],
    /// How long the whole body is.
    pub size: u64,
    /// How long it took.
    pub milliseconds: u32,
}

impl<'a> Answer<'a> {
    /// The body as text, up to its last whole character; `None` when it is binary.
    pub(in crate::core) fn text(&self, most: usize) -> Option<&'a str> {
        let start = self.body.get(..most).unwrap_or(self.body);
        let text = match std::str::from_utf8(start) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() => {
                start.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok())?
            }
            Err(_) => return None,
        };
        (!text.contains('\0')).then_some(text)
    }

    /// The value of `Content-Type`, or nothing.
    pub(in crate::core) fn content_type(&self) -> &'a str {
        let found = self.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        found.map_or("", |(_, value)| value)
    }
}

/// A call that just ended.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// When it was sent, in milliseconds since 1970.
    pub when: u64,
    /// Rank of the document of the operation, among those of its API.
    pub document: usize,
    /// Identifier of the operation.
    pub operation: &'a str,
    /// What was filled in.
    pub draft: &'a Draft,
    /// What the document says is secret in it ([`known`](crate::core::secret::known)).
    pub known: &'a [Secret],
    /// What was sent.
    pub request: &'a Request,
    /// What came back.
    pub answer: Answer<'a>,
    /// Whether the answer was made from the document.
    pub simulated: bool,
}

/// A call as it is kept: no secret, no more than the start of bodies.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// When it was sent, in milliseconds since 1970.
    pub when: u64,
    /// Rank of the document of the operation, among those of its API.
    pub document: usize,
    /// Identifier of the operation.
    pub operation: String,
    /// `GET`
    pub method: String,
    /// The address, a variable in place of each secret.
    pub address: String,
    /// What was filled in, to be called again.
    pub draft: Draft,
    /// Whether the body of the draft was too large to be kept.
    pub is_draft_cut: bool,
    /// `200`
    pub status: u16,
    /// How long it took.
    pub milliseconds: u32,
    /// How long the whole body of the answer is, in bytes.
    pub size: u64,
    /// `Content-Type` of the answer; empty when there is none.
    pub content_type: String,
    /// Headers that were sent.
    pub request_headers: Vec<(String, String)>,
    /// Start of the body that was sent; none when there was none, or bytes.
    pub request_body: Option<String>,
    /// Headers of the answer.
    pub response_headers: Vec<(String, String)>,
    /// Start of the body of the answer; none when it is binary.
    pub response_body: Option<String>,
    /// Whether there is more of the body of the answer than its start.
    pub is_response_cut: bool,
    /// Whether the answer was made from the document rather than by a server.
    pub simulated: bool,
}

impl Entry {
    /// What is kept of a call.
    pub fn new(call: &Call<'_>) -> Self {
        let Call { request, answer, .. } = *call;
        let cleaned = without_secrets(call.draft, call.known);
        let secrets: Vec<Secret> = request.secrets.iter().chain(&cleaned.secrets).chain(call.known).cloned().collect();
        let redactor = Redactor::new(&secrets);
        let mut draft = cleaned.draft;
        let is_draft_cut = serde_json::to_vec(&draft).map_or(0, |json| json.len()) > MOST_DRAFT;
        if is_draft_cut {
            draft = Draft { server: draft.server, ..Draft::default() };
        }
        // A typed body that went whole speaks of secrets nobody can point at.
        let is_body_secret = cleaned.left_out.iter().any(|place| place == "/body");
        let request_body = body_text(&request.body).filter(|_| !is_body_secret);
        let reach = MOST_BODY + redactor.longest() + 4;
        let response = answer.text(reach).map(|text| redactor.start(text, MOST_BODY));
        let is_response_cut = answer.body.len() as u64 != answer.size || response.as_ref().is_some_and(|(_, cut)| *cut);
        Self {
            when: call.when,
            document: call.document,
            operation: call.operation.to_owned(),
            method: request.method.clone(),
            address: public_address(&redactor.text(&request.url)),
            draft,
            is_draft_cut,
            status: answer.status,
            milliseconds: answer.milliseconds,
            size: answer.size,
            content_type: redactor.start(answer.content_type(), MOST_HEADER).0,
            request_headers: headers(&request.headers, &redactor),
            request_body: request_body.map(|text| redactor.start(&text, MOST_BODY).0),
            response_headers: headers(answer.headers, &redactor),
            response_body: response.map(|(text, _)| text),
            is_response_cut,
            simulated: call.simulated,
        }
    }

    /// What was sent, as far as it was kept: to be exported.
    pub fn request(&self) -> Request {
        Request {
            method: self.method.clone(),
            url: self.address.clone(),
            headers: self.request_headers.clone(),
            body: self.request_body.clone().map_or(Body::None, Body::Text),
            secrets: Vec::new(),
        }
    }

    /// What came back, as far as it was kept.
    pub fn answer(&self) -> Answer<'_> {
        Answer {
            status: self.status,
            headers: &self.response_headers,
            body: self.response_body.as_deref().unwrap_or_default().as_bytes(),
            size: self.size,
            milliseconds: self.milliseconds,
        }
    }
}

/// Headers without secrets: those the request knows, and those a name announces.
pub(in crate::core) fn headers(headers: &[(String, String)], redactor: &Redactor) -> Vec<(String, String)> {
    let clean = |(name, value): &(String, String)| {
        let cleaned = redactor.start(value, MOST_HEADER).0;
        let is_hidden = is_secret_name(name) && cleaned == *value && !value.contains("{{");
        let value = if is_hidden { ["{{", &variable_name(name), "}}"].concat() } else { cleaned };
        (name.clone(), value)
    };
    headers.iter().take(MOST_HEADERS).map(clean).collect()
}

/// A body as text; a form as its texts and the names of its files. `None` when there is none, or bytes.
fn body_text(body: &Body) -> Option<String> {
    match body {
        Body::None | Body::Bytes(_) => None,
        Body::Text(text) => Some(text.clone()),
        Body::Form(parts) => {
            let lines = parts.iter().map(|part| match &part.value {
                PartValue::Text(text) => [&part.name, "=", text].concat(),
                PartValue::File(file) => [&part.name, "=@", &file.name].concat(),
            });
            Some(lines.collect::<Vec<_>>().join("\n"))
        }
    }
}
