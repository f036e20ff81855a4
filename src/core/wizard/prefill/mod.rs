//! Answers from what exists: an OpenAPI document, a page of the catalogue, a page of the former api.gouv.fr.
//!
//! Each answer is marked with where it comes from, and can be answered otherwise: [`Draft::fill`] never replaces what
//! a person typed.

mod attach;
mod document;
mod limits;
pub(super) mod security;

pub use attach::{attach, detach, replace};
pub use document::of_document;

use super::draft::{Answer, Attached, Draft, Origin};
use super::folder::{self, read_folder};
use super::questions::Question;
use crate::core::apigouv::{self, Report};
use crate::core::catalogue::Api;
use crate::core::date::Date;
use crate::core::id::Slug;
use std::collections::{BTreeMap, BTreeSet};

/// What can be filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Prefill {
    /// Where it comes from.
    pub origin: Origin,
    /// Answers.
    pub answers: Vec<(Question, Answer)>,
    /// Documents; those of the draft are kept when there are none.
    pub documents: Vec<Attached>,
    /// Day the page entered the catalogue.
    pub created: Option<Date>,
}

impl Prefill {
    /// Fills in what nobody typed, and takes away what the same origin stated before and does not any more. Says which
    /// questions changed.
    pub fn apply(self, draft: &mut Draft) -> Vec<Question> {
        let stale: Vec<Question> = draft
            .answers
            .iter()
            .filter(|(question, answered)| {
                answered.origin == self.origin && self.answers.iter().all(|(stated, _)| stated != question)
            })
            .map(|(question, _)| question)
            .collect();
        for question in &stale {
            draft.answers.remove(*question);
        }
        let mut changed = draft.fill(self.answers, self.origin);
        changed.extend(stale);
        if !self.documents.is_empty() && draft.documents != self.documents {
            draft.documents = self.documents;
            changed.push(Question::Documents);
        }
        draft.created = draft.created.or(self.created);
        changed
    }
}

/// A draft that updates a page of the catalogue. `body` is its Markdown.
pub fn of_page(id: &str, slug: &Slug, api: &Api, body: &str) -> Draft {
    let mut draft = folder::of_page(id, slug, api, body);
    draft.updates = Some(slug.clone());
    draft
}

/// What a page of the former api.gouv.fr says, and what of it had to be changed. `name` is that of its file, `.md` left
/// out. `None`: it is none.
pub fn of_former(name: &str, text: &str) -> (Option<Prefill>, Report) {
    let source = apigouv::Source {
        pages: BTreeMap::from([(format!("api/{name}.md"), text.to_owned())]),
        documents: BTreeSet::new(),
    };
    let conversion = apigouv::convert(&source);
    let files: Vec<_> = conversion.files.into_iter().collect();
    let (draft, _) = read_folder("", &files);
    let prefill = draft.map(|draft| Prefill {
        origin: Origin::Former,
        answers: draft.answers.iter().map(|(question, answered)| (question, answered.value.clone())).collect(),
        documents: draft.documents,
        created: draft.created,
    });
    (prefill, conversion.report)
}

#[cfg(test)]
pub(crate) mod tests;
