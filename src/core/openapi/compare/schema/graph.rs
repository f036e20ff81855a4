//! [`Schemas`]: the graph of pairs, each of which is compared once, and what it cost so far.

use super::judgement::Finding;
use crate::core::openapi::compare::Kind;
use crate::core::openapi::compare::comparison::{Direction, Places};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::Composed;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Most pairs of schemas of one comparison.
const MOST_PAIRS: usize = 150_000;

/// Most schemas read to put pairs together: four times what the largest known document needs.
const MOST_READ: usize = 500_000;

/// Schemas that are looked at for the one they extend, for the effort of one that is read.
const GLANCES: usize = 5;

/// The graph of pairs.
pub(in crate::core::openapi::compare) struct Schemas<'a> {
    known: HashMap<Key, usize>,
    pub(super) pairs: Vec<SchemaPair<'a>>,
    /// Number of the walk under way, from 1.
    pub(super) walk: usize,
    pub(super) steps: usize,
    /// Schemas that may still be read.
    pub(super) budget: usize,
    /// What was told of the body or parameter at hand: a base and the schemas that extend it share their differences.
    pub(super) told: HashSet<(Kind, Places, Vec<String>)>,
}

/// Places of schemas in memory, those of the old version first: what tells one pair from another. Schemas that were
/// made from other forms have no place of their own; they hold no reference, so pairs of them end by themselves.
type Key = (Direction, Vec<usize>, Vec<usize>);

pub(super) struct SchemaPair<'a> {
    pub(super) state: State<'a>,
    /// The last walk that came here.
    pub(super) walk: usize,
    /// Whether nothing differs from here on.
    pub(super) is_clean: bool,
}

pub(super) enum State<'a> {
    /// Not compared yet.
    Waiting(Waiting<'a>),
    Compared {
        findings: Vec<Finding>,
        children: Vec<(String, usize)>,
    },
}

#[derive(Clone)]
pub(super) struct Waiting<'a> {
    pub(super) direction: Direction,
    pub(super) old: Vec<SchemaNode<'a>>,
    pub(super) new: Vec<SchemaNode<'a>>,
}

impl Default for Schemas<'_> {
    fn default() -> Self {
        Self::within(MOST_READ)
    }
}

impl<'a> Schemas<'a> {
    /// An empty graph, for which `budget` schemas may be read.
    pub(in crate::core::openapi::compare) fn within(budget: usize) -> Self {
        Self { known: HashMap::new(), pairs: Vec::new(), walk: 0, steps: 0, budget, told: HashSet::new() }
    }

    /// What comes next is another body or parameter.
    pub(in crate::core::openapi::compare) fn begin(&mut self) {
        self.told.clear();
    }

    /// The pair of these schemas, all of which apply on either side; `None` when there are too many.
    pub(super) fn pair(&mut self, waiting: Waiting<'a>) -> Option<usize> {
        let places = |parts: &[SchemaNode<'a>]| parts.iter().map(place_in_memory).collect::<Option<Vec<usize>>>();
        let key = places(&waiting.old).zip(places(&waiting.new)).map(|(old, new)| (waiting.direction, old, new));
        if let Some(known) = key.as_ref().and_then(|key| self.known.get(key)) {
            return Some(*known);
        }
        let index = self.pairs.len();
        if index >= MOST_PAIRS {
            return None;
        }
        self.pairs.push(SchemaPair { state: State::Waiting(waiting), walk: 0, is_clean: false });
        if let Some(key) = key {
            self.known.insert(key, index);
        }
        Some(index)
    }
}

/// Where a schema is in memory, as long as documents are borrowed.
fn place_in_memory(node: &SchemaNode<'_>) -> Option<usize> {
    if let Cow::Borrowed(value) = node.value { Some(std::ptr::from_ref::<Value>(value).addr()) } else { None }
}

/// How many schemas were read to put one together. To find those that extend it, all those of its document are.
pub(super) fn effort(composed: &Composed<'_>) -> usize {
    let is_base = composed.discriminator.is_some();
    let bases = composed.parts.iter().filter(|part| is_base && part.value.get("discriminator").is_some());
    let all = |part: &SchemaNode<'_>| {
        let holders = ["/components/schemas", "/definitions"];
        let found = holders.iter().find_map(|holder| part.document.value().pointer(holder)?.as_object());
        found.map_or(0, serde_json::Map::len)
    };
    composed.parts.len() + bases.map(all).sum::<usize>() / GLANCES
}
