//! The home page: the question, the three kinds of access, who you are, themes, first APIs, guides.

use crate::core::catalogue::wire::Catalogue;
use crate::core::catalogue::{AccessKind, Audience, GuideKind};
use crate::core::i18n::words::Words;
use crate::core::id::Slug;
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{catalogue, href, language, text};
use crate::ui::kit::{AccessBadge, ApiCard, Icon, IconName, Page, SearchBox};
use leptos::prelude::*;
use std::sync::Arc;

/// The home page.
#[component]
pub(super) fn Home() -> impl IntoView {
    let catalogue = catalogue();
    let tagline = catalogue.site.tagline.get(language()).to_owned();
    view! {
        <div class="home">
            <section class="hero">
                <Page title=tagline />
                <p class="hero__question">{text().home_question}</p>
                <SearchBox id="home-search" name=text().search_label />
                <p class="hero__counts">
                    <a href=href(&Route::Apis(BrowseQuery::default()))>{(text().apis_count)(catalogue.apis.len())}</a>
                    <a href=href(&Route::Producers)>
                        {format!("{}\u{a0}{}", catalogue.producers.len(), text().nav_producers.to_lowercase())}
                    </a>
                    <a href=href(
                        &Route::Guides,
                    )>{format!("{}\u{a0}{}", catalogue.guides.len(), text().nav_guides.to_lowercase())}</a>
                </p>
            </section>
            {access_kinds(&catalogue)}
            {audiences()}
            {themes(&catalogue)}
            {featured(&catalogue)}
            {guides(&catalogue)}
            {publish(&catalogue)}
        </div>
    }
}

fn access_kinds(catalogue: &Catalogue) -> impl IntoView + use<> {
    let cards = AccessKind::ALL.map(|kind| {
        let count = catalogue.apis.iter().filter(|api| api.access == kind).count();
        let explanation = match kind {
            AccessKind::Open => text().home_access_open,
            AccessKind::Account => text().home_access_account,
            AccessKind::Restricted => text().home_access_restricted,
        };
        let query = BrowseQuery { access: vec![kind], ..BrowseQuery::default() };
        view! {
            <li class="access-card">
                <AccessBadge kind />
                <p>{explanation}</p>
                <a href=href(&Route::Apis(query))>
                    {(text().apis_count)(count)} <span class="visually-hidden">" : " {kind.words(language())}</span>
                </a>
            </li>
        }
    });
    view! {
        <section aria-labelledby="home-access">
            <h2 id="home-access">{text().home_access_title}</h2>
            <ul class="access-cards">{cards.collect_view()}</ul>
        </section>
    }
}

fn audiences() -> impl IntoView {
    let links = Audience::ALL.map(|audience| {
        let query = BrowseQuery { audiences: vec![audience], ..BrowseQuery::default() };
        view! {
            <li>
                <a class="chip" href=href(&Route::Apis(query))>
                    {audience.words(language())}
                </a>
            </li>
        }
    });
    view! {
        <section aria-labelledby="home-audience">
            <h2 id="home-audience">{text().home_audience_title}</h2>
            <p>{text().home_audience_intro}</p>
            <ul class="chips">{links.collect_view()}</ul>
        </section>
    }
}

fn themes(catalogue: &Catalogue) -> impl IntoView + use<> {
    let links: Vec<_> = catalogue
        .themes
        .iter()
        .map(|theme| (theme, catalogue.apis.iter().filter(|api| api.themes.contains(&theme.slug)).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(theme, count)| {
            let query = BrowseQuery { themes: vec![theme.slug.clone()], ..BrowseQuery::default() };
            view! {
                <li>
                    <a href=href(&Route::Apis(query))>{theme.name.get(language()).to_owned()}</a>
                    " "
                    <span class="count">{count}</span>
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="home-themes">
            <h2 id="home-themes">{text().home_themes_title}</h2>
            <ul class="theme-list">{links}</ul>
        </section>
    }
}

fn featured(catalogue: &Arc<Catalogue>) -> impl IntoView + use<> {
    let cards: Vec<_> = catalogue
        .site
        .featured
        .iter()
        .filter_map(|slug| catalogue.apis.iter().find(|api| api.slug == *slug))
        .map(|api| {
            let producer = catalogue.producer_name(&api.producer).to_owned();
            view! {
                <li>
                    <ApiCard api=api.clone() producer level=3 />
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="home-featured">
            <h2 id="home-featured">{text().home_featured_title}</h2>
            <ul class="cards">{cards}</ul>
            <p>
                <a class="more" href=href(&Route::Apis(BrowseQuery::default()))>
                    {text().home_all_apis}
                    <Icon name=IconName::ArrowRight />
                </a>
            </p>
        </section>
    }
}

fn guides(catalogue: &Catalogue) -> impl IntoView + use<> {
    let lang = catalogue.site.content_language.tag();
    let links: Vec<_> = catalogue
        .guides
        .iter()
        .filter(|guide| guide.kind == GuideKind::Guide)
        .take(4)
        .map(|guide| {
            view! {
                <li class="guide-link" lang=lang>
                    <a href=href(&Route::Guide(guide.slug.clone()))>{guide.title.clone()}</a>
                    <p>{guide.tagline.clone()}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section aria-labelledby="home-guides">
            <h2 id="home-guides">{text().home_guides_title}</h2>
            <ul class="guide-links">{links}</ul>
            <p>
                <a class="more" href=href(&Route::Guides)>
                    {text().home_all_guides}
                    <Icon name=IconName::ArrowRight />
                </a>
            </p>
        </section>
    }
}

/// The way in for producers, when the content has the practical guide.
fn publish(catalogue: &Catalogue) -> Option<impl IntoView + use<>> {
    let guide =
        Slug::parse("guide-pratique").filter(|slug| catalogue.guides.iter().any(|guide| guide.slug == *slug))?;
    Some(view! {
        <section class="publish" aria-labelledby="home-publish">
            <h2 id="home-publish">{text().home_publish_title}</h2>
            <p>{text().home_publish_text}</p>
            <a class="button" href=href(&Route::Guide(guide))>
                {text().home_publish_action}
            </a>
        </section>
    })
}
