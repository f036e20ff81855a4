//! Parameters of OpenAPI 2.0 (§Parameter Object, §Items Object, §Header Object).

use crate::core::openapi::model::{Content, Written};
use crate::core::openapi::model::{Location, Parameter, RequestBody, SchemaNode, Style};
use crate::core::openapi::reader::Reader;
use crate::core::openapi::reference::Node;
use crate::core::openapi::report;
use serde_json::{Map, Value};

/// The words of a schema that a parameter, a header or items may hold.
const SCHEMA_WORDS: [&str; 18] = [
    "type",
    "format",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "title",
    "x-nullable",
    "x-example",
];

impl<'a> Reader<'a> {
    /// Sorts parameters from what makes the body.
    pub(crate) fn split_parameters(
        &mut self,
        operation: &Node<'a>,
        written: &[Written<'a>],
        parameters: &mut Vec<Parameter<'a>>,
    ) -> Option<RequestBody<'a>> {
        let mut form = Vec::new();
        let mut body = None;
        for one in written {
            match one.place {
                "body" => body = Some(one),
                "formData" => form.push(one),
                "path" | "query" | "header" => {
                    let parameter = self.old_parameter(one);
                    parameters.push(parameter);
                }
                other => {
                    let known = "path, query, header, body, formData";
                    self.report(report::unknown_value("in", other, known), &one.resolved.node);
                }
            }
        }
        match body {
            Some(body) => Some(self.whole_body(operation, body)),
            None if form.is_empty() => None,
            None => Some(self.form_body(operation, &form)),
        }
    }

    fn old_parameter(&mut self, written: &Written<'a>) -> Parameter<'a> {
        let node = &written.resolved.node;
        let location = match written.place {
            "path" => Location::Path,
            "header" => Location::Header,
            _ => Location::Query,
        };
        let (style, explode) = self.collection_style(node, location);
        let Content { schema, content, examples } = self.content(node);
        Parameter {
            name: written.name,
            location,
            description: self.text(node, "description"),
            required: self.flag(node, "required").unwrap_or_default() || location == Location::Path,
            deprecated: self.flag(node, "x-deprecated").unwrap_or_default(),
            allow_empty_value: self.flag(node, "allowEmptyValue").unwrap_or_default(),
            allow_reserved: false,
            style,
            explode,
            schema,
            content,
            examples,
            pointer: node.pointer.clone(),
            value: node.value,
        }
    }

    /// Style and explode that write what `collectionFormat` says.
    pub(crate) fn collection_style(&mut self, node: &Node<'a>, location: Location) -> (Style, bool) {
        // Only what has a name can be repeated.
        let by_name = location == Location::Query;
        let format = self.text(node, "collectionFormat").unwrap_or_default();
        let known = Style::of_collection_format(format, location).filter(|(_, repeated)| by_name || !repeated);
        known.unwrap_or_else(|| {
            let known = if by_name { "csv, ssv, tsv, pipes, multi" } else { "csv, ssv, tsv, pipes" };
            self.report(report::unknown_value("collectionFormat", format, known), node);
            (Style::default_in(location), false)
        })
    }

    /// The schema that a part holds word by word. `schema`, from OpenAPI 3, is accepted in its place.
    pub(crate) fn schema_of_parts(&mut self, node: &Node<'a>) -> SchemaNode<'a> {
        if node.value.get("type").is_none()
            && let Some(schema) = node.child("schema").filter(|schema| schema.value.is_object())
        {
            return SchemaNode::of(schema);
        }
        SchemaNode::made(node, schema_of(node.value, 0))
    }
}

/// Deepest `items` in `items` of a parameter.
const ITEMS_LIMIT: usize = 16;

/// A schema with the words of one that `part` holds.
pub(super) fn schema_of(part: &Value, depth: usize) -> Value {
    let mut schema = Map::new();
    for word in SCHEMA_WORDS {
        if let Some(value) = part.get(word) {
            schema.insert(word.to_owned(), value.clone());
        }
    }
    if schema.get("type").and_then(Value::as_str) == Some("file") {
        schema.insert("type".to_owned(), Value::from("string"));
        schema.insert("format".to_owned(), Value::from("binary"));
    }
    if let Some(items) = part.get("items").filter(|items| items.is_object() && depth < ITEMS_LIMIT) {
        schema.insert("items".to_owned(), schema_of(items, depth + 1));
    }
    Value::Object(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::openapi::{Document, NoDocuments};
    use serde_json::json;

    #[test]
    fn collection_formats_become_styles() {
        for (place, format, style, explode, problems) in [
            ("query", "csv", Style::Form, false, 0),
            ("query", "multi", Style::Form, true, 0),
            ("query", "pipes", Style::PipeDelimited, false, 0),
            ("header", "ssv", Style::SpaceDelimited, false, 0),
            ("header", "csv", Style::Simple, false, 0),
            ("path", "tsv", Style::TabDelimited, false, 0),
            ("path", "multi", Style::Simple, false, 1),
            ("query", "semicolons", Style::Form, false, 1),
        ] {
            let parameter = json!({"name": "p", "in": place, "required": true, "type": "array",
                "items": {"type": "string"}, "collectionFormat": format});
            let get = json!({"parameters": [parameter], "responses": {"200": {"description": "ok"}}});
            let value = json!({"swagger": "2.0", "info": {"title": "T", "version": "1"}, "host": "a.fr",
                "paths": {"/x/{p}": {"get": get}}});
            let document = Document::new(value, "openapi.json");
            let (entries, _) = document.operations(&NoDocuments);
            let (operation, found) = document.open(&entries[0], &NoDocuments);
            let read = operation.parameters.iter().find(|one| one.location.id() == place).unwrap();
            assert_eq!((read.style, read.explode), (style, explode), "{place} {format}");
            let reported = found.iter().filter(|problem| problem.what.en.contains(format)).count();
            assert_eq!(reported, problems, "{place} {format}: {found:?}");
        }
    }
}
