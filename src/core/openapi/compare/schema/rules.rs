//! The other keywords: those that can be told apart by value, and those that are only seen to change.

use super::judgement::{Judgement, Version};
use crate::core::i18n::Text;
use crate::core::openapi::compare::pairing::{self, Pair};
use crate::core::openapi::compare::words::quoted;
use crate::core::openapi::compare::{Impact, Kind};
use crate::core::openapi::schema::compose::Composed;
use crate::core::openapi::schema::equal::same;
use serde_json::Value;

/// Keywords whose effect is not judged, only whether they are there and written the same; those that go together.
const OPAQUE: [&[&str]; 7] = [
    &["not"],
    &["if", "then", "else"],
    &["contains", "minContains", "maxContains"],
    &["propertyNames"],
    &["dependentRequired", "dependentSchemas", "dependencies"],
    &["unevaluatedItems"],
    &["contentSchema"],
];

impl<'a> Judgement<'_, 'a> {
    pub(super) fn rules(&mut self, old: &Composed<'a>, new: &Composed<'a>) {
        let patterns = |composed: &Composed<'a>| composed.patterns.iter().map(ToString::to_string).collect();
        self.several("pattern", patterns(old), patterns(new));
        let multiples = |composed: &Composed<'a>| composed.range.multiple_of.iter().map(ToString::to_string).collect();
        self.several("multipleOf", multiples(old), multiples(new));
        match (old.unique_items, new.unique_items) {
            (false, true) => self.rule(Kind::RuleAdded, "uniqueItems", None),
            (true, false) => self.rule(Kind::RuleRemoved, "uniqueItems", None),
            _ => {}
        }
        for keywords in OPAQUE {
            let (before, after) = (written(self.old, keywords), written(self.new, keywords));
            let is_same = before.len() == after.len() && before.iter().zip(&after).all(|(one, other)| same(one, other));
            match (before.is_empty(), after.is_empty()) {
                _ if is_same => {}
                (true, false) => self.rule(Kind::RuleAdded, keywords.first().unwrap_or(&""), None),
                (false, true) => self.rule(Kind::RuleRemoved, keywords.first().unwrap_or(&""), None),
                _ => self.found(
                    Kind::RuleChanged,
                    Impact::Note,
                    keywords.first().map(|one| quoted(one)).into_iter().collect(),
                ),
            }
        }
    }

    /// Rules that all apply, known by their value.
    fn several(&mut self, keyword: &str, old: Vec<String>, new: Vec<String>) {
        for pair in pairing::entries(&old, &new, String::clone) {
            match pair {
                Pair::Removed(gone) => self.rule(Kind::RuleRemoved, keyword, Some(gone)),
                Pair::Added(more) => self.rule(Kind::RuleAdded, keyword, Some(more)),
                Pair::Kept(..) => {}
            }
        }
    }

    /// One rule more, or one less.
    pub(super) fn rule(&mut self, kind: Kind, keyword: &str, value: Option<&str>) {
        let mut what = quoted(keyword);
        if let Some(value) = value.map(quoted) {
            what = Text::new(format!("{} {}", what.fr, value.fr), format!("{} {}", what.en, value.en));
        }
        let words = vec![what];
        match kind {
            Kind::RuleAdded => self.narrowed(kind, words),
            _ => self.widened(kind, words),
        }
    }
}

/// What is written under keywords in all the schemas that apply.
fn written<'c>(version: Version<'c, '_>, keywords: &[&str]) -> Vec<&'c Value> {
    let parts = version.composed.parts.iter();
    parts.flat_map(|part| keywords.iter().filter_map(|keyword| part.value.get(*keyword))).collect()
}
