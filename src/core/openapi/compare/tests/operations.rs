//! Operations and what they take and give, schemas apart.

use super::{check, document, operation};
use serde_json::{Value, json};

#[test]
fn operations_are_matched_by_method_and_path() {
    let paths = |paths: Value| document(json!({ "paths": paths }));
    let one = |path: &str, operation: Value| paths(json!({path: {"get": operation}}));
    for (old, new, expected) in [
        (paths(json!({})), one("/a", json!({})), "+operation-added"),
        (one("/a", json!({})), paths(json!({})), "!operation-removed"),
        (one("/a", json!({"deprecated": true})), paths(json!({})), "!deprecated-operation-removed"),
        (one("/a", json!({})), one("/b", json!({})), "!operation-removed +operation-added"),
        (one("/a/{x}", json!({})), one("/a/{y}", json!({})), "~path-parameter-renamed"),
        (one("/a/{x}/{y}", json!({})), one("/a/{y}/{x}", json!({})), "~path-parameter-renamed ~path-parameter-renamed"),
        (
            paths(json!({"/a/{x}": {"get": {}}, "/a/{y}": {"post": {}}})),
            paths(json!({"/a/{y}": {"post": {}}, "/a/{x}": {"get": {}}})),
            "",
        ),
        (one("/a", json!({"operationId": "a"})), one("/a", json!({"operationId": "b"})), "~operation-id-changed"),
        (one("/a", json!({})), one("/a", json!({"operationId": "b"})), "~operation-id-changed"),
        (one("/a", json!({})), one("/a", json!({"deprecated": true})), "~operation-deprecated"),
        (one("/a", json!({"deprecated": true})), one("/a", json!({"deprecated": false})), "~operation-restored"),
        (
            one("/a", json!({"summary": "a", "tags": ["a"], "description": "a"})),
            one("/a", json!({"summary": "b", "tags": ["b"], "description": "b"})),
            "",
        ),
        (
            paths(json!({"/a": {"get": {}, "put": {}, "post": {}}})),
            paths(json!({"/a": {"post": {}, "patch": {}, "get": {}}})),
            "+operation-added !operation-removed",
        ),
        (
            paths(json!({"/a": {"$ref": "#/components/pathItems/a"}})),
            paths(json!({"/a": {"get": {}}})),
            "+operation-added",
        ),
        (
            document(json!({"webhooks": {"w": {"post": {}}}})),
            document(json!({"webhooks": {"v": {"post": {}}}})),
            "!webhook-removed +webhook-added",
        ),
        (
            one("/a", json!({"callbacks": {"c": {"{$url}": {"post": {}}}}})),
            one("/a", json!({"callbacks": {"d": {"{$url}": {"post": {}}}}})),
            "!callback-removed +callback-added",
        ),
        (
            one("/a", json!({"callbacks": {"c": {"{$url}": {"post": {}}}}})),
            one("/a", json!({"callbacks": {"c": {"{$url}": {"post": {"deprecated": true}, "put": {}}}}})),
            "~operation-deprecated +callback-added",
        ),
    ] {
        check(&old, &new, expected);
    }
}

