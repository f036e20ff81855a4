//! Every technical documentation in one table.

use crate::core::route::Route;
use crate::ui::context::{catalogue, href, text};
use crate::ui::kit::{AccessBadge, Breadcrumb, Page};
use leptos::prelude::*;

/// Every API with the number of its OpenAPI descriptions and operations.
#[component]
pub(super) fn Documentation() -> impl IntoView {
    let catalogue = catalogue();
    let lang = catalogue.site.content_language.tag();
    let count = |number: usize| match number {
        0 => view! { <span class="muted">{text().documentation_none}</span> }.into_any(),
        number => number.into_any(),
    };
    let rows = catalogue.apis.iter().map(|api| {
        let address = format!("{}#technical", href(&Route::Api(api.slug.clone())));
        view! {
            <tr>
                <th scope="row" lang=lang>
                    <a href=address>{api.title.clone()}</a>
                </th>
                <td>
                    <AccessBadge kind=api.access />
                </td>
                <td class="align-right">{count(api.documents)}</td>
                <td class="align-right">{count(api.operations)}</td>
            </tr>
        }
    });
    view! {
        <Breadcrumb here=text().documentation_title.to_owned() />
        <Page title=text().documentation_title.to_owned() />
        <p class="lead">{text().documentation_intro}</p>
        <p>
            <a href=href(&Route::Document { url: None, operation: None })>{text().documentation_any}</a>
        </p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=text().documentation_title>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{text().documentation_column_api}</th>
                        <th scope="col">{text().access_label}</th>
                        <th scope="col" class="align-right">
                            {text().documentation_column_documents}
                        </th>
                        <th scope="col" class="align-right">
                            {text().documentation_column_operations}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
