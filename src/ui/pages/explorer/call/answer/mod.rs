//! What came of a call.

mod conformance;
mod entries;
mod facts;
mod forms;
mod lines;
mod links;
mod live;
mod map;
mod media;
mod pager;
mod relay;
mod shown;
mod table;
mod tree;
mod tree_row;
mod tree_tools;
mod window;

pub(super) use live::{Live, live};
pub(super) use relay::Relay;

use super::filled::Filled;
use super::run::size;
use super::words;
use crate::browser::clipboard;
use crate::core::call::Draft;
use crate::core::exchange::{Diagnosis, Received};
use crate::core::request::Request;
use crate::core::response::status;
use crate::core::session::{ResponseAnswer, ResponseQuestion, ResponseView};
use crate::ui::context::language;
use crate::ui::later::Later;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shown::Shown;
use std::sync::Arc;

/// What came of a call.
pub(super) enum Outcome {
    /// An answer.
    Received {
        /// What was sent.
        request: Request,
        /// What came back.
        received: Received,
        /// Whether it was made from the document: no server gave it.
        simulated: bool,
        /// Whether the person stopped it before its end.
        is_stopped: bool,
        /// Whether the proxy of the site carried it.
        is_relayed: bool,
    },
    /// None, and why.
    Failed {
        /// The call for a terminal.
        curl: String,
        /// Why, and what to do.
        diagnosis: Diagnosis,
        /// The proxy of the site, where it may help.
        relay: Option<Relay>,
    },
}

impl Outcome {
    fn received(&self) -> Option<&Received> {
        self.called().map(|(_, received)| received)
    }

    /// What was sent and what came back.
    fn called(&self) -> Option<(&Request, &Received)> {
        match self {
            Self::Received { request, received, .. } => Some((request, received)),
            Self::Failed { .. } => None,
        }
    }

    /// The request line for somebody else: queries may hold secrets.
    fn line(&self) -> String {
        match self {
            Self::Received { request, .. } => {
                format!("{} {}", request.method, request.url.split('?').next().unwrap_or_default())
            }
            Self::Failed { .. } => String::new(),
        }
    }
}

/// The answer, or why there is none. The focus comes here. `again` calls with another draft, `relayed` through the
/// proxy of the site.
pub(super) fn answer(outcome: Arc<Outcome>, filled: Filled, again: Callback<Draft>, relayed: Callback<()>) -> AnyView {
    match outcome.as_ref() {
        Outcome::Failed { curl, diagnosis, relay } => {
            failed(diagnosis, curl.clone(), relay.clone().map(|relay| relay::offer(relay, relayed)))
        }
        Outcome::Received { .. } => {
            let parts = parts(outcome.clone(), filled, again);
            head(&outcome, parts)
        }
    }
}

fn failed(why: &Diagnosis, curl: String, relay: Option<AnyView>) -> AnyView {
    view! {
        <section class="call__answer" id="call-answer" tabindex="-1" aria-labelledby="call-answer-title">
            <h4 id="call-answer-title">{why.title.get(language()).to_owned()}</h4>
            {explained(why, curl)}
            {relay}
        </section>
    }
    .into_any()
}

/// Why nothing came back, with its title in bold: for a request that is not the call itself.
pub(super) fn diagnosis(why: &Diagnosis, curl: String) -> AnyView {
    view! {
        <p class="callout__title">{why.title.get(language()).to_owned()}</p>
        {explained(why, curl)}
    }
    .into_any()
}

fn explained(diagnosis: &Diagnosis, curl: String) -> AnyView {
    let language = language();
    let steps: Vec<_> = diagnosis.steps.iter().map(|step| view! { <li>{step.get(language).to_owned()}</li> }).collect();
    let message = diagnosis.to_producer.as_ref().map(|text| {
        let text = text.get(language).to_owned();
        view! {
            <details>
                <summary>{words().failed_message}</summary>
                <pre tabindex="0" role="group" aria-label=words().failed_message>
                    <code>{text.clone()}</code>
                </pre>
                {copy_button(text, words().copy)}
            </details>
        }
    });
    view! {
            <p>{diagnosis.explanation.get(language).to_owned()}</p>
            <ul>{steps}</ul>
            {message}
            <details>
                <summary>{words().code}</summary>
                <pre tabindex="0" role="group" aria-label=words().code>
                    <code>{curl.clone()}</code>
                </pre>
                {copy_button(curl, words().copy)}
            </details>
    }
    .into_any()
}

