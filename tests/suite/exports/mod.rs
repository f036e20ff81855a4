//! Exports read by the readers of their formats: Python's for ZIP, the JSON Schema of HAR, the packages of Postman and of
//! Bruno.

use catalogue::core::export::{Format, Item, export};
use catalogue::core::history::Answer;
use catalogue::core::request::{Body, File, Part, PartValue, Request, Secret, SecretPlace};
use catalogue::core::zip::archive;
use serde_json::{Value, from_slice, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

const READ_ZIP: &str = "
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(json.dumps([[one.filename, archive.read(one).hex(), one.date_time[0]] for one in archive.infolist()]))
";

#[test]
fn archives_are_read_by_python() {
    if !Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success()) {
        println!("skipped: `python3` is not here");
        return;
    }
    let files = [
        ("bruno.json".to_owned(), b"{}".to_vec()),
        ("été/Œuvre 2.bru".to_owned(), "é\n".repeat(5_000).into_bytes()),
        ("empty".to_owned(), Vec::new()),
        ("bytes".to_owned(), (0..=255).collect()),
    ];
    let path = folder("zip").join("export.zip");
    let bytes = archive(&files).unwrap();
    assert_eq!(bytes, archive(&files).unwrap(), "the same files give the same bytes");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new("python3").args(["-X", "utf8", "-c", READ_ZIP]).arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let expected: Vec<Value> = files.iter().map(|(name, bytes)| json!([name, hex(bytes), 1980])).collect();
    assert_eq!(from_slice::<Value>(&output.stdout).unwrap(), json!(expected));
}

#[test]
fn files_are_read_by_the_readers_of_their_formats() {
    let odd = "a: \"b\" {c} '''d";
    let body = "{\n  \"a\": \"}\",\n  \"b\": \"'''\"\n}";
    let request = Request {
        method: "POST".into(),
        url: "https://a.fr/v1/:x/%C3%A9?q=a%20b&k=t".into(),
        headers: vec![
            ("Authorization".into(), "Bearer t0ken".into()),
            ("X-Odd".into(), odd.into()),
            ("Content-Type".into(), "application/json".into()),
        ],
        body: Body::Text(body.into()),
        secrets: vec![Secret {
            variable: "TOKEN".into(),
            place: SecretPlace::Header("Authorization".into()),
            value: "t0ken".into(),
        }],
    };
    let part =
        |name: &str, value| Part { name: name.into(), value, content_type: Some("text/plain".into()), headers: vec![] };
    let file = File { name: "é.txt".into(), media_type: "text/plain".into(), bytes: vec![1] };
    let lines = "first: 1\n}\n  last";
    let parts = vec![part("a field:", PartValue::Text(lines.into())), part("f", PartValue::File(file.clone()))];
    let form =
        Request { method: "PUT".into(), url: "https://a.fr".into(), body: Body::Form(parts), ..Request::default() };
    let bytes =
        Request { url: "https://a.fr".into(), method: "QUERY".into(), body: Body::Bytes(file), ..Request::default() };
    let headers = [("Content-Type".to_owned(), "text/plain".to_owned())];
    let answer = Answer { status: 201, headers: &headers, body: b"ok", size: 2, milliseconds: 5 };
    let item = |name, folder, request, answer| Item { name, folder, when: 1_798_761_599_999, request, answer };
    let items = [
        item("Text", "Tag é", &request, Some(answer)),
        item("Form", "Tag é", &form, None),
        item("Bytes\n}", "", &bytes, None),
    ];
    let folder = folder("files");
    let mut paths = Vec::new();
    for format in [Format::Har, Format::Bruno, Format::Postman] {
        for (path, text) in export(format, "API", &items) {
            std::fs::create_dir_all(folder.join(&path).parent().unwrap()).unwrap();
            std::fs::write(folder.join(&path), text).unwrap();
            paths.push(path);
        }
    }
    std::fs::write(folder.join("paths.json"), json!(paths).to_string()).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = root.join("tests/suite/exports/read.mjs");
    let Ok(output) = Command::new("node").arg(script).arg(root.join("tests/e2e")).arg(&folder).output() else {
        println!("skipped: `node` is not here");
        return;
    };
    if output.status.code() == Some(3) {
        println!("skipped: `npm ci` was not run in tests/e2e: {}", String::from_utf8_lossy(&output.stderr));
        return;
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Value = from_slice(&output.stdout).unwrap();
    for (pointer, expected) in [
        ("/entries", json!(3)),
        ("/postman/0/url", json!("https://a.fr/v1/%3Ax/%C3%A9?q=a%20b&k=t")),
        ("/postman/0/token", json!("Bearer t")),
        ("/postman/0/odd", json!(odd)),
        ("/postman/0/body", json!(body)),
        ("/bruno/0/url", json!("{{base_url}}/v1/%3Ax/%C3%A9?q=a%20b&k=t")),
        ("/bruno/0/headers/0/value", json!("Bearer {{TOKEN}}")),
        ("/bruno/0/headers/1/value", json!(odd)),
        ("/bruno/0/body/json", json!(body)),
        ("/bruno/1/body/multipartForm/0/name", json!("a field:")),
        ("/bruno/1/body/multipartForm/0/value", json!(lines)),
        ("/bruno/1/body/multipartForm/0/contentType", json!("text/plain")),
        ("/bruno/1/body/multipartForm/1/value", json!(["é.txt"])),
        ("/bruno/2/body/file/0/filePath", json!("é.txt")),
        ("/environment/0/value", json!("https://a.fr")),
        ("/environment/1/secret", json!(true)),
    ] {
        assert_eq!(read.pointer(pointer), Some(&expected), "{pointer} in {read:#}");
    }
}
