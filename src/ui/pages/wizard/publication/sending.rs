//! [`Sending`]: one sending. Whoever leaves the page stops it.

use super::words;
use crate::browser::send::{Options, send};
use crate::browser::{clock, probe};
use crate::core::exchange::Received;
use crate::core::publication::{Failure, Receipt, Silence};
use crate::core::request::Request;
use crate::ui::context::language;
use leptos::prelude::*;
use web_sys::AbortController;

/// How far a sending is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum State {
    /// Not begun.
    Idle,
    /// On its way: a sentence.
    Running(String),
    /// Not sent: what happened and what to do.
    Failed(String),
    /// Sent.
    Sent(Receipt),
}

/// One sending. Signals: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    pub(super) state: RwSignal<State>,
    /// Whether somebody stopped it.
    is_stopped: StoredValue<bool>,
    /// What stops the request on its way: each has its own, which a wait that is too long ends.
    abort: StoredValue<Option<AbortController>, LocalStorage>,
}

impl Sending {
    /// Not begun.
    pub(super) fn new() -> Self {
        let this = Self {
            state: RwSignal::new(State::Idle),
            is_stopped: StoredValue::new(false),
            abort: StoredValue::new_local(None),
        };
        on_cleanup(move || this.stop());
        this
    }

    /// Begins, with `sentence`; nothing where one is on its way already.
    pub(super) fn begin(self, sentence: &str) -> Option<()> {
        if self.is_running() {
            return None;
        }
        self.is_stopped.set_value(false);
        self.state.set(State::Running(sentence.to_owned()));
        Some(())
    }

    /// Whether it is on its way.
    pub(super) fn is_running(self) -> bool {
        self.state.with_untracked(|state| matches!(state, State::Running(_)))
    }

    fn stop(self) {
        self.is_stopped.try_set_value(true);
        self.abort.try_with_value(|abort| abort.as_ref().map(AbortController::abort));
    }

    /// Whether somebody stopped it, or left the page.
    fn is_stopped(self) -> bool {
        self.is_stopped.try_get_value().unwrap_or(true)
    }

    /// Says how far it is, unless the page was left.
    pub(super) fn say(self, state: State) {
        self.state.try_set(state);
    }

    /// Says why nothing was sent. `place` is where it was to go.
    pub(super) fn fail(self, failure: &Failure, place: &str) {
        let problem = failure.problem(place);
        let said = [problem.what.get(language()), problem.mend.get(language()), words().kept].join(" ");
        self.say(State::Failed(said));
    }

    /// Sends a request.
    pub(super) async fn exchange(self, request: &Request) -> Result<Received, Silence> {
        let abort = AbortController::new().ok().filter(|_| !self.is_stopped());
        let Some(abort) = abort else { return Err(Silence::Cancelled) };
        self.abort.try_set_value(Some(abort.clone()));
        let sent = send(request, &Options::default(), &abort, &mut |_| {}).await;
        sent.map_err(|error| Silence::of(error.failure, probe::is_online()))
    }

    /// Waits, unless it is stopped.
    pub(super) async fn wait(self, milliseconds: u64) {
        for _ in 0..milliseconds.div_ceil(1_000) {
            if self.is_stopped() {
                return;
            }
            clock::wait(1).await;
        }
    }

    /// The button `label`, which calls `start`, and what came of it.
    pub(super) fn view(self, label: &'static str, start: impl Fn() + 'static) -> AnyView {
        let running = move || self.state.with(|state| matches!(state, State::Running(_)));
        // What was sent need not be sent again.
        let idle = move || self.state.with(|state| matches!(state, State::Idle | State::Failed(_)));
        let label =
            move || self.state.with(|state| if matches!(state, State::Failed(_)) { words().again } else { label });
        let stop = move || {
            running().then(|| {
                view! {
                    <button type="button" class="button button--quiet" on:click=move |_| self.stop()>
                        {words().stop}
                    </button>
                }
            })
        };
        let progress = move || match self.state.get() {
            State::Running(sentence) => view! { <p>{sentence}</p> }.into_any(),
            State::Sent(receipt) => sent(receipt),
            State::Idle | State::Failed(_) => ().into_any(),
        };
        let failure = move || match self.state.get() {
            State::Failed(why) => view! { <p>{why}</p> }.into_any(),
            _ => ().into_any(),
        };
        view! {
            <p class="wizard__actions">
                <button
                    type="button"
                    class="button"
                    // Disabled, it would lose the focus of who pressed it.
                    aria-disabled=move || (!idle()).then_some("true")
                    on:click=move |_| {
                        if untrack(idle) {
                            start();
                        }
                    }
                >
                    {label}
                </button>
                {stop}
            </p>
            <div role="status">{progress}</div>
            <div role="alert" class="call__error wizard__failure">
                {failure}
            </div>
        }
        .into_any()
    }
}

fn sent(receipt: Receipt) -> AnyView {
    match receipt.address {
        Some(address) => view! {
            <p>
                {words().sent} " "
                <a class="wrap" href=address.to_string() rel="external noopener">
                    {address.to_string()}
                </a>
            </p>
        }
        .into_any(),
        None => view! { <p>{words().sent_nowhere}</p> }.into_any(),
    }
}
