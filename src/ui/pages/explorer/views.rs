//! The ways to look at a document, and the other documents of the same API.

use super::words;
use crate::core::explorer::VersionView;
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::ui::context::{catalogue, href, text};
use leptos::prelude::*;

/// Links to the views of the document, and to the other documents of its API. The one that is `here` is marked.
#[component]
pub(super) fn Views(api: Slug, document: usize, documents: Vec<VersionView>, here: Route) -> impl IntoView {
    let lang = catalogue().site.content_language.tag();
    let operations = |document: usize| Route::Explorer { api: api.clone(), document, operation: None };
    let mut views = vec![
        (operations(document), text().explorer_operations),
        (Route::Fields { api: api.clone(), document }, words().dictionary),
    ];
    let other = documents.iter().find(|one| one.rank != document);
    views.extend(other.map(|other| {
        // The one that comes first is the old one until the reader says otherwise.
        let (before, after) = (other.rank.min(document), other.rank.max(document));
        (Route::Comparison { api: api.clone(), before, document: after }, words().comparison)
    }));
    let is_comparison = matches!(here, Route::Comparison { .. });
    let views = views.into_iter().map(|(route, label)| {
        let is_here = route == here || (is_comparison && matches!(route, Route::Comparison { .. }));
        view! {
            <li>
                <a href=href(&route) aria-current=is_here.then_some("page")>
                    {label}
                </a>
            </li>
        }
    });
    let switch = (documents.len() > 1 && !is_comparison).then(|| {
        let links = documents.iter().map(|one| {
            let route = match &here {
                Route::Fields { .. } => Route::Fields { api: api.clone(), document: one.rank },
                _ => operations(one.rank),
            };
            let current = (one.rank == document).then_some("true");
            view! {
                <li>
                    <a href=href(&route) aria-current=current lang=lang>
                        {named(one)}
                    </a>
                </li>
            }
        });
        view! {
            <nav class="views views--documents" aria-label=words().documents>
                <ul>{links.collect_view()}</ul>
            </nav>
        }
    });
    view! {
        <nav class="views" aria-label=words().views>
            <ul>{views.collect_view()}</ul>
        </nav>
        {switch}
    }
}

/// What a document is called.
pub(super) fn named(version: &VersionView) -> String {
    match version.version.as_str() {
        "" => version.title.clone(),
        number => format!("{} ({number})", version.title),
    }
}
