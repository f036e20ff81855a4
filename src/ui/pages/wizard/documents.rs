//! The OpenAPI documents of a draft, and the three ways to give one: an address, a file, a text.

use super::desk::Desk;
use super::{start, words};
use crate::browser::{fetch, files};
use crate::core::address::HttpUrl;
use crate::core::openapi::{Document, NoDocuments};
use crate::core::wizard::draft::{Attached, Source};
use crate::ui::context::text;
use crate::ui::later::run_while;
use leptos::prelude::*;

/// The documents that are there, what they hold, and the ways to add one.
pub(super) fn documents(desk: Desk) -> AnyView {
    let list = desk.draft.with_untracked(|draft| draft.documents.clone());
    let items: Vec<_> = list.iter().enumerate().map(|(place, one)| item(desk, place, one)).collect();
    let add = Callback::new(move |source: Source| desk.replace(|draft| start::attach(draft, source)));
    view! {
        <ul class="plain-list wizard__documents">{items}</ul>
        {ways("documents", words().add_document, add)}
    }
    .into_any()
}

fn item(desk: Desk, place: usize, one: &Attached) -> AnyView {
    let name = match &one.source {
        Source::Text { name, .. } if name.is_empty() => words().pasted.to_owned(),
        Source::Text { name, .. } | Source::Published { name } => name.clone(),
        Source::Address { url, .. } => url.clone(),
    };
    let facts = one.source.text().map_or_else(|| words().document_unread.to_owned(), facts);
    let remove = move |_| {
        desk.replace(|draft| {
            if place < draft.documents.len() {
                draft.documents.remove(place);
            }
        });
    };
    view! {
        <li>
            <strong class="wrap">{name.clone()}</strong>
            " "
            <span class="muted">{facts}</span>
            " "
            <button
                type="button"
                class="button button--quiet"
                aria-label=[words().remove, " ", &name].concat()
                on:click=remove
            >
                {words().remove}
            </button>
        </li>
    }
    .into_any()
}

/// What a document holds, in one line.
fn facts(content: &str) -> String {
    let (document, problems) = Document::read(content.as_bytes(), "");
    let count = document.operations(&NoDocuments).0.len();
    [words().operations, "\u{a0}: ", &count.to_string(), ", ", words().defects, "\u{a0}: ", &problems.len().to_string()]
        .concat()
}

/// Fields for an address, a file and a text; `take` is given what came. `prefix` keeps identifiers apart.
pub(super) fn ways(prefix: &'static str, title: &'static str, take: Callback<Source>) -> AnyView {
    let id = move |name: &str| [prefix, "-", name].concat();
    let said = RwSignal::new(String::new());
    let address = RwSignal::new(String::new());
    let go = move |_| {
        let url = address.get_untracked().trim().to_owned();
        let Some(parsed) = HttpUrl::parse(&url) else {
            said.set(words().address_refused.to_owned());
            return;
        };
        said.set(words().document_loading.to_owned());
        run_while(said, async move {
            match fetch::web(&parsed, None).await {
                Ok(bytes) => {
                    said.try_set(String::new());
                    take.run(Source::Address { url, copy: Some(String::from_utf8_lossy(&bytes).into_owned()) });
                }
                Err(error) => {
                    let why = [&error.explain(text()), " ", words().document_unreachable].concat();
                    said.try_set(why);
                }
            }
        });
    };
    let take_files = move |list: Option<web_sys::FileList>| {
        run_while(said, async move {
            if let Some(file) = files::read(list).await.into_iter().next() {
                let content = String::from_utf8_lossy(&file.bytes).into_owned();
                take.run(Source::Text { name: file.name, text: content });
            }
        });
    };
    let pasted = RwSignal::new(String::new());
    let paste = move |_| {
        let content = pasted.get_untracked();
        if !content.trim().is_empty() {
            take.run(Source::Text { name: String::new(), text: content });
        }
    };
    view! {
        <fieldset
            class="field wizard__ways"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                take_files(event.data_transfer().and_then(|transfer| transfer.files()));
            }
        >
            <legend>{title}</legend>
            <div class="field">
                <label for=id("url")>{words().document_url}</label>
                <input
                    id=id("url")
                    type="text"
                    inputmode="url"
                    autocomplete="off"
                    spellcheck="false"
                    on:input=move |event| address.set(event_target_value(&event))
                />
                <p>
                    <button type="button" class="button button--quiet" on:click=go>
                        {words().document_fetch}
                    </button>
                    " "
                    <span role="status">{said}</span>
                </p>
            </div>
            <div class="field">
                <label for=id("file")>{words().document_file}</label>
                <input
                    id=id("file")
                    type="file"
                    accept=".json,.yaml,.yml,application/json,application/yaml"
                    on:change=move |event| take_files(files::chosen(&event))
                />
            </div>
            <div class="field">
                <label for=id("text")>{words().document_text}</label>
                <textarea
                    id=id("text")
                    rows="3"
                    spellcheck="false"
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
                <p>
                    <button type="button" class="button button--quiet" on:click=paste>
                        {words().document_take}
                    </button>
                </p>
            </div>
        </fieldset>
    }
    .into_any()
}
