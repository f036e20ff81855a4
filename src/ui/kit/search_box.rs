//! A search field that leads to the list of APIs.

use super::{Icon, IconName};
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{href, session, text};
use leptos::html::Input;
use leptos::prelude::*;

/// A search field that leads to the list of APIs.
#[component]
pub(in crate::ui) fn SearchBox(
    /// Identifier of the field, unique in the page.
    id: &'static str,
    /// Its name among the landmarks of the page.
    name: &'static str,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let session = session();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = input.get().map(|input| input.value()).unwrap_or_default();
        let query = BrowseQuery { text: words.trim().to_owned(), ..BrowseQuery::default() };
        session.go(&href(&Route::Apis(query)));
    };
    view! {
        <form role="search" class="search-box" aria-label=name on:submit=submit>
            <label class="visually-hidden" for=id>
                {text().search_label}
            </label>
            <input node_ref=input id=id type="search" placeholder=text().search_placeholder autocomplete="off" />
            <button type="submit" class="button">
                <Icon name=IconName::Search />
                <span class="search-box__action">{text().search_action}</span>
            </button>
        </form>
    }
}
