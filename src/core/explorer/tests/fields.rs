//! The dictionary of fields.

use super::*;

fn dictionary(value: Value) -> FieldsView {
    fields(&document(value), &NoDocuments, Language::Fr)
}

fn names<'v>(fields: impl IntoIterator<Item = &'v FieldView>) -> Vec<&'v str> {
    fields.into_iter().map(|field| field.name.as_str()).collect()
}

fn sample() -> Value {
    let schema = json!({"$ref": "#/components/schemas/Person"});
    let people = json!({"content": {"application/json": {"schema": {"type": "array", "items": schema}}}});
    let error = json!({"content": {"application/json": {"schema": {"properties": {"trace": {}}}}}});
    json!({"openapi": "3.1.0", "paths": {
        "/people": {"get": {"parameters": [{"name": "q", "in": "query", "description": "Words to *find*", "example": "élan"}],
            "responses": {"200": people, "500": error}},
            "post": {"operationId": "add", "requestBody": {"content": {"application/json": {"schema": schema}, "text/xml": {"schema": schema}}}}}},
        "components": {"schemas": {
            "Person": {"properties": {"name": {"type": "string", "description": "Full\n\nname"},
                "address": {"$ref": "#/components/schemas/Address"}}},
            "Address": {"properties": {"city": {"type": "string", "maxLength": 40, "example": "Nantes"}}}}}})
}

#[test]
fn a_field_is_told_once_with_its_places() {
    let view = dictionary(sample());
    assert_eq!(names(&view.fields), ["q", "name", "address", "address.city"]);
    let [q, name, _, city] = view.fields.as_slice() else { panic!("{view:?}") };
    assert_eq!((q.meaning.as_str(), q.example.as_str()), ("Words to find", "élan"));
    assert_eq!(name.meaning, "Full name");
    assert_eq!(
        (city.kind.en.as_str(), city.kind.fr.as_str()),
        ("Text of at most 40 characters.", "Texte d’au plus 40 caractères.")
    );
    assert_eq!(city.example, "Nantes");
    let place = |operation, way, anchor: &str| UseView { operation, way, anchor: anchor.into() };
    assert_eq!(q.uses, [place(0, Way::Parameter, "parameter-query.q")]);
    let expected = [
        place(0, Way::Answer, "response-200.content.-items.address.city"),
        place(1, Way::Body, "body.content.address.city"),
    ];
    assert_eq!(city.uses, expected);
    assert_eq!(view.operations[1], ("add".to_owned(), "POST".to_owned(), "/people".to_owned()));
}

#[test]
fn fields_are_found_and_sorted() {
    let view = dictionary(sample());
    for (words, order, expected) in [
        ("", FieldOrder::Document, vec!["q", "name", "address", "address.city"]),
        ("", FieldOrder::Name, vec!["address", "address.city", "name", "q"]),
        ("", FieldOrder::Uses, vec!["name", "address", "address.city", "q"]),
        ("NAME full", FieldOrder::Document, vec!["name"]),
        ("elan", FieldOrder::Document, vec!["q"]),
        ("40 caracteres", FieldOrder::Document, vec!["address.city"]),
        ("zzz", FieldOrder::Name, vec![]),
    ] {
        assert_eq!(names(view.select(words, order, Language::Fr)), expected, "{words}");
    }
}

#[test]
fn dictionaries_are_bounded() {
    let properties = |prefix: &str, count: usize| -> Map<String, Value> {
        (0..count).map(|index| (format!("{prefix}{index}"), json!({"description": "d".repeat(9_000)}))).collect()
    };
    let path = |index: usize| {
        let schema = json!({"properties": properties(&format!("p{index}x"), 50)});
        let shared = json!({"$ref": "#/components/schemas/S"});
        let content = |schema: &Value| json!({"content": {"a/json": {"schema": schema}}});
        (format!("/{index}"), json!({"get": {"responses": {"200": content(&schema), "201": content(&shared)}}}))
    };
    let paths: Map<String, Value> = (0..100).map(path).collect();
    let view = dictionary(
        json!({"openapi": "3.1.0", "paths": paths, "components": {"schemas": {"S": {"properties": {"s": {}}}}}}),
    );
    assert_eq!((view.fields.len(), view.cut), (4_000, true));
    let shared = view.fields.iter().find(|field| field.name == "s").unwrap();
    assert_eq!((shared.uses.len(), shared.more), (12, 88));
    assert!(serde_json::to_vec(&view).unwrap().len() < 4_000_000);
}
