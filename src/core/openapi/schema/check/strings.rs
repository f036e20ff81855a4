//! `minLength`, `maxLength` and `format`. `pattern` needs the engine's memory: see `run`.

use super::message::{Bound, size};
use crate::core::i18n::Text;
use crate::core::openapi::schema::decimal::Decimal;
use crate::core::openapi::schema::quote::quoted;
use serde_json::{Number, Value};
use std::cmp::Ordering;

/// What the keyword reproaches to the value; nothing when it holds or does not apply.
pub(super) fn check(keyword: &str, limit: &Value, instance: &Value) -> Option<Text> {
    let bound = match keyword {
        "minLength" => Bound::Least,
        "maxLength" => Bound::Most,
        _ => return None,
    };
    let length = instance.as_str()?.chars().count();
    outside(bound, limit, length).then(|| size(bound, &whole(limit), length, "caractère", "character"))
}

/// A text that a pattern does not match.
pub(super) fn no_match(pattern: &str) -> Text {
    let pattern = quoted(pattern);
    Text::new(
        format!("Le texte ne suit pas le modèle {}.", pattern.fr),
        format!("The text does not match {}.", pattern.en),
    )
}

/// Whether a count is on the wrong side of a limit; never when the limit is not a number.
pub(super) fn outside(bound: Bound, limit: &Value, count: usize) -> bool {
    let Some(limit) = limit.as_number() else {
        return false;
    };
    let order = Decimal::of(&Number::from(count)).cmp(&Decimal::of(limit));
    match bound {
        Bound::Least => order == Ordering::Less,
        Bound::Most => order == Ordering::Greater,
    }
}

/// A limit for people: `2.0` is 2.
pub(super) fn whole(limit: &Value) -> String {
    let written = limit.to_string();
    written.strip_suffix(".0").map_or(written.clone(), str::to_owned)
}
