//! [`Package`]: what is sent.

use super::super::desk::Desk;
use super::super::in_words;
use super::words;
use crate::browser::clock;
use crate::core::i18n::{Language, drafting};
use crate::core::problem::Severity;
use crate::core::publication::{Submission, proposal};
use crate::core::wizard::{emit, page};
use crate::ui::context::language;
use leptos::prelude::*;
use std::sync::Arc;

/// What is sent.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Package {
    /// The files of the content folder: all that is in them is published.
    pub(super) public: Submission,
    /// The same, with what only the team of the catalogue may read.
    pub(super) whole: Submission,
    /// What only the team may read: name and text.
    pub(super) team: Option<(String, String)>,
}

/// What the draft comes to, with texts in the `content` language; a sentence, where it cannot be published.
pub(super) fn package(desk: Desk, content: Language) -> Result<Arc<Package>, String> {
    let Some(today) = clock::today() else { return Err(drafting(language()).no_day.to_owned()) };
    if desk.findings().iter().any(|finding| finding.severity == Severity::Error) {
        return Err(words().not_ready.to_owned());
    }
    desk.draft.with(|draft| {
        let day = draft.day(today);
        let folder = emit(draft, day, content).map_err(|_| words().not_ready.to_owned())?;
        let api = page(draft, day, content).api;
        let updates = draft.updates.as_ref() == Some(&folder.slug);
        let make = |files| proposal(&folder.slug, &api, updates, files, content).map_err(|problem| in_words(&problem));
        let public = make(folder.files.clone())?;
        let whole = make(folder.files.iter().cloned().chain(folder.team.clone()).collect())?;
        Ok(Arc::new(Package { public, whole, team: folder.team }))
    })
}
