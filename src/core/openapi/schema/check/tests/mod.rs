//! What a check says, in both languages, and that every check ends.

mod dialects;
mod hostile;
mod messages;
mod opened;

use super::{Dialect, Failure};
use serde_json::{Value, from_str};

/// Checks a value against a schema, both written as JSON.
fn check(dialect: Dialect, schema: &str, instance: &str) -> Vec<Failure> {
    let schema: Value = from_str(schema).unwrap();
    super::validate(&schema, "", dialect, &from_str(instance).unwrap())
}

fn french(failures: &[Failure]) -> Vec<&str> {
    failures.iter().map(|failure| failure.message.fr.as_str()).collect()
}
