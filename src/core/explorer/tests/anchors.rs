//! Addresses of what operations show.

use super::super::anchor::{BODY, child, media_segment};
use super::*;

/// Every anchor of an operation, as its page makes them.
pub(super) fn of(view: &OperationView) -> Vec<String> {
    let mut anchors = Vec::new();
    operation("", view, &mut anchors);
    anchors
}

fn operation(prefix: &str, view: &OperationView, anchors: &mut Vec<String>) {
    for one in &view.parameters {
        row(child(prefix, &one.anchor()), &one.row, anchors);
    }
    if !view.body.is_empty() {
        content(child(prefix, BODY), &view.body, anchors);
    }
    for response in &view.responses {
        let anchor = child(prefix, &response.segment());
        for header in &response.headers {
            row(child(&child(&anchor, "headers"), &header.row.segment()), &header.row, anchors);
        }
        content(anchor, &response.content, anchors);
    }
    for callback in &view.callbacks {
        let anchor = child(prefix, &callback.segment());
        operation(&anchor, &callback.operation, anchors);
        anchors.push(anchor);
    }
}

fn content(anchor: String, content: &[MediaView], anchors: &mut Vec<String>) {
    for (index, media) in content.iter().enumerate() {
        let anchor = child(&anchor, &media_segment(index, media));
        match &media.schema {
            Some(root) => row(anchor, root, anchors),
            None => anchors.push(anchor),
        }
    }
    anchors.push(anchor);
}

fn row(anchor: String, view: &RowView, anchors: &mut Vec<String>) {
    view.children.iter().for_each(|below| row(child(&anchor, &below.segment()), below, anchors));
    anchors.push(anchor);
}

#[test]
fn everything_shown_has_an_address_of_its_own() {
    let schema = json!({"properties": {"a.b": {"items": {"properties": {"c d": {}}}}, "items": {}, "-items": {}},
        "additionalProperties": {"properties": {"x": {}}}, "oneOf": [{"title": "T", "properties": {"t": {}}}, {"type": "object", "properties": {"u": {}}}]});
    let content = json!({"application/json": {"schema": schema}, "text/csv": {}});
    let value = json!({"openapi": "3.1.0", "paths": {"/x": {"post": {
        "parameters": [{"name": "q", "in": "query"}, {"name": "q", "in": "header"}],
        "requestBody": {"content": content},
        "responses": {"200": {"content": content, "headers": {"X-A": {}}}, "default": {}},
        "callbacks": {"done": {"{$request.body#/url}": {"post": {"requestBody": {"content": content}}}}}}}}});
    let view = operation_of(value, 0);
    let anchors = of(&view);
    for anchor in [
        "parameter-query.q",
        "parameter-header.q",
        "body",
        "body.content",
        "body.content.a~2e~b.-items.c~20~d",
        "body.content.items",
        "body.content.~2d~items",
        "body.content.-additionalProperties.x",
        "body.content.-oneOf-0.t",
        "body.content-text/csv",
        "response-200",
        "response-200.headers.X-A",
        "response-200.content.a~2e~b",
        "response-default",
        "callback-done-post-request-body-url.body.content.items",
    ] {
        assert!(anchors.iter().any(|one| one == anchor), "{anchor}: {anchors:#?}");
    }
    assert!(anchors.iter().all(|anchor| view.has(anchor)));
    let mut once = anchors.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), anchors.len());
    for unknown in
        ["", "x", "body.", "body.content.no", "response-2", "response-200.content.a~2e~b.c", "parameter-query"]
    {
        assert!(!view.has(unknown), "{unknown}");
    }
}
