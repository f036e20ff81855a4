//! Links to the other pages of a long list.

use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{href, text};
use leptos::prelude::*;

/// Previous and next page; nothing when there is only one.
#[component]
pub(in crate::ui) fn Pagination(
    /// What the list shows now.
    query: BrowseQuery,
    /// Number of pages.
    pages: usize,
) -> impl IntoView {
    if pages < 2 {
        return None;
    }
    let page = query.page.min(pages - 1);
    let to = |page: usize| href(&Route::Apis(BrowseQuery { page, ..query.clone() }));
    let previous = page.checked_sub(1).map(|previous| {
        view! {
            <a rel="prev" href=to(previous)>
                {text().page_previous}
            </a>
        }
    });
    let next = (page + 1 < pages).then(|| {
        view! {
            <a rel="next" href=to(page + 1)>
                {text().page_next}
            </a>
        }
    });
    Some(view! {
        <nav class="pagination" aria-label=text().pagination>
            {previous}
            <span>{(text().page_of)(page + 1, pages)}</span>
            {next}
        </nav>
    })
}
