//! Request bodies.

use super::MediaType;
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::Node;
use serde_json::Value;

/// What a call sends beside its parameters.
#[derive(Debug, Clone)]
pub struct RequestBody<'a> {
    /// Markdown.
    pub description: Option<&'a str>,
    /// Whether a call needs it.
    pub required: bool,
    /// The ways it may be written, in document order.
    pub content: Vec<MediaType<'a>>,
    /// JSON pointer.
    pub pointer: String,
    /// The object as written, with its extensions. `None` where OpenAPI 2.0 wrote several parameters.
    pub value: Option<&'a Value>,
}

impl<'a> Reader<'a> {
    /// The `requestBody` of an operation.
    pub(crate) fn request_body(&mut self, operation: &Node<'a>) -> Option<RequestBody<'a>> {
        let node = self.object(operation, "requestBody")?;
        let Resolved { node, description, .. } = self.resolve(node)?;
        Some(RequestBody {
            description: description.or_else(|| self.text(&node, "description")),
            required: self.flag(&node, "required").unwrap_or_default(),
            content: self.media_types(&node),
            pointer: node.pointer,
            value: Some(node.value),
        })
    }
}
