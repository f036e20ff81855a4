//! Any pattern on any text: reading and matching end, within the budget of the check.
#![no_main]

use catalogue::core::openapi::schema::check::{Dialect, validate};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

fuzz_target!(|given: (&str, &str)| {
    let (pattern, text) = given;
    let schema = json!({ "pattern": pattern });
    let first = validate(&schema, "", Dialect::Draft202012, &Value::from(text));
    let again = validate(&schema, "", Dialect::Draft202012, &Value::from(text));
    assert_eq!(first, again);
    let schema = json!({ "patternProperties": { pattern: false } });
    let _ = validate(&schema, "", Dialect::Draft202012, &json!({ text: 1 }));
});
