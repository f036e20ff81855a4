//! [`Checker`]: compares samples with their schemas, within bounds, and mends what is easy to mend.

use crate::core::openapi::document::Document;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::Documents;
use crate::core::openapi::schema::check::{Failure, Schemas};
use serde_json::Value;
use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;

/// Comparisons made for one sample, and the work of each.
const MOST_CHECKS: u32 = 100;
const STEPS: u32 = 300_000;
/// Members taken out of a sample to make it fit.
const MOST_REMOVALS: usize = 8;
/// Keywords that say nothing of what can be mended: a check that stopped, a reference that leads nowhere, a pattern that
/// no text was found for.
const IGNORED: [&str; 4] = ["", "$ref", "$dynamicRef", "pattern"];

/// The schemas of all documents at hand, read when a first comparison needs them.
pub(super) struct Checker<'a> {
    document: &'a Document,
    documents: &'a dyn Documents,
    schemas: OnceCell<Schemas<'a>>,
    /// Comparisons left for the sample that is being made.
    left: Cell<u32>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(document: &'a Document, documents: &'a dyn Documents) -> Self {
        Self { document, documents, schemas: OnceCell::new(), left: Cell::new(MOST_CHECKS) }
    }

    /// Begins another sample.
    pub(super) fn begin(&self) {
        self.left.set(MOST_CHECKS);
    }

    /// Whether `value` fits all of `parts`, as far as it can be known: what cannot be compared is not held against it.
    pub(super) fn fits(&self, parts: &[SchemaNode<'a>], value: &Value) -> bool {
        self.failures(parts, value).is_none_or(|failures| failures.is_empty())
    }

    /// Takes out what the schema does not accept, as long as each removal leaves less to reproach.
    pub(super) fn mend(&self, parts: &[SchemaNode<'a>], value: &mut Value) {
        let Some(mut failures) = self.failures(parts, value) else { return };
        for _ in 0..MOST_REMOVALS {
            let places: BTreeSet<&str> = failures.iter().map(|failure| failure.instance.as_str()).collect();
            let better = places.into_iter().find_map(|place| {
                let mut without = value.clone();
                remove(&mut without, place)?;
                let left = self.failures(parts, &without)?;
                (left.len() < failures.len()).then_some((without, left))
            });
            match better {
                Some((without, left)) => (*value, failures) = (without, left),
                None => break,
            }
        }
    }

    /// What is wrong with `value`; nothing when enough was compared for this sample.
    fn failures(&self, parts: &[SchemaNode<'a>], value: &Value) -> Option<Vec<Failure>> {
        let schemas = self.schemas.get_or_init(|| Schemas::of(self.document, self.documents).within(STEPS));
        let mut failures = Vec::new();
        for part in parts {
            self.left.set(self.left.get().checked_sub(1)?);
            let found = schemas.check_node(part, value);
            failures.extend(found.into_iter().filter(|one| !IGNORED.contains(&one.keyword.as_str())));
        }
        Some(failures)
    }
}

/// Removes the member of an object; nothing for what is no such member.
fn remove(value: &mut Value, pointer: &str) -> Option<()> {
    let (holder, _) = pointer.rsplit_once('/')?;
    let name = crate::core::pointer::tokens(pointer).last()?;
    value.pointer_mut(holder)?.as_object_mut()?.shift_remove(&name).map(drop)
}
