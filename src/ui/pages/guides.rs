//! The guides, and one guide.

use crate::core::address::Href;
use crate::core::catalogue::GuideKind;
use crate::core::catalogue::wire::{Catalogue, GuidePage};
use crate::core::i18n::words;
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::ui::context::{catalogue, fetch, href, language, text};
use crate::ui::kit::{ApiLinks, Breadcrumb, Contents, Page, Wait, WebLink};
use crate::ui::markdown::{Markdown, contents};
use leptos::prelude::*;

/// Every guide, then every use case.
#[component]
pub(super) fn Guides() -> impl IntoView {
    let catalogue = catalogue();
    let cases = list(&catalogue, GuideKind::UseCase);
    view! {
        <Breadcrumb here=text().guides_title.to_owned() />
        <Page title=text().guides_title.to_owned() />
        <p class="lead">{text().guides_intro}</p>
        {list(&catalogue, GuideKind::Guide)}
        {cases
            .map(|cases| {
                view! {
                    <section aria-labelledby="use-cases">
                        <h2 id="use-cases">{text().guides_use_cases}</h2>
                        {cases}
                    </section>
                }
            })}
    }
}

fn list(catalogue: &Catalogue, kind: GuideKind) -> Option<impl IntoView + use<>> {
    let lang = catalogue.site.content_language.tag();
    let guides: Vec<_> = catalogue
        .guides
        .iter()
        .filter(|guide| guide.kind == kind)
        .map(|guide| {
            view! {
                <li class="guide-link" lang=lang>
                    <a href=href(&Route::Guide(guide.slug.clone()))>{guide.title.clone()}</a>
                    <p>{guide.tagline.clone()}</p>
                </li>
            }
        })
        .collect();
    (!guides.is_empty()).then(|| view! { <ul class="guide-links">{guides}</ul> })
}

/// One guide: contents, text, the APIs it speaks of.
#[component]
pub(super) fn Guide(slug: Slug) -> impl IntoView {
    let (file, retry) = fetch::<GuidePage>(format!("guides/{slug}.json"));
    view! {
        <Wait file retry let:page>
            {guide_page(&page)}
        </Wait>
    }
}

fn guide_page(page: &GuidePage) -> impl IntoView + use<> {
    let content = catalogue().site.content_language;
    let document = page.body.clone();
    let entries = contents(&document);
    let service = page.guide.url.clone().map(|url| {
        view! {
            <p>
                <WebLink href=Href::Web(url) class="button">
                    {text().use_case_open}
                </WebLink>
            </p>
        }
    });
    let apis = page.guide.apis.clone();
    view! {
        <Breadcrumb above=vec![(Route::Guides, text().guides_title.to_owned())] here=page.guide.title.clone() />
        <Page title=page.guide.title.clone() is_content=true />
        <p class="lead" lang=content.tag()>
            {page.guide.tagline.clone()}
        </p>
        <div class="with-aside">
            <article class="with-aside__main">
                <Markdown document lang=content.tag() />
                {service}
            </article>
            <aside class="aside">
                <Contents entries />
                {(!apis.is_empty())
                    .then(|| {
                        view! {
                            <section aria-labelledby="guide-apis">
                                <h2 id="guide-apis">{text().guide_apis}</h2>
                                <ApiLinks slugs=apis />
                            </section>
                        }
                    })}
                <p class="updated">
                    {text().updated_label} "\u{a0}: " {words::date(page.guide.updated, language())}
                </p>
            </aside>
        </div>
    }
}
