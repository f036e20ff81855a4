//! Which values are possible: types, null, formats, lists of values, defaults.

use super::judgement::Judgement;
use crate::core::i18n::Text;
use crate::core::openapi::compare::comparison::Direction;
use crate::core::openapi::compare::pairing::{self, Pair};
use crate::core::openapi::compare::words::{self, nothing, quoted};
use crate::core::openapi::compare::{Impact, Kind};
use crate::core::openapi::schema::compose::{Composed, Types};
use crate::core::openapi::schema::equal::same;
use serde_json::Value;

/// Formats of which the first holds every value of the second.
const WIDER: [(&str, &str); 2] = [("int64", "int32"), ("double", "float")];

fn type_words(types: Types, nullable: bool) -> Text {
    match (types == Types::ANY, types.is_empty()) {
        (true, _) => Text::new("quelconque", "any"),
        (_, true) if nullable => quoted("null"),
        (_, true) => Text::new("aucune valeur", "no value"),
        _ => words::list(&types.iter().map(|one| quoted(one.id())).collect::<Vec<_>>(), words::OR),
    }
}

/// The format, whether OpenAPI 3.0 (`byte`, `binary`) or JSON Schema 2020-12 (`contentEncoding`…) writes it.
fn format<'c>(composed: &'c Composed<'_>) -> Option<&'c str> {
    let content = &composed.content;
    match (composed.format.as_deref(), content.encoding.as_deref(), content.media_type.as_deref()) {
        (None, Some("base64"), _) => Some("byte"),
        (None, None, Some("application/octet-stream")) => Some("binary"),
        (None, encoding, _) => encoding,
        (format, ..) => format,
    }
}

/// A text that is the same for equal values: 1 and 1.0 are.
fn key(value: &Value) -> String {
    let whole = value.as_f64().filter(|number| value.is_f64() && number.fract() == 0.0 && number.abs() < 1e15);
    whole.map_or_else(|| value.to_string(), |number| format!("{number:.0}"))
}

/// The values listed, by `enum` or `const`; null is told apart.
fn listed<'c>(composed: &'c Composed<'_>) -> Option<Vec<&'c Value>> {
    let constant = || composed.constant.as_deref().map(|value| vec![value]);
    let values = composed.values.as_ref().map(|values| values.iter().map(|one| &*one.value).collect());
    values.or_else(constant)
}

impl Judgement<'_, '_> {
    /// Whether the types have something in common, so that the rest is worth comparing.
    pub(super) fn types(&mut self, old: &Composed<'_>, new: &Composed<'_>) -> bool {
        let of = |composed: &Composed<'_>| if composed.refused { Types::NONE } else { composed.likely_types() };
        let (before, after) = (of(old), of(new));
        if before == after {
            return true;
        }
        let words = vec![type_words(before, old.nullable), type_words(after, new.nullable)];
        let common = before.and(after);
        if common == after {
            self.narrowed(Kind::TypeNarrowed, words);
        } else if common == before {
            self.widened(Kind::TypeWidened, words);
        } else {
            self.found(Kind::TypeChanged, Impact::Breaking, words);
        }
        !common.is_empty()
    }

    pub(super) fn null(&mut self, old: &Composed<'_>, new: &Composed<'_>) {
        match (old.nullable, new.nullable) {
            (false, true) => self.widened(Kind::NullAdded, Vec::new()),
            (true, false) => self.narrowed(Kind::NullRemoved, Vec::new()),
            _ => {}
        }
    }

    pub(super) fn format(&mut self, old: &Composed<'_>, new: &Composed<'_>) {
        let (before, after) = (format(old), format(new));
        if before == after {
            return;
        }
        let impact = match (before, after) {
            (None, _) => self.direction.narrowed(),
            (_, None) => self.direction.widened(),
            (Some(before), Some(after)) if WIDER.contains(&(after, before)) => self.direction.widened(),
            (Some(before), Some(after)) if WIDER.contains(&(before, after)) => self.direction.narrowed(),
            _ => Impact::Breaking,
        };
        let words = |format: Option<&str>| format.map_or_else(nothing, quoted);
        self.found(Kind::FormatChanged, impact, vec![words(before), words(after)]);
    }

    pub(super) fn values(&mut self, old: &Composed<'_>, new: &Composed<'_>) {
        match (listed(old), listed(new)) {
            (None, None) => {}
            (None, Some(after)) => self.narrowed(Kind::EnumAdded, vec![words::values(&after)]),
            (Some(before), None) => self.widened(Kind::EnumRemoved, vec![words::values(&before)]),
            (Some(before), Some(after)) => {
                for pair in pairing::entries(&before, &after, |value| key(value)) {
                    match pair {
                        Pair::Removed(gone) => self.narrowed(Kind::EnumValueRemoved, vec![words::value(gone)]),
                        Pair::Added(more) => {
                            // A client ought to be ready for values to come; one that lists them all is surprised.
                            let impact = match self.direction {
                                Direction::Sent => Impact::Compatible,
                                Direction::Received => Impact::Note,
                            };
                            self.found(Kind::EnumValueAdded, impact, vec![words::value(more)]);
                        }
                        Pair::Kept(..) => {}
                    }
                }
            }
        }
    }

    /// What is used where clients send nothing. In what they receive, a default says nothing.
    pub(super) fn default(&mut self, old: &Composed<'_>, new: &Composed<'_>) {
        let (before, after) = (old.default.as_deref(), new.default.as_deref());
        let is_same = match (before, after) {
            (Some(before), Some(after)) => same(before, after),
            (before, after) => before.is_none() && after.is_none(),
        };
        if self.direction == Direction::Sent && !is_same {
            let words = [before, after].map(|value| value.map_or_else(|| Text::new("aucune", "none"), words::value));
            self.found(Kind::DefaultChanged, Impact::Note, words.to_vec());
        }
    }
}
