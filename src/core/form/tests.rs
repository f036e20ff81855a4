//! Which field each schema gets.

use super::*;
use crate::core::authorization::Metadata;
use crate::core::openapi::{Document, FlowKind, NoDocuments, OperationId};
use serde_json::{Value, json};

fn form_of(operation: Value, components: Value) -> Form {
    let document = json!({"openapi": "3.1.0", "servers": [{"url": "https://{r}.a.fr/v1",
        "variables": {"r": {"default": "eu", "enum": ["eu", "us"]}}}],
        "paths": {"/x/{id}": {"post": operation}}, "components": components});
    let document = Document::new(document, "https://a.fr/api.json");
    let entry = document.operations(&NoDocuments).0.remove(0);
    let (operation, _) = document.operation(&OperationId::new(entry.id.as_str()), &NoDocuments).unwrap();
    form(&operation, &NoDocuments)
}

/// A control in short: `text:date`, `list(number)`, `{a! b}`.
fn shown(control: &Control) -> String {
    let field = |field: &FieldForm| {
        let mark = if field.required { "!" } else { "" };
        format!("{}{mark}:{}", field.name, shown(&field.control))
    };
    match control {
        Control::Text { kind, .. } => format!("{kind:?}").to_lowercase(),
        Control::Number { integer: true } => "integer".into(),
        Control::Number { integer: false } => "number".into(),
        Control::Boolean => "boolean".into(),
        Control::Choice(choices) => choices.iter().map(|choice| choice.value.to_string()).collect::<Vec<_>>().join("|"),
        Control::List { item } => format!("list({})", shown(&item.control)),
        Control::Object { fields, others } => {
            let others = others.as_ref().map(|others| format!("*:{}", shown(&others.control)));
            format!("{{{}}}", fields.iter().map(field).chain(others).collect::<Vec<_>>().join(" "))
        }
        Control::Alternatives(forms) => format!("<{}>", forms.iter().map(field).collect::<Vec<_>>().join(" ")),
        Control::File { several: true } => "files".into(),
        Control::File { several: false } => "file".into(),
        Control::Json => "json".into(),
    }
}

