//! What is around an API: datasets, partners, guides, uses, similar APIs.

use crate::core::address::Href;
use crate::core::catalogue::wire::{ApiPage, GuideSummary};
use crate::core::catalogue::{GuideKind, Partner};
use crate::core::route::Route;
use crate::core::search::related;
use crate::ui::context::{catalogue, href, text};
use crate::ui::kit::{ApiLinks, WebLink};
use leptos::prelude::*;
use std::sync::Arc;

/// What is around the API, each part only when there is something.
#[component]
pub(super) fn Related(page: Arc<ApiPage>) -> impl IntoView {
    let catalogue = catalogue();
    let mentions = |kind: GuideKind| -> Vec<GuideSummary> {
        let guides = catalogue.guides.iter();
        guides.filter(|guide| guide.kind == kind && guide.apis.contains(&page.slug)).cloned().collect()
    };
    let similar: Vec<_> = related(&catalogue, &page.slug)
        .into_iter()
        .filter_map(|index| catalogue.apis.get(index))
        .map(|api| api.slug.clone())
        .collect();
    let similar = (!similar.is_empty()).then(|| view! { <ApiLinks slugs=similar /> }.into_any());
    view! {
        {part("guides", text().related_guides, guides(mentions(GuideKind::Guide)))}
        {part("uses", text().related_uses, guides(mentions(GuideKind::UseCase)))}
        {part("datasets", text().datasets, datasets(&page))}
        {part("partners", text().partners, partners(&page))}
        {part("related", text().related_apis, similar)}
    }
}

fn part(id: &'static str, title: &'static str, content: Option<AnyView>) -> Option<impl IntoView> {
    let content = content?;
    Some(view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {content}
        </section>
    })
}

fn guides(guides: Vec<GuideSummary>) -> Option<AnyView> {
    if guides.is_empty() {
        return None;
    }
    let lang = catalogue().site.content_language.tag();
    let links = guides.into_iter().map(|guide| {
        view! {
            <li class="guide-link" lang=lang>
                <a href=href(&Route::Guide(guide.slug))>{guide.title}</a>
                <p>{guide.tagline}</p>
            </li>
        }
    });
    Some(view! { <ul class="guide-links">{links.collect_view()}</ul> }.into_any())
}

fn datasets(page: &ApiPage) -> Option<AnyView> {
    if page.api.datasets.is_empty() {
        return None;
    }
    let lang = catalogue().site.content_language.tag();
    let links = page.api.datasets.iter().map(|dataset| {
        let title = dataset.title.clone();
        view! {
            <li lang=lang>
                <WebLink href=Href::Web(dataset.url.clone())>{title}</WebLink>
            </li>
        }
    });
    Some(view! { <ul class="link-list">{links.collect_view()}</ul> }.into_any())
}

fn partners(page: &ApiPage) -> Option<AnyView> {
    if page.api.partners.is_empty() {
        return None;
    }
    let catalogue = catalogue();
    let names = page.api.partners.iter().map(|partner| match partner {
        Partner::Producer(slug) if catalogue.producers.iter().any(|producer| producer.slug == *slug) => {
            let name = catalogue.producer_name(slug).to_owned();
            view! { <a href=href(&Route::Producer(slug.clone()))>{name}</a> }.into_any()
        }
        Partner::Producer(slug) => slug.to_string().into_any(),
        Partner::Named(name) => name.clone().into_any(),
    });
    let items = names.map(|name| view! { <li>{name}</li> }).collect_view();
    Some(view! { <ul class="link-list" lang=catalogue.site.content_language.tag()>{items}</ul> }.into_any())
}
