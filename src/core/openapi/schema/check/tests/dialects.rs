//! What differs between dialects, and how a document that is not a schema holds schemas.

use super::{check, french};
use crate::core::openapi::schema::check::{Dialect, Schemas, validate};
use serde_json::{Value, json};

#[test]
fn openapi_3_0_has_its_own_rules() {
    for (schema, instance, valid) in [
        (r#"{"type":"string","nullable":true}"#, "null", true),
        (r#"{"type":"string","nullable":false}"#, "null", false),
        (r#"{"nullable":true,"enum":["a"],"type":"string"}"#, "null", false),
        (r#"{"minimum":1,"exclusiveMinimum":true}"#, "1", false),
        (r#"{"minimum":1,"exclusiveMinimum":false}"#, "1", true),
        (r#"{"exclusiveMinimum":3}"#, "1", true),
        (r#"{"type":"integer"}"#, "1.0", true),
        (r#"{"type":"integer"}"#, "1.5", false),
        (r#"{"type":"file"}"#, r#""bytes""#, true),
        (r#"{"const":1,"if":{},"then":false,"contains":false,"prefixItems":[false]}"#, "[2]", true),
        (r##"{"$ref":"#/x","minimum":9,"x":{"type":"integer"}}"##, "1", true),
        (r##"{"$ref":"#/x","x":{"type":"integer"}}"##, r#""a""#, false),
        (r#"{"type":"object","additionalProperties":{"type":"integer"}}"#, r#"{"a":"b"}"#, false),
        (r#"{"id":"http://a.fr/","properties":{"b":{"type":"string","id":"c"}}}"#, r#"{"b":"c"}"#, true),
    ] {
        assert_eq!(check(Dialect::OpenApi30, schema, instance).is_empty(), valid, "{schema} {instance}");
    }
    let said = check(Dialect::OpenApi30, r#"{"type":"string","nullable":true}"#, "1");
    assert_eq!(french(&said), ["Il faut un texte ou null, pas 1."]);
}

#[test]
fn draft_4_and_2020_12_differ() {
    for (schema, instance, draft4, modern) in [
        (r#"{"type":"integer"}"#, "1.0", false, true),
        (r#"{"type":"integer"}"#, "1e30", true, true),
        (r#"{"minimum":1,"exclusiveMinimum":true}"#, "1", false, true),
        (r#"{"exclusiveMinimum":1}"#, "1", true, false),
        (r#"{"const":1}"#, "2", true, false),
        (r#"{"items":[{"type":"string"}],"additionalItems":false}"#, r#"["a",1]"#, false, false),
        (r#"{"dependencies":{"a":["b"]}}"#, r#"{"a":1}"#, false, true),
        (r##"{"definitions":{"x":{}},"$ref":"#/definitions/x","type":"null"}"##, "1", true, false),
        (r#"{"$schema":"http://json-schema.org/draft-04/schema#","const":1}"#, "2", true, true),
    ] {
        assert_eq!(check(Dialect::Draft4, schema, instance).is_empty(), draft4, "{schema} {instance}");
        assert_eq!(check(Dialect::Draft202012, schema, instance).is_empty(), modern, "{schema} {instance}");
    }
}

fn openapi() -> Value {
    json!({
        "openapi": "3.1.0",
        "paths": { "/a b": { "get": { "parameters": [{ "schema": { "$id": "https://a.fr/p", "$ref": "#q",
            "$defs": { "q": { "$anchor": "q", "type": "integer" } } } }] } } },
        "components": {
            "schemas": {
                "Tree": { "type": "object", "properties": { "children": {
                    "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } } },
                "a/é": { "type": "string" },
            },
            "examples": { "e": { "value": { "$id": "https://a.fr/p" } } },
        },
    })
}

#[test]
fn schemas_of_a_document_see_each_other() {
    let document = openapi();
    let tree = |instance: &Value| validate(&document, "/components/schemas/Tree", Dialect::Draft202012, instance);
    assert_eq!(tree(&json!({ "children": [{ "children": [] }] })), []);
    let failures = tree(&json!({ "children": [{ "children": [1] }] }));
    let found: Vec<_> = failures.iter().map(|f| (f.instance.as_str(), f.schema.as_str())).collect();
    assert_eq!(found, [("/children/0/children/0", "/components/schemas/Tree/type")]);
    let parameter = "/paths/~1a b/get/parameters/0/schema";
    assert_eq!(validate(&document, parameter, Dialect::Draft202012, &json!(1)), []);
    assert_eq!(validate(&document, parameter, Dialect::Draft202012, &json!("a")).len(), 1);
    assert_eq!(
        french(&validate(&document, "/x", Dialect::OpenApi30, &json!(1))),
        ["Le renvoi «\u{202f}/x\u{202f}» ne mène à rien."]
    );
}

#[test]
fn a_schema_from_elsewhere_resolves_in_the_document() {
    let document = openapi();
    let schemas = Schemas::new(&document, Dialect::Draft202012);
    let schema = json!({ "items": { "$ref": "#/components/schemas/a~1%C3%A9" }, "maxItems": 1 });
    assert_eq!(schemas.check_against(&schema, &json!(["a"])), []);
    let failures = schemas.check_against(&schema, &json!([1, "a"]));
    let places: Vec<_> = failures.iter().map(|failure| failure.schema.as_str()).collect();
    assert_eq!(places, ["/components/schemas/a~1é/type", "/maxItems"]);
}

#[test]
fn other_documents_are_found_by_relative_address() {
    let main = json!({ "$ref": "../common/types.yaml#/Name" });
    let other = json!({ "Name": { "type": "string" } });
    let schemas = Schemas::based("https://a.fr/apis/x.yaml", &main, Dialect::OpenApi30);
    assert_eq!(schemas.check("", &json!("a")).len(), 1);
    let schemas = schemas.with("https://a.fr/common/types.yaml", &other);
    assert_eq!(schemas.check("", &json!("a")), []);
}
