//! Several drafts at once, for those who review them: files, links and the drafts of this device, in a table.

use super::{drafts, in_words, remarks, words};
use crate::browser::{clock, download, files};
use crate::core::catalogue::wire::Catalogue;
use crate::core::route::Route;
use crate::core::wizard::check::Others;
use crate::core::wizard::draft::{self, Draft};
use crate::core::wizard::questions::Step;
use crate::core::wizard::share;
use crate::core::wizard::summary::{Column, Summary, cells, csv, order, summary};
use crate::ui::context::{catalogue, href, language, session};
use crate::ui::kit::{Page, SortOrder, sort_heading};
use crate::ui::later::run_while;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    /// What was read, as long as the application runs: who opens a draft of the list comes back to all of it.
    static READ: RefCell<Vec<Draft>> = const { RefCell::new(Vec::new()) };
}

/// What was read.
#[derive(Clone, Copy)]
struct Table {
    catalogue: StoredValue<Arc<Catalogue>>,
    drafts: RwSignal<Vec<(Draft, Summary)>>,
    /// What could not be read: its name, and why.
    refused: RwSignal<Vec<(String, String)>>,
    /// The column that sorts, and whether the greatest comes first; as they were read otherwise.
    order: RwSignal<SortOrder<Column>>,
}

impl Table {
    /// Adds a draft, in place of the one of the same name.
    fn add(self, draft: Draft) {
        let Some(catalogue) = self.catalogue.try_get_value() else { return };
        let others = Others { catalogue: &catalogue, details: &[] };
        let Some(day) = clock::today() else { return self.refuse(&draft.id, words().no_day) };
        let summary = summary(&draft, &others, day, catalogue.site.content_language);
        READ.with_borrow_mut(|read| {
            read.retain(|known| known.id != draft.id);
            read.push(draft.clone());
        });
        self.drafts.update(|all| match all.iter_mut().find(|(known, _)| known.id == draft.id) {
            Some(known) => *known = (draft, summary),
            None => all.push((draft, summary)),
        });
    }

    fn refuse(self, name: &str, why: &str) {
        self.refused.update(|all| all.push((name.to_owned(), why.to_owned())));
    }

    /// The places of drafts, as they are sorted.
    fn places(self) -> Vec<usize> {
        let summaries = self.drafts.with(|all| all.iter().map(|(_, one)| one.clone()).collect::<Vec<_>>());
        match self.order.get() {
            Some((column, descending)) => order(&summaries, column, descending),
            None => (0..summaries.len()).collect(),
        }
    }
}

/// The page.
pub(super) fn reviews() -> AnyView {
    let table = Table {
        catalogue: StoredValue::new(catalogue()),
        drafts: RwSignal::new(Vec::new()),
        refused: RwSignal::new(Vec::new()),
        order: RwSignal::new(None),
    };
    READ.with_borrow(Clone::clone).into_iter().for_each(|draft| table.add(draft));
    let count = move || {
        let count = table.drafts.with(Vec::len);
        if count == 0 { words().reviews_none.to_owned() } else { format!("{} {count}", words().reviews_count) }
    };
    view! {
        <Page title=words().reviews.to_owned() />
        <p class="lead">{words().reviews_hint}</p>
        {ways(table)}
        <p role="status">{count}</p>
        {move || refused(table)}
        {move || (!table.drafts.with(Vec::is_empty)).then(|| shown(table))}
    }
    .into_any()
}

