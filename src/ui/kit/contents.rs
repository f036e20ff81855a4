//! The table of contents of a page.

use crate::core::address::Href;
use crate::ui::context::text;
use crate::ui::kit::WebLink;
use leptos::prelude::*;

/// One line of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui) struct ContentsEntry {
    /// Identifier of the heading.
    pub(in crate::ui) id: String,
    /// Its text.
    pub(in crate::ui) label: String,
    /// Whether it is below the entry before.
    pub(in crate::ui) nested: bool,
}

/// Links to the headings of the page; nothing below two of them.
#[component]
pub(in crate::ui) fn Contents(entries: Vec<ContentsEntry>) -> impl IntoView {
    if entries.len() < 2 {
        return None;
    }
    let links = entries.into_iter().map(|entry| {
        view! {
            <li class:contents__nested=entry.nested>
                <WebLink href=Href::Anchor(entry.id)>{entry.label}</WebLink>
            </li>
        }
    });
    Some(view! {
        <nav class="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">{text().contents}</h2>
            <ul>{links.collect_view()}</ul>
        </nav>
    })
}
