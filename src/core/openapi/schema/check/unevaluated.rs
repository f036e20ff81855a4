//! [`Seen`]: which members and elements some schema has looked at, and the keywords about the rest.

use super::run::{Here, Outcome, Run};
use serde_json::Value;
use std::collections::BTreeSet;

/// What was looked at in one value.
#[derive(Debug, Default)]
pub(super) struct Seen<'i> {
    /// Names of members.
    pub(super) members: Vec<&'i str>,
    /// Elements before this position.
    before: usize,
    /// Other elements.
    pub(super) items: Vec<usize>,
}

impl<'i> Seen<'i> {
    /// Every element before `position` was looked at.
    pub(super) fn items_before(&mut self, position: usize) {
        self.before = self.before.max(position);
    }

    /// Adds what another schema looked at in the same value.
    pub(super) fn extend(&mut self, other: Self) {
        self.members.extend(other.members);
        self.items.extend(other.items);
        self.items_before(other.before);
    }
}

impl<'d> Run<'d> {
    /// `unevaluatedProperties` and `unevaluatedItems`, once every other keyword has spoken.
    pub(super) fn unevaluated_keyword<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        schema: &'d Value,
        outcome: &mut Outcome<'i>,
    ) {
        let path = here.schema_path.key(keyword);
        match (keyword, here.instance) {
            ("unevaluatedProperties", Value::Object(members)) => {
                let seen: BTreeSet<&str> = outcome.seen.members.iter().copied().collect();
                for (name, member) in members.iter().filter(|(name, _)| !seen.contains(name.as_str())) {
                    let inner = here.child(schema, path, member, here.instance_path.key(name));
                    outcome.valid &= self.apply(&inner).valid;
                    outcome.seen.members.push(name);
                }
            }
            ("unevaluatedItems", Value::Array(items)) => {
                let seen: BTreeSet<usize> = outcome.seen.items.iter().copied().collect();
                let rest = items.iter().enumerate().skip(outcome.seen.before);
                for (index, item) in rest.filter(|(index, _)| !seen.contains(index)) {
                    let inner = here.child(schema, path, item, here.instance_path.index(index));
                    outcome.valid &= self.apply(&inner).valid;
                }
                outcome.seen.items_before(usize::MAX);
            }
            _ => {}
        }
    }
}
