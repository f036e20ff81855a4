//! Schemas, in what clients send and in what they receive.

use super::{changes, check, received, sent, shown};
use serde_json::{Value, json};

/// Old schema, new schema, what it means where clients send it, and where they receive it.
type Row = (Value, Value, &'static str, &'static str);

fn check_rows(rows: Vec<Row>) {
    for (old, new, sending, receiving) in rows {
        check(&sent(&old), &sent(&new), sending);
        check(&received(&old), &received(&new), receiving);
    }
}

fn object(properties: Value, required: Value) -> Value {
    json!({"type": "object", "properties": properties, "required": required})
}

fn closed(properties: Value) -> Value {
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

#[test]
fn types_and_null() {
    let text = json!({"type": "string"});
    check_rows(vec![
        (text.clone(), json!({"type": "string", "description": "d", "example": "e", "title": "t"}), "", ""),
        (json!({"type": "integer"}), json!({"type": "number"}), "+type-widened", "!type-widened"),
        (json!({"type": "number"}), json!({"type": "integer"}), "!type-narrowed", "+type-narrowed"),
        (text.clone(), json!({"type": ["string", "boolean"]}), "+type-widened", "!type-widened"),
        (text.clone(), json!({"type": "boolean"}), "!type-changed", "!type-changed"),
        (text.clone(), json!({"type": "array", "items": {}}), "!type-changed", "!type-changed"),
        (text.clone(), json!({"type": ["string", "null"]}), "+null-added", "!null-added"),
        (json!({"type": ["string", "null"]}), text.clone(), "!null-removed", "+null-removed"),
        (text.clone(), json!({"oneOf": [{"type": "string"}, {"type": "null"}]}), "+null-added", "!null-added"),
        (json!({"type": ["string", "null"]}), json!({"type": "string", "nullable": true}), "", ""),
        (text.clone(), json!({}), "+schema-removed", "!schema-removed"),
        (json!(true), text.clone(), "!schema-added", "+schema-added"),
        (text.clone(), json!(false), "!type-narrowed", "+type-narrowed"),
        (object(json!({}), json!([])), json!({"properties": {}}), "+schema-removed", "!schema-removed"),
        (object(json!({"a": {}}), json!([])), json!({"properties": {"a": {}}}), "", ""),
    ]);
}

#[test]
fn formats_and_values() {
    let with = |format: &str| json!({"type": "string", "format": format});
    let list = |values: Value| json!({"type": "string", "enum": values});
    let text = json!({"type": "string"});
    check_rows(vec![
        (with("date"), with("date-time"), "!format-changed", "!format-changed"),
        (text.clone(), with("uuid"), "!format-changed", "+format-changed"),
        (with("uuid"), text.clone(), "+format-changed", "!format-changed"),
        (
            json!({"type": "integer", "format": "int32"}),
            json!({"type": "integer", "format": "int64"}),
            "+format-changed",
            "!format-changed",
        ),
        (with("byte"), json!({"type": "string", "contentEncoding": "base64"}), "", ""),
        (with("binary"), json!({"type": "string", "contentMediaType": "application/octet-stream"}), "", ""),
        (list(json!(["a"])), list(json!(["a", "b"])), "+enum-value-added", "~enum-value-added"),
        (list(json!(["a", "b"])), list(json!(["b"])), "!enum-value-removed", "+enum-value-removed"),
        (list(json!(["a", "b"])), list(json!(["b", "a"])), "", ""),
        (json!({"enum": [1, 2]}), json!({"enum": [1.0, 2]}), "+type-widened", "!type-widened"),
        (text.clone(), list(json!(["a"])), "!enum-added", "+enum-added"),
        (list(json!(["a"])), text.clone(), "+enum-removed", "!enum-removed"),
        (json!({"const": "a"}), json!({"enum": ["a"]}), "", ""),
        (json!({"oneOf": [{"const": "a", "title": "A"}, {"const": "b"}]}), json!({"enum": ["a", "b"]}), "", ""),
        (json!({"enum": ["a", null]}), json!({"enum": ["a"]}), "!null-removed", "+null-removed"),
        (text.clone(), json!({"type": "string", "default": "a"}), "~default-changed", ""),
    ]);
}

#[test]
fn bounds_and_rules() {
    let number = |more: Value| {
        let mut schema = json!({"type": "number"});
        for (key, value) in more.as_object().unwrap() {
            schema[key] = value.clone();
        }
        schema
    };
    let (tighter, looser) = (("!bound-tightened", "+bound-tightened"), ("+bound-loosened", "!bound-loosened"));
    let mut rows = Vec::new();
    for (old, new, expected) in [
        (json!({}), json!({"minimum": 1}), tighter),
        (json!({"minimum": 1}), json!({"minimum": 1.5}), tighter),
        (json!({"minimum": 1}), json!({"exclusiveMinimum": 1}), tighter),
        (json!({"maximum": 9}), json!({"exclusiveMaximum": 9}), tighter),
        (json!({"maximum": 9}), json!({"maximum": 8}), tighter),
        (json!({"maximum": 9}), json!({"maximum": 10}), looser),
        (json!({"minimum": 1}), json!({}), looser),
        (json!({"minimum": -1}), json!({"minimum": -2}), looser),
        (json!({"maximum": 9}), json!({"maximum": 9.0}), ("", "")),
        (json!({"minimum": 1, "exclusiveMinimum": true}), json!({"exclusiveMinimum": 1}), ("", "")),
        (json!({}), json!({"multipleOf": 2}), ("!rule-added", "+rule-added")),
        (json!({"multipleOf": 2}), json!({}), ("+rule-removed", "!rule-removed")),
        (json!({"not": {"const": 1}}), json!({"not": {"const": 2}}), ("~rule-changed", "~rule-changed")),
        (json!({}), json!({"not": {"const": 2}}), ("!rule-added", "+rule-added")),
    ] {
        rows.push((number(old), number(new), expected.0, expected.1));
    }
    for (keyword, kind) in [("Length", "string"), ("Items", "array"), ("Properties", "object")] {
        let with = |bound: &str, value: u64| json!({"type": kind, "items": {}, format!("{bound}{keyword}"): value});
        rows.push((with("min", 1), with("min", 2), tighter.0, tighter.1));
        rows.push((with("max", 1), with("max", 2), looser.0, looser.1));
        rows.push((with("x-min", 1), with("min", 0), "", ""));
    }
    let text = json!({"type": "string"});
    let pattern = |pattern: &str| json!({"type": "string", "pattern": pattern});
    rows.extend([
        (text, pattern("^a"), "!rule-added", "+rule-added"),
        (pattern("^a"), pattern("^b"), "+rule-removed !rule-added", "!rule-removed +rule-added"),
        (
            json!({"type": "array", "items": {}}),
            json!({"type": "array", "items": {}, "uniqueItems": true}),
            "!rule-added",
            "+rule-added",
        ),
    ]);
    check_rows(rows);
}

#[test]
fn properties() {
    let a = || json!({"a": {"type": "string"}});
    let ab = || json!({"a": {"type": "string"}, "b": {"type": "string"}});
    let flagged =
        |flag: &str| object(json!({"a": {"type": "string"}, "b": {"type": "string", flag: true}}), json!(["b"]));
    check_rows(vec![
        (object(a(), json!([])), object(ab(), json!([])), "+property-added", "+property-added"),
        (object(a(), json!([])), object(ab(), json!(["b"])), "!required-property-added", "+required-property-added"),
        (object(ab(), json!([])), object(a(), json!([])), "~property-removed", "~property-removed"),
        (
            object(ab(), json!(["b"])),
            object(a(), json!([])),
            "~required-property-removed",
            "!required-property-removed",
        ),
        (closed(ab()), closed(a()), "!property-removed", "~property-removed"),
        (object(a(), json!([])), object(a(), json!(["a"])), "!property-made-required", "+property-made-required"),
        (object(a(), json!(["a"])), object(a(), json!([])), "+property-made-optional", "!property-made-optional"),
        (object(a(), json!([])), flagged("readOnly"), "", "+required-property-added"),
        (object(a(), json!([])), flagged("writeOnly"), "!required-property-added", ""),
        (object(ab(), json!(["b"])), flagged("readOnly"), "~required-property-removed", ""),
        (object(ab(), json!(["b"])), flagged("deprecated"), "~property-deprecated", "~property-deprecated"),
        (object(a(), json!([])), closed(a()), "!other-properties-refused", "+other-properties-refused"),
        (closed(a()), object(a(), json!([])), "+other-properties-allowed", "+other-properties-allowed"),
        (
            json!({"type": "object", "additionalProperties": {"type": "integer"}}),
            json!({"type": "object", "additionalProperties": {"type": "number"}}),
            "+type-widened",
            "!type-widened",
        ),
        (
            json!({"type": "object", "patternProperties": {"^x": {"type": "integer"}}}),
            json!({"type": "object", "patternProperties": {"^x": {"type": "number"}}}),
            "+type-widened",
            "!type-widened",
        ),
        (json!({"allOf": [object(a(), json!([])), object(ab(), json!(["a"]))]}), object(ab(), json!(["a"])), "", ""),
        (
            json!({"type": "array", "items": object(a(), json!([]))}),
            json!({"type": "array", "items": object(a(), json!(["a"]))}),
            "!property-made-required",
            "+property-made-required",
        ),
        (
            json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]}),
            json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}]}),
            "+type-widened",
            "!type-widened",
        ),
    ]);
}

