//! Schemas of real documents as rows: every one opens, is addressed and is said in words.

use catalogue::core::openapi::schema::describe::{describe, label, summary};
use catalogue::core::openapi::schema::tree::{self, Row};
use catalogue::core::openapi::{Document, NoDocuments, SchemaNode};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// Rows opened below each schema.
const ROWS: usize = 60;

/// The pointers of the schemas of a document: components, and those under `schema` anywhere.
fn schemas(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = vec![(document, String::new())];
    while let Some((value, pointer)) = left.pop() {
        let is_holder = pointer == "/components/schemas" || pointer == "/definitions";
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    let child = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                    if (is_holder || key == "schema") && value.is_object() {
                        found.push(child.clone());
                    }
                    left.push((value, child));
                }
            }
            Value::Array(items) => {
                let items = items.iter().enumerate();
                left.extend(items.map(|(index, value)| (value, format!("{pointer}/{index}"))));
            }
            _ => {}
        }
    }
    found
}

fn check(row: &Row<'_>, document: &Document, name: &str) {
    let place = format!("{name} {} {}", row.address.pointer, row.path);
    assert_eq!(row.address.url, document.url(), "{place}");
    assert!(document.value().pointer(&row.address.pointer).is_some(), "{place}");
    let (short, long, title) = (summary(&row.composed, &NoDocuments), describe(row, &NoDocuments), label(row));
    for text in [&short, &long, &title] {
        // The name of a property may be empty.
        assert!(!text.fr.trim().is_empty() || text == &title, "{place}");
    }
    assert_ne!(short.fr, short.en, "{place}");
    assert_ne!(long.fr, long.en, "{place}");
    assert!(long.fr.ends_with('.') && long.en.ends_with('.'), "{place}: {}", long.fr);
}

#[test]
fn every_schema_of_real_documents_opens() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../shared");
    let mut files = super::openapi::documents_in(&root.join("public/apis"));
    if shared.exists() {
        files.extend(super::openapi::documents_in(&shared.join("specs")));
        files.extend(super::openapi::documents_in(&shared.join("data/apigouv/openapi")));
    } else {
        println!("skipped in part: {} is absent", shared.display());
    }
    let (mut all, mut slowest) = (0, Duration::ZERO);
    for file in &files {
        let (document, _) = Document::read(&fs::read(file).unwrap(), &file.to_string_lossy());
        let name = file.display().to_string();
        let pointers = schemas(document.value());
        // Large documents repeat themselves: enough of each is read to keep the tests short.
        let step = pointers.len() / 40 + 1;
        for pointer in pointers.iter().step_by(step) {
            let value = Cow::Borrowed(document.value().pointer(pointer).unwrap());
            let node = SchemaNode { document: &document, pointer: pointer.clone(), value };
            let first = tree::root(&[node], &NoDocuments).unwrap();
            let (mut left, mut paths) = (vec![first.clone()], HashSet::new());
            let mut next = 0;
            while let Some(row) = left.get(next).filter(|_| next < ROWS).cloned() {
                next += 1;
                check(&row, &document, &name);
                assert!(paths.insert(row.path.clone()), "{name} {pointer} {}: met twice", row.path);
                let start = Instant::now();
                let children = tree::children(&row, &NoDocuments);
                slowest = slowest.max(start.elapsed());
                assert_eq!(children.left_out, 0, "{name} {pointer}");
                assert!(row.expandable || children.rows.len() <= 1, "{name} {pointer} {}", row.path);
                left.extend(children.rows);
            }
            if let Some(last) = left.last() {
                let found = tree::find(&first, &last.path, &NoDocuments).unwrap();
                assert_eq!((found.path, found.address), (last.path.clone(), last.address.clone()), "{name} {pointer}");
            }
            all += next;
        }
    }
    println!("{all} rows of {} documents; the slowest opened in {slowest:?}", files.len());
    assert!(all > 1_000);
}
