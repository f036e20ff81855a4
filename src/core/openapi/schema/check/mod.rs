//! A JSON Schema validator: draft 4, 2020-12, and the flavour of OpenAPI 3.0 (and 2.0).
//!
//! Complete for what those dialects require, as the official suite proves (`tests/suite/json_schema.rs`), and fit for a
//! browser: no dependency, and schemas and values are hostile until checked. Every check ends, within bounded depth and
//! work; what could not be checked (a document that was not given, a pattern that cannot be read, a circle) is a failure
//! that says so, never a silent success.
//!
//! It never fetches anything, and does not judge schemas: a keyword whose value has the wrong type is ignored.

mod applicators;
mod arrays;
mod documents;
mod format;
mod identifiers;
mod message;
mod numbers;
mod objects;
mod opened;
mod path;
pub(in crate::core::openapi::schema) mod pattern;
mod references;
mod run;
mod strings;
#[cfg(test)]
mod tests;
mod types;
mod unevaluated;
mod verdict;

pub use super::dialect::Dialect;

use crate::core::i18n::Text;
use documents::Documents;
use run::{MOST_STEPS, Run};
use serde_json::Value;

/// One thing that keeps a value from being valid, or from being checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Where, in the value: a JSON pointer.
    pub instance: String,
    /// The keyword, in the schema: a JSON pointer, after the address and `#` for other documents than the first.
    pub schema: String,
    /// The keyword; empty when the whole check stopped.
    pub keyword: String,
    /// What is wrong, in plain words.
    pub message: Text,
}

/// Checks `instance` against the schema at `schema_pointer` in `document`, in which its references resolve. No failure:
/// the value is valid.
pub fn validate(document: &Value, schema_pointer: &str, dialect: Dialect, instance: &Value) -> Vec<Failure> {
    Schemas::new(document, dialect).check(schema_pointer, instance)
}

/// Documents that hold schemas, indexed once for many checks.
#[derive(Debug)]
pub struct Schemas<'d> {
    documents: Documents<'d>,
    dialect: Dialect,
    formats: bool,
    steps: u32,
}

impl<'d> Schemas<'d> {
    /// A document that stands alone.
    pub fn new(document: &'d Value, dialect: Dialect) -> Self {
        Self::based("", document, dialect)
    }

    /// A document whose relative references start from an absolute address.
    pub fn based(address: &str, document: &'d Value, dialect: Dialect) -> Self {
        let mut documents = Documents::default();
        documents.add(address, document, dialect);
        Self { documents, dialect, formats: false, steps: MOST_STEPS }
    }

    /// Adds another document, under the absolute address that references give it.
    #[must_use]
    pub fn with(mut self, address: &str, document: &'d Value) -> Self {
        self.documents.add(address, document, self.dialect);
        self
    }

    /// Checks `format` too (date, date-time, email, uuid, uri, ipv4, ipv6, int32, int64), which otherwise only informs.
    #[must_use]
    pub fn with_formats(mut self) -> Self {
        self.formats = true;
        self
    }

    /// Gives each check less work to do before it stops: for many checks in one go.
    #[must_use]
    pub(in crate::core::openapi) fn within(mut self, steps: u32) -> Self {
        self.steps = steps.min(MOST_STEPS);
        self
    }

    /// Checks `instance` against the schema at `schema_pointer` in the first document.
    pub fn check(&self, schema_pointer: &str, instance: &Value) -> Vec<Failure> {
        match self.documents.follow(0, schema_pointer) {
            Some(target) => self.run().check(target.value, &target.pointer, target.resource, instance),
            None => vec![Failure {
                instance: String::new(),
                schema: schema_pointer.to_owned(),
                keyword: String::new(),
                message: message::dangling(schema_pointer),
            }],
        }
    }

    /// Checks `instance` against a schema that is not in the first document, but whose references resolve there.
    /// Places in the schema are relative to it.
    pub fn check_against(&self, schema: &Value, instance: &Value) -> Vec<Failure> {
        self.run().check(schema, "", 0, instance)
    }

    fn run(&self) -> Run<'_> {
        Run::new(&self.documents, self.formats, self.steps)
    }
}
