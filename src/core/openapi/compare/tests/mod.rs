//! What is said of pairs of documents: `!` breaks clients, `+` is compatible, `~` is a note.

mod generations;
mod hostile;
mod operations;
mod properties;
mod schemas;
mod whole;

use super::{Change, Impact, compare};
use crate::core::openapi::{Document, NoDocuments};
use serde_json::{Value, json};

fn changes(old: &Value, new: &Value) -> Vec<Change> {
    let [old, new] = [old, new].map(|value| Document::new(value.clone(), "openapi.json"));
    compare(&old, &NoDocuments, &new, &NoDocuments)
}

/// `!operation-removed ~operation-deprecated`.
fn shown(changes: &[Change]) -> String {
    let sign = |impact| match impact {
        Impact::Breaking => '!',
        Impact::Compatible => '+',
        Impact::Note => '~',
    };
    let shown = changes.iter().map(|change| format!("{}{}", sign(change.impact), change.kind.id()));
    shown.collect::<Vec<_>>().join(" ")
}

/// Compares two documents; the note on a version that does not change is left out.
fn check(old: &Value, new: &Value, expected: &str) {
    let mut found = changes(old, new);
    found.retain(|change| change.kind != super::Kind::ApiVersionUnchanged);
    let said: Vec<&str> = found.iter().map(|change| change.what.en.as_str()).collect();
    assert_eq!(shown(&found), expected, "{said:#?}\n{old}\n{new}");
    for change in &found {
        for (document, pointer) in [(old, &change.old), (new, &change.new)] {
            let leads = pointer.as_ref().is_none_or(|pointer| document.pointer(pointer).is_some());
            assert!(leads, "{pointer:?} of {change:?}");
        }
    }
}

/// A document around `paths` and other members.
fn document(members: Value) -> Value {
    let mut document = json!({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}});
    for (key, value) in members.as_object().unwrap() {
        document[key] = value.clone();
    }
    document
}

/// A document with one operation; it succeeds unless it says otherwise.
fn operation(mut operation: Value) -> Value {
    if operation.get("responses").is_none() {
        operation["responses"] = json!({"200": {"description": "ok"}});
    }
    document(json!({"paths": {"/x/{id}": {"post": operation}}}))
}

/// A document whose one operation takes `schema`.
fn sent(schema: &Value) -> Value {
    operation(json!({"requestBody": {"content": {"application/json": {"schema": schema}}}}))
}

/// A document whose one operation gives `schema`.
fn received(schema: &Value) -> Value {
    operation(json!({"responses": {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}}}))
}
