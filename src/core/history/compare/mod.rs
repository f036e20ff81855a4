//! Two answers side by side: status, headers, and bodies as JSON or as lines.
//!
//! Never here: two versions of a document (`openapi::compare`).

pub mod json;
pub mod lines;

pub use json::{Change, Difference, Differences};
pub use lines::{Line, Lines};

use super::Entry;
use serde_json::Value;

/// What differs between two answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The two statuses, where they differ.
    pub status: Option<(u16, u16)>,
    /// Headers that differ: names in lower case.
    pub headers: Vec<(String, Change)>,
    /// What differs between their bodies, as far as they were kept.
    pub bodies: Bodies,
}

/// What differs between two bodies.
#[derive(Debug, Clone, PartialEq)]
pub enum Bodies {
    /// Nothing.
    Same,
    /// Values.
    Json(Differences),
    /// Lines.
    Text(Lines),
    /// One of them at least is binary: only the sizes are known.
    Sizes(u64, u64),
}

/// Compares the answers of two calls.
pub fn compare(old: &Entry, new: &Entry) -> Comparison {
    let bodies = match (&old.response_body, &new.response_body) {
        (Some(old), Some(new)) if old == new => Bodies::Same,
        (Some(old), Some(new)) => {
            let [before, after] = [old, new].map(|text| serde_json::from_str::<Value>(text));
            match (before, after) {
                (Ok(before), Ok(after)) => {
                    let found = json::compare(&before, &after);
                    if found == Differences::default() { Bodies::Same } else { Bodies::Json(found) }
                }
                _ => Bodies::Text(lines::compare(old, new)),
            }
        }
        _ => Bodies::Sizes(old.size, new.size),
    };
    Comparison {
        status: (old.status != new.status).then_some((old.status, new.status)),
        headers: headers(&old.response_headers, &new.response_headers),
        bodies,
    }
}

fn headers(old: &[(String, String)], new: &[(String, String)]) -> Vec<(String, Change)> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in old.iter().chain(new) {
        let name = name.to_ascii_lowercase();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let all = |headers: &[(String, String)], name: &str| {
        let values = headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        let values: Vec<&str> = values.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    };
    let change = |name: String| match (all(old, &name), all(new, &name)) {
        (Some(old), Some(new)) if old != new => Some((name, Change::Changed { old, new })),
        (Some(old), None) => Some((name, Change::Removed(old))),
        (None, Some(new)) => Some((name, Change::Added(new))),
        _ => None,
    };
    names.into_iter().filter_map(change).collect()
}
