//! [`Outline`]: the operations of a document, without its schemas.

use super::model::methods;
use super::version::{declared, scalar};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a document says of itself, and its operations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Version of the specification: `2.0`, `3.1.0`.
    pub openapi: String,
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// Addresses of the servers, templates as written.
    pub servers: Vec<String>,
    /// Operations, in document order.
    pub operations: Vec<OutlineOperation>,
}

/// One operation of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineOperation {
    /// `operationId`, where the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// HTTP method, upper case.
    pub method: String,
    /// Path template.
    pub path: String,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// `summary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// `deprecated`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deprecated: bool,
}

/// Lists what `document` (OpenAPI 2.0, 3.0, 3.1 or 3.2) contains; `None` when it is not an OpenAPI document.
///
/// Lenient: what is missing or of another type is left empty.
pub fn outline(document: &Value) -> Option<Outline> {
    let openapi = declared(document)?;
    let text = |pointer: &str| document.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(Outline {
        openapi,
        title: text("/info/title"),
        version: document.pointer("/info/version").and_then(scalar).unwrap_or_default(),
        servers: servers(document),
        operations: operations(document),
    })
}

fn servers(document: &Value) -> Vec<String> {
    if let Some(servers) = document.get("servers").and_then(Value::as_array) {
        return servers.iter().filter_map(|server| server.get("url")?.as_str()).map(str::to_owned).collect();
    }
    // OpenAPI 2.0 §Swagger Object: scheme, host and basePath are apart.
    let Some(host) = document.get("host").and_then(Value::as_str) else { return Vec::new() };
    let base = document.get("basePath").and_then(Value::as_str).unwrap_or_default();
    let schemes = document.get("schemes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let named: Vec<String> =
        schemes.iter().filter_map(Value::as_str).map(|scheme| format!("{scheme}://{host}{base}")).collect();
    if named.is_empty() { vec![format!("https://{host}{base}")] } else { named }
}

fn operations(document: &Value) -> Vec<OutlineOperation> {
    let Some(paths) = document.get("paths").and_then(Value::as_object) else { return Vec::new() };
    let mut operations = Vec::new();
    for (path, item) in paths {
        for (method, _, operation) in methods(item).filter(|(_, _, operation)| operation.is_object()) {
            let text = |key: &str| operation.get(key).and_then(Value::as_str).map(str::to_owned);
            let tags = operation.get("tags").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            operations.push(OutlineOperation {
                id: text("operationId"),
                method,
                path: path.clone(),
                tags: tags.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                summary: text("summary"),
                deprecated: operation.get("deprecated").and_then(Value::as_bool).unwrap_or_default(),
            });
        }
    }
    operations
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn lists_operations_of_every_generation() {
        let two = json!({"swagger": "2.0", "info": {"title": "T", "version": 1}, "host": "a.fr", "basePath": "/v1",
            "paths": {"/x": {"get": {"operationId": "x", "tags": ["t"]}, "parameters": []}, "/y": null}});
        let outline = super::outline(&two).unwrap();
        assert_eq!((outline.openapi.as_str(), outline.version.as_str()), ("2.0", "1"));
        assert_eq!(outline.servers, ["https://a.fr/v1"]);
        assert_eq!(outline.operations.len(), 1);
        assert_eq!(outline.operations[0].method, "GET");

        let three =
            json!({"openapi": "3.2.0", "servers": [{"url": "/"}], "paths": {"/x": {"query": {"deprecated": true}}}});
        let outline = super::outline(&three).unwrap();
        assert!(outline.operations[0].deprecated);
        assert_eq!(outline.servers, ["/"]);

        assert_eq!(super::outline(&json!({"info": {}})), None);
        assert_eq!(super::outline(&json!("<html>")), None);
    }
}