#[test]
fn parameters() {
    let with = |parameters: Value| operation(json!({ "parameters": parameters }));
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}});
    let page = |more: Value| {
        let mut page = json!({"name": "page", "in": "query", "schema": {"type": "integer"}});
        for (key, value) in more.as_object().unwrap() {
            page[key] = value.clone();
        }
        with(json!([page]))
    };
    let none = || with(json!([]));
    let list = json!({"type": "array", "items": {"type": "string"}});
    for (old, new, expected) in [
        (none(), page(json!({})), "+parameter-added"),
        (none(), page(json!({"required": true})), "!required-parameter-added"),
        (page(json!({})), none(), "!parameter-removed"),
        (page(json!({"required": true})), page(json!({})), "+parameter-made-optional"),
        (page(json!({})), page(json!({"required": true})), "!parameter-made-required"),
        (page(json!({})), page(json!({"in": "header"})), "!parameter-moved"),
        (page(json!({})), page(json!({"name": "p"})), "!parameter-removed +parameter-added"),
        (page(json!({})), page(json!({"name": "Page"})), "!parameter-removed +parameter-added"),
        (page(json!({"in": "header"})), page(json!({"in": "header", "name": "PAGE"})), ""),
        (page(json!({})), page(json!({"deprecated": true})), "~parameter-deprecated"),
        (page(json!({})), page(json!({"description": "the page", "example": 3})), ""),
        (page(json!({})), page(json!({"schema": {"type": "integer", "default": 1}})), "~default-changed"),
        (page(json!({})), page(json!({"schema": {"type": "string"}})), "!type-changed"),
        (page(json!({})), page(json!({"schema": {"type": "number"}})), "+type-widened"),
        (page(json!({})), page(json!({"schema": {"type": "integer", "maximum": 9}})), "!bound-tightened"),
        (page(json!({})), page(json!({"style": "spaceDelimited", "explode": false})), ""),
        (page(json!({"schema": list})), page(json!({"schema": list, "explode": false})), "!parameter-style-changed"),
        (page(json!({"schema": list})), page(json!({"schema": list, "style": "form", "explode": true})), ""),
        (
            page(json!({"schema": list})),
            page(json!({"schema": null, "content": {"application/json": {"schema": list}}})),
            "!parameter-style-changed",
        ),
        (none(), with(json!([id])), ""),
        (
            with(json!([id])),
            with(json!([{"name": "id", "in": "path", "required": true, "style": "label"}])),
            "!parameter-style-changed +schema-removed",
        ),
        (
            with(json!([{"name": "a", "in": "query"}, {"name": "b", "in": "query"}])),
            with(json!([{"name": "b", "in": "query"}, {"name": "a", "in": "query"}])),
            "",
        ),
    ] {
        check(&old, &new, expected);
    }
}

#[test]
fn a_parameter_that_moves_to_a_reference_is_the_same() {
    let page = json!({"name": "page", "in": "query", "schema": {"type": "integer"}});
    let get = json!({"responses": {"200": {"description": "ok"}}});
    let mut old = document(json!({"paths": {"/x": {"get": get}}}));
    let mut new = old.clone();
    old["paths"]["/x"]["get"]["parameters"] = json!([page]);
    new["paths"]["/x"]["parameters"] = json!([{"$ref": "#/components/parameters/page"}]);
    new["components"] = json!({"parameters": {"page": page}});
    check(&old, &new, "");
    new["components"]["parameters"]["page"]["required"] = json!(true);
    check(&old, &new, "!parameter-made-required");
}

#[test]
fn bodies() {
    let with = |body: Value| operation(json!({ "requestBody": body }));
    let text = |more: Value| {
        let mut body = json!({"content": {"application/json": {"schema": {"type": "string"}}}});
        for (key, value) in more.as_object().unwrap() {
            body[key] = value.clone();
        }
        with(body)
    };
    let form = |encoding: Value| {
        let list = json!({"type": "array", "items": {"type": "string"}});
        let schema = json!({"type": "object", "properties": {"list": list, "one": {"type": "string"}}});
        let media = json!({"schema": schema, "encoding": encoding});
        with(json!({"content": {"application/x-www-form-urlencoded": media}}))
    };
    let none = || operation(json!({}));
    for (old, new, expected) in [
        (none(), text(json!({})), "+body-added"),
        (none(), text(json!({"required": true})), "!required-body-added"),
        (text(json!({})), none(), "!body-removed"),
        (text(json!({})), text(json!({"required": true})), "!body-made-required"),
        (text(json!({"required": true})), text(json!({"required": false})), "+body-made-optional"),
        (
            text(json!({})),
            text(json!({"content": {"text/csv": {"schema": {"type": "string"}}}})),
            "!media-type-removed +media-type-added",
        ),
        (
            text(json!({})),
            text(json!({"content": {"Application/JSON": {"schema": {"type": "integer"}}}})),
            "!type-changed",
        ),
        (text(json!({})), text(json!({"content": {"application/json": {}}})), "+schema-removed"),
        (text(json!({"content": {"application/json": {}}})), text(json!({})), "!schema-added"),
        (
            text(json!({"content": {"application/json": {"schema": {}}}})),
            text(json!({"content": {"application/json": {}}})),
            "",
        ),
        (form(json!({})), form(json!({"list": {"style": "form"}, "one": {"explode": false}})), ""),
        (form(json!({})), form(json!({"list": {"explode": false}})), "!part-writing-changed"),
        (form(json!({})), form(json!({"one": {"contentType": "text/csv"}})), "!part-writing-changed"),
    ] {
        check(&old, &new, expected);
    }
}

