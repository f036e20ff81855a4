//! The page of one API: what it gives, whether you may use it, how to call it, who answers for it.

mod access;
mod facts;
mod lifecycle;
mod related;
mod technical;

use self::access::AccessSection;
use self::facts::Facts;
use self::lifecycle::Lifecycle;
use self::related::Related;
use self::technical::Technical;
use crate::core::catalogue::FranceConnect;
use crate::core::catalogue::wire::ApiPage;
use crate::core::i18n::words::Words;
use crate::core::id::Slug;
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{catalogue, fetch, href, language, text};
use crate::ui::kit::{AccessBadge, Breadcrumb, Contents, ContentsEntry, Page, StatusBadge, Wait};
use crate::ui::markdown::{Markdown, contents};
use crate::ui::pages::quality::Quality;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of one API.
#[component]
pub(super) fn Api(slug: Slug) -> impl IntoView {
    let (file, retry) = fetch::<ApiPage>(format!("apis/{slug}.json"));
    view! {
        <Wait file retry let:page>
            <Content page />
        </Wait>
    }
}

#[component]
fn Content(page: Arc<ApiPage>) -> impl IntoView {
    let catalogue = catalogue();
    let content = catalogue.site.content_language;
    let producer = catalogue.producer_name(&page.api.producer).to_owned();
    let franceconnect = (page.api.access.franceconnect != FranceConnect::None).then(|| {
        let mode = page.api.access.franceconnect.words(language()).to_lowercase();
        view! { <span class="badge">{text().franceconnect_label} "\u{a0}: " {mode}</span> }
    });
    view! {
        <Breadcrumb
            above=vec![(Route::Apis(BrowseQuery::default()), text().nav_apis.to_owned())]
            here=page.api.title.clone()
        />
        <header class="api-header">
            <Page title=page.api.title.clone() is_content=true />
            <p class="lead" lang=content.tag()>
                {page.api.tagline.clone()}
            </p>
            <p class="api-header__producer">
                {text().published_by_label} " "
                <a href=href(&Route::Producer(page.api.producer.clone())) lang=content.tag()>
                    {producer}
                </a>
            </p>
            <p class="badges">
                <AccessBadge kind=page.api.access.kind />
                <StatusBadge status=page.api.status />
                {franceconnect}
            </p>
        </header>
        <ApiContent page=page.clone() />
        <Quality api=page.slug.clone() />
    }
}

/// All of the page below its heading.
#[component]
pub(in crate::ui::pages) fn ApiContent(page: Arc<ApiPage>) -> impl IntoView {
    let content = catalogue().site.content_language;
    let document = page.body.clone();
    let entry = |id: &str, label: &str| ContentsEntry { id: id.to_owned(), label: label.to_owned(), nested: false };
    let mut entries = vec![entry("access", text().may_i_title)];
    entries.extend(contents(&document));
    entries.push(entry("technical", text().technical_documentation));
    let body = if document.blocks.is_empty() {
        view! { <p class="muted">{text().no_functional_documentation}</p> }.into_any()
    } else {
        view! { <Markdown document lang=content.tag() /> }.into_any()
    };
    view! {
        <Lifecycle page=page.clone() />
        <div class="with-aside with-aside--after-lead">
            <div class="with-aside__lead">
                <AccessSection page=page.clone() />
            </div>
            <aside class="aside">
                <Facts page=page.clone() />
                <Contents entries />
            </aside>
            <div class="with-aside__main">
                {body}
                <Technical page=page.clone() />
                <Related page />
            </div>
        </div>
    }
}
