//! `openapi samples`: a value, or a text, made from one schema.

use super::files::{self, Files};
use super::lines::member;
use crate::core::i18n::Text;
use crate::core::openapi::reference::{self, Node};
use crate::core::openapi::schema::sample::{Direction, Options, Sampler, Variant, is_json};
use crate::core::openapi::{Document, Documents, MediaType, NoDocuments, SchemaNode};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::path::Path;

/// Where a schema that is not in the document is put, so that its references resolve there.
const HOLDER: &str = "x-schema";

/// Answers a case: a sample of `schema`, whose references resolve in `doc`.
pub(super) fn answer(case: &Value) -> Result<Map<String, Value>, Text> {
    let schema = member(case, "schema")?;
    let options = options(case)?;
    let document = match case.get("doc") {
        None | Some(Value::Null) if schema.is_string() => return Err(no_such_schema(schema)),
        None | Some(Value::Null) => None,
        Some(Value::String(path)) => Some(files::read(Path::new(path))?.0),
        Some(document) => Some(Document::new(document.clone(), "")),
    };
    let others = document.as_ref().map(Files::beside);
    let others: &dyn Documents = others.as_ref().map_or(&NoDocuments, |others| others);
    let (document, place) = match (document, schema) {
        (Some(document), Value::String(pointer)) => {
            let reference = if pointer.starts_with('/') { format!("#{pointer}") } else { pointer.clone() };
            (document, reference)
        }
        (Some(document), schema) => (holding(&document, schema)?, format!("#/{HOLDER}")),
        (None, schema) => (Document::new(schema.clone(), ""), "#".to_owned()),
    };
    let root = Node { document: &document, pointer: String::new(), value: document.value() };
    let node = reference::once(&root, &place, others).map_err(|_| no_such_schema(schema))?;
    let schema = SchemaNode { document: node.document, pointer: node.pointer, value: Cow::Borrowed(node.value) };
    let sampler = Sampler::new(&document, others);
    let name = case.get("mediaType").and_then(Value::as_str).unwrap_or("application/json");
    let sample = if is_json(name) {
        sampler.sample(&[schema], &options).value
    } else {
        let (examples, encoding) = (Vec::new(), Vec::new());
        let name = Cow::Borrowed(name);
        let media = MediaType { name, schema: Some(schema), item_schema: None, examples, encoding, value: None };
        Value::from(sampler.sample_text(&media, &options).text)
    };
    Ok(Map::from_iter([("sample".to_owned(), sample)]))
}

/// The document, with `schema` in it.
fn holding(document: &Document, schema: &Value) -> Result<Document, Text> {
    let Value::Object(members) = document.value() else { return Err(no_document()) };
    let mut members = members.clone();
    members.insert(HOLDER.to_owned(), schema.clone());
    Ok(Document::new(Value::Object(members), document.url()))
}

fn options(case: &Value) -> Result<Options, Text> {
    let word = |name: &str| case.get(name).and_then(Value::as_str);
    let direction = match word("direction") {
        None => None,
        Some("response") => Some(Direction::Response),
        Some("request") => Some(Direction::Request),
        Some(other) => return Err(unknown("direction", other, "request, response")),
    };
    let variant = match word("variant") {
        None | Some("full") => Variant::Full,
        Some("minimal") => Variant::Minimal,
        Some(other) => return Err(unknown("variant", other, "full, minimal")),
    };
    let seed = case.get("seed").and_then(Value::as_u64).unwrap_or_default();
    Ok(Options { direction, variant, seed, ..Options::default() })
}

fn unknown(name: &str, value: &str, known: &str) -> Text {
    Text::new(
        format!("«\u{202f}{value}\u{202f}» n’est pas connu pour «\u{202f}{name}\u{202f}». Choisissez parmi {known}."),
        format!("`{value}` is not known for `{name}`. Choose among {known}."),
    )
}

fn no_such_schema(schema: &Value) -> Text {
    Text::new(
        format!("Le document n’a pas de schéma à {schema}. Vérifiez le pointeur, et que «\u{202f}doc\u{202f}» est là."),
        format!("The document has no schema at {schema}. Check the pointer, and that `doc` is there."),
    )
}

fn no_document() -> Text {
    Text::new(
        "Le «\u{202f}doc\u{202f}» n’est pas un objet. Donnez un document entier, ou le chemin d’un fichier.",
        "The `doc` is not an object. Give a whole document, or the path of a file.",
    )
}
