//! Bounds: of numbers, of lengths, of counts.

use super::judgement::Judgement;
use crate::core::i18n::Text;
use crate::core::openapi::compare::Kind;
use crate::core::openapi::schema::compose::{Composed, Count, Limit};
use crate::core::openapi::schema::decimal::Decimal;
use serde_json::Number;
use std::cmp::Ordering;

/// A bound: what it is called, and how a tighter one compares.
type Bound = (&'static str, &'static str, Ordering);

const MINIMUM: Bound = ("le minimum", "the minimum", Ordering::Greater);
const MAXIMUM: Bound = ("le maximum", "the maximum", Ordering::Less);
const LENGTH: [Bound; 2] = [
    ("la longueur minimale", "the minimum length", Ordering::Greater),
    ("la longueur maximale", "the maximum length", Ordering::Less),
];
const ITEMS: [Bound; 2] = [
    ("le nombre minimal d’éléments", "the minimum number of items", Ordering::Greater),
    ("le nombre maximal d’éléments", "the maximum number of items", Ordering::Less),
];
const PROPERTIES: [Bound; 2] = [
    ("le nombre minimal de champs", "the minimum number of fields", Ordering::Greater),
    ("le nombre maximal de champs", "the maximum number of fields", Ordering::Less),
];

fn words(limit: Option<&Limit>) -> Text {
    match limit {
        None => Text::new("sans limite", "no limit"),
        Some(Limit { value, exclusive: false }) => Text::new(value.to_string(), value.to_string()),
        Some(Limit { value, exclusive: true }) => Text::new(format!("{value} exclu"), format!("{value} excluded")),
    }
}

/// How `new` compares with `old`: tighter, looser, or the same.
fn order(old: &Limit, new: &Limit, tighter: Ordering) -> Ordering {
    let numbers = Decimal::of(&new.value).cmp(&Decimal::of(&old.value));
    let numbers = if tighter == Ordering::Greater { numbers } else { numbers.reverse() };
    numbers.then(new.exclusive.cmp(&old.exclusive))
}

impl Judgement<'_, '_> {
    pub(super) fn bounds(&mut self, old: &Composed<'_>, new: &Composed<'_>) {
        self.bound(MINIMUM, old.range.minimum.as_ref(), new.range.minimum.as_ref());
        self.bound(MAXIMUM, old.range.maximum.as_ref(), new.range.maximum.as_ref());
        self.counts(LENGTH, old.length, new.length);
        self.counts(ITEMS, old.item_count, new.item_count);
        self.counts(PROPERTIES, old.property_count, new.property_count);
    }

    fn counts(&mut self, [minimum, maximum]: [Bound; 2], old: Count, new: Count) {
        let limit = |value: u64| Limit { value: Number::from(value), exclusive: false };
        // At least 0 bounds nothing.
        let at_least = |count: Count| count.minimum.filter(|minimum| *minimum > 0).map(limit);
        let at_most = |count: Count| count.maximum.map(limit);
        self.bound(minimum, at_least(old).as_ref(), at_least(new).as_ref());
        self.bound(maximum, at_most(old).as_ref(), at_most(new).as_ref());
    }

    fn bound(&mut self, (fr, en, tighter): Bound, old: Option<&Limit>, new: Option<&Limit>) {
        let order = match (old, new) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(old), Some(new)) => order(old, new, tighter),
        };
        let told = || vec![Text::new(fr, en), words(old), words(new)];
        match order {
            Ordering::Greater => self.narrowed(Kind::BoundTightened, told()),
            Ordering::Less => self.widened(Kind::BoundLoosened, told()),
            Ordering::Equal => {}
        }
    }
}
