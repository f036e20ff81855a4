//! The explorer of an API: its operations beside the one that is read.

mod code;
mod operation;
mod outline;
mod row;

use self::operation::Operation;
use self::outline::Outline;
use crate::core::explorer::ContentsView;
use crate::core::id::Slug;
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{catalogue, fetch, text};
use crate::ui::kit::{Breadcrumb, Page, Wait};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;
use std::sync::Arc;

/// The explorer of one document. The operation follows the address by itself: the list stays as it is.
#[component]
pub(super) fn Explorer(api: Slug, document: usize, operation: Memo<Option<String>>) -> impl IntoView {
    let (file, retry) = fetch::<ContentsView>(format!("explorer/{api}/{document}/contents.json"));
    view! {
        <Wait file retry let:contents>
            <Content contents api=api.clone() document operation />
        </Wait>
    }
}

#[component]
fn Content(contents: Arc<ContentsView>, api: Slug, document: usize, operation: Memo<Option<String>>) -> impl IntoView {
    let catalogue = catalogue();
    let title = catalogue.api(&api).map_or_else(|| contents.title.clone(), |summary| summary.title.clone());
    let folder = format!("explorer/{api}/{document}");
    let shown = contents.clone();
    let is_shown = StoredValue::new(false);
    let reading = move || {
        // Who chooses in the list is taken to the operation; who comes by its address is at the top of the page.
        let is_choice = is_shown.get_value();
        is_shown.set_value(true);
        let Some(id) = operation.get() else { return introduction(&shown).into_any() };
        match shown.entry(&id) {
            Some(entry) => {
                let file = format!("{folder}/{}.json", entry.rank);
                view! { <Operation file is_choice /> }.into_any()
            }
            None => view! { <p role="alert">{(text().unknown_operation)(&id)}</p> }.into_any(),
        }
    };
    view! {
        <Breadcrumb
            above=vec![
                (Route::Apis(BrowseQuery::default()), text().nav_apis.to_owned()),
                (Route::Api(api.clone()), title.clone()),
            ]
            here=text().explorer_operations.to_owned()
        />
        <Page title=(text().explorer_of)(&title) />
        <div class="explorer">
            <Outline contents api document operation />
            <div class="explorer__reading">{reading}</div>
        </div>
    }
}

/// What the document says of itself, until an operation is chosen.
fn introduction(contents: &ContentsView) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    view! {
        <p class="lead">{text().explorer_choose}</p>
        <Markdown document=contents.description.clone() lang />
    }
}
