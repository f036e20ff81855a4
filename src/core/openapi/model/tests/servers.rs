//! Servers: at which level, with which variables, relative to what.

use super::{check_contents, check_operation, document, joined};
use crate::core::openapi::{Contents, NoDocuments, Operation, Server};
use serde_json::{Value, json};

fn addresses(servers: &[Server<'_>]) -> String {
    joined(servers, |server| server.address(|_| None))
}

fn of_operation(operation: &Operation<'_>) -> String {
    addresses(&operation.servers)
}

fn of_document(contents: &Contents<'_>) -> String {
    addresses(&contents.servers)
}

#[test]
fn the_nearest_level_wins() {
    let at = |url: &str| json!([{ "url": url }]);
    for (root, item, operation, expected) in [
        (json!(null), json!(null), json!(null), "https://a.fr"),
        (json!([]), json!([]), json!([]), "https://a.fr"),
        (at("https://d.fr/"), json!(null), json!(null), "https://d.fr"),
        (at("https://d.fr"), at("https://p.fr"), json!(null), "https://p.fr"),
        (at("https://d.fr"), at("https://p.fr"), json!([]), "https://p.fr"),
        (at("https://d.fr"), at("https://p.fr"), at("https://o.fr/v1"), "https://o.fr/v1"),
    ] {
        let get = json!({ "servers": operation });
        let parts = json!({ "servers": root, "paths": { "/x": { "servers": item, "get": get } } });
        check_operation(&parts, &[], of_operation, expected, &[]);
    }
    // Webhooks and callbacks are called at an address of the client's own.
    let hook = json!({ "servers": at("https://d.fr"), "webhooks": { "n": { "post": {} } } });
    check_operation(&hook, &[], of_operation, "", &[]);
}

#[test]
fn relative_addresses_start_from_the_document() {
    for (own, url, expected) in [
        (json!(null), "/v1", "https://a.fr/v1"),
        (json!(null), "v1/", "https://a.fr/apis/v1"),
        (json!(null), "..", "https://a.fr"),
        (json!(null), "//b.fr/v1", "https://b.fr/v1"),
        (json!("https://b.fr/x/doc.json"), "v1", "https://b.fr/x/v1"),
        (json!("/y/doc.json"), "v1", "https://a.fr/y/v1"),
        (json!("https://b.fr/x/doc.json#f"), "/", "https://b.fr"),
    ] {
        let parts = json!({ "$self": own, "servers": [{ "url": url }] });
        check_contents(parts, of_document, expected, &[]);
    }
    // A path of another document brings the address of that document.
    let parts = json!({ "paths": { "/x": { "$ref": "https://b.fr/items/x.json" } } });
    let other = json!({ "servers": [{ "url": "v2" }], "get": {} });
    check_operation(&parts, &[("https://b.fr/items/x.json", other)], of_operation, "https://b.fr/items/v2", &[]);
}

#[test]
fn variables() {
    let one = |url: &str, variables: Value| json!({ "servers": [{ "url": url, "variables": variables }] });
    let at = "/servers/0";
    for (parts, expected, problem) in [
        (one("https://{r}.fr", json!({ "r": { "default": "a" } })), "https://a.fr", None),
        (one("https://a.fr:{port}", json!({ "port": { "default": 8080 } })), "https://a.fr:8080", None),
        (one("https://{r}.fr", json!({ "r": { "default": "b", "enum": ["a", "b"] } })), "https://b.fr", None),
        (
            one("https://{r}.fr", json!({ "r": { "default": "c", "enum": ["a", "b"] } })),
            "https://c.fr",
            Some(format!("server-variable {at}/variables/r")),
        ),
        (
            one("https://{r}.fr", json!({ "r": { "enum": ["a"] } })),
            "https://a.fr",
            Some(format!("missing-key {at}/variables/r")),
        ),
        (one("https://a.fr/{v}", json!({})), "https://a.fr/{v}", Some(format!("server-variable {at}"))),
        (one("https://a.fr/{v", json!({})), "https://a.fr/{v", None),
        (json!({ "servers": [{ "description": "no address" }] }), "https://a.fr", Some(format!("missing-key {at}"))),
        (json!({ "servers": { "url": "/" } }), "https://a.fr", Some("wrong-type /servers".to_owned())),
        (json!({ "servers": ["https://b.fr"] }), "https://a.fr", Some(format!("wrong-type {at}"))),
    ] {
        let problems: Vec<&str> = problem.iter().map(String::as_str).collect();
        check_contents(parts, of_document, expected, &problems);
    }
}

#[test]
fn chosen_values_take_the_place_of_defaults() {
    let variables = json!({ "r": { "default": "a", "description": "d" }, "v": { "default": "1" } });
    let document =
        document(&json!({ "servers": [{ "url": "https://{r}.fr/{v}/{r}", "name": "n", "variables": variables }] }));
    let (contents, _) = document.contents(&NoDocuments);
    let server = &contents.servers[0];
    let address = server.address(|name| (name == "r").then(|| "{v}".to_owned()));
    assert_eq!(address, "https://{v}.fr/1/{v}");
    assert_eq!((server.name, server.variables[0].description), (Some("n"), Some("d")));
    assert_eq!(server.base_url(), super::ADDRESS);
}
