//! The form of an operation, and what it will send.

use super::filled::Filled;
use super::run::Run;
use super::{body, credentials, field, kept, server, words};
use crate::core::call::Draft;
use crate::core::form::{Form, ParameterForm};
use crate::core::pointer;
use leptos::prelude::*;

/// The whole form.
#[component]
pub(super) fn FormOf(form: Form, filled: Filled) -> impl IntoView {
    let form = StoredValue::new(form);
    let fields = move || {
        filled.generation.track();
        form.with_value(|form| {
            let parameters = parameters(&form.parameters, filled);
            let body = form.body.as_ref().map(|one| body::body(one, filled));
            view! {
                {server::servers(&form.servers, filled)}
                {credentials::credentials(&form.security, filled)}
                {parameters}
                {body}
                {accept(&form.accepted, filled)}
            }
        })
    };
    let use_examples =
        move |_| form.with_value(|form| filled.replace(with_examples(form, &filled.draft.get_untracked())));
    let clear = move |_| {
        form.with_value(|form| {
            let body = form.body.as_ref().filter(|body| body.required).and_then(super::filled::empty_body);
            filled.replace(Draft { body, ..Draft::default() });
        });
    };
    view! {
        {kept::before(filled)}
        <form class="call__form" novalidate on:submit=move |event| event.prevent_default()>
            <p class="call__tools">
                <button type="button" class="button button--quiet" on:click=use_examples>
                    {words().example_use}
                </button>
                <button type="button" class="button button--quiet" on:click=clear>
                    {words().clear}
                </button>
            </p>
            {fields}
            <Run filled />
        </form>
        {kept::after(filled)}
    }
}

fn parameters(parameters: &[ParameterForm], filled: Filled) -> Option<AnyView> {
    if parameters.is_empty() {
        return None;
    }
    let fields: Vec<AnyView> = parameters
        .iter()
        .map(|one| {
            let address = pointer::child(&pointer::child("", &one.location), &one.field.name);
            field::field(&one.field, address, filled)
        })
        .collect();
    Some(
        view! {
            <fieldset class="call__group">
                <legend>{words().parameters}</legend>
                {fields}
            </fieldset>
        }
        .into_any(),
    )
}

fn accept(accepted: &[String], filled: Filled) -> Option<AnyView> {
    if accepted.len() < 2 {
        return None;
    }
    let now = filled.draft.with_untracked(|draft| draft.accept.clone());
    let options: Vec<_> = accepted
        .iter()
        .map(|name| {
            let is_chosen = now.as_ref() == Some(name);
            view! { <option selected=is_chosen>{name.clone()}</option> }
        })
        .collect();
    let choose = move |event| {
        let name = event_target_value(&event);
        filled.draft.update(|draft| draft.accept = (!name.is_empty()).then_some(name));
    };
    Some(
        view! {
            <div class="field call__field">
                <label for="accept">{words().accept}</label>
                <select id="accept" on:change=choose>
                    <option value="">{words().accept_any}</option>
                    {options}
                </select>
            </div>
        }
        .into_any(),
    )
}

/// The draft with the examples of the document where nothing was typed.
fn with_examples(form: &Form, draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    for one in &form.parameters {
        let address = pointer::child(&pointer::child("", &one.location), &one.field.name);
        let example = one.field.example.as_ref().or(one.field.default.as_ref().filter(|_| one.field.required));
        if draft.value(&address).is_none() {
            draft.set(&address, example.cloned());
        }
    }
    if let Some(body) = &form.body {
        draft.body = draft.body.or_else(|| super::filled::empty_body(body));
        let name = draft.body.as_ref().and_then(|body| body.media_type.clone());
        let media = body.media.iter().find(|media| Some(&media.name) == name.as_ref());
        if let Some(example) = media.and_then(|media| media.field.example.clone()) {
            match example {
                serde_json::Value::Object(members) => {
                    for (name, value) in members {
                        let address = pointer::child("/body", &name);
                        if draft.value(&address).is_none() {
                            draft.set(&address, Some(value));
                        }
                    }
                }
                other => draft.set("/body", Some(other)),
            }
        }
    }
    draft
}
