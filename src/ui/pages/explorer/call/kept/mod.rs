//! What is kept of calls and shared: the last calls, links, environments, exports; and answers made from the document.
//!
//! Whatever leaves the page goes through `core/history`, `core/sharing`, `core/export`, which take secrets out.

mod comparison;
mod environments;
mod exports;
mod history;
mod share;
mod simulated;
mod stored;
mod variables;

pub(super) use self::simulated::Wanted;
use super::answer::Outcome;
use super::filled::Filled;
use super::source::{Prepared, Source};
use crate::browser::clock;
use crate::browser::storage::StorageError;
use crate::core::call::Draft;
use crate::core::environment::Environment;
use crate::core::exchange::Received;
use crate::core::history::{Answer, Call, Entry, History};
use crate::core::i18n::{Keeping, keeping};
use crate::core::sharing;
use crate::ui::context::{language, session};
use leptos::prelude::*;
use std::sync::Arc;

/// The sentences of this part.
fn words() -> &'static Keeping {
    keeping(language())
}

/// What is kept, for the operation on the page. Signals: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    /// The last calls of the API.
    history: RwSignal<History>,
    /// What could not be read or kept; nothing when all is well.
    trouble: RwSignal<&'static str>,
    /// Places in the history of the calls whose answers are compared.
    picked: RwSignal<Vec<usize>>,
    /// Every environment.
    environments: RwSignal<Vec<Environment>>,
    /// Place of the one that is used.
    chosen: RwSignal<Option<usize>>,
    /// The answer that was made, until something is sent.
    simulated: RwSignal<Option<Arc<Outcome>>>,
    /// Whether the last call came to nothing.
    has_failed: RwSignal<bool>,
    /// Where the values come from, when nobody typed them; or why a link has none.
    origin: RwSignal<String>,
}

impl Kept {
    /// What the browser keeps for an API, or a document that belongs to none.
    pub(super) fn of(source: &Source) -> Self {
        let (history, is_damaged) = stored::history(source.shelf());
        let (environments, chosen) = stored::environments();
        Self {
            history: RwSignal::new(history),
            trouble: RwSignal::new(if is_damaged { words().history_damaged } else { "" }),
            picked: RwSignal::default(),
            environments: RwSignal::new(environments),
            chosen: RwSignal::new(chosen),
            simulated: RwSignal::default(),
            has_failed: RwSignal::new(false),
            origin: RwSignal::default(),
        }
    }

    /// The environment that drafts are filled with.
    pub(super) fn environment(self) -> Option<Environment> {
        let chosen = self.chosen.get()?;
        self.environments.with(|all| all.get(chosen).cloned())
    }

    /// The same, where nothing should follow it.
    pub(super) fn environment_untracked(self) -> Option<Environment> {
        untrack(|| self.environment())
    }

    /// The answer that was made, where it is the last one.
    pub(super) fn simulated(self) -> Option<Arc<Outcome>> {
        self.simulated.get()
    }

    /// Says where the values come from.
    pub(super) fn say_origin(self, said: &str) {
        self.origin.set(said.to_owned());
    }

    /// Something is being sent: what was made before is no answer to it.
    pub(super) fn begin(self) {
        self.simulated.set(None);
    }

    /// Takes note of what came of a call; `None` when nothing did.
    pub(super) fn after_call(self, filled: Filled, draft: &Draft, prepared: &Prepared, received: Option<&Received>) {
        self.has_failed.try_set(received.is_none());
        if let Some(received) = received {
            self.note(filled, draft, prepared, received, false);
        }
    }

    fn note(self, filled: Filled, draft: &Draft, prepared: &Prepared, received: &Received, simulated: bool) {
        let Some((source, operation)) = filled.source.try_get_value() else { return };
        let entry = entry(&source, &operation, draft, prepared, Some(received), simulated);
        self.change(&source, |history| history.push(entry));
    }

    /// Changes the history and keeps it. Another tab may have added to what is kept.
    fn change(self, source: &Source, change: impl FnOnce(&mut History)) {
        let mut history = stored::history(source.shelf()).0;
        change(&mut history);
        self.trouble.try_set(match stored::keep_history(source.shelf(), &history) {
            Ok(()) => "",
            Err(StorageError::Full) => words().history_full,
            Err(StorageError::Refused) => words().history_refused,
        });
        self.picked.try_set(Vec::new());
        self.history.try_set(history);
    }
}

/// A call as it may leave the page: without secrets.
fn entry(
    source: &Source,
    operation: &str,
    draft: &Draft,
    prepared: &Prepared,
    received: Option<&Received>,
    simulated: bool,
) -> Entry {
    let nothing = Received::default();
    let answer = received.unwrap_or(&nothing);
    Entry::new(&Call {
        when: clock::since_1970(),
        document: source.rank(),
        operation,
        draft,
        known: &prepared.known,
        request: &prepared.request,
        answer: Answer {
            status: answer.status,
            headers: &answer.headers,
            body: &answer.body,
            size: answer.body.len() as u64 + u64::from(answer.truncated),
            milliseconds: answer.milliseconds_to_end as u32,
        },
        simulated,
    })
}

/// The fragment of the address that holds a filled-in request: the form opens by itself.
pub(super) fn shared() -> Option<String> {
    let hash = session().location.with(|location| location.hash.clone());
    sharing::read(&hash).is_some().then_some(hash)
}

/// Fills in what a link or the history brings.
pub(super) fn fill(filled: Filled) {
    let (source, operation) = filled.source.get_value();
    if let Some((draft, said)) = source.take_draft(&operation) {
        filled.kept.origin.set(said.to_owned());
        filled.draft.set(draft);
        return;
    }
    match session().location.with_untracked(|location| sharing::read(&location.hash)) {
        Some(Ok(draft)) => {
            filled.kept.origin.set(words().from_link.to_owned());
            filled.draft.set(draft);
        }
        Some(Err(problem)) => {
            let (what, mend) = (problem.what.get(language()), problem.mend.get(language()));
            filled.kept.origin.set([what, " ", mend].concat());
        }
        None => {}
    }
}

/// What stands before the form: where its values come from, and the variables they may use.
pub(super) fn before(filled: Filled) -> AnyView {
    let origin = move || {
        let origin = filled.kept.origin.get();
        (!origin.is_empty()).then(|| view! { <p class="callout">{origin}</p> })
    };
    view! {
        <div role="status">{origin}</div>
        {environments::environments(filled.kept)}
    }
    .into_any()
}

/// What stands after it: an answer without a call, then what is kept and shared.
pub(super) fn after(filled: Filled) -> AnyView {
    view! {
        <section class="kept" aria-labelledby="kept-title">
            {simulated::simulated(filled)}
            <h4 id="kept-title">{words().title}</h4>
            {history::history(filled)}
            {share::share(filled)}
            {exports::exports(filled)}
        </section>
    }
    .into_any()
}

/// A part that is closed until it is wanted, and holds nothing until then.
fn part(
    title: impl IntoView + 'static,
    is_open: RwSignal<bool>,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let toggle = move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    view! {
        <details class="kept__part" prop:open=is_open on:toggle=toggle>
            <summary>{title}</summary>
            {move || is_open.get().then(&content)}
        </details>
    }
    .into_any()
}
