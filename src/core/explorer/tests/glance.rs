//! What a page shows of an operation at first, held against the whole.

use super::super::anchor::{BODY, Place, child, media_segment};
use super::*;

/// The operation at `rank`: what is shown at first, and the whole.
fn both(value: Value, rank: usize) -> (OperationView, OperationView) {
    let document = document(value);
    let entries = document.operations(&NoDocuments).0;
    let glance = glance(&entries[rank], &document, &NoDocuments, Language::Fr);
    (glance, operation(&entries[rank], &document, &NoDocuments, Language::Fr))
}

/// Checks that the whole says the same, and more where the glance says that more comes.
pub(super) fn compare(glance: &OperationView, whole: &OperationView) {
    assert!(glance.is_glance && !whole.is_glance && glance.snippets.is_empty());
    let text = serde_json::to_string(whole).unwrap();
    assert!(!text.contains("\"awaited\":") && !text.contains("\"is_glance\":"), "{text}");
    let rows = |one: &[ParameterView], other: &[ParameterView]| {
        assert_eq!(one.len(), other.len());
        for (one, other) in one.iter().zip(other) {
            assert_eq!(one.location, other.location);
            compare_rows(&one.row, &other.row);
        }
    };
    rows(&glance.parameters, &whole.parameters);
    compare_content(BODY, &glance.body, &whole.body, whole);
    assert_eq!(glance.responses.len(), whole.responses.len());
    for (one, other) in glance.responses.iter().zip(&whole.responses) {
        assert_eq!((&one.status, &one.description), (&other.status, &other.description));
        assert_eq!(one.awaited, !one.opens_at_first());
        assert_eq!(whole.find(&one.segment()), Some(Place::Response(other)));
        if !one.awaited {
            rows(&one.headers, &other.headers);
            compare_content(&one.segment(), &one.content, &other.content, whole);
            assert_eq!(one.links, other.links);
        }
    }
    assert_eq!(glance.callbacks.len(), whole.callbacks.len());
    for (one, other) in glance.callbacks.iter().zip(&whole.callbacks) {
        let head = |view: &CallbackView| {
            let CallbackView { name, operation } = view.clone();
            (name, operation.id, operation.method, operation.path, operation.summary)
        };
        assert_eq!(head(one), head(other));
        assert!(one.operation.is_glance);
        assert_eq!(whole.find(&one.segment()), Some(Place::Callback(other)));
    }
    let rest = |view: &OperationView| OperationView {
        parameters: Vec::new(),
        body: Vec::new(),
        responses: Vec::new(),
        callbacks: Vec::new(),
        snippets: Vec::new(),
        is_glance: false,
        ..view.clone()
    };
    assert_eq!(rest(glance), rest(whole));
}

fn compare_content(anchor: &str, glance: &[MediaView], whole: &[MediaView], page: &OperationView) {
    assert_eq!(glance.len(), whole.len());
    for (index, (one, other)) in glance.iter().zip(whole).enumerate() {
        let anchor = child(anchor, &media_segment(index, one));
        assert_eq!(one.name, other.name);
        assert_eq!(one.awaited, !other.examples.is_empty());
        assert_eq!(page.find(&anchor), Some(Place::Media(other)));
        assert_eq!(one.schema.is_some(), other.schema.is_some());
        for (one, other) in one.schema.iter().zip(&other.schema) {
            compare_rows(one, other);
            awaited(one, &anchor, page);
        }
    }
}

fn compare_rows(glance: &RowView, whole: &RowView) {
    let alone = |row: &RowView| RowView { children: Vec::new(), awaited: None, cut: false, ..row.clone() };
    assert_eq!(alone(glance), alone(whole));
    if let Some(count) = glance.awaited {
        assert!(glance.children.is_empty());
        let fields = whole.children.iter().filter(|one| one.form.is_none()).count();
        assert!(count == fields || whole.cut, "{count} {whole:?}");
        return;
    }
    assert_eq!((glance.cut, glance.children.len()), (whole.cut, whole.children.len()));
    glance.children.iter().zip(&whole.children).for_each(|(one, other)| compare_rows(one, other));
}

/// Checks that the whole has every row that is awaited, under the anchor it will be asked for by.
fn awaited(row: &RowView, anchor: &str, page: &OperationView) {
    if row.awaited.is_some() {
        let Some(Place::Row(found)) = page.find(anchor) else { panic!("{anchor}") };
        compare_rows(row, found);
    }
    row.children.iter().for_each(|below| awaited(below, &child(anchor, &below.segment()), page));
}

#[test]
fn a_glance_is_the_beginning_of_the_whole() {
    let form = |name: &str| json!({"title": name, "properties": {name: {"properties": {"x": {}}}}});
    let schema = json!({"$ref": "#/components/schemas/S"});
    let content =
        json!({"application/json": {"schema": schema}, "text/csv": {"example": "a;b"}, "image/png": {"schema": {}}});
    let value = json!({"openapi": "3.1.0", "servers": [{"url": "https://a.fr"}], "paths": {"/x": {"post": {
        "summary": "s", "description": "*d*",
        "parameters": [{"name": "q", "in": "query", "schema": schema}, {"name": "r", "in": "query"}],
        "requestBody": {"required": true, "description": "b", "content": content},
        "responses": {
            "200": {"description": "ok", "content": content, "headers": {"X-A": {"schema": schema}}},
            "404": {"description": "none", "content": content},
            "default": {}},
        "callbacks": {"done": {"{$request.body#/url}": {"post": {"summary": "c", "requestBody": {"content": content}}}}}}}},
        "components": {"schemas": {"S": {
            "properties": {
                "text": {"type": "string", "description": "*t*", "enum": ["1", "2", "3", "4", "5", "6", "7", "8", "9"]},
                "inner": {"required": ["b"], "properties": {"a": {"properties": {"z": {}}}, "b": {}}},
                "list": {"items": {"properties": {"n": {}}}},
                "choice": {"oneOf": [form("u"), form("v")]},
                "again": {"$ref": "#/components/schemas/S"}},
            "oneOf": [form("f"), form("g")]}}}});
    let (glance, whole) = both(value, 0);
    compare(&glance, &whole);
    let root = glance.responses[0].content[0].schema.as_ref().unwrap();
    let said: Vec<_> = root.children.iter().map(|row| (row.name(), row.awaited)).collect();
    let expected = [
        ("text", None),
        ("inner", Some(2)),
        ("list", Some(1)),
        ("choice", Some(0)),
        ("again", None),
        // The first form is open, the other one is not.
        ("f", None),
        ("g", Some(1)),
    ];
    assert_eq!(said, expected);
    assert_eq!(root.children[5].children[0].awaited, Some(1));
    let awaited: Vec<_> = glance.body.iter().map(|media| media.awaited).collect();
    assert_eq!(awaited, [true, true, false]);
    assert_eq!(glance.callbacks[0].operation.body, []);
    let size = |view| serde_json::to_string(view).unwrap().len();
    assert!(size(&glance) * 3 < size(&whole), "{} {}", size(&glance), size(&whole));
}

#[test]
fn a_glance_of_a_webhook_awaits_no_code() {
    let value = json!({"openapi": "3.1.0", "webhooks": {"w": {"post": {"responses": {"204": {}}}}}});
    let (glance, whole) = both(value, 0);
    compare(&glance, &whole);
    assert_eq!(OperationView { is_glance: false, ..glance }, whole);
}
