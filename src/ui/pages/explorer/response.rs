//! The answers of an operation, and what may be called next.

use super::media::content;
use super::opening::{LAST, Opening, fold, link};
use super::row::row;
use super::words;
use crate::core::explorer::anchor::{Place, child};
use crate::core::explorer::{LinkView, ResponseView};
use crate::core::markdown::{Block, Document, plain_text};
use crate::core::route::Route;
use crate::ui::context::{catalogue, href, text};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;

/// One answer of an operation of the document that `document` leads to. `prefix`: the anchor of what it answers to.
pub(super) fn response(response: &ResponseView, prefix: &str, document: &Route, opening: Opening) -> AnyView {
    let lang = catalogue().site.content_language.tag();
    let anchor = child(prefix, &response.segment());
    let class = format!("status status--{}", response.status.chars().next().unwrap_or('d').to_ascii_lowercase());
    let is_open = response.opens_at_first();
    // A description of one paragraph, as nearly all are, tells closed answers apart.
    let (lead, more) = match response.description.blocks.as_slice() {
        [Block::Paragraph(content)] => (plain_text(content), Document::default()),
        _ => (String::new(), response.description.clone()),
    };
    let summary = view! {
        <span class=class>{response.status.clone()}</span>
        " "
        <span lang=lang>{lead}</span>
    };
    let (shown, document, place) = (response.clone(), document.clone(), anchor.clone());
    let inside = move || {
        let held = match shown.awaited {
            false => held(&shown, &place, &document, opening),
            true => opening.rest.show(&place, |found| match found {
                Place::Response(whole) => held(whole, &place, &document, opening),
                _ => ().into_any(),
            }),
        };
        let more = (!more.blocks.is_empty()).then(|| view! { <Markdown document=more.clone() lang /> });
        view! { <div class="response__content">{more} {held}</div> }.into_any()
    };
    let details = fold(opening, (anchor.clone(), 0), is_open, "response", summary, inside);
    let link = link(opening, &anchor, &response.status);
    view! {
        <div class="answer" id=anchor>
            {details}
            {link}
        </div>
    }
    .into_any()
}

/// What an answer holds beside its description.
fn held(response: &ResponseView, anchor: &str, document: &Route, opening: Opening) -> AnyView {
    view! {
        {headers(response, anchor, opening)}
        {content(&response.content, anchor, opening)}
        {links(&response.links, document)}
    }
    .into_any()
}

fn headers(response: &ResponseView, anchor: &str, opening: Opening) -> Option<AnyView> {
    let headers = response.headers.clone();
    let anchor = child(anchor, "headers");
    (!headers.is_empty()).then(|| {
        let place = (anchor.clone(), LAST);
        let rows = move || {
            let rows: Vec<_> = headers
                .iter()
                .map(|header| row(&header.row, None, child(&anchor, &header.row.segment()), 1, opening))
                .collect();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        fold(opening, place, false, "", text().explorer_headers, rows)
    })
}

fn links(links: &[LinkView], document: &Route) -> Option<impl IntoView + use<>> {
    let lang = catalogue().site.content_language.tag();
    if links.is_empty() {
        return None;
    }
    let one = |link: &LinkView| {
        let target = match (&link.operation, document) {
            (Some(operation), Route::Explorer { api, document, .. }) => {
                let route =
                    Route::Explorer { api: api.clone(), document: *document, operation: Some(operation.clone()) };
                view! { <a href=href(&route)>{operation.clone()}</a> }.into_any()
            }
            _ => view! { <code class="wrap">{link.target.clone()}</code> }.into_any(),
        };
        let parameters = link.parameters.iter().map(|(name, value)| {
            view! {
                <li>
                    <code class="row__name wrap">{name.clone()}</code>
                    " = "
                    <code class="wrap">{value.clone()}</code>
                </li>
            }
        });
        let parameters = parameters.collect_view();
        view! {
            <li class="row">
                <p class="row__head">
                    <code class="row__name">{link.name.clone()}</code>
                    " → "
                    {target}
                </p>
                <Markdown document=link.description.clone() lang />
                <ul class="plain-list">{parameters}</ul>
            </li>
        }
    };
    Some(view! {
        <section class="links">
            <h4>{words().links}</h4>
            <ul class="rows">{links.iter().map(one).collect_view()}</ul>
        </section>
    })
}
