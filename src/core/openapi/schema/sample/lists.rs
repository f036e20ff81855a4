//! Lists.

use super::maker::{Maker, Need};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Composed, Rest};
use crate::core::openapi::schema::equal::same;
use serde_json::Value;

/// Other values tried for an item that must be unlike those before it.
const MOST_TURNS: usize = 20;

impl<'a> Maker<'a, '_> {
    /// A list that fits: one item, unless more are asked for.
    pub(super) fn list(&mut self, composed: &Composed<'a>) -> Vec<Value> {
        let bound = |bound: Option<u64>| bound.map(|bound| usize::try_from(bound).unwrap_or(usize::MAX));
        let least = bound(composed.item_count.minimum).unwrap_or_default();
        let most = bound(composed.item_count.maximum).unwrap_or(usize::MAX);
        let rest = rest(composed);
        let first = composed.prefix_items.len();
        let most = if matches!(rest, Rest::Refused) { most.min(first) } else { most };
        let contained = composed.contains.iter().flat_map(|one| {
            let times = bound(one.count.minimum).unwrap_or(1);
            std::iter::repeat_n(&one.schema, times)
        });
        let mut contained = contained.take(self.left);
        let mut items: Vec<Value> = Vec::new();
        let before = (self.turn, self.distinct);
        self.distinct |= composed.unique_items;
        while items.len() < most {
            let index = items.len();
            let base = composed.prefix_items.get(index).map_or(rest.parts(), Vec::as_slice);
            let wanted = if index < first { None } else { contained.next() };
            // Nothing is known of an item that nothing describes: only made where there must be one.
            let is_shown = index < first || (index == 0 && !base.is_empty());
            if index >= least && wanted.is_none() && !is_shown {
                break;
            }
            let need = if index < least || wanted.is_some() { Need::Required } else { Need::Optional };
            let parts: Vec<SchemaNode<'a>> = base.iter().chain(wanted).cloned().collect();
            // Among items that are described one by one, only equal ones need to differ.
            self.turn = if index < first { before.0 } else { before.0 + index };
            let Some(item) = self.item(&parts, need, &items, composed.unique_items) else { break };
            items.push(item);
        }
        (self.turn, self.distinct) = before;
        items
    }

    fn item(&mut self, parts: &[SchemaNode<'a>], need: Need, others: &[Value], is_unique: bool) -> Option<Value> {
        let before = self.turn;
        let mut found = None;
        for turn in 0..MOST_TURNS {
            self.turn = before + turn;
            found = self.node(parts, need);
            let is_new = found.as_ref().is_none_or(|item| others.iter().all(|other| !same(other, item)));
            if is_new || !is_unique {
                break;
            }
            found = None;
        }
        self.turn = before;
        found
    }
}

/// What is said of the items that nothing describes one by one.
pub(super) fn rest<'c, 'a>(composed: &'c Composed<'a>) -> &'c Rest<'a> {
    if matches!(composed.items, Rest::Unsaid) { &composed.unevaluated_items } else { &composed.items }
}
