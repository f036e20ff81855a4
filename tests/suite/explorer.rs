//! What readers see of the documents of real producers.

use super::openapi::documents_in;
use catalogue::core::explorer::{contents, fields, operation};
use catalogue::core::i18n::Language;
use catalogue::core::openapi::{Document, NoDocuments, OperationKind};
use std::path::Path;

/// Most bytes of an operation of a real document: what a reader waits for, before compression.
const MOST: usize = 700_000;

/// Most bytes of the dictionary of a real document.
const MOST_FIELDS: usize = 3_000_000;

#[test]
fn every_operation_of_real_documents_is_shown_and_is_small() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = documents_in(&root.join("public/apis"));
    let shared = root.join("../../shared/data/apigouv/openapi");
    if shared.exists() {
        files.extend(documents_in(&shared));
    } else {
        println!("skipped: no documents of api.gouv.fr at {}", shared.display());
    }
    for file in files {
        let (document, _) = Document::read(&std::fs::read(&file).unwrap(), "https://a.fr/openapi.json");
        let listed = contents(&document, &NoDocuments, Language::Fr);
        let entries = document.operations(&NoDocuments).0;
        assert_eq!(listed.count(), entries.len());
        // Neighbours are alike: a few show what all are like.
        for entry in entries.iter().step_by(entries.len() / 8 + 1) {
            let view = operation(entry, &document, &NoDocuments, Language::Fr);
            let bytes = serde_json::to_vec(&view).unwrap().len();
            println!("{bytes} {} {}", file.display(), entry.id);
            assert!(bytes < MOST, "{} {}: {bytes}", file.display(), entry.id);
            assert!(!view.snippets.is_empty() || entry.kind != OperationKind::Path);
        }
        let dictionary = fields(&document, &NoDocuments, Language::Fr);
        let bytes = serde_json::to_vec(&dictionary).unwrap().len();
        println!("{bytes} {} fields {}", dictionary.fields.len(), file.display());
        assert!(bytes < MOST_FIELDS, "{}: {bytes}", file.display());
        // Each place that the dictionary leads to is there.
        for field in dictionary.fields.iter().step_by(dictionary.fields.len() / 20 + 1) {
            let place = field.uses.first().unwrap();
            let view = operation(&entries[place.operation], &document, &NoDocuments, Language::Fr);
            assert!(view.has(&place.anchor), "{} {} {}", file.display(), view.id, place.anchor);
        }
    }
}
