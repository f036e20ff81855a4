//! Texts of a length, in a format, that patterns match.

use super::format;
use crate::core::openapi::schema::check::pattern::example as pattern;
use crate::core::openapi::schema::compose::Count;
use std::ops::RangeInclusive;

/// Longest text made, in characters: a `minLength` of a million is not met.
const LONGEST: usize = 10_000;

/// What a text must be.
pub(super) struct Texts<'a> {
    length: RangeInclusive<usize>,
    format: Option<&'a str>,
    patterns: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(length: Count, format: Option<&'a str>, patterns: Vec<&'a str>) -> Self {
        let clamp = |bound: u64| usize::try_from(bound).unwrap_or(LONGEST).min(LONGEST);
        let least = length.minimum.map_or(0, clamp);
        // A maximum below the minimum cannot be met: the text is long enough then.
        let most = length.maximum.map_or(LONGEST, clamp).max(least);
        Self { length: least..=most, format, patterns }
    }

    /// Whether `text` is one of them; formats are not checked.
    pub(super) fn holds(&self, text: &str) -> bool {
        self.length.contains(&text.chars().count())
            && self.patterns.iter().all(|pattern| pattern::is_found(pattern, text))
    }

    /// One of them; another `turn` gives another one. Where none was found, one of the right length.
    pub(super) fn pick(&self, turn: usize) -> String {
        let (least, most) = (*self.length.start(), *self.length.end());
        let named = self.format.and_then(|name| format::example(name, turn));
        let longer = || self.format.and_then(|name| format::longer(name, turn, least));
        let plain = || plain(turn, least, most);
        let matching = || pattern::example(&self.patterns, &self.length, turn);
        let first = named.or_else(|| Some(plain())).filter(|text| self.holds(text));
        let found = first.or_else(|| longer().filter(|text| self.holds(text)));
        found.or_else(|| if self.patterns.is_empty() { None } else { matching() }).unwrap_or_else(plain)
    }
}

/// A text that means nothing, of a length in characters.
fn plain(turn: usize, least: usize, most: usize) -> String {
    let number = if turn == 0 { String::new() } else { (turn + 1).to_string() };
    // The number stays, so that texts differ, as long as there is room for it.
    let number = number.get(..most.min(number.len())).unwrap_or_default();
    let stem = if turn == 0 { "texte" } else { "texte " };
    let stem = stem.get(..stem.len().min(most - number.len())).unwrap_or_default();
    let mut text = format!("{stem}{number}");
    text.extend(" texte".chars().cycle().take(least.saturating_sub(text.len())));
    if text.ends_with(' ') {
        text.pop();
        text.push('s');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn count(minimum: Option<u64>, maximum: Option<u64>) -> Count {
        Count { minimum, maximum }
    }

    #[test]
    fn texts() {
        for (length, format, patterns, expected) in [
            (count(None, None), None, vec![], "texte"),
            (count(Some(13), None), None, vec![], "texte texte t"),
            (count(Some(12), Some(12)), None, vec![], "texte textes"),
            (count(None, Some(3)), None, vec![], "tex"),
            (count(None, Some(0)), None, vec![], ""),
            (count(Some(9), Some(3)), None, vec![], "texte tex"),
            (count(None, None), Some("date"), vec![], "2025-01-15"),
            (count(None, Some(4)), Some("date"), vec![], "text"),
            (count(None, None), Some("date"), vec!["^[0-9]{8}$"], "12345678"),
            (count(None, None), Some("date"), vec!["^[0-9-]+$"], "2025-01-15"),
            (count(Some(30), None), Some("uri"), vec![], "https://www.example.org/pageaa"),
            (count(None, None), None, vec!["^[a-z]+$"], "texte"),
            (count(Some(3), None), None, vec!["^[A-Z]{2}"], "ABa"),
            (count(None, None), None, vec!["("], "texte"),
            (count(None, None), Some("unknown"), vec![], "texte"),
        ] {
            let found = Texts::new(length, format, patterns.clone()).pick(0);
            assert_eq!(found, expected, "{length:?} {format:?} {patterns:?}");
        }
    }

    #[test]
    fn turns_differ_where_they_can() {
        for (length, patterns, number) in [
            (count(None, None), vec![], 30),
            (count(Some(2), Some(2)), vec![], 30),
            (count(None, Some(1)), vec![], 5),
            (count(None, None), vec!["^[a-z]{3}$"], 20),
        ] {
            let texts = Texts::new(length, None, patterns.clone());
            let made: BTreeSet<String> = (0..number).map(|turn| texts.pick(turn)).collect();
            assert!(made.iter().all(|text| texts.holds(text)), "{made:?}");
            assert_eq!(made.len(), number, "{length:?} {patterns:?} {made:?}");
        }
    }
}
