//! Any text, read as YAML: it ends, is no deeper than promised, and can be written and read again.
#![no_main]

use catalogue::core::yaml::{DEPTH_LIMIT, front_matter, read, write};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fn depth(value: &Value) -> usize {
    match value {
        Value::Object(entries) => 1 + entries.values().map(depth).max().unwrap_or_default(),
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}

fuzz_target!(|text: &str| {
    let (yaml, problems) = read(text, "f");
    assert!(depth(&yaml.value) <= DEPTH_LIMIT);
    for problem in &problems {
        assert!(!problem.what.fr.is_empty() && !problem.mend.en.is_empty());
    }
    for pointer in yaml.places.keys() {
        assert!(yaml.place(pointer).is_some());
    }
    let _ = front_matter(text, "f");
    // Aliases can make a small text a large value: writing that takes a while, and says nothing more.
    if text.len() < 2_000 && !text.contains('*') {
        let written = write(&yaml.value);
        let (again, problems) = read(&written, "f");
        assert!(problems.is_empty(), "{written}\n{problems:?}");
        assert_eq!(again.value, yaml.value, "{written}");
    }
});