#[test]
fn alternatives() {
    let cat = || json!({"title": "Cat", "type": "object", "properties": {"claws": {"type": "integer"}}});
    let dog = || json!({"title": "Dog", "type": "object", "properties": {"bark": {"type": "boolean"}}});
    let louder = || json!({"title": "Dog", "type": "object", "properties": {"bark": {"type": "string"}}});
    let one_of = |forms: Value| json!({ "oneOf": forms });
    let untitled = |kind: &str| json!({ "type": kind });
    check_rows(vec![
        (one_of(json!([cat(), dog()])), one_of(json!([dog(), cat()])), "", ""),
        (one_of(json!([cat(), dog()])), json!({"anyOf": [cat(), dog()]}), "", ""),
        (cat(), one_of(json!([cat(), dog()])), "+alternative-added", "!alternative-added"),
        (one_of(json!([cat(), dog()])), cat(), "!alternative-removed", "+alternative-removed"),
        (
            one_of(json!([cat(), dog()])),
            one_of(json!([cat(), dog(), untitled("string")])),
            "+alternative-added",
            "!alternative-added",
        ),
        (one_of(json!([cat(), dog()])), one_of(json!([cat(), louder()])), "!type-changed", "!type-changed"),
        (
            one_of(json!([untitled("string"), untitled("integer")])),
            one_of(json!([untitled("integer"), untitled("boolean")])),
            "!alternative-removed +alternative-added",
            "+alternative-removed !alternative-added",
        ),
        (
            json!({"oneOf": [cat(), dog()], "discriminator": {"propertyName": "kind"}}),
            json!({"oneOf": [cat(), dog()], "discriminator": {"propertyName": "type"}}),
            "!discriminator-changed",
            "!discriminator-changed",
        ),
        (
            json!({"type": "object", "properties": {"a": {}}}),
            json!({"type": "object", "properties": {"a": {}}, "oneOf": [cat(), dog()]}),
            "!rule-added",
            "+rule-added",
        ),
    ]);
}

