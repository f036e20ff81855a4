//! Sending: what is wrong first, what will be sent, then the call itself, which can be stopped.

use super::answer::{Live, Outcome, answer, live};
use super::code::code;
use super::credentials::{Consent, Question, question};
use super::field::identifier;
use super::filled::Filled;
use super::sending::{Over, Progress, call, facts};
use super::words;
use crate::browser::{document, probe};
use crate::core::catalogue::wire::Catalogue;
use crate::core::exchange::{Probe, foresee};
use crate::core::request::Request;
use crate::core::session::{CallView, Finding};
use crate::ui::context::language;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::AbortController;

/// What is happening.
#[derive(Clone)]
enum State {
    /// Nothing yet.
    Idle,
    /// It is on its way: bytes received, and how many there will be.
    Sending(usize, Option<usize>),
    /// The person is asked about credentials first.
    Asking(Question),
    /// It came back, or not.
    Over(Arc<Outcome>),
    /// It could not be prepared.
    Failed(String),
}

/// The end of the form: problems, preview, the button, and what came back.
#[component]
pub(super) fn Run(filled: Filled) -> impl IntoView {
    let state = RwSignal::new(State::Idle);
    let abort = StoredValue::new_local(None::<AbortController>);
    let begun = StoredValue::new(0_u32);
    let coming = Live::new(filled.source);
    let proxy = StoredValue::new(use_context::<Arc<Catalogue>>().and_then(|catalogue| catalogue.site.proxy.clone()));
    let stop = move || {
        if let Some(Some(abort)) = abort.try_get_value() {
            abort.abort();
        }
    };
    // Who leaves the page stops paying for the call.
    on_cleanup(stop);
    let go = move |anyway: bool, consent: Consent| {
        filled.is_tried.set(true);
        let has_errors = filled.view.with_untracked(|view| {
            view.as_ref()
                .is_some_and(|view| view.as_ref().is_ok_and(|view| view.problems.iter().any(|one| one.is_error)))
        });
        if has_errors && !anyway {
            show("call-problems");
            return;
        }
        stop();
        let controller = AbortController::new().ok();
        abort.set_value(controller.clone());
        filled.kept.begin();
        coming.reset();
        state.set(State::Sending(0, None));
        let proxy = proxy.get_value();
        let number = begun.try_update_value(|number| {
            *number += 1;
            *number
        });
        filled.run(async move {
            let progress = Progress {
                coming,
                count: Callback::new(move |(received, total)| {
                    state.try_set(State::Sending(received, total));
                }),
            };
            let over = match call(filled, consent, proxy, controller, progress).await {
                Over::Answered(outcome) => State::Over(outcome),
                Over::Asking(question) => State::Asking(question),
                Over::Refused(why) => State::Failed(why),
            };
            // Whoever sends again no longer waits for this one.
            if begun.try_get_value() == number {
                state.set(over);
                show("call-answer");
            }
        });
    };
    let again = Callback::new(move |draft| {
        filled.replace(draft);
        go(true, Consent::Usual);
    });
    let relayed = Callback::new(move |()| go(true, Consent::Relayed));
    let is_sending = Memo::new(move |_| matches!(state.get(), State::Sending(..)));
    let is_coming = Memo::new(move |_| is_sending.get() && coming.is_shown());
    let progress = move || match state.get() {
        State::Sending(0, _) => words().sending.to_owned(),
        State::Sending(received, Some(total)) => format!("{} {} / {}", words().sending, size(received), size(total)),
        State::Sending(received, None) => format!("{} {}", words().sending, size(received)),
        _ => String::new(),
    };
    // What is received changes all the time: what is rendered does not.
    let over = Memo::new_with_compare(
        move |_| match state.get() {
            State::Idle | State::Sending(..) => None,
            over => Some(over),
        },
        |before, after| !matches!((before, after), (Some(None), Some(None))),
    );
    let result = move || match (filled.kept.simulated(), over.get()) {
        (Some(outcome), _) => answer(outcome, filled, again, relayed),
        (None, None | Some(State::Idle | State::Sending(..))) => ().into_any(),
        (None, Some(State::Asking(asked))) => question(asked, filled.keychain, move |consent| match consent {
            Some(consent) => go(true, consent),
            None => state.set(State::Idle),
        }),
        (None, Some(State::Over(outcome))) => answer(outcome, filled, again, relayed),
        (None, Some(State::Failed(why))) => view! {
            <div id="call-answer" tabindex="-1" role="alert" class="callout callout--caution">
                <p>{why}</p>
            </div>
        }
        .into_any(),
    };
    view! {
        {move || problems(filled)}
        {move || preview(filled)}
        {code(filled)}
        <p class="call__send">
            <button type="submit" class="button" on:click=move |_| go(false, Consent::Usual)>
                {words().send}
            </button>
            {move || {
                is_sending
                    .get()
                    .then(|| {
                        view! {
                            <button type="button" class="button button--quiet" on:click=move |_| stop()>
                                {move || if is_coming.get() { words().live_stop } else { words().cancel }}
                            </button>
                        }
                    })
            }}
            {move || {
                let has_errors = problems_of(filled).iter().any(|problem| problem.is_error);
                (filled.is_tried.get() && has_errors && !is_sending.get())
                    .then(|| {
                        view! {
                            <button type="button" class="button button--quiet" on:click=move |_| go(true, Consent::Usual)>
                                {words().send_anyway}
                            </button>
                        }
                    })
            }}
            <span role="status">{progress}</span>
        </p>
        {move || is_coming.get().then(|| live(coming))}
        {result}
    }
}

