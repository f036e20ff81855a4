//! Reading bytes: syntaxes, mistakes, hostile inputs.

use super::read;
use serde_json::{Value, json};

fn check(bytes: &[u8], expected: &Value, found: &[(&str, u32)]) {
    let (raw, problems) = read(bytes, "f");
    let shown = String::from_utf8_lossy(bytes);
    assert_eq!(&raw.value, expected, "{shown}");
    let codes: Vec<_> = problems.iter().map(|problem| (problem.code, problem.place.line.unwrap_or_default())).collect();
    assert_eq!(codes, found, "{shown}: {problems:?}");
    assert!(problems.iter().all(|problem| problem.place.pointer.is_some()));
}

#[test]
fn syntaxes_are_told_apart_by_content() {
    let value = json!({"a": [1, "é"]});
    check("{\"a\": [1, \"é\"]}".as_bytes(), &value, &[]);
    check("\u{feff}\r\n{\"a\":\r\n[1, \"é\"]}\r\n".as_bytes(), &value, &[]);
    check("a:\r\n  - 1\r\n  - é\r\n".as_bytes(), &value, &[]);
    check("\u{feff}---\na: [1, é]\n".as_bytes(), &value, &[]);
    let wide: Vec<u8> =
        [0xfeff].into_iter().chain("{\"a\": [1, \"é\"]}".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    check(&wide, &value, &[("utf-16", 1)]);
}

#[test]
fn what_is_no_document_is_named() {
    check(b"", &Value::Null, &[("empty-document", 1)]);
    check(b"\n \t", &Value::Null, &[("empty-document", 1)]);
    check(b"\n<!DOCTYPE html><html>", &Value::Null, &[("html-document", 1)]);
    check(b"<?xml version='1.0'?>", &Value::Null, &[("html-document", 1)]);
    check(b"{\"a\":\n\"\xe9\"}", &json!({"a": "\u{fffd}"}), &[("not-utf-8", 2)]);
}

#[test]
fn comments_and_trailing_commas_are_tolerated() {
    let source = "// c\n{ /* , */ \"a\": [1, 2, /* x */ ], \"u\": \"// no, ]\", \"b\\\"\": 3, }\n";
    check(source.as_bytes(), &json!({"a": [1, 2], "u": "// no, ]", "b\"": 3}), &[("json-extended", 1)]);
    check(b"{\n\"a\": 1,\n}", &json!({"a": 1}), &[("json-extended", 2)]);
}

#[test]
fn mistakes_have_a_place_and_what_comes_before_is_kept() {
    check(b"{\"a\": 1,\n\"b\": {\"c\": 2", &json!({"a": 1, "b": {"c": 2}}), &[("json-syntax", 2)]);
    check(b"{\"a\": 1}\n}", &json!({"a": 1}), &[("json-syntax", 2)]);
    let (_, problems) = read("{\n \"é\": é}".as_bytes(), "f");
    assert_eq!((problems[0].place.line, problems[0].place.column), (Some(2), Some(7)));
}

#[test]
fn places_of_json_values() {
    let source = "{\n  \"a/b\": {\"c\": [10,\n  {\"d\": \"}\"}]},\n \"é\": 1, \"z\": 2}";
    let (raw, _) = read(source.as_bytes(), "f");
    let pointers = ["", "/a~1b", "/a~1b/c/0", "/a~1b/c/1/d", "/z", "/a~1b/nope", "/a~1b/c/7"];
    let found: Vec<_> = raw.places.find(&pointers).into_iter().flatten().collect();
    assert_eq!(found, [(1, 1), (2, 3), (2, 17), (3, 4), (4, 10), (2, 3), (2, 11)]);
    let (yaml, _) = read(b"a:\n  b: 1\n", "f");
    assert_eq!(yaml.places.find(&["/a/b", "/a/x"]), [Some((2, 3)), Some((1, 1))]);
}

#[test]
fn hostile_documents_end() {
    for (source, code) in [
        ("[".repeat(10_000), "json-depth"),
        ("{\"a\":".repeat(10_000), "json-depth"),
        ("- ".repeat(10_000), "yaml-depth"),
        (format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000)), "json-depth"),
    ] {
        let (_, problems) = read(source.as_bytes(), "f");
        assert_eq!(problems.first().map(|problem| problem.code), Some(code));
    }
}

proptest::proptest! {
    #[test]
    fn never_panics(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..60)) {
        let _ = read(&bytes, "f");
    }

    #[test]
    fn never_panics_on_json_like_text(text in r#"[{\[]([{}\[\],:"\\/* a1é\n]|//|true){0,50}"#) {
        let (raw, _) = read(text.as_bytes(), "f");
        let _ = raw.places.find(&["/a", "/0/1", "/é/a"]);
    }
}
