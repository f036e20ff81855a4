//! The facts beside the text: access, producer, contact, service level, licence, freshness.

use crate::core::address::{Href, HttpUrl};
use crate::core::catalogue::Api;
use crate::core::catalogue::wire::ApiPage;
use crate::core::i18n::words::{self, Words};
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{catalogue, href, language, text};
use crate::ui::kit::WebLink;
use leptos::prelude::*;
use std::sync::Arc;

/// The facts, in groups; a fact that is not known is not shown.
#[component]
pub(super) fn Facts(page: Arc<ApiPage>) -> impl IntoView {
    let api = &page.api;
    view! {
        <section class="facts" aria-labelledby="facts-title">
            <h2 id="facts-title">{text().facts}</h2>
            <dl class="facts__list">{general(api)} {service_level(api)} {freshness(api)}</dl>
        </section>
    }
}

fn general(api: &Api) -> Vec<AnyView> {
    let catalogue = catalogue();
    let content = catalogue.site.content_language.tag();
    let themes = api.themes.iter().map(|theme| {
        let query = BrowseQuery { themes: vec![theme.clone()], ..BrowseQuery::default() };
        let name = catalogue.theme_name(theme, language()).to_owned();
        view! {
            <li>
                <a href=href(&Route::Apis(query))>{name}</a>
            </li>
        }
    });
    let producer = catalogue.producer_name(&api.producer).to_owned();
    let producer = view! {
        <a href=href(&Route::Producer(api.producer.clone())) lang=content>
            {producer}
        </a>
    };
    let mut facts = vec![
        fact(text().producer_label, producer),
        fact(text().status_label, api.status.words(language())),
        fact(text().themes_label, view! { <ul class="inline-list">{themes.collect_view()}</ul> }),
    ];
    if let Some(url) = &api.base_url {
        facts.push(fact(text().base_url_label, view! { <code class="wrap">{url.to_string()}</code> }));
    }
    facts.extend(web(text().sandbox_label, api.sandbox.as_ref()));
    if let Some(email) = &api.contact.email {
        let (mailto, email) = (email.mailto(), email.to_string());
        let link = view! { <WebLink href=Href::Mail(mailto)>{email}</WebLink> };
        facts.push(fact(text().contact_label, link));
    }
    facts.extend(web(text().contact_form, api.contact.form.as_ref()));
    if let Some(licence) = api.licence.clone() {
        facts.push(fact(text().licence_label, licence));
    }
    facts.extend(web(text().terms_label, api.terms_url.as_ref()));
    facts
}

fn service_level(api: &Api) -> Vec<AnyView> {
    let level = &api.service_level;
    let mut facts = Vec::new();
    if let Some(availability) = level.availability {
        facts.push(fact(text().availability, words::percent(availability, language())));
    }
    if let Some(milliseconds) = level.response_time_ms {
        let time = format!("{}\u{a0}ms", words::number(u64::from(milliseconds), language()));
        facts.push(fact(text().response_time, time));
    }
    if !level.rate_limits.is_empty() || level.rate_limit_note.is_some() {
        let limits = level.rate_limits.iter().map(|limit| view! { <li>{words::rate_limit(limit, language())}</li> });
        let limits = limits.collect_view();
        let content = catalogue().site.content_language.tag();
        let note = level.rate_limit_note.clone().map(|note| view! { <li lang=content>{note}</li> });
        facts.push(fact(text().rate_limits, view! { <ul class="plain-list">{limits} {note}</ul> }));
    }
    facts.extend(web(text().status_page, level.status_url.as_ref()));
    facts.extend(web(text().usage_page, level.usage_url.as_ref()));
    facts
}

fn freshness(api: &Api) -> Vec<AnyView> {
    let day = |day| {
        view! { <time datetime=format!("{day}")>{words::date(day, language())}</time> }
    };
    let content = catalogue().site.content_language.tag();
    let mut facts = Vec::new();
    if let Some(frequency) = api.update_frequency {
        facts.push(fact(text().frequency_label, frequency.words(language())));
    }
    if let Some(coverage) = api.coverage.clone() {
        facts.push(fact(text().coverage_label, view! { <span lang=content>{coverage}</span> }));
    }
    facts.push(fact(text().created_label, day(api.created)));
    facts.push(fact(text().updated_label, day(api.updated)));
    facts
}

fn fact(label: &'static str, value: impl IntoView + 'static) -> AnyView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// A link shown by its host: addresses are long, the column is not.
fn web(label: &'static str, url: Option<&HttpUrl>) -> Option<AnyView> {
    let url = url?.clone();
    let host = url.host();
    Some(fact(label, view! { <WebLink href=Href::Web(url)>{host}</WebLink> }))
}