#[test]
fn the_same_through_references_and_without() {
    let schemas = json!({"Pet": {"type": "object", "properties": {"name": {"type": "string"}}},
        "Node": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}});
    let with = |schema: Value| {
        let mut document = received(&schema);
        document["components"] = json!({ "schemas": schemas });
        document
    };
    let referred = with(json!({"$ref": "#/components/schemas/Pet"}));
    check(&referred, &with(schemas["Pet"].clone()), "");
    check(&referred, &with(json!({"allOf": [{"$ref": "#/components/schemas/Pet"}]})), "");
    // A circle on one side, the same unrolled once on the other.
    let node = with(json!({"$ref": "#/components/schemas/Node"}));
    check(&node, &with(schemas["Node"].clone()), "");
    let mut other = node.clone();
    other["components"]["schemas"]["Node"]["properties"]["value"] = json!({"type": "string"});
    check(&node, &other, "+property-added");
}

#[test]
fn a_change_below_says_where() {
    let order = |kind: &str| {
        let line = object(json!({"price": {"type": kind}}), json!([]));
        sent(&object(json!({"lines": {"type": "array", "items": line}}), json!([])))
    };
    let found = changes(&order("integer"), &order("string"));
    assert_eq!(shown(&found), "!type-changed ~api-version-unchanged");
    assert_eq!(
        found[0].what.en,
        "Request body (application/json), field `lines[].price`: the type becomes `string`, formerly `integer`."
    );
    let pointer =
        "/paths/~1x~1{id}/post/requestBody/content/application~1json/schema/properties/lines/items/properties/price";
    assert_eq!((found[0].old.as_deref(), found[0].new.as_deref()), (Some(pointer), Some(pointer)));
    assert_eq!(found[0].operation.as_ref().unwrap().method, "POST");
}
