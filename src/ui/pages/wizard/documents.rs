//! The OpenAPI documents of a draft, and the three ways to give one: an address, a file, a text.

use super::answers::document_name;
use super::desk::Desk;
use super::steps::identifier;
use super::words;
use crate::browser::{document, fetch, files};
use crate::core::address::HttpUrl;
use crate::core::openapi::{Document, NoDocuments};
use crate::core::wizard::draft::{Attached, Source};
use crate::core::wizard::prefill::{attach, detach, replace};
use crate::core::wizard::questions::Question;
use crate::ui::context::text;
use crate::ui::later::run_while;
use leptos::prelude::*;

/// What the chooser of files offers.
const ACCEPTED: &str = ".json,.yaml,.yml,application/json,application/yaml";

/// The documents that are there, what they hold, and the ways to add one.
pub(super) fn documents(desk: Desk) -> AnyView {
    let list = desk.draft.with_untracked(|draft| draft.documents.clone());
    let items: Vec<_> = list.iter().enumerate().map(|(place, one)| item(desk, place, one)).collect();
    let add = Callback::new(move |sources: Vec<Source>| {
        desk.try_replace(|draft| sources.into_iter().try_for_each(|source| attach(draft, source)))?;
        go_on();
        Ok(())
    });
    view! {
        <ul class="plain-list wizard__documents">{items}</ul>
        {ways("documents", words().add_document, add)}
    }
    .into_any()
}

/// What was pressed is shown anew: whoever pressed it goes on from the question.
fn go_on() {
    request_animation_frame(|| document::focus(&["#", &identifier(Question::Documents)].concat()));
}

fn item(desk: Desk, place: usize, one: &Attached) -> AnyView {
    let name = document_name(&one.source);
    let facts = match (&one.source, one.source.text()) {
        (_, Some(text)) => facts(text),
        (Source::Address { .. }, None) => words().document_unasked.to_owned(),
        (_, None) => words().document_unread.to_owned(),
    };
    let said = RwSignal::new(String::new());
    let put = move |source: Source| match desk.try_replace(|draft| replace(draft, place, source)) {
        Ok(()) => go_on(),
        Err(why) => {
            said.try_set(why);
        }
    };
    let change_file = move |event| {
        run_while(said, async move {
            if let Some(file) = files::read(files::chosen(&event)).await.into_iter().next() {
                put(Source::Text { name: file.name, text: String::from_utf8_lossy(&file.bytes).into_owned() });
            }
        });
    };
    let of_address = match &one.source {
        Source::Address { url, beside, .. } => Some(address_of(desk, place, url, *beside, said, put)),
        Source::Text { .. } | Source::Published { .. } => None,
    };
    let file = format!("documents-{place}-file");
    view! {
        <li>
            <p>
                <strong class="wrap">{name.clone()}</strong>
                " "
                <span class="muted">{facts}</span>
            </p>
            {of_address}
            <details>
                <summary>
                    {words().document_replace} <span class="visually-hidden">" " {name.clone()}</span>
                </summary>
                <div class="field">
                    <label for=file.clone()>{words().document_replace_file}</label>
                    <input id=file type="file" accept=ACCEPTED on:change=change_file />
                </div>
            </details>
            <p>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=[words().remove, " ", &name].concat()
                    on:click=move |_| {
                        desk.replace(|draft| detach(draft, place));
                        go_on();
                    }
                >
                    {words().remove}
                </button>
            </p>
            <p role="status">{said}</p>
        </li>
    }
    .into_any()
}

/// What can be done with a document that has an address: read it again, publish a copy of it or the address alone.
fn address_of(
    desk: Desk,
    place: usize,
    url: &str,
    beside: bool,
    said: RwSignal<String>,
    put: impl Fn(Source) + Copy + 'static,
) -> AnyView {
    let again = {
        let url = url.to_owned();
        move |_| ask(url.clone(), said, put)
    };
    let choose = move |event| {
        let is_beside = event_target_checked(&event);
        desk.change(|draft| {
            if let Some(Attached { source: Source::Address { beside, .. }, .. }) = draft.documents.get_mut(place) {
                *beside = is_beside;
            }
        });
    };
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=beside on:change=choose />
            {words().document_beside}
        </label>
        <p>
            <button
                type="button"
                class="button button--quiet"
                aria-label=[words().document_again, " ", url].concat()
                on:click=again
            >
                {words().document_again}
            </button>
        </p>
    }
    .into_any()
}

/// Asks an address for its document, and gives it to `take`.
fn ask(url: String, said: RwSignal<String>, take: impl Fn(Source) + 'static) {
    let Some(parsed) = HttpUrl::parse(url.trim()) else {
        said.set(words().address_refused.to_owned());
        return;
    };
    said.set(words().document_loading.to_owned());
    run_while(said, async move {
        match fetch::web(&parsed, None).await {
            Ok(bytes) => {
                said.try_set(String::new());
                let copy = Some(String::from_utf8_lossy(&bytes).into_owned());
                take(Source::Address { url, copy, beside: true });
            }
            Err(error) => {
                said.try_set([&error.explain(text()), " ", words().document_unreachable].concat());
            }
        }
    });
}

/// What a document holds, in one line.
fn facts(content: &str) -> String {
    let (document, problems) = Document::read(content.as_bytes(), "");
    let count = document.operations(&NoDocuments).0.len();
    [words().operations, "\u{a0}: ", &count.to_string(), ", ", words().defects, "\u{a0}: ", &problems.len().to_string()]
        .concat()
}

/// Fields for an address, a file and a text; `take` is given what came, and says why it is refused. `prefix` keeps
/// identifiers apart.
pub(super) fn ways(
    prefix: &'static str,
    title: &'static str,
    take: Callback<Vec<Source>, Result<(), String>>,
) -> AnyView {
    let id = move |name: &str| [prefix, "-", name].concat();
    let said = RwSignal::new(String::new());
    let address = RwSignal::new(String::new());
    let take = move |sources: Vec<Source>| {
        if let Err(why) = take.run(sources) {
            said.try_set(why);
        }
    };
    let go = move |_| ask(address.get_untracked().trim().to_owned(), said, move |source| take(vec![source]));
    let take_files = move |list: Option<web_sys::FileList>| {
        run_while(said, async move {
            let files = files::read(list).await.into_iter();
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let sources: Vec<_> = files.map(|file| Source::Text { text: text(&file.bytes), name: file.name }).collect();
            if !sources.is_empty() {
                take(sources);
            }
        });
    };
    let pasted = RwSignal::new(String::new());
    let paste = move |_| {
        let content = pasted.get_untracked();
        if !content.trim().is_empty() {
            take(vec![Source::Text { name: String::new(), text: content }]);
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
                    multiple
                    accept=ACCEPTED
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
