//! Checks against the schemas of an operation that was opened: wherever they stand, among all documents at hand.

use super::documents::Documents as Index;
use super::identifiers::named;
use super::run::MOST_STEPS;
use super::{Dialect, Failure, Schemas};
use crate::core::openapi::document::Document;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::Documents;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Other documents looked into.
const MOST_DOCUMENTS: usize = 1_000;

fn add<'d>(index: &mut Index<'d>, document: &'d Document, dialect: Dialect) {
    let named: &[String] = if dialect == Dialect::OpenApi30 { &[] } else { document.named(named) };
    index.add_known(document.url(), document.value(), dialect, named);
}

impl<'d> Schemas<'d> {
    /// The schemas of a document and of those it refers to, each in the dialect its own document is written in. One that
    /// does not say its version is read like the first.
    pub fn of(document: &'d Document, documents: &'d dyn Documents) -> Self {
        let dialect = document.dialect();
        let mut index = Index::default();
        add(&mut index, document, dialect);
        let mut left = document.other_documents();
        let mut asked = BTreeSet::new();
        let mut added = BTreeSet::from([document.url()]);
        while let Some(url) = left.pop_first().filter(|_| asked.len() < MOST_DOCUMENTS) {
            if !asked.insert(url.clone()) {
                continue;
            }
            let Some(other) = documents.document(&url) else { continue };
            if added.insert(other.url()) {
                add(&mut index, other, other.version().map_or(dialect, |_| other.dialect()));
                left.extend(other.other_documents());
            }
            index.also_at(&url, other.url());
        }
        Self { documents: index, dialect, formats: false, steps: MOST_STEPS }
    }

    /// Checks `instance` against a schema of these documents: of a parameter, a body, a response of an operation that
    /// was opened, or of any place below.
    pub fn check_node(&self, schema: &SchemaNode<'_>, instance: &Value) -> Vec<Failure> {
        let resource = self.documents.at(schema.document.url());
        let place = resource.filter(|_| matches!(schema.value, Cow::Borrowed(_)));
        match place.and_then(|resource| self.documents.follow(resource, &schema.pointer)) {
            Some(target) => self.run().check(target.value, &target.pointer, target.resource, instance),
            // It was made from what is no schema (OpenAPI 2.0): its own place is nowhere, its references are relative to
            // where it comes from.
            None => self.run().check(&schema.value, "", resource.unwrap_or_default(), instance),
        }
    }
}
