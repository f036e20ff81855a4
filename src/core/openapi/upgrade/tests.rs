//! Parts of OpenAPI 2.0 in the model.

use crate::core::openapi::model::tests::{check_contents, check_operation, joined};
use crate::core::openapi::{Contents, ExampleValue, MediaType, Operation, SchemeKind};
use serde_json::{Value, json};

fn with(mut parts: Value, post: Value) -> Value {
    parts["swagger"] = json!("2.0");
    parts["paths"] = json!({ "/x": { "post": post } });
    parts
}

#[test]
fn servers_are_made_of_parts() {
    let show = |contents: &Contents<'_>| joined(&contents.servers, |server| server.address(|_| None));
    for (parts, expected) in [
        (json!({}), "https://a.fr"),
        (json!({ "basePath": "/v1/" }), "https://a.fr/v1"),
        (json!({ "basePath": "v1" }), "https://a.fr/v1"),
        (json!({ "host": "b.fr" }), "https://b.fr"),
        (json!({ "host": "b.fr:8080/", "basePath": "/" }), "https://b.fr:8080"),
        (
            json!({ "host": "b.fr", "basePath": "/v1", "schemes": ["http", "https"] }),
            "http://b.fr/v1 | https://b.fr/v1",
        ),
        (json!({ "schemes": ["http"] }), "http://a.fr"),
        // The whole address in `host`.
        (json!({ "host": "http://b.fr", "basePath": "/v1", "schemes": ["https"] }), "http://b.fr/v1"),
    ] {
        check_contents(with(parts, json!({})), show, expected, &[]);
    }
    let own = |operation: &Operation<'_>| joined(&operation.servers, |server| server.address(|_| None));
    let parts = with(json!({ "host": "b.fr", "schemes": ["https"] }), json!({ "schemes": ["http"] }));
    check_operation(&parts, &[], own, "http://b.fr", &[]);
}

