//! Schemas in words, in both languages.

use super::{describe, label, summary};
use crate::core::i18n::Text;
use crate::core::openapi::schema::compose::compose;
use crate::core::openapi::schema::tree::{self, Row};
use crate::core::openapi::{Document, NoDocuments, SchemaNode};
use serde_json::{Value, json};
use std::borrow::Cow;

fn document(schema: &Value) -> Document {
    let schemas = json!({ "S": schema, "Pet": { "type": "object", "properties": { "name": { "type": "string" } } },
        "Adresse": { "type": "object" }, "Code": { "type": "string", "pattern": "^[A-Z]$" } });
    Document::new(
        json!({ "openapi": "3.1.0", "paths": {}, "components": { "schemas": schemas } }),
        "https://a.fr/api.json",
    )
}

/// The schema as a component `S`, which is not its name in sentences.
fn node(document: &Document) -> SchemaNode<'_> {
    let pointer = "/components/schemas/S";
    SchemaNode {
        document,
        pointer: pointer.to_owned(),
        value: Cow::Borrowed(document.value().pointer(pointer).unwrap()),
    }
}

/// The row of property `p` with `schema`.
fn with_row(schema: &Value, required: bool, ask: impl Fn(&Row<'_>) -> Text) -> Text {
    let required = if required { json!(["p"]) } else { json!([]) };
    let document = document(&json!({ "properties": { "p": schema }, "required": required }));
    let root = tree::root(&[node(&document)], &NoDocuments).unwrap();
    let rows = tree::children(&root, &NoDocuments).rows;
    ask(&rows[0])
}

#[test]
fn summaries() {
    for (schema, fr, en) in [
        (json!({}), "", ""),
        (
            json!({ "type": "string", "format": "date-time", "minLength": 1, "maxLength": 40, "pattern": "^[A-Z]+$" }),
            "",
            "",
        ),
        (json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 }), "", ""),
        (json!({ "type": "array", "items": { "$ref": "#/components/schemas/Adresse" } }), "", ""),
        (json!({ "type": "array", "items": { "type": "array", "items": { "type": ["integer", "string"] } } }), "", ""),
        (json!({ "additionalProperties": { "type": "array", "items": { "type": "number" } } }), "", ""),
        (json!({ "type": ["integer", "null"], "minimum": 1, "maximum": 5, "multipleOf": 2 }), "", ""),
        (json!({ "enum": ["a", "b"] }), "", ""),
        (json!({ "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Pet" }] }), "", ""),
    ] {
        let document = document(&schema);
        let text = summary(&compose(&[node(&document)], &NoDocuments), &NoDocuments);
        println!("{schema}\n   {}\n   {}", text.fr, text.en);
        for required in [true, false] {
            let text = with_row(&schema, required, |row| describe(row, &NoDocuments));
            println!("   {}\n   {}", text.fr, text.en);
        }
        let _ = (fr, en, label);
    }
}
