//! What the message for a producer looks like; the checks are tested through `core/session`.

use super::*;
use crate::core::call::{Content, DraftBody};
use crate::core::i18n::Language;
use crate::core::openapi::{NoDocuments, OperationId};
use serde_json::json;

#[test]
fn what_is_missing_is_told_at_its_own_field() {
    let inside = json!({"type": "object", "required": ["x", "y/z"]});
    let schema = json!({"required": ["a", "b"], "properties": {"b": {"type": "array", "items": inside}}});
    let operation = json!({"requestBody": {"content": {"application/json": {"schema": schema}}}});
    let document = json!({"openapi": "3.1.0", "paths": {"/p": {"post": operation}}});
    let document = Document::new(document, "https://a.fr/api.json");
    let id = document.operations(&NoDocuments).0[0].id.to_string();
    let (operation, _) = document.operation(&OperationId::new(id), &NoDocuments).unwrap();
    for (value, expect) in [
        (json!({}), vec!["/body/a", "/body/b"]),
        (json!({"a": 1, "b": [{}, {"x": 1}]}), vec!["/body/b/0/x", "/body/b/0/y~1z", "/body/b/1/y~1z"]),
        (json!([]), vec![]),
    ] {
        let body = Some(DraftBody { media_type: None, content: Content::Value(value.clone()) });
        let draft = Draft { body, ..Draft::default() };
        let problems = request(&operation, &draft, &document, &NoDocuments);
        let places: Vec<_> = problems.iter().filter_map(|problem| problem.place.pointer.as_deref()).collect();
        assert_eq!(places, expect, "{value}");
    }
}

#[test]
fn a_report_names_the_call_and_each_place() {
    let deviation = |instance: Option<&str>| Deviation {
        instance: instance.map(str::to_owned),
        schema: "/components/schemas/`S`".into(),
        message: Text::new("attendu\u{202f}: nombre", "expected: number"),
    };
    let all = [deviation(Some("/a/0")), deviation(Some("")), deviation(None)];
    assert_eq!(
        report("GET https://a.fr/`x`", 200, &all, Language::En),
        "## Differences between the answer and its description\n\n`GET https://a.fr/'x'` → 200\n\n\
         - In the answer `/a/0`: expected: number (description: `/components/schemas/'S'`)\n\
         - Whole answer: expected: number (description: `/components/schemas/'S'`)\n\
         - Whole answer: expected: number (description: `/components/schemas/'S'`)\n"
    );
    assert!(report("GET x", 200, &all, Language::Fr).contains("Dans la réponse `/a/0`\u{202f}: attendu"));
}
