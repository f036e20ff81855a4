//! The bottom of every page, from `site.json`.

use super::context::{language, session, text};
use super::kit::WebLink;
use crate::core::address::Href;
use crate::core::catalogue::{FooterGroup, LabelledLink};
use leptos::prelude::*;

/// The bottom of every page. Empty until the catalogue is here.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let session = session();
    let content = move || {
        let catalogue = session.catalogue.get()?.ok()?;
        let publisher = catalogue.site.publisher.clone();
        let name = match publisher.url {
            Some(url) => view! { <WebLink href=Href::Web(url)>{publisher.name}</WebLink> }.into_any(),
            None => publisher.name.into_any(),
        };
        let groups: Vec<_> = catalogue.site.footer.iter().map(group).collect();
        Some(view! {
            <div class="site-footer__groups">{groups}</div>
            <p class="site-footer__publisher">{text().published_by_label} " " {name}</p>
        })
    };
    view! { <footer class="site-footer">{content}</footer> }
}

fn group(group: &FooterGroup) -> impl IntoView + use<> {
    view! {
        <section class="site-footer__group">
            <h2>{group.title.get(language()).to_owned()}</h2>
            <ul>{group.links.iter().filter_map(link).collect_view()}</ul>
        </section>
    }
}

fn link(link: &LabelledLink) -> Option<impl IntoView + use<>> {
    let href = Href::parse(&link.href)?;
    let label = link.label.get(language()).to_owned();
    Some(view! {
        <li>
            <WebLink href>{label}</WebLink>
        </li>
    })
}
