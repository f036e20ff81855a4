//! YAML 1.2 (core schema) to JSON values, with the place of every value.
//!
//! JSON is read the same way, being YAML. Never here: what a key means.

mod builder;
mod closer;
mod flow;
mod frame;
mod front_matter;
mod json;
mod report;
mod scalar;
mod syntax;
mod write;

pub use front_matter::{Body, front_matter, with_front_matter};
pub(crate) use report::{TOO_DEEP, too_deep};
pub use write::write;

use crate::core::problem::Problem;
use serde_json::Value;
use std::collections::HashMap;

/// Deepest nesting that is read; what is deeper is left out. It is what readers of JSON accept everywhere: whatever is
/// read here can be written and read again elsewhere, and nothing that visits a value can exhaust the stack.
pub const DEPTH_LIMIT: usize = 127;

/// A value read from YAML (or JSON, which is YAML) and where each of its parts is.
#[derive(Debug, Clone, Default)]
pub struct Yaml {
    /// The value; `Null` for an empty document.
    pub value: Value,
    /// Line (from 1) and column (from 1) of every value, by JSON pointer; for an entry of a mapping, of its key.
    ///
    /// What comes from an alias or a merge key has no place of its own: see [`Yaml::place`].
    pub places: HashMap<String, (u32, u32)>,
}

impl Yaml {
    /// The place of the value at `pointer`, or of the nearest value around it that has one.
    pub fn place(&self, pointer: &str) -> Option<(u32, u32)> {
        let mut pointer = pointer;
        loop {
            if let Some(place) = self.places.get(pointer) {
                return Some(*place);
            }
            pointer = &pointer[..pointer.rfind('/')?];
        }
    }
}

/// Reads one YAML document. What could be read is returned with everything that is wrong.
///
/// `file` names the source in the problems.
pub fn read(source: &str, file: &str) -> (Yaml, Vec<Problem>) {
    read_from(source, file, 1)
}

