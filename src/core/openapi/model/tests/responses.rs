//! Answers, their headers and links.

use super::{check_operation, joined, with_get};
use crate::core::openapi::{LinkTarget, Operation, Status};
use serde_json::json;

#[test]
fn statuses() {
    for (text, expected) in [
        ("200", Some(Status::Code(200))),
        ("999", Some(Status::Code(999))),
        ("2XX", Some(Status::Range(2))),
        ("5xx", Some(Status::Range(5))),
        ("default", Some(Status::Default)),
        ("Default", Some(Status::Default)),
        ("6XX", None),
        ("2X0", None),
        ("20", None),
        ("2000", None),
        ("+20", None),
        ("1é", None),
        ("", None),
    ] {
        assert_eq!(Status::parse(text), expected, "{text}");
    }
    assert!(Status::Range(2).includes(204) && !Status::Range(2).includes(304) && Status::Default.includes(1));
    assert!(Status::Code(201).is_success() && !Status::Code(304).is_success() && !Status::Default.is_success());
}

#[test]
fn answers_in_document_order() {
    let show = |operation: &Operation<'_>| {
        joined(&operation.responses, |one| {
            let headers: Vec<String> = one
                .headers
                .iter()
                .map(|header| {
                    let flags = [(header.required, "!"), (header.deprecated, "~"), (header.explode, "*")];
                    let flags: String = flags.into_iter().filter(|one| one.0).map(|one| one.1).collect();
                    format!(" {}{flags} {}", header.name, header.description.unwrap_or("-"))
                })
                .collect();
            let content: String = one.content.iter().map(|media| format!(" {}", media.name)).collect();
            format!("{:?} {:?} {:?}{content}{}", one.status, one.summary, one.description, headers.concat())
                .replace("None", "-")
        })
    };
    let place = "/paths/~1x/get/responses";
    for (written, expected, problems) in [
        (json!({}), "", vec![]),
        (json!({ "default": {}, "2XX": {}, "200": {} }), "Default - - | Range(2) - - | Code(200) - -", vec![]),
        (
            json!({ "200": { "summary": "s", "description": "d", "content": { "a/b": {}, "c/d": {} } } }),
            r#"Code(200) Some("s") Some("d") a/b c/d"#,
            vec![],
        ),
        (
            json!({ "ok": {}, "x-y": {}, "404": 1 }),
            "",
            vec![format!("unknown-value {place}/ok"), format!("wrong-type {place}/404")],
        ),
        (
            json!({ "404": { "$ref": "#/components/responses/r", "description": "d" } }),
            r#"Code(404) - Some("d") e/f"#,
            vec![],
        ),
        (json!({ "404": { "$ref": "o.json" } }), "", vec![format!("reference-document {place}/404")]),
        (
            json!({ "200": { "headers": {
                "x-rate": { "required": true, "explode": true, "schema": {} },
                "Link": { "$ref": "#/components/headers/h", "description": "d" },
                "bad": true
            } } }),
            "Code(200) - - x-rate!* - Link~ d",
            vec![format!("wrong-type {place}/200/headers/bad")],
        ),
        (json!([]), "", vec![format!("wrong-type {place}")]),
    ] {
        let mut parts = with_get(json!({ "responses": written }));
        parts["components"] = json!({
            "responses": { "r": { "description": "there", "content": { "e/f": {} } } }, "headers": { "h": { "deprecated": true } }
        });
        let problems: Vec<&str> = problems.iter().map(String::as_str).collect();
        check_operation(&parts, &[], show, expected, &problems);
    }
}

#[test]
fn links() {
    let show = |operation: &Operation<'_>| {
        joined(&operation.responses[0].links, |link| {
            let target = match link.target {
                LinkTarget::Id(id) => format!("id {id}"),
                LinkTarget::Reference(reference) => format!("ref {reference}"),
            };
            let server = link.server.as_ref().map(|server| server.address(|_| None));
            format!(
                "{} {target} {:?} {:?} {server:?}",
                link.name,
                link.parameters,
                link.request_body.map(ToString::to_string)
            )
            .replace("None", "-")
        })
    };
    let place = "/paths/~1x/get/responses/200/links/l";
    for (written, expected, problems) in [
        (json!({ "operationId": "a" }), "l id a [] - -", vec![]),
        (json!({ "operationRef": "#/paths/~1y/get" }), "l ref #/paths/~1y/get [] - -", vec![]),
        (json!({ "operationId": "a", "operationRef": "b" }), "l id a [] - -", vec![]),
        (
            json!({ "operationId": "a", "parameters": { "id": "$response.body#/id" }, "requestBody": 1, "server": { "url": "/v" } }),
            r#"l id a [("id", String("$response.body#/id"))] Some("1") Some("https://a.fr/v")"#,
            vec![],
        ),
        (json!({ "description": "d" }), "", vec![format!("missing-key {place}")]),
        (json!({ "$ref": "#/nowhere" }), "", vec![format!("reference-broken {place}")]),
    ] {
        let parts = with_get(json!({ "responses": { "200": { "links": { "l": written } } } }));
        let problems: Vec<&str> = problems.iter().map(String::as_str).collect();
        check_operation(&parts, &[], show, expected, &problems);
    }
}
