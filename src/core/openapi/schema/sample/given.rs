//! Values that the document gives itself: examples, `default`, `const`, `enum`.

use super::maker::{Maker, is_plain};
use super::number::Numbers;
use super::value::texts;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Composed, SchemaType};
use crate::core::openapi::schema::decimal::Decimal;
use crate::core::openapi::schema::equal::same;
use serde_json::Value;

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
        let is_sure = is_plain(composed) && composed.alternatives.is_empty();
        let found = first.iter().chain(turned).find_map(|value| self.take(parts, value, is_sure))?;
        self.share(then.len());
        Some(found)
    }

    fn take(&mut self, parts: &[SchemaNode<'a>], value: &Value, is_sure: bool) -> Option<Value> {
        let is_nested = value.is_array() || value.is_object();
        if (is_nested || !is_sure) && !self.sampler.checker.fits(parts, value) {
            return None;
        }
        self.copy(value)
    }

    /// A copy of `value`, where there is room for it.
    pub(super) fn copy(&mut self, value: &Value) -> Option<Value> {
        self.left = self.left.checked_sub(size(value, self.left))?;
        Some(value.clone())
    }
}

/// What the document shows of a value and that has one of its types, be it wrong in the rest.
pub(super) fn shown<'c>(composed: &'c Composed<'_>) -> Vec<&'c Value> {
    let all = composed.examples.iter().chain(&composed.default).map(AsRef::as_ref);
    all.filter(|value| has_type(composed, value)).take(MOST).collect()
}

/// Whether a value has one of the types allowed. Null never shows anything.
fn has_type(composed: &Composed<'_>, value: &Value) -> bool {
    let has = |kind: SchemaType| composed.types.has(kind);
    match value {
        Value::Null => false,
        Value::Bool(_) => has(SchemaType::Boolean),
        Value::Number(number) => {
            has(SchemaType::Number) || (has(SchemaType::Integer) && Decimal::of(number).is_integer())
        }
        Value::String(_) => has(SchemaType::String) || has(SchemaType::File),
        Value::Array(_) => has(SchemaType::Array),
        Value::Object(_) => has(SchemaType::Object),
    }
}

/// Whether a value is one that the keywords which look at it alone allow.
pub(super) fn fits_alone(composed: &Composed<'_>, value: &Value) -> bool {
    let fits = match value {
        Value::Number(number) => Numbers::new(&composed.range, false, composed.format.as_deref()).holds(number),
        Value::String(text) => texts(composed, None).holds(text),
        _ => true,
    };
    let listed = || composed.values.as_ref().is_none_or(|values| values.iter().any(|one| same(&one.value, value)));
    let is_constant = || composed.constant.as_ref().is_none_or(|constant| same(constant, value));
    has_type(composed, value) && fits && listed() && is_constant()
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