/// Files, links, and the drafts of this device.
fn ways(table: Table) -> AnyView {
    let take_files = move |list: Option<web_sys::FileList>| {
        run_while(table.drafts, async move {
            for file in files::read(list).await {
                match draft::read(&String::from_utf8_lossy(&file.bytes)) {
                    Ok(draft) => table.add(draft),
                    Err(problem) => table.refuse(&file.name, &in_words(&problem)),
                }
            }
        });
    };
    let links = RwSignal::new(String::new());
    let read_links = move |_| {
        for line in links.get_untracked().lines().map(str::trim).filter(|line| !line.is_empty()) {
            let fragment = line.find('#').and_then(|start| line.get(start..));
            match fragment.and_then(share::read) {
                Some(Ok(draft)) => table.add(draft),
                Some(Err(problem)) => table.refuse(line, &in_words(&problem)),
                None => table.refuse(line, words().reviews_no_link),
            }
        }
    };
    let kept = move |_| {
        let (all, damaged) = drafts::all();
        all.into_iter().for_each(|draft| table.add(draft));
        damaged.iter().for_each(|id| table.refuse(id, words().draft_damaged));
    };
    view! {
        <section
            class="wizard__start"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                take_files(event.data_transfer().and_then(|transfer| transfer.files()));
            }
        >
            <div class="field">
                <label for="reviews-files">{words().reviews_files}</label>
                <input
                    id="reviews-files"
                    type="file"
                    multiple
                    accept=".json,application/json"
                    on:change=move |event| take_files(files::chosen(&event))
                />
            </div>
            <div class="field">
                <label for="reviews-links">{words().reviews_links}</label>
                <textarea
                    id="reviews-links"
                    rows="3"
                    spellcheck="false"
                    on:input=move |event| links.set(event_target_value(&event))
                ></textarea>
                <p class="wizard__actions">
                    <button type="button" class="button button--quiet" on:click=read_links>
                        {words().reviews_read}
                    </button>
                    <button type="button" class="button button--quiet" on:click=kept>
                        {words().reviews_kept}
                    </button>
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn refused(table: Table) -> Option<AnyView> {
    let refused = table.refused.get();
    let items = refused.iter().map(|(name, why)| {
        view! {
            <li>
                <code class="wrap">{name.clone()}</code>
                " "
                {why.clone()}
            </li>
        }
    });
    let items = items.collect_view();
    (!refused.is_empty()).then(|| {
        view! {
            <div class="callout callout--caution" role="alert">
                <p class="callout__title">{words().reviews_refused}</p>
                <ul>{items}</ul>
            </div>
        }
        .into_any()
    })
}

fn shown(table: Table) -> AnyView {
    let headings = Column::ALL
        .map(|column| sort_heading(column, column.name(language()).to_owned(), table.order, || ()))
        .collect_view();
    let rows = move || table.places().into_iter().filter_map(|place| row(table, place)).collect_view();
    let save = move |_| {
        let places = table.places();
        let text = table.drafts.with_untracked(|all| {
            csv(places.iter().filter_map(|place| all.get(*place)).map(|(_, one)| one), language())
        });
        download::save("brouillons.csv", "text/csv", text.as_bytes());
    };
    view! {
        <div class="table" tabindex="0" role="region" aria-label=words().reviews>
            <table>
                <thead>
                    <tr>{headings}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p>
            <button type="button" class="button button--quiet" on:click=save>
                {words().reviews_csv}
            </button>
        </p>
    }
    .into_any()
}

fn row(table: Table, place: usize) -> Option<AnyView> {
    let (title, rest) = table.drafts.with(|all| {
        let (_, one) = all.get(place)?;
        let [title, rest @ ..] = cells(one, language(), &remarks::moment);
        Some((title, rest))
    })?;
    // It becomes a draft of this device when it is opened, not before.
    let open = move |_| {
        let draft = table.drafts.with_untracked(|all| all.get(place).map(|(draft, _)| draft.clone()));
        let Some(draft) = draft else { return };
        let id = drafts::take(draft);
        session().go(&href(&Route::Reference { draft: Some(id), step: Some(Step::Review) }));
    };
    let rest = rest.map(|cell| view! { <td>{cell}</td> }).collect_view();
    Some(
        view! {
            <tr>
                <th scope="row">
                    <button type="button" class="button button--quiet" on:click=open>
                        {title}
                    </button>
                </th>
                {rest}
            </tr>
        }
        .into_any(),
    )
}

/// A link to this page.
pub(super) fn lead() -> AnyView {
    view! {
        <p class="muted">
            {words().reviews_link} " " <a href=href(&Route::Reviews)>{words().reviews}</a>
        </p>
    }
    .into_any()
}
