//! The official JSON Schema Test Suite: every required case of draft 4 and 2020-12, remote documents included, and the
//! optional cases of what the validator offers.

use catalogue::core::openapi::schema::check::{Dialect, Schemas, validate};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Cases that fail, as `file / group / test`, and why. One that passes makes the test fail.
const EXCEPTIONS: [(&str, &str); 0] = [];

pub(crate) fn suite() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/json-schema-test-suite")
}

pub(crate) fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub(crate) fn json_files(folder: &Path) -> Vec<PathBuf> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
}

/// Documents that references of the suite lead to, with their addresses.
fn others() -> Vec<(String, Value)> {
    let remotes = suite().join("remotes");
    let remotes = json_files(&remotes).into_iter().map(|path| {
        let name = path.strip_prefix(&remotes).unwrap().to_str().unwrap().replace('\\', "/");
        (format!("http://localhost:1234/{name}"), read(&path))
    });
    let metaschemas = json_files(&suite().join("metaschemas")).into_iter().map(|path| {
        let schema = read(&path);
        let address = schema.get("$id").or(schema.get("id")).and_then(Value::as_str).unwrap();
        (address.to_owned(), schema)
    });
    remotes.chain(metaschemas).collect()
}

/// Runs the cases of a folder: how many there are, and those that fail.
fn run(folder: &str, dialect: Dialect) -> (usize, BTreeSet<String>) {
    let (root, others) = (suite().join("tests").join(folder), others());
    let (mut number, mut failed) = (0, BTreeSet::new());
    for path in json_files(&root) {
        let name = path.strip_prefix(suite().join("tests")).unwrap().to_str().unwrap().replace('\\', "/");
        for group in read(&path).as_array().unwrap() {
            let document = group.get("schema").unwrap();
            let schemas = others.iter().fold(Schemas::new(document, dialect), |schemas, (address, other)| {
                let draft4 = address.contains("/draft4/");
                // The folder of each draft holds the documents of that draft; the rest is for all of them.
                let foreign = address.contains("/draft2020-12/") || draft4;
                let own = address.contains(&format!("/{}/", folder.split('/').next().unwrap_or_default()));
                if foreign && !own { schemas } else { schemas.with(address, other) }
            });
            let schemas = if name.contains("/format/") { schemas.with_formats() } else { schemas };
            for test in group.get("tests").unwrap().as_array().unwrap() {
                number += 1;
                let failures = schemas.check("", test.get("data").unwrap());
                if Some(failures.is_empty()) != test.get("valid").unwrap().as_bool() {
                    let text = |value: &Value| value.get("description").unwrap().as_str().unwrap().to_owned();
                    failed.insert(format!("{name} / {} / {}", text(group), text(test)));
                }
            }
        }
    }
    (number, failed)
}

fn must_pass(folder: &str, dialect: Dialect, expected: usize) {
    let (number, failed) = run(folder, dialect);
    let excepted: BTreeSet<String> =
        EXCEPTIONS.iter().filter(|(case, _)| case.starts_with(folder)).map(|(case, _)| (*case).to_owned()).collect();
    assert_eq!(failed, excepted, "{} of {number} cases fail", failed.len());
    println!("{folder}: {} of {number} cases pass", number - failed.len());
    assert_eq!(number, expected, "the suite lost or gained cases");
}

#[test]
fn every_case_of_draft_2020_12_passes() {
    must_pass("draft2020-12", Dialect::Draft202012, 1572);
}

#[test]
fn every_case_of_draft_4_passes() {
    must_pass("draft4", Dialect::Draft4, 832);
}

/// The work that is allowed by default ends: unit tests allow less, to take less time.
#[test]
fn the_default_budget_ends_a_check() {
    let definitions = (0..100).map(|level| {
        let next = json!({ "$ref": format!("#/x/{}", level + 1) });
        (level.to_string(), json!({ "allOf": [next, next] }))
    });
    let mut definitions: Map<String, Value> = definitions.collect();
    definitions.insert("100".into(), json!({}));
    let schema = json!({ "$ref": "#/x/0", "x": definitions });
    let failures = validate(&schema, "", Dialect::OpenApi30, &json!(1));
    assert!(failures.iter().any(|failure| failure.message.en.contains("too much work")), "{failures:?}");
}
