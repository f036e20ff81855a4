//! What each part of a document is read as, in documents of a few lines: expectations are written as one text.

mod descriptions;
mod examples;
mod hostile;
mod operations;
mod parameters;
mod responses;
mod security;
mod servers;

use super::Operation;
use crate::core::openapi::{Contents, Document, Documents};
use crate::core::problem::Problem;
use serde_json::{Map, Value, json};

/// Where the documents of these tests come from.
const ADDRESS: &str = "https://a.fr/apis/openapi.json";

/// Other documents, by address.
#[derive(Default)]
pub(crate) struct Folder(Vec<(&'static str, Document)>);

impl Documents for Folder {
    fn document(&self, url: &str) -> Option<&Document> {
        self.0.iter().find(|(known, _)| *known == url).map(|(_, document)| document)
    }
}

pub(crate) fn folder(documents: &[(&'static str, Value)]) -> Folder {
    Folder(documents.iter().map(|(url, value)| (*url, Document::new(value.clone(), url))).collect())
}

/// A document of 3.2, unless `parts` say another version.
pub(crate) fn document(parts: &Value) -> Document {
    let mut all = Map::new();
    if parts.get("swagger").is_none() {
        all.insert("openapi".to_owned(), json!("3.2.0"));
    }
    all.extend(parts.as_object().cloned().unwrap_or_default());
    Document::new(Value::Object(all), ADDRESS)
}

/// `code pointer` of each problem, with the document where it is another.
pub(crate) fn said(problems: &[Problem]) -> Vec<String> {
    let place = |problem: &Problem| {
        let file = problem.place.file.clone().filter(|file| file != ADDRESS).unwrap_or_default();
        format!("{file}{}", problem.place.pointer.clone().unwrap_or_default())
    };
    problems.iter().map(|problem| format!("{} {}", problem.code, place(problem))).collect()
}

/// What `show` sees of the contents of a document, and the problems.
pub(crate) fn check_contents(parts: Value, show: fn(&Contents<'_>) -> String, expected: &str, problems: &[&str]) {
    let document = document(&parts);
    let documents = Folder::default();
    let (contents, found) = document.contents(&documents);
    assert_eq!(show(&contents), expected, "{parts}");
    assert_eq!(said(&found), problems, "{parts}");
}

/// What `show` sees of the first operation of a document, and the problems of that operation.
pub(crate) fn check_operation(
    parts: &Value,
    others: &[(&'static str, Value)],
    show: fn(&Operation<'_>) -> String,
    expected: &str,
    problems: &[&str],
) {
    let (document, documents) = (document(parts), folder(others));
    let (entries, _) = document.operations(&documents);
    let (operation, found) = document.open(&entries[0], &documents);
    assert_eq!(show(&operation), expected, "{parts}");
    assert_eq!(said(&found), problems, "{parts}");
}

/// A document whose only operation is `get`.
pub(crate) fn with_get(get: Value) -> Value {
    json!({ "paths": { "/x": { "get": get } } })
}

pub(crate) fn joined<T>(all: &[T], show: impl Fn(&T) -> String) -> String {
    all.iter().map(show).collect::<Vec<_>>().join(" | ")
}
