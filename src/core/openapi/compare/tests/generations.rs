//! One API as OpenAPI 2.0, 3.0 and 3.1 write it: the same but for a note.

use super::{changes, shown};
use serde_json::{Value, json};

fn two() -> Value {
    let user = json!({"type": "object", "required": ["id", "name"], "properties": {
        "id": {"type": "integer", "format": "int64", "readOnly": true},
        "name": {"type": "string", "maxLength": 40, "x-nullable": true},
        "photo": {"type": "string", "format": "byte"},
        "age": {"type": "number", "minimum": 0, "exclusiveMinimum": true},
        "friends": {"type": "array", "items": {"$ref": "#/definitions/User"}},
    }});
    let list = json!({
        "operationId": "list",
        "parameters": [
            {"name": "tags", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
            {"name": "page", "in": "query", "type": "integer", "default": 1},
            {"name": "X-Trace", "in": "header", "type": "string"},
        ],
        "responses": {"200": {"description": "ok", "schema": {"type": "array", "items": {"$ref": "#/definitions/User"}},
            "headers": {"X-Total": {"type": "integer"}}}},
    });
    let create = json!({
        "parameters": [{"name": "user", "in": "body", "required": true, "schema": {"$ref": "#/definitions/User"}}],
        "responses": {"201": {"description": "ok"}},
    });
    let upload = json!({
        "consumes": ["multipart/form-data"],
        "security": [{"oauth": ["write"]}],
        "parameters": [
            {"name": "id", "in": "path", "required": true, "type": "integer"},
            {"name": "file", "in": "formData", "required": true, "type": "file"},
            {"name": "note", "in": "formData", "type": "string"},
        ],
        "responses": {"204": {"description": "ok"}},
    });
    json!({
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "host": "a.fr",
        "basePath": "/v1",
        "schemes": ["https"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "security": [{"basic": []}],
        "securityDefinitions": {
            "basic": {"type": "basic"},
            "oauth": {"type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://a.fr/a",
                "tokenUrl": "https://a.fr/t", "scopes": {"write": "w"}},
        },
        "paths": {"/users": {"get": list, "post": create}, "/users/{id}/file": {"put": upload}},
        "definitions": {"User": user},
    })
}

/// The same in 3.0, or 3.1 where the two differ.
fn three(version: &str) -> Value {
    let modern = version != "3.0.3";
    let name = match modern {
        true => json!({"type": ["string", "null"], "maxLength": 40}),
        false => json!({"type": "string", "maxLength": 40, "nullable": true}),
    };
    let photo = match modern {
        true => json!({"type": "string", "contentEncoding": "base64"}),
        false => json!({"type": "string", "format": "byte"}),
    };
    let age = match modern {
        true => json!({"type": "number", "exclusiveMinimum": 0}),
        false => json!({"type": "number", "minimum": 0, "exclusiveMinimum": true}),
    };
    let reference = json!({"$ref": "#/components/schemas/User"});
    let user = json!({"type": "object", "required": ["name", "id"], "properties": {
        "id": {"type": "integer", "format": "int64", "readOnly": true},
        "name": name, "photo": photo, "age": age,
        "friends": {"type": "array", "items": reference},
    }});
    let list = json!({
        "operationId": "list",
        "parameters": [
            {"name": "x-trace", "in": "header", "schema": {"type": "string"}},
            {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
            {"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}},
        ],
        "responses": {"200": {"description": "ok", "headers": {"X-Total": {"schema": {"type": "integer"}}},
            "content": {"application/json": {"schema": {"type": "array", "items": reference}}}}},
    });
    let create = json!({
        "requestBody": {"required": true, "content": {"application/json": {"schema": reference}}},
        "responses": {"201": {"description": "ok"}},
    });
    let file = match modern {
        true => json!({"type": "string", "contentMediaType": "application/octet-stream"}),
        false => json!({"type": "string", "format": "binary"}),
    };
    let form = json!({"type": "object", "required": ["file"],
        "properties": {"file": file, "note": {"type": "string"}}});
    let upload = json!({
        "security": [{"code": ["write"]}],
        "parameters": [{"name": "user", "in": "path", "required": true, "schema": {"type": "integer"}}],
        "requestBody": {"required": true, "content": {"multipart/form-data": {"schema": form}}},
        "responses": {"204": {"description": "ok"}},
    });
    json!({
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://a.fr/v1"}],
        "security": [{"login": []}],
        "paths": {"/users": {"post": create, "get": list}, "/users/{user}/file": {"put": upload}},
        "components": {
            "schemas": {"User": user},
            "securitySchemes": {
                "login": {"type": "http", "scheme": "basic"},
                "code": {"type": "oauth2", "flows": {"authorizationCode": {"authorizationUrl": "https://a.fr/a",
                    "tokenUrl": "https://a.fr/t", "scopes": {"write": "w"}}}},
            },
        },
    })
}

#[test]
fn one_api_in_three_generations_is_the_same() {
    let versions = [two(), three("3.0.3"), three("3.1.0")];
    for old in &versions {
        for new in &versions {
            let found = changes(old, new);
            let notes = match (old == new, old.get("swagger").is_some() == new.get("swagger").is_some()) {
                (true, _) => "",
                (false, true) => "~openapi-version-changed",
                // Names of path variables differ between 2.0 and the others.
                (false, false) => "~openapi-version-changed ~path-parameter-renamed",
            };
            let said: Vec<&str> = found.iter().map(|change| change.what.en.as_str()).collect();
            assert_eq!(shown(&found), notes, "{said:#?}");
        }
    }
}

#[test]
fn a_change_between_generations_is_seen() {
    let mut new = three("3.1.0");
    new["components"]["schemas"]["User"]["properties"]["name"]["maxLength"] = json!(30);
    new["paths"]["/users/{user}/file"]["put"]["requestBody"]["content"]["multipart/form-data"]["schema"]["required"] =
        json!(["file", "note"]);
    let found = changes(&two(), &new);
    assert_eq!(
        shown(&found),
        "~openapi-version-changed !bound-tightened +bound-tightened ~path-parameter-renamed \
        !property-made-required ~api-version-unchanged"
    );
}
