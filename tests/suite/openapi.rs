//! `catalogue openapi …` as its users run it, and the documents of real producers.

use catalogue::core::openapi::{Document, NoDocuments, OperationKind};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .arg("openapi")
        .args(arguments)
        .args(["--lang", "en"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

pub fn documents_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let is_document = path.extension().is_some_and(|end| end == "json" || end == "yaml" || end == "yml");
            if path.is_dir() {
                left.push(path);
            } else if is_document {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Operations under `paths`, counted without the model.
fn count(document: &Value) -> usize {
    let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    let items = document.get("paths").and_then(Value::as_object).into_iter().flat_map(|paths| paths.values());
    let counted =
        |item: &Value| methods.iter().filter(|method| item.get(**method).is_some_and(Value::is_object)).count();
    items.map(counted).sum()
}

#[test]
fn every_operation_of_real_documents_opens() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../shared");
    let mut files: Vec<PathBuf> = documents_in(&root.join("public/apis"));
    let own = files.len();
    if shared.exists() {
        files.extend(documents_in(&shared.join("specs")));
        files.extend(documents_in(&shared.join("data/apigouv/openapi")));
    } else {
        println!("skipped in part: {} is absent", shared.display());
    }
    for (index, file) in files.iter().enumerate() {
        let (document, _) = Document::read(&fs::read(file).unwrap(), &file.to_string_lossy());
        let name = file.display();
        let (contents, _) = document.contents(&NoDocuments);
        let entries: Vec<_> = contents.operations.iter().filter(|entry| entry.kind == OperationKind::Path).collect();
        assert!(entries.len() >= count(document.value()), "{name}: {} listed", entries.len());
        assert!(index >= own || !entries.is_empty(), "{name} lists nothing");
        let identifiers: BTreeSet<_> = contents.operations.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(identifiers.len(), contents.operations.len(), "{name}: identifiers are not unique");
        for entry in &contents.operations {
            let (operation, _) = document.open(entry, &NoDocuments);
            assert_eq!((operation.method.as_str(), operation.path), (entry.method.as_str(), entry.path), "{name}");
        }
    }
}

#[test]
fn an_outline_lists_operations_and_problems() {
    let output = run(&["outline", "public/apis/api-geo/openapi.json"], "");
    let outline: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(outline["version"], "2.0", "{outline}");
    assert!(!outline["title"].as_str().unwrap().is_empty());
    assert_eq!(outline["problems"], json!([]));
    let operations = outline["operations"].as_array().unwrap();
    assert!(operations.iter().any(|operation| operation["path"] == "/communes" && operation["method"] == "GET"));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_cannot_be_outlined_is_explained() {
    let missing = run(&["outline", "no-such-file.yaml"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("no-such-file.yaml"));
    assert_eq!(run(&["outlin"], "").status.code(), Some(2));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outline");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("page.json");
    fs::write(&file, "<!doctype html><title>404</title>").unwrap();
    let output = run(&["outline", file.to_str().unwrap()], "");
    let outline: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((outline["problems"][0]["code"].as_str(), output.status.code()), (Some("html-document"), Some(1)));
}

#[test]
fn references_to_files_beside_a_document_are_followed() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("several files");
    fs::create_dir_all(&folder).unwrap();
    let main = folder.join("main.json");
    let paths = json!({ "/a": { "$ref": "other%20part.json#/a" }, "/b": { "$ref": "absent.json" } });
    let text = json!({ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": paths }).to_string();
    fs::write(&main, text).unwrap();
    let part = json!({ "a": { "get": { "operationId": "a", "responses": {} } } }).to_string();
    fs::write(folder.join("other part.json"), part).unwrap();
    let output = run(&["outline", main.to_str().unwrap()], "");
    let outline: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(outline["operations"][0]["id"], "a", "{outline}");
    let problem = &outline["problems"][0];
    assert_eq!(
        (&problem["code"], &problem["pointer"]),
        (&json!("reference-document"), &json!("/paths/~1b")),
        "{outline}"
    );
}

#[test]
fn values_are_checked_a_line_each() {
    let document =
        json!({ "openapi": "3.0.3", "components": { "schemas": { "S": { "type": "string", "nullable": true } } } });
    let schema = json!({ "$ref": "#/components/schemas/S" });
    let cases = [
        (json!({ "id": 1, "schema": { "type": "integer" }, "instance": 1 }), json!(true)),
        (json!({ "id": 2, "schema": { "type": "integer" }, "instance": "1" }), json!(false)),
        (json!({ "id": 3, "schema": schema, "doc": document, "instance": null }), json!(true)),
        (json!({ "id": 4, "schema": schema, "doc": document, "dialect": "2020-12", "instance": null }), json!(false)),
        (json!({ "id": 5, "schema": "#/components/schemas/S", "doc": document, "instance": 1 }), json!(false)),
        (json!({ "id": 6, "schema": false, "instance": 1 }), json!(false)),
        (json!({ "id": 7, "schema": true, "dialect": "draft9", "instance": 1 }), Value::Null),
        (json!({ "id": 8, "schema": true }), Value::Null),
        (json!({ "id": 9, "schema": true, "doc": "no-such-file", "instance": 1 }), Value::Null),
    ];
    let mut input: String = cases.iter().map(|(case, _)| format!("{case}\n")).collect();
    input.push_str("not JSON\n");
    let output = run(&["validate"], &input);
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((answers.len(), output.status.code()), (cases.len() + 1, Some(0)), "{text}");
    for ((case, valid), answer) in cases.iter().zip(&answers) {
        assert_eq!((&answer["id"], &answer["valid"]), (&case["id"], valid), "{answer}");
        assert_eq!(answer.get("error").is_some(), valid.is_null(), "{answer}");
    }
    assert!(answers[9]["error"].is_string());
    let error = &answers[1]["errors"][0];
    assert_eq!((&error["instance"], &error["schema"]), (&json!(""), &json!("/type")), "{error}");
    assert!(!error["message"].as_str().unwrap().is_empty());
}
