//! Parameters, bodies and the encoding of their parts.

use super::{check_operation, joined, with_get};
use crate::core::openapi::{Operation, Parameter};
use serde_json::{Value, json};

/// `name in style`: `*` exploded, `!` required, `~` deprecated, `?` may be empty, `%` keeps reserved characters.
fn line(one: &Parameter<'_>) -> String {
    let flags = [(one.explode, '*'), (one.required, '!'), (one.deprecated, '~'), (one.allow_empty_value, '?')];
    let flags: String =
        flags.into_iter().chain([(one.allow_reserved, '%')]).filter(|one| one.0).map(|one| one.1).collect();
    let content = one.content.as_ref().map(|media| format!(" {}", media.name)).unwrap_or_default();
    format!("{} {} {}{flags}{content}", one.name, one.location.id(), one.style.id())
}

fn lines(operation: &Operation<'_>) -> String {
    joined(&operation.parameters, line)
}

fn check(path: &str, item: Value, own: Value, expected: &str, problems: &[&str]) {
    let parts = json!({ "paths": { path: { "parameters": item, "get": { "parameters": own } } } });
    check_operation(&parts, &[], lines, expected, problems);
}

fn query(name: &str, description: &str) -> Value {
    json!({ "name": name, "in": "query", "description": description })
}

#[test]
fn those_of_the_operation_take_the_place_of_those_of_the_path() {
    let described = |operation: &Operation<'_>| {
        joined(&operation.parameters, |one| format!("{} {}", one.name, one.description.unwrap_or("-")))
    };
    let header = |name: &str, text: &str| json!({ "name": name, "in": "header", "description": text });
    for (item, own, expected, problems) in [
        (json!([query("a", "p"), query("b", "p")]), json!([query("a", "o")]), "b p | a o", vec![]),
        // Another place is another parameter; headers have no case, other names do.
        (json!([query("a", "p")]), json!([header("a", "o")]), "a p | a o", vec![]),
        (
            json!([header("X-A", "p"), query("A", "p")]),
            json!([header("x-a", "o"), query("a", "o")]),
            "A p | x-a o | a o",
            vec![],
        ),
        (
            json!([]),
            json!([query("a", "1"), query("a", "2")]),
            "a 1",
            vec!["duplicate-parameter /paths/~1x/get/parameters/1"],
        ),
        (
            json!([query("a", "1"), query("a", "2")]),
            json!([]),
            "a 1",
            vec!["duplicate-parameter /paths/~1x/parameters/1"],
        ),
        (json!("none"), json!([query("a", "o")]), "a o", vec!["wrong-type /paths/~1x/parameters"]),
    ] {
        let parts = json!({ "paths": { "/x": { "parameters": item, "get": { "parameters": own } } } });
        check_operation(&parts, &[], described, expected, &problems);
    }
}

#[test]
fn styles_and_flags_with_their_defaults() {
    let place = "/paths/~1x~1{p}/get/parameters/0";
    let path = json!([{ "name": "p", "in": "path", "required": true }]);
    let p = "p path simple!";
    for (written, expected, problem) in [
        (json!({ "in": "query" }), "q query form*", ""),
        (json!({ "in": "query", "explode": false, "required": true, "deprecated": true }), "q query form!~", ""),
        (json!({ "in": "query", "allowEmptyValue": true, "allowReserved": true }), "q query form*?%", ""),
        (json!({ "in": "query", "style": "deepObject" }), "q query deepObject*", ""),
        (json!({ "in": "query", "style": "pipeDelimited" }), "q query pipeDelimited", ""),
        (json!({ "in": "query", "style": "matrix" }), "q query form*", "unknown-value"),
        (json!({ "in": "header", "allowEmptyValue": true }), "q header simple", ""),
        (json!({ "in": "header", "style": "form" }), "q header simple", "unknown-value"),
        (json!({ "in": "cookie" }), "q cookie form*", ""),
        (json!({ "in": "cookie", "style": "cookie" }), "q cookie cookie*", ""),
        (json!({ "in": "querystring", "content": { "a/b": {} } }), "q querystring form* a/b", ""),
        (json!({ "in": "query", "content": { "a/b": {}, "c/d": {} } }), "q query form* a/b", ""),
        (json!({ "in": "query", "schema": {}, "content": { "a/b": {} } }), "q query form*", ""),
        (json!({ "in": "query", "required": "yes" }), "q query form*", "wrong-type /required"),
        (json!({ "in": "query", "style": 1 }), "q query form*", "wrong-type /style"),
        (json!({ "in": "form" }), "", "unknown-value"),
        (json!({}), "", "missing-key"),
    ] {
        let mut parameter = written.clone();
        parameter["name"] = json!("q");
        let (code, below) = problem.split_once(' ').unwrap_or((problem, ""));
        let problem = if code.is_empty() { vec![] } else { vec![format!("{code} {place}{below}")] };
        let problems: Vec<&str> = problem.iter().map(String::as_str).collect();
        let expected = if expected.is_empty() { p.to_owned() } else { format!("{p} | {expected}") };
        check("/x/{p}", path.clone(), json!([parameter]), &expected, &problems);
    }
}

