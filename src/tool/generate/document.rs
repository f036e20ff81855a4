//! A whole document, made of resources on which a handful of operations is offered.

use super::paths::{self, PER_RESOURCE};
use super::random::Random;
use super::schema::{Schemas, reference};
use super::{Asked, Generation, words};
use serde_json::{Map, Value, json};

/// Resources under one tag.
const PER_TAG: usize = 4;
/// How 3.1 documents call the schema of errors, beside its place.
const ERROR: &str = "error";

/// The document asked for.
pub(super) fn document(asked: &Asked) -> Value {
    let mut random = Random::new(asked.seed);
    let names: Vec<String> = (0..asked.operations.div_ceil(PER_RESOURCE)).map(words::resource).collect();
    let mut schemas = shared_schemas(asked.generation);
    let mut examples = Map::new();
    let mut parameters = shared_parameters();
    let mut paths = Map::new();
    let mut tags = Vec::new();
    let mut left = asked.operations;
    for (number, name) in names.iter().enumerate() {
        let tag = format!("group-{}", number / PER_TAG + 1);
        if number % PER_TAG == 0 {
            tags.push(json!({ "name": tag, "description": words::sentences(&mut random, 2) }));
        }
        let mut writer = Schemas { generation: asked.generation, random: &mut random, names: &names };
        writer.resource(name, &mut schemas, &mut examples);
        parameters.insert(format!("{name}-id"), identifier(&mut random, name));
        paths::operations(&mut paths, &mut random, &tag, name, left);
        left = left.saturating_sub(PER_RESOURCE);
    }
    let description = words::description(&mut random, 6);
    let mut document = json!({
        "openapi": match asked.generation { Generation::V3_0 => "3.0.3", Generation::V3_1 => "3.1.0" },
        "info": {
            "version": "1.1.4",
            "title": "Generated API",
            "description": description,
            "license": { "name": "MIT", "url": "https://spdx.org/licenses/MIT" },
            "contact": { "name": "Support", "url": "https://support.example.com" },
        },
        "tags": tags,
        "servers": [{ "url": "https://api.example.com" }],
        "externalDocs": { "description": "Reference", "url": "https://docs.example.com/rest" },
        "security": [{ "token": [] }, {}],
        "paths": paths,
    });
    if let Some(webhooks) = paths::webhooks(asked.generation, &names) {
        document["webhooks"] = webhooks;
    }
    document["components"] = json!({
        "schemas": schemas,
        "examples": examples,
        "parameters": parameters,
        "responses": shared_responses(asked.generation),
        "headers": { "link": { "description": "Other pages", "schema": { "type": "string" } } },
        "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
    });
    document
}

fn shared_schemas(generation: Generation) -> Map<String, Value> {
    let user = json!({
        "title": "Simple User",
        "type": "object",
        "properties": {
            "login": { "type": "string" },
            "id": { "type": "integer", "format": "int64" },
            "avatar_url": { "type": "string", "format": "uri" },
            "kind": { "type": "string", "enum": ["user", "organization", "robot"] },
        },
        "required": ["login", "id"],
    });
    let event = json!({
        "type": "object",
        "properties": {
            "action": { "type": "string" },
            "sender": reference("simple-user"),
            "sent_at": { "type": "string", "format": "date-time" },
        },
        "required": ["action", "sender"],
    });
    let mut basic = json!({ "type": "object", "properties": {
        "message": { "type": "string" }, "documentation_url": { "type": "string" }, "status": { "type": "string" } } });
    if generation == Generation::V3_1 {
        basic["$anchor"] = Value::from(ERROR);
    }
    let detail = json!({ "type": "object", "required": ["code"], "properties": {
        "resource": { "type": "string" }, "field": { "type": "string" }, "code": { "type": "string" },
        "value": { "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "array", "items": { "type": "string" } }] },
        "causes": { "type": "array", "items": reference("error-detail") } } });
    let validation = json!({ "type": "object", "required": ["message", "errors"], "properties": {
        "message": { "type": "string" }, "errors": { "type": "array", "items": reference("error-detail") } } });
    let schemas = [
        ("simple-user", user),
        ("base-event", event),
        ("basic-error", basic),
        ("error-detail", detail),
        ("validation-error", validation),
    ];
    schemas.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}

fn shared_parameters() -> Map<String, Value> {
    let query = |name: &str, description: &str, schema: Value| json!({ "name": name, "description": description, "in": "query", "required": false, "schema": schema });
    let owner = json!({ "name": "owner", "in": "path", "required": true, "schema": { "type": "string" },
        "description": "The account that owns the resource, without regard to case." });
    let parameters = [
        ("owner", owner),
        (
            "per-page",
            query("per_page", "The number of results per page (max 100).", json!({ "type": "integer", "default": 30 })),
        ),
        ("page", query("page", "The page number of the results to fetch.", json!({ "type": "integer", "default": 1 }))),
        (
            "since",
            query("since", "Only what changed after this time.", json!({ "type": "string", "format": "date-time" })),
        ),
        (
            "direction",
            query("direction", "The order of the results.", json!({ "type": "string", "enum": ["asc", "desc"] })),
        ),
    ];
    parameters.into_iter().map(|(name, parameter)| (name.to_owned(), parameter)).collect()
}

fn identifier(random: &mut Random, name: &str) -> Value {
    json!({
        "name": format!("{}_id", name.replace('-', "_")),
        "description": words::sentences(random, 1),
        "in": "path",
        "required": true,
        "schema": { "type": "integer" },
        "example": 1 + random.below(9_999),
    })
}

fn shared_responses(generation: Generation) -> Value {
    let error = match generation {
        Generation::V3_0 => reference("basic-error"),
        Generation::V3_1 => json!({ "$ref": format!("#{ERROR}") }),
    };
    let response = |description: &str, schema: &Value| {
        let content = json!({ "application/json": { "schema": schema } });
        json!({ "description": description, "content": content })
    };
    json!({
        "not_found": response("Resource not found", &error),
        "forbidden": response("Forbidden", &error),
        "validation_failed": response("Validation failed, or the endpoint has been spammed.", &reference("validation-error")),
    })
}
