//! The technical documentation: OpenAPI documents with their operations, and the producer's own pages.

use crate::browser::address;
use crate::core::address::Href;
use crate::core::catalogue::OpenApiSource;
use crate::core::catalogue::wire::ApiPage;
use crate::core::openapi::{Outline, OutlineOperation};
use crate::core::route::Route;
use crate::ui::context::{catalogue, href, text};
use crate::ui::kit::{MethodBadge, WebLink};
use leptos::prelude::*;
use std::sync::Arc;

/// Operations shown before "show all".
const SHOWN: usize = 12;

/// The technical documentation.
#[component]
pub(super) fn Technical(page: Arc<ApiPage>) -> impl IntoView {
    let documents: Vec<_> = page
        .api
        .openapi
        .iter()
        .enumerate()
        .map(|(index, source)| document(&page, index, source, page.outlines.get(index).and_then(Option::as_ref)))
        .collect();
    let human = page.api.documentation.clone().map(|url| {
        view! {
            <p>
                <WebLink href=Href::Web(url)>{text().human_documentation}</WebLink>
            </p>
        }
    });
    let none = (documents.is_empty() && human.is_none()).then(|| view! { <p>{text().technical_none}</p> });
    view! {
        <section id="technical" class="technical" aria-labelledby="technical-title">
            <h2 id="technical-title">{text().technical_documentation}</h2>
            {human}
            {documents}
            {none}
        </section>
    }
}

fn document(page: &ApiPage, index: usize, source: &OpenApiSource, outline: Option<&Outline>) -> AnyView {
    let lang = catalogue().site.content_language.tag();
    let Some(outline) = outline else {
        let label = source.title.clone().unwrap_or_else(|| text().openapi_elsewhere.to_owned());
        let link = source.url.clone().map(|url| view! { <WebLink href=Href::Web(url)>{label}</WebLink> });
        return view! { <p>{link}</p> }.into_any();
    };
    let title = source.title.clone().unwrap_or_else(|| outline.title.clone());
    let file = address::file(&format!("data/openapi/{}/{index}.json", page.slug));
    let servers = outline.servers.iter().map(|server| view! { <li><code class="wrap">{server.clone()}</code></li> });
    let servers = servers.collect_view();
    let explorer = Route::Explorer { api: page.slug.clone(), document: index, operation: None };
    let count = outline.operations.len();
    let mut rows: Vec<_> = outline.operations.iter().map(|operation| row(operation, lang)).collect();
    let rest = if count > SHOWN + 2 { rows.split_off(SHOWN) } else { Vec::new() };
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details>
                <summary>{text().show_all_operations}</summary>
                {table(rest)}
            </details>
        }
    });
    view! {
        <section class="document">
            <h3 lang=lang>{title}</h3>
            <p class="muted">
                {format!("OpenAPI\u{a0}{} · ", outline.openapi)} {(text().operations_count)(count)}
            </p>
            {(!outline.servers.is_empty())
                .then(|| view! { <p>{text().servers}</p><ul class="plain-list">{servers}</ul> })}
            <p>
                <a class="button" href=href(&explorer)>
                    {text().explorer_open}
                </a>
            </p>
            {table(rows)}
            {rest}
            <p>
                <a href=file download=format!("{}.json", page.slug)>
                    {text().openapi_download}
                </a>
            </p>
        </section>
    }
    .into_any()
}

fn table(rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=text().operations>
            <table class="operations">
                <thead>
                    <tr>
                        <th scope="col">{text().method}</th>
                        <th scope="col">{text().path}</th>
                        <th scope="col">{text().summary}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(operation: &OutlineOperation, lang: &'static str) -> AnyView {
    let deprecated = operation
        .deprecated
        .then(|| view! { " " <span class="badge badge--deprecated">{text().operation_deprecated}</span> });
    view! {
        <tr>
            <td>
                <MethodBadge method=operation.method.clone() />
            </td>
            <td>
                <code class="wrap">{operation.path.clone()}</code>
                {deprecated}
            </td>
            <td lang=lang>{operation.summary.clone()}</td>
        </tr>
    }
    .into_any()
}
