//! Calls as files for other tools.

use super::{entry, part, words};
use crate::browser::download;
use crate::core::export::{Format, Item, export};
use crate::core::history::Entry;
use crate::core::zip;
use crate::ui::context::language;
use crate::ui::pages::explorer::call::filled::Filled;
use leptos::prelude::*;

const FORMATS: [Format; 3] = [Format::Har, Format::Bruno, Format::Postman];

/// What to export, and as what.
pub(super) fn exports(filled: Filled) -> AnyView {
    let is_whole = RwSignal::new(false);
    let format = RwSignal::new(Format::Har);
    let said = RwSignal::new(String::new());
    let go = move |_| {
        let (is_whole, format) = (is_whole.get_untracked(), format.get_untracked());
        filled.run(async move {
            let done = save(filled, is_whole, format).await;
            said.try_set(done);
        });
    };
    part(words().export, RwSignal::new(false), move || {
        let labels = [words().export_har, words().export_bruno, words().export_postman];
        let choose = move |event| {
            let index = event_target_value(&event).parse::<usize>().unwrap_or_default();
            format.set(FORMATS.get(index).copied().unwrap_or(Format::Har));
        };
        let now = format.get_untracked();
        let options: Vec<_> = FORMATS
            .into_iter()
            .zip(labels)
            .enumerate()
            .map(|(index, (one, label))| {
                view! {
                    <option value=index.to_string() selected=one == now>
                        {label}
                    </option>
                }
            })
            .collect();
        view! {
            <p class="muted">{words().export_hint}</p>
            <p class="kept__line">
                <label class="choice">
                    {words().export_what} " "
                    <select on:change=move |event| is_whole.set(event_target_value(&event) == "all")>
                        <option value="one">{words().export_this}</option>
                        <option value="all" selected=is_whole.get_untracked()>
                            {words().export_history}
                        </option>
                    </select>
                </label>
                <label class="choice">
                    {words().export_format} " " <select on:change=choose>{options}</select>
                </label>
                <button type="button" class="button button--quiet" on:click=go>
                    {words().export_download}
                </button>
            </p>
            <p role="status">{said}</p>
        }
        .into_any()
    })
}

async fn save(filled: Filled, is_whole: bool, format: Format) -> String {
    let (source, operation) = filled.source.get_value();
    if is_whole {
        let entries = filled.kept.history.with_untracked(|history| history.entries().to_vec());
        if entries.is_empty() {
            return words().history_none.to_owned();
        }
        return save_entries(source.label(), &entries, format);
    }
    let draft = filled.draft.get_untracked();
    match filled.prepare(draft.clone()).await {
        Ok(prepared) => {
            save_entries(source.label(), &[entry(&source, &operation, &draft, &prepared, None, false)], format)
        }
        Err(why) => why,
    }
}

/// Saves calls of the history, or one that has no answer; says what came of it.
pub(super) fn save_entries(title: &str, entries: &[Entry], format: Format) -> String {
    // What a server never answered is no answer in a file that says it is.
    let requests: Vec<_> = entries.iter().map(Entry::request).collect();
    let items: Vec<Item<'_>> = entries
        .iter()
        .zip(&requests)
        .map(|(entry, request)| Item {
            name: &entry.operation,
            folder: "",
            when: entry.when,
            request,
            answer: (entry.status != 0 && !entry.simulated).then(|| entry.answer()),
        })
        .collect();
    let mut files = export(format, title, &items);
    let is_saved = match (files.len(), files.pop()) {
        (1, Some((name, text))) => download::save(&name, "application/json", text.as_bytes()),
        (_, last) => {
            let files: Vec<_> = files.into_iter().chain(last).map(|(path, text)| (path, text.into_bytes())).collect();
            match zip::archive(&files) {
                Ok(bytes) => download::save(&[title, ".zip"].concat(), "application/zip", &bytes),
                Err(error) => return error.problem().what.get(language()).to_owned(),
            }
        }
    };
    if is_saved { words().export_done } else { words().export_failed }.to_owned()
}
