//! What a draft begins with: nothing, a document, a page of the catalogue, an old page, a file, another draft.

use super::{documents, drafts, in_words, reviews, words};
use crate::browser::{document, fetch, files};
use crate::core::catalogue::wire::Catalogue;
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::core::wizard::draft::{self, Draft, Source, Stage};
use crate::core::wizard::prefill::{attach, of_former};
use crate::core::wizard::{read_archive, read_folder, slug as page_slug};
use crate::ui::context::{catalogue, href, session, text};
use crate::ui::later::run_while;
use leptos::prelude::*;
use std::sync::Arc;

/// The drafts of this device, and the ways to begin another one. `others` changes when a draft came by another way.
pub(super) fn start(others: Signal<()>) -> AnyView {
    let version = RwSignal::new(0_u32);
    let said = RwSignal::new(String::new());
    view! {
        {move || {
            others.track();
            version.track();
            kept(version)
        }}
        <section class="wizard__start" aria-labelledby="wizard-begin">
            <h2 id="wizard-begin" tabindex="-1">{words().begin}</h2>
            <p role="alert" class="call__error">
                {said}
            </p>
            <p>
                <button type="button" class="button" on:click=move |_| go(drafts::begin(Draft::new(drafts::new_id())))>
                    {words().begin_empty}
                </button>
            </p>
            {documents::ways(
                "wizard-begin",
                words().begin_document,
                Callback::new(move |sources: Vec<Source>| {
                    said.try_set(String::new());
                    let mut draft = Draft::new(drafts::new_id());
                    for source in sources {
                        attach(&mut draft, source).map_err(|problem| in_words(&problem))?;
                    }
                    go(drafts::begin(draft));
                    Ok(())
                }),
            )}
            {existing(said)}
            {file(said)}
            {reviews::lead()}
        </section>
    }
    .into_any()
}

/// Goes to a draft.
fn go(id: String) {
    session().go(&href(&Route::Reference { draft: Some(id), step: None }));
}

fn kept(version: RwSignal<u32>) -> AnyView {
    let (all, damaged) = drafts::all();
    if all.is_empty() && damaged.is_empty() {
        return ().into_any();
    }
    let forget = move |id: String, title: &str| {
        let anchor = ["delete-", &id].concat();
        let forget = move || {
            drafts::forget(&id);
            version.update(|version| *version += 1);
            // The button goes with its draft.
            request_animation_frame(|| document::focus("#wizard-drafts, #wizard-begin"));
        };
        delete(anchor, title, forget)
    };
    let rows: Vec<_> = all
        .into_iter()
        .map(|draft| {
            let title = if draft.title().is_empty() { words().untitled.to_owned() } else { draft.title().to_owned() };
            let address = href(&Route::Reference { draft: Some(draft.id.clone()), step: None });
            let stage = stage(draft.stage);
            let forget = forget(draft.id, &title);
            view! {
                <li>
                    <a href=address>{title}</a>
                    " "
                    <span class="badge">{stage}</span>
                    " "
                    {forget}
                </li>
            }
        })
        .collect();
    let damaged: Vec<_> = damaged
        .into_iter()
        .map(|id| {
            view! {
                <li>
                    {words().draft_damaged} " " <code>{id.clone()}</code> " " {forget(id.clone(), &id)}
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="wizard-drafts">
            <h2 id="wizard-drafts" tabindex="-1">{words().drafts}</h2>
            <p class="muted">{words().drafts_hint}</p>
            <ul class="plain-list wizard__drafts">{rows} {damaged}</ul>
        </section>
    }
    .into_any()
}

/// A button that deletes a draft, once somebody said so twice: nothing brings it back. `anchor` is its identifier, and
/// that of what stands in its place: who pressed it goes on from there.
fn delete(anchor: String, title: &str, forget: impl Fn() + 'static) -> AnyView {
    let is_asked = RwSignal::new(false);
    let id = anchor.clone();
    let ask = move |asked: bool| {
        is_asked.set(asked);
        let anchor = anchor.clone();
        request_animation_frame(move || {
            document::go_to_anchor(&anchor);
        });
    };
    let ask = StoredValue::new_local(ask);
    let name = move |word: &str| [word, "\u{a0}: ", title].concat();
    let (first, sure, keep) = (name(words().delete), name(words().delete_sure), name(words().delete_keep));
    let forget = StoredValue::new_local(forget);
    (move || match is_asked.get() {
        false => view! {
            <button
                type="button"
                class="button button--quiet"
                aria-label=first.clone()
                id=id.clone()
                on:click=move |_| ask.with_value(|ask| ask(true))
            >
                {words().delete}
            </button>
        }
        .into_any(),
        true => view! {
            <button
                type="button"
                class="button wizard__sure"
                id=id.clone()
                aria-label=sure.clone()
                on:click=move |_| forget.with_value(|forget| forget())
            >
                {words().delete_sure}
            </button>
            " "
            <button
                type="button"
                class="button button--quiet"
                aria-label=keep.clone()
                on:click=move |_| ask.with_value(|ask| ask(false))
            >
                {words().delete_keep}
            </button>
        }
        .into_any(),
    })
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
                    Some(draft) => go(drafts::begin(draft)),
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

/// A file: a draft, an archive that the wizard saved, or a page of the former api.gouv.fr.
fn file(said: RwSignal<String>) -> AnyView {
    let catalogue = catalogue();
    let take = move |event| {
        let catalogue = Arc::clone(&catalogue);
        run_while(said, async move {
            let Some(file) = files::read(files::chosen(&event)).await.into_iter().next() else { return };
            match of_file(&file.name, &file.bytes, &catalogue) {
                Ok(id) => go(id),
                Err(why) => {
                    said.try_set(why);
                }
            }
        });
    };
    view! {
        <div class="field">
            <label for="wizard-file">{words().begin_file}</label>
            <input
                id="wizard-file"
                type="file"
                accept=".json,.zip,.md,text/markdown,application/json,application/zip"
                on:change=take
            />
        </div>
    }
    .into_any()
}

/// The draft that a file becomes: its name.
fn of_file(name: &str, bytes: &[u8], catalogue: &Catalogue) -> Result<String, String> {
    if name.to_ascii_lowercase().ends_with(".zip") {
        let mut draft = read_archive(&drafts::new_id(), bytes).map_err(|problem| in_words(&problem))?;
        let slug = page_slug(&draft);
        draft.updates = catalogue.apis.iter().map(|api| &api.slug).find(|known| **known == slug).cloned();
        return Ok(drafts::begin(draft));
    }
    let content = String::from_utf8_lossy(bytes);
    if let Some(name) = name.strip_suffix(".md") {
        let (prefill, _) = of_former(name, &content);
        let mut draft = Draft::new(drafts::new_id());
        let Some(prefill) = prefill else { return Err(words().not_former.to_owned()) };
        prefill.apply(&mut draft);
        return Ok(drafts::begin(draft));
    }
    draft::read(&content).map(drafts::take).map_err(|problem| in_words(&problem))
}
