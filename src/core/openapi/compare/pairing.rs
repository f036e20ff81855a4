//! Two lists side by side.

use std::collections::HashMap;

/// An entry of the old list, of the new one, or the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair<T> {
    Removed(T),
    Added(T),
    Kept(T, T),
}

/// Positions that belong together, by key: in the order of the new list, those removed after what they stood behind.
///
/// A key that comes several times stands for its first, second… entry.
pub(super) fn side_by_side(old: &[String], new: &[String]) -> Vec<Pair<usize>> {
    let new_keys = numbered(new);
    let positions: HashMap<(&str, usize), usize> =
        new_keys.iter().enumerate().map(|(position, key)| (*key, position)).collect();
    let mut kept: HashMap<usize, usize> = HashMap::new();
    let mut removed: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut last = None;
    for (position, key) in numbered(old).iter().enumerate() {
        match positions.get(key) {
            Some(found) => {
                kept.insert(*found, position);
                last = Some(*found);
            }
            None => removed.entry(last).or_default().push(position),
        }
    }
    let mut pairs = Vec::with_capacity(old.len().max(new.len()));
    let mut gone = |after: Option<usize>, pairs: &mut Vec<Pair<usize>>| {
        pairs.extend(removed.remove(&after).into_iter().flatten().map(Pair::Removed));
    };
    gone(None, &mut pairs);
    for position in 0..new.len() {
        pairs.push(kept.get(&position).map_or(Pair::Added(position), |old| Pair::Kept(*old, position)));
        gone(Some(position), &mut pairs);
    }
    pairs
}

/// Each key with how many times it came before.
fn numbered(keys: &[String]) -> Vec<(&str, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut count = |key| {
        let count = counts.entry(key).or_default();
        *count += 1;
        (key, *count)
    };
    keys.iter().map(|key| count(key.as_str())).collect()
}

/// The entries themselves, in place of their positions.
pub(super) fn entries<'t, T>(old: &'t [T], new: &'t [T], key: impl Fn(&T) -> String) -> Vec<Pair<&'t T>> {
    let keys = |list: &[T]| list.iter().map(&key).collect::<Vec<_>>();
    pick(old, new, side_by_side(&keys(old), &keys(new)))
}

/// The entries at the positions of `pairs`.
pub(super) fn pick<'t, T>(old: &'t [T], new: &'t [T], pairs: Vec<Pair<usize>>) -> Vec<Pair<&'t T>> {
    let entry = |pair: Pair<usize>| {
        Some(match pair {
            Pair::Removed(at) => Pair::Removed(old.get(at)?),
            Pair::Added(at) => Pair::Added(new.get(at)?),
            Pair::Kept(before, after) => Pair::Kept(old.get(before)?, new.get(after)?),
        })
    };
    pairs.into_iter().filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: &str) {
        let list = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let (old, new) = (list(old), list(new));
        let shown: String = entries(&old, &new, String::clone)
            .into_iter()
            .map(|pair| match pair {
                Pair::Removed(key) => format!("-{key}"),
                Pair::Added(key) => format!("+{key}"),
                Pair::Kept(_, key) => key.clone(),
            })
            .collect();
        assert_eq!(shown, expected, "{old:?} {new:?}");
    }

    #[test]
    fn new_order_with_removed_ones_where_they_stood() {
        for (old, new, expected) in [
            ("", "", ""),
            ("abc", "abc", "abc"),
            ("abc", "cba", "cba"),
            ("abc", "ac", "a-bc"),
            ("abc", "", "-a-b-c"),
            ("", "ab", "+a+b"),
            ("xab", "abx", "abx"),
            ("xyab", "ab", "-x-yab"),
            ("axby", "bza", "b-y+za-x"),
            ("aa", "a", "a-a"),
            ("a", "aaa", "a+a+a"),
        ] {
            check(old, new, expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(old in "[a-d]{0,12}", new in "[a-d]{0,12}") {
            let list = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (there, back) = (side_by_side(&list(&old), &list(&new)), side_by_side(&list(&new), &list(&old)));
            let count = |pairs: &[Pair<usize>]| {
                let kept = pairs.iter().filter(|pair| matches!(pair, Pair::Kept(..))).count();
                let added = pairs.iter().filter(|pair| matches!(pair, Pair::Added(_))).count();
                (kept, added, pairs.len() - kept - added)
            };
            let (kept, added, removed) = count(&there);
            proptest::prop_assert_eq!((kept + removed, kept + added), (old.len(), new.len()));
            proptest::prop_assert_eq!(count(&back), (kept, removed, added));
        }
    }
}
