//! `openapi validate`: one value against one schema.

use super::files;
use crate::core::i18n::Language;
use crate::core::openapi::Version;
use crate::core::openapi::schema::check::{Dialect, Schemas};
use serde_json::{Value, json};
use std::path::Path;

/// Answers a case: whether `instance` fits `schema`, whose references resolve in `doc`.
pub(super) fn answer(case: &Value, language: Language) -> Result<Value, String> {
    let schema = case.get("schema").ok_or("schema: missing")?;
    let instance = case.get("instance").ok_or("instance: missing")?;
    let read;
    let document = match case.get("doc") {
        None | Some(Value::Null) => None,
        Some(Value::String(path)) => {
            read = files::read(Path::new(path)).map_err(|error| error.get(language).to_owned())?.0;
            Some(read.value())
        }
        Some(document) => Some(document),
    };
    let dialect = dialect(case.get("dialect"), document)?;
    let failures = match (document, schema) {
        // A pointer designates a schema of the document.
        (Some(document), Value::String(pointer)) => {
            Schemas::new(document, dialect).check(pointer.trim_start_matches('#'), instance)
        }
        (Some(document), schema) => Schemas::new(document, dialect).check_against(schema, instance),
        (None, schema) => Schemas::new(schema, dialect).check("", instance),
    };
    let errors = failures.iter().map(|failure| {
        json!({
            "instance": failure.instance,
            "schema": failure.schema,
            "message": failure.message.get(language),
        })
    });
    Ok(json!({ "valid": failures.is_empty(), "errors": errors.collect::<Vec<_>>() }))
}

/// The dialect asked for, or that of the document.
fn dialect(asked: Option<&Value>, document: Option<&Value>) -> Result<Dialect, String> {
    match asked.and_then(Value::as_str) {
        Some("3.0") => Ok(Dialect::OpenApi30),
        Some("draft4") => Ok(Dialect::Draft4),
        Some("2020-12") => Ok(Dialect::Draft202012),
        Some(other) => Err(format!("dialect: \"{other}\" is none of \"3.0\", \"draft4\", \"2020-12\"")),
        None => {
            let version = document.and_then(Version::of);
            let modern = version.is_none_or(Version::has_json_schema);
            Ok(if modern { Dialect::Draft202012 } else { Dialect::OpenApi30 })
        }
    }
}