/// Reads a document that begins at `first_line` of its file.
fn read_from(source: &str, file: &str, first_line: u32) -> (Yaml, Vec<Problem>) {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    closer::reading(&json::without_surrogates(source), first_line, |text| builder::read(text, file, first_line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(source: &str, expected: &Value, codes: &[&str]) {
        let (yaml, problems) = read(source, "f.yaml");
        assert_eq!(&yaml.value, expected, "{source}");
        let found: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(found, codes, "{source}: {problems:?}");
    }

    #[test]
    fn reads_the_core_schema() {
        let strings = "{a: no, b: on, c: 12:30, d: 2024-01-01, e: '12', f: \"true\", g: 1_000, h: !!str 5, i: 1e999}";
        check(
            strings,
            &json!({"a": "no", "b": "on", "c": "12:30", "d": "2024-01-01", "e": "12", "f": "true", "g": "1_000",
                "h": "5", "i": "1e999"}),
            &[],
        );
        check("[~, null, Null, , '']", &json!([null, null, null]), &["yaml-syntax"]);
        check("a:\nb: ~\n", &json!({"a": null, "b": null}), &[]);
        check(
            "[1, -2, +3, 0x1F, 0o17, 1.5, .5, 1e3, true, FALSE]",
            &json!([1, -2, 3, 31, 15, 1.5, 0.5, 1000.0, true, false]),
            &[],
        );
        check("200: ok\n404: {1.0: x}\ntrue: y\n", &json!({"200": "ok", "404": {"1.0": "x"}, "true": "y"}), &[]);
        check("", &Value::Null, &[]);
        check("# only a comment\n", &Value::Null, &[]);
        check("just text", &json!("just text"), &[]);
    }

    #[test]
    fn tolerates_what_editors_leave() {
        check("\u{feff}a: b\r\nc:\r\n  - d\r\n", &json!({"a": "b", "c": ["d"]}), &[]);
        check("a: x\u{a0}y\u{200b}\n", &json!({"a": "x\u{a0}y\u{200b}"}), &[]);
        check("text: |\n  one\n\n  two\n", &json!({"text": "one\n\ntwo\n"}), &[]);
    }

    #[test]
    fn closing_brackets_may_stand_under_their_key() {
        let source = "a:\n  b: {\n    c: 1\n  }\n  d: [\n    1\n  ]\ne: 2\n";
        let (yaml, problems) = read(source, "f.yaml");
        assert_eq!((yaml.value.clone(), problems), (json!({"a": {"b": {"c": 1}, "d": [1]}, "e": 2}), Vec::new()));
        assert_eq!(yaml.places.get("/e"), Some(&(8, 1)));
        check("a: [1\n}\nb: 2\n", &json!({"a": [1]}), &["yaml-syntax"]);
        let (yaml, body, problems) = front_matter("---\na: {\n  b: 1\n}\n---\nx", "f.md");
        assert_eq!((yaml.value, body.text, problems), (json!({"a": {"b": 1}}), "x", Vec::new()));
    }

    #[test]
    fn reads_json() {
        let source = "{\n\t\"a\\/b\": \"\\uD83D\\uDE00 \\\\uD83D\\u00e9\",\n\t\"c\":[1,2.0,{}],\"d\":null}";
        let expected: Value = serde_json::from_str(source).unwrap();
        check(source, &expected, &[]);
    }

    #[test]
    fn anchors_aliases_and_merge_keys() {
        check("a: &x {k: 1, l: 2}\nb: *x\n", &json!({"a": {"k": 1, "l": 2}, "b": {"k": 1, "l": 2}}), &[]);
        check(
            "base: &x {k: 1, l: 2}\nother: &y {l: 3, m: 4}\nb: {<<: [*x, *y], k: 9}\n",
            &json!({"base": {"k": 1, "l": 2}, "other": {"l": 3, "m": 4}, "b": {"k": 9, "l": 2, "m": 4}}),
            &[],
        );
        check("a: {'<<': x}\n", &json!({"a": {"<<": "x"}}), &[]);
        check("a: {<<: 3, b: 1}\n", &json!({"a": {"b": 1}}), &["yaml-merge"]);
        check("&k name: *k\n", &json!({"name": "name"}), &[]);
        check("a: &x [*x]\nb: 1\n", &json!({"a": [null], "b": 1}), &["yaml-alias"]);
    }

    #[test]
    fn says_what_is_wrong_and_keeps_the_rest() {
        check("a: 1\na: 2\nb: 3\n", &json!({"a": 1, "b": 3}), &["yaml-duplicate-key"]);
        check("{[x]: 1, b: 2}", &json!({"b": 2}), &["yaml-key"]);
        check("a: 1\n---\nb: 2\n", &json!({"a": 1}), &["yaml-documents"]);
        check("a: 1\nb: [x, y\n", &json!({"a": 1, "b": ["x", "y"]}), &["yaml-syntax"]);
        check("a:\n\t- b\n", &json!({"a": null}), &["yaml-syntax"]);
    }

    #[test]
    fn places_are_those_of_keys_and_items() {
        let (yaml, _) = read("a: 1\nb/c~d:\n  - x\n  - k: v\n    e: &q {z: 1}\nm: *q\n", "f.yaml");
        for (pointer, place) in [
            ("", Some((1, 1))),
            ("/a", Some((1, 1))),
            ("/b~1c~0d", Some((2, 1))),
            ("/b~1c~0d/0", Some((3, 5))),
            ("/b~1c~0d/1", Some((4, 5))),
            ("/b~1c~0d/1/k", Some((4, 5))),
            ("/b~1c~0d/1/e", Some((5, 5))),
            ("/b~1c~0d/1/e/z", Some((5, 12))),
            ("/m", Some((6, 1))),
            ("/m/z", None),
        ] {
            assert_eq!(yaml.places.get(pointer).copied(), place, "{pointer}");
        }
        assert_eq!(yaml.place("/m/z"), Some((6, 1)));
        assert_eq!(Yaml::default().place("/x"), None);
    }

    #[test]
    fn hostile_documents_end() {
        let codes = |source: &str| read(source, "f").1.iter().map(|problem| problem.code).collect::<Vec<_>>();
        assert_eq!(codes(&"[".repeat(10_000)), ["too-deep", "yaml-syntax"]);
        assert_eq!(codes(&"- ".repeat(10_000)), ["too-deep"]);
        assert_eq!(codes(&"{a: ".repeat(10_000)), ["too-deep", "yaml-syntax"]);
        assert_eq!(codes(&"? ".repeat(10_000)), ["yaml-key", "too-deep"]);
        let deep: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
        assert_eq!(codes(&deep), ["too-deep"]);
        let mut laughs = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for level in 1..20 {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            laughs.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
        }
        assert!(codes(&laughs).iter().all(|code| *code == "yaml-alias"));
        assert!(!codes(&laughs).is_empty());
        let mut chain = String::from("a0: &a0 [x]\n");
        for level in 1..3_000 {
            chain.push_str(&format!("a{level}: &a{level} [*a{}]\n", level - 1));
        }
        assert!(codes(&chain).contains(&"yaml-alias"));
    }

    /// `value` inside `levels` sequences.
    fn nested(levels: usize, value: Value) -> Value {
        (0..levels).fold(value, |value, _| json!([value]))
    }

    #[test]
    fn what_is_too_deep_is_left_out_and_the_rest_is_read() {
        let cut = nested(DEPTH_LIMIT - 1, Value::Null);
        for depth in [DEPTH_LIMIT, DEPTH_LIMIT + 1, 200, 256, 300, 10_000, 1_000_000] {
            let brackets = format!("{}1{}", "[".repeat(depth - 1), "]".repeat(depth - 1));
            let (kept, problems) = if depth > DEPTH_LIMIT { (&cut, 1) } else { (&nested(depth - 1, json!(1)), 0) };
            let other = if depth > 10_000 { "[]" } else { &brackets };
            let flow = format!("a: {brackets}\nb: {{c: {other}, \"}}\": 'it''s]', d: [it's # ]\n]}}\ne: 2\n");
            let (yaml, found) = read(&flow, "f");
            assert_eq!(yaml.value["a"], *kept, "{depth}");
            assert_eq!((&yaml.value["b"]["}"], &yaml.value["b"]["d"]), (&json!("it's]"), &json!(["it's"])), "{depth}");
            assert_eq!((&yaml.value["e"], yaml.places.get("/e")), (&json!(2), Some(&(4, 1))), "{depth}");
            assert!(found.len() >= problems && found.iter().all(|problem| problem.code == TOO_DEEP), "{found:?}");
            let block = format!("{}1\n", "- ".repeat(depth));
            let (yaml, found) = read(&block, "f");
            assert_eq!((&yaml.value[0], found.len()), (kept, problems), "{depth}");
            if problems == 1 {
                let place = &found[0].place;
                assert_eq!(place.pointer, Some("/0".repeat(DEPTH_LIMIT)));
                assert_eq!(place.column, Some(2 * u32::try_from(DEPTH_LIMIT).unwrap() + 1));
            }
        }
        let mut mapping: String = (0..500).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
        mapping.push_str("b: 1\n");
        let (yaml, found) = read(&mapping, "f");
        assert_eq!((&yaml.value["b"], found.len()), (&json!(1), 1));
        assert!(yaml.value.pointer(&"/a".repeat(DEPTH_LIMIT)).is_some_and(Value::is_null));
        let many = format!("- {}\n", "[".repeat(200) + &"]".repeat(200)).repeat(300) + "- end";
        let (yaml, found) = read(&many, "f");
        assert_eq!((&yaml.value[300], found.len()), (&json!("end"), 100));
    }

    proptest::proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn never_panics(source in r#"([a-c&*<:?|>%@!{}\[\]'",#~\\ \t\n\r.-]|\r\n|---|: |- |<<: |\u{feff}|\u{a0}|é|0|!!str|.){0,60}"#) {
            let _ = read(&source, "f");
            let _ = front_matter(&source, "f");
        }

        #[test]
        fn reads_any_json(value in json_values()) {
            for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
                let (yaml, problems) = read(&text, "f");
                proptest::prop_assert!(problems.is_empty(), "{problems:?}");
                proptest::prop_assert_eq!(&yaml.value, &value);
            }
        }
    }

    fn json_values() -> impl proptest::strategy::Strategy<Value = Value> {
        use proptest::prelude::*;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[^\u{feff}]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[^\u{feff}]{0,8}", inner, 0..5)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }
}
