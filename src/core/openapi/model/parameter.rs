//! Parameters, and how their values are written (OpenAPI 3 §Parameter Object, §Style Values).

use super::{Example, MediaType, SchemaNode};
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::Node;
use crate::core::openapi::report;
use crate::core::openapi::version::Version;
use crate::core::request::style::{Location, Style};
use serde_json::Value;

/// Whether OpenAPI 3 defines `style` for parameters of this place (§Style Values).
fn accepts(location: Location, style: Style) -> bool {
    match location {
        Location::Path => matches!(style, Style::Simple | Style::Label | Style::Matrix),
        Location::Header => style == Style::Simple,
        Location::Cookie => matches!(style, Style::Form | Style::Cookie),
        Location::Query => {
            matches!(style, Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject)
        }
        Location::Querystring => false,
    }
}

/// A parameter of an operation, path-level ones included.
#[derive(Debug, Clone)]
pub struct Parameter<'a> {
    /// Its name.
    pub name: &'a str,
    /// Where it goes.
    pub location: Location,
    /// Markdown.
    pub description: Option<&'a str>,
    /// Whether a call needs it; always in the path.
    pub required: bool,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether it may be sent with an empty value (query only).
    pub allow_empty_value: bool,
    /// Whether reserved characters (RFC 3986 §2.2) are sent as they are.
    pub allow_reserved: bool,
    /// How values are written, defaults applied.
    pub style: Style,
    /// Whether each item of a list or object is written apart, defaults applied.
    pub explode: bool,
    /// What values are like. `None` when `content` says it.
    pub schema: Option<SchemaNode<'a>>,
    /// The media type values are written in, instead of a style.
    pub content: Option<MediaType<'a>>,
    /// Examples.
    pub examples: Vec<Example<'a>>,
    /// JSON pointer.
    pub pointer: String,
    /// The object as written, with its extensions.
    pub value: &'a Value,
}

/// What parameters and headers have in common.
pub(crate) struct Content<'a> {
    pub(crate) schema: Option<SchemaNode<'a>>,
    pub(crate) content: Option<MediaType<'a>>,
    pub(crate) examples: Vec<Example<'a>>,
}

impl<'a> Reader<'a> {
    /// A parameter of OpenAPI 3 whose references were followed.
    pub(crate) fn parameter(&mut self, resolved: &Resolved<'a>, name: &'a str, location: Location) -> Parameter<'a> {
        let node = &resolved.node;
        let style = self.style(node, location);
        let Content { schema, content, examples } = self.content(node);
        Parameter {
            name,
            location,
            description: resolved.description.or_else(|| self.text(node, "description")),
            required: self.flag(node, "required").unwrap_or_default() || location == Location::Path,
            deprecated: self.flag(node, "deprecated").unwrap_or_default(),
            allow_empty_value: self.flag(node, "allowEmptyValue").unwrap_or_default() && location == Location::Query,
            allow_reserved: self.flag(node, "allowReserved").unwrap_or_default(),
            style,
            explode: self.flag(node, "explode").unwrap_or(style.explodes_by_default()),
            schema,
            content,
            examples,
            pointer: node.pointer.clone(),
            value: node.value,
        }
    }

    /// `schema` (2.0: the words of a schema in the part itself) or the one media type of `content`, with the examples.
    pub(crate) fn content(&mut self, node: &Node<'a>) -> Content<'a> {
        let two = self.version == Version::V2;
        let schema = if two { Some(self.schema_of_parts(node)) } else { self.schema(node, "schema") };
        let content = if schema.is_none() { self.media_types(node).into_iter().next() } else { None };
        let mut examples = self.examples(node, schema.as_ref());
        if let Some(media) = content.as_ref().filter(|_| examples.is_empty()) {
            examples = media.examples.clone();
        }
        Content { schema, content, examples }
    }

    fn style(&mut self, node: &Node<'a>, location: Location) -> Style {
        let default = Style::default_in(location);
        let Some(written) = self.text(node, "style") else { return default };
        match Style::parse(written).filter(|style| accepts(location, *style)) {
            Some(style) => style,
            None => {
                let known = match location {
                    Location::Path => "simple, label, matrix",
                    Location::Header | Location::Querystring => "simple",
                    Location::Cookie => "form, cookie",
                    Location::Query => "form, spaceDelimited, pipeDelimited, deepObject",
                };
                self.report(report::unknown_value("style", written, known), node);
                default
            }
        }
    }
}
