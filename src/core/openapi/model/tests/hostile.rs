//! Anything at any place of a document of any generation is read to its end.

use super::folder;
use crate::core::openapi::Document;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// What documents hold, put at places where it may have no business.
const WORDS: [&str; 60] = [
    "$ref",
    "$self",
    "/x/{p}",
    "200",
    "additionalOperations",
    "allOf",
    "apiKey",
    "basePath",
    "body",
    "callbacks",
    "collectionFormat",
    "components",
    "consumes",
    "content",
    "default",
    "definitions",
    "encoding",
    "enum",
    "example",
    "examples",
    "externalDocs",
    "externalValue",
    "flow",
    "flows",
    "formData",
    "get",
    "headers",
    "host",
    "in",
    "info",
    "items",
    "license",
    "links",
    "name",
    "oauth2",
    "operationId",
    "parameters",
    "parent",
    "path",
    "paths",
    "post",
    "produces",
    "properties",
    "query",
    "requestBody",
    "responses",
    "schema",
    "schemas",
    "schemes",
    "scopes",
    "security",
    "securityDefinitions",
    "securitySchemes",
    "servers",
    "tags",
    "type",
    "url",
    "variables",
    "webhooks",
    "x-tagGroups",
];

fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        3 => prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["#", "#/paths/~1x~1{p}", "#/components/schemas/a", "o.json#/a", "a", "", "{", "http://{a}"])
            .prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        1 => Just(json!(null)),
        1 => any::<bool>().prop_map(Value::from),
        1 => (-1_i64..600).prop_map(Value::from),
        4 => text.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        let key = prop::sample::select(WORDS.to_vec());
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            4 => prop::collection::vec((key, inner), 0..7).prop_map(|members| {
                Value::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(1_000))]

    #[test]
    fn anything_is_read(
        version in prop::sample::select(vec![("swagger", "2.0"), ("openapi", "3.0.0"), ("openapi", "3.1.0"), ("openapi", "3.2.0")]),
        root in prop::collection::vec((prop::sample::select(WORDS.to_vec()), value()), 0..8),
        item in value(),
        operation in value(),
        other in value(),
    ) {
        let mut whole = Map::from_iter(root.into_iter().map(|(key, value)| (key.to_owned(), value)));
        whole.insert(version.0.to_owned(), json!(version.1));
        let mut item = item.as_object().cloned().unwrap_or_default();
        if operation.is_object() {
            item.insert("post".to_owned(), operation);
        }
        whole.insert("paths".to_owned(), json!({ "/x/{p}": item, "/y": { "get": {} } }));
        let document = Document::new(Value::Object(whole), "https://a.fr/d.json");
        let documents = folder(&[("https://a.fr/o.json", other)]);
        let (contents, _) = document.contents(&documents);
        let mut names = std::collections::HashSet::new();
        for entry in &contents.operations {
            prop_assert!(names.insert(entry.id.clone()), "{}", entry.id);
            let (operation, _) = document.open(entry, &documents);
            for server in &operation.servers {
                let _ = server.address(|_| None);
            }
            for entry in operation.callbacks.iter().flat_map(|callback| &callback.operations) {
                let _ = document.open(entry, &documents);
            }
        }
    }
}
