//! The variables of one environment, as fields.

use super::environments::{change, free_name};
use super::{Kept, words};
use crate::browser::document;
use crate::core::environment::{MOST_VARIABLES, Variable};
use leptos::prelude::*;

/// Its name, its variables, and what adds, removes and deletes.
pub(super) fn editor(kept: Kept, place: usize, generation: RwSignal<u32>, said: RwSignal<String>) -> AnyView {
    let Some(environment) = kept.environments.with_untracked(|all| all.get(place).cloned()) else {
        return ().into_any();
    };
    let render = move || generation.update(|generation| *generation += 1);
    let rename = move |event| {
        let wanted = event_target_value(&event);
        change(kept, said, |all| {
            let wanted = match wanted.trim() {
                "" => words().environment,
                wanted => wanted,
            };
            let name = free_name(all, Some(place), wanted);
            if let Some(one) = all.get_mut(place) {
                one.name = name;
            }
        });
        render();
    };
    let add = move |_| {
        change(kept, said, |all| {
            if let Some(one) = all.get_mut(place) {
                one.variables.push(Variable::default());
            }
        });
        render();
        document::focus(".kept__variables li:last-child input");
    };
    let delete = move |_| {
        kept.chosen.set(None);
        change(kept, said, |all| {
            if place < all.len() {
                all.remove(place);
            }
        });
        render();
        document::focus("#environment");
    };
    let is_full = environment.variables.len() >= MOST_VARIABLES;
    let rows: Vec<_> = environment
        .variables
        .iter()
        .enumerate()
        .map(|(index, variable)| row(variable, (place, index), kept, generation, said))
        .collect();
    view! {
        <div class="field call__field">
            <label for="environment-name">{words().environment_name}</label>
            <input id="environment-name" type="text" autocomplete="off" prop:value=environment.name on:change=rename />
        </div>
        <ul class="kept__variables">{rows}</ul>
        <p class="kept__line">
            <button type="button" class="button button--quiet" disabled=is_full on:click=add>
                {words().variable_add}
            </button>
            <button type="button" class="button button--quiet" on:click=delete>
                {words().environment_delete}
            </button>
        </p>
    }
    .into_any()
}

fn row(
    variable: &Variable,
    (place, index): (usize, usize),
    kept: Kept,
    generation: RwSignal<u32>,
    said: RwSignal<String>,
) -> AnyView {
    let edit = move |edit: &dyn Fn(&mut Variable)| {
        change(kept, said, |all| {
            if let Some(one) = all.get_mut(place).and_then(|one| one.variables.get_mut(index)) {
                edit(one);
            }
        });
    };
    let is_secret = RwSignal::new(variable.secret);
    let remove = move |_| {
        change(kept, said, |all| {
            if let Some(one) = all.get_mut(place).filter(|one| index < one.variables.len()) {
                one.variables.remove(index);
            }
        });
        generation.update(|generation| *generation += 1);
        document::focus(".kept__variables + p button");
    };
    let label = |word: &str| format!("{word} {}", index + 1);
    view! {
        <li>
            <input
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-label=label(words().variable_name)
                placeholder=words().variable_name
                prop:value=variable.name.clone()
                on:input=move |event| {
                    let name = event_target_value(&event).trim().to_owned();
                    edit(&|one| one.name = name.clone());
                }
            />
            <input
                type=move || if is_secret.get() { "password" } else { "text" }
                autocomplete="off"
                spellcheck="false"
                aria-label=label(words().variable_value)
                placeholder=words().variable_value
                prop:value=variable.value.clone()
                on:input=move |event| {
                    let value = event_target_value(&event);
                    edit(&|one| one.value = value.clone());
                }
            />
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=variable.secret
                    on:change=move |event| {
                        let secret = event_target_checked(&event);
                        is_secret.set(secret);
                        edit(&|one| one.secret = secret);
                    }
                />
                {words().variable_secret}
            </label>
            <button
                type="button"
                class="button button--quiet"
                aria-label=label(words().variable_remove)
                on:click=remove
            >
                {super::super::words().remove}
            </button>
        </li>
    }
    .into_any()
}
