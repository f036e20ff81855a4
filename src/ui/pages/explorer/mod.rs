//! The explorer of an API: its operations beside the one that is read, the fields of all of them, and what changes
//! from one of its documents to another.
//!
//! `part` is the one way in.

mod absent;
mod ahead;
mod any;
mod call;
mod code;
mod comparison;
mod fields;
mod media;
mod opening;
mod operation;
mod outline;
mod part;
mod reading;
mod response;
mod rest;
mod row;
mod shortcuts;
mod views;

use self::absent::Absent;
use self::ahead::Ahead;
use self::call::{Keychain, Source};
use self::operation::Operation;
pub(super) use self::part::Explorer;
use self::reading::{Chosen, outline_and_reading};
use self::views::Views;
use crate::core::explorer::{ContentsView, OperationView};
use crate::core::i18n::{Reading, reading};
use crate::core::id::Slug;
use crate::core::remote::FetchError;
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{Fetched, catalogue, fetch, fetcher, language, text};
use crate::ui::kit::{Breadcrumb, Page, Wait};
use leptos::prelude::*;
use std::sync::Arc;

/// The sentences of these pages. See [`language`].
fn words() -> &'static Reading {
    reading(language())
}

/// The explorer of one document. The operation follows the address by itself: the list stays as it is.
#[component]
fn Operations(api: Slug, document: usize, operation: Memo<Option<String>>) -> impl IntoView {
    let (file, retry) = fetch::<ContentsView>(format!("explorer/{api}/{document}/contents.json"));
    let name = api.clone();
    let shown = move || {
        let api = name.clone();
        view! {
            <Wait file retry let:contents>
                <Content contents api=api.clone() document operation />
            </Wait>
        }
        .into_any()
    };
    or_absent(file, api, document, shown)
}

/// `shown`, unless the file is one that the site does not have: then what was meant, and what to do.
fn or_absent<T: Send + Sync + 'static>(
    file: Signal<Fetched<T>>,
    api: Slug,
    document: usize,
    shown: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let is_absent = Memo::new(move |_| file.with(|file| matches!(file, Some(Err(FetchError::Missing)))));
    let view = move || {
        if is_absent.get() {
            return view! { <Absent api=api.clone() document /> }.into_any();
        }
        shown()
    };
    view.into_any()
}

#[component]
fn Content(contents: Arc<ContentsView>, api: Slug, document: usize, operation: Memo<Option<String>>) -> impl IntoView {
    // One engine for all operations of the document, started when one is called.
    provide_context(StoredValue::new_local(Source::of_catalogue(&api, document)));
    let title = title_of(&api, &contents.title);
    let folder = format!("explorer/{api}/{document}");
    let here = Route::Explorer { api: api.clone(), document, operation: None };
    provide_context(Keychain::of(Some(here.href())));
    let get = fetcher::<OperationView>();
    let ahead = Ahead::new(move |_, rank| {
        let file = get(format!("{folder}/{rank}.json"));
        async move { file.await.map(Arc::new) }
    });
    let show = move |chosen: Memo<Option<Chosen>>| {
        let one = move || chosen.get().map(|chosen| view! { <Operation chosen ahead /> });
        one.into_any()
    };
    view! {
        {above(&api, &title, text().explorer_operations)}
        <Page title=(text().explorer_of)(&title) />
        <Views api document documents=contents.documents.clone() here=here.clone() />
        {outline_and_reading(contents, here, operation, None, ahead.signs(), show)}
    }
}

/// The name of an API, which the catalogue gives.
fn title_of(api: &Slug, other: &str) -> String {
    catalogue().api(api).map_or_else(|| other.to_owned(), |summary| summary.title.clone())
}

/// The pages above one of these.
fn above(api: &Slug, title: &str, here: &'static str) -> impl IntoView + use<> {
    view! {
        <Breadcrumb
            above=vec![
                (Route::Apis(BrowseQuery::default()), text().nav_apis.to_owned()),
                (Route::Api(api.clone()), title.to_owned()),
            ]
            here=here.to_owned()
        />
    }
}
