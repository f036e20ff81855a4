//! The token that is held for a scheme: enough of it to tell it from another, how long it lasts, what it is good for.

use super::given::identifier;
use super::keychain::Keychain;
use super::said;
use crate::browser::clock;
use crate::core::authorization::{Token, masked};
use crate::core::call::Given;
use crate::core::form::SchemeForm;
use crate::ui::context::language;
use leptos::prelude::*;

/// The token held, if there is one.
pub(super) fn held(form: &SchemeForm, keychain: Keychain) -> AnyView {
    let value = match keychain.value(&form.name) {
        Some(Given::Token { token, .. } | Given::Value(token)) => token,
        Some(Given::Account { .. }) | None => return ().into_any(),
    };
    let facts = keychain.token(&form.name).map(|token| facts(&token, &form.scopes));
    view! {
        <div class="credentials__held" id=identifier(&form.name, "-held") tabindex="-1">
            <p>
                {said().held} " " <code>{masked(&value)}</code>
            </p>
            {facts}
        </div>
    }
    .into_any()
}

fn facts(token: &Token, needed: &[String]) -> AnyView {
    let expiry = match token.expires_at {
        None => said().expires_never.to_owned(),
        Some(end) => {
            let is_over = end <= clock::seconds();
            let verb = if is_over { said().expired } else { said().expires };
            format!("{verb} {}.", clock::time_of_day(end, language()))
        }
    };
    let list = |label: &'static str, scopes: String, class: &'static str| {
        (!scopes.is_empty()).then(|| {
            view! {
                <p class=class>
                    {label} " " <code class="wrap">{scopes}</code>
                </p>
            }
        })
    };
    view! {
        <p>{expiry}</p>
        {list(said().granted, token.scopes.join(" "), "")}
        {list(said().lacking, token.lacking(needed).join(" "), "call__warning")}
    }
    .into_any()
}
