//! A stream, once it is over: its messages, some at a time.

use super::super::words;
use super::pager::{Page, pager};
use super::shown::Shown;
use crate::core::response::{StreamEntry, StreamState};
use crate::core::session::{ResponseAnswer, ResponseQuestion};
use crate::ui::later::Later;
use leptos::prelude::*;

/// Messages on the page at once.
const PAGE: u32 = 100;

/// Where the stream is, and some of its messages.
async fn ask(shown: Shown, first: u32) -> Result<(StreamState, Vec<StreamEntry>), String> {
    match shown.ask(ResponseQuestion::StreamEntries { first, count: PAGE }).await? {
        ResponseAnswer::Stream { state, entries, .. } => Ok((state, entries)),
        _ => Err(words().engine_stopped.to_owned()),
    }
}

/// The messages.
pub(super) fn entries(shown: Shown) -> AnyView {
    let state = Later::new(move || async move { ask(shown, 0).await.map(|(state, _)| state) });
    (move || match state.get() {
        None => view! { <p role="status">{words().answer_reading}</p> }.into_any(),
        Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        Some(Ok(state)) => paged(shown, &state),
    })
    .into_any()
}

fn paged(shown: Shown, state: &StreamState) -> AnyView {
    let first = RwSignal::new(state.dropped);
    let (dropped, total) = (state.dropped, state.received);
    let page = Later::new(move || {
        let first = first.get();
        async move { ask(shown, first.max(dropped)).await.map(|(_, entries)| entries).unwrap_or_default() }
    });
    let from = Signal::derive(move || first.get().max(dropped));
    let oldest = (dropped > 0).then(|| view! { <p class="muted">{words().live_dropped}</p> });
    view! {
        {oldest}
        {pager(Page { first, from, size: PAGE, total: Signal::derive(move || total) })}
        <ol class="entries">
            <For each=move || page.get().unwrap_or_default() key=|one| one.number children=|one| entry(&one) />
        </ol>
    }
    .into_any()
}

/// One message.
pub(super) fn entry(entry: &StreamEntry) -> AnyView {
    let number = entry.number.saturating_add(1).to_string();
    let event = entry.event.clone().map(|event| view! { <strong>{event}</strong> });
    let id = entry.id.clone().map(|id| view! { <span class="muted">"id " {id}</span> });
    let cut = entry.cut.then(|| view! { <span class="muted">{words().live_cut}</span> });
    view! {
        <li class="entry" value=number>
            <span class="entry__head">{event} " " {id} " " {cut}</span>
            <code class="entry__data">{entry.data.clone()}</code>
        </li>
    }
    .into_any()
}
