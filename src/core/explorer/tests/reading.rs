//! What rows, answers and calls in return say.

use super::*;

fn property(schema: Value) -> RowView {
    answer(json!({"properties": {"p": schema}}), json!({})).schema.unwrap().children.remove(0)
}

#[test]
fn rows_say_what_summaries_lack() {
    let many: Vec<usize> = (0..9).collect();
    for (schema, default, example, values, notes) in [
        (json!({"type": "string", "default": "a", "example": "b"}), "a", "b", 0, ""),
        (json!({"default": "", "examples": [{"x": [1]}]}), "\"\"", "{\"x\":[1]}", 0, ""),
        (json!({"default": null}), "null", "", 0, ""),
        (json!({"type": "string", "format": "password", "example": "secret"}), "", "", 0, ""),
        (json!({"enum": [1, 2]}), "", "", 0, ""),
        (json!({"enum": many}), "", "", 9, ""),
        (json!({"enum": ["a", "b"], "x-enum-varnames": ["First", "Second"]}), "", "", 2, ""),
        (json!({"readOnly": true}), "", "", 0, "Only in responses."),
        (
            json!({"properties": {"a": {}}, "additionalProperties": false, "writeOnly": true, "dependentRequired": {"a": ["b"]}}),
            "",
            "",
            0,
            "No other property. “a” also needs “b”. Only in requests.",
        ),
    ] {
        let row = property(schema.clone());
        let found = (row.default.as_str(), row.example.as_str(), row.values.len());
        assert_eq!(found, (default, example, values), "{schema}");
        assert_eq!(row.notes.map(|notes| notes.en).unwrap_or_default(), notes, "{schema}");
    }
    assert_eq!(property(json!({"default": "é".repeat(500)})).default, format!("{}…", "é".repeat(120)));
    let named = property(json!({"enum": ["a", "b"], "x-enum-varnames": ["First", "Second"]}));
    assert_eq!(named.values[1], ("b".to_owned(), "Second".to_owned()));
}

#[test]
fn parameters_show_their_own_example() {
    let value = json!({"openapi": "3.1.0", "paths": {"/x": {"get": {"parameters": [
        {"name": "own", "in": "query", "example": "o", "schema": {"example": "s", "default": 1}},
        {"name": "lent", "in": "query", "schema": {"example": "s"}},
        {"name": "listed", "in": "query", "examples": {"far": {"externalValue": "e"}, "near": {"value": [1]}}}]}}}});
    let view = operation_of(value, 0);
    let shown: Vec<_> =
        view.parameters.iter().map(|one| (one.row.example.as_str(), one.row.default.as_str())).collect();
    assert_eq!(shown, [("o", "1"), ("s", ""), ("[1]", "")]);
}

#[test]
fn forms_say_what_chooses_them() {
    let schemas = json!({"Cat": {"properties": {"kind": {}, "meow": {}}}, "Dog": {"properties": {"kind": {}}}});
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let schema = json!({"oneOf": [reference("Cat"), reference("Dog")], "discriminator": {"propertyName": "kind",
        "mapping": {"c": "#/components/schemas/Cat", "d": "#/components/schemas/Dog"}}});
    let root = answer(schema, schemas).schema.unwrap();
    let forms: Vec<_> = root.children.iter().map(|row| row.form.clone().unwrap()).collect();
    let form = |value: &str| FormView { group: 0, property: "kind".into(), values: vec![value.into()] };
    assert_eq!(forms, [form("c"), form("d")]);
    let any = answer(json!({"anyOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}), json!({}));
    assert!(any.schema.unwrap().children.iter().all(|row| row.form == Some(FormView::default())));
}

#[test]
fn links_lead_to_operations_of_the_document() {
    let link = |target: Value| {
        json!({"description": "*d*", "parameters": {"id": "$response.body#/id", "n": 1},
        "operationId": target.get("id"), "operationRef": target.get("ref")})
    };
    let mut links = json!({"a": link(json!({"id": "one"})), "b": link(json!({"id": "gone"})),
        "c": link(json!({"ref": "#/paths/~1y~1%7Bid%7D/get"})), "d": link(json!({"ref": "https://b.fr/x.json#/paths/~1y/get"}))});
    // A key that is null is a mistake of its own.
    let all = links.as_object_mut().unwrap().values_mut();
    all.for_each(|one| one.as_object_mut().unwrap().retain(|_, value| !value.is_null()));
    let value = json!({"openapi": "3.1.0", "paths": {"/x": {"get": {"responses": {"200": {"links": links}}}},
        "/y/{id}": {"get": {"operationId": "one"}}}});
    let view = operation_of(value, 0);
    let links = &view.responses[0].links;
    let led: Vec<_> = links.iter().map(|one| (one.name.as_str(), one.operation.as_deref())).collect();
    assert_eq!(led, [("a", Some("one")), ("b", None), ("c", Some("one")), ("d", None)]);
    assert_eq!(links[1].target, "gone");
    assert_eq!(links[0].parameters[0], ("id".to_owned(), "$response.body#/id".to_owned()));
    assert!(!links[0].description.blocks.is_empty());
}

#[test]
fn calls_received_are_operations_without_code() {
    let body = json!({"description": "*b*", "content": {"application/json": {"schema": {"properties": {"a": {}}}}}});
    let again = json!({"callbacks": {"deeper": {"{$url}": {"post": {}}}}, "requestBody": body});
    let value = json!({"openapi": "3.1.0", "paths": {"/x": {"get": {
        "externalDocs": {"url": "https://d.fr", "description": "D"}, "callbacks": {"done": {"{$url}": {"post": again}}}}}},
        "webhooks": {"new": {"post": {"requestBody": body, "externalDocs": {"url": "javascript:alert(1)"}}}}});
    let view = operation_of(value.clone(), 0);
    assert_eq!(view.external_docs.unwrap().url.as_str(), "https://d.fr");
    let call = &view.callbacks[0];
    assert_eq!((call.name.as_str(), call.operation.path.as_str()), ("done", "{$url}"));
    assert!(call.operation.callbacks.is_empty() && call.operation.snippets.is_empty());
    assert_eq!(shown(call.operation.body[0].schema.as_ref().unwrap()), "value[](a[n])");
    let webhook = operation_of(value, 1);
    assert_eq!((webhook.path.as_str(), webhook.snippets.len(), webhook.servers.len()), ("new", 0, 0));
    assert!(!webhook.body_description.blocks.is_empty() && webhook.external_docs.is_none());
}

#[test]
fn comparisons_show_the_worst_first() {
    let of = |paths: Value, version: &str| {
        document(json!({"openapi": "3.1.0", "info": {"title": "T", "version": version}, "paths": paths}))
    };
    let old = of(json!({"/a": {"get": {}}, "/b": {"get": {"operationId": "b"}}}), "1");
    let asked = json!({"operationId": "b", "parameters": [{"name": "q", "in": "query", "required": true}]});
    let new = of(json!({"/b": {"get": asked}, "/c": {"get": {}}}), "2");
    let view = comparison(&old, &new, &NoDocuments);
    let impacts: Vec<_> = view.changes.iter().map(|change| change.impact).collect();
    assert!(impacts.is_sorted() && impacts.len() == view.counts.iter().sum::<usize>(), "{impacts:?}");
    assert_eq!(view.counts[0], 2);
    let path = |path: &str| {
        let change = view.changes.iter().find(|change| change.operation.as_ref().is_some_and(|one| one.1 == path));
        change.unwrap().id.clone()
    };
    assert_eq!((path("/a"), path("/b").as_deref(), path("/c").as_deref()), (None, Some("b"), Some("get-c")));
}