#[test]
fn names_of_the_path_and_parameters_go_together() {
    let own = |name: &str| json!([{ "name": name, "in": "path" }]);
    let made = "id path simple!";
    for (path, written, expected, problems) in [
        ("/x/{id}", own("id"), "id path simple!", vec![]),
        ("/x/{id}", json!([]), made, vec!["path-parameter /paths/~1x~1{id}/get"]),
        ("/x/{id}/{id}", json!([]), made, vec!["path-parameter /paths/~1x~1{id}~1{id}/get"]),
        ("/x/{id", json!([]), "", vec![]),
        ("/x", own("id"), "", vec!["path-parameter /paths/~1x/get/parameters/0"]),
        // The name is exact.
        (
            "/x/{id}",
            own("Id"),
            made,
            vec!["path-parameter /paths/~1x~1{id}/get/parameters/0", "path-parameter /paths/~1x~1{id}/get"],
        ),
        (
            "/x/{id}",
            json!([{ "in": "path" }]),
            made,
            vec!["missing-key /paths/~1x~1{id}/get/parameters/0", "path-parameter /paths/~1x~1{id}/get"],
        ),
    ] {
        check(path, json!([]), written, expected, &problems);
    }
    // The name of a webhook is no path.
    let hook = json!({ "webhooks": { "{id}": { "get": {} } } });
    check_operation(&hook, &[], lines, "", &[]);
}

#[test]
fn references_to_parameters() {
    let described = |operation: &Operation<'_>| {
        joined(&operation.parameters, |one| format!("{} {:?} {}", one.name, one.description, one.pointer))
    };
    let parts = |version: &str| {
        let mut parts = with_get(json!({ "parameters": [
            { "$ref": "#/components/parameters/a", "description": "beside" }, { "$ref": "#/nowhere" }, { "$ref": "o.json#/b" }
        ] }));
        parts["openapi"] = json!(version);
        parts["components"] = json!({ "parameters": { "a": query("a", "there") } });
        parts
    };
    let others = [("https://a.fr/apis/o.json", json!({ "b": query("b", "other") }))];
    let problems = ["reference-broken /paths/~1x/get/parameters/1"];
    let b = r#"b Some("other") /b"#;
    let modern = format!(r#"a Some("beside") /components/parameters/a | {b}"#);
    check_operation(&parts("3.1.0"), &others, described, &modern, &problems);
    let older = format!(r#"a Some("there") /components/parameters/a | {b}"#);
    check_operation(&parts("3.0.3"), &others, described, &older, &problems);
}

fn body(operation: &Operation<'_>) -> String {
    let Some(body) = &operation.request_body else { return "none".to_owned() };
    let content = joined(&body.content, |media| {
        let encoding = media.encoding.iter().map(|part| {
            let style = part.style.map(|style| style.id());
            let headers: Vec<&str> = part.headers.iter().map(|header| header.name).collect();
            format!(
                " {}:{:?} {style:?} {:?} {:?} {headers:?}",
                part.property, part.content_type, part.explode, part.allow_reserved
            )
            .replace("None", "-")
        });
        let kinds = [(media.schema.is_some(), " schema"), (media.item_schema.is_some(), " items")];
        let kinds: String = kinds.into_iter().filter(|one| one.0).map(|one| one.1).collect();
        format!("{}{kinds}{}", media.name, encoding.collect::<String>())
    });
    format!("{}{:?}: {content}", if body.required { "!" } else { "" }, body.description).replace("None", "-")
}

#[test]
fn bodies_and_their_encodings() {
    let form = json!({ "schema": { "type": "object" }, "encoding": {
        "a": { "contentType": "image/png, image/jpeg", "headers": { "X-A": { "schema": {} }, "x-b": {} } },
        "b": { "style": "deepObject", "explode": true, "allowReserved": false },
        "c": { "style": "odd", "explode": "no" }
    } });
    let place = "/paths/~1x/get/requestBody";
    for (written, expected, problems) in [
        (json!(null), "none", vec![]),
        (json!([]), "none", vec![format!("wrong-type {place}")]),
        (json!({}), "-: ", vec![]),
        (
            json!({ "required": true, "description": "d", "content": { "a/b": { "schema": true }, "text/*": {} } }),
            r#"!Some("d"): a/b schema | text/*"#,
            vec![],
        ),
        (json!({ "content": { "application/jsonl": { "itemSchema": {} } } }), "-: application/jsonl items", vec![]),
        (
            json!({ "content": { "multipart/form-data": form } }),
            r#"-: multipart/form-data schema a:Some("image/png, image/jpeg") - - - ["X-A", "x-b"] b:- Some("deepObject") Some(true) Some(false) [] c:- - - - []"#,
            vec![format!("wrong-type {place}/content/multipart~1form-data/encoding/c/explode")],
        ),
        (json!({ "content": { "a/b": 1 } }), "-: ", vec![format!("wrong-type {place}/content/a~1b")]),
        (json!({ "$ref": "#/nowhere" }), "none", vec![format!("reference-broken {place}")]),
        (json!({ "$ref": "#/components/requestBodies/b", "description": "d" }), r#"Some("d"): c/d"#, vec![]),
    ] {
        let mut parts = with_get(json!({ "requestBody": written }));
        parts["components"] = json!({
            "requestBodies": { "b": { "content": { "c/d": { "$ref": "#/components/mediaTypes/m" } } } },
            "mediaTypes": { "m": {} }
        });
        let problems: Vec<&str> = problems.iter().map(String::as_str).collect();
        check_operation(&parts, &[], body, expected, &problems);
    }
}
