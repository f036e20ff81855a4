//! Bounds, patterns and contents in words.

use crate::core::i18n::Text;
use crate::core::openapi::schema::compose::{Composed, Count, Limit, Range, SchemaType};
use crate::core::openapi::schema::quote::{count, cut};
use crate::core::openapi::schema::words::*;

/// Most patterns or divisors that are said.
const MOST: usize = 3;

/// A count as a noun: « 1 à 40 caractères ». `None` where nothing is bounded.
fn size(bounds: Count, fr: &str, en: &str, between: &Phrase<2>) -> Option<Text> {
    let words = |number: u64| count(&number.to_string(), fr, en);
    match (bounds.minimum.filter(|least| *least > 0), bounds.maximum) {
        (Some(least), Some(most)) if least == most => Some(words(least)),
        (Some(least), Some(most)) => Some(between.with([&same(&least.to_string()), &words(most)])),
        (Some(least), None) => Some(AT_LEAST.with([&words(least)])),
        (None, Some(most)) => Some(AT_MOST.with([&words(most)])),
        (None, None) => None,
    }
}

/// A count of items.
pub(super) fn items(bounds: Count) -> Option<Text> {
    size(bounds, "élément", "item", &FROM_TO)
}

/// The limits that apply to the types the value may have: others are written, and never matter.
fn applying(composed: &Composed<'_>) -> (Count, Count, Count, Range) {
    let types = composed.likely_types();
    let count = |one, count: Count| if types.has(one) { count } else { Count::default() };
    (
        count(SchemaType::String, composed.length),
        count(SchemaType::Array, composed.item_count),
        count(SchemaType::Object, composed.property_count),
        if types.has(SchemaType::Integer) { composed.range.clone() } else { Range::default() },
    )
}

/// The limits, one by one, for a summary.
pub(super) fn short(composed: &Composed<'_>) -> Vec<Text> {
    let mut pieces = Vec::new();
    let (length, item_count, property_count, Range { minimum, maximum, multiple_of }) = applying(composed);
    pieces.extend(size(length, "caractère", "char", &FROM_TO_SHORT));
    match (&minimum, &maximum) {
        (Some(Limit { value: least, exclusive: false }), Some(Limit { value: most, exclusive: false })) => {
            pieces.push(FROM_TO.with([&same(&least.to_string()), &same(&most.to_string())]));
        }
        _ => {
            let sign = |limit: &Limit, inside: &Phrase<1>, outside: &Phrase<1>| {
                (if limit.exclusive { outside } else { inside }).same(&limit.value.to_string())
            };
            pieces.extend(minimum.as_ref().map(|limit| sign(limit, &GREATER_OR_EQUAL, &GREATER)));
            pieces.extend(maximum.as_ref().map(|limit| sign(limit, &LESS_OR_EQUAL, &LESS)));
        }
    }
    pieces.extend(multiple_of.iter().take(MOST).map(|one| MULTIPLE.same(&one.to_string())));
    pieces.extend(composed.patterns.iter().take(MOST).map(|pattern| PATTERN.same(&cut(pattern))));
    pieces.extend(size(item_count, "élément", "item", &FROM_TO_SHORT));
    pieces.extend(composed.unique_items.then(|| UNIQUE.text()));
    let present = size(property_count, "propriété", "property", &FROM_TO_SHORT);
    pieces.extend(present.map(|present| PRESENT.with([&present])));
    contents(composed, &mut pieces);
    pieces
}

/// `base` with the limits that read best right after it: « texte de 1 à 40 caractères ».
pub(super) fn sized(composed: &Composed<'_>, base: Text) -> Text {
    let (length, item_count, _, Range { minimum, maximum, .. }) = applying(composed);
    let length = size(length, "caractère", "character", &FROM_TO);
    let sized = match length.or_else(|| items(item_count)) {
        Some(size) => OF.with([&base, &de(size)]),
        None => base,
    };
    if let (Some(Limit { value: least, exclusive: false }), Some(Limit { value: most, exclusive: false })) =
        (&minimum, &maximum)
    {
        return FROM.with([&sized, &FROM_TO.with([&same(&least.to_string()), &same(&most.to_string())])]);
    }
    let words = |limit: &Limit, inside: &Phrase<1>, outside: &Phrase<1>| {
        (if limit.exclusive { outside } else { inside }).same(&limit.value.to_string())
    };
    let least = minimum.as_ref().map(|limit| words(limit, &NOT_LESS_THAN, &MORE_THAN));
    let most = maximum.as_ref().map(|limit| words(limit, &NOT_MORE_THAN, &LESS_THAN));
    let ends: Vec<Text> = least.into_iter().chain(most).collect();
    if ends.is_empty() { sized } else { PAIR.with([&sized, &join(&ends, &AND)]) }
}

/// The other limits, one by one, for a sentence.
pub(super) fn plain(composed: &Composed<'_>) -> Vec<Text> {
    let mut pieces = Vec::new();
    let (_, _, property_count, Range { multiple_of, .. }) = applying(composed);
    pieces.extend(multiple_of.iter().take(MOST).map(|one| MULTIPLE.same(&one.to_string())));
    pieces.extend(composed.patterns.iter().take(MOST).map(|pattern| MATCHING.same(&cut(pattern))));
    match composed.prefix_items.len() {
        0 => {}
        1 => pieces.push(TUPLE_OF_ONE.text()),
        several => pieces.push(TUPLE.same(&several.to_string())),
    }
    pieces.extend(composed.unique_items.then(|| UNIQUE.text()));
    let present = size(property_count, "propriété", "property", &FROM_TO);
    pieces.extend(present.map(|present| PRESENT.with([&present])));
    contents(composed, &mut pieces);
    pieces
}

fn contents(composed: &Composed<'_>, pieces: &mut Vec<Text>) {
    pieces.extend(composed.content.encoding.as_deref().map(|encoding| ENCODED.same(&cut(encoding))));
    pieces.extend(composed.content.media_type.as_deref().map(|media_type| HOLDS.same(&cut(media_type))));
}
