//! What a value is: its type, and for lists and maps what they hold.

use super::{is_empty, limits};
use crate::core::i18n::Text;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::Documents;
use crate::core::openapi::schema::compose::{Composed, Rest, SchemaType, Types, compose};
use crate::core::openapi::schema::quote::count;
use crate::core::openapi::schema::words::*;

/// Lists in lists that are described.
const NESTING: usize = 3;

/// Whom words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Register {
    /// Those who know types.
    Short,
    /// Everyone.
    Plain,
}

impl Register {
    fn one(self, words: &TypeWords) -> Text {
        if self == Self::Short { words.short.text() } else { words.one.text() }
    }

    fn many(self, words: &TypeWords) -> Text {
        if self == Self::Short { words.short_many.text() } else { words.many.text() }
    }
}

/// What holds values of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    List,
    Map,
}

/// What a list or a map holds; `None` for any other value.
fn held<'a, 'c>(composed: &'c Composed<'a>) -> Option<(Holder, &'c [SchemaNode<'a>])> {
    match composed.likely_types().single()? {
        SchemaType::Array if composed.prefix_items.is_empty() => Some((Holder::List, composed.items.parts())),
        SchemaType::Object if composed.properties.is_empty() && composed.alternatives.is_empty() => {
            let Rest::Like(parts) = &composed.additional_properties else { return None };
            Some((Holder::Map, parts))
        }
        _ => None,
    }
}

/// The value, in a few words: « liste de textes ».
pub(super) fn noun<'a>(composed: &Composed<'a>, register: Register, documents: &'a dyn Documents) -> Text {
    if is_empty(composed) {
        return if composed.nullable && !composed.refused { NULL.text() } else { NOTHING.text() };
    }
    let Some((holder, parts)) = held(composed) else { return types(composed, register) };
    // From the outside in; then the words are put together from the inside out.
    let mut holders = vec![holder];
    let mut inner = (!parts.is_empty()).then(|| compose(parts, documents));
    while let Some((holder, parts)) = inner.as_ref().filter(|one| one.name.is_none()).and_then(held) {
        if holders.len() == NESTING || parts.is_empty() {
            break;
        }
        holders.push(holder);
        inner = Some(compose(parts, documents));
    }
    let mut words = inner.map(|inner| several(&inner, register));
    while let Some(holder) = holders.pop() {
        let (is_short, is_outer) = (register == Register::Short, holders.is_empty());
        words = Some(match words {
            None if holder == Holder::List => register.one(type_words(SchemaType::Array)),
            None => MAP.text(),
            Some(words) => {
                let phrase = match (holder, is_outer, is_short) {
                    (Holder::List, true, false) => &LIST_OF,
                    (Holder::List, false, false) => &LISTS_OF,
                    (Holder::List, true, true) => &ARRAY_OF,
                    (Holder::List, false, true) => &ARRAYS_OF,
                    (Holder::Map, true, _) => &MAP_OF,
                    (Holder::Map, false, _) => &MAPS_OF,
                };
                phrase.with([&de(words)])
            }
        });
    }
    words.unwrap_or_else(|| types(composed, register))
}

/// Values of one kind, in the plural: « textes ».
fn several(composed: &Composed<'_>, register: Register) -> Text {
    let types = composed.likely_types();
    let is_plain = types.iter().all(|one| !matches!(one, SchemaType::Object | SchemaType::Array));
    match &composed.name {
        Some(name) if !is_plain || types == Types::ANY => same(name),
        _ if is_empty(composed) || types == Types::ANY => register.many(&ANY),
        _ => {
            let (first, mut others) = {
                let mut words = types.iter().map(|one| register.many(type_words(one)));
                (words.next().unwrap_or_else(|| register.many(&ANY)), words.map(de).collect::<Vec<_>>())
            };
            others.insert(0, first);
            join(&others, &OR)
        }
    }
}

