//! The fields of a way to get a token.

use super::given::{Kind, field, identifier};
use super::keychain::Keychain;
use super::said;
use super::step::Order;
use crate::core::address::percent_encode;
use crate::core::authorization::{Asked, ClientAuthentication, Field, Metadata};
use crate::core::form::{FlowForm, SchemeForm};
use crate::ui::pages::explorer::call::words;
use leptos::prelude::*;
use std::sync::Arc;

/// One way to get a token, of a scheme. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) form: StoredValue<SchemeForm>,
    pub(super) flow: StoredValue<FlowForm>,
    pub(super) metadata: StoredValue<Option<Arc<Metadata>>>,
    pub(super) keychain: Keychain,
}

impl Way {
    pub(super) fn id(self, part: &str) -> String {
        self.form.with_value(|form| identifier(&form.name, part))
    }

    fn asked<T>(self, read: impl FnOnce(&Asked) -> T) -> T {
        untrack(|| self.form.with_value(|form| self.keychain.asked(&form.name, read)))
    }

    fn change(self, change: impl FnOnce(&mut Asked)) {
        self.form.with_value(|form| self.keychain.ask(&form.name, change));
    }

    pub(super) fn order(self) -> Order {
        Order {
            scheme: self.form.with_value(|form| form.name.clone()),
            flow: self.flow.get_value(),
            asked: self.asked(Asked::clone),
            metadata: self.metadata.get_value(),
        }
    }
}

/// The end of the identifier of a field.
pub(super) fn part(field: Field) -> &'static str {
    match field {
        Field::ClientId => "-client",
        Field::ClientSecret => "-secret",
        Field::Account => "-user",
    }
}

/// One of the fields.
pub(super) fn input(way: Way, which: Field, needed: bool) -> AnyView {
    let label = |label: &str| match needed {
        true => label.to_owned(),
        false => format!("{label} — {}", said().optional),
    };
    let id = way.id(part(which));
    match which {
        Field::ClientId => {
            let value = way.asked(|asked| asked.client_id.clone());
            let set = move |value| way.change(|asked| asked.client_id = value);
            field(id, label(said().client_id), Kind::Text, value, set)
        }
        Field::ClientSecret => {
            let value = way.asked(|asked| asked.client_secret.clone());
            let set = move |value| way.change(|asked| asked.client_secret = value);
            let in_body = way.asked(|asked| asked.authentication == ClientAuthentication::Body);
            let by = way.id("-secret-by");
            let choose = move |event| {
                let is_body = event_target_value(&event) == ClientAuthentication::Body.id();
                let chosen = if is_body { ClientAuthentication::Body } else { ClientAuthentication::Basic };
                way.change(|asked| asked.authentication = chosen);
            };
            view! {
                {field(id, label(said().client_secret), Kind::Secret, value, set)}
                <div class="field call__field">
                    <label for=by.clone()>{said().secret_by}</label>
                    <select id=by on:change=choose>
                        <option value=ClientAuthentication::Basic.id()>{said().secret_by_header}</option>
                        <option value=ClientAuthentication::Body.id() selected=in_body>
                            {said().secret_by_body}
                        </option>
                    </select>
                </div>
            }
            .into_any()
        }
        Field::Account => {
            let (user, password) = way.asked(|asked| (asked.user.clone(), asked.password.clone()));
            let set_user = move |value| way.change(|asked| asked.user = value);
            let set_password = move |value| way.change(|asked| asked.password = value);
            view! {
                {field(id, words().credentials_user, Kind::Text, user, set_user)}
                {field(way.id("-password"), words().credentials_password, Kind::Secret, password, set_password)}
            }
            .into_any()
        }
    }
}

/// The scopes to ask for: those the operation needs first, others on demand.
pub(super) fn scopes(way: Way) -> AnyView {
    let needed = way.form.with_value(|form| form.scopes.clone());
    let described = way.flow.with_value(|flow| flow.scopes.clone());
    let what = |name: &String| described.iter().find(|(other, _)| other == name).map(|(_, what)| what.clone());
    let asked = way.asked(|asked| asked.scopes.clone());
    let checkbox = |name: &String, is_needed: bool| {
        let id = way.id(&format!("-scope-{}", percent_encode(name)));
        let what = what(name).filter(|what| !what.is_empty()).map(|what| format!(" — {what}"));
        let mark = is_needed.then(|| view! { <span class="muted">" (" {said().scope_needed} ")"</span> });
        let is_asked = asked.contains(name);
        let (scope, labelled) = (name.clone(), id.clone());
        let choose = move |event| way.change(|asked| asked.set_scope(&scope, event_target_checked(&event)));
        view! {
            <label class="choice" for=labelled>
                <input id=id type="checkbox" prop:checked=is_asked on:change=choose />
                <span>
                    <code class="wrap">{name.clone()}</code>
                    {what}
                    {mark}
                </span>
            </label>
        }
    };
    let first: Vec<_> = needed.iter().map(|name| checkbox(name, true)).collect();
    let others = described.iter().map(|(name, _)| name).filter(|name| !needed.contains(name));
    let others: Vec<_> = others.map(|name| checkbox(name, false)).collect();
    if first.is_empty() && others.is_empty() {
        return ().into_any();
    }
    let others = match (others.is_empty(), first.is_empty()) {
        (true, _) => None,
        (false, true) => Some(others.into_any()),
        (false, false) => Some(
            view! {
                <details>
                    <summary>{said().scopes_others}</summary>
                    <div class="credentials__scopes">{others}</div>
                </details>
            }
            .into_any(),
        ),
    };
    view! {
        <fieldset class="credentials__scopes">
            <legend>{said().scopes}</legend>
            {first}
            {others}
        </fieldset>
    }
    .into_any()
}

/// Parameters of a server's own.
pub(super) fn extra(way: Way) -> AnyView {
    let (id, hint) = (way.id("-extra"), way.id("-extra-hint"));
    let value = way.asked(|asked| asked.extra.clone());
    let set = move |event| way.change(|asked| asked.extra = event_target_value(&event));
    view! {
        <details>
            <summary>{said().extra}</summary>
            <div class="field call__field">
                <label for=id.clone()>{said().extra}</label>
                <p class="call__hint" id=hint.clone()>
                    {said().extra_hint}
                </p>
                <textarea id=id rows="2" spellcheck="false" aria-describedby=hint prop:value=value on:input=set></textarea>
            </div>
        </details>
    }
    .into_any()
}
