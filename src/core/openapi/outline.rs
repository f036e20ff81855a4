//! [`Outline`]: the operations of a document, without its schemas.

use super::document::Document;
use super::model::{OperationEntry, OperationKind};
use super::reference::NoDocuments;
use super::version::declared;
use crate::core::uri;
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

/// Lists what `document` contains; `None` when it does not say that it is an OpenAPI document.
///
/// Lenient: what is missing or of another type is left empty. Webhooks are no operations of the API.
pub fn outline(document: &Document) -> Option<Outline> {
    let openapi = declared(document.value())?;
    let (contents, _) = document.contents(&NoDocuments);
    // A server that no one wrote, relative to wherever the document is, says nothing.
    let servers = contents.servers.iter().filter(|server| server.value.is_some() || uri::is_absolute(&server.url));
    let operations = contents.operations.iter().filter(|entry| entry.kind == OperationKind::Path);
    Some(Outline {
        openapi,
        title: contents.info.title.unwrap_or_default().to_owned(),
        version: contents.info.version.clone().unwrap_or_default(),
        servers: servers.map(|server| server.url.to_string()).collect(),
        operations: operations.map(OutlineOperation::of).collect(),
    })
}

impl OutlineOperation {
    fn of(entry: &OperationEntry<'_>) -> Self {
        Self {
            id: entry.node.value.get("operationId").and_then(Value::as_str).map(str::to_owned),
            method: entry.method.clone(),
            path: entry.path.to_owned(),
            tags: entry.tags.iter().map(|tag| (*tag).to_owned()).collect(),
            summary: entry.summary.map(str::to_owned),
            deprecated: entry.deprecated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: Value) -> Option<Outline> {
        outline(&Document::new(value, "openapi.json"))
    }

    #[test]
    fn lists_operations_of_every_generation() {
        let two = json!({"swagger": "2.0", "info": {"title": "T", "version": 1}, "host": "a.fr", "basePath": "/v1",
            "paths": {"/x": {"get": {"operationId": "x", "tags": ["t"]}, "parameters": []}, "/y": null}});
        let outline = read(two).unwrap();
        assert_eq!((outline.openapi.as_str(), outline.version.as_str()), ("2.0", "1"));
        assert_eq!(outline.servers, ["https://a.fr/v1"]);
        assert_eq!(outline.operations.len(), 1);
        assert_eq!(outline.operations[0].method, "GET");

        let three =
            json!({"openapi": "3.2.0", "servers": [{"url": "/"}], "paths": {"/x": {"query": {"deprecated": true}}}});
        let outline = read(three).unwrap();
        assert!(outline.operations[0].deprecated);
        assert_eq!(outline.servers, ["/"]);

        let shared = json!({"openapi": "3.1.0", "paths": {"/x": {"$ref": "#/components/pathItems/x"}},
            "components": {"pathItems": {"x": {"get": {}}}}, "webhooks": {"w": {"post": {}}}});
        let outline = read(shared).unwrap();
        let listed: Vec<_> = outline.operations.iter().map(|one| (one.method.as_str(), one.path.as_str())).collect();
        assert_eq!((listed, outline.servers), (vec![("GET", "/x")], vec![]));

        assert_eq!(read(json!({"info": {}})), None);
        assert_eq!(read(json!("<html>")), None);
    }
}