/// The types, one or the other.
fn types(composed: &Composed<'_>, register: Register) -> Text {
    let forms = composed.alternatives.iter().map(|group| group.branches.len()).max();
    let types = composed.likely_types();
    if types == Types::ANY {
        return match forms {
            Some(forms) => FORMS.same(&forms.to_string()),
            None => register.one(&ANY),
        };
    }
    // « vrai ou faux ou texte » would be read as three values.
    let is_one = types.single().is_some();
    let word = |one| match one {
        SchemaType::Boolean if !is_one => Register::Short.one(type_words(one)),
        other => register.one(type_words(other)),
    };
    let words: Vec<Text> = types.iter().map(word).collect();
    let words = join(&words, &OR);
    match forms {
        Some(forms) if register == Register::Short => join(&[words, FORMS.same(&forms.to_string())], &DOT),
        _ => words,
    }
}

/// The value with its limits, and what a list or a map holds in turn: a sentence without its capital and its point.
pub(super) fn sentence<'a>(composed: &Composed<'a>, documents: &'a dyn Documents) -> Text {
    if held(composed).is_none() {
        return alone(composed, documents);
    }
    // From the outside in; then the words are put together from the inside out.
    let mut outers: Vec<(Text, &Phrase<2>)> = Vec::new();
    let mut current = composed.clone();
    let innermost = loop {
        let words = alone(&current, documents);
        let named = current.name.is_some() && !outers.is_empty();
        let held_parts = held(&current).filter(|(_, parts)| !parts.is_empty());
        // A component is described where it is opened.
        let Some((holder, parts)) = held_parts.filter(|_| !named && outers.len() < NESTING) else { break words };
        let inner = compose(parts, documents);
        let is_bare = held(&inner).is_none() && alone(&inner, documents) == types(&inner, Register::Plain);
        if is_bare && words == bare(holder) {
            break noun(&current, Register::Plain, documents);
        }
        let each = match holder {
            Holder::Map => &EACH_VALUE,
            Holder::List if current.item_count.is_open() => &EACH_ITEM,
            Holder::List => &EACH,
        };
        outers.push((words, each));
        current = inner;
    };
    outers.into_iter().rev().fold(innermost, |inner, (outer, each)| each.with([&outer, &inner]))
}

/// Whether `sentence` says nothing but that there are forms.
pub(super) fn is_only_forms(composed: &Composed<'_>, sentence: &Text) -> bool {
    let has_forms = !composed.alternatives.is_empty() && composed.likely_types() == Types::ANY;
    has_forms && *sentence == types(composed, Register::Plain)
}

fn bare(holder: Holder) -> Text {
    match holder {
        Holder::List => Register::Plain.one(type_words(SchemaType::Array)),
        Holder::Map => MAP.text(),
    }
}

/// The value without what it holds.
fn alone<'a>(composed: &Composed<'a>, documents: &'a dyn Documents) -> Text {
    let single = composed.likely_types().single();
    let is_object = single == Some(SchemaType::Object);
    let base = match held(composed) {
        Some((holder, _)) if !is_empty(composed) => bare(holder),
        _ if is_empty(composed) => noun(composed, Register::Plain, documents),
        _ => types(composed, Register::Plain),
    };
    let base = match &composed.name {
        Some(name) if is_object => PAIR.with([&base, &same(name)]),
        _ => base,
    };
    let mut pieces = vec![limits::sized(composed, base)];
    let properties = composed.properties.len() + composed.required.len();
    if is_object && properties > 0 {
        let count = count(&properties.to_string(), "propriété", "property");
        pieces = pieces.iter().map(|sized| WITH.with([sized, &de(count.clone())])).collect();
        let required = composed.properties.iter().filter(|one| one.required).count() + composed.required.len();
        pieces.extend(match required {
            0 => None,
            all if all == properties && all > 1 => Some(ALL_REQUIRED.text()),
            1 => Some(REQUIRED_COUNT.same("1")),
            several => Some(REQUIRED_COUNTS.same(&several.to_string())),
        });
    }
    pieces.extend(composed.format.as_deref().map(|format| format_words(format).1));
    pieces.extend(limits::plain(composed));
    join(&pieces, &COMMA)
}
