//! The list of operations, with a filter.

use crate::core::explorer::{ContentsView, EntryView, GroupView, filter};
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::ui::context::{catalogue, href, text};
use crate::ui::kit::MethodBadge;
use leptos::prelude::*;
use std::sync::Arc;

/// The operations by group. The one that is read is marked.
#[component]
pub(super) fn Outline(
    contents: Arc<ContentsView>,
    api: Slug,
    document: usize,
    operation: Memo<Option<String>>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let all = contents.count();
    let counted = contents.clone();
    let found = move || {
        let found: usize = filter(&counted, &words.read()).iter().map(|(_, operations)| operations.len()).sum();
        (text().operations_found)(found, all)
    };
    let list = move || {
        let groups = filter(&contents, &words.read());
        if groups.is_empty() {
            return view! { <p>{text().explorer_no_match}</p> }.into_any();
        }
        groups
            .iter()
            .map(|(head, operations)| group(head, operations, &api, document, operation))
            .collect_view()
            .into_any()
    };
    view! {
        <nav class="outline" aria-label=text().explorer_operations>
            <div class="field">
                <label for="outline-filter">{text().explorer_filter}</label>
                <input
                    id="outline-filter"
                    type="search"
                    autocomplete="off"
                    on:input=move |event| words.set(event_target_value(&event))
                />
            </div>
            <p class="outline__count muted" role="status">
                {found}
            </p>
            <div class="outline__list">{list}</div>
        </nav>
    }
}

fn group(
    head: &GroupView,
    operations: &[&EntryView],
    api: &Slug,
    document: usize,
    operation: Memo<Option<String>>,
) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    let (name, lang) = match head.name.as_str() {
        "" => (text().explorer_untagged.to_owned(), None),
        name => (name.to_owned(), Some(lang)),
    };
    let entries: Vec<_> = operations.iter().map(|one| entry(one, api, document, operation)).collect();
    view! {
        <section class="outline__group">
            <h2 lang=lang>{name}</h2>
            <ul>{entries}</ul>
        </section>
    }
}

fn entry(entry: &EntryView, api: &Slug, document: usize, operation: Memo<Option<String>>) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    let id = entry.id.clone();
    let route = Route::Explorer { api: api.clone(), document, operation: Some(id.clone()) };
    let current = move || (operation.read().as_ref() == Some(&id)).then_some("page");
    let summary = (!entry.summary.is_empty()).then(|| {
        let summary = entry.summary.clone();
        view! {
            <span class="outline__summary" lang=lang>
                {summary}
            </span>
        }
    });
    let deprecated =
        entry.deprecated.then(|| view! { <span class="badge badge--deprecated">{text().operation_deprecated}</span> });
    view! {
        <li>
            <a href=href(&route) aria-current=current>
                <MethodBadge method=entry.method.clone() />
                " "
                <code class="wrap">{entry.path.clone()}</code>
                " "
                {deprecated}
                {summary}
            </a>
        </li>
    }
}
