//! `minimum`, `maximum`, their exclusive forms and `multipleOf`.

use super::Dialect;
use crate::core::i18n::Text;
use crate::core::openapi::schema::decimal::Decimal;
use serde_json::{Map, Value};

/// What the keyword reproaches to the value; nothing when it holds or does not apply.
pub(super) fn check(
    keyword: &str,
    limit: &Value,
    schema: &Map<String, Value>,
    dialect: Dialect,
    instance: &Value,
) -> Option<Text> {
    let (limit, number) = (limit.as_number()?, Decimal::of(instance.as_number()?));
    let decimal = Decimal::of(limit);
    // Before 2020-12 the exclusive keywords are flags beside the limit.
    let flags = dialect != Dialect::Draft202012;
    let flag = |name: &str| flags && schema.get(name) == Some(&Value::Bool(true));
    let (holds, fr, en) = match keyword {
        "minimum" if flag("exclusiveMinimum") => (number > decimal, "plus de", "More than"),
        "maximum" if flag("exclusiveMaximum") => (number < decimal, "moins de", "Less than"),
        "minimum" => (number >= decimal, "au moins", "At least"),
        "maximum" => (number <= decimal, "au plus", "At most"),
        "exclusiveMinimum" if !flags => (number > decimal, "plus de", "More than"),
        "exclusiveMaximum" if !flags => (number < decimal, "moins de", "Less than"),
        "multipleOf" => (number.is_multiple_of(decimal), "un multiple de", "A multiple of"),
        _ => return None,
    };
    (!holds).then(|| Text::new(format!("Il faut {fr} {limit}."), format!("{en} {limit} is needed.")))
}
