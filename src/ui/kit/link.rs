//! Links written in content or given by it.

use super::{Icon, IconName};
use crate::browser::address;
use crate::core::address::{Href, percent_encode};
use crate::ui::context::{session, text};
use leptos::prelude::*;

/// A link to anywhere an [`Href`] may lead. Other sites are marked, for the eye and for the ear.
#[component]
pub(in crate::ui) fn WebLink(
    /// Where it leads.
    href: Href,
    /// Style of the link.
    #[prop(optional)]
    class: &'static str,
    /// Its text.
    children: Children,
) -> impl IntoView {
    match href {
        Href::Internal(path) => {
            // Files are the server's, pages are ours.
            let page = path.split(['?', '#']).next().unwrap_or_default();
            let rel = page.rsplit('/').next().is_some_and(|name| name.contains('.')).then_some("external");
            view! { <a class=class href=address::file(&path) rel=rel>{children()}</a> }.into_any()
        }
        Href::Anchor(id) => {
            let here = session().location.read_untracked().pathname.clone();
            view! { <a class=class href=format!("{here}#{}", percent_encode(&id))>{children()}</a> }.into_any()
        }
        Href::Mail(address) | Href::Telephone(address) => {
            view! { <a class=class href=address>{children()}</a> }.into_any()
        }
        Href::Web(url) => view! {
            <a class=class href=url.as_str().to_owned() rel="external noopener">
                {children()}
                <Icon name=IconName::External />
                <span class="visually-hidden">{format!(" ({})", text().external_link)}</span>
            </a>
        }
        .into_any(),
    }
}
