//! The same description in the forms that others read: data.gouv.fr, the former api.gouv.fr, OpenAPI.
//!
//! Each says only what is known: a key without a value is left out. Never here: sending them.

mod api_gouv;
mod data_gouv;
mod licence;
mod overlay;
mod skeleton;
#[cfg(test)]
pub(super) mod testing;

pub use api_gouv::old_page;
pub use data_gouv::{contact_point, dataservice};
pub use overlay::overlay;
pub use skeleton::skeleton;

use crate::core::catalogue::{Api, Producer};
use crate::core::id::Slug;
use serde_json::{Map, Value};

/// What is copied: a page of the catalogue, and its producer where its page is known.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The name of the page.
    pub slug: &'a Slug,
    /// What its front matter states.
    pub api: &'a Api,
    /// Who answers for it.
    pub producer: Option<&'a Producer>,
    /// The text, in Markdown.
    pub body: &'a str,
}

/// An object without the keys that have no value.
fn object<const COUNT: usize>(entries: [(&str, Value); COUNT]) -> Map<String, Value> {
    let says = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(entries) => !entries.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    };
    entries.into_iter().filter(|(_, value)| says(value)).map(|(key, value)| (key.to_owned(), value)).collect()
}

/// Paragraphs, with an empty line between them.
fn paragraphs(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    said.join("\n\n")
}
