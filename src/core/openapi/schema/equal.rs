//! Equality of JSON values: 1 and 1.0 are one value, and so are objects whose members come in another order.
//!
//! Values are hostile: both functions keep their own stack or stop at a depth, so no nesting is too deep.

use super::decimal::Decimal;
use serde_json::Value;

/// Whether two values are the same.
pub(crate) fn same(left: &Value, right: &Value) -> bool {
    let mut pairs = vec![(left, right)];
    while let Some((left, right)) = pairs.pop() {
        let equal = match (left, right) {
            (Value::Number(left), Value::Number(right)) => left == right || Decimal::of(left) == Decimal::of(right),
            (Value::Array(left), Value::Array(right)) => {
                pairs.extend(left.iter().zip(right));
                left.len() == right.len()
            }
            (Value::Object(left), Value::Object(right)) => {
                left.len() == right.len()
                    && left
                        .iter()
                        .all(|(name, value)| right.get(name).map(|other| pairs.push((value, other))).is_some())
            }
            (Value::Array(_) | Value::Object(_), _) => false,
            (left, right) => left == right,
        };
        if !equal {
            return false;
        }
    }
    true
}

/// The first two positions of an array that hold the same value.
pub(crate) fn duplicate(items: &[Value]) -> Option<(usize, usize)> {
    let mut marks: Vec<(u64, usize)> = items.iter().enumerate().map(|(index, item)| (mark(item, 6), index)).collect();
    marks.sort_unstable();
    let groups = marks.chunk_by(|left, right| left.0 == right.0);
    let pairs = groups.flat_map(|group| {
        let pair = move |second: usize| (second > 0).then(|| group.get(..second)).flatten().unwrap_or_default();
        group.iter().enumerate().flat_map(move |(at, second)| pair(at).iter().map(move |first| (first.1, second.1)))
    });
    // Values alike down to six levels and different below would be compared in pairs: enough of them to notice.
    pairs.take(MOST_PAIRS).find(|(first, second)| match (items.get(*first), items.get(*second)) {
        (Some(first), Some(second)) => same(first, second),
        _ => false,
    })
}

/// Comparisons of values that look alike.
const MOST_PAIRS: usize = 100_000;

/// A number that same values share, and other values rarely.
fn mark(value: &Value, depth: u32) -> u64 {
    match value {
        Value::Null => 1,
        Value::Bool(value) => 2 + u64::from(*value),
        Value::Number(number) => number.as_f64().map_or(4, |number| mix(4, (number + 0.0).to_bits())),
        Value::String(text) => text_mark(text),
        Value::Array(items) if depth == 0 => mix(6, items.len() as u64),
        Value::Array(items) => items.iter().fold(6, |sum, item| mix(sum, mark(item, depth - 1))),
        Value::Object(members) if depth == 0 => mix(7, members.len() as u64),
        Value::Object(members) => members
            .iter()
            .fold(7_u64, |sum, (name, value)| sum.wrapping_add(mix(text_mark(name), mark(value, depth - 1)))),
    }
}

fn text_mark(text: &str) -> u64 {
    text.bytes().fold(5, |sum, byte| mix(sum, u64::from(byte)))
}

/// One step of FNV-1a, on 64 bits at a time.
fn mix(sum: u64, value: u64) -> u64 {
    (sum ^ value ^ 0xCBF2_9CE4_8422_2325).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(29)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_str, json};

    #[test]
    fn equality_of_values() {
        for (left, right, expected) in [
            ("1", "1.0", true),
            ("0", "-0.0", true),
            ("1", "true", false),
            ("9007199254740993", "9007199254740992", false),
            ("9007199254740993", "9007199254740992.0", false),
            (r#"{"a":1,"b":[2]}"#, r#"{"b":[2.0],"a":1}"#, true),
            (r#"{"a":1}"#, r#"{"b":1}"#, false),
            ("[1,2]", "[2,1]", false),
            ("[]", "{}", false),
            ("null", "0", false),
        ] {
            let [left, right] = [left, right].map(|text| from_str::<Value>(text).unwrap());
            assert_eq!((same(&left, &right), same(&right, &left)), (expected, expected), "{left} {right}");
            assert_eq!(duplicate(&[left.clone(), right.clone()]).is_some(), expected, "{left} {right}");
            assert!(!expected || mark(&left, 6) == mark(&right, 6), "{left} {right}");
        }
    }

    #[test]
    fn the_first_duplicate_of_many_is_found_at_once() {
        let mut items: Vec<Value> = (0..50_000).map(|number| json!({ "n": number })).collect();
        assert_eq!(duplicate(&items), None);
        items.push(json!({ "n": 7 }));
        assert_eq!(duplicate(&items), Some((7, 50_000)));
    }
}
