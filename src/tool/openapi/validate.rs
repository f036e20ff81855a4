//! `openapi validate`: one value against one schema.

use super::files;
use super::lines::member;
use crate::core::i18n::{Language, Text};
use crate::core::openapi::Document;
use crate::core::openapi::schema::check::{Dialect, Schemas};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Answers a case: whether `instance` fits `schema`, whose references resolve in `doc`.
pub(super) fn answer(case: &Value, language: Language) -> Result<Map<String, Value>, Text> {
    let schema = member(case, "schema")?;
    let instance = member(case, "instance")?;
    let document = match case.get("doc") {
        None | Some(Value::Null) => None,
        Some(Value::String(path)) => Some(files::read(Path::new(path))?.0),
        Some(document) => Some(Document::new(document.clone(), "")),
    };
    let dialect = dialect(case.get("dialect"), document.as_ref())?;
    let failures = match (document.as_ref().map(Document::value), schema) {
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
    let errors = Value::Array(errors.collect());
    Ok(Map::from_iter([("valid".to_owned(), Value::Bool(failures.is_empty())), ("errors".to_owned(), errors)]))
}

/// The dialect asked for, or that of the document.
fn dialect(asked: Option<&Value>, document: Option<&Document>) -> Result<Dialect, Text> {
    match asked.and_then(Value::as_str) {
        Some("3.0") => Ok(Dialect::OpenApi30),
        Some("draft4") => Ok(Dialect::Draft4),
        Some("2020-12") => Ok(Dialect::Draft202012),
        Some(other) => Err(Text::new(
            format!("Le dialecte «\u{202f}{other}\u{202f}» n’est pas connu. Choisissez 3.0, draft4 ou 2020-12."),
            format!("The dialect `{other}` is not known. Choose 3.0, draft4 or 2020-12."),
        )),
        None => Ok(document.map_or(Dialect::Draft202012, Document::dialect)),
    }
}
