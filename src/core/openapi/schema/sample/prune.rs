//! Takes out what does not travel in a direction: `readOnly` of requests, `writeOnly` of answers.

use super::walk::{described, item, member};
use super::{Direction, Sampler};
use crate::core::openapi::model::SchemaNode;
use serde_json::Value;

/// Levels looked into: deeper ones come from examples, and stay as they are.
const DEEPEST: usize = 40;

/// Takes them out of `value`, which fits `parts`.
pub(super) fn prune<'a>(sampler: &Sampler<'a>, parts: &[SchemaNode<'a>], direction: Direction, value: &mut Value) {
    within(sampler, parts, direction, value, DEEPEST);
}

fn within<'a>(sampler: &Sampler<'a>, parts: &[SchemaNode<'a>], direction: Direction, value: &mut Value, levels: usize) {
    let Some(levels) = levels.checked_sub(1).filter(|_| value.is_object() || value.is_array()) else { return };
    let composed = described(sampler, parts, value);
    match value {
        Value::Object(members) => members.retain(|name, value| {
            let parts = member(&composed, name);
            let says = sampler.compose(&parts);
            let is_hidden = match direction {
                Direction::Request => says.read_only,
                Direction::Response => says.write_only,
            };
            within(sampler, &parts, direction, value, levels);
            !is_hidden
        }),
        Value::Array(items) => {
            for (index, value) in items.iter_mut().enumerate() {
                within(sampler, &item(&composed, index), direction, value, levels);
            }
        }
        _ => {}
    }
}
