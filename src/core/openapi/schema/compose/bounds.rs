//! Bounds of numbers and of counts: of several, the tightest holds.

use crate::core::openapi::schema::decimal::Decimal;
use serde_json::{Number, Value};
use std::cmp::Ordering;

/// One end of a range of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// The number, as written.
    pub value: Number,
    /// Whether the number itself is outside.
    pub exclusive: bool,
}

/// What bounds numbers (Validation §6.2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Range {
    /// `minimum` or `exclusiveMinimum`.
    pub minimum: Option<Limit>,
    /// `maximum` or `exclusiveMaximum`.
    pub maximum: Option<Limit>,
    /// Numbers that the value is a multiple of, all of them.
    pub multiple_of: Vec<Number>,
}

/// What bounds a count of characters, items or properties, both ends included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// At least.
    pub minimum: Option<u64>,
    /// At most.
    pub maximum: Option<u64>,
}

impl Count {
    /// Whether nothing is bounded.
    pub fn is_open(self) -> bool {
        self.minimum.unwrap_or_default() == 0 && self.maximum.is_none()
    }

    pub(super) fn raise(&mut self, value: &Value) {
        self.minimum = self.minimum.max(whole(value));
    }

    pub(super) fn lower(&mut self, value: &Value) {
        self.maximum = [self.maximum, whole(value)].into_iter().flatten().min();
    }
}

/// A count, which may be written 2.0.
pub(super) fn whole(value: &Value) -> Option<u64> {
    let is_whole = |number: &f64| *number >= 0.0 && number.fract() == 0.0 && *number < 1e15;
    // The conversion is exact below 10^15.
    value.as_u64().or_else(|| value.as_f64().filter(is_whole).map(|number| number as u64))
}

impl Range {
    /// One of the keywords that bound numbers, in the schema `schema`.
    pub(super) fn read(&mut self, keyword: &str, value: &Value, schema: &Value) {
        let Some(number) = value.as_number() else { return };
        // Until 3.0 the exclusive keywords are flags beside the limit; the type of the value tells which is meant.
        let flag = |name: &str| schema.get(name) == Some(&Value::Bool(true));
        let limit = |exclusive| Limit { value: number.clone(), exclusive };
        match keyword {
            "minimum" => tighten(&mut self.minimum, limit(flag("exclusiveMinimum")), Ordering::Greater),
            "exclusiveMinimum" => tighten(&mut self.minimum, limit(true), Ordering::Greater),
            "maximum" => tighten(&mut self.maximum, limit(flag("exclusiveMaximum")), Ordering::Less),
            "exclusiveMaximum" => tighten(&mut self.maximum, limit(true), Ordering::Less),
            _ => {
                let new = Decimal::of(number);
                if self.multiple_of.iter().all(|known| Decimal::of(known) != new) {
                    self.multiple_of.push(number.clone());
                }
            }
        }
    }
}

/// Replaces `limit` where `new` leaves less room; `tighter` is how a tighter limit compares.
fn tighten(limit: &mut Option<Limit>, new: Limit, tighter: Ordering) {
    let replaces = limit.as_ref().is_none_or(|old| {
        let order = Decimal::of(&new.value).cmp(&Decimal::of(&old.value));
        order == tighter || (order == Ordering::Equal && new.exclusive)
    });
    if replaces {
        *limit = Some(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_tightest_holds() {
        for (schemas, minimum, maximum) in [
            (json!([{"minimum": 1}, {"minimum": 2.5}, {"minimum": 2}]), Some(("2.5", false)), None),
            (json!([{"minimum": 1}, {"minimum": 1.0, "exclusiveMinimum": true}]), Some(("1.0", true)), None),
            (json!([{"exclusiveMinimum": 1, "minimum": 1}]), Some(("1", true)), None),
            (json!([{"exclusiveMinimum": 1, "minimum": 2}]), Some(("2", false)), None),
            (json!([{"exclusiveMinimum": true}]), None, None),
            (json!([{"maximum": 9, "exclusiveMaximum": false}, {"exclusiveMaximum": 9}]), None, Some(("9", true))),
            (json!([{"maximum": 18446744073709551615_u64}, {"maximum": -3}]), None, Some(("-3", false))),
            (json!([{"maximum": "9"}]), None, None),
        ] {
            let mut range = Range::default();
            for schema in schemas.as_array().unwrap() {
                for (key, value) in schema.as_object().unwrap() {
                    range.read(key, value, schema);
                }
            }
            let shown = |limit: &Option<Limit>| limit.as_ref().map(|limit| (limit.value.to_string(), limit.exclusive));
            let expected = [minimum, maximum].map(|limit| limit.map(|(text, flag)| (text.to_owned(), flag)));
            assert_eq!([shown(&range.minimum), shown(&range.maximum)], expected, "{schemas}");
        }
    }

    #[test]
    fn counts() {
        let mut count = Count::default();
        for value in [json!(2), json!(1), json!("5"), json!(-1), json!(2.5)] {
            count.raise(&value);
            count.lower(&value);
        }
        assert_eq!(count, Count { minimum: Some(2), maximum: Some(1) });
        assert_eq!(whole(&json!(3.0)), Some(3));
        assert!(Count { minimum: Some(0), maximum: None }.is_open() && !count.is_open());
    }
}