fn schemas() -> Value {
    json!({"schemas": {
        "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}},
        "Dog": {"type": "object", "properties": {"kind": {"const": "dog"}}},
        "Tree": {"type": "object", "properties": {"name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}
    }})
}

#[test]
fn each_schema_has_its_control() {
    for (schema, expect) in [
        (json!({"type": "string"}), "line"),
        (json!({}), "json"),
        (json!({"type": "string", "format": "date"}), "date"),
        (json!({"type": "string", "format": "date-time"}), "datetime"),
        (json!({"type": "string", "format": "password"}), "password"),
        (json!({"type": "string", "maxLength": 5000}), "lines"),
        (json!({"type": "string", "format": "uuid", "maxLength": 5000}), "line"),
        (json!({"type": ["integer", "null"]}), "integer"),
        (json!({"type": "number"}), "number"),
        (json!({"type": "boolean"}), "boolean"),
        (json!({"enum": ["a", 1]}), "\"a\"|1"),
        (json!({"const": true}), "true"),
        (json!({"type": ["string", "integer"]}), "line"),
        (json!({"type": "array", "items": {"type": "number"}}), "list(number)"),
        (json!({"type": "array"}), "list(json)"),
        (json!({"type": "array", "prefixItems": [{"type": "number"}]}), "json"),
        (json!({"type": "object"}), "{*:json}"),
        (json!({"type": "object", "additionalProperties": {"type": "boolean"}}), "{*:boolean}"),
        (json!({"properties": {"a": {"type": "string"}, "r": {"readOnly": true}}, "required": ["a"]}), "{a!:line}"),
        (
            json!({"allOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"b": {"type": "number"}}}]}),
            "{a:line b:number}",
        ),
        (
            json!({"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}),
            "<Cat:{kind!:\"cat\" lives:integer} Dog:{kind:\"dog\"}>",
        ),
        (
            json!({"anyOf": [{"$ref": "#/components/schemas/Dog"}], "properties": {"o": {"type": "boolean"}}}),
            "{o:boolean kind:\"dog\"}",
        ),
        (json!({"oneOf": [{"type": "string"}, {"type": "null"}]}), "line"),
        (json!({"$ref": "#/components/schemas/Tree"}), "{name:line children:list(json)}"),
        (
            json!({"type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "array",
            "items": {"type": "array", "items": {"type": "array", "items": {"type": "array"}}}}}}}),
            "list(list(list(list(list(list(json))))))",
        ),
    ] {
        let form = form_of(json!({"requestBody": {"content": {"application/json": {"schema": schema}}}}), schemas());
        assert_eq!(shown(&form.body.unwrap().media[0].field.control), expect, "{schema}");
    }
}

#[test]
fn bodies_are_filled_in_by_their_media_type() {
    let schema = json!({"type": "object", "properties": {"f": {"type": "string", "format": "binary"},
        "l": {"type": "array", "items": {"type": "string", "format": "binary"}}, "t": {"type": "string"}}});
    for (media, kind, expect) in [
        ("application/json", BodyKind::Json, "{f:line l:list(line) t:line}"),
        ("application/problem+json", BodyKind::Json, "{f:line l:list(line) t:line}"),
        ("multipart/form-data", BodyKind::Fields, "{f:file l:files t:line}"),
        ("application/x-www-form-urlencoded", BodyKind::Fields, "{f:file l:files t:line}"),
        ("application/xml", BodyKind::Xml, "{f:line l:list(line) t:line}"),
        ("text/plain", BodyKind::Text, "{f:line l:list(line) t:line}"),
        ("image/*", BodyKind::File, "{f:line l:list(line) t:line}"),
    ] {
        let form =
            form_of(json!({"requestBody": {"required": true, "content": {media: {"schema": schema}}}}), json!({}));
        let body = form.body.unwrap();
        assert!(body.required);
        assert_eq!((body.media[0].kind, shown(&body.media[0].field.control).as_str()), (kind, expect), "{media}");
    }
    assert_eq!(form_of(json!({}), json!({})).body, None);
}

#[test]
fn parameters_say_where_they_go_and_what_they_mean() {
    let operation = json!({"parameters": [
        {"name": "id", "in": "path", "required": true, "description": "The **identifier**, see [here](https://a.fr).\n\nMore.",
         "schema": {"type": "string", "default": "d", "examples": ["e"]}},
        {"name": "q", "in": "query", "deprecated": true, "example": 3, "schema": {"type": "integer", "example": 4}},
        {"name": "c", "in": "query", "content": {"application/json": {"schema": {"type": "boolean"}}}}],
        "responses": {"200": {"content": {"text/csv": {}, "application/json": {}}}, "400": {"content": {"a/b": {}}}}});
    let form = form_of(operation, json!({}));
    let fields: Vec<_> = form
        .parameters
        .iter()
        .map(|one| (one.location.as_str(), one.field.name.as_str(), shown(&one.field.control)))
        .collect();
    assert_eq!(
        fields,
        [("path", "id", "line".to_owned()), ("query", "q", "integer".into()), ("query", "c", "boolean".into())]
    );
    let [id, q, _] = form.parameters.as_slice() else { panic!() };
    assert_eq!(id.field.hint, "The identifier, see here.");
    assert_eq!((&id.field.default, &id.field.example), (&Some(json!("d")), &Some(json!("e"))));
    assert!(q.field.deprecated && q.field.example == Some(json!(3)));
    assert_eq!(form.accepted, ["text/csv", "application/json"]);
    assert_eq!(form.servers[0].address, "https://eu.a.fr/v1");
    assert_eq!(form.servers[0].variables[0].values, ["eu", "us"]);
    assert_eq!(form.origins, ["https://eu.a.fr", "https://us.a.fr"]);
}

#[test]
fn what_proves_who_calls_says_how_it_is_given() {
    let components = json!({"securitySchemes": {
        "query": {"type": "apiKey", "in": "query", "name": "k"}, "cookie": {"type": "apiKey", "in": "cookie", "name": "k"},
        "described": {"type": "oauth2", "oauth2MetadataUrl": "https://a.fr/m", "flows": {}},
        "key": {"type": "apiKey", "in": "header", "name": "X"}, "basic": {"type": "http", "scheme": "Basic"},
        "tls": {"type": "mutualTLS"}, "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://a.fr/o"},
        "oauth": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/token", "scopes": {"r": "*read*"}}}}}});
    let security = json!([{"key": [], "basic": []}, {"tls": []}, {"oidc": []}, {"oauth": ["r"]}, {"gone": []}, {},
        {"query": [], "cookie": []}, {"described": []}]);
    let form = form_of(json!({"security": security}), components);
    let inputs: Vec<Vec<_>> =
        form.security.iter().map(|all| all.iter().map(|one| one.input.clone()).collect()).collect();
    let flow = FlowForm {
        kind: FlowKind::ClientCredentials,
        authorization_url: None,
        token_url: Some("https://a.fr/token".into()),
        refresh_url: None,
        device_authorization_url: None,
        scopes: vec![("r".into(), "read".into())],
    };
    assert_eq!(
        inputs,
        [
            vec![SchemeInput::Value, SchemeInput::Account],
            vec![SchemeInput::Outside],
            vec![SchemeInput::Discovery("https://a.fr/o".into())],
            vec![SchemeInput::Token(vec![flow])],
            vec![SchemeInput::Value],
            vec![],
            vec![SchemeInput::Value, SchemeInput::Value],
            vec![SchemeInput::Discovery("https://a.fr/m".into())],
        ]
    );
    let noted = form.security.iter().flatten().filter(|one| one.note.is_some()).map(|one| one.name.as_str());
    assert_eq!(noted.collect::<Vec<_>>(), ["tls", "query", "cookie"]);
    assert_eq!(form.security[3][0].scopes, ["r"]);
}

#[test]
fn a_server_may_describe_its_ways_itself() {
    let body = br#"{"issuer":"https://a.fr","authorization_endpoint":"https://a.fr/auth","token_endpoint":"https://a.fr/token",
        "scopes_supported":["openid","r"],"grant_types_supported":["authorization_code","client_credentials"]}"#;
    let (metadata, _) = Metadata::read("https://a.fr/.well-known/openid-configuration", 200, body).unwrap();
    let found = flows(&metadata);
    let shown: Vec<_> = found.iter().map(|flow| (flow.kind, flow.token_url.as_deref(), flow.scopes.len())).collect();
    let token = Some("https://a.fr/token");
    assert_eq!(shown, [(FlowKind::AuthorizationCode, token, 2), (FlowKind::ClientCredentials, token, 2)]);
}

#[test]
fn forms_stay_small_whatever_the_document() {
    let wide: serde_json::Map<String, Value> = (0..3_000).map(|index| (format!("p{index}"), json!({}))).collect();
    let mut deep = json!({"type": "string"});
    for _ in 0..100 {
        deep =
            json!({"type": "object", "properties": {"a": deep, "b": {"type": "array", "items": {"type": "string"}}}});
    }
    for schema in [json!({"properties": wide}), deep, json!({"$ref": "#/components/schemas/Loop"})] {
        let form = form_of(
            json!({"requestBody": {"content": {"application/json": {"schema": schema}}}}),
            json!({"schemas": {"Loop": {"anyOf": [{"$ref": "#/components/schemas/Loop"}, {"properties":
                {"a": {"$ref": "#/components/schemas/Loop"}}}]}}}),
        );
        assert!(serde_json::to_string(&form).unwrap().len() < 400_000);
    }
}
