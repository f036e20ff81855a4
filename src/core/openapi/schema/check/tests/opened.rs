//! Values against the schemas of opened operations, in documents of every generation and in those they refer to.

use super::french;
use crate::core::openapi::schema::check::Schemas;
use crate::core::openapi::{Document, Documents, MediaType, Operation, SchemaNode, Status};
use serde_json::{Value, json};
use std::borrow::Cow;

struct Folder(Vec<(&'static str, Document)>);

impl Documents for Folder {
    fn document(&self, url: &str) -> Option<&Document> {
        self.0.iter().find(|(known, _)| *known == url).map(|(_, document)| document)
    }
}

fn folder(documents: &[(&'static str, Value)]) -> Folder {
    Folder(documents.iter().map(|(url, value)| (*url, Document::new(value.clone(), url))).collect())
}

fn schema<'a>(content: &[MediaType<'a>]) -> SchemaNode<'a> {
    content[0].schema.clone().unwrap()
}

fn body<'a>(operation: &Operation<'a>) -> SchemaNode<'a> {
    schema(&operation.request_body.as_ref().unwrap().content)
}

fn response<'a>(operation: &Operation<'a>) -> SchemaNode<'a> {
    schema(&operation.responses.iter().find(|response| response.status == Status::Code(200)).unwrap().content)
}

/// The failures of a body and of an answer of the only operation of `main`.
fn check(main: &Value, others: &[(&'static str, Value)], sent: &Value, given: &Value) -> (Vec<String>, Vec<String>) {
    let document = Document::new(main.clone(), "https://a.fr/apis/main.json");
    let documents = folder(others);
    let (entries, _) = document.operations(&documents);
    let (operation, _) = document.open(&entries[0], &documents);
    let schemas = Schemas::of(&document, &documents);
    let said = |schema: SchemaNode<'_>, value: &Value| {
        french(&schemas.check_node(&schema, value)).into_iter().map(str::to_owned).collect()
    };
    (said(body(&operation), sent), said(response(&operation), given))
}

fn old(body: &Value) -> Value {
    json!({
        "swagger": "2.0",
        "paths": { "/x": { "post": { "parameters": body, "responses": { "200": { "$ref": "other.json#/r" } } } } },
        "definitions": { "Name": { "type": "string", "maxLength": 3 } }
    })
}

fn modern(version: &str) -> Value {
    json!({
        "openapi": version,
        "paths": { "/x": { "post": {
            "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Person" } } } },
            "responses": { "200": { "$ref": "other.json#/r" } }
        } } },
        "components": { "schemas": {
            "Person": { "type": "object", "properties": {
                "name": { "$ref": "#/components/schemas/Name" },
                "age": { "$ref": "other.json#/s/Age" }
            } },
            "Name": { "type": "string", "maxLength": 3, "nullable": true }
        } }
    })
}

/// A document that is no OpenAPI document by itself.
fn other() -> Value {
    json!({
        "s": { "Age": { "type": "integer", "minimum": 0, "exclusiveMinimum": true } },
        "r": {
            "description": "",
            "schema": { "items": { "$ref": "#/s/Age" } },
            "content": { "application/json": { "schema": { "items": { "$ref": "#/s/Age" } } } }
        }
    })
}

const OTHER: &str = "https://a.fr/apis/other.json";

#[test]
fn a_part_is_read_like_the_document_that_refers_to_it() {
    let others = [(OTHER, other())];
    // `exclusiveMinimum: true` means something in 3.0 only, as `nullable` does.
    let (sent, given) = check(&modern("3.0.3"), &others, &json!({"name": null, "age": 0}), &json!([1, 0]));
    assert_eq!((sent.len(), given.len()), (1, 1), "{sent:?} {given:?}");
    let (sent, given) = check(&modern("3.0.3"), &others, &json!({"name": "abc", "age": 1}), &json!([1, 2]));
    assert_eq!((sent, given), (Vec::new(), Vec::new()));
    let (sent, given) = check(&modern("3.1.0"), &others, &json!({"name": null, "age": 0}), &json!([1, 0, -1]));
    assert_eq!((sent.len(), given.len()), (1, 1), "{sent:?} {given:?}");
    let (sent, given) = check(&modern("3.1.0"), &others, &json!({"name": "abc", "age": 0}), &json!([0]));
    assert_eq!((sent, given), (Vec::new(), Vec::new()));
}

