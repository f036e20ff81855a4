//! Samples written in media types.

use crate::core::openapi::schema::sample::{Options, Sampler};
use crate::core::openapi::{Document, MediaType, NoDocuments, Operation};
use serde_json::{Value, json};

/// What is written for the body of an operation, in each media type of `content`, whose schemas are in `schemas`.
fn written(content: &Value, schemas: &Value, options: &Options) -> Vec<String> {
    let operation = json!({"operationId": "send", "requestBody": {"content": content}, "responses": {}});
    let document = json!({"openapi": "3.2.0", "paths": {"/": {"post": operation}}, "components": {"schemas": schemas}});
    let document = Document::new(document, "https://a.fr/api.json");
    let (entries, _) = document.operations(&NoDocuments);
    let (operation, _): (Operation<'_>, _) = document.open(&entries[0], &NoDocuments);
    let media: &[MediaType<'_>] = &operation.request_body.as_ref().unwrap().content;
    let sampler = Sampler::new(&document, &NoDocuments);
    media.iter().map(|media| sampler.sample_text(media, options).text).collect()
}

fn check(content: &Value, schemas: &Value, expected: &[&str]) {
    assert_eq!(written(content, schemas, &Options::default()), expected, "{content}");
}

fn pets() -> Value {
    json!({
        "Pet": {"type": "object", "xml": {"name": "animal"}, "properties": {
            "id": {"type": "integer", "xml": {"attribute": true}},
            "photos": {"type": "array", "xml": {"wrapped": true}, "items": {"type": "string", "xml": {"name": "photo"}}},
            "owner": {"$ref": "#/components/schemas/Owner"},
            "parent": {"$ref": "#/components/schemas/Pet"},
        }},
        "Owner": {"oneOf": [
            {"type": "object", "properties": {"name": {"const": "A & B", "xml": {"name": "nom"}}}},
            {"type": "string"},
        ]},
    })
}

#[test]
fn the_same_value_in_every_media_type() {
    let media = json!({"schema": {"$ref": "#/components/schemas/Pet"}});
    check(
        &json!({"application/xml": media}),
        &pets(),
        &["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<animal id=\"1\">\n  <photos>\n    <photo>texte</photo>\n  \
           </photos>\n  <owner>\n    <nom>A &amp; B</nom>\n  </owner>\n</animal>\n"],
    );
    let json = "{\n  \"id\": 1,\n  \"photos\": [\n    \"texte\"\n  ],\n  \"owner\": {\n    \"name\": \"A & B\"\n  }\n}";
    check(&json!({"application/json": media, "*/*": media}), &pets(), &[json, json]);
    let encoded = json!({"schema": media["schema"], "encoding": {"photos": {"style": "pipeDelimited"}}});
    check(
        &json!({"application/x-www-form-urlencoded": media}),
        &pets(),
        &["id=1&photos=texte&owner=%7B%22name%22%3A%22A+%26+B%22%7D"],
    );
    let [text] = &written(&json!({"multipart/form-data": encoded}), &pets(), &Options::default())[..] else { panic!() };
    assert!(text.contains("name=\"id\"\r\n\r\n1\r\n") && text.contains("{\"name\":\"A & B\"}"), "{text}");
}

#[test]
fn lists_texts_files_and_streams() {
    let list = json!({"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Owner"}}});
    check(
        &json!({"text/xml": list}),
        &pets(),
        &[
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root>\n  <item>\n    <nom>A &amp; B</nom>\n  </item>\n</root>\n",
        ],
    );
    check(
        &json!({
            "text/plain": {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string", "example": "a;b\n1;2\n"}},
            "application/octet-stream": {},
            "application/jsonl": {"itemSchema": {"type": "integer"}},
        }),
        &json!({}),
        &["texte", "a;b\n1;2\n", "{}", "1\n"],
    );
    let file = json!({"schema": {"properties": {"f": {"type": "string", "format": "binary"},
        "g": {"type": "array", "items": {"contentMediaType": "image/png", "type": "string"}}}}});
    let [text] = &written(&json!({"multipart/form-data": file}), &json!({}), &Options::default())[..] else { panic!() };
    assert_eq!(text.matches("filename=\"fichier\"").count(), 2, "{text}");
}

#[test]
fn examples_come_first() {
    let string = json!({"type": "string"});
    let object = json!({"type": "object", "properties": {"a": {"type": "integer"}}});
    check(
        &json!({
            "application/json": {"schema": object, "example": {"a": 2}},
            "application/a+json": {"schema": object, "example": "{\"a\": 3}"},
            "application/b+json": {"schema": object, "example": "no JSON"},
            "application/c+json": {"schema": string, "example": "3"},
            "application/d+json": {"schema": object, "examples": {"x": {"externalValue": "x.json"}, "y": {"value": {"a": 4}}}},
            "application/e+json": {"schema": object, "examples": {"x": {"serializedValue": "{ }"}}},
            "application/xml": {"schema": object, "example": "<a/>"},
            "text/xml": {"schema": {"type": "object", "xml": {"name": "z"}}, "example": {"a": 5}},
        }),
        &json!({}),
        &[
            "{\n  \"a\": 2\n}",
            "{\"a\": 3}",
            "\"no JSON\"",
            "\"3\"",
            "{\n  \"a\": 4\n}",
            "{ }",
            "<a/>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<z>\n  <a>5</a>\n</z>\n",
        ],
    );
    let many = json!({"application/json": {"examples": {"x": {"value": 1}, "y": {"value": 2}}}});
    let with = |seed| written(&many, &json!({}), &Options { seed, ..Options::default() });
    assert_eq!((with(0), with(1), with(2)), (vec!["1".into()], vec!["2".into()], vec!["1".into()]));
}
