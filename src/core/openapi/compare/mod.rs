//! What changes between two versions of an API, and what that means for its clients.
//!
//! ```text
//! two Documents ─ compare ─▶ Vec<Change> ─ render ─▶ text, JSON, Markdown
//! ```
//!
//! The judgement follows who writes and who reads. In what clients send, asking for more or accepting less breaks them;
//! in what they receive, it is giving less or giving other things. Documents of two generations of OpenAPI are compared
//! by what they mean, not by how they write it.
//!
//! Decided here, where practice differs:
//!
//! * A field that requests no longer describe breaks clients only where other fields are refused
//!   (`additionalProperties: false`); elsewhere a server that ignores what it does not know goes on: a note.
//! * A field of responses that was optional may always have been absent: its removal is a note.
//! * One more value of a list in responses is a note: clients ought to be ready for it. A list that ends is a break.
//! * Content that begins to be described was free before: in requests, that asks for more.
//! * Keywords whose effect cannot be told from two texts (`not`, `if`, `contains`…) are a note when they change.
//! * What operations take from the document (servers, security) is told once, without operation.
//!
//! Not compared: what is only read by people (titles, descriptions, tags, examples), links, extensions.

mod change;
mod comparison;
mod content;
mod kind;
mod operations;
mod pairing;
mod parameters;
mod render;
mod responses;
mod schema;
mod security;
mod servers;
#[cfg(test)]
mod tests;
mod words;

pub use change::{Change, Impact, OperationName};
pub use kind::Kind;
pub use render::{json, markdown, text};

use super::document::Document;
use super::reference::Documents;
use super::version::declared;
use comparison::{Comparison, Places};
use words::Word;

/// Lists what changes from `old` to `new`: first what concerns the whole API, then its operations in the order of
/// `new`, those removed where they stood, and at last what is to be said of the list itself.
///
/// Always ends, whatever the documents hold; a comparison that had to stop says so in its last change.
pub fn compare<'a>(
    old: &'a Document,
    old_documents: &'a dyn Documents,
    new: &'a Document,
    new_documents: &'a dyn Documents,
) -> Vec<Change> {
    run(Comparison::new((old, old_documents), (new, new_documents)))
}

fn run(mut comparison: Comparison<'_>) -> Vec<Change> {
    comparison.generations();
    let (before, after) = (comparison.old.whole(), comparison.new.whole());
    let operations = comparison.pair_operations(&before, &after);
    comparison.inherited(&before, &after, &operations);
    comparison.schemes(&before, &after);
    for pair in operations {
        comparison.operation(pair);
    }
    comparison.finish(&before, &after)
}

impl Comparison<'_> {
    /// The same API in another version of OpenAPI is the same API; people may want to know all the same.
    fn generations(&mut self) {
        let [old, new] = [self.old.document, self.new.document];
        if old.version() != new.version() {
            let versions = [old, new].map(|document| declared(document.value()));
            let key = |document: &Document| {
                let keys = ["openapi", "swagger"];
                keys.into_iter().find(|key| document.value().get(*key).is_some()).map(|key| format!("/{key}"))
            };
            let words = [Word::Maybe(versions[0].as_deref()), Word::Maybe(versions[1].as_deref())];
            let places = Places { old: key(old), new: key(new) };
            self.report(Kind::OpenApiVersionChanged, Impact::Note, places, &words);
        }
    }
}
