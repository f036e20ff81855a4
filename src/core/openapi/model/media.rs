//! Media types, the encoding of their parts, and headers.

use super::parameter::Content;
use super::{Example, SchemaNode, Style};
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::Node;
use serde_json::Value;
use std::borrow::Cow;

/// One way a body may be written.
#[derive(Debug, Clone)]
pub struct MediaType<'a> {
    /// `application/json`, `text/*`…
    pub name: Cow<'a, str>,
    /// What the whole is like.
    pub schema: Option<SchemaNode<'a>>,
    /// What each item of a stream is like (3.2).
    pub item_schema: Option<SchemaNode<'a>>,
    /// Examples, those of the schema where it has none of its own.
    pub examples: Vec<Example<'a>>,
    /// How parts of a form are written, by property.
    pub encoding: Vec<Encoding<'a>>,
    /// The object as written, with its extensions.
    pub value: Option<&'a Value>,
}

/// How one part of a form is written.
#[derive(Debug, Clone)]
pub struct Encoding<'a> {
    /// Name of the property.
    pub property: &'a str,
    /// Media types, separated by commas.
    pub content_type: Option<Cow<'a, str>>,
    /// Headers of the part (multipart only).
    pub headers: Vec<Header<'a>>,
    /// As in parameters of the query. With `explode` and `allow_reserved` absent too, `content_type` decides.
    pub style: Option<Style>,
    /// As in parameters of the query.
    pub explode: Option<bool>,
    /// As in parameters of the query.
    pub allow_reserved: Option<bool>,
}

/// A header of an answer or of a part.
#[derive(Debug, Clone)]
pub struct Header<'a> {
    /// Its name.
    pub name: &'a str,
    /// Markdown.
    pub description: Option<&'a str>,
    /// Whether it is always there.
    pub required: bool,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether each item of an object is written apart.
    pub explode: bool,
    /// What values are like.
    pub schema: Option<SchemaNode<'a>>,
    /// The media type values are written in.
    pub content: Option<MediaType<'a>>,
    /// Examples.
    pub examples: Vec<Example<'a>>,
    /// The object as written, with its extensions.
    pub value: &'a Value,
}

impl<'a> Reader<'a> {
    /// The media types of `content`.
    pub(crate) fn media_types(&mut self, node: &Node<'a>) -> Vec<MediaType<'a>> {
        let entries = self.entries(node, "content");
        entries.into_iter().filter_map(|(name, node)| self.media_type(name, node)).collect()
    }

    fn media_type(&mut self, name: &'a str, node: Node<'a>) -> Option<MediaType<'a>> {
        let Resolved { node, .. } = self.resolve(node)?;
        let schema = self.schema(&node, "schema");
        let examples = self.examples(&node, schema.as_ref());
        let parts = self.entries(&node, "encoding");
        let encoding = parts.into_iter().map(|(property, part)| self.encoding(property, &part)).collect();
        Some(MediaType {
            name: Cow::Borrowed(name),
            item_schema: self.schema(&node, "itemSchema"),
            schema,
            examples,
            encoding,
            value: Some(node.value),
        })
    }

    fn encoding(&mut self, property: &'a str, node: &Node<'a>) -> Encoding<'a> {
        Encoding {
            property,
            content_type: self.text(node, "contentType").map(Cow::Borrowed),
            headers: self.headers(node),
            style: self.text(node, "style").and_then(Style::parse),
            explode: self.flag(node, "explode"),
            allow_reserved: self.flag(node, "allowReserved"),
        }
    }

    /// The entries of `headers`.
    pub(crate) fn headers(&mut self, node: &Node<'a>) -> Vec<Header<'a>> {
        let mut headers = Vec::new();
        let holder = self.object(node, "headers");
        // `x-…` is the name of a header here, no extension.
        for (name, node) in holder.map(|holder| self.members(&holder)).unwrap_or_default() {
            let Some(Resolved { node, description, .. }) = self.resolve(node) else { continue };
            let Content { schema, content, examples } = self.content(&node);
            headers.push(Header {
                name,
                description: description.or_else(|| self.text(&node, "description")),
                required: self.flag(&node, "required").unwrap_or_default(),
                deprecated: self.flag(&node, "deprecated").unwrap_or_default(),
                explode: self.flag(&node, "explode").unwrap_or_default(),
                schema,
                content,
                examples,
                value: node.value,
            });
        }
        headers
    }
}
