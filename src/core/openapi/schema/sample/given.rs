//! Values that the document gives itself: examples, `default`, `const`, `enum`.

use super::maker::Maker;
use super::number::Numbers;
use super::value::texts;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Composed, SchemaType};
use crate::core::openapi::schema::equal::same;
use serde_json::{Number, Value};

/// Candidates looked at.
const MOST: usize = 200;

impl<'a> Maker<'a, '_> {
    /// The first that fits, beginning further on when values should differ.
    pub(super) fn given(&mut self, parts: &[SchemaNode<'a>], composed: &Composed<'a>) -> Option<Value> {
        let listed = composed.values.iter().flatten().map(|one| one.value.as_ref());
        let shown = composed.examples.iter().chain(&composed.default).map(AsRef::as_ref);
        let shown: Vec<&Value> = shown.filter(|value| fits_alone(composed, value)).take(MOST).collect();
        let must: Vec<&Value> = composed.constant.as_deref().into_iter().chain(listed).take(MOST).collect();
        let only_listed = !must.is_empty();
        let must: Vec<&Value> = must.into_iter().filter(|value| fits_alone(composed, value)).collect();
        // With a seed, or among neighbours, all that is listed is as good as what is shown.
        let (first, then) =
            if self.choice(2) == 0 && self.turn == 0 { (shown, must) } else { (Vec::new(), [shown, must].concat()) };
        let start = self.choice(then.len());
        let used_up = self.distinct && !only_listed && self.turn >= first.len() + then.len();
        if used_up {
            return None;
        }
        let turned = then.iter().cycle().skip(start).take(then.len());
        let is_sure = composed.not.is_empty() && composed.conditions.is_empty() && composed.alternatives.is_empty();
        first.iter().chain(turned).find_map(|value| self.take(parts, value, is_sure))
    }

    /// A copy of `value`, where there is room for it and it fits.
    fn take(&mut self, parts: &[SchemaNode<'a>], value: &Value, is_sure: bool) -> Option<Value> {
        let size = size(value, self.left);
        let is_nested = value.is_array() || value.is_object();
        if size > self.left || ((is_nested || !is_sure) && !self.sampler.checker.fits(parts, value)) {
            return None;
        }
        self.left -= size;
        Some(value.clone())
    }
}

/// Whether a value is one that the keywords which look at it alone allow. Null never shows anything.
pub(super) fn fits_alone(composed: &Composed<'_>, value: &Value) -> bool {
    let one = |kind: SchemaType| composed.types.has(kind);
    let numbers =
        |number: &Number, whole| Numbers::new(&composed.range, whole, composed.format.as_deref()).holds(number);
    let fits = match value {
        Value::Null => false,
        Value::Bool(_) => one(SchemaType::Boolean),
        Value::Number(number) => {
            let whole = !one(SchemaType::Number);
            one(SchemaType::Integer) && numbers(number, whole)
        }
        Value::String(text) => one(SchemaType::File) || (one(SchemaType::String) && texts(composed, None).holds(text)),
        Value::Array(_) => one(SchemaType::Array),
        Value::Object(_) => one(SchemaType::Object),
    };
    let listed = || composed.values.as_ref().is_none_or(|values| values.iter().any(|one| same(&one.value, value)));
    fits && listed() && composed.constant.as_ref().is_none_or(|constant| same(constant, value))
}

/// How many values `value` has inside, counted to a little more than `most`.
fn size(value: &Value, most: usize) -> usize {
    let (mut left, mut size) = (vec![value], 0);
    while let Some(value) = left.pop().filter(|_| size <= most) {
        match value {
            Value::Array(items) => left.extend(items.iter().take(most + 1)),
            Value::Object(members) => left.extend(members.values().take(most + 1)),
            _ => {}
        }
        size += 1;
    }
    // The value itself was counted when its making began.
    size.saturating_sub(1)
}
