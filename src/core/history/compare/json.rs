//! Two JSON values: what was added, removed, changed, and where.
//!
//! Items of arrays are matched by a member that identifies them where there is one, else by position. Values are
//! hostile: the work and its outcome are bounded. Never here: how differences are shown.

use crate::core::pointer;
use serde_json::{Map, Value};

/// How many differences are listed.
const MOST_DIFFERENCES: usize = 1_000;
/// How many values are looked at.
const MOST_VALUES: usize = 200_000;
/// How much of a value is shown, in characters.
const MOST_SHOWN: usize = 200;
/// Members that identify an item, where every item of both arrays has one and none is there twice.
const IDENTIFIERS: [&str; 10] = ["id", "_id", "@id", "uuid", "identifier", "code", "key", "slug", "siret", "siren"];

/// What differs between two values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// In the order of the values.
    pub list: Vec<Difference>,
    /// Whether there may be more than what is listed.
    pub is_cut: bool,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// JSON pointer: in the new value, or in the old one for what was removed.
    pub pointer: String,
    /// What happened there.
    pub change: Change,
}

/// What happened at a place. Long values are cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Only the new one has it.
    Added(String),
    /// Only the old one had it.
    Removed(String),
    /// Both have it.
    Changed {
        /// What it was.
        old: String,
        /// What it is.
        new: String,
    },
}

type Step<'v> = (String, Option<&'v Value>, Option<&'v Value>);

/// Compares two values.
pub fn compare(old: &Value, new: &Value) -> Differences {
    let mut found = Differences::default();
    let mut stack: Vec<Step<'_>> = vec![(String::new(), Some(old), Some(new))];
    let mut seen = 0;
    while let Some((pointer, old, new)) = stack.pop() {
        seen += 1;
        if found.list.len() == MOST_DIFFERENCES || seen > MOST_VALUES {
            found.is_cut = true;
            break;
        }
        let at = stack.len();
        let change = match (old, new) {
            (Some(Value::Object(old)), Some(Value::Object(new))) => {
                members(&pointer, old, new, &mut stack);
                None
            }
            (Some(Value::Array(old)), Some(Value::Array(new))) => {
                items(&pointer, old, new, &mut stack);
                None
            }
            (Some(old), Some(new)) if is_same(old, new) => None,
            (Some(old), Some(new)) => Some(Change::Changed { old: shown(old), new: shown(new) }),
            (Some(old), None) => Some(Change::Removed(shown(old))),
            (None, Some(new)) => Some(Change::Added(shown(new))),
            (None, None) => None,
        };
        // What was pushed last comes first.
        if let Some(pushed) = stack.get_mut(at..) {
            pushed.reverse();
        }
        found.list.extend(change.map(|change| Difference { pointer, change }));
    }
    found
}

/// 1 and 1.0 are one value.
fn is_same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Number(old), Value::Number(new)) => {
            let is_float = old.is_f64() || new.is_f64();
            old == new || is_float && old.as_f64() == new.as_f64()
        }
        (Value::Array(_) | Value::Object(_), _) | (_, Value::Array(_) | Value::Object(_)) => false,
        (old, new) => old == new,
    }
}

fn members<'v>(pointer: &str, old: &'v Map<String, Value>, new: &'v Map<String, Value>, stack: &mut Vec<Step<'v>>) {
    stack.extend(old.iter().map(|(name, value)| (pointer::child(pointer, name), Some(value), new.get(name))));
    let added = new.iter().filter(|(name, _)| !old.contains_key(*name));
    stack.extend(added.map(|(name, value)| (pointer::child(pointer, name), None, Some(value))));
}

fn items<'v>(pointer: &str, old: &'v [Value], new: &'v [Value], stack: &mut Vec<Step<'v>>) {
    let place = |index: usize| pointer::child(pointer, &index.to_string());
    let keyed = IDENTIFIERS.iter().find_map(|name| Some((keys(old, name)?, keys(new, name)?)));
    let Some((before, after)) = keyed else {
        let both = 0..old.len().max(new.len());
        stack.extend(both.map(|index| (place(index), old.get(index), new.get(index))));
        return;
    };
    for (key, index) in &before {
        if after.binary_search_by(|(other, _)| other.cmp(key)).is_err() {
            stack.push((place(*index), old.get(*index), None));
        }
    }
    for (key, index) in &after {
        let found = before.binary_search_by(|(other, _)| other.cmp(key)).ok().and_then(|at| before.get(at));
        stack.push((place(*index), found.and_then(|(_, at)| old.get(*at)), new.get(*index)));
    }
}

/// The identifiers of items, sorted, with their positions; `None` when `name` identifies none of them or not all.
fn keys(items: &[Value], name: &str) -> Option<Vec<(String, usize)>> {
    let key = |(index, item): (usize, &Value)| match item.get(name)? {
        key @ (Value::String(_) | Value::Number(_)) => Some((key.to_string(), index)),
        _ => None,
    };
    let mut keys = items.iter().enumerate().map(key).collect::<Option<Vec<_>>>()?;
    keys.sort_unstable();
    let is_unique = keys.windows(2).all(|pair| matches!(pair, [(first, _), (second, _)] if first != second));
    is_unique.then_some(keys)
}

/// A value as JSON, its start when it is long.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::Array(items) if items.len() > MOST_SHOWN => "[…]".to_owned(),
        Value::Object(members) if members.len() > MOST_SHOWN => "{…}".to_owned(),
        value => value.to_string(),
    };
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text,
    }
}
