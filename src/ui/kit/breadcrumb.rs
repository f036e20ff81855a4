//! Where the page is in the site.

use crate::core::route::Route;
use crate::ui::context::{href, text};
use leptos::prelude::*;

/// The pages above this one, then this one.
#[component]
pub(in crate::ui) fn Breadcrumb(
    /// Pages between the home page and this one.
    #[prop(optional)]
    above: Vec<(Route, String)>,
    /// Title of this page.
    here: String,
) -> impl IntoView {
    let home = std::iter::once((Route::Home, text().nav_home.to_owned()));
    let links = home.chain(above).map(|(route, label)| {
        view! {
            <li>
                <a href=href(&route)>{label}</a>
            </li>
        }
    });
    view! {
        <nav class="breadcrumb" aria-label=text().breadcrumb>
            <ol>
                {links.collect_view()} <li>
                    <span aria-current="page">{here}</span>
                </li>
            </ol>
        </nav>
    }
}
