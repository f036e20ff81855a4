//! [`Filled`]: what a person filled in, and what the engine says of it.

use super::credentials::Keychain;
use super::kept::Kept;
use super::source::{Prepared, Source};
use crate::browser::document;
use crate::core::call::{Content, Draft, DraftBody};
use crate::core::form::{BodyForm, BodyKind, Form};
use crate::core::session::{CallView, Credentials, Finding};
use crate::ui::context::session;
use crate::ui::later::{Later, run_while};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// What was filled in for one operation. Signals: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Filled {
    /// Where the operation comes from, and its name.
    pub(super) source: StoredValue<(Source, String), LocalStorage>,
    /// Addresses of the servers of the document, as written.
    pub(super) servers: StoredValue<Vec<String>>,
    /// The values.
    pub(super) draft: RwSignal<Draft>,
    /// What proves who calls, for the whole document.
    pub(super) keychain: Keychain,
    /// Rank of the way chosen among those the operation accepts: only what it asks for is sent.
    pub(super) way: RwSignal<usize>,
    /// The schemes of each way.
    ways: StoredValue<Vec<Vec<String>>>,
    /// Rendered again from the draft when it changes: after a replacement of all values.
    pub(super) generation: RwSignal<u32>,
    /// What the engine says of the values; the sentence why not, where it cannot.
    pub(super) view: Later<Result<CallView, String>>,
    /// Whether sending was tried: what is missing is told from then on.
    pub(super) is_tried: RwSignal<bool>,
    /// What is kept of calls, and the variables of drafts.
    pub(super) kept: Kept,
}

impl Filled {
    /// Nothing filled in but a required body.
    pub(super) fn of(form: &Form, source: Source, operation: String, keychain: Keychain) -> Self {
        let body = form.body.as_ref().filter(|body| body.required).and_then(empty_body);
        let draft = RwSignal::new(Draft { body, ..Draft::default() });
        keychain.bind(&form.origins);
        let ways: Vec<Vec<String>> =
            form.security.iter().map(|way| way.iter().map(|scheme| scheme.name.clone()).collect()).collect();
        let way = RwSignal::new(first_way(&ways, keychain));
        let ways = StoredValue::new(ways);
        let given = move || keychain.given(&ways.with_value(|ways| ways.get(way.get()).cloned().unwrap_or_default()));
        let kept = Kept::of(&source);
        let asked = (source.clone(), operation.clone());
        let view = Later::new(move || {
            let (draft, credentials, environment) = (without_bytes(draft.get()), given(), kept.environment());
            let (source, operation) = asked.clone();
            async move { source.view(&operation, draft, credentials, environment).await }
        });
        Self {
            source: StoredValue::new_local((source, operation)),
            servers: StoredValue::new(form.servers.iter().map(|server| server.url.clone()).collect()),
            draft,
            keychain,
            way,
            ways,
            generation: RwSignal::new(0),
            view,
            is_tried: RwSignal::new(false),
            kept,
        }
    }

    /// Runs a task until the form is left.
    pub(super) fn run(self, task: impl Future<Output = ()> + 'static) {
        run_while(self.source, task);
    }

    /// The request that a draft makes with the credentials and variables of now.
    pub(super) async fn prepare(self, draft: Draft) -> Result<Prepared, String> {
        self.prepare_with(draft, self.given()).await
    }

    /// The request that a draft makes with these credentials and the variables of now.
    pub(super) async fn prepare_with(self, draft: Draft, credentials: Credentials) -> Result<Prepared, String> {
        let (source, operation) = self.source.get_value();
        source.request(&operation, draft, credentials, self.kept.environment_untracked()).await
    }

    /// The call as code for `target`, with the values of now.
    pub(super) async fn code(self, target: String) -> Result<String, String> {
        let Some((source, operation)) = self.source.try_get_value() else { return Ok(String::new()) };
        let draft = without_bytes(self.draft.get_untracked());
        source.code(&operation, draft, self.given(), self.kept.environment_untracked(), target).await
    }

