//! JSON Schemas (draft 2020-12) of the front matters, so that editors complete and validate while typing.

use super::fields;
use super::shape::{Field, Shape};
use crate::core::catalogue::SecureUrl;
use crate::core::path::RelativePath;
use serde_json::{Map, Value, json};

/// A kind of content file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `apis/<slug>/index.md`
    Api,
    /// `producers/<slug>.md`
    Producer,
    /// `guides/<slug>.md`
    Guide,
    /// `pages/<name>.<language>.md`
    Page,
    /// `themes.yaml`
    Themes,
    /// `site.json`
    Site,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Api, Self::Producer, Self::Guide, Self::Page, Self::Themes, Self::Site];

    /// Its name, also that of its schema's file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Producer => "producer",
            Self::Guide => "guide",
            Self::Page => "page",
            Self::Themes => "themes",
            Self::Site => "site",
        }
    }

    pub(super) fn shape(self) -> Shape {
        match self {
            Self::Api => Shape::Object(fields::API),
            Self::Producer => Shape::Object(fields::PRODUCER),
            Self::Guide => Shape::Object(fields::GUIDE),
            Self::Page => Shape::Object(fields::PAGE),
            Self::Themes => Shape::List(&Shape::Object(fields::THEME), 1),
            Self::Site => Shape::Object(fields::SITE),
        }
    }
}

/// The JSON Schema of a kind of front matter.
pub fn schema(kind: Kind) -> Value {
    let mut schema = shape(&kind.shape());
    if let Value::Object(object) = &mut schema {
        object.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        object.insert("title".into(), kind.id().into());
        if kind == Kind::Api {
            // The rules of `rules.rs` that make a page wrong.
            object.insert(
                "if".into(),
                json!({"properties": {"access": {"properties": {"kind": {"const": "restricted"}}, "required": ["kind"]}},
                       "required": ["access"]}),
            );
            object.insert(
                "then".into(),
                json!({"properties": {"access": {"required": ["audiences"],
                       "properties": {"audiences": {"minItems": 1}}}}}),
            );
        }
    }
    schema
}

/// The beginning of a web address.
const URL: &str = "^[hH][tT][tT][pP][sS]?://[^\\s/?#]";

fn shape(value: &Shape) -> Value {
    match value {
        Shape::Text => json!({"type": "string", "pattern": "\\S"}),
        Shape::Slug => json!({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 120}),
        Shape::Date => json!({"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}),
        Shape::Url => json!({"type": "string", "format": "uri", "pattern": URL}),
        Shape::UrlTemplate => json!({"type": "string", "format": "uri-template", "pattern": URL}),
        Shape::SecureUrl => json!({"type": "string", "format": "uri", "pattern": SecureUrl::PATTERN}),
        Shape::Path(least, most) => {
            let name = RelativePath::NAME;
            let pattern = format!("^{name}(/{name}){{{},{}}}$", least.saturating_sub(1), most.saturating_sub(1));
            json!({"type": "string", "pattern": pattern, "maxLength": 240})
        }
        Shape::Email => json!({"type": "string", "format": "email", "pattern": "^[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+$"}),
        Shape::SlugOrUrl => json!({"anyOf": [shape(&Shape::Slug), shape(&Shape::Url)]}),
        Shape::Choice(words) => json!({"enum": words}),
        Shape::Integer(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::Percent => json!({"type": "number", "minimum": 0, "maximum": 100}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::List(item, least) => json!({"type": "array", "items": shape(item), "minItems": least}),
        Shape::Object(fields) => object(fields),
        Shape::Tagged(key, kinds) => {
            let one = |(word, fields): &(&str, &[Field])| {
                let mut schema = object(fields);
                if let Some(tag) = schema.pointer_mut(&format!("/properties/{key}")) {
                    *tag = json!({"const": word});
                }
                schema
            };
            json!({"oneOf": kinds.iter().map(one).collect::<Vec<_>>()})
        }
    }
}

fn object(fields: &[Field]) -> Value {
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    let property = |field: &Field| {
        let mut schema = shape(&field.shape);
        if let Value::Object(schema) = &mut schema {
            schema.insert("description".into(), format!("{} — {}", field.fr, field.en).into());
        }
        (field.key.to_owned(), schema)
    };
    let properties: Map<String, Value> = fields.iter().map(property).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}
