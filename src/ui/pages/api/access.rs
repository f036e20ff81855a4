//! "May I use it?": the answer, per audience, with the way to ask and what to use instead.

use crate::core::address::{Href, HttpUrl};
use crate::core::catalogue::wire::ApiPage;
use crate::core::catalogue::{Access, AccessKind, Alternative, Audience, AudienceRule};
use crate::core::i18n::words::Words;
use crate::core::markdown::Document;
use crate::core::route::Route;
use crate::ui::context::{catalogue, href, language, text};
use crate::ui::kit::{VerdictMark, WebLink};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;
use std::sync::Arc;

/// Whether the reader may use the API.
#[component]
pub(super) fn AccessSection(page: Arc<ApiPage>) -> impl IntoView {
    let access = &page.api.access;
    let (answer, action) = match access.kind {
        AccessKind::Open => (text().may_i_open, None),
        AccessKind::Account => (text().may_i_account, button(access.account_url.as_ref(), text().create_account)),
        AccessKind::Restricted => (text().may_i_restricted, button(access.request_url.as_ref(), text().request_access)),
    };
    let delay = access.max_delay_days.map(|days| {
        view! { <p>{text().answer_delay} "\u{a0}: " {(text().days_at_most)(days)}</p> }
    });
    let check = Route::Access { api: page.slug.clone(), audience: None };
    view! {
        <section id="access" class="access" aria-labelledby="access-title">
            <h2 id="access-title">{text().may_i_title}</h2>
            <p class="access__answer">{answer}</p>
            {bundle(access)}
            {audiences(&page)}
            {delay}
            {action}
            <p>
                <a href=href(&check)>{text().may_i_check}</a>
            </p>
        </section>
    }
}

fn button(url: Option<&HttpUrl>, label: &'static str) -> Option<AnyView> {
    let url = url?.clone();
    Some(
        view! {
            <p>
                <WebLink href=Href::Web(url) class="button">
                    {label}
                </WebLink>
            </p>
        }
        .into_any(),
    )
}

fn bundle(access: &Access) -> Option<impl IntoView + use<>> {
    let slug = access.bundle.clone()?;
    let catalogue = catalogue();
    let title = catalogue.api(&slug).map_or_else(|| slug.to_string(), |api| api.title.clone());
    Some(view! {
        <p>
            {text().bundle_text} " " <a href=href(&Route::Api(slug)) lang=catalogue.site.content_language.tag()>
                {title}
            </a>
        </p>
    })
}

/// One line per rule, opened on demand; nothing when the API is for everyone and says no more.
fn audiences(page: &ApiPage) -> Option<impl IntoView + use<>> {
    let access = &page.api.access;
    if access.audiences.is_empty() {
        return None;
    }
    let unstated: Vec<Audience> =
        Audience::ALL.into_iter().filter(|audience| access.verdict(*audience).is_none()).collect();
    let unstated = (!unstated.is_empty()).then(|| {
        view! {
            <li class="audience">
                <span class="audience__who">{names(&unstated)}</span>
                " "
                <VerdictMark verdict=None />
            </li>
        }
    });
    let rules: Vec<_> =
        access.audiences.iter().zip(&page.explanations).map(|(one, explanation)| rule(one, explanation)).collect();
    Some(view! {
        <p>{text().may_i_intro}</p>
        <ul class="audiences">{rules} {unstated}</ul>
    })
}

fn rule(rule: &AudienceRule, explanation: &Document) -> impl IntoView + use<> {
    let line = view! {
        <span class="audience__who">{names(&rule.who)}</span>
        " "
        <VerdictMark verdict=Some(rule.verdict) />
    };
    let details = details(rule, explanation);
    if details.is_empty() {
        return view! { <li class="audience">{line}</li> }.into_any();
    }
    view! {
        <li class="audience">
            <details>
                <summary>{line}</summary>
                <div class="audience__details">{details}</div>
            </details>
        </li>
    }
    .into_any()
}

fn details(rule: &AudienceRule, explanation: &Document) -> Vec<AnyView> {
    let content = catalogue().site.content_language;
    let mut details = Vec::new();
    if !explanation.blocks.is_empty() {
        details.push(view! { <Markdown document=explanation.clone() lang=content.tag() /> }.into_any());
    }
    if let Some(basis) = rule.legal_basis.clone() {
        let line = view! {
            <p>
                <strong>{text().legal_basis} "\u{a0}: "</strong>
                <span lang=content.tag()>{basis}</span>
            </p>
        };
        details.push(line.into_any());
    }
    if !rule.alternatives.is_empty() {
        let links = rule.alternatives.iter().map(alternative).collect_view();
        let line = view! {
            <p>
                <strong>{text().alternatives} "\u{a0}:"</strong>
            </p>
            <ul>{links}</ul>
        };
        details.push(line.into_any());
    }
    details.extend(button(rule.request_url.as_ref(), text().request_access));
    details
}

fn alternative(alternative: &Alternative) -> impl IntoView + use<> {
    let catalogue = catalogue();
    let link = match alternative {
        Alternative::Api(slug) => {
            let title = catalogue.api(slug).map_or_else(|| slug.to_string(), |api| api.title.clone());
            view! {
                <a href=href(&Route::Api(slug.clone())) lang=catalogue.site.content_language.tag()>
                    {title}
                </a>
            }
            .into_any()
        }
        Alternative::Web(url) => {
            let label = url.as_str().split_once("://").map_or(url.as_str(), |(_, rest)| rest);
            let label = label.trim_end_matches('/').to_owned();
            view! { <WebLink href=Href::Web(url.clone())>{label}</WebLink> }.into_any()
        }
    };
    view! { <li>{link}</li> }
}

fn names(audiences: &[Audience]) -> String {
    audiences.iter().map(|audience| audience.words(language())).collect::<Vec<_>>().join(", ")
}
