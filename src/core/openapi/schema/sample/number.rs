//! Numbers within bounds.

use crate::core::openapi::schema::compose::{Limit, Range};
use crate::core::openapi::schema::decimal::Decimal;
use serde_json::Number;
use std::cmp::Ordering;

/// Multiples tried from each starting point: enough for a whole number among the multiples of 0.01.
const MOST_MULTIPLES: i64 = 200;

/// What a number must be.
pub(super) struct Numbers<'a> {
    range: &'a Range,
    /// Whether it has no fraction.
    whole: bool,
    /// What `format` allows: the integers of 32 or 64 bits.
    bits: Option<(i64, i64)>,
}

impl<'a> Numbers<'a> {
    pub(super) fn new(range: &'a Range, is_integer: bool, format: Option<&str>) -> Self {
        let bits = match format {
            Some("int32") => Some((i64::from(i32::MIN), i64::from(i32::MAX))),
            Some("int64") => Some((i64::MIN, i64::MAX)),
            _ => None,
        };
        Self { range, whole: is_integer || bits.is_some(), bits }
    }

    /// Whether `number` is one of them.
    pub(super) fn holds(&self, number: &Number) -> bool {
        let decimal = Decimal::of(number);
        let within = |limit: &Option<Limit>, side: Ordering| {
            limit.as_ref().is_none_or(|limit| {
                let order = decimal.cmp(&Decimal::of(&limit.value));
                order == side || (order == Ordering::Equal && !limit.exclusive)
            })
        };
        let in_bits = self.bits.is_none_or(|(least, most)| {
            decimal >= Decimal::of(&Number::from(least)) && decimal <= Decimal::of(&Number::from(most))
        });
        (!self.whole || decimal.is_integer())
            && in_bits
            && within(&self.range.minimum, Ordering::Greater)
            && within(&self.range.maximum, Ordering::Less)
            && self.range.multiple_of.iter().all(|divisor| decimal.is_multiple_of(Decimal::of(divisor)))
    }

    /// One of them, small and round where possible; another `turn` gives another one. Where none was found, what comes
    /// closest: a limit.
    pub(super) fn pick(&self, turn: usize) -> Number {
        let turn = i64::try_from(turn % 1_000).unwrap_or_default();
        let mut found = self.multiples(turn).chain(self.near_limits(turn)).filter(|number| self.holds(number));
        let closest = [&self.range.minimum, &self.range.maximum].into_iter().flatten().next();
        found.next().or_else(|| closest.map(|limit| limit.value.clone())).unwrap_or_else(|| Number::from(1))
    }

    fn near_limits(&self, turn: i64) -> impl Iterator<Item = Number> {
        let limit = |limit: &'a Option<Limit>| limit.as_ref().map(|limit| &limit.value);
        let (least, most) = (limit(&self.range.minimum), limit(&self.range.maximum));
        let usual = if self.whole { Some(Number::from(turn + 1)) } else { Number::from_f64(turn as f64 + 1.5) };
        let middle = least.zip(most).and_then(|(least, most)| Some(least.as_f64()? / 2.0 + most.as_f64()? / 2.0));
        // As few decimals as fit.
        let middles = middle.into_iter().flat_map(|middle| {
            let decimals = (0..=if self.whole { 0 } else { 20 }).map(|decimals| 10_f64.powi(decimals));
            decimals.map(move |power| (middle * power).round() / power).chain([middle])
        });
        let middles = middles.filter_map(|middle| if self.whole { whole(middle) } else { Number::from_f64(middle) });
        let beside = |limit: Option<&Number>, by: i64| limit.and_then(|limit| add(limit, by, self.whole));
        let steps = [(least, turn), (least, 0), (least, 1), (most, -turn), (most, 0), (most, -1)];
        let steps = steps.map(|(limit, by)| beside(limit, by));
        let first = [usual, Some(Number::from(1)), Some(Number::from(0))];
        let all: Vec<Number> = first.into_iter().chain(steps).flatten().chain(middles).collect();
        all.into_iter()
    }

    fn multiples(&self, turn: i64) -> impl Iterator<Item = Number> {
        let divisors = self.range.multiple_of.iter().filter_map(|divisor| Some((divisor, divisor.as_f64()?)));
        let divisors = divisors.filter(|(_, size)| *size != 0.0);
        // Of several divisors, a multiple of one that is a multiple of the others is soon met.
        let factor = self.range.multiple_of.iter().filter_map(Number::as_i64).fold(1_i64, i64::saturating_mul);
        divisors.flat_map(move |(divisor, size)| {
            let at = |limit: &Option<Limit>| Some((limit.as_ref()?.value.as_f64()? / size).round() as i64);
            let limits = [at(&self.range.minimum), at(&self.range.maximum)];
            let starts = [Some(turn + 1), Some(0)].into_iter().chain(limits).flatten();
            starts.flat_map(move |start| {
                let around =
                    (0..MOST_MULTIPLES).flat_map(move |step| [start.saturating_add(step), start.saturating_sub(step)]);
                let far = (-3..=3)
                    .map(move |step| start.saturating_div(factor.max(1)).saturating_add(step).saturating_mul(factor));
                around.chain(far).filter(|times| *times != 0).filter_map(move |times| Decimal::of(divisor).times(times))
            })
        })
    }
}

