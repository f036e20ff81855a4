//! Answers, what may be called next, and the calls an API makes itself.

use super::{Header, MediaType, Operation, OperationEntry, Server};
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::Node;
use crate::core::openapi::report;
use crate::core::openapi::version::Version;
use serde_json::Value;

/// Which statuses an answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status: 200.
    Code(u16),
    /// A hundred of them: `2XX` is 2.
    Range(u8),
    /// Those no other answer is for.
    Default,
}

impl Status {
    /// `200`, `2XX`, `default`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("default") {
            return Some(Self::Default);
        }
        match text.as_bytes() {
            [hundreds @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Self::Range(hundreds - b'0')),
            [b'1'..=b'9', _, _] => text.parse().ok().map(Self::Code),
            _ => None,
        }
    }

    /// Whether the answer says that all went well.
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Range(2))
    }

    /// Whether the answer is for `code`.
    pub fn includes(self, code: u16) -> bool {
        match self {
            Self::Code(own) => own == code,
            Self::Range(hundreds) => u16::from(hundreds) == code / 100,
            Self::Default => true,
        }
    }
}

/// One answer of an operation.
#[derive(Debug, Clone)]
pub struct Response<'a> {
    /// Which statuses it is for.
    pub status: Status,
    /// One line (3.2).
    pub summary: Option<&'a str>,
    /// Markdown.
    pub description: Option<&'a str>,
    /// Its headers.
    pub headers: Vec<Header<'a>>,
    /// The ways its body may be written; none when it has no body.
    pub content: Vec<MediaType<'a>>,
    /// What may be called next.
    pub links: Vec<Link<'a>>,
    /// JSON pointer.
    pub pointer: String,
    /// The object as written, with its extensions.
    pub value: &'a Value,
}

/// An operation that may be called with values of this exchange.
#[derive(Debug, Clone)]
pub struct Link<'a> {
    /// Its name.
    pub name: &'a str,
    /// Which operation.
    pub target: LinkTarget<'a>,
    /// Values or runtime expressions (`$response.body#/id`), by name of parameter.
    pub parameters: Vec<(&'a str, &'a Value)>,
    /// A value or runtime expression for the body.
    pub request_body: Option<&'a Value>,
    /// Markdown.
    pub description: Option<&'a str>,
    /// The server of that operation, where it is another.
    pub server: Option<Server<'a>>,
}

/// Which operation a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkTarget<'a> {
    /// `operationId`.
    Id(&'a str),
    /// `operationRef`: a reference to the operation.
    Reference(&'a str),
}

impl<'a> Operation<'a> {
    /// The answer described for `status`: its own, else that of its hundred, else `default` (§4.8.16.2).
    pub fn response(&self, status: u16) -> Option<&Response<'a>> {
        let rank = |response: &&Response<'a>| match response.status {
            Status::Code(_) => 0,
            Status::Range(_) => 1,
            Status::Default => 2,
        };
        self.responses.iter().filter(|response| response.status.includes(status)).min_by_key(rank)
    }
}

/// Calls the API makes to the caller.
#[derive(Debug, Clone)]
pub struct Callback<'a> {
    /// Its name.
    pub name: &'a str,
    /// The calls; their `path` is a runtime expression (`{$request.body#/url}`).
    pub operations: Vec<OperationEntry<'a>>,
}

impl<'a> Reader<'a> {
    /// The `responses` of an operation.
    pub(crate) fn responses(&mut self, operation: &Node<'a>) -> Vec<Response<'a>> {
        let mut responses = Vec::new();
        let produces = if self.version == Version::V2 { self.produces(operation) } else { Vec::new() };
        for (name, node) in self.entries(operation, "responses") {
            let Some(status) = Status::parse(name) else {
                self.report(report::unknown_value("responses", name, "200, 2XX, default"), &node);
                continue;
            };
            let Some(Resolved { node, summary, description }) = self.resolve(node) else { continue };
            let two = self.version == Version::V2;
            let content = if two { self.response_content(&node, &produces) } else { self.media_types(&node) };
            responses.push(Response {
                status,
                summary: summary.or_else(|| self.text(&node, "summary")),
                description: description.or_else(|| self.text(&node, "description")),
                headers: self.headers(&node),
                content,
                links: self.links(&node),
                pointer: node.pointer,
                value: node.value,
            });
        }
        responses
    }

    fn links(&mut self, node: &Node<'a>) -> Vec<Link<'a>> {
        let mut links = Vec::new();
        for (name, node) in self.entries(node, "links") {
            let Some(Resolved { node, description, .. }) = self.resolve(node) else { continue };
            let target = self.text(&node, "operationId").map(LinkTarget::Id);
            let Some(target) = target.or_else(|| self.text(&node, "operationRef").map(LinkTarget::Reference)) else {
                self.report(report::missing("operationId"), &node);
                continue;
            };
            let parameters = self.entries(&node, "parameters");
            let server = self.object(&node, "server");
            links.push(Link {
                name,
                target,
                parameters: parameters.into_iter().map(|(name, node)| (name, node.value)).collect(),
                request_body: node.value.get("requestBody"),
                description: description.or_else(|| self.text(&node, "description")),
                server: server.and_then(|server| self.server(&server)),
            });
        }
        links
    }

    pub(crate) fn callbacks(&mut self, operation: &Node<'a>) -> Vec<Callback<'a>> {
        let mut callbacks = Vec::new();
        for (name, node) in self.entries(operation, "callbacks") {
            let Some(Resolved { node, .. }) = self.resolve(node) else { continue };
            let operations = self.callback_operations(name, &node);
            callbacks.push(Callback { name, operations });
        }
        callbacks
    }
}
