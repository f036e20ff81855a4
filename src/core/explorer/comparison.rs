//! What changes between two documents of an API, for readers.

use super::value::shortened;
use super::view::VersionView;
use crate::core::catalogue::is_default;
use crate::core::i18n::Text;
use crate::core::openapi::compare::{Change, Impact, OperationName, compare};
use crate::core::openapi::{Document, Documents};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Most changes shown: beyond, two documents are better read one after the other.
const MOST: usize = 1_000;

/// Longest sentence, in characters.
const SENTENCE: usize = 600;

/// What changes from one document to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparisonView {
    /// The old document.
    pub before: VersionView,
    /// The new one.
    pub after: VersionView,
    /// How many changes there are in all: those that break clients, compatible ones, notes.
    pub counts: [usize; 3],
    /// The changes, those that break clients first; the first ones where there are too many.
    pub changes: Vec<ChangeView>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeView {
    /// What it means for clients, as a position in [`ComparisonView::counts`].
    pub impact: usize,
    /// Method and path of the operation it is about; none for the API as a whole.
    #[serde(default, skip_serializing_if = "is_default")]
    pub operation: Option<(String, String)>,
    /// The name of that operation in the new document, where it is still there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub id: Option<String>,
    /// What changes, in a sentence.
    pub what: Text,
}

/// What changes from `old` to `new`. How the two are called is for the caller to say.
pub fn comparison<'a>(old: &'a Document, new: &'a Document, documents: &'a dyn Documents) -> ComparisonView {
    let changes = compare(old, documents, new, documents);
    let entries = new.operations(documents).0;
    let ids: HashMap<(&str, &str), &str> =
        entries.iter().map(|entry| ((entry.method.as_str(), entry.path), entry.id.as_str())).collect();
    let of = |impact: Impact| changes.iter().filter(move |change| change.impact == impact);
    let view = |(impact, change): (usize, &Change)| {
        let id = change
            .operation
            .as_ref()
            .and_then(|OperationName { method, path }| ids.get(&(method.as_str(), path.as_str())));
        ChangeView {
            impact,
            operation: change.operation.as_ref().map(|one| (one.method.clone(), one.path.clone())),
            id: id.map(|id| (*id).to_owned()),
            what: Text::new(shortened(&change.what.fr, SENTENCE), shortened(&change.what.en, SENTENCE)),
        }
    };
    let ranked = Impact::ALL.into_iter().enumerate().flat_map(|(rank, impact)| of(impact).map(move |one| (rank, one)));
    ComparisonView {
        before: VersionView::default(),
        after: VersionView::default(),
        counts: Impact::ALL.map(|impact| of(impact).count()),
        changes: ranked.take(MOST).map(view).collect(),
    }
}
