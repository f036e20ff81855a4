//! Objects.

use super::Variant;
use super::discriminator::tell_itself;
use super::maker::{Maker, Need};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::check::pattern::example as pattern;
use crate::core::openapi::schema::compose::{Composed, Rest};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Rounds of names that others ask for.
const MOST_ROUNDS: usize = 8;
/// Names tried for one member that nothing names.
const MOST_NAMES: usize = 20;

impl<'a> Maker<'a, '_> {
    /// An object that fits, its members in the order of the document.
    pub(super) fn object(&mut self, composed: &Composed<'a>) -> Map<String, Value> {
        let bound = |bound: Option<u64>| bound.map(|bound| usize::try_from(bound).unwrap_or(usize::MAX));
        let least = bound(composed.property_count.minimum).unwrap_or_default();
        let most = bound(composed.property_count.maximum).unwrap_or(usize::MAX);
        let mut made: Vec<Option<Value>> = vec![None; composed.properties.len()];
        let mut count = composed.required.len();
        // What is required comes first: the room that is left is for the rest.
        for need in [Need::Required, Need::Optional] {
            for (slot, property) in made.iter_mut().zip(&composed.properties) {
                let is_asked = property.required == (need == Need::Required);
                let is_wanted = property.required || self.variant == Variant::Full || count < least;
                if is_asked && is_wanted && (property.required || count < most) {
                    let parts = with_patterns(composed, &property.name, &property.parts);
                    *slot = self.property(&property.name, &parts, need);
                    count += usize::from(slot.is_some());
                }
            }
        }
        let made = composed.properties.iter().zip(made);
        let mut members: Map<String, Value> =
            made.filter_map(|(property, value)| Some((property.name.to_string(), value?))).collect();
        for name in &composed.required {
            self.named(composed, name, &mut members);
        }
        self.dependent(composed, &mut members);
        tell_itself(self.sampler, composed, &mut members);
        self.unnamed(composed, least, most, &mut members);
        members
    }

    fn property(&mut self, name: &str, parts: &[SchemaNode<'a>], need: Need) -> Option<Value> {
        let before = self.name.replace(name.to_owned());
        let value = self.node(parts, need);
        self.name = before;
        value
    }

    /// Adds the member `name`, whatever describes it.
    fn named(&mut self, composed: &Composed<'a>, name: &str, members: &mut Map<String, Value>) {
        if members.contains_key(name) {
            return;
        }
        let property = composed.properties.iter().find(|property| property.name == name);
        let mut parts = with_patterns(composed, name, property.map_or(&[], |property| &property.parts));
        if parts.is_empty() {
            parts.extend_from_slice(rest(composed).parts());
        }
        if let Some(value) = self.property(name, &parts, Need::Required) {
            members.insert(name.to_owned(), value);
        }
    }

    /// Adds the members that those which are there ask for (`dependentRequired`).
    fn dependent(&mut self, composed: &Composed<'a>, members: &mut Map<String, Value>) {
        for _ in 0..MOST_ROUNDS {
            let present = composed.dependent_required.iter().filter(|(name, _)| members.contains_key(name.as_ref()));
            let missing: Vec<&Cow<'a, str>> =
                present.flat_map(|(_, names)| names).filter(|name| !members.contains_key(name.as_ref())).collect();
            if missing.is_empty() {
                break;
            }
            missing.into_iter().for_each(|name| self.named(composed, name, members));
        }
    }

    /// Adds members that no property describes: one to show that there may be some, or as many as are asked for.
    fn unnamed(&mut self, composed: &Composed<'a>, least: usize, most: usize, members: &mut Map<String, Value>) {
        let rest = rest(composed);
        let is_map = self.variant == Variant::Full && members.is_empty() && composed.properties.is_empty();
        let shows =
            is_map && (!composed.pattern_properties.is_empty() || matches!(rest, Rest::Like(_) | Rest::Allowed));
        let wanted = if shows { least.max(1) } else { least }.min(most);
        let before = self.turn;
        let name = self.name.take();
        let mut failed = 0;
        while members.len() < wanted && failed < MOST_NAMES && self.left > 0 {
            let turn = members.len() + failed;
            self.turn = before + turn;
            let need = if members.len() < least { Need::Required } else { Need::Optional };
            let added = self.unnamed_name(composed, turn).filter(|name| !members.contains_key(name)).and_then(|name| {
                let mut parts = with_patterns(composed, &name, &[]);
                if parts.is_empty() {
                    parts.extend_from_slice(rest.parts());
                }
                Some((name, self.node(&parts, need)?))
            });
            match added {
                Some((name, value)) => drop(members.insert(name, value)),
                None => failed += 1,
            }
        }
        self.turn = before;
        self.name = name;
        self.cut |= self.left == 0 && members.len() < wanted;
    }

    fn unnamed_name(&mut self, composed: &Composed<'a>, turn: usize) -> Option<String> {
        if !composed.property_names.is_empty() {
            let name = self.node(&composed.property_names, Need::Required)?;
            return name.as_str().map(str::to_owned);
        }
        let patterns = &composed.pattern_properties;
        if let Some(chosen) = turn.checked_rem(patterns.len()).and_then(|index| patterns.get(index)) {
            return pattern::example(&[chosen.pattern.as_ref()], &(0..=60), turn / patterns.len());
        }
        if matches!(rest(composed), Rest::Refused) {
            return None;
        }
        Some(if turn == 0 { "clé".to_owned() } else { format!("clé{}", turn + 1) })
    }
}

/// What is said of the members that nothing describes.
pub(super) fn rest<'c, 'a>(composed: &'c Composed<'a>) -> &'c Rest<'a> {
    let unsaid = matches!(composed.additional_properties, Rest::Unsaid);
    if unsaid { &composed.unevaluated_properties } else { &composed.additional_properties }
}

/// All that describes the member `name`: `parts`, and the patterns that its name matches.
pub(super) fn with_patterns<'a>(composed: &Composed<'a>, name: &str, parts: &[SchemaNode<'a>]) -> Vec<SchemaNode<'a>> {
    let patterns = composed.pattern_properties.iter().filter(|one| pattern::is_found(&one.pattern, name));
    parts.iter().chain(patterns.flat_map(|one| &one.parts)).cloned().collect()
}