    /// The call for a terminal (cURL), as far as the engine has made it; why not, where it cannot.
    pub(super) fn command(self) -> String {
        self.view.with_untracked(|view| match view {
            Some(Ok(view)) => view.code.clone(),
            Some(Err(why)) => why.clone(),
            None => String::new(),
        })
    }

    /// What is given for the way chosen, now.
    pub(super) fn given(self) -> Credentials {
        let schemes = self.ways.with_value(|ways| ways.get(self.way.get_untracked()).cloned().unwrap_or_default());
        untrack(|| self.keychain.given(&schemes))
    }

    /// Changes the value of one field.
    pub(super) fn set(self, address: &str, value: Option<Value>) {
        self.draft.update(|draft| draft.set(address, value));
    }

    /// Replaces everything, and shows it.
    pub(super) fn replace(self, draft: Draft) {
        self.draft.set(draft);
        self.generation.update(|generation| *generation += 1);
    }

    /// Fills the form of an operation in with `draft`: here, or on the page of that operation. `said` says where the
    /// values come from.
    pub(super) fn take_up(self, operation: &str, draft: &Draft, said: &'static str) {
        let Some((source, here)) = self.source.try_get_value() else { return };
        if operation == here {
            self.replace(draft.clone());
            self.kept.say_origin(said);
            document::go_to_anchor("try");
            return;
        }
        source.await_draft(operation, draft.clone(), said);
        session().go(&source.page(operation));
    }

    /// The same for an operation of the document of this rank, among those of the API.
    pub(super) fn take_up_in(self, document: usize, operation: &str, draft: &Draft, said: &'static str) {
        let Some(other) = self.source.with_value(|(source, _)| source.sibling(document)) else {
            return self.take_up(operation, draft, said);
        };
        other.await_draft(operation, draft.clone(), said);
        session().go(&other.page(operation));
    }

    /// What is wrong with the field at `address`, as far as it should be told yet.
    pub(super) fn problem(self, address: &str) -> Option<Finding> {
        let is_told = self.is_tried.get() || self.draft.with(|draft| draft.value(address).is_some());
        let view = self.view.get()?.ok()?;
        view.problems.into_iter().find(|problem| problem.address == address).filter(|_| is_told)
    }
}

/// The way to begin with: the one this tab comes back from an authorization page for, else the first that is given
/// whole, else the first that asks for something.
fn first_way(ways: &[Vec<String>], keychain: Keychain) -> usize {
    let returned = keychain.returned_for();
    let is_returned = |way: &Vec<String>| returned.as_ref().is_some_and(|scheme| way.contains(scheme));
    let is_given = |way: &Vec<String>| !way.is_empty() && untrack(|| keychain.given(way)).len() == way.len();
    let find = |is_so: &dyn Fn(&Vec<String>) -> bool| ways.iter().position(is_so);
    find(&is_returned).or_else(|| find(&is_given)).or_else(|| find(&|way| !way.is_empty())).unwrap_or_default()
}

/// The body of the first media type, nothing filled in.
pub(super) fn empty_body(form: &BodyForm) -> Option<DraftBody> {
    let media = form.media.first()?;
    Some(DraftBody { media_type: Some(media.name.clone()), content: empty(media.kind) })
}

/// Nothing filled in yet.
pub(super) fn empty(kind: BodyKind) -> Content {
    match kind {
        BodyKind::Json | BodyKind::Xml => Content::Value(Value::Object(Map::new())),
        BodyKind::Fields => Content::Fields(Vec::new()),
        BodyKind::Text => Content::Text(String::new()),
        BodyKind::File => Content::File(crate::core::request::File::default()),
    }
}

/// Content of files is not needed to show what will be sent, and long to carry.
fn without_bytes(mut draft: Draft) -> Draft {
    draft.files_mut().into_iter().for_each(|file| file.bytes = Vec::new());
    draft
}