/// Takes the reader to a part of the page, once it is rendered.
fn show(id: &'static str) {
    request_animation_frame(move || {
        document::go_to_anchor(id);
    });
}

/// What is known to stand in the way of the call, before it is sent.
fn foreseen(filled: Filled, view: &CallView) -> AnyView {
    let (method, url, headers) = (view.method.clone(), view.url.clone(), view.headers.clone());
    let request = Request { method, url, headers, ..Request::default() };
    let (page, servers) = (probe::page_origin(), filled.servers.get_value());
    let (_, operation) = filled.source.get_value();
    let found = foresee(&facts(&operation, &request, &page, &servers, Probe::default()));
    if found.is_empty() {
        return ().into_any();
    }
    let lines = found.iter().map(|one| {
        let steps = one.steps.first().map(|step| step.get(language()).to_owned());
        view! {
            <li>
                <strong>{one.title.get(language()).to_owned()}</strong>
                " "
                {one.explanation.get(language()).to_owned()}
                " "
                {steps}
            </li>
        }
    });
    view! {
        <div class="callout callout--warning">
            <p class="callout__title">{words().warnings}</p>
            <ul>{lines.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn problems_of(filled: Filled) -> Vec<Finding> {
    filled.view.get().and_then(Result::ok).map(|view| view.problems).unwrap_or_default()
}

/// The list of what is wrong, once sending was tried; each leads to its field.
fn problems(filled: Filled) -> AnyView {
    let all = problems_of(filled);
    if !filled.is_tried.get() || all.is_empty() {
        return ().into_any();
    }
    let has_errors = all.iter().any(|problem| problem.is_error);
    let (title, class) = match has_errors {
        true => (words().problems, "callout callout--caution"),
        false => (words().warnings, "callout callout--warning"),
    };
    let lines: Vec<_> = all
        .iter()
        .map(|problem| {
            let target = identifier(&problem.address);
            let go = move |_| {
                document::go_to_anchor(&target);
            };
            let what = problem.what.get(language()).to_owned();
            let mend = problem.mend.get(language()).to_owned();
            let place = problem.address.trim_start_matches('/').replace('/', " › ");
            view! {
                <li>
                    <button type="button" class="link" on:click=go>
                        {place}
                    </button>
                    " "
                    {what}
                    " "
                    <span class="muted">{mend}</span>
                </li>
            }
        })
        .collect();
    view! {
        <div class=class id="call-problems" tabindex="-1" role="group" aria-label=title>
            <p class="callout__title">{title}</p>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

/// The exact message, a variable for each secret.
fn preview(filled: Filled) -> AnyView {
    let view = match filled.view.get() {
        Some(Ok(view)) => view,
        Some(Err(why)) => return view! { <p role="alert">{why}</p> }.into_any(),
        None => CallView::default(),
    };
    let more = view.is_cut.then(|| view! { <p class="muted">{words().preview_cut}</p> });
    view! {
        {foreseen(filled, &view)}
        <section class="call__preview">
            <h4>{words().preview}</h4>
            <pre tabindex="0" role="group" aria-label=words().preview>
                <code>{view.message}</code>
            </pre>
            {more}
        </section>
    }
    .into_any()
}

/// « 12 ko », « 3,4 Mo ».
pub(super) fn size(bytes: usize) -> String {
    crate::core::i18n::words::size(bytes, language())
}
