//! How a parameter is written: its place, its style, whether it explodes.
//!
//! Follows the style tables of OpenAPI 3.2 (which are those of 3.0 and 3.1, mended), RFC 6570 where they refer to
//! it, and `collectionFormat` of OpenAPI 2.0. Never here: reading the document, joining a URL.

mod flat;
mod serialise;
#[cfg(test)]
mod tests;

pub use flat::{ascii_json, scalar};
pub use serialise::serialise;

use crate::core::pointer;
use crate::core::problem::Place;

/// Where a parameter travels (`in`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// In the path template.
    Path,
    /// One or several `name=value` of the query.
    Query,
    /// A header.
    Header,
    /// One or several cookies.
    Cookie,
    /// The whole query (OpenAPI 3.2).
    Querystring,
}

impl Location {
    /// The word of the specification.
    pub fn id(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Querystring => "querystring",
        }
    }

    /// The location named `id`.
    pub fn parse(id: &str) -> Option<Self> {
        [Self::Path, Self::Query, Self::Header, Self::Cookie, Self::Querystring]
            .into_iter()
            .find(|location| location.id() == id)
    }
}

/// How a value becomes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `blue,black`: paths and headers.
    Simple,
    /// `.blue,black`: paths.
    Label,
    /// `;color=blue,black`: paths.
    Matrix,
    /// `color=blue,black`: queries, cookies, form bodies.
    Form,
    /// `color=blue%20black`; `ssv` of OpenAPI 2.0.
    SpaceDelimited,
    /// `color=blue%09black`: `tsv` of OpenAPI 2.0 only.
    TabDelimited,
    /// `color=blue%7Cblack`; `pipes` of OpenAPI 2.0.
    PipeDelimited,
    /// `color[R]=100&color[G]=200`.
    DeepObject,
    /// `color=blue; color=black`, nothing encoded (OpenAPI 3.2).
    Cookie,
}

impl Style {
    /// The style named `id` in OpenAPI 3.
    pub fn parse(id: &str) -> Option<Self> {
        Some(match id {
            "simple" => Self::Simple,
            "label" => Self::Label,
            "matrix" => Self::Matrix,
            "form" => Self::Form,
            "spaceDelimited" => Self::SpaceDelimited,
            "pipeDelimited" => Self::PipeDelimited,
            "deepObject" => Self::DeepObject,
            "cookie" => Self::Cookie,
            _ => return None,
        })
    }

    /// The word of the specification; of OpenAPI 2.0 for the one that 3 does not have.
    pub fn id(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Label => "label",
            Self::Matrix => "matrix",
            Self::Form => "form",
            Self::SpaceDelimited => "spaceDelimited",
            Self::TabDelimited => "tsv",
            Self::PipeDelimited => "pipeDelimited",
            Self::DeepObject => "deepObject",
            Self::Cookie => "cookie",
        }
    }

    /// The style of a parameter that names none.
    pub fn default_in(location: Location) -> Self {
        match location {
            Location::Path | Location::Header => Self::Simple,
            Location::Query | Location::Cookie | Location::Querystring => Self::Form,
        }
    }

    /// Whether this style explodes when the parameter does not say.
    pub fn explodes_by_default(self) -> bool {
        matches!(self, Self::Form | Self::Cookie | Self::DeepObject)
    }

    /// The style and `explode` that a `collectionFormat` of OpenAPI 2.0 stands for (`csv` when it names none).
    pub fn of_collection_format(format: &str, location: Location) -> Option<(Self, bool)> {
        Some(match format {
            "" | "csv" => (Self::default_in(location), false),
            "ssv" => (Self::SpaceDelimited, false),
            "tsv" => (Self::TabDelimited, false),
            "pipes" => (Self::PipeDelimited, false),
            "multi" => (Self::default_in(location), true),
            _ => return None,
        })
    }
}

/// What the description says about how a parameter is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterShape {
    /// Its name, not encoded.
    pub name: String,
    /// Where it travels.
    pub location: Location,
    /// How it becomes text.
    pub style: Style,
    /// Whether each item or member stands apart.
    pub explode: bool,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
    /// Whether the name alone means something.
    pub allow_empty_value: bool,
    /// The media type of a parameter described by `content`: replaces the style.
    pub content_type: Option<String>,
}

impl ParameterShape {
    /// A parameter with the defaults of its location.
    pub fn new(name: impl Into<String>, location: Location) -> Self {
        let style = Style::default_in(location);
        Self {
            name: name.into(),
            location,
            style,
            explode: style.explodes_by_default(),
            allow_reserved: false,
            allow_empty_value: false,
            content_type: None,
        }
    }

    /// Where a problem with this parameter is: `/query/page`.
    pub fn place(&self) -> Place {
        let location = pointer::child("", self.location.id());
        Place::default().at_pointer(pointer::child(&location, &self.name))
    }
}

/// A parameter as it is written, encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pieces {
    /// The parameter is not sent.
    Absent,
    /// What replaces the template expression of a path, the value of a header, or a whole query.
    Text(String),
    /// The `name=value` of a query (joined with `&`) or of cookies (joined with `; `).
    Pairs(Vec<(String, String)>),
}

impl Pieces {
    /// The text as it stands in its place.
    pub fn join(&self, separator: &str) -> String {
        match self {
            Self::Absent => String::new(),
            Self::Text(text) => text.clone(),
            Self::Pairs(pairs) => {
                let pairs: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
                pairs.join(separator)
            }
        }
    }
}
