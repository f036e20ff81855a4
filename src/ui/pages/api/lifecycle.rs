//! The banner of an API that is not simply in service: what happens, when, what to use instead.

use crate::browser::clock;
use crate::core::catalogue::Status;
use crate::core::catalogue::wire::ApiPage;
use crate::core::i18n::words;
use crate::core::route::Route;
use crate::ui::context::{catalogue, href, language, text};
use leptos::prelude::*;
use std::sync::Arc;

/// The banner; nothing for an API in service.
#[component]
pub(super) fn Lifecycle(page: Arc<ApiPage>) -> impl IntoView {
    let api = &page.api;
    let day = api.sunset.map(|day| words::date(day, language()));
    let (class, title, explanation, when) = match api.status {
        Status::Active => return None,
        Status::Beta => ("callout callout--note", None, text().beta_text, None),
        Status::Deprecated if clock::today().is_some_and(|today| api.sunset.is_some_and(|sunset| sunset < today)) => (
            "callout callout--caution",
            Some(text().deprecated_title),
            text().sunset_passed_text,
            day.map(|day| (text().sunset_passed_on)(&day)),
        ),
        Status::Deprecated => (
            "callout callout--warning",
            Some(text().deprecated_title),
            text().deprecated_text,
            day.map(|day| (text().sunset_on)(&day)),
        ),
        Status::Retired => (
            "callout callout--caution",
            Some(text().retired_title),
            text().retired_text,
            day.map(|day| (text().retired_on)(&day)),
        ),
    };
    let catalogue = catalogue();
    let lang = catalogue.site.content_language.tag();
    let replacement = api.replacement.as_ref().map(|slug| {
        let title = catalogue.api(slug).map_or_else(|| slug.to_string(), |api| api.title.clone());
        view! {
            <p>
                {text().use_instead} "\u{a0}: " <a href=href(&Route::Api(slug.clone())) lang=lang>
                    {title}
                </a>
            </p>
        }
    });
    Some(view! {
        <div class=class role="note">
            {title.map(|title| view! { <p class="callout__title">{title}</p> })}
            <p>{explanation} " " {when}</p>
            {replacement}
        </div>
    })
}
