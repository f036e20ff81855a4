//! The list of operations: methods, references of path items, names; webhooks and callbacks.

use super::{check_operation, document, folder, joined, said, with_get};
use crate::core::openapi::{Operation, OperationEntry, OperationKind};
use serde_json::{Value, json};

fn line(entry: &OperationEntry<'_>) -> String {
    let kind = match entry.kind {
        OperationKind::Path => "",
        OperationKind::Webhook => "hook ",
        OperationKind::Callback => "back ",
    };
    format!("{kind}{} {} {}", entry.method, entry.path, entry.id)
}

fn check(parts: &Value, others: &[(&'static str, Value)], expected: &str, problems: &[&str]) {
    let (document, documents) = (document(parts), folder(others));
    let (entries, found) = document.operations(&documents);
    assert_eq!(joined(&entries, line), expected, "{parts}");
    assert_eq!(said(&found), problems, "{parts}");
}

#[test]
fn methods_of_every_generation() {
    let item = json!({ "summary": "s", "parameters": [], "servers": [], "trace": {}, "Get": {}, "x-get": {},
        "query": {}, "additionalOperations": { "COPY": {}, "GET": {}, "copy": {} } });
    let expected = "TRACE /x trace-x | GET /x get-x | QUERY /x query-x | COPY /x copy-x | copy /x copy-x-2";
    check(&json!({ "paths": { "/x": item } }), &[], expected, &[]);
}

#[test]
fn what_is_no_operation_is_passed_over() {
    let paths = json!({ "/a": { "get": "x", "post": null, "put": {} }, "/b": [], "/c": null, "x-d": { "get": {} } });
    check(&json!({ "paths": paths }), &[], "PUT /a put-a", &["wrong-type /paths/~1a/get", "wrong-type /paths/~1b"]);
    check(&json!({ "paths": [] }), &[], "", &["wrong-type /paths"]);
    check(&json!({}), &[], "", &[]);
}

#[test]
fn names_are_unique_and_never_take_the_place_of_an_id() {
    let paths = json!({
        "/x": { "get": { "operationId": "a" }, "put": { "operationId": "a" }, "post": {} },
        "/X": { "post": { "operationId": "" }, "get": { "operationId": "post-x" } },
        "/é/{id}": { "get": {} }
    });
    let expected = "GET /x a | PUT /x put-x | POST /x post-x-2 | POST /X post-x-3 | GET /X post-x | \
                    GET /é/{id} get-e-id";
    check(&json!({ "paths": paths }), &[], expected, &["duplicate-operation /paths/~1x/put"]);
}

#[test]
fn path_items_refer_to_others() {
    let other = json!({ "get": { "operationId": "theirs" }, "post": {} });
    let others = [("https://a.fr/apis/x.json", other.clone())];
    // What is beside the reference wins.
    let item = json!({ "$ref": "x.json", "get": { "operationId": "ours" } });
    check(&json!({ "paths": { "/x": item } }), &others, "GET /x ours | POST /x post-x", &[]);
    let local = json!({ "paths": { "/x": { "$ref": "#/components/pathItems/i" } }, "components": { "pathItems": { "i": other } } });
    check(&local, &[], "GET /x theirs | POST /x post-x", &[]);
    let missing = json!({ "paths": { "/x": { "$ref": "y.json" }, "/y": { "$ref": "#/nowhere", "get": {} } } });
    let problems = ["reference-document /paths/~1x", "reference-broken /paths/~1y"];
    check(&missing, &others, "GET /y get-y", &problems);
    let circle = json!({ "paths": { "/x": { "$ref": "#/paths/~1y", "get": {} }, "/y": { "$ref": "#/paths/~1x" } } });
    let (document, documents) = (document(&circle), folder(&[]));
    let (entries, found) = document.operations(&documents);
    assert_eq!(joined(&entries, line), "GET /x get-x | GET /y get-y");
    assert!(!found.is_empty() && found.iter().all(|problem| problem.code == "reference-cycle"), "{found:?}");
}

#[test]
fn the_path_lends_its_words() {
    let show = |operation: &Operation<'_>| {
        format!("{:?} {:?} {:?} {}", operation.summary, operation.description, operation.tags, operation.deprecated)
    };
    for (get, expected) in [
        (json!({}), r#"Some("is") Some("id") [] false"#),
        (json!({ "summary": "s", "tags": ["t", 1], "deprecated": true }), r#"Some("s") Some("id") ["t"] true"#),
        (json!({ "description": "d", "deprecated": "true" }), r#"Some("is") Some("d") [] true"#),
    ] {
        let parts = json!({ "paths": { "/x": { "summary": "is", "description": "id", "get": get } } });
        check_operation(&parts, &[], show, expected, &[]);
    }
}

#[test]
fn webhooks_come_after_paths() {
    let parts = json!({
        "webhooks": { "new": { "post": {} }, "x": { "$ref": "#/components/pathItems/i" } },
        "x-webhooks": { "old": { "post": {} } },
        "paths": { "/new": { "post": {} } },
        "components": { "pathItems": { "i": { "put": { "operationId": "i" } } } }
    });
    let expected =
        "POST /new post-new | hook POST new webhook-post-new | hook PUT x i | hook POST old webhook-post-old";
    check(&parts, &[], expected, &[]);
}

#[test]
fn callbacks_have_operations_of_their_own() {
    let show = |operation: &Operation<'_>| {
        joined(&operation.callbacks, |callback| format!("{}: {}", callback.name, joined(&callback.operations, line)))
    };
    let done = json!({ "{$request.body#/url}": { "post": { "operationId": "done" } }, "x-y": { "get": {} } });
    let mut parts = with_get(json!({ "callbacks": {
        "done": done, "again": { "$ref": "#/components/callbacks/c" }, "lost": { "$ref": "#/nowhere" }, "bad": 1
    } }));
    parts["components"] = json!({ "callbacks": { "c": { "{$url}": { "put": {} } } } });
    let expected = "done: back POST {$request.body#/url} done | again: back PUT {$url} again-put-url";
    let problems = ["reference-broken /paths/~1x/get/callbacks/lost", "wrong-type /paths/~1x/get/callbacks/bad"];
    check_operation(&parts, &[], show, expected, &problems);
}
