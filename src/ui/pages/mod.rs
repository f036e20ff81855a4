//! One module per page. Pages fetch; the components they are made of do not.

mod api;
mod apis;
mod documentation;
mod explorer;
mod guides;
mod home;
mod not_found;
mod producers;
mod text_page;

use super::context::session;
use super::kit::Wait;
use crate::core::catalogue::wire::Catalogue;
use crate::core::route::{BrowseQuery, Route};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of the current address.
#[component]
pub(super) fn Pages(route: Memo<Option<Route>>) -> impl IntoView {
    let session = session();
    // The list of APIs follows its query by itself: rendering it again would lose the focus. One memo says all the
    // rest: an effect that reads a memo and another one derived from it can miss a change of the first.
    let page = Memo::new(move |_| match route.get() {
        Some(Route::Apis(_)) => Ok(Route::Apis(BrowseQuery::default())),
        // So does the explorer, which keeps its list.
        Some(Route::Explorer { api, document, .. }) => Ok(Route::Explorer { api, document, operation: None }),
        Some(other) => Ok(other),
        None => Err(session.location.read_untracked().pathname.clone()),
    });
    let query = Memo::new(move |_| match route.get() {
        Some(Route::Apis(query)) => query,
        _ => BrowseQuery::default(),
    });
    let operation = Memo::new(move |_| match route.get() {
        Some(Route::Explorer { operation, .. }) => operation,
        _ => None,
    });
    move || match page.get() {
        Ok(Route::Text(name)) => view! { <text_page::TextPage name /> }.into_any(),
        Ok(page) => {
            let page = StoredValue::new(page);
            view! { <WithCatalogue>{with_catalogue(page.get_value(), query, operation)}</WithCatalogue> }.into_any()
        }
        Err(path) => view! { <not_found::NotFound path /> }.into_any(),
    }
}

fn with_catalogue(page: Route, query: Memo<BrowseQuery>, operation: Memo<Option<String>>) -> AnyView {
    match page {
        Route::Home => view! { <home::Home /> }.into_any(),
        Route::Apis(_) => view! { <apis::Apis query /> }.into_any(),
        Route::Api(slug) => view! { <api::Api slug /> }.into_any(),
        Route::Explorer { api, document, .. } => view! { <explorer::Explorer api document operation /> }.into_any(),
        Route::Producers => view! { <producers::Producers /> }.into_any(),
        Route::Producer(slug) => view! { <producers::Producer slug /> }.into_any(),
        Route::Guides => view! { <guides::Guides /> }.into_any(),
        Route::Guide(slug) => view! { <guides::Guide slug /> }.into_any(),
        Route::Documentation => view! { <documentation::Documentation /> }.into_any(),
        Route::Text(name) => view! { <text_page::TextPage name /> }.into_any(),
    }
}

/// Renders its children once the catalogue is here, and gives it to them.
#[component]
pub(super) fn WithCatalogue(children: ChildrenFn) -> impl IntoView {
    let session = session();
    let children = StoredValue::new(children);
    view! {
        <Wait file=session.catalogue retry=session.retry let:catalogue>
            {provide_and_render(catalogue, children)}
        </Wait>
    }
}

fn provide_and_render(catalogue: Arc<Catalogue>, children: StoredValue<ChildrenFn>) -> impl IntoView {
    provide_context(catalogue);
    children.with_value(|children| children())
}
