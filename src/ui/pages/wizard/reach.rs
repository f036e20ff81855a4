//! Whether the addresses of a draft lead somewhere, asked when somebody wants to know: each is called, without
//! credentials.

use super::desk::Desk;
use super::steps::lead;
use super::words;
use crate::browser::probe;
use crate::core::exchange::Reach;
use crate::core::request::Request;
use crate::core::wizard::check::{Address, Observed, addresses, observed};
use crate::core::wizard::questions::Question;
use crate::ui::context::language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Asks whether an address leads somewhere.
async fn look(address: &Address) -> Observed {
    let request = Request { method: "GET".to_owned(), url: address.url.to_string(), ..Request::default() };
    let found = probe::probe(&request).await;
    let reach = if found.address == Reach::NotTried { found.origin } else { found.address };
    observed(address, reach, probe::is_online())
}

/// Asks whether an address leads somewhere, and keeps what that says against the answer: a sentence.
async fn ask(desk: Desk, address: &Address) -> String {
    let observed = look(address).await;
    desk.note(address, observed.finding);
    observed.text.get(language()).to_owned()
}

/// Below the field of an address: asks for it alone.
pub(super) fn one(desk: Desk, question: Question) -> AnyView {
    // What was said holds for the address it was said of.
    let said = RwSignal::new((None::<Address>, ""));
    let answer = RwSignal::new(String::new());
    let now = Memo::new(move |_| {
        desk.draft.with(|draft| {
            let own = |address: &Address| address.question == question && address.cell.is_none();
            addresses(draft).into_iter().find(own)
        })
    });
    let ask = move |_| {
        answer.set(String::new());
        let Some(address) = now.get_untracked() else {
            said.set((None, words().reach_none));
            return;
        };
        said.set((Some(address.clone()), words().reach_asking));
        spawn_local(async move {
            let text = ask(desk, &address).await;
            if said.try_with_untracked(|(about, _)| about.as_ref() == Some(&address)) == Some(true) {
                said.set((Some(address), ""));
                answer.set(text);
            }
        });
    };
    let shown = move || {
        let (about, sentence) = said.get();
        (about == now.get()).then(|| [sentence, &answer.get()].concat())
    };
    view! {
        <p>
            <button type="button" class="button button--quiet" on:click=ask>
                {words().reach_one}
            </button>
            " "
            <span role="status">{shown}</span>
        </p>
    }
    .into_any()
}

/// In the review: asks for all of them, one after the other.
pub(super) fn all(desk: Desk) -> AnyView {
    let found = RwSignal::new(Vec::<(Address, String)>::new());
    let state = RwSignal::new(String::new());
    let is_running = RwSignal::new(false);
    let ask = move |_| {
        if is_running.get_untracked() {
            return;
        }
        is_running.set(true);
        found.set(Vec::new());
        let list = desk.draft.with_untracked(addresses);
        spawn_local(async move {
            let count = list.len();
            for (rank, address) in list.into_iter().enumerate() {
                state.try_set(format!("{} ({} / {count})", words().reach_asking, rank.saturating_add(1)));
                let text = ask(desk, &address).await;
                if found.try_update(|found| found.push((address, text))).is_none() {
                    return;
                }
            }
            state.try_set(if count == 0 { words().reach_none } else { words().reach_done }.to_owned());
            is_running.try_set(false);
        });
    };
    let items = move || {
        let found = found.get().into_iter();
        let item = |(address, text): (Address, String)| {
            view! {
                <li>
                    {lead(address.question, address.cell, Some(desk))} " " <code class="wrap">{address.url.to_string()}</code>
                    " " {text}
                </li>
            }
        };
        found.map(item).collect_view()
    };
    view! {
        <section aria-labelledby="wizard-reach">
            <h3 id="wizard-reach">{words().reach}</h3>
            <p class="muted">{words().reach_hint}</p>
            <p class="wizard__actions">
                <button
                    type="button"
                    class="button button--quiet"
                    aria-disabled=move || is_running.get().then_some("true")
                    on:click=ask
                >
                    {words().reach_all}
                </button>
                <span role="status">{state}</span>
            </p>
            <ul class="wizard__reach">{items}</ul>
        </section>
    }
    .into_any()
}
