//! One API in a list: title, one line, producer, access, what it offers.

use super::{AccessBadge, StatusBadge};
use crate::core::catalogue::FranceConnect;
use crate::core::catalogue::wire::ApiSummary;
use crate::core::i18n::words;
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::core::search::highlight;
use crate::ui::context::{href, language, text};
use leptos::prelude::*;

/// One API in a list. `words` are marked in its title and tagline.
#[component]
pub(in crate::ui) fn ApiCard(
    /// The API.
    api: ApiSummary,
    /// Name of its producer.
    producer: String,
    /// Words that were searched.
    #[prop(optional)]
    words: String,
    /// Level of its heading: 2 or 3.
    #[prop(default = 2)]
    level: u8,
) -> impl IntoView {
    let lang = crate::ui::context::catalogue().site.content_language.tag();
    let title = marked(&api.title, &words);
    let link = view! {
        <a href=href(&Route::Api(api.slug.clone())) lang=lang>
            {title}
        </a>
    };
    let heading = if level == 3 {
        view! { <h3 class="card__title">{link}</h3> }.into_any()
    } else {
        view! { <h2 class="card__title">{link}</h2> }.into_any()
    };
    let franceconnect =
        (api.franceconnect != FranceConnect::None).then(|| view! { <li>{text().franceconnect_label}</li> });
    let openapi = (api.documents > 0).then(|| view! { <li>"OpenAPI"</li> });
    view! {
        <article class="card">
            {heading} <p class="card__tagline" lang=lang>
                {marked(&api.tagline, &words)}
            </p> <p class="card__producer" lang=lang>
                {producer}
            </p> <ul class="card__facts">
                <li>
                    <AccessBadge kind=api.access />
                </li>
                <li>
                    <StatusBadge status=api.status />
                </li>
                {openapi}
                {franceconnect}
                <li class="card__date">
                    {text().updated_label} "\u{a0}: " {words::date(api.updated, language())}
                </li>
            </ul>
        </article>
    }
}

/// The text, with the words that were found marked.
fn marked(text: &str, words: &str) -> Vec<AnyView> {
    highlight(text, words)
        .into_iter()
        .map(|(found, part)| {
            let part = part.to_owned();
            if found { view! { <mark>{part}</mark> }.into_any() } else { part.into_any() }
        })
        .collect()
}

/// A plain list of links to APIs; slugs that lead nowhere are left out (`check` reports them).
#[component]
pub(in crate::ui) fn ApiLinks(slugs: Vec<Slug>) -> impl IntoView {
    let catalogue = crate::ui::context::catalogue();
    let links = slugs.iter().filter_map(|slug| catalogue.api(slug)).map(|api| {
        view! {
            <li>
                <a href=href(&Route::Api(api.slug.clone())) lang=catalogue.site.content_language.tag()>
                    {api.title.clone()}
                </a>
            </li>
        }
    });
    view! { <ul class="link-list">{links.collect_view()}</ul> }
}