#[test]
fn bodies_and_forms_of_2_0() {
    let whole = json!([{ "in": "body", "name": "b", "schema": { "items": { "$ref": "#/definitions/Name" } } }]);
    let others = [(OTHER, other())];
    assert_eq!(check(&old(&whole), &others, &json!(["abc"]), &json!([1])), (Vec::new(), Vec::new()));
    let (sent, given) = check(&old(&whole), &others, &json!(["abcd"]), &json!([0]));
    assert_eq!((sent.len(), given.len()), (1, 1), "{sent:?} {given:?}");
    // The schema of a form is made, and stands nowhere.
    let form = json!([
        { "in": "formData", "name": "a", "type": "integer", "required": true },
        { "in": "formData", "name": "f", "type": "file" }
    ]);
    assert_eq!(check(&old(&form), &others, &json!({"a": 1, "f": "…"}), &json!([1])).0, Vec::<String>::new());
    assert_eq!(check(&old(&form), &others, &json!({"a": "b"}), &json!([1])).0.len(), 1);
    assert_eq!(check(&old(&form), &others, &json!({}), &json!([1])).0.len(), 1);
}

#[test]
fn a_document_of_another_generation_keeps_its_own_dialect() {
    let mut others = [(OTHER, other())];
    others[0].1["openapi"] = json!("3.1.0");
    assert_eq!(check(&modern("3.0.3"), &others, &json!({"age": 0}), &json!([0])), (Vec::new(), Vec::new()));
    others[0].1["openapi"] = json!("3.0.0");
    let (sent, given) = check(&modern("3.1.0"), &others, &json!({"age": 0}), &json!([0]));
    assert_eq!((sent.len(), given.len()), (1, 1), "{sent:?} {given:?}");
}

#[test]
fn a_document_that_names_itself_is_found_under_both_names() {
    let mut main = modern("3.2.0");
    main["$self"] = json!("https://b.fr/main.json");
    let mut there = other();
    there["openapi"] = json!("3.2.0");
    there["$self"] = json!("https://c.fr/named.json");
    there["s"]["Age"]["minimum"] = json!(1);
    let others = [("https://b.fr/other.json", there)];
    assert_eq!(check(&main, &others, &json!({"age": 1}), &json!([1])), (Vec::new(), Vec::new()));
    let (sent, given) = check(&main, &others, &json!({"age": 0}), &json!([0]));
    assert_eq!((sent.len(), given.len()), (1, 1), "{sent:?} {given:?}");
}

#[test]
fn what_is_not_at_hand_is_a_failure() {
    let document = Document::new(modern("3.1.0"), "https://a.fr/apis/main.json");
    let documents = folder(&[]);
    let (entries, _) = document.operations(&documents);
    let (operation, _) = document.open(&entries[0], &documents);
    let schemas = Schemas::of(&document, &documents);
    let failures = schemas.check_node(&body(&operation), &json!({"age": 1}));
    let said = french(&failures);
    assert!(said.len() == 1 && said[0].contains("n’a pas été chargé"), "{said:?}");
    // A schema of a document that is not one of them.
    let elsewhere = Document::new(json!({"type": "string"}), "https://z.fr/s.json");
    let schema = SchemaNode { document: &elsewhere, pointer: String::new(), value: Cow::Borrowed(elsewhere.value()) };
    assert_eq!(schemas.check_node(&schema, &json!(1)).len(), 1);
    assert_eq!(schemas.check_node(&schema, &json!("a")), []);
}
