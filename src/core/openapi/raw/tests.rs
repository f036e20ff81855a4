//! Reading bytes: syntaxes, mistakes, hostile inputs.

use super::parse::{End, parse};
use super::{Positions, read};
use crate::core::yaml::{self, DEPTH_LIMIT};
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
    let found: Vec<_> = raw.find(&pointers).into_iter().flatten().collect();
    assert_eq!(found, [(1, 1), (2, 3), (2, 17), (3, 4), (4, 10), (2, 3), (2, 11)]);
    let (yaml, _) = read(b"a:\n  b: 1\n", "f");
    assert_eq!(yaml.find(&["/a/b", "/a/x"]), [Some((2, 3)), Some((1, 1))]);
}

#[test]
fn hostile_documents_end() {
    for (source, codes) in [
        ("[".repeat(10_000), ["json-syntax", "too-deep"]),
        ("{\"a\":".repeat(10_000), ["json-syntax", "too-deep"]),
        ("[".repeat(3_000_000), ["json-syntax", "too-deep"]),
        ("- ".repeat(10_000), ["too-deep", ""]),
    ] {
        let (raw, problems) = read(source.as_bytes(), "f");
        let found: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(found, codes.into_iter().filter(|code| !code.is_empty()).collect::<Vec<_>>());
        assert!(!raw.value.is_null());
    }
}

/// Objects and arrays nested `depth` times: what is within the limit is read, with what stands beside.
#[test]
fn what_is_too_deep_is_left_out_and_the_rest_is_read() {
    for depth in [DEPTH_LIMIT - 1, DEPTH_LIMIT, 128, 10_000, 1_000_000] {
        for (open, close, token) in [("[", "]", "/0"), ("{\"k\":", "}", "/k"), ("[{\"k\":[", "]}]", "/0/k/0")] {
            let levels = token.matches('/').count();
            let deep = format!("{}\"}}]\"{}", open.repeat(depth), close.repeat(depth));
            let source = format!("{{\"a\":\n{deep},\n\"b\": [1, {deep}], \"c\": 2}}");
            let (raw, problems) = read(source.as_bytes(), "f");
            assert_eq!(raw.value["c"], json!(2));
            assert_eq!(
                raw.find(&["/c"]),
                [raw.find(&["/b"])[0].map(|(line, _)| (
                    line,
                    source.lines().nth(2).map_or(0, |last| last.rfind("\"c\"").unwrap() + 1) as u32
                ))]
            );
            if depth * levels < DEPTH_LIMIT - 1 {
                assert_eq!(problems, []);
                assert_eq!(raw.value.pointer(&format!("/a{}", token.repeat(depth))), Some(&json!("}]")));
                continue;
            }
            let found: Vec<_> = problems.iter().map(|problem| (problem.code, problem.place.line)).collect();
            let both = [("too-deep", Some(2)), ("too-deep", Some(3))];
            assert!(found == both || found == both[1..], "{depth} {open}: {found:?}");
            for problem in &problems {
                let pointer = problem.place.pointer.as_deref().unwrap();
                assert_eq!(pointer.matches('/').count(), DEPTH_LIMIT, "{depth} {open}");
                assert_eq!(raw.value.pointer(pointer), Some(&Value::Null));
            }
        }
    }
    let many = format!("[{}2]", format!("{}{},", "[".repeat(130), "]".repeat(130)).repeat(1_000));
    let (raw, problems) = read(many.as_bytes(), "f");
    assert_eq!((&raw.value[1_000], problems.len()), (&json!(2), 100));
}

#[test]
fn of_two_equal_keys_the_last_counts() {
    let source = "{\"a\": {\"x\": [1],\n\"x\": {\"y\": 2}},\n \"b\": 3}";
    let (raw, problems) = read(source.as_bytes(), "f");
    assert_eq!((&raw.value, problems), (&json!({"a": {"x": {"y": 2}}, "b": 3}), Vec::new()));
    assert_eq!(raw.find(&["/a/x/y", "/b"]), [Some((1, 2)), Some((3, 2))]);
}

/// What `serde_json` reads is read the same, and what it refuses is refused.
fn agrees(text: &str) {
    let expected = serde_json::from_str::<Value>(text);
    let parsed = parse(text);
    match expected {
        Ok(value) => assert_eq!((parsed.value, parsed.end), (value, End::Whole), "{text}"),
        Err(_) => assert_ne!(parsed.end, End::Whole, "{text}"),
    }
}

#[test]
fn json_is_what_its_specification_says() {
    for text in [
        "1",
        " -0 ",
        "-0.5e+3",
        "01",
        "1.",
        ".5",
        "+1",
        "--1",
        "1e999",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "1-2",
        "true",
        "truex",
        "nul",
        "null",
        "\"\"",
        "\"\\u00e9\\uD83D\\uDE00\"",
        "\"\\uD800\"",
        "\"\\x\"",
        "\"a",
        "\"\t\"",
        "\"\u{7f}\"",
        "[]",
        "[1,]",
        "[,]",
        "[1 2]",
        "[",
        "]",
        "{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{1:2}",
        "{\"a\" :\r\n\t1}",
        "[}",
        "{]",
        "[1}",
        "{\"a\":1]",
        "",
        " ",
        "1 1",
        "[]]",
        "\u{a0}1",
        "\u{c}1",
        "NaN",
        "'a'",
    ] {
        agrees(text);
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
        let _ = raw.find(&["/a", "/0/1", "/é/a"]);
    }

    #[test]
    fn agrees_with_another_reader(text in r#"([{\[]|[}\]]|[:,]|"[ab]"|"\\[n"u]"|[0-9.eE+-]|[ \n]|true|null|é){0,12}"#) {
        agrees(&text);
    }

    #[test]
    fn places_are_those_of_the_text(value in json_values()) {
        let text = format!("{value:#}");
        let parsed = parse(&text);
        proptest::prop_assert_eq!(&parsed.value, &value);
        let (yaml, _) = yaml::read(&text, "f");
        for (pointer, place) in &yaml.places {
            proptest::prop_assert_eq!(parsed.positions.find(&value, &[pointer]), [Some(*place)], "{} in {}", pointer, text);
        }
        let again = Positions::of(&value, &yaml.places);
        let pointers: Vec<&str> = yaml.places.keys().map(String::as_str).collect();
        proptest::prop_assert_eq!(again.find(&value, &pointers), parsed.positions.find(&value, &pointers));
    }
}

fn json_values() -> impl proptest::strategy::Strategy<Value = Value> {
    use proptest::prelude::*;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        "[a-zé\"\\\\/~]{0,5}".prop_map(Value::from)
    ];
    leaf.prop_recursive(4, 30, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z/~é]{0,4}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
