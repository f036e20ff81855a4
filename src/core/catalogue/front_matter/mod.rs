//! Front matter: one description of every key, from which come the reader, its messages and the JSON Schemas.
//!
//! [`shape`] is the vocabulary, [`fields`] the description, [`validate`] the reader, [`schema`] the schemas that
//! editors use, [`rules`] what one key says of another.

mod fields;
mod rules;
mod schema;
mod shape;
mod validate;

pub use schema::{Kind, schema};
pub(crate) use validate::{nearest, placeholder};

use super::{Api, Guide, Producer, Site, Theme};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use crate::core::yaml::Yaml;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What a page of the site itself states.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct TextHead {
    /// Its title.
    pub title: String,
}

/// Reads the front matter of an API. `None` when something it cannot do without is missing.
pub fn read_api(yaml: &Yaml, file: &str) -> (Option<Api>, Vec<Problem>) {
    let (api, mut problems) = read::<Api>(Kind::Api, yaml, file);
    if let Some(api) = &api {
        problems.extend(rules::api(api, yaml, file));
    }
    (api, problems)
}

/// Reads the front matter of a producer.
pub fn read_producer(yaml: &Yaml, file: &str) -> (Option<Producer>, Vec<Problem>) {
    read(Kind::Producer, yaml, file)
}

/// Reads the front matter of a guide.
pub fn read_guide(yaml: &Yaml, file: &str) -> (Option<Guide>, Vec<Problem>) {
    read(Kind::Guide, yaml, file)
}

/// Reads the front matter of a page of the site itself.
pub fn read_text_page(yaml: &Yaml, file: &str) -> (Option<TextHead>, Vec<Problem>) {
    read(Kind::Page, yaml, file)
}

/// Reads `themes.yaml`.
pub fn read_themes(yaml: &Yaml, file: &str) -> (Option<Vec<Theme>>, Vec<Problem>) {
    read(Kind::Themes, yaml, file)
}

/// Reads `site.json`.
pub fn read_site(yaml: &Yaml, file: &str) -> (Option<Site>, Vec<Problem>) {
    read(Kind::Site, yaml, file)
}

/// Validates, drops what is optional and wrong, and builds the type from what is left.
fn read<T: DeserializeOwned>(kind: Kind, yaml: &Yaml, file: &str) -> (Option<T>, Vec<Problem>) {
    let (clean, mut problems) = validate::validate(&kind.shape(), yaml, file);
    let incomplete = problems.iter().any(|problem| problem.code == "missing-key");
    match serde_json::from_value(clean.unwrap_or(Value::Null)) {
        Ok(read) => (Some(read), problems),
        Err(error) => {
            // Something required was wrong and has been reported; anything else is a fault of the description.
            if problems.is_empty() && !incomplete {
                problems.push(Problem::error(
                    "unreadable",
                    Place::file(file),
                    Text::new(
                        format!("L’en-tête ne peut pas être lu\u{202f}: {error}."),
                        format!("The front matter cannot be read: {error}."),
                    ),
                    Text::new(
                        "Comparer avec un fichier du même dossier qui fonctionne.",
                        "Compare with a file of the same folder that works.",
                    ),
                ));
            }
            (None, problems)
        }
    }
}

#[cfg(test)]
mod tests;
