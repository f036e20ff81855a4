//! What proves who calls: the ways an operation accepts, one filled in, and who may receive it.

mod fields;
mod flow;
mod given;
mod held;
mod keychain;
mod obtain;
mod question;
mod step;
mod token;

pub(in crate::ui::pages::explorer) use keychain::Keychain;
pub(super) use question::{Consent, Question, may_go, question};

use super::filled::Filled;
use crate::browser::document;
use crate::core::form::SchemeForm;
use crate::core::i18n::{CredentialWords, credential_words};
use crate::ui::context::language;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// The sentences of this part.
fn said() -> &'static CredentialWords {
    credential_words(language())
}

/// The ways the operation accepts, one filled in.
pub(super) fn credentials(ways: &[Vec<SchemeForm>], filled: Filled) -> AnyView {
    if ways.iter().all(Vec::is_empty) {
        return ().into_any();
    }
    let keychain = filled.keychain;
    let label = |way: &Vec<SchemeForm>| match way.as_slice() {
        [] => said().without.to_owned(),
        schemes => schemes.iter().map(|scheme| scheme.kind.get(language())).collect::<Vec<_>>().join(" + "),
    };
    let choice = (ways.len() > 1).then(|| {
        let chosen = filled.way.get_untracked();
        let option = |(rank, way): (usize, &Vec<SchemeForm>)| {
            view! {
                <option value=rank.to_string() selected=rank == chosen>
                    {label(way)}
                </option>
            }
        };
        let options: Vec<_> = ways.iter().enumerate().map(option).collect();
        view! {
            <div class="field call__field">
                <label for="credentials-way">{super::words().credentials_choice}</label>
                <select
                    id="credentials-way"
                    on:change=move |event| filled.way.set(event_target_value(&event).parse().unwrap_or_default())
                >
                    {options}
                </select>
            </div>
        }
    });
    let ways = StoredValue::new(ways.to_vec());
    let schemes = move || {
        keychain.generation.track();
        let way = ways.with_value(|ways| ways.get(filled.way.get()).cloned().unwrap_or_default());
        way.iter().map(|one| scheme(one, keychain)).collect_view()
    };
    view! {
        <fieldset class="call__group credentials" id="credentials" tabindex="-1">
            <legend>{super::words().credentials}</legend>
            {choice}
            {schemes}
            {kept(keychain)}
        </fieldset>
    }
    .into_any()
}

/// One scheme of the way chosen.
fn scheme(form: &SchemeForm, keychain: Keychain) -> AnyView {
    let note = form.note.as_ref().map(|note| {
        let note = note.get(language()).to_owned();
        view! { <p class="call__warning">{note}</p> }
    });
    view! {
        <section class="credentials__scheme">
            <h4 class="credentials__title">{form.kind.get(language()).to_owned()}</h4>
            {note}
            {given::given(form, keychain)}
        </section>
    }
    .into_any()
}

/// Who may receive what was given, and how long it is kept.
fn kept(keychain: Keychain) -> AnyView {
    let origins = move || {
        let known = keychain.known_origins();
        if known.is_empty() {
            return view! { <p class="muted">{said().bound_to_none}</p> }.into_any();
        }
        view! {
            <div class="muted">
                <p>{said().bound}</p>
                {origins(&known)}
            </div>
        }
        .into_any()
    };
    let notice = RwSignal::new("");
    let keep = move |event| {
        let is_done = keychain.keep(event_target_checked(&event));
        if !is_done {
            event_target::<HtmlInputElement>(&event).set_checked(false);
        }
        notice.set(if is_done { "" } else { said().keep_refused });
    };
    let forget = move |_| {
        keychain.forget_all();
        notice.set(said().forgotten);
        document::focus("#credentials");
    };
    view! {
        {origins}
        <label class="choice" for="credentials-keep">
            <input
                id="credentials-keep"
                type="checkbox"
                aria-describedby="credentials-keep-hint"
                prop:checked=move || keychain.is_kept()
                on:change=keep
            />
            {said().keep}
        </label>
        <p class="call__hint" id="credentials-keep-hint">
            {said().keep_hint}
        </p>
        {move || {
            (!keychain.is_empty())
                .then(|| {
                    view! {
                        <p>
                            <button type="button" class="button button--quiet" on:click=forget>
                                {said().forget_all}
                            </button>
                        </p>
                    }
                })
        }}
        <p role="status">{notice}</p>
    }
    .into_any()
}

/// Origins, as a list.
fn origins(origins: &[crate::core::authorization::Origin]) -> AnyView {
    let items: Vec<_> = origins
        .iter()
        .map(|origin| {
            view! {
                <li>
                    <code class="wrap">{origin.to_string()}</code>
                </li>
            }
        })
        .collect();
    view! { <ul class="plain-list">{items}</ul> }.into_any()
}
