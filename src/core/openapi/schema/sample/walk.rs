//! What describes the members and items of a value that is there already.

use super::objects::{rest, with_patterns};
use super::{Sampler, lists};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Branch, Composed, Keyword};
use serde_json::Value;
use std::rc::Rc;

/// Groups of alternatives followed for one value, and branches of each that are compared with it.
const MOST_GROUPS: usize = 6;
const MOST_BRANCHES: usize = 50;

/// What `parts` say of `value`, the branches that it fits included.
pub(super) fn described<'a>(sampler: &Sampler<'a>, parts: &[SchemaNode<'a>], value: &Value) -> Rc<Composed<'a>> {
    let mut parts = parts.to_vec();
    let mut decided: Vec<(Keyword, String)> = Vec::new();
    loop {
        let composed = sampler.compose(&parts);
        let is_open = |keyword: Keyword, pointer: &str| decided.iter().all(|(k, p)| *k != keyword || p != pointer);
        let group = composed.alternatives.iter().find(|group| is_open(group.keyword, &group.pointer));
        let Some(group) = group.filter(|_| decided.len() < MOST_GROUPS) else { return composed };
        decided.push((group.keyword, group.pointer.clone()));
        let told = composed.discriminator.as_ref().and_then(|one| value.get(one.property.as_ref())?.as_str());
        let is_told = |branch: &&Branch<'a>| told.is_some_and(|told| branch.values.iter().any(|value| value == told));
        let fits = |branch: &&Branch<'a>| sampler.checker.fits(std::slice::from_ref(&branch.schema), value);
        let branch = group.branches.iter().find(is_told).or_else(|| {
            let mut compared = group.branches.iter().take(MOST_BRANCHES);
            compared.find(fits).or(group.branches.first())
        });
        parts.extend(branch.map(|branch| branch.schema.clone()));
    }
}

/// The schemas of the member `name`.
pub(super) fn member<'a>(composed: &Composed<'a>, name: &str) -> Vec<SchemaNode<'a>> {
    let property = composed.properties.iter().find(|property| property.name == name);
    let parts = with_patterns(composed, name, property.map_or(&[], |property| &property.parts));
    if parts.is_empty() { rest(composed).parts().to_vec() } else { parts }
}

/// The schemas of the item at `index`.
pub(super) fn item<'a>(composed: &Composed<'a>, index: usize) -> Vec<SchemaNode<'a>> {
    composed.prefix_items.get(index).cloned().unwrap_or_else(|| lists::rest(composed).parts().to_vec())
}
