//! [`Shelf`]: the documents at hand.

use crate::core::openapi::{Document, Documents};

/// Documents by the address they were asked for by; the first is the one that is explored.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    documents: Vec<(String, Document)>,
}

impl Documents for Shelf {
    fn document(&self, url: &str) -> Option<&Document> {
        self.documents.iter().find(|(known, _)| known == url).map(|(_, document)| document)
    }
}

impl Shelf {
    /// The document that is explored.
    pub(super) fn first(&self) -> Option<&Document> {
        self.documents.first().map(|(_, document)| document)
    }

    /// Explores `document`, forgets all others.
    pub(super) fn start(&mut self, document: Document) {
        self.documents = vec![(document.url().to_owned(), document)];
    }

    /// Adds a document that was asked for as `url`.
    pub(super) fn add(&mut self, url: &str, document: Document) {
        self.documents.retain(|(known, _)| known != url);
        self.documents.push((url.to_owned(), document));
    }

    /// Addresses that documents refer to and that are not at hand.
    pub(super) fn missing(&self) -> Vec<String> {
        let mut missing: Vec<String> = Vec::new();
        for url in self.documents.iter().flat_map(|(_, document)| document.other_documents()) {
            if self.document(&url).is_none() && !missing.contains(&url) {
                missing.push(url);
            }
        }
        missing
    }
}
