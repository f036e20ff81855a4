//! The data files of the explorer: what readers of the documents of an API see, made once for all.

use super::build::envelope;
use crate::core::catalogue::Api;
use crate::core::catalogue::consistency::Source;
use crate::core::explorer::{self, ContentsView, VersionView};
use crate::core::i18n::{Language, Text};
use crate::core::openapi::{Document, Documents};
use std::collections::BTreeMap;

/// Most documents of one API that are compared with each other: the files are as many as the pairs.
const COMPARED: usize = 5;

/// The documents of the content, which may refer to each other.
struct Others<'a>(&'a BTreeMap<String, Document>);

impl Documents for Others<'_> {
    fn document(&self, url: &str) -> Option<&Document> {
        self.0.get(url)
    }
}

/// Adds to `files` what is read of each of `documents`, those of `api` with their rank: its contents, its fields, each
/// of its operations in a file of its own, and what changes from one document to another.
pub(super) fn explore(
    api: &Source<Api>,
    documents: &[(usize, &Document)],
    all: &BTreeMap<String, Document>,
    language: Language,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Text> {
    let others = Others(all);
    let mut listed: Vec<(VersionView, &Document, ContentsView)> = Vec::new();
    for (rank, document) in documents {
        let mut contents = explorer::contents(document, &others, language);
        contents.know(0, explorer::names(document, &others, 0..usize::MAX));
        let title = api.head.openapi.get(*rank).and_then(|source| source.title.clone());
        let title = title.unwrap_or_else(|| contents.title.clone());
        listed.push((VersionView { rank: *rank, title, version: contents.version.clone() }, document, contents));
    }
    let versions: Vec<VersionView> = listed.iter().map(|(version, ..)| version.clone()).collect();
    for (version, document, contents) in &listed {
        let folder = format!("explorer/{}/{}", api.slug, version.rank);
        let documents = if versions.len() > 1 { versions.clone() } else { Vec::new() };
        files.insert(format!("{folder}/contents.json"), envelope(ContentsView { documents, ..contents.clone() })?);
        files.insert(format!("{folder}/fields.json"), envelope(explorer::fields(document, &others, language))?);
        for (rank, entry) in document.operations(&others).0.iter().enumerate() {
            let operation = explorer::operation(entry, document, &others, language);
            files.insert(format!("{folder}/{rank}.json"), envelope(operation)?);
        }
    }
    for (before, old, _) in listed.iter().take(COMPARED) {
        for (after, new, _) in listed.iter().take(COMPARED).filter(|(after, ..)| after.rank != before.rank) {
            let mut view = explorer::comparison(old, new, &others);
            (view.before, view.after) = (before.clone(), after.clone());
            let file = format!("explorer/{}/{}/since-{}.json", api.slug, after.rank, before.rank);
            files.insert(file, envelope(view)?);
        }
    }
    Ok(())
}
