//! What changed in the document since an earlier version that the reader gives.

use super::super::call::{Source, words};
use super::super::comparison::changes;
use crate::browser::{fetch, files};
use crate::core::address::HttpUrl;
use crate::core::explorer::ComparisonView;
use crate::core::route::Route;
use crate::ui::context::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What came of a comparison.
#[derive(Clone)]
enum State {
    None,
    Reading,
    Failed(String),
    Compared(ComparisonView),
}

/// The fields that take the earlier version, and what changed. `url` is where the document that is shown comes from.
pub(super) fn since(source: StoredValue<Source, LocalStorage>, url: Memo<Option<String>>) -> AnyView {
    let state = RwSignal::new(State::None);
    let compare = move |name: String, bytes: Vec<u8>| async move {
        let Some(source) = source.try_get_value() else { return };
        state.try_set(match source.compare(name, &bytes).await {
            Ok(view) => State::Compared(view),
            Err(why) => State::Failed(why),
        });
    };
    let take_files = move |list: Option<web_sys::FileList>| {
        state.set(State::Reading);
        spawn_local(async move {
            match files::read(list).await.into_iter().next() {
                Some(file) => compare(file.name, file.bytes).await,
                None => {
                    state.try_set(State::None);
                }
            }
        });
    };
    let typed = RwSignal::new(String::new());
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(address) = HttpUrl::parse(typed.get_untracked().trim()) else {
            state.set(State::Failed(words().document_url_refused.to_owned()));
            return;
        };
        state.set(State::Reading);
        spawn_local(async move {
            match fetch::web(&address, None).await {
                Ok(bytes) => compare(address.to_string(), bytes).await,
                Err(error) => {
                    state.try_set(State::Failed(error.explain(text())));
                }
            }
        });
    };
    let route = move |id: String| Route::Document { url: url.get_untracked(), operation: Some(id) };
    let said = move || match state.get() {
        State::None => ().into_any(),
        State::Reading => view! { <p>{words().document_reading}</p> }.into_any(),
        State::Failed(why) => view! { <p class="call__error">{why}</p> }.into_any(),
        State::Compared(view) => {
            let count: usize = view.counts.iter().sum();
            view! { <p>{words().document_changes} " " {count}</p> }.into_any()
        }
    };
    let shown = move || match state.get() {
        State::Compared(view) => changes(&view, &route),
        _ => ().into_any(),
    };
    view! {
        <details>
            <summary>{words().document_since}</summary>
            <div class="ways">
                <p class="muted">{words().document_since_hint}</p>
                <form class="field call__field" novalidate on:submit=go>
                    <label for="since-url">{words().document_since_url}</label>
                    <input
                        id="since-url"
                        type="url"
                        autocomplete="off"
                        spellcheck="false"
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                    <p>
                        <button type="submit" class="button">
                            {words().document_compare}
                        </button>
                    </p>
                </form>
                <div class="field call__field">
                    <label for="since-file">{words().document_since_file}</label>
                    <input
                        id="since-file"
                        type="file"
                        accept=".json,.yaml,.yml,application/json,application/yaml"
                        on:change=move |event| take_files(files::chosen(&event))
                    />
                </div>
            </div>
            <div role="status">{said}</div>
            {shown}
        </details>
    }
    .into_any()
}
