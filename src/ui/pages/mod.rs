//! One module per page. Pages fetch; the components they are made of do not.

mod access;
mod api;
mod apis;
mod authorization;
mod documentation;
mod explorer;
mod guides;
mod home;
mod not_found;
mod producers;
mod quality;
mod text_page;
mod wizard;

use super::context::session;
use super::kit::Wait;
use crate::core::catalogue::Audience;
use crate::core::catalogue::wire::Catalogue;
use crate::core::route::{BrowseQuery, Route};
use crate::core::wizard::questions::Step;
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
        // So does the answer of the access page, which keeps its questions.
        Some(Route::Access { api, .. }) => Ok(Route::Access { api, audience: None }),
        // So does the explorer, which keeps its list.
        Some(Route::Explorer { api, document, .. }) => Ok(Route::Explorer { api, document, operation: None }),
        Some(Route::Document { .. }) => Ok(Route::Document { url: None, operation: None }),
        // The wizard keeps its draft from one step to another.
        Some(Route::Reference { draft, .. }) => Ok(Route::Reference { draft, step: None }),
        Some(other) => Ok(other),
        None => Err(session.location.read_untracked().pathname.clone()),
    });
    let query = Memo::new(move |_| match route.get() {
        Some(Route::Apis(query)) => query,
        _ => BrowseQuery::default(),
    });
    let operation = Memo::new(move |_| match route.get() {
        Some(Route::Explorer { operation, .. } | Route::Document { operation, .. }) => operation,
        _ => None,
    });
    let step = Memo::new(move |_| match route.get() {
        Some(Route::Reference { step, .. }) => step,
        _ => None,
    });
    let url = Memo::new(move |_| match route.get() {
        Some(Route::Document { url, .. }) => url,
        _ => None,
    });
    let audience = Memo::new(move |_| match route.get() {
        Some(Route::Access { audience, .. }) => audience,
        _ => None,
    });
    move || match page.get() {
        Ok(Route::Text(name)) => view! { <text_page::TextPage name /> }.into_any(),
        Ok(Route::Authorization) => view! { <authorization::Authorization /> }.into_any(),
        Ok(page) => {
            let page = StoredValue::new(page);
            view! {
                <WithCatalogue>
                    {with_catalogue(page.get_value(), query, step, audience, (url, operation))}
                </WithCatalogue>
            }
            .into_any()
        }
        Err(path) => view! { <not_found::NotFound path /> }.into_any(),
    }
}

fn with_catalogue(
    page: Route,
    query: Memo<BrowseQuery>,
    step: Memo<Option<Step>>,
    audience: Memo<Option<Audience>>,
    (url, operation): (Memo<Option<String>>, Memo<Option<String>>),
) -> AnyView {
    match page {
        Route::Home => view! { <home::Home /> }.into_any(),
        Route::Apis(_) => view! { <apis::Apis query /> }.into_any(),
        Route::Api(slug) => view! { <api::Api slug /> }.into_any(),
        Route::Access { api, .. } => view! { <access::Access api audience /> }.into_any(),
        page @ (Route::Explorer { .. } | Route::Document { .. } | Route::Fields { .. } | Route::Comparison { .. }) => {
            view! { <explorer::Explorer page url operation /> }.into_any()
        }
        Route::Reference { draft, .. } => view! { <wizard::Wizard page=wizard::Seen::Draft(draft, step) /> }.into_any(),
        Route::Reviews => view! { <wizard::Wizard page=wizard::Seen::Reviews /> }.into_any(),
        Route::Producers => view! { <producers::Producers /> }.into_any(),
        Route::Producer(slug) => view! { <producers::Producer slug /> }.into_any(),
        Route::Guides => view! { <guides::Guides /> }.into_any(),
        Route::Guide(slug) => view! { <guides::Guide slug /> }.into_any(),
        Route::Documentation => view! { <documentation::Documentation /> }.into_any(),
        Route::Text(name) => view! { <text_page::TextPage name /> }.into_any(),
        Route::Authorization => view! { <authorization::Authorization /> }.into_any(),
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