/// `number` + `by`, exact for integers.
fn add(number: &Number, by: i64, is_integer: bool) -> Option<Number> {
    if let Some(sum) = number.as_i64().and_then(|integer| integer.checked_add(by)) {
        return Some(Number::from(sum));
    }
    if let Some(sum) = number.as_u64().and_then(|integer| integer.checked_add_signed(by)) {
        return Some(Number::from(sum));
    }
    let sum = number.as_f64()? + by as f64;
    if is_integer { whole(if by > 0 { sum.floor() } else { sum.ceil() }) } else { Number::from_f64(sum) }
}

/// A number without fraction, written without a point.
fn whole(number: f64) -> Option<Number> {
    // Exact: the number has no fraction and is within 64 bits.
    let fits = number.fract() == 0.0 && number.abs() < 9e18;
    if fits { Some(Number::from(number as i64)) } else { Number::from_f64(number) }
}

#[cfg(test)]
mod tests {
    use crate::core::openapi::schema::sample::tests::sample;
    use serde_json::{Value, json};

    #[test]
    fn numbers_are_small_and_round() {
        for (schema, expected) in [
            (json!({"type": "integer"}), json!(1)),
            (json!({"type": "integer", "minimum": 18}), json!(18)),
            (json!({"type": "integer", "minimum": 0, "maximum": 0}), json!(0)),
            (json!({"type": "integer", "minimum": 18, "exclusiveMinimum": true}), json!(19)),
            (json!({"type": "integer", "exclusiveMinimum": 18.5}), json!(19)),
            (json!({"type": "integer", "minimum": 2.0}), json!(2)),
            (json!({"type": "integer", "maximum": -3}), json!(-3)),
            (json!({"type": "integer", "maximum": -3, "exclusiveMaximum": true}), json!(-4)),
            (json!({"type": "integer", "exclusiveMaximum": -2.5}), json!(-3)),
            (json!({"type": "integer", "minimum": 9007199254740993_u64}), json!(9007199254740993_u64)),
            (json!({"type": "integer", "exclusiveMinimum": 9007199254740993_u64}), json!(9007199254740994_u64)),
            (json!({"type": "integer", "exclusiveMinimum": 18446744073709551614_u64}), json!(18446744073709551615_u64)),
            (json!({"type": "integer", "exclusiveMaximum": i64::MIN + 1}), json!(i64::MIN)),
            (json!({"type": "integer", "format": "int32", "minimum": 5_000_000_000_i64}), json!(5_000_000_000_i64)),
            (json!({"type": "integer", "multipleOf": 5}), json!(5)),
            (json!({"type": "integer", "multipleOf": 5, "minimum": 12}), json!(15)),
            (json!({"type": "integer", "multipleOf": 1.5, "minimum": 4}), json!(6)),
            (json!({"type": "integer", "multipleOf": 0.01}), json!(1)),
            (json!({"allOf": [{"multipleOf": 4}, {"multipleOf": 6, "type": "integer", "minimum": 50}]}), json!(60)),
            (
                json!({"type": "integer", "multipleOf": 1000, "minimum": 1_000_001, "maximum": 1_001_000}),
                json!(1_001_000),
            ),
            (json!({"type": "integer", "minimum": 5, "maximum": 3}), json!(5)),
            (json!({"type": "integer", "multipleOf": 0}), json!(1)),
            (json!({"type": "number"}), json!(1.5)),
            (json!({"type": "number", "minimum": 0, "maximum": 1}), json!(1)),
            (json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}), json!(0.5)),
            (json!({"type": "number", "exclusiveMinimum": 0.1, "exclusiveMaximum": 0.2}), json!(0.15)),
            (json!({"type": "number", "multipleOf": 0.01, "minimum": 12.345}), json!(12.35)),
            (json!({"type": "number", "multipleOf": 0.1, "exclusiveMinimum": 0.6}), json!(0.7)),
            (json!({"type": "number", "multipleOf": 1e300}), json!(1e300)),
            (json!({"type": "number", "minimum": -1e308, "maximum": -1e307}), json!(-1e308)),
        ] {
            assert_eq!(sample(&schema), expected, "{schema}");
        }
    }

    #[test]
    fn whole_numbers_are_written_without_a_point() {
        for schema in [
            json!({"type": "integer", "minimum": 2.5}),
            json!({"type": "integer", "multipleOf": 2.5}),
            json!({"type": "integer", "minimum": 0.5, "maximum": 1e9, "multipleOf": 3.0}),
            json!({"type": "integer", "minimum": 3.0, "maximum": 3.0}),
        ] {
            assert!(matches!(sample(&schema), Value::Number(number) if !number.is_f64()), "{schema}");
        }
    }
}
