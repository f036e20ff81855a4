//! [`Judgement`]: what differs between two schemas at one place, and where to look further.

use super::graph::Waiting;
use crate::core::i18n::Text;
use crate::core::openapi::compare::comparison::{Direction, Places, Side};
use crate::core::openapi::compare::{Impact, Kind};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::Documents;
use crate::core::openapi::schema::compose::{Composed, Types};

/// One difference, without the words for where it is.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) kind: Kind,
    pub(super) impact: Impact,
    /// `{1}`, `{2}`… of its sentence.
    pub(super) words: Vec<Text>,
    pub(super) places: Places,
}

/// One version of the schema.
#[derive(Clone, Copy)]
pub(super) struct Version<'c, 'a> {
    pub(super) composed: &'c Composed<'a>,
    /// The schemas that were put together.
    pub(super) given: &'c [SchemaNode<'a>],
    pub(super) side: Side<'a>,
}

/// Two versions of a schema being compared.
pub(super) struct Judgement<'c, 'a> {
    pub(super) direction: Direction,
    pub(super) old: Version<'c, 'a>,
    pub(super) new: Version<'c, 'a>,
    findings: Vec<Finding>,
    reached: Vec<(String, Waiting<'a>)>,
}

impl<'c, 'a> Version<'c, 'a> {
    pub(super) fn documents(self) -> &'a dyn Documents {
        self.side.documents
    }

    /// Where a schema is.
    pub(super) fn at(self, node: &SchemaNode<'a>) -> String {
        self.side.at(node.document, &node.pointer)
    }

    fn place(self) -> Option<String> {
        self.given.first().map(|node| self.at(node))
    }

    /// Whether every value is allowed.
    fn is_free(self) -> bool {
        let says = self.composed;
        says.likely_types() == Types::ANY
            && !says.refused
            && says.format.is_none()
            && says.alternatives.is_empty()
            && says.not.is_empty()
            && says.conditions.is_empty()
    }
}

impl<'c, 'a> Judgement<'c, 'a> {
    pub(super) fn new(
        waiting: &'c Waiting<'a>,
        composed: (&'c Composed<'a>, &'c Composed<'a>),
        sides: (Side<'a>, Side<'a>),
    ) -> Self {
        Self {
            direction: waiting.direction,
            old: Version { composed: composed.0, given: &waiting.old, side: sides.0 },
            new: Version { composed: composed.1, given: &waiting.new, side: sides.1 },
            findings: Vec::new(),
            reached: Vec::new(),
        }
    }

    /// What differs, and the pairs that lie below with the words that lead there.
    pub(super) fn into_parts(self) -> (Vec<Finding>, Vec<(String, Waiting<'a>)>) {
        (self.findings, self.reached)
    }

    pub(super) fn judge(&mut self) {
        let (old, new) = (self.old.composed, self.new.composed);
        match (self.old.is_free(), self.new.is_free()) {
            (true, true) => return self.default(old, new),
            (true, false) => return self.narrowed(Kind::SchemaAdded, Vec::new()),
            (false, true) => return self.widened(Kind::SchemaRemoved, Vec::new()),
            (false, false) => {}
        }
        self.null(old, new);
        if self.lifted_alternatives() {
            return;
        }
        if !self.types(old, new) {
            return;
        }
        self.format(old, new);
        self.values(old, new);
        self.default(old, new);
        self.bounds(old, new);
        self.rules(old, new);
        self.properties(old, new);
        self.other_properties(old, new);
        self.items(old, new);
        self.alternatives(old, new);
    }

    /// A difference at the place of the schemas.
    pub(super) fn found(&mut self, kind: Kind, impact: Impact, words: Vec<Text>) {
        let places = Places { old: self.old.place(), new: self.new.place() };
        self.found_at(kind, impact, words, places);
    }

    pub(super) fn found_at(&mut self, kind: Kind, impact: Impact, words: Vec<Text>, places: Places) {
        self.findings.push(Finding { kind, impact, words, places });
    }

    /// Fewer values are possible.
    pub(super) fn narrowed(&mut self, kind: Kind, words: Vec<Text>) {
        self.found(kind, self.direction.narrowed(), words);
    }

    /// More values are possible.
    pub(super) fn widened(&mut self, kind: Kind, words: Vec<Text>) {
        self.found(kind, self.direction.widened(), words);
    }

    /// There are schemas to compare below; `word` is what leads there.
    pub(super) fn below(&mut self, word: String, old: &[SchemaNode<'a>], new: &[SchemaNode<'a>]) {
        let canonical = |parts: &[SchemaNode<'a>], version: Version<'c, 'a>| {
            parts.iter().map(|part| super::canonical(part, version.documents())).collect()
        };
        let (old, new) = (canonical(old, self.old), canonical(new, self.new));
        self.reached.push((word, Waiting { direction: self.direction, old, new }));
    }
}
