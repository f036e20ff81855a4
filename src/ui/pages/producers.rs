//! The producers, and the page of one.

use crate::core::address::Href;
use crate::core::catalogue::wire::{ApiSummary, Catalogue, ProducerPage, ProducerSummary};
use crate::core::catalogue::{Producer as ProducerFacts, ProducerKind};
use crate::core::i18n::words::Words;
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::ui::context::{catalogue, fetch, href, language, text};
use crate::ui::kit::{ApiCard, Breadcrumb, Page, Wait, WebLink};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;

/// Every producer, by kind.
#[component]
pub(super) fn Producers() -> impl IntoView {
    const KINDS: [ProducerKind; 8] = [
        ProducerKind::Ministry,
        ProducerKind::PublicBody,
        ProducerKind::LocalAuthority,
        ProducerKind::Gip,
        ProducerKind::PublicCompany,
        ProducerKind::Association,
        ProducerKind::Court,
        ProducerKind::Other,
    ];
    let catalogue = catalogue();
    let lang = catalogue.site.content_language.tag();
    let group = |kind: ProducerKind| {
        let producers: Vec<_> = catalogue
            .producers
            .iter()
            .filter(|producer| producer.kind == kind)
            .map(|producer| entry(&catalogue, producer))
            .collect();
        (!producers.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{kind.words(language())}</h2>
                    <ul class="producers" lang=lang>
                        {producers}
                    </ul>
                </section>
            }
        })
    };
    view! {
        <Breadcrumb here=text().producers_title.to_owned() />
        <Page title=text().producers_title.to_owned() />
        <p class="lead">{text().producers_intro}</p>
        {KINDS.map(group).collect_view()}
    }
}

fn entry(catalogue: &Catalogue, producer: &ProducerSummary) -> impl IntoView + use<> {
    let count = catalogue.apis.iter().filter(|api| api.producer == producer.slug).count();
    let acronym = producer.acronym.clone().map(|acronym| view! { <span class="acronym">{acronym}</span> });
    view! {
        <li>
            <a href=href(&Route::Producer(producer.slug.clone()))>{producer.name.clone()}</a>
            " "
            {acronym}
            <span class="count" lang=language().tag()>
                {(text().apis_count)(count)}
            </span>
        </li>
    }
}

/// One producer: what it is, how to reach it, its APIs.
#[component]
pub(super) fn Producer(slug: Slug) -> impl IntoView {
    let (file, retry) = fetch::<ProducerPage>(format!("producers/{slug}.json"));
    view! {
        <Wait file retry let:page>
            {producer_page(&page)}
        </Wait>
    }
}

fn producer_page(page: &ProducerPage) -> impl IntoView + use<> {
    let catalogue = catalogue();
    let content = catalogue.site.content_language;
    let partner_of = catalogue.producers.iter().find(|producer| producer.slug == page.slug);
    let partner_of = partner_of.map(|producer| producer.partner_of.clone()).unwrap_or_default();
    let published: Vec<ApiSummary> = catalogue.apis.iter().filter(|api| api.producer == page.slug).cloned().collect();
    let shared: Vec<ApiSummary> = catalogue.apis.iter().filter(|api| partner_of.contains(&api.slug)).cloned().collect();
    let name = match &page.producer.acronym {
        Some(acronym) => format!("{} ({acronym})", page.producer.name),
        None => page.producer.name.clone(),
    };
    let none = published.is_empty().then(|| view! { <p>{text().producer_no_api}</p> });
    view! {
        <Breadcrumb
            above=vec![(Route::Producers, text().producers_title.to_owned())]
            here=page.producer.name.clone()
        />
        <Page title=name is_content=true />
        <div class="with-aside">
            <div class="with-aside__main">
                <Markdown document=page.body.clone() lang=content.tag() />
                <section aria-labelledby="published">
                    <h2 id="published">{text().producer_apis}</h2>
                    {none}
                    {cards(&catalogue, published)}
                </section>
                {(!shared.is_empty())
                    .then(|| {
                        view! {
                            <section aria-labelledby="shared">
                                <h2 id="shared">{text().producer_partner_apis}</h2>
                                {cards(&catalogue, shared)}
                            </section>
                        }
                    })}
            </div>
            <aside class="facts" aria-label=text().facts>
                {links(&page.producer)}
            </aside>
        </div>
    }
}

fn cards(catalogue: &Catalogue, apis: Vec<ApiSummary>) -> impl IntoView + use<> {
    let cards: Vec<_> = apis
        .into_iter()
        .map(|api| {
            let producer = catalogue.producer_name(&api.producer).to_owned();
            view! {
                <li>
                    <ApiCard api producer level=3 />
                </li>
            }
        })
        .collect();
    view! { <ul class="cards cards--list">{cards}</ul> }
}

fn links(producer: &ProducerFacts) -> impl IntoView + use<> {
    let web = |label: &'static str, url: &Option<crate::core::address::HttpUrl>| {
        let url = url.clone()?;
        let host = url.host();
        Some(view! {
            <div>
                <dt>{label}</dt>
                <dd>
                    <WebLink href=Href::Web(url)>{host}</WebLink>
                </dd>
            </div>
        })
    };
    let email = producer.contact.email.clone().map(|email| {
        view! {
            <div>
                <dt>{text().contact_email}</dt>
                <dd>
                    <WebLink href=Href::Mail(email.mailto())>{email.to_string()}</WebLink>
                </dd>
            </div>
        }
    });
    view! {
        <dl class="facts__list">
            {web(text().website, &producer.website)} {email} {web(text().contact_form, &producer.contact.form)}
            {web(text().directory, &producer.directory)} {web(text().open_data_portal, &producer.open_data)}
            {web(text().api_portal, &producer.api_portal)}
        </dl>
    }
}
