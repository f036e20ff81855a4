//! Any bytes, read as an OpenAPI document: listed, opened, its schemas used.
#![no_main]

use catalogue::core::openapi::schema::check::{Dialect, Schemas};
use catalogue::core::openapi::{Document, NoDocuments, outline};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::collections::HashSet;

/// Operations opened.
const MOST: usize = 50;

fuzz_target!(|bytes: &[u8]| {
    let (document, _) = Document::read(bytes, "https://a.fr/openapi.json");
    // Where another reader of JSON has no doubt, there is none.
    if bytes.starts_with(b"{")
        && let Ok(value) = serde_json::from_slice::<Value>(bytes)
    {
        assert_eq!(document.value(), &value);
    }
    let (contents, problems) = document.contents(&NoDocuments);
    let pointers: Vec<&str> = problems.iter().filter_map(|problem| problem.place.pointer.as_deref()).collect();
    assert!(document.lines(&pointers).iter().all(Option::is_some));
    let mut names = HashSet::new();
    for entry in contents.operations.iter().take(MOST) {
        assert!(names.insert(entry.id.as_str()), "{} is there twice", entry.id);
        let (operation, _) = document.open(entry, &NoDocuments);
        let named = document.operation(&entry.id, &NoDocuments);
        assert!(named.is_some_and(|(named, _)| named.pointer == operation.pointer), "{}", entry.id);
        let bodies = operation.request_body.iter().flat_map(|body| &body.content);
        let answers = operation.responses.iter().flat_map(|response| &response.content);
        for media in bodies.chain(answers).take(MOST) {
            let Some(schema) = &media.schema else { continue };
            let (found, _) = schema.resolve(&NoDocuments);
            if let Some(found) = found {
                let schemas = Schemas::new(document.value(), Dialect::Draft202012);
                let _ = schemas.check_against(&found.value, &Value::from("text"));
            }
        }
    }
    let _ = outline(&document);
    let _ = document.other_documents();
});
