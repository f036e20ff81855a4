//! [`Sampler`]: values made from schemas, to show what a call takes and gives, and to fill forms in.
//!
//! What the document says itself comes first, where it fits: examples, defaults, constants, listed values. The rest is
//! made from the keywords, always the same for the same `seed`, then compared with the schema by [`super::check`] and
//! mended where that is easy. Schemas are hostile: every sample ends, within a number of values and of comparisons.
//!
//! Never here: clock, randomness, values that look like somebody's.

mod check;
mod discriminator;
mod format;
mod given;
mod lists;
mod maker;
mod media;
mod number;
mod objects;
mod prune;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod walk;

pub use media::{SampleText, is_json};

use super::super::document::Document;
use super::super::model::SchemaNode;
use super::super::reference::Documents;
use super::compose::{Composed, compose};
use check::Checker;
use maker::{DEEPEST, Maker, Need};
use serde_json::Value;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Which way a value travels: `readOnly` and `writeOnly` depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the server: nothing that is `readOnly`.
    Request,
    /// From the server: nothing that is `writeOnly`.
    Response,
}

/// How much of what is optional a sample shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Variant {
    /// All properties, as long as there is room.
    #[default]
    Full,
    /// Only those that are required.
    Minimal,
}

/// What a sample should be like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Which way it travels; nothing is left out when not said.
    pub direction: Option<Direction>,
    /// How much it shows.
    pub variant: Variant,
    /// Which of the possible values it takes: 0 the first ones, any other number a mixture, the same each time.
    pub seed: u64,
    /// Which of the outermost alternatives (`oneOf`, `anyOf`) it follows; the first that works when not said.
    pub branch: Option<usize>,
    /// Most values in it, nested ones included.
    pub budget: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { direction: None, variant: Variant::Full, seed: 0, branch: None, budget: 2_000 }
    }
}

/// A value made from a schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The value; null where the schema allows no value at all, or none that ends.
    pub value: Value,
    /// Whether something was left out because there was too much.
    pub cut: bool,
}

/// Makes samples for the schemas of a document and of those it refers to.
pub struct Sampler<'a> {
    documents: &'a dyn Documents,
    checker: Checker<'a>,
    /// What was put together already: the same schemas are met again and again.
    composed: RefCell<HashMap<Key, Rc<Composed<'a>>>>,
}

/// Places of schemas: document (by address in memory) and pointer.
type Key = Vec<(*const Document, String)>;

/// Most that is kept of what was put together.
const MOST_COMPOSED: usize = 2_000;

impl<'a> Sampler<'a> {
    /// Samples for `document`. Reads nothing yet.
    pub fn new(document: &'a Document, documents: &'a dyn Documents) -> Self {
        Self { documents, checker: Checker::new(document, documents), composed: RefCell::default() }
    }

    /// A value that fits all of `parts`, which describe it together.
    pub fn sample(&self, parts: &[SchemaNode<'a>], options: &Options) -> Sample {
        self.named(parts, options, None)
    }

    /// The same for what is called `name`, which may tell what a text is.
    fn named(&self, parts: &[SchemaNode<'a>], options: &Options, name: Option<&str>) -> Sample {
        self.checker.begin();
        let mut sample = Sample { value: Value::Null, cut: false };
        // Where there is too much, less deep values are shown whole rather than the first of the deep ones. From the least
        // deep on: what has room for all costs little, and what has not is given up at the first depth that is too much.
        const LEAST: usize = 2;
        for deepest in [LEAST, 3, 4, 6, DEEPEST] {
            let mut maker = Maker::new(self, options, deepest, deepest == LEAST);
            maker.name = name.map(str::to_owned);
            let value = maker.node(parts, Need::Required).unwrap_or_default();
            if deepest > LEAST && maker.is_empty_handed() {
                break;
            }
            sample = Sample { value, cut: maker.cut };
            if !sample.cut || maker.is_empty_handed() {
                break;
            }
        }
        self.checker.mend(parts, &mut sample.value);
        if let Some(direction) = options.direction {
            prune::prune(self, parts, direction, &mut sample.value);
        }
        sample
    }

    /// What `parts` say together.
    fn compose(&self, parts: &[SchemaNode<'a>]) -> Rc<Composed<'a>> {
        let key = |part: &SchemaNode<'a>| (std::ptr::from_ref(part.document), part.pointer.clone());
        // What was made of other parts of a document has no place of its own.
        let has_places = parts.iter().all(|part| matches!(part.value, Cow::Borrowed(_)));
        let key: Option<Key> = has_places.then(|| parts.iter().map(key).collect());
        if let Some(known) = key.as_ref().and_then(|key| self.composed.borrow().get(key).cloned()) {
            return known;
        }
        let composed = Rc::new(compose(parts, self.documents));
        let mut all = self.composed.borrow_mut();
        if let Some(key) = key.filter(|_| all.len() < MOST_COMPOSED) {
            all.insert(key, Rc::clone(&composed));
        }
        composed
    }
}
