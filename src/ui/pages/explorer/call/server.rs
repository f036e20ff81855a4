//! Which server is called.

use super::filled::Filled;
use super::words;
use crate::core::call::ServerChoice;
use crate::core::form::{ServerForm, VariableForm};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The servers of the document, their variables, and an address of one's own.
pub(super) fn servers(servers: &[ServerForm], filled: Filled) -> AnyView {
    let other = servers.len();
    let chosen = RwSignal::new(match filled.draft.with_untracked(|draft| draft.server.clone()) {
        ServerChoice::Listed { index, .. } => index,
        ServerChoice::Other(_) => other,
    });
    let options: Vec<_> = servers
        .iter()
        .enumerate()
        .map(|(index, server)| {
            let label = match server.description.as_str() {
                "" => server.address.clone(),
                description => format!("{} — {description}", server.address),
            };
            let is_chosen = chosen.get_untracked() == index;
            view! {
                <option value=index.to_string() selected=is_chosen>
                    {label}
                </option>
            }
        })
        .collect();
    // The address typed is kept while another server is looked at.
    let typed = StoredValue::new(String::new());
    let choose = move |event| {
        let index = event_target_value(&event).parse::<usize>().unwrap_or_default();
        filled.draft.update(|draft| {
            draft.server = match index == other {
                true => ServerChoice::Other(typed.get_value()),
                false => ServerChoice::Listed { index, variables: BTreeMap::new() },
            };
        });
        chosen.set(index);
    };
    let kept = StoredValue::new(servers.to_vec());
    let more = move || {
        let index = chosen.get();
        if index == other {
            let address = match filled.draft.with_untracked(|draft| draft.server.clone()) {
                ServerChoice::Other(address) => address,
                ServerChoice::Listed { .. } => String::new(),
            };
            return view! {
                <div class="field call__field">
                    <label for="server-address">{words().server_address}</label>
                    <p class="call__hint" id="server-address-hint">
                        {words().server_address_hint}
                    </p>
                    <input
                        id="server-address"
                        type="url"
                        autocomplete="off"
                        aria-describedby="server-address-hint"
                        prop:value=address
                        on:input=move |event| {
                            let address = event_target_value(&event);
                            typed.set_value(address.clone());
                            filled.draft.update(|draft| draft.server = ServerChoice::Other(address));
                        }
                    />
                </div>
            }
            .into_any();
        }
        let variables = kept.with_value(|servers| servers.get(index).map(|server| server.variables.clone()));
        variables.unwrap_or_default().into_iter().map(|one| variable(&one, filled)).collect_view().into_any()
    };
    view! {
        <section>
            <div class="field call__field">
                <label for="server-choice">{words().server}</label>
                <select id="server-choice" on:change=choose>
                    {options}
                    <option value=other.to_string() selected=chosen.get_untracked() == other>
                        {words().server_other}
                    </option>
                </select>
            </div>
            {more}
        </section>
    }
    .into_any()
}

fn variable(form: &VariableForm, filled: Filled) -> AnyView {
    let id = format!("server-{}", crate::core::address::percent_encode(&form.name));
    let name = form.name.clone();
    let set = move |value: String| {
        filled.draft.update(|draft| {
            if let ServerChoice::Listed { variables, .. } = &mut draft.server {
                variables.insert(name.clone(), value);
            }
        });
    };
    let control = if form.values.is_empty() {
        let default = form.default.clone();
        view! {
            <input
                id=id.clone()
                type="text"
                autocomplete="off"
                prop:value=default
                on:input=move |event| set(event_target_value(&event))
            />
        }
        .into_any()
    } else {
        let default = form.default.clone();
        let options: Vec<_> = form
            .values
            .iter()
            .map(|value| view! { <option selected=*value == default>{value.clone()}</option> })
            .collect();
        view! {
            <select id=id.clone() on:change=move |event| set(event_target_value(&event))>
                {options}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="field call__field">
            <label for=id>
                <code>{form.name.clone()}</code>
            </label>
            {control}
        </div>
    }
    .into_any()
}
