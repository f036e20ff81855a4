//! Parameters, and how their values are written (OpenAPI 3 §Parameter Object, §Style Values).

use super::{Example, MediaType, SchemaNode};
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::Node;
use crate::core::openapi::report;
use crate::core::openapi::version::Version;
use serde_json::Value;

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Location {
    /// In the path.
    Path,
    /// After `?`, by name.
    Query,
    /// In a header.
    Header,
    /// In the `Cookie` header.
    Cookie,
    /// The whole of what follows `?` (3.2).
    Querystring,
}

impl Location {
    /// Its name in documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Querystring => "querystring",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::Path, Self::Query, Self::Header, Self::Cookie, Self::Querystring]
            .into_iter()
            .find(|location| location.id() == text)
    }

    /// How values are written where the document does not say.
    pub fn default_style(self) -> Style {
        match self {
            Self::Path | Self::Header => Style::Simple,
            Self::Query | Self::Cookie | Self::Querystring => Style::Form,
        }
    }

    fn accepts(self, style: Style) -> bool {
        match self {
            Self::Path => matches!(style, Style::Simple | Style::Label | Style::Matrix),
            Self::Header => style == Style::Simple,
            Self::Cookie => matches!(style, Style::Form | Style::Cookie),
            Self::Query => {
                matches!(style, Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject)
            }
            Self::Querystring => false,
        }
    }
}

/// How lists and objects are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `;name=value`.
    Matrix,
    /// `.value`.
    Label,
    /// `a,b`.
    Simple,
    /// `name=a&name=b`, or `name=a,b` when not exploded.
    Form,
    /// `name=a%20b`.
    SpaceDelimited,
    /// `name=a%7Cb`.
    PipeDelimited,
    /// `name=a%09b`: only OpenAPI 2.0 (`tsv`).
    TabDelimited,
    /// `name[key]=value`.
    DeepObject,
    /// Like `form`, separated and escaped as cookies are (3.2).
    Cookie,
}

impl Style {
    /// Its name in documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Label => "label",
            Self::Simple => "simple",
            Self::Form => "form",
            Self::SpaceDelimited => "spaceDelimited",
            Self::PipeDelimited => "pipeDelimited",
            Self::TabDelimited => "tabDelimited",
            Self::DeepObject => "deepObject",
            Self::Cookie => "cookie",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let all = [
            Self::Matrix,
            Self::Label,
            Self::Simple,
            Self::Form,
            Self::SpaceDelimited,
            Self::PipeDelimited,
            Self::DeepObject,
            Self::Cookie,
        ];
        all.into_iter().find(|style| style.id() == text)
    }

    /// Whether each item is written apart where the document does not say.
    pub fn default_explode(self) -> bool {
        matches!(self, Self::Form | Self::Cookie)
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
            explode: self.flag(node, "explode").unwrap_or(style.default_explode()),
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
        let default = location.default_style();
        let Some(written) = self.text(node, "style") else { return default };
        match Style::parse(written).filter(|style| location.accepts(*style)) {
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