#[test]
fn a_schema_under_several_media_types_changes_once() {
    let with = |schema: Value| {
        let media = json!({"schema": {"$ref": "#/components/schemas/S"}});
        let mut document = operation(json!({"requestBody": {"content": {"application/json": media, "text/x": media}}}));
        document["components"] = json!({"schemas": {"S": schema}});
        document
    };
    let (old, new) = (with(json!({"type": "string"})), with(json!({"type": "integer"})));
    check(&old, &new, "!type-changed");
    let what = &super::changes(&old, &new)[0].what;
    assert_eq!(what.en, "Request body (application/json, text/x): the type becomes `integer`, formerly `string`.");
    assert_eq!(
        what.fr,
        "Corps de la requête (application/json, text/x)\u{202f}: le type devient «\u{202f}integer\u{202f}», auparavant «\u{202f}string\u{202f}»."
    );
}

#[test]
fn responses() {
    let with = |responses: Value| operation(json!({ "responses": responses }));
    let header = |header: Value| with(json!({"200": {"headers": {"X-Total": header}}}));
    let ok = || with(json!({"200": {}}));
    for (old, new, expected) in [
        (ok(), with(json!({"201": {}})), "!response-removed +response-added"),
        (with(json!({"200": {}, "404": {}})), ok(), "+response-removed"),
        (ok(), with(json!({"200": {}, "404": {}})), "~response-added"),
        (ok(), with(json!({"200": {}, "default": {}})), "~response-added"),
        (with(json!({"default": {}})), with(json!({"404": {}})), "!response-removed ~response-added"),
        (with(json!({"200": {}, "302": {}})), ok(), "!response-removed"),
        (with(json!({"2XX": {}, "5xx": {}})), with(json!({"2xx": {}})), "+response-removed"),
        (ok(), with(json!({"200": {"content": {"application/json": {}}}})), "+media-type-added"),
        (with(json!({"200": {"content": {"application/json": {}}}})), ok(), "!media-type-removed"),
        (with(json!({"200": {"description": "a"}})), with(json!({"200": {"description": "b"}})), ""),
        (ok(), header(json!({})), "+header-added"),
        (header(json!({})), ok(), "~header-removed"),
        (header(json!({"required": true})), ok(), "!header-removed"),
        (header(json!({"required": true})), header(json!({})), "!header-made-optional"),
        (header(json!({})), header(json!({"required": true})), "+header-made-required"),
        (
            header(json!({"schema": {"type": "integer"}})),
            header(json!({"schema": {"type": "string"}})),
            "!type-changed",
        ),
        (with(json!({"200": {"headers": {"x-total": {}}}})), with(json!({"200": {"headers": {"X-TOTAL": {}}}})), ""),
    ] {
        check(&old, &new, expected);
    }
}

#[test]
fn webhooks_go_the_other_way() {
    let with = |schema: Value| {
        let post = json!({"requestBody": {"content": {"application/json": {"schema": schema}}},
            "responses": {"200": {"content": {"application/json": {"schema": schema}}}}});
        document(json!({"webhooks": {"w": {"post": post}}}))
    };
    let (old, new) = (json!({"type": "integer"}), json!({"type": "number"}));
    check(&with(old.clone()), &with(new.clone()), "!type-widened +type-widened");
    check(&with(new), &with(old), "+type-narrowed !type-narrowed");
}
