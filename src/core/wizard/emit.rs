//! A draft as the files of the content folder, to the byte.

use super::check::{self, Finding};
use super::draft::{Answer, Draft};
use super::page::{Page, file_names, page};
use super::questions::{Destination, Question, is_shown};
use crate::core::date::Date;
use crate::core::i18n::Language;
use crate::core::id::Slug;
use crate::core::problem::Severity;
use crate::core::yaml;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A file: its path relative to the content folder, and its text.
pub type File = (String, String);

/// What a draft becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Name of the page.
    pub slug: Slug,
    /// The files to publish: the page first, then its documents, then the page of a new producer.
    pub files: Vec<File>,
    /// What only the team of the catalogue may read: people who decide on requests, models of the access form. It
    /// goes to them beside the content folder, never into it: all that is there is published.
    pub team: Option<File>,
}

/// The file of the answers that are not published.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TeamFile {
    pub(super) format: String,
    pub(super) api: Slug,
    pub(super) answers: BTreeMap<Question, Value>,
}

pub(super) const TEAM_FORMAT: &str = "api-catalogue-team-1";

/// The files of a draft, on `day`, with headings in the `language` of the content; what keeps the page from being
/// right otherwise.
pub fn emit(draft: &Draft, day: Date, language: Language) -> Result<Folder, Vec<Finding>> {
    let errors: Vec<Finding> =
        check::form(draft).into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let Page { slug, api, body, producer } = page(draft, day, language);
    let mut files = vec![(format!("apis/{slug}/index.md"), file(&api, &body))];
    for (document, name) in draft.documents.iter().zip(file_names(&draft.documents)) {
        if let (Some(text), Some(name)) = (document.source.text(), name) {
            files.push((format!("apis/{slug}/{name}"), text.to_owned()));
        }
    }
    if let Some(producer) = producer {
        files.push((format!("producers/{}.md", producer.slug), file(&producer.producer, &producer.body)));
    }
    let team = team(draft, &slug);
    Ok(Folder { slug, files, team })
}

/// A page: front matter and Markdown.
fn file<T: Serialize>(head: &T, body: &str) -> String {
    // The types of the catalogue have text keys and finite numbers: nothing in them fails to be JSON.
    let head = serde_json::to_value(head).unwrap_or_default();
    yaml::with_front_matter(&head, [body])
}

fn team(draft: &Draft, slug: &Slug) -> Option<File> {
    let kept = draft.answers.iter().filter(|(question, answered)| {
        question.definition().destination == Destination::Team
            && is_shown(*question, draft)
            && !answered.value.is_blank()
    });
    let answers: BTreeMap<Question, Value> =
        kept.map(|(question, answered)| (question, json(&answered.value))).collect();
    if answers.is_empty() {
        return None;
    }
    let file = TeamFile { format: TEAM_FORMAT.to_owned(), api: slug.clone(), answers };
    let text = serde_json::to_string_pretty(&file).unwrap_or_default() + "\n";
    Some((format!("team/{slug}.json"), text))
}

fn json(answer: &Answer) -> Value {
    serde_json::to_value(answer).unwrap_or_default()
}
