//! Servers, security, versions: what concerns the API as a whole.

use super::{changes, check, document, shown};
use serde_json::{Value, json};

#[test]
fn servers() {
    let with = |servers: Value| document(json!({"paths": {"/a": {"get": {}}}, "servers": servers}));
    let url = |url: &str| with(json!([{ "url": url }]));
    let variable = |variable: Value| with(json!([{"url": "https://{v}.a.fr", "variables": {"v": variable}}]));
    for (old, new, expected) in [
        (url("https://a.fr"), url("https://b.fr"), "!server-removed +server-added"),
        (url("https://a.fr"), url("https://a.fr/"), ""),
        (url("https://a.fr"), with(json!([{"url": "https://b.fr"}, {"url": "https://a.fr"}])), "+server-added"),
        (with(json!([])), url("/"), ""),
        (
            variable(json!({"default": "x", "enum": ["x", "y"]})),
            variable(json!({"default": "z", "enum": ["z", "y"]})),
            "~server-default-changed !server-value-removed +server-value-added",
        ),
        (variable(json!({"default": "x"})), variable(json!({"default": "x", "enum": ["x"]})), ""),
    ] {
        check(&old, &new, expected);
    }
    // Said once for the document, and for each operation that has its own.
    let old = document(json!({"paths": {"/a": {"get": {}}, "/b": {"get": {}}}, "servers": [{"url": "/1"}]}));
    let mut new = old.clone();
    new["servers"] = json!([{"url": "/2"}]);
    check(&old, &new, "!server-removed +server-added");
    new["paths"]["/b"]["servers"] = json!([{"url": "/1"}]);
    check(&old, &new, "!server-removed +server-added");
    new["servers"] = json!([{"url": "/1"}]);
    new["paths"]["/b"]["servers"] = json!([{"url": "/3"}]);
    let found = changes(&old, &new);
    assert_eq!(shown(&found[..2]), "!server-removed +server-added");
    assert!(found[..2].iter().all(|change| change.operation.as_ref().unwrap().path == "/b"));
}

#[test]
fn security() {
    let schemes = json!({
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "basic": {"type": "http", "scheme": "basic"},
        "oauth": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/t", "scopes": {}}}},
    });
    let with = |security: Value| {
        document(json!({"paths": {"/a": {"get": {"security": security}}}, "components": {"securitySchemes": schemes}}))
    };
    for (old, new, expected) in [
        (json!([]), json!([{"key": []}]), "!security-required"),
        (json!([{"key": []}]), json!([]), "+security-lifted"),
        (json!([{"key": []}]), json!([{"key": []}, {}]), "+security-lifted"),
        (json!([{"key": []}]), json!([{"key": []}, {"basic": []}]), "+security-option-added"),
        (json!([{"key": []}, {"basic": []}]), json!([{"key": []}]), "!security-option-removed"),
        (json!([{"key": []}]), json!([{"basic": []}]), "!security-option-removed +security-option-added"),
        (json!([{"key": []}]), json!([{"key": [], "basic": []}]), "!security-tightened"),
        (json!([{"key": [], "basic": []}]), json!([{"basic": []}]), "+security-loosened"),
        (json!([{"key": []}, {"key": [], "basic": []}]), json!([{"key": []}]), "+security-option-removed"),
        (json!([{"oauth": ["a"]}]), json!([{"oauth": ["a", "b"]}]), "!scope-added"),
        (json!([{"oauth": ["b", "a"]}]), json!([{"oauth": ["a"]}]), "+scope-removed"),
        (json!([{"key": []}, {"basic": []}]), json!([{"basic": []}, {"key": []}]), ""),
        (json!([{}]), json!([]), ""),
    ] {
        check(&with(old), &with(new), expected);
    }
}

#[test]
fn schemes() {
    let with = |name: &str, scheme: Value| {
        document(json!({"paths": {"/a": {"get": {}}}, "security": [{name: []}],
            "components": {"securitySchemes": {name: scheme}}}))
    };
    let key = |name: &str| json!({"type": "apiKey", "in": "header", "name": name});
    let flow = |kind: &str, url: &str| json!({"type": "oauth2", "flows": {kind: {"tokenUrl": url, "scopes": {}}}});
    for (old, new, expected) in [
        (with("s", key("X")), with("s", key("Y")), "!security-scheme-changed"),
        (with("s", key("X")), with("t", key("X")), ""),
        (with("s", key("X")), with("t", key("Y")), "!security-option-removed +security-option-added"),
        (
            with("s", json!({"type": "http", "scheme": "bearer"})),
            with("s", json!({"type": "http", "scheme": "Bearer", "bearerFormat": "JWT"})),
            "~security-scheme-changed",
        ),
        (with("s", flow("password", "/a")), with("s", flow("clientCredentials", "/a")), "!flow-removed +flow-added"),
        (with("s", flow("password", "/a")), with("s", flow("password", "/b")), "!security-scheme-changed"),
    ] {
        check(&old, &new, expected);
    }
    // Inherited by every operation, it is said once.
    let two = |security: Value| document(json!({"paths": {"/a": {"get": {}, "put": {}}}, "security": security}));
    let found = changes(&two(json!([])), &two(json!([{"k": []}])));
    assert_eq!(shown(&found), "!security-required ~api-version-unchanged");
    assert_eq!(found[0].operation, None);
}

#[test]
fn versions() {
    let with =
        |version: &str, paths: Value| document(json!({"info": {"title": "T", "version": version}, "paths": paths}));
    let (some, none) = (json!({"/a": {"get": {}}}), json!({}));
    for (old, new, expected) in [
        (with("1", some.clone()), with("1", none.clone()), "!operation-removed ~api-version-unchanged"),
        (with("1", some.clone()), with("2", none.clone()), "!operation-removed"),
        (with("1", none.clone()), with("1", some.clone()), "+operation-added"),
        (with("1", some.clone()), with("2", some.clone()), ""),
    ] {
        assert_eq!(shown(&changes(&old, &new)), expected);
    }
    let mut later = with("1", some.clone());
    later["openapi"] = json!("3.0.3");
    assert_eq!(shown(&changes(&later, &with("1", some))), "~openapi-version-changed");
}

#[test]
fn what_is_not_at_hand_is_said() {
    let with = |schema: Value| super::received(&schema);
    let (old, new) = (with(json!({"$ref": "other.json#/a"})), with(json!({"$ref": "other.json#/b"})));
    assert_eq!(shown(&changes(&old, &new)), "~missing-document");
    let item = document(json!({"paths": {"/a": {"$ref": "item.json"}}}));
    assert_eq!(shown(&changes(&item, &item)), "~missing-document");
    let body = document(json!({"paths": {"/a": {"get": {"requestBody": {"$ref": "body.json"}}}}}));
    assert_eq!(shown(&changes(&body, &body)), "~missing-document");
}
