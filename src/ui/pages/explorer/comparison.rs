//! What changes from one document of an API to another.

use super::views::{Views, named};
use super::{above, or_absent, title_of, words};
use crate::core::explorer::{ChangeView, ComparisonView, ContentsView, VersionView};
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::ui::context::{fetch, href, language};
use crate::ui::kit::{MethodBadge, Page, Wait};
use leptos::prelude::*;
use std::sync::Arc;

/// The comparison of two documents of an API.
#[component]
pub(super) fn Comparison(api: Slug, before: usize, document: usize) -> impl IntoView {
    let (contents, again) = fetch::<ContentsView>(format!("explorer/{api}/{document}/contents.json"));
    let (file, retry) = fetch::<ComparisonView>(format!("explorer/{api}/{document}/since-{before}.json"));
    let slug = api.clone();
    let shown = move || {
        let api = slug.clone();
        let page = move |contents: Arc<ContentsView>| {
            let api = api.clone();
            let title = title_of(&api, &contents.title);
            let here = Route::Comparison { api: api.clone(), before, document };
            view! {
                {above(&api, &title, words().comparison)}
                <Page title=(words().comparison_of)(&title) />
                <Views api=api.clone() document documents=contents.documents.clone() here />
                <p class="lead">{words().comparison_text}</p>
                <Choice api=api.clone() documents=contents.documents.clone() before document />
                <Wait file retry is_part=true let:view>
                    {
                        let api = api.clone();
                        changes(&view, &move |id| Route::Explorer { api: api.clone(), document, operation: Some(id) })
                    }
                </Wait>
            }
        };
        view! { <Wait file=contents retry=again children=page /> }.into_any()
    };
    or_absent(file, api, document, shown)
}

/// Which is the old one and which the new one: links, for each pair has its address.
#[component]
fn Choice(api: Slug, documents: Vec<VersionView>, before: usize, document: usize) -> impl IntoView {
    let to = |before: usize, document: usize| href(&Route::Comparison { api: api.clone(), before, document });
    let list = |label: &'static str, chosen: usize, other: usize, route: &dyn Fn(usize) -> String| {
        let links = documents.iter().filter(|one| one.rank != other).map(|one| {
            view! {
                <li>
                    <a href=route(one.rank) aria-current=(one.rank == chosen).then_some("true")>
                        {named(one)}
                    </a>
                </li>
            }
        });
        view! {
            <nav class="views views--documents" aria-label=label>
                <p class="muted">{label}</p>
                <ul>{links.collect_view()}</ul>
            </nav>
        }
    };
    view! {
        <div class="comparison__choice">
            {list(words().before, before, document, &|rank| to(rank, document))}
            {list(words().after, document, before, &|rank| to(before, rank))}
            <p>
                <a href=to(document, before)>{words().reverse}</a>
            </p>
        </div>
    }
}

/// The changes, those that break clients first; `route` leads to an operation of the new document.
pub(super) fn changes(view: &ComparisonView, route: &dyn Fn(String) -> Route) -> AnyView {
    let headings = [words().breaking, words().compatible, words().notes];
    let total: usize = view.counts.iter().sum();
    let groups = headings.into_iter().enumerate().zip(view.counts).filter(|(_, count)| *count > 0);
    let groups = groups.map(|((impact, heading), count)| {
        let changes = view.changes.iter().filter(|change| change.impact == impact);
        let changes = changes.map(|one| change(one, route)).collect_view();
        view! {
            <section class=format!("changes changes--{impact}")>
                <h2>{format!("{heading} ({count})")}</h2>
                <ul class="rows">{changes}</ul>
            </section>
        }
    });
    view! {
        <div class="comparison">
            {(total == 0).then(|| view! { <p>{words().no_change}</p> })}
            {groups.collect_view()}
            {(total > view.changes.len()).then(|| view! { <p class="muted">{words().changes_cut}</p> })}
        </div>
    }
    .into_any()
}

fn change(change: &ChangeView, route: &dyn Fn(String) -> Route) -> AnyView {
    let subject = match &change.operation {
        None => view! { <span class="muted">{words().whole_api}</span> }.into_any(),
        Some((method, path)) => {
            let path = match &change.id {
                Some(id) => view! {
                    <a href=href(&route(id.clone())) class="wrap">
                        {path.clone()}
                    </a>
                }
                .into_any(),
                None => view! { <code class="wrap">{path.clone()}</code> }.into_any(),
            };
            view! {
                <MethodBadge method=method.clone() />
                " "
                {path}
            }
            .into_any()
        }
    };
    view! {
        <li class="row">
            <p class="row__head">{subject}</p>
            <p>{change.what.get(language()).to_owned()}</p>
        </li>
    }
    .into_any()
}
