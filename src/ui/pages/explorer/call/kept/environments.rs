//! Environments: which one is used, making, deleting, exporting and importing them.

use super::variables::editor;
use super::{Kept, part, stored, words};
use crate::browser::{download, files};
use crate::core::environment::{self, Environment, Purpose};
use crate::ui::context::language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// The choice of an environment, and its variables.
pub(super) fn environments(kept: Kept) -> AnyView {
    let chosen = move || {
        let name = kept.environment().map(|environment| environment.name);
        name.unwrap_or_else(|| words().environment_none.to_owned())
    };
    let title = view! { {words().environments} " (" {chosen} ")" };
    // Fields are rendered again when there are other ones, not when their values change: the focus stays in them.
    let generation = RwSignal::new(0_u32);
    let said = RwSignal::new(String::new());
    part(title, RwSignal::new(false), move || {
        view! {
            <p class="muted">{words().environment_hint}</p>
            {move || {
                generation.track();
                choice(kept, generation)
            }}
            {move || {
                generation.track();
                kept.chosen.get().map(|place| editor(kept, place, generation, said))
            }}
            {secrets(kept, said)}
            {exchange(kept, generation, said)}
            <p role="status">{said}</p>
        }
        .into_any()
    })
}

/// Changes the environments and keeps them.
pub(super) fn change(kept: Kept, said: RwSignal<String>, change: impl FnOnce(&mut Vec<Environment>)) {
    kept.environments.update(change);
    keep(kept, said);
}

fn keep(kept: Kept, said: RwSignal<String>) {
    let is_kept = kept.environments.with_untracked(|all| stored::keep_environments(all, kept.chosen.get_untracked()));
    said.set(if is_kept.is_ok() { String::new() } else { words().environment_unkept.to_owned() });
}

fn choice(kept: Kept, generation: RwSignal<u32>) -> AnyView {
    let said = RwSignal::new(String::new());
    let now = kept.chosen.get_untracked();
    let options = kept.environments.with_untracked(|all| {
        let option = |(place, one): (usize, &Environment)| {
            view! {
                <option value=place.to_string() selected=now == Some(place)>
                    {one.name.clone()}
                </option>
            }
        };
        all.iter().enumerate().map(option).collect_view()
    });
    let choose = move |event| {
        kept.chosen.set(event_target_value(&event).parse().ok());
        keep(kept, said);
    };
    let make = move |_| {
        let place = kept.environments.with_untracked(Vec::len);
        kept.chosen.set(Some(place));
        change(kept, said, |all| {
            let name = free_name(all, None, words().environment);
            all.push(Environment { name, variables: vec![environment::Variable::default()] });
        });
        generation.update(|generation| *generation += 1);
        crate::browser::document::focus("#environment-name");
    };
    let is_full = kept.environments.with_untracked(|all| all.len() >= environment::MOST_ENVIRONMENTS);
    view! {
        <p class="kept__line">
            <label class="choice">
                {words().environment} " " <select id="environment" on:change=choose>
                    <option value="" selected=now.is_none()>
                        {words().environment_none}
                    </option>
                    {options}
                </select>
            </label>
            <button type="button" class="button button--quiet" disabled=is_full on:click=make>
                {words().environment_new}
            </button>
            <span role="status">{said}</span>
        </p>
    }
    .into_any()
}

/// A name that no other environment has.
pub(super) fn free_name(all: &[Environment], own: Option<usize>, wanted: &str) -> String {
    let is_taken = |name: &str| all.iter().enumerate().any(|(place, other)| Some(place) != own && other.name == name);
    let numbered = (2..).map(|number: u32| format!("{wanted} {number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

fn secrets(kept: Kept, said: RwSignal<String>) -> AnyView {
    let choose = move |event| {
        stored::choose_to_keep_secrets(event_target_checked(&event));
        keep(kept, said);
    };
    view! {
        <p>
            <label class="choice">
                <input type="checkbox" prop:checked=stored::keeps_secrets() on:change=choose />
                {words().environment_secrets}
            </label>
            <br />
            <span class="muted">{words().environment_secrets_hint}</span>
        </p>
    }
    .into_any()
}

fn exchange(kept: Kept, generation: RwSignal<u32>, said: RwSignal<String>) -> AnyView {
    let export = move |_| {
        let text = kept.environments.with_untracked(|all| environment::write(all, Purpose::Export));
        let is_saved = download::save("environments.json", "application/json", text.as_bytes());
        said.set(if is_saved { words().export_done } else { words().export_failed }.to_owned());
    };
    let import = move |event: leptos::ev::Event| {
        let list = files::chosen(&event);
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        spawn_local(async move {
            let read = files::read(list).await;
            // The same file may be chosen again once it is mended.
            field.iter().for_each(|field| field.set_value(""));
            let text = read.into_iter().next().and_then(|file| String::from_utf8(file.bytes).ok());
            let Some(text) = text else {
                said.try_set(words().environment_unread.to_owned());
                return;
            };
            let (others, problems) = environment::read(&text);
            if !others.is_empty() && kept.environments.try_get_untracked().is_some() {
                change(kept, said, |all| environment::merge(all, others));
                generation.update(|generation| *generation += 1);
            }
            let told = problems.iter().map(|one| [one.what.get(language()), " ", one.mend.get(language())].concat());
            let told = told.collect::<Vec<_>>().join(" ");
            match (told.is_empty(), said.try_get_untracked()) {
                (true, Some(unkept)) if unkept.is_empty() => said.try_set(words().environment_imported.to_owned()),
                (false, _) => said.try_set(told),
                _ => None,
            };
        });
    };
    view! {
        <p class="kept__line">
            <button type="button" class="button button--quiet" on:click=export>
                {words().environment_export}
            </button>
            <label class="choice">
                {words().environment_import}
                <input type="file" accept="application/json,.json" on:change=import />
            </label>
        </p>
    }
    .into_any()
}
