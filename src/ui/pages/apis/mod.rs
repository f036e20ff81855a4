//! The list of APIs: words, facets, order, pages; everything it shows is in its address.

mod facets;
mod filters;

use self::facets::Facets;
use self::filters::ActiveFilters;
use crate::core::catalogue::browse::{PAGE_SIZE, Results, browse};
use crate::core::route::{BrowseQuery, Route, Sort};
use crate::core::search::SearchIndex;
use crate::ui::context::{catalogue, href, session, text};
use crate::ui::kit::{ApiCard, Breadcrumb, Page, Pagination};
use leptos::prelude::*;

/// What the list asks, what it found, and how to ask something else.
#[derive(Clone, Copy)]
struct Browsing {
    query: Memo<BrowseQuery>,
    results: Memo<Results>,
    /// Asks something else: a new entry of the history.
    ask: Callback<BrowseQuery>,
    /// Asks while typing: the same entry of the history.
    retype: Callback<BrowseQuery>,
}

/// The list of APIs.
#[component]
pub(super) fn Apis(query: Memo<BrowseQuery>) -> impl IntoView {
    let catalogue = catalogue();
    let total = catalogue.apis.len();
    let searched = catalogue.clone();
    let index = SearchIndex::new(&catalogue);
    let results = Memo::new(move |_| browse(&searched, &index, &query.read()));
    let session = session();
    let go = move |replace: bool| {
        Callback::new(move |query: BrowseQuery| session.refine(&href(&Route::Apis(query)), replace))
    };
    let browsing = Browsing { query, results, ask: go(false), retype: go(true) };
    view! {
        <Breadcrumb here=text().nav_apis.to_owned() />
        <Page title=text().apis_title.to_owned() />
        <p class="lead">{text().apis_intro}</p>
        <div class="browse">
            <Facets browsing />
            <div class="browse__results">
                <div class="browse__bar">
                    <Words browsing />
                    <Order browsing />
                </div>
                <p class="browse__count" role="status">
                    {move || (text().results_count)(results.read().total, total)}
                </p>
                <ActiveFilters browsing />
                <List browsing />
            </div>
        </div>
    }
}

/// The words to find: the list follows while typing.
#[component]
fn Words(browsing: Browsing) -> impl IntoView {
    let typed = move |words: String| {
        let query = BrowseQuery { text: words, page: 0, ..browsing.query.get_untracked() };
        browsing.retype.run(query);
    };
    view! {
        <form role="search" class="field browse__words" aria-label=text().search_label on:submit=|event| event.prevent_default()>
            <label for="words">{text().search_label}</label>
            <input
                id="words"
                type="search"
                autocomplete="off"
                prop:value=move || browsing.query.read().text.clone()
                on:input:target=move |event| typed(event.target().value())
            />
        </form>
    }
}

#[component]
fn Order(browsing: Browsing) -> impl IntoView {
    let label = |sort: Sort| match sort {
        Sort::Relevance => text().sort_relevance,
        Sort::Title => text().sort_title,
        Sort::Updated => text().sort_updated,
    };
    let choose = move |index: String| {
        let sort = index.parse::<usize>().ok().and_then(|index| Sort::ALL.get(index)).copied().unwrap_or_default();
        browsing.ask.run(BrowseQuery { sort, page: 0, ..browsing.query.get_untracked() });
    };
    let options = Sort::ALL.into_iter().enumerate().map(|(index, sort)| {
        view! {
            <option value=index.to_string() selected=move || browsing.query.read().sort == sort>
                {label(sort)}
            </option>
        }
    });
    view! {
        <label class="field">
            <span>{text().sort_label}</span>
            <select on:change:target=move |event| choose(event.target().value())>{options.collect_view()}</select>
        </label>
    }
}

/// One page of what was found.
#[component]
fn List(browsing: Browsing) -> impl IntoView {
    let catalogue = catalogue();
    move || {
        let results = browsing.results.read();
        if results.total == 0 {
            return view! { <Nothing /> }.into_any();
        }
        let query = browsing.query.get();
        let pages = results.total.div_ceil(PAGE_SIZE);
        let first = query.page.min(pages - 1) * PAGE_SIZE;
        let cards = results
            .matches
            .iter()
            .skip(first)
            .take(PAGE_SIZE)
            .filter_map(|index| catalogue.apis.get(*index))
            .map(|api| {
                let producer = catalogue.producer_name(&api.producer).to_owned();
                view! {
                    <li>
                        <ApiCard api=api.clone() producer words=query.text.clone() />
                    </li>
                }
            })
            .collect_view();
        view! {
            <ul class="cards cards--list">{cards}</ul>
            <Pagination query pages />
        }
        .into_any()
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{text().no_result_title}</h2>
            <p>{text().no_result_text}</p>
            <p>
                <a class="button" href=href(&Route::Apis(BrowseQuery::default()))>
                    {text().filters_clear}
                </a>
            </p>
        </div>
    }
}
