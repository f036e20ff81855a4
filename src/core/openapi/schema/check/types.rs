//! `type`, `nullable`, `enum` and `const`: what a value is.

use super::Dialect;
use super::message;
use crate::core::i18n::Text;
use crate::core::openapi::schema::decimal::Decimal;
use crate::core::openapi::schema::equal::same;
use crate::core::openapi::schema::quote;
use serde_json::{Map, Value};

/// What the keyword reproaches to the value; empty when it holds or does not apply.
pub(super) fn check(
    keyword: &str,
    expected: &Value,
    schema: &Map<String, Value>,
    dialect: Dialect,
    instance: &Value,
) -> Option<Text> {
    match keyword {
        "type" => {
            let nullable = dialect == Dialect::OpenApi30 && schema.get("nullable") == Some(&Value::Bool(true));
            let names: Vec<&str> = match expected {
                Value::String(name) => vec![name],
                Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
                _ => return None,
            };
            let fits = (nullable && instance.is_null()) || names.iter().any(|name| is(instance, name, dialect));
            (!fits).then(|| wrong_type(names, nullable, instance))
        }
        "enum" => {
            let values = expected.as_array()?;
            (!values.iter().any(|value| same(value, instance))).then(|| {
                let list = quote::list(values);
                match values.as_slice() {
                    [] => Text::new("Aucune valeur n’est permise ici.", "No value is allowed here."),
                    [_] => exactly(&list),
                    _ => Text::new(
                        format!("Il faut l’une de ces valeurs\u{202f}: {}.", list.fr),
                        format!("One of these values is needed: {}.", list.en),
                    ),
                }
            })
        }
        "const" if dialect == Dialect::Draft202012 => {
            (!same(expected, instance)).then(|| exactly(&quote::value(expected)))
        }
        _ => None,
    }
}

fn exactly(value: &Text) -> Text {
    Text::new(format!("Il faut exactement {}.", value.fr), format!("Exactly {} is needed.", value.en))
}

fn is(instance: &Value, name: &str, dialect: Dialect) -> bool {
    match name {
        "null" => instance.is_null(),
        "boolean" => instance.is_boolean(),
        "number" => instance.is_number(),
        "string" => instance.is_string(),
        "array" => instance.is_array(),
        "object" => instance.is_object(),
        "integer" => instance.as_number().is_some_and(|number| {
            // Beyond 64 bits how the number was written is lost: any whole number is given the benefit of the doubt.
            let written_whole = !number.is_f64() || number.as_f64().is_some_and(|number| number.abs() >= 1e15);
            Decimal::of(number).is_integer() && (dialect != Dialect::Draft4 || written_whole)
        }),
        // OpenAPI 2.0: the content of an uploaded or downloaded file.
        "file" => dialect == Dialect::OpenApi30,
        _ => false,
    }
}

fn wrong_type(names: Vec<&str>, nullable: bool, instance: &Value) -> Text {
    let names = names.into_iter().chain(nullable.then_some("null")).map(message::type_name);
    let (fr, en): (Vec<String>, Vec<String>) = names.map(|name| (name.fr, name.en)).unzip();
    let found = message::type_of(instance);
    let (fr, en) = (fr.join(" ou "), en.join(" or "));
    // A number where a whole number is needed: the value says more than its type.
    let found = if instance.is_number() { quote::value(instance) } else { found };
    Text::new(format!("Il faut {fr}, pas {}.", found.fr), format!("This must be {en}, not {}.", found.en))
}
