//! Schemas as rows that open.

use crate::core::explorer::RowView;
use crate::ui::context::{catalogue, language, text};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;

/// A schema: what the whole is, then what it holds, opened once.
#[component]
pub(super) fn Rows(root: RowView) -> impl IntoView {
    let children: Vec<_> = root.children.iter().map(|child| row(child, None)).collect();
    let lang = catalogue().site.content_language.tag();
    view! {
        <p class="muted">{root.summary.get(language()).to_owned()}</p>
        <Markdown document=root.description.clone() lang />
        {(!children.is_empty()).then(|| view! { <ul class="rows">{children}</ul> })}
        {root.cut.then(|| view! { <p class="muted">{text().explorer_cut}</p> })}
    }
}

/// One place: its name, what it is, and what it holds behind a summary. `location`: where a parameter travels.
pub(super) fn row(row: &RowView, location: Option<&str>) -> AnyView {
    let lang = catalogue().site.content_language.tag();
    let label = row.label.get(language()).to_owned();
    let label = if row.named { view! { <code class="row__name">{label}</code> }.into_any() } else { label.into_any() };
    let location = location.map(|location| view! { <span class="badge">{location.to_owned()}</span> " " });
    let required = row.required.then(|| view! { <span class="badge">{text().explorer_required}</span> " " });
    let deprecated = row
        .deprecated
        .then(|| view! { <span class="badge badge--deprecated">{text().operation_deprecated}</span> " " });
    let recursive = row.recursive.then(|| view! { <p class="muted">{text().explorer_recursive}</p> });
    let cut = row.cut.then(|| view! { <p class="muted">{text().explorer_cut}</p> });
    let children: Vec<AnyView> = row.children.iter().map(|child| self::row(child, None)).collect();
    let inside = (!children.is_empty()).then(|| {
        view! {
            <details>
                <summary>{(text().fields_inside)(children.len())}</summary>
                <ul class="rows">{children}</ul>
            </details>
        }
    });
    view! {
        <li class="row">
            <p class="row__head">
                {label} " " {location} {required} {deprecated}
                <span class="muted">{row.summary.get(language()).to_owned()}</span>
            </p>
            <Markdown document=row.description.clone() lang />
            {recursive}
            {inside}
            {cut}
        </li>
    }
    .into_any()
}
