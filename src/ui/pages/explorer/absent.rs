//! The explorer of what is not there: which page was meant, and what to do.

use super::words;
use crate::core::id::Slug;
use crate::core::route::{BrowseQuery, Route};
use crate::core::search::suggest;
use crate::ui::context::{catalogue, href, text};
use crate::ui::kit::Page;
use leptos::prelude::*;

/// Says that `api` is not in the catalogue, or has no document of rank `document`.
#[component]
pub(super) fn Absent(api: Slug, document: usize) -> impl IntoView {
    let catalogue = catalogue();
    let lang = catalogue.site.content_language.tag();
    let known = catalogue.api(&api);
    let said = match known {
        None => (words().unknown_api)(api.as_str()),
        Some(summary) if summary.operations == 0 => (words().no_document)(&summary.title),
        Some(summary) => (words().no_such_document)(&summary.title, document.saturating_add(1)),
    };
    let ways = known.map(|summary| {
        let first = Route::Explorer { api: api.clone(), document: 0, operation: None };
        let first = (summary.operations > 0 && document > 0)
            .then(|| view! { <li><a href=href(&first)>{words().missing_first}</a></li> });
        view! {
            {first}
            <li>
                <a href=href(&Route::Api(api.clone()))>{words().missing_page}</a>
            </li>
        }
    });
    let near = match known {
        None => suggest(&catalogue, &format!("/apis/{api}")),
        Some(_) => Vec::new(),
    };
    let near = (!near.is_empty()).then(|| {
        let links = near.into_iter().map(|one| {
            view! {
                <li>
                    <a href=href(&one.route) lang=lang>
                        {one.title}
                    </a>
                </li>
            }
        });
        view! {
            <h2>{text().not_found_suggestions}</h2>
            <ul class="link-list">{links.collect_view()}</ul>
        }
    });
    view! {
        <div class="not-found">
            <Page title=words().missing_title.to_owned() />
            <p class="lead">{said}</p>
            {near}
            <ul class="link-list">
                {ways}
                <li>
                    <a href=href(&Route::Apis(BrowseQuery::default()))>{words().missing_other}</a>
                </li>
            </ul>
        </div>
    }
}
