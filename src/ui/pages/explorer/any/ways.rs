//! The three ways to open a document: an address, a file, a text.

use super::super::call::words;
use super::Given;
use crate::browser::files;
use crate::core::address::HttpUrl;
use crate::core::route::Route;
use crate::ui::context::{href, session};
use crate::ui::later::run_while;
use leptos::prelude::*;

/// Where a document is given.
#[component]
pub(super) fn Ways(url: Memo<Option<String>>, given: RwSignal<Given, LocalStorage>) -> impl IntoView {
    let session = session();
    let typed = RwSignal::new(url.get_untracked().unwrap_or_default());
    let is_refused = RwSignal::new(false);
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let address = typed.get_untracked().trim().to_owned();
        is_refused.set(HttpUrl::parse(&address).is_none());
        if !is_refused.get_untracked() {
            session.refine(&href(&Route::Document { url: Some(address), operation: None }), false);
        }
    };
    // The address no longer says which document is shown.
    let take = move |name: String, bytes: Vec<u8>| {
        given.set(Some((name, bytes)));
        session.refine(&href(&Route::Document { url: None, operation: None }), false);
    };
    let take_files = move |list: Option<web_sys::FileList>| {
        run_while(given, async move {
            if let Some(file) = files::read(list).await.into_iter().next() {
                take(file.name, file.bytes);
            }
        });
    };
    let pasted = RwSignal::new(String::new());
    let take_text = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = pasted.get_untracked();
        if !text.trim().is_empty() {
            take(words().document_pasted.to_owned(), text.into_bytes());
        }
    };
    view! {
        <div class="ways">
            <p class="muted">{words().document_intro}</p>
            <form class="field call__field" novalidate on:submit=go>
                <label for="document-url">{words().document_url}</label>
                <p class="call__hint" id="document-url-hint">
                    {words().document_url_hint}
                </p>
                <input
                    id="document-url"
                    type="url"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="document-url-hint document-url-error"
                    aria-invalid=move || is_refused.get().then_some("true")
                    prop:value=typed.get_untracked()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <p id="document-url-error" class="call__error" role="alert">
                    {move || is_refused.get().then_some(words().document_url_refused)}
                </p>
                <p>
                    <button type="submit" class="button">
                        {words().document_read}
                    </button>
                </p>
            </form>
            <div
                class="field call__field call__drop"
                on:dragover=move |event| event.prevent_default()
                on:drop=move |event| {
                    event.prevent_default();
                    take_files(event.data_transfer().and_then(|transfer| transfer.files()));
                }
            >
                <label for="document-file">{words().document_file}</label>
                <input
                    id="document-file"
                    type="file"
                    accept=".json,.yaml,.yml,application/json,application/yaml"
                    on:change=move |event| take_files(files::chosen(&event))
                />
            </div>
            <form class="field call__field" on:submit=take_text>
                <label for="document-text">{words().document_text}</label>
                <textarea
                    id="document-text"
                    rows="6"
                    spellcheck="false"
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
                <p>
                    <button type="submit" class="button">
                        {words().document_read}
                    </button>
                </p>
            </form>
        </div>
    }
}
