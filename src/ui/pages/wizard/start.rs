//! What a draft begins with: nothing, a document, a page of the catalogue, an old page, a file, another draft.

use super::{documents, drafts, reviews, words};
use crate::browser::{fetch, files};
use crate::core::id::Slug;
use crate::core::openapi::Document;
use crate::core::route::Route;
use crate::core::wizard::draft::{self, Attached, Draft, Source, Stage};
use crate::core::wizard::prefill::{of_document, of_former};
use crate::core::wizard::read_folder;
use crate::ui::context::{catalogue, href, language, session, text};
use crate::ui::later::run_while;
use leptos::prelude::*;

/// The drafts of this device, and the ways to begin another one.
pub(super) fn start() -> AnyView {
    let version = RwSignal::new(0_u32);
    let said = RwSignal::new(String::new());
    view! {
        {move || {
            version.track();
            kept(version)
        }}
        <section class="wizard__start" aria-labelledby="wizard-begin">
            <h2 id="wizard-begin">{words().begin}</h2>
            <p role="alert" class="call__error">
                {said}
            </p>
            <p>
                <button type="button" class="button" on:click=move |_| open(Draft::new(drafts::new_id()))>
                    {words().begin_empty}
                </button>
            </p>
            {documents::ways(
                "wizard-begin",
                words().begin_document,
                Callback::new(move |source: Source| {
                    said.set(String::new());
                    let mut draft = Draft::new(drafts::new_id());
                    attach(&mut draft, source);
                    open(draft);
                }),
            )}
            {existing(said)}
            {file(said)}
            {reviews::lead()}
        </section>
    }
    .into_any()
}

/// Adds a document to a draft, and fills in what it states.
pub(super) fn attach(draft: &mut Draft, source: Source) {
    if let Some(text) = source.text() {
        let (read, _) = Document::read(text.as_bytes(), "");
        let prefill = of_document(&read);
        prefill.apply(draft);
    }
    draft.documents.push(Attached { title: String::new(), source });
}

/// Keeps a draft and goes to it.
fn open(draft: Draft) {
    let id = drafts::take(draft);
    session().go(&href(&Route::Reference { draft: Some(id), step: None }));
}

fn kept(version: RwSignal<u32>) -> AnyView {
    let (all, damaged) = drafts::all();
    if all.is_empty() && damaged.is_empty() {
        return ().into_any();
    }
    let forget = move |id: String| {
        view! {
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| {
                    drafts::forget(&id);
                    version.update(|version| *version += 1);
                }
            >
                {words().delete}
            </button>
        }
    };
    let rows: Vec<_> = all
        .into_iter()
        .map(|draft| {
            let title = if draft.title().is_empty() { words().untitled.to_owned() } else { draft.title().to_owned() };
            let address = href(&Route::Reference { draft: Some(draft.id.clone()), step: None });
            let stage = stage(draft.stage);
            view! {
                <li>
                    <a href=address>{title}</a>
                    " "
                    <span class="badge">{stage}</span>
                    " "
                    {forget(draft.id)}
                </li>
            }
        })
        .collect();
    let damaged: Vec<_> = damaged
        .into_iter()
        .map(|id| {
            view! {
                <li>
                    {words().draft_damaged} " " <code>{id.clone()}</code> " " {forget(id)}
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="wizard-drafts">
            <h2 id="wizard-drafts">{words().drafts}</h2>
            <p class="muted">{words().drafts_hint}</p>
            <ul class="plain-list wizard__drafts">{rows} {damaged}</ul>
        </section>
    }
    .into_any()
}

/// How far a draft is, in words.
pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Writing => words().stage_writing,
        Stage::InReview => words().stage_review,
        Stage::ChangesAsked => words().stage_changes,
        Stage::Approved => words().stage_approved,
        Stage::Sent => words().stage_sent,
    }
}

/// An API of the catalogue, to be updated.
fn existing(said: RwSignal<String>) -> AnyView {
    let catalogue = catalogue();
    let options: Vec<_> = catalogue
        .apis
        .iter()
        .map(|api| view! { <option value=api.slug.to_string()>{api.title.clone()}</option> })
        .collect();
    let chosen = RwSignal::new(String::new());
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(slug) = Slug::parse(&chosen.get_untracked()) else { return };
        run_while(said, async move {
            let path = format!("apis/{slug}/index.md");
            match fetch::file(&path, None).await {
                Ok(bytes) => match of_published(&slug, path, &bytes) {
                    Some(draft) => open(draft),
                    None => {
                        said.try_set(words().page_unread.to_owned());
                    }
                },
                Err(error) => {
                    said.try_set(error.explain(text()));
                }
            }
        });
    };
    view! {
        <form class="field" on:submit=go>
            <label for="wizard-existing">{words().begin_existing}</label>
            <select id="wizard-existing" on:change=move |event| chosen.set(event_target_value(&event))>
                <option value="">{words().choose}</option>
                {options}
            </select>
            <p>
                <button type="submit" class="button button--quiet">
                    {words().update}
                </button>
            </p>
        </form>
    }
    .into_any()
}

/// A draft that updates a published page, from its Markdown file.
fn of_published(slug: &Slug, path: String, bytes: &[u8]) -> Option<Draft> {
    let (draft, _) = read_folder(&drafts::new_id(), &[(path, String::from_utf8_lossy(bytes).into_owned())]);
    draft.map(|draft| Draft { updates: Some(slug.clone()), ..draft })
}

/// A file: a draft, or a page of the former api.gouv.fr.
fn file(said: RwSignal<String>) -> AnyView {
    let take = move |event| {
        run_while(said, async move {
            let Some(file) = files::read(files::chosen(&event)).await.into_iter().next() else { return };
            match of_file(&file.name, &String::from_utf8_lossy(&file.bytes)) {
                Ok(draft) => open(draft),
                Err(why) => {
                    said.try_set(why);
                }
            }
        });
    };
    view! {
        <div class="field">
            <label for="wizard-file">{words().begin_file}</label>
            <input id="wizard-file" type="file" accept=".json,.md,text/markdown,application/json" on:change=take />
        </div>
    }
    .into_any()
}

fn of_file(name: &str, content: &str) -> Result<Draft, String> {
    if let Some(name) = name.strip_suffix(".md") {
        let (prefill, _) = of_former(name, content);
        let mut draft = Draft::new(drafts::new_id());
        let Some(prefill) = prefill else { return Err(words().not_former.to_owned()) };
        prefill.apply(&mut draft);
        return Ok(draft);
    }
    draft::read(content).map_err(|problem| [problem.what.get(language()), " ", problem.mend.get(language())].concat())
}
