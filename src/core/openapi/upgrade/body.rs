//! Bodies of OpenAPI 2.0: what parameters and answers say together with `consumes` and `produces`.

use super::parameter::schema_of;
use crate::core::openapi::model::{
    Encoding, Example, ExampleValue, Location, MediaType, RequestBody, SchemaNode, Written,
};
use crate::core::openapi::reader::Reader;
use crate::core::openapi::reference::Node;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Most media types of one operation.
const LIMIT: usize = 64;

const MULTIPART: &str = "multipart/form-data";
const URLENCODED: &str = "application/x-www-form-urlencoded";

impl<'a> Reader<'a> {
    /// The media types an operation accepts, else those of the document.
    fn consumes(&mut self, operation: &Node<'a>) -> Vec<&'a str> {
        self.media_names(operation, "consumes")
    }

    /// The media types an operation answers with, else those of the document.
    pub(crate) fn produces(&mut self, operation: &Node<'a>) -> Vec<&'a str> {
        self.media_names(operation, "produces")
    }

    fn media_names(&mut self, operation: &Node<'a>, key: &str) -> Vec<&'a str> {
        let mut names = self.texts(operation, key);
        if names.is_empty() {
            let root = self.root();
            names = self.texts(&root, key);
        }
        names.truncate(LIMIT);
        names
    }

    /// `in: body`.
    pub(super) fn whole_body(&mut self, operation: &Node<'a>, written: &Written<'a>) -> RequestBody<'a> {
        let node = &written.resolved.node;
        let schema = self.schema(node, "schema");
        let examples = self.examples(node, schema.as_ref());
        let mut names = self.consumes(operation);
        // A body cannot be a form: that is what `formData` is for.
        names.retain(|name| *name != MULTIPART && *name != URLENCODED);
        if names.is_empty() {
            names.push("application/json");
        }
        let media = |name| MediaType {
            name: Cow::Borrowed(name),
            schema: schema.clone(),
            item_schema: None,
            // Examples named after media types are for these only.
            examples: for_media(&examples, name),
            encoding: Vec::new(),
            value: None,
        };
        RequestBody {
            description: self.text(node, "description"),
            required: self.flag(node, "required").unwrap_or_default(),
            content: names.into_iter().map(media).collect(),
            pointer: node.pointer.clone(),
            value: Some(node.value),
        }
    }

    /// `in: formData`: one property for each parameter.
    pub(super) fn form_body(&mut self, operation: &Node<'a>, written: &[&Written<'a>]) -> RequestBody<'a> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut encoding = Vec::new();
        let mut has_file = false;
        for one in written {
            let node = &one.resolved.node;
            has_file |= node.value.get("type").and_then(Value::as_str) == Some("file");
            let mut schema = schema_of(node.value, 0);
            if let (Some(entries), Some(description)) = (schema.as_object_mut(), self.text(node, "description")) {
                entries.insert("description".to_owned(), Value::from(description));
            }
            properties.insert(one.name.to_owned(), schema);
            if self.flag(node, "required").unwrap_or_default() {
                required.push(Value::from(one.name));
            }
            if node.value.get("type").and_then(Value::as_str) == Some("array") {
                let (style, explode) = self.collection_style(node, Location::Query);
                let (style, explode) = (Some(style), Some(explode));
                let part = Encoding {
                    property: one.name,
                    content_type: None,
                    headers: Vec::new(),
                    style,
                    explode,
                    allow_reserved: None,
                };
                encoding.push(part);
            }
        }
        let mut schema = Map::new();
        schema.insert("type".to_owned(), Value::from("object"));
        schema.insert("properties".to_owned(), Value::Object(properties));
        let is_required = !required.is_empty();
        if is_required {
            schema.insert("required".to_owned(), Value::Array(required));
        }
        let schema = SchemaNode::made(operation, Value::Object(schema));
        let mut names = self.consumes(operation);
        names.retain(|name| *name == MULTIPART || *name == URLENCODED && !has_file);
        if names.is_empty() {
            names.push(if has_file { MULTIPART } else { URLENCODED });
        }
        let media = |name| MediaType {
            name: Cow::Borrowed(name),
            schema: Some(schema.clone()),
            item_schema: None,
            examples: Vec::new(),
            encoding: encoding.clone(),
            value: None,
        };
        RequestBody {
            description: None,
            required: is_required,
            content: names.into_iter().map(media).collect(),
            pointer: operation.pointer.clone(),
            value: None,
        }
    }

    /// `schema` and `examples` of an answer, by media type.
    pub(crate) fn response_content(&mut self, node: &Node<'a>, produces: &[&'a str]) -> Vec<MediaType<'a>> {
        let schema = self.object(node, "schema").map(|schema| match schema.value.get("type").and_then(Value::as_str) {
            Some("file") => SchemaNode::made(&schema, schema_of(schema.value, 0)),
            _ => SchemaNode::of(schema),
        });
        let by_media = self.entries(node, "examples");
        let mut names = produces.to_vec();
        names.extend(
            by_media.iter().map(|(name, _)| *name).filter(|name| name.contains('/') && !produces.contains(name)),
        );
        names.truncate(LIMIT);
        if names.is_empty() && (schema.is_some() || !by_media.is_empty()) {
            names.push("application/json");
        }
        if schema.is_none() && by_media.is_empty() {
            return Vec::new();
        }
        let of_schema = schema.as_ref().map(|schema| self.schema_examples(schema)).unwrap_or_default();
        let mut content = Vec::new();
        for name in names {
            let own = by_media.iter().filter(|(key, _)| *key == name || !key.contains('/'));
            let own: Vec<Example<'a>> = own.map(|(key, node)| example(key, node)).collect();
            content.push(MediaType {
                name: Cow::Borrowed(name),
                schema: schema.clone(),
                item_schema: None,
                examples: if own.is_empty() { of_schema.clone() } else { own },
                encoding: Vec::new(),
                value: None,
            });
        }
        content
    }
}

fn example<'a>(key: &'a str, node: &Node<'a>) -> Example<'a> {
    Example {
        name: (!key.contains('/')).then_some(key),
        summary: None,
        description: None,
        value: ExampleValue::Data(Cow::Borrowed(node.value)),
        pointer: node.pointer.clone(),
    }
}

/// The examples named `media`, where some are named after media types; else all of them.
fn for_media<'a>(examples: &[Example<'a>], media: &str) -> Vec<Example<'a>> {
    let named_after_media = examples.iter().any(|example| example.name.is_some_and(|name| name.contains('/')));
    let wanted = examples.iter().filter(|example| !named_after_media || example.name == Some(media));
    let mut examples: Vec<Example<'a>> = wanted.cloned().collect();
    if named_after_media {
        examples.iter_mut().for_each(|example| example.name = None);
    }
    examples
}
