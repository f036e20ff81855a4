//! `catalogue openapi diff` as its users run it, and the documents of real producers against themselves.

use super::openapi::documents_in;
use catalogue::core::openapi::compare::{Kind, compare};
use catalogue::core::openapi::{Document, NoDocuments};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn diff(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(["openapi", "diff"])
        .args(arguments)
        .args(["--lang", "en"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

#[test]
fn no_document_differs_from_itself() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let specifications = root.join("../shared/specs");
    let mut files = documents_in(&root.join("public/apis"));
    assert!(!files.is_empty());
    if specifications.exists() {
        files.extend(documents_in(&specifications));
    } else {
        println!("skipped in part: {} is absent", specifications.display());
    }
    let check = |file: &PathBuf| {
        let (document, _) = Document::read(&fs::read(file).unwrap(), &file.to_string_lossy());
        let mut found = compare(&document, &NoDocuments, &document, &NoDocuments);
        // Files beside a document are not given here.
        found.retain(|change| change.kind != Kind::MissingDocument);
        assert_eq!(found, [], "{}", file.display());
    };
    std::thread::scope(|scope| {
        for first in 0..2 {
            let (files, check) = (&files, &check);
            scope.spawn(move || files.iter().skip(first).step_by(2).for_each(check));
        }
    });
}

/// A folder with two versions of an API.
fn versions(name: &str, old: &Value, new: &Value) -> [String; 2] {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compare").join(name);
    fs::create_dir_all(&folder).unwrap();
    [("old.json", old), ("new.json", new)].map(|(file, value)| {
        let path = folder.join(file);
        fs::write(&path, value.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    })
}

fn api(paths: Value) -> Value {
    json!({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths})
}

#[test]
fn the_exit_code_tells_whether_clients_break() {
    let (empty, one) = (api(json!({})), api(json!({"/a": {"get": {}}})));
    for (name, old, new, code) in [
        ("same", &one, &one, 0),
        ("added", &empty, &one, 0),
        ("removed", &one, &empty, 1),
        ("page", &json!("page"), &one, 2),
    ] {
        let [old, new] = versions(name, old, new);
        let output = diff(&[&old, &new]);
        assert_eq!(output.status.code(), Some(code), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert_eq!(diff(&["no-such-file.json", "no-such-file.json"]).status.code(), Some(2));
    assert_eq!(diff(&["one.json"]).status.code(), Some(2));
}

#[test]
fn changes_are_listed_in_three_formats() {
    let (old, new) = (api(json!({"/a<b>": {"get": {}}})), api(json!({"/c": {"get": {}}})));
    let [old, new] = versions("formats", &old, &new);
    let shown = |format: &str| String::from_utf8(diff(&[&old, &new, "--format", format]).stdout).unwrap();
    assert_eq!(
        shown("text"),
        "Breaking changes (1)\n  GET /a<b> — The operation is removed.\nCompatible changes (1)\n  \
        GET /c — The operation is added.\nNotes (1)\n  The version of the API stays `1` despite breaking changes.\n\
        1 breaking, 1 compatible, 1 note\n"
    );
    let rows: Value = serde_json::from_str(&shown("json")).unwrap();
    assert_eq!(
        rows[0],
        json!({"kind": "operation-removed", "impact": "breaking", "method": "GET", "path": "/a<b>",
            "old": "/paths/~1a<b>/get", "new": null, "message": "The operation is removed."})
    );
    assert!(shown("markdown").starts_with("## Breaking changes (1)\n\n- **GET /a\\<b\\>** — "));
}

#[test]
fn formats_that_a_command_does_not_know_are_refused() {
    let run = |arguments: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_catalogue")).args(arguments).env("LC_ALL", "en").output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (arguments, expected) in [
        (
            &["openapi", "diff", "a", "b", "--format", "github"][..],
            "openapi diff takes --format text, json or markdown.",
        ),
        (&["check", "--format", "markdown"], "check takes --format text, json or github."),
        (&["schema", "--format", "json"], "schema has no option --format."),
        (&["openapi", "outline", "a", "--format", "json"], "openapi outline has no option --format."),
    ] {
        let (code, said) = run(arguments);
        assert_eq!(code, Some(2), "{arguments:?}");
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn references_to_files_beside_each_version_are_followed() {
    let reference = json!({"$ref": "part.json#/get"});
    let whole = api(json!({"/a": {"get": {"responses": {"200": {"description": "ok",
        "content": {"application/json": {"schema": reference}}}}}}}));
    let [old, new] = ["beside-old", "beside-new"].map(|name| versions(name, &whole, &whole)[0].clone());
    for (file, kind) in [(&old, "integer"), (&new, "number")] {
        fs::write(Path::new(file).with_file_name("part.json"), json!({"get": {"type": kind}}).to_string()).unwrap();
    }
    let output = diff(&[&old, &new, "--format", "json"]);
    let rows: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&rows[0]["kind"], output.status.code()), (&json!("type-widened"), Some(1)), "{rows}");
    assert!(rows[0]["old"].as_str().unwrap().ends_with("part.json#/get"), "{rows}");
}
