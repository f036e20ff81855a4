//! Cases in, answers out: JSON values, a line each. A line that cannot be answered does not stop the others.

use crate::tool::report::say;
use serde_json::{Value, json};
use std::io::BufRead;

/// Answers each line of the standard input. Members of an answer follow `id`; an error stands in its place.
pub(super) fn answer(mut answer: impl FnMut(&Value) -> Result<Value, String>) {
    for line in std::io::stdin().lock().split(b'\n') {
        let Ok(line) = line else { return };
        if line.trim_ascii().is_empty() {
            continue;
        }
        let case = serde_json::from_slice::<Value>(&line);
        let id = case.as_ref().ok().and_then(|case| case.get("id")).cloned().unwrap_or_default();
        let mut written = json!({ "id": id });
        match case.map_err(|error| error.to_string()).and_then(|case| answer(&case)) {
            Ok(Value::Object(members)) => members.into_iter().for_each(|(name, value)| written[name.as_str()] = value),
            Ok(other) => written["answer"] = other,
            Err(error) => written["error"] = error.into(),
        }
        say(&written.to_string());
    }
}
