//! Examples of every generation.

use super::{check_operation, joined, with_get};
use crate::core::openapi::{Example, ExampleValue, Operation};
use serde_json::{Value, json};

fn line(one: &Example<'_>) -> String {
    let value = match &one.value {
        ExampleValue::Data(value) => value.to_string(),
        ExampleValue::Serialized(text) => format!("text {text}"),
        ExampleValue::Address(url) => format!("at {url}"),
    };
    format!("{} {value} {}", one.name.unwrap_or("-"), one.summary.or(one.description).unwrap_or("-"))
}

fn of_parameter(operation: &Operation<'_>) -> String {
    joined(&operation.parameters[0].examples, line)
}

fn of_body(operation: &Operation<'_>) -> String {
    joined(&operation.request_body.as_ref().unwrap().content[0].examples, line)
}

#[test]
fn where_examples_are_written() {
    for (written, expected) in [
        (json!({}), ""),
        (json!({ "example": 1 }), "- 1 -"),
        (json!({ "example": null }), "- null -"),
        (json!({ "x-example": 1 }), "- 1 -"),
        (json!({ "example": 1, "examples": { "a": { "value": 2 } } }), "a 2 -"),
        (json!({ "example": 1, "examples": {} }), "- 1 -"),
        (
            json!({ "examples": { "a": { "value": null, "summary": "s" }, "b": { "value": 2, "description": "d" } } }),
            "a null s | b 2 d",
        ),
        (
            json!({ "examples": { "a": { "dataValue": 1, "value": 2 }, "b": { "serializedValue": "x=1" } } }),
            "a 1 - | b text x=1 -",
        ),
        (json!({ "examples": { "a": { "externalValue": "e.json" } } }), "a at https://a.fr/apis/e.json -"),
        (json!({ "examples": { "a": { "$ref": "#/components/examples/e", "summary": "beside" } } }), "a 3 beside"),
        // Nothing to show; values where Example Objects should be; a list.
        (json!({ "examples": { "a": { "summary": "s" } } }), ""),
        (json!({ "examples": { "a": 1, "b": "x" } }), r#"a 1 - | b "x" -"#),
        (json!({ "x-examples": { "a": { "k": 1 } } }), r#"a {"k":1} -"#),
        (json!({ "examples": [1, 2] }), "- 1 - | - 2 -"),
        // Those of the schema, where there are no others.
        (json!({ "schema": { "example": 1 } }), "- 1 -"),
        (json!({ "schema": { "examples": [1, 2], "example": 3 } }), "- 1 - | - 2 - | - 3 -"),
        (json!({ "schema": { "$ref": "#/components/schemas/s" } }), "- 4 -"),
        (json!({ "schema": { "$ref": "#/components/schemas/s", "example": 5 } }), "- 5 -"),
        (json!({ "schema": { "$ref": "#/components/schemas/s" }, "example": 1 }), "- 1 -"),
        (json!({ "schema": { "default": 1 } }), ""),
    ] {
        let components =
            json!({ "examples": { "e": { "value": 3, "summary": "there" } }, "schemas": { "s": { "example": 4 } } });
        let mut parameter = written.clone();
        (parameter["name"], parameter["in"]) = (json!("p"), json!("query"));
        let mut parts = with_get(json!({ "parameters": [parameter] }));
        parts["components"] = components.clone();
        check_operation(&parts, &[], of_parameter, expected, &[]);
        let mut parts = with_get(json!({ "requestBody": { "content": { "a/b": written } } }));
        parts["components"] = components;
        check_operation(&parts, &[], of_body, expected, &[]);
    }
}

#[test]
fn a_parameter_takes_those_of_its_content() {
    let parameter = json!({ "name": "p", "in": "query", "content": { "a/b": { "example": 1 } } });
    check_operation(&with_get(json!({ "parameters": [parameter] })), &[], of_parameter, "- 1 -", &[]);
}

#[test]
fn broken_examples_and_floods() {
    let parts = with_get(
        json!({ "requestBody": { "content": { "a/b": { "examples": { "a": { "$ref": "#/nowhere" }, "b": { "value": 1 } } } } } }),
    );
    let problem = "reference-broken /paths/~1x/get/requestBody/content/a~1b/examples/a";
    check_operation(&parts, &[], of_body, "b 1 -", &[problem]);
    let many = Value::Array((0..10_000).map(Value::from).collect());
    let parts = with_get(json!({ "requestBody": { "content": { "a/b": { "examples": many } } } }));
    let count =
        |operation: &Operation<'_>| operation.request_body.as_ref().unwrap().content[0].examples.len().to_string();
    check_operation(&parts, &[], count, "200", &[]);
}