fn media(all: &[MediaType<'_>]) -> String {
    joined(all, |one| {
        let schema = one.schema.as_ref().map(|schema| schema.value.to_string()).unwrap_or_default();
        let examples = one.examples.iter().map(|example| match &example.value {
            ExampleValue::Data(value) => {
                format!(" e.g. {}{value}", example.name.map(|name| format!("{name}=")).unwrap_or_default())
            }
            other => format!(" {other:?}"),
        });
        let encoding = one.encoding.iter().map(|part| {
            format!(
                " {}:{}{}",
                part.property,
                part.style.map_or("", |style| style.id()),
                if part.explode == Some(true) { "*" } else { "" }
            )
        });
        format!("{} {schema}{}{}", one.name, examples.collect::<String>(), encoding.collect::<String>())
    })
}

fn body(operation: &Operation<'_>) -> String {
    let Some(body) = &operation.request_body else { return "none".to_owned() };
    format!("{}{}", if body.required { "!" } else { "" }, media(&body.content))
}

#[test]
fn bodies() {
    let whole = |more: Value| {
        let mut body = json!({ "in": "body", "name": "b", "schema": { "type": "string" } });
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        json!([body])
    };
    let place = "/paths/~1x/post/parameters";
    for (root, own, parameters, expected, problems) in [
        (json!(null), json!(null), json!([]), "none", vec![]),
        (json!(null), json!(null), whole(json!({})), r#"application/json {"type":"string"}"#, vec![]),
        (json!(["a/b"]), json!(null), whole(json!({ "required": true })), r#"!a/b {"type":"string"}"#, vec![]),
        (
            json!(["a/b"]),
            json!(["c/d", "e/f"]),
            whole(json!({})),
            r#"c/d {"type":"string"} | e/f {"type":"string"}"#,
            vec![],
        ),
        // A body cannot be a form.
        (
            json!(["multipart/form-data"]),
            json!(null),
            whole(json!({})),
            r#"application/json {"type":"string"}"#,
            vec![],
        ),
        (
            json!(["a/b", "c/d"]),
            json!(null),
            whole(json!({ "x-examples": { "c/d": 1 } })),
            r#"a/b {"type":"string"} | c/d {"type":"string"} e.g. 1"#,
            vec![],
        ),
        (json!(null), json!(null), json!([{ "in": "body", "name": "b" }]), "application/json ", vec![]),
        (
            json!(null),
            json!(null),
            json!([{ "in": "body", "schema": {} }, { "in": "body", "name": "c", "schema": { "type": "null" } }]),
            "application/json {}",
            vec![format!("duplicate-parameter {place}/1")],
        ),
    ] {
        let parts = with(json!({ "consumes": root }), json!({ "consumes": own, "parameters": parameters }));
        let problems: Vec<&str> = problems.iter().map(String::as_str).collect();
        check_operation(&parts, &[], body, expected, &problems);
    }
}

#[test]
fn forms() {
    let text = json!({ "in": "formData", "name": "t", "type": "string", "maxLength": 3, "required": true, "description": "d" });
    let list = json!({ "in": "formData", "name": "l", "type": "array", "items": { "type": "integer" }, "collectionFormat": "multi" });
    let file = json!({ "in": "formData", "name": "f", "type": "file" });
    let t = r#""t":{"type":"string","maxLength":3,"description":"d"}"#;
    let f = r#""f":{"type":"string","format":"binary"}"#;
    for (consumes, parameters, expected) in [
        (
            json!(null),
            json!([text]),
            format!(r#"!application/x-www-form-urlencoded {{"type":"object","properties":{{{t}}},"required":["t"]}}"#),
        ),
        (
            json!(["multipart/form-data"]),
            json!([file]),
            format!(r#"multipart/form-data {{"type":"object","properties":{{{f}}}}}"#),
        ),
        // A file cannot travel in an urlencoded form, nor a form as JSON.
        (
            json!(["application/x-www-form-urlencoded", "application/json"]),
            json!([text, file]),
            format!(r#"!multipart/form-data {{"type":"object","properties":{{{t},{f}}},"required":["t"]}}"#),
        ),
        (
            json!(null),
            json!([list]),
            r#"application/x-www-form-urlencoded {"type":"object","properties":{"l":{"type":"array","items":{"type":"integer"}}}} l:form*"#.to_owned(),
        ),
    ] {
        let parts = with(json!({ "consumes": consumes }), json!({ "parameters": parameters }));
        check_operation(&parts, &[], body, &expected, &[]);
    }
}

#[test]
fn answers() {
    let show = |operation: &Operation<'_>| {
        let response = &operation.responses[0];
        let headers: String = response
            .headers
            .iter()
            .map(|header| {
                format!(
                    " {} {}",
                    header.name,
                    header.schema.as_ref().map(|schema| schema.value.to_string()).unwrap_or_default()
                )
            })
            .collect();
        format!("{}{headers}", media(&response.content))
    };
    for (produces, written, expected) in [
        (json!(["a/b"]), json!({}), ""),
        (json!(null), json!({ "schema": {} }), "application/json {}"),
        (json!(["a/b", "c/d"]), json!({ "schema": {} }), "a/b {} | c/d {}"),
        (
            json!(null),
            json!({ "schema": { "type": "file" } }),
            r#"application/json {"type":"string","format":"binary"}"#,
        ),
        (json!(["a/b"]), json!({ "examples": { "a/b": 1, "c/d": 2 } }), "a/b  e.g. 1 | c/d  e.g. 2"),
        (json!(["a/b"]), json!({ "schema": { "example": 1 } }), r#"a/b {"example":1} e.g. 1"#),
        (json!(null), json!({ "examples": { "first": 1 } }), "application/json  e.g. first=1"),
        (json!(null), json!({ "headers": { "X-A": { "type": "integer" } } }), r#" X-A {"type":"integer"}"#),
    ] {
        let parts = with(json!({}), json!({ "produces": produces, "responses": { "200": written } }));
        check_operation(&parts, &[], show, expected, &[]);
    }
}

#[test]
fn parameters_hold_the_words_of_a_schema() {
    let show = |operation: &Operation<'_>| {
        joined(&operation.parameters, |one| {
            format!(
                "{} {} {}",
                one.name,
                one.location.id(),
                one.schema.as_ref().map(|schema| schema.value.to_string()).unwrap_or_default()
            )
        })
    };
    for (written, expected, problem) in [
        (
            json!({ "in": "query", "type": "integer", "minimum": 1, "odd": 2 }),
            r#"p query {"type":"integer","minimum":1}"#,
            None,
        ),
        (
            json!({ "in": "header", "type": "array", "items": { "type": "string", "name": "x" } }),
            r#"p header {"type":"array","items":{"type":"string"}}"#,
            None,
        ),
        // As in OpenAPI 3.
        (json!({ "in": "query", "schema": { "type": "string" } }), r#"p query {"type":"string"}"#, None),
        (json!({ "in": "cookie", "type": "string" }), "", Some("unknown-value /paths/~1x/post/parameters/0")),
    ] {
        let mut parameter = written;
        parameter["name"] = json!("p");
        let parts = with(json!({}), json!({ "parameters": [parameter] }));
        check_operation(&parts, &[], show, expected, problem.as_slice());
    }
}

#[test]
fn nested_items_end() {
    let items = (0..1_000).fold(json!({ "type": "string" }), |inner, _| json!({ "type": "array", "items": inner }));
    let depth = |operation: &Operation<'_>| {
        let schema = operation.parameters[0].schema.as_ref().unwrap().value.to_string();
        schema.matches("items").count().to_string()
    };
    let parameter = json!({ "in": "query", "name": "p", "type": "array", "items": items });
    check_operation(&with(json!({}), json!({ "parameters": [parameter] })), &[], depth, "16", &[]);
}

#[test]
fn schemes_and_flows() {
    let show = |contents: &Contents<'_>| {
        joined(&contents.schemes, |scheme| match &scheme.kind {
            SchemeKind::OAuth2 { flows, .. } => joined(flows, |flow| {
                format!("{} {:?} {:?} {:?}", flow.kind.id(), flow.authorization_url, flow.token_url, flow.scopes)
            })
            .replace("None", "-"),
            kind => format!("{kind:?}").replace("None", "-"),
        })
    };
    let flow = |flow: &str| json!({ "type": "oauth2", "flow": flow, "authorizationUrl": "/a", "tokenUrl": "t", "scopes": { "s": "S" } });
    let urls = r#"Some("https://a.fr/a") Some("https://a.fr/apis/t") [("s", "S")]"#;
    let place = "/securityDefinitions/s";
    for (written, expected, problem) in [
        (json!({ "type": "basic" }), r#"Http { scheme: "basic", bearer_format: - }"#.to_owned(), ""),
        (
            json!({ "type": "apiKey", "name": "k", "in": "query" }),
            r#"ApiKey { name: "k", location: Query }"#.to_owned(),
            "",
        ),
        (flow("implicit"), format!("implicit {urls}"), ""),
        (flow("password"), format!("password {urls}"), ""),
        (flow("application"), format!("clientCredentials {urls}"), ""),
        (flow("accessCode"), format!("authorizationCode {urls}"), ""),
        (flow("authorizationCode"), String::new(), "unknown-value"),
        (json!({ "type": "oauth2" }), String::new(), "missing-key"),
    ] {
        let problem = if problem.is_empty() { vec![] } else { vec![format!("{problem} {place}")] };
        let problems: Vec<&str> = problem.iter().map(String::as_str).collect();
        check_contents(with(json!({ "securityDefinitions": { "s": written } }), json!({})), show, &expected, &problems);
    }
}
