//! Keys, tokens and accounts that a person types. On screen they are hidden until the person asks to see them.

use super::keychain::Keychain;
use super::{said, token};
use crate::core::address::percent_encode;
use crate::core::call::Given;
use crate::core::form::{SchemeForm, SchemeInput};
use crate::ui::pages::explorer::call::words;
use leptos::prelude::*;

/// What is filled in for a scheme.
pub(super) fn given(form: &SchemeForm, keychain: Keychain) -> AnyView {
    match &form.input {
        SchemeInput::Outside => ().into_any(),
        SchemeInput::Account => account(form, keychain),
        SchemeInput::Value => {
            let name = form.name.clone();
            let value = match keychain.value(&name) {
                Some(Given::Value(value) | Given::Token { token: value, .. }) => value,
                Some(Given::Account { .. }) | None => String::new(),
            };
            let set = move |value: String| keychain.give(&name, Given::Value(value));
            view! {
                {field(identifier(&form.name, ""), words().credentials_key, Kind::Secret, value, set)}
                {forget(form, keychain)}
            }
            .into_any()
        }
        SchemeInput::Token(flows) => token::token(form, Some(flows.clone()), None, keychain),
        SchemeInput::Discovery(url) => token::token(form, None, Some(url.clone()), keychain),
    }
}

/// The identifier of a field of a scheme.
pub(super) fn identifier(scheme: &str, part: &str) -> String {
    format!("scheme-{}{part}", percent_encode(scheme))
}

fn account(form: &SchemeForm, keychain: Keychain) -> AnyView {
    let (user, password) = match keychain.value(&form.name) {
        Some(Given::Account { user, password }) => (user, password),
        _ => (String::new(), String::new()),
    };
    let now = StoredValue::new((user.clone(), password.clone()));
    let name = StoredValue::new(form.name.clone());
    let set = move |change: fn(&mut (String, String), String), value: String| {
        now.update_value(|now| change(now, value));
        let (user, password) = now.get_value();
        keychain.give(&name.get_value(), Given::Account { user, password });
    };
    let set_user = move |value| set(|now, value| now.0 = value, value);
    let set_password = move |value| set(|now, value| now.1 = value, value);
    view! {
        {field(identifier(&form.name, "-user"), words().credentials_user, Kind::Text, user, set_user)}
        {field(identifier(&form.name, "-password"), words().credentials_password, Kind::Secret, password, set_password)}
        {forget(form, keychain)}
    }
    .into_any()
}

/// A button that forgets what is given for a scheme, where something is.
pub(super) fn forget(form: &SchemeForm, keychain: Keychain) -> AnyView {
    let name = StoredValue::new(form.name.clone());
    (move || {
        keychain.has(&name.get_value()).then(|| {
            let forget = move |_| {
                keychain.forget(&name.get_value());
                crate::browser::document::focus("#credentials");
            };
            view! {
                <p>
                    <button type="button" class="button button--quiet" on:click=forget>
                        {said().forget}
                    </button>
                </p>
            }
        })
    })
    .into_any()
}

/// What a field holds.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// What everybody may see.
    Text,
    /// What is hidden until the person asks to see it.
    Secret,
}

/// A line to fill in.
pub(super) fn field(
    id: String,
    label: impl Into<String>,
    kind: Kind,
    value: String,
    set: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let is_shown = RwSignal::new(kind == Kind::Text);
    let label: String = label.into();
    let show = (kind == Kind::Secret).then(|| {
        let name = format!("{} — {label}", words().credentials_show);
        let change = move |event| is_shown.set(event_target_checked(&event));
        view! {
            <label class="choice">
                <input type="checkbox" aria-label=name on:change=change />
                {words().credentials_show}
            </label>
        }
    });
    view! {
        <div class="field call__field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type=move || if is_shown.get() { "text" } else { "password" }
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=value
                on:input=move |event| set(event_target_value(&event))
            />
            {show}
        </div>
    }
    .into_any()
}
