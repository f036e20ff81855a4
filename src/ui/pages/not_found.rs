//! No such page: what it may have been, and ways on.

use crate::browser::address;
use crate::core::route::{BrowseQuery, Route};
use crate::core::search::suggest;
use crate::ui::context::{href, session, text};
use crate::ui::kit::{Page, SearchBox};
use leptos::prelude::*;

/// Says that the address leads nowhere and suggests the pages whose name is nearest.
#[component]
pub(super) fn NotFound(
    /// The address, as the browser has it.
    path: String,
) -> impl IntoView {
    let session = session();
    let suggestions = move || {
        let catalogue = session.catalogue.get()?.ok()?;
        let found = suggest(&catalogue, address::inside(&path));
        if found.is_empty() {
            return None;
        }
        let links = found.into_iter().map(|suggestion| {
            view! {
                <li>
                    <a href=href(&suggestion.route) lang=catalogue.site.content_language.tag()>
                        {suggestion.title}
                    </a>
                </li>
            }
        });
        Some(view! {
            <h2>{text().not_found_suggestions}</h2>
            <ul class="link-list">{links.collect_view()}</ul>
        })
    };
    view! {
        <div class="not-found">
            <Page title=text().not_found_title.to_owned() />
            <p class="lead">{text().not_found_text}</p>
            {suggestions}
            <SearchBox id="not-found-search" name=text().search_label />
            <p>
                <a href=href(&Route::Apis(BrowseQuery::default()))>{text().home_all_apis}</a>
            </p>
        </div>
    }
}
