//! [`Comparison`]: the two sides, and what was found so far.

use super::schema::Schemas;
use super::words::Word;
use super::{Change, Impact, Kind, OperationName};
use crate::core::i18n::Text;
use crate::core::openapi::document::Document;
use crate::core::openapi::model::{OperationEntry, Requirement, Scheme, Server};
use crate::core::openapi::reader::{Reader, Unread};
use crate::core::openapi::reference::{Documents, Node};
use serde_json::Value;
use std::collections::BTreeSet;

/// Most changes of one comparison: beyond, two documents have nothing in common, or one of them is hostile.
const MOST_CHANGES: usize = 10_000;

/// One of the two versions.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) document: &'a Document,
    pub(super) documents: &'a dyn Documents,
}

/// What a version says beside what its operations take and give.
pub(super) struct Whole<'a> {
    pub(super) operations: Vec<OperationEntry<'a>>,
    pub(super) servers: Vec<Server<'a>>,
    pub(super) security: Vec<Requirement<'a>>,
    pub(super) schemes: Vec<Scheme<'a>>,
    pub(super) version: Option<String>,
    unread: Unread,
}

/// Where a change is, in each version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Places {
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
}

/// Which way what is compared travels, hence which changes break clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    /// Clients write it: accepting less breaks them.
    Sent,
    /// Clients read it: giving other things breaks them.
    Received,
}

impl Direction {
    /// What it means that fewer values are possible.
    pub(super) fn narrowed(self) -> Impact {
        if self == Self::Sent { Impact::Breaking } else { Impact::Compatible }
    }

    /// What it means that more values are possible.
    pub(super) fn widened(self) -> Impact {
        if self == Self::Sent { Impact::Compatible } else { Impact::Breaking }
    }

    /// The other way.
    pub(super) fn reversed(self) -> Self {
        if self == Self::Sent { Self::Received } else { Self::Sent }
    }
}

impl<'a> Side<'a> {
    pub(super) fn reader(self) -> Reader<'a> {
        Reader::new(self.document, self.documents)
    }

    pub(super) fn whole(self) -> Whole<'a> {
        let mut reader = self.reader();
        let root = reader.root();
        Whole {
            operations: reader.operations(),
            servers: reader.document_servers(),
            security: reader.security(&root),
            schemes: reader.schemes(),
            version: reader.info().version,
            unread: reader.into_unread(),
        }
    }

    /// Where `pointer` is, when it leads to `value` in the document itself; other documents give no pointer.
    pub(super) fn place(self, pointer: &str, value: Option<&Value>) -> Option<String> {
        let found = self.document.value().pointer(pointer)?;
        value.is_none_or(|value| std::ptr::eq(value, found)).then(|| pointer.to_owned())
    }

    /// Where a node is, other documents named.
    pub(super) fn at(self, document: &Document, pointer: &str) -> String {
        if std::ptr::eq(document, self.document) { pointer.to_owned() } else { format!("{}#{pointer}", document.url()) }
    }

    pub(super) fn at_node(self, node: &Node<'_>) -> Option<String> {
        Some(self.at(node.document, &node.pointer))
    }
}

/// A comparison under way.
pub(super) struct Comparison<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    pub(super) schemas: Schemas<'a>,
    changes: Vec<Change>,
    /// The operation that is being compared.
    operation: Option<OperationName>,
    /// Words before each sentence: in which callback of the operation.
    context: Option<Text>,
    missing: BTreeSet<String>,
    cut: bool,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(old: (&'a Document, &'a dyn Documents), new: (&'a Document, &'a dyn Documents)) -> Self {
        Self {
            old: Side { document: old.0, documents: old.1 },
            new: Side { document: new.0, documents: new.1 },
            schemas: Schemas::default(),
            changes: Vec::new(),
            operation: None,
            context: None,
            missing: BTreeSet::new(),
            cut: false,
        }
    }

    /// Adds a change.
    pub(super) fn report(&mut self, kind: Kind, impact: Impact, places: Places, words: &[Word<'_>]) {
        if self.is_full() {
            return self.cut();
        }
        let mut what = kind.about(words);
        if let Some(context) = &self.context {
            what = Text::new(format!("{} {}", context.fr, what.fr), format!("{} {}", context.en, what.en));
        }
        let Places { old, new } = places;
        self.changes.push(Change { kind, impact, operation: self.operation.clone(), old, new, what });
    }

    /// What is found by `run` is about `operation`.
    pub(super) fn within(&mut self, operation: OperationName, run: impl FnOnce(&mut Self)) {
        let outer = self.operation.replace(operation);
        run(self);
        self.operation = outer;
    }

    /// What is found by `run` is told after the words `context`.
    pub(super) fn saying(&mut self, context: Text, run: impl FnOnce(&mut Self)) {
        let outer = self.context.replace(context);
        run(self);
        self.context = outer;
    }

    /// Documents that were needed and were not at hand.
    pub(super) fn lacks(&mut self, missing: impl IntoIterator<Item = String>) {
        self.missing.extend(missing);
    }

    /// What a reading left out.
    pub(super) fn unread(&mut self, unread: Unread) {
        self.missing.extend(unread.missing);
        self.cut |= unread.is_cut;
    }

    /// Whether there is no room for more changes.
    pub(super) fn is_full(&self) -> bool {
        self.changes.len() >= MOST_CHANGES
    }

    /// Something was too large to be compared.
    pub(super) fn cut(&mut self) {
        self.cut = true;
    }

    /// The list, with what is to be said of it.
    pub(super) fn finish(mut self, before: &Whole<'_>, after: &Whole<'_>) -> Vec<Change> {
        self.unread(before.unread.clone());
        self.unread(after.unread.clone());
        let breaks = self.changes.iter().any(|change| change.impact == Impact::Breaking);
        let mut last = Vec::new();
        if let Some(version) = after.version.as_deref().filter(|_| breaks && before.version == after.version) {
            let place = Some("/info/version".to_owned());
            let places = Places { old: place.clone(), new: place };
            last.push((Kind::ApiVersionUnchanged, places, version));
        }
        last.extend(self.missing.iter().map(|url| (Kind::MissingDocument, Places::default(), url.as_str())));
        if self.cut {
            last.push((Kind::ComparisonCut, Places::default(), ""));
        }
        // The list may be full: these are said all the same.
        let last = last.into_iter().map(|(kind, Places { old, new }, word)| {
            let what = kind.about(&[Word::Name(word)]);
            Change { kind, impact: Impact::Note, operation: None, old, new, what }
        });
        self.changes.extend(last);
        self.changes
    }
}