/// A button that copies a text, and says whether it did.
pub(super) fn copy_button(content: String, label: &'static str) -> AnyView {
    let said = RwSignal::new("");
    let copy = move |_| {
        let content = content.clone();
        let (copied, failed) = (words().copied, words().copy_failed);
        spawn_local(async move {
            let answer = if clipboard::copy(&content).await { copied } else { failed };
            // The reader may have left meanwhile.
            said.try_set(answer);
        });
    };
    view! {
        <p>
            <button type="button" class="button button--quiet" on:click=copy>
                {label}
            </button>
            <span role="status">{said}</span>
        </p>
    }
    .into_any()
}

fn head(outcome: &Outcome, parts: AnyView) -> AnyView {
    let Outcome::Received { received, is_stopped, simulated, is_relayed, .. } = outcome else { return parts };
    let language = language();
    let meaning = status(received.status);
    let class = format!("status status--{}", received.status / 100);
    let facts = format!("{} · {:.0} {}", size(received.body.len()), received.milliseconds_to_end, words().milliseconds);
    let redirected = received.redirected.then(|| {
        view! {
            <p>
                {words().answer_redirected} " " <code class="wrap">{received.url.clone()}</code>
            </p>
        }
    });
    let cut = received.truncated.then(|| view! { <p class="call__warning">{words().answer_cut}</p> });
    let stopped = is_stopped.then(|| view! { <p class="call__warning">{words().answer_stopped}</p> });
    let relayed = is_relayed.then(|| view! { <p class="call__warning">{words().answer_relayed}</p> });
    let advice = meaning.advice.map(|advice| view! { <p>{advice.get(language).to_owned()}</p> });
    let origin = match simulated {
        true => view! { <span class="badge badge--beta">{words().answer_simulated}</span> },
        false => view! { <span class="badge badge--open">{words().answer_real}</span> },
    };
    view! {
        <section class="call__answer" id="call-answer" tabindex="-1" aria-labelledby="call-answer-title">
            <h4 id="call-answer-title">
                {words().answer} " " <span class=class>{received.status}</span> " "
                {meaning.name.get(language).to_owned()} " "
                {origin}
            </h4>
            <p class="muted">{facts}</p>
            {advice}
            {redirected}
            {relayed}
            {cut}
            {stopped}
            {parts}
        </section>
    }
    .into_any()
}

/// What the engine says of the answer, once it has read it.
fn parts(outcome: Arc<Outcome>, filled: Filled, again: Callback<Draft>) -> AnyView {
    let asked = outcome.clone();
    let read = Later::new(move || {
        let outcome = asked.clone();
        async move {
            let (Some(received), Some((source, _))) = (outcome.received(), filled.source.try_get_value()) else {
                return Err(String::new());
            };
            let question = ResponseQuestion::Receive {
                status: received.status,
                headers: received.headers.clone(),
                url: received.url.clone(),
            };
            match source.respond(question, &received.body).await? {
                (ResponseAnswer::Received(view), _) => Ok(*view),
                _ => Err(words().engine_stopped.to_owned()),
            }
        }
    });
    (move || match read.get() {
        None => view! { <p role="status">{words().answer_reading}</p> }.into_any(),
        Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        Some(Ok(view)) => whole(outcome.clone(), view, filled, again),
    })
    .into_any()
}

fn whole(outcome: Arc<Outcome>, view: ResponseView, filled: Filled, again: Callback<Draft>) -> AnyView {
    let Some(received) = outcome.received() else { return ().into_any() };
    let is_checked = RwSignal::new(received.body.len() <= conformance::AT_ONCE);
    let asked = outcome.clone();
    let checked = Later::new(move || {
        let (is_checked, outcome) = (is_checked.get(), asked.clone());
        async move {
            match is_checked {
                true => conformance::check(&outcome, filled).await,
                false => None,
            }
        }
    });
    let face = RwSignal::new(forms::faces(&view).first().copied());
    let shown = Shown {
        filled,
        outcome: StoredValue::new(outcome.clone()),
        view: StoredValue::new(view.clone()),
        face,
        wanted: RwSignal::new(None),
        is_checked,
        checked,
    };
    let has_body = !received.body.is_empty();
    view! {
        {view.error.as_ref().map(facts::error)}
        {view.problem.as_ref().map(facts::problem)}
        {view.rate_limit.as_ref().map(facts::rate_limit)}
        {facts::headers(received)}
        {conformance::conformance(shown)}
        {facts::pages(shown, again)}
        {links::links(shown)}
        <h5>{words().answer_body}</h5>
        {has_body.then(|| media::save(shown))}
        {forms::forms(shown)}
    }
    .into_any()
}
