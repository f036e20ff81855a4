//! The operations on each resource.

use super::Generation;
use super::random::Random;
use super::schema::reference;
use super::words;
use serde_json::{Map, Value, json};

/// Operations on one resource: one for each way of [`operations`].
pub(super) const PER_RESOURCE: usize = 6;

/// Adds the first `count` operations on the resource `name` to `paths`.
pub(super) fn operations(paths: &mut Map<String, Value>, random: &mut Random, tag: &str, name: &str, count: usize) {
    let group = format!("/{tag}/{{owner}}/{name}s");
    let one = format!("{group}/{{{}_id}}", name.replace('-', "_"));
    let ways: [(&str, &str, &str); PER_RESOURCE] = [
        ("list", "get", &group),
        ("create", "post", &group),
        ("get", "get", &one),
        ("update", "patch", &one),
        ("delete", "delete", &one),
        ("lock", "put", &format!("{one}/lock")),
    ];
    for (verb, method, path) in ways.into_iter().take(count) {
        let operation = operation(random, tag, name, verb);
        let item = paths.entry(path).or_insert_with(|| item(name, path != group));
        item[method] = operation;
    }
}

fn item(name: &str, of_one: bool) -> Value {
    let mut parameters = vec![json!({ "$ref": "#/components/parameters/owner" })];
    if of_one {
        parameters.push(json!({ "$ref": format!("#/components/parameters/{name}-id") }));
    }
    json!({ "parameters": parameters })
}

fn operation(random: &mut Random, tag: &str, name: &str, verb: &str) -> Value {
    let count = 3 + random.below(3);
    let mut operation = json!({
        "summary": format!("{verb} a {}", name.replace('-', " ")),
        "description": words::description(random, count),
        "tags": [tag],
        "operationId": format!("{tag}/{verb}-{name}"),
        "externalDocs": {
            "description": "API method documentation",
            "url": format!("https://docs.example.com/rest/{tag}/{name}#{verb}"),
        },
    });
    if random.chance(3) {
        operation["deprecated"] = Value::Bool(true);
    }
    if verb == "list" {
        operation["parameters"] = parameters(random);
    }
    if matches!(verb, "create" | "update") {
        operation["requestBody"] = request_body(name, verb);
    }
    operation["responses"] = responses(name, verb);
    if verb == "create" {
        let called = json!({ "content": { "application/json": { "schema": reference(&format!("{name}-event")) } } });
        let callback =
            json!({ "post": { "requestBody": called, "responses": { "200": { "description": "Received" } } } });
        operation["callbacks"] = json!({ "changed": { "{$request.body#/callback_url}": callback } });
    }
    operation["x-catalogue"] = json!({ "category": tag, "subcategory": name, "enabledForApps": random.chance(70) });
    operation
}

fn parameters(random: &mut Random) -> Value {
    let mut parameters: Vec<Value> = ["per-page", "page", "since", "direction"]
        .iter()
        .map(|name| json!({ "$ref": format!("#/components/parameters/{name}") }))
        .collect();
    for number in 0..1 + random.below(3) {
        let mut parameter = json!({
            "name": format!("filter_{number}"),
            "in": "query",
            "description": words::sentences(random, 2),
            "required": false,
            "schema": { "type": "string", "enum": ["open", "closed", "all"], "default": "open" },
        });
        if random.chance(20) {
            parameter["schema"] = json!({ "type": "array", "items": { "type": "string" } });
            parameter["explode"] = Value::Bool(false);
        }
        parameters.push(parameter);
    }
    Value::Array(parameters)
}

fn request_body(name: &str, verb: &str) -> Value {
    let schema = if verb == "create" {
        reference(&format!("{name}-input"))
    } else {
        json!({ "allOf": [reference(&format!("{name}-input")), { "type": "object", "minProperties": 1 }] })
    };
    let examples = json!({ "default": { "$ref": format!("#/components/examples/{name}-input") } });
    json!({ "required": true, "content": { "application/json": { "schema": schema, "examples": examples } } })
}

fn responses(name: &str, verb: &str) -> Value {
    let mut responses = Map::new();
    if verb == "list" {
        let schema = json!({ "type": "array", "items": reference(&format!("{name}-simple")) });
        let examples = json!({ "default": { "$ref": format!("#/components/examples/{name}-items") } });
        let content = json!({ "application/json": { "schema": schema, "examples": examples } });
        let headers = json!({ "Link": { "$ref": "#/components/headers/link" } });
        responses
            .insert("200".to_owned(), json!({ "description": "Response", "content": content, "headers": headers }));
    } else if matches!(verb, "delete" | "lock") {
        responses.insert("204".to_owned(), json!({ "description": "Response" }));
    } else {
        let examples = json!({ "default": { "$ref": format!("#/components/examples/{name}") } });
        let content = json!({ "application/json": { "schema": reference(name), "examples": examples } });
        let status = if verb == "create" { "201" } else { "200" };
        responses.insert(status.to_owned(), json!({ "description": "Response", "content": content }));
    }
    let failures: &[(&str, &str)] = match verb {
        "list" | "get" => &[("404", "not_found")],
        _ => &[("403", "forbidden"), ("404", "not_found"), ("422", "validation_failed")],
    };
    for (status, name) in failures {
        responses.insert((*status).to_owned(), json!({ "$ref": format!("#/components/responses/{name}") }));
    }
    Value::Object(responses)
}

/// The calls the API makes itself, one for each resource (3.1).
pub(super) fn webhooks(generation: Generation, names: &[String]) -> Option<Value> {
    if generation == Generation::V3_0 {
        return None;
    }
    let webhook = |name: &String| {
        let content = json!({ "application/json": { "schema": reference(&format!("{name}-event")) } });
        let operation = json!({
            "operationId": format!("{name}-changed"),
            "requestBody": { "required": true, "content": content },
            "responses": { "200": { "description": "Received" } },
        });
        (format!("{name}-changed"), json!({ "post": operation }))
    };
    Some(Value::Object(names.iter().map(webhook).collect()))
}
