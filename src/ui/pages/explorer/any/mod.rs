//! Any OpenAPI document: from an address, a file or a text, read in the browser.

mod problems;
mod since;
mod ways;

use self::problems::problems;
use self::since::since;
use self::ways::Ways;
use super::ahead::Ahead;
use super::call::{Keychain, Opened, Source, words};
use super::operation::OperationContent;
use super::part::part;
use super::reading::{Chosen, Names, outline_and_reading};
use super::rest::Rest;
use crate::core::address::HttpUrl;
use crate::core::explorer::{ContentsView, Extent, OperationView};
use crate::core::route::Route;
use crate::ui::context::{attempts, session};
use crate::ui::kit::{Page, Wait};
use crate::ui::later::Later;
use leptos::prelude::*;
use std::sync::Arc;

/// A document that the reader gave: its name and its text.
type Given = Option<(String, Vec<u8>)>;

/// Renders the page.
type Render = fn(Memo<Option<String>>, Memo<Option<String>>) -> AnyView;

part! { document, Render, render }

/// The page of any document, once its code is here.
#[component]
pub(super) fn Document(url: Memo<Option<String>>, operation: Memo<Option<String>>) -> impl IntoView {
    let (render, retry) = attempts(load);
    view! { <Wait file=render retry let:render>{render(url, operation)}</Wait> }
}

fn render(url: Memo<Option<String>>, operation: Memo<Option<String>>) -> AnyView {
    view! { <AnyDocument url operation /> }.into_any()
}

/// The document at `url`, or one that the reader gives.
#[component]
fn AnyDocument(url: Memo<Option<String>>, operation: Memo<Option<String>>) -> impl IntoView {
    let given = RwSignal::new_local(None::<(String, Vec<u8>)>);
    // The address says which document it is; one that is given has none.
    let source = Memo::new_with_compare(
        move |_| {
            let source = match (url.get(), given.get()) {
                (Some(url), _) => HttpUrl::parse(&url).map(Source::of_web),
                (None, Some((name, bytes))) => Some(Source::of_text(name, bytes)),
                (None, None) => None,
            };
            StoredValue::new_local(source)
        },
        |_, _| true,
    );
    let shown = move || {
        let is_refused = url.get().is_some_and(|url| HttpUrl::parse(&url).is_none());
        match source.get().get_value() {
            Some(source) => view! { <Read source url given operation /> }.into_any(),
            None => view! {
                {is_refused.then(|| view! { <p role="alert" class="call__error">{words().document_url_refused}</p> })}
                <Ways url given />
            }
            .into_any(),
        }
    };
    view! {
        <Page title=words().document_title.to_owned() />
        {shown}
    }
}

/// A document once it is read, and why not when it is not.
#[component]
fn Read(
    source: Source,
    url: Memo<Option<String>>,
    given: RwSignal<Given, LocalStorage>,
    operation: Memo<Option<String>>,
) -> impl IntoView {
    let asked = source.clone();
    provide_context(StoredValue::new_local(source));
    let address = url.get_untracked();
    // What is given for a document without address cannot be kept for it.
    let page = address.map(|url| Route::Document { url: Some(url), operation: None }.href());
    provide_context(Keychain::of(page));
    let opened = Later::new(move || {
        let source = asked.clone();
        async move { source.open().await.map(|(opened, contents)| (opened, Arc::new(contents))) }
    });
    move || match opened.get() {
        None => view! { <p role="status">{words().document_reading}</p> }.into_any(),
        Some(Ok((opened, contents))) => {
            let here = Route::Document { url: url.get_untracked(), operation: None };
            view! { <Content opened contents here url given operation /> }.into_any()
        }
        Some(Err(why)) => view! {
            <div class="failure" role="alert">
                <h2>{words().document_failed}</h2>
                <p class="failure__reason">{why}</p>
            </div>
            <Ways url given />
        }
        .into_any(),
    }
}

#[component]
fn Content(
    opened: Opened,
    contents: Arc<ContentsView>,
    here: Route,
    url: Memo<Option<String>>,
    given: RwSignal<Given, LocalStorage>,
    operation: Memo<Option<String>>,
) -> impl IntoView {
    let title = match contents.version.as_str() {
        "" => contents.title.clone(),
        version => format!("{} ({version})", contents.title),
    };
    let not_kept = url.get_untracked().is_none().then(|| view! { <p class="muted">{words().document_not_kept}</p> });
    let source = use_context::<StoredValue<Source, LocalStorage>>();
    let ahead = Ahead::new(move |id: &str, _| ask(source, id.to_owned(), Extent::Glance));
    let show = move |chosen| view! { <Reading chosen ahead /> }.into_any();
    let names = source.map(|source| {
        Names::new(move |first| {
            let source = source.try_get_value();
            async move {
                match source {
                    Some(source) => source.names(first).await,
                    None => Vec::new(),
                }
            }
        })
    });
    view! {
        <p class="lead">{title}</p>
        {not_kept}
        {problems(&opened)}
        <details>
            <summary>{words().document_other}</summary>
            <Ways url given />
        </details>
        {source.map(|source| since(source, url))}
        {outline_and_reading(contents, here, operation, names, ahead.signs(), show)}
    }
}

/// What the engine says of an operation.
async fn ask(
    source: Option<StoredValue<Source, LocalStorage>>,
    id: String,
    extent: Extent,
) -> Result<Arc<OperationView>, String> {
    match source.and_then(|source| source.try_get_value()) {
        Some(source) => source.operation(&id, extent).await.map(Arc::new),
        None => Err(words().engine_stopped.to_owned()),
    }
}

/// Operations that follow one another, from the engine. The one before stays in sight until the next one is here:
/// that takes less time than drawing a page that says to wait.
#[component]
fn Reading(chosen: Memo<Option<Chosen>>, ahead: Ahead<String>) -> impl IntoView {
    let source = use_context::<StoredValue<Source, LocalStorage>>();
    let operation = Later::new(move || {
        let chosen = chosen.get();
        async move {
            let chosen = chosen?;
            let found = ahead.take(&chosen.id, chosen.rank).await;
            Some((chosen, found))
        }
    });
    let operation = move || operation.get().flatten();
    let is_late = Memo::new(move |_| {
        let here = operation().map(|(here, _)| here.id);
        chosen.with(|chosen| chosen.as_ref().map(|chosen| &chosen.id) != here.as_ref())
    });
    // A place that the address names is not looked for in the operation before.
    let is_blank = Memo::new(move |_| is_late.get() && session().location.with(|location| location.anchor().is_some()));
    let shown = move || match operation().filter(|_| !is_blank.get()) {
        None => view! { <p role="status">{words().document_reading}</p> }.into_any(),
        Some((Chosen { id, route, is_choice, is_webhook, .. }, Ok(operation))) => {
            // An address may name a place of what comes later.
            let is_wanted = session().location.with_untracked(|location| location.anchor().is_some());
            let rest = Rest::new(is_wanted, move || ask(source, id.clone(), Extent::Whole));
            view! { <OperationContent operation rest route is_choice is_webhook /> }.into_any()
        }
        Some((_, Err(why))) => view! { <p role="alert">{why}</p> }.into_any(),
    };
    view! {
        <div aria-busy=move || is_late.get().to_string()>{shown}</div>
    }
}
