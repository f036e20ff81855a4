//! The arrows between layers, the length of files, and what is banned.

use std::path::{Path, PathBuf};
use walkdir::WalkDir;

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = WalkDir::new(root).into_iter().filter_map(Result::ok);
    let rust = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
    let read: Vec<_> =
        rust.map(|entry| (entry.path().to_owned(), std::fs::read_to_string(entry.path()).unwrap())).collect();
    assert!(!read.is_empty(), "{folder}");
    read
}

fn must_not_hold(folder: &str, banned: &[&str]) {
    for (path, source) in sources(folder) {
        for (number, line) in source.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for word in banned {
                assert!(!line.contains(word), "{}:{}: {word}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn arrows_point_to_core() {
    must_not_hold(
        "src/core",
        &[
            "web_sys",
            "js_sys",
            "leptos",
            "gloo_net",
            "std::fs",
            "std::env",
            "std::time",
            "crate::ui",
            "crate::browser",
            "crate::tool",
        ],
    );
    must_not_hold("src/browser", &["leptos", "crate::ui", "crate::tool"]);
    must_not_hold("src/ui", &["crate::tool", "gloo_net", "inner_html", " style="]);
    must_not_hold("src/tool", &["crate::ui", "crate::browser", "web_sys", "leptos"]);
}

#[test]
fn nothing_is_left_unfinished() {
    must_not_hold("src", &["todo!(", "unimplemented!(", "#[allow", "FIXME"]);
}

/// French sentences of the engine: U+202F inside guillemets and before semicolons.
#[test]
fn french_spaces_do_not_break() {
    for folder in
        ["authorization", "openapi", "request", "call", "exchange", "conformance", "session", "response", "publication"]
    {
        let folder = &format!("src/core/{folder}");
        must_not_hold(folder, &["« ", "«\u{a0}", " »", "\u{a0}»", " ; "]);
    }
}

#[test]
fn files_stay_short() {
    for (path, source) in sources("src") {
        let lines = source.lines().count();
        assert!(lines <= 350, "{}: {lines} lines", path.display());
    }
}
