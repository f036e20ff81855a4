//! Whether what travels is what the document says: values before they are sent, answers once they came.
//!
//! Never here: judging schemas, sending, what an answer looks like.

mod answer;
mod report;
#[cfg(test)]
mod tests;

pub use answer::{Deviation, Received, answer};
pub use report::report;

use crate::core::call::{Draft, SentValue, values};
use crate::core::i18n::Text;
use crate::core::openapi::schema::check::{Failure, Schemas};
use crate::core::openapi::{Document, Documents, Operation};
use crate::core::pointer;
use crate::core::problem::{Place, Problem};
use serde_json::Value;

/// Most findings of one check: a list of a thousand wrong items needs no thousand sentences.
const MOST: usize = 100;

/// What of `draft` does not follow its schemas, each at the address of its field. Nothing is forbidden: whoever tests how
/// a server answers wrong values sends them all the same.
pub fn request<'a>(
    operation: &Operation<'a>,
    draft: &Draft,
    document: &'a Document,
    documents: &'a dyn Documents,
) -> Vec<Problem> {
    let (values, mut problems) = values(operation, draft, documents);
    if values.is_empty() {
        return problems;
    }
    let schemas = Schemas::of(document, documents).with_formats();
    for sent in &values {
        let failures = schemas.check_node(&sent.schema, &sent.value);
        for (rank, failure) in failures.iter().enumerate() {
            let mut address = format!("{}{}", sent.address, failure.instance);
            // A property that is missing is told at its own field: there is nothing to mend at the one around it.
            if let Some(name) = missing(document, sent, &failures, rank) {
                pointer::push(&mut address, name);
            }
            let place = Place::default().at_pointer(address);
            let mend = Text::new(
                "Corrigez la valeur, ou envoyez-la telle quelle pour voir la réponse du serveur.",
                "Mend the value, or send it as it is to see what the server answers.",
            );
            problems.push(Problem::error("does-not-follow-schema", place, failure.message.clone(), mend));
        }
    }
    problems.truncate(MOST);
    problems
}

/// The property that the failure at `rank` misses: failures of one `required` come in the order of its names.
fn missing<'a>(document: &'a Document, sent: &SentValue<'_>, failures: &[Failure], rank: usize) -> Option<&'a str> {
    let failure = failures.get(rank).filter(|failure| failure.keyword == "required")?;
    let names = document.value().pointer(&failure.schema)?.as_array()?;
    let members = sent.value.pointer(&failure.instance)?.as_object()?;
    let is_same = |other: &&Failure| other.schema == failure.schema && other.instance == failure.instance;
    let before = failures.iter().take(rank).filter(is_same).count();
    names.iter().filter_map(Value::as_str).filter(|name| !members.contains_key(*name)).nth(before)
}
