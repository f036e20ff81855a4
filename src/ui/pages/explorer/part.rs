//! The ways into the explorer, whose code is in parts of its own, each loaded when it is first needed: what is read, what
//! calls, what opens any document.

use super::Operations;
use super::any::Document;
use super::comparison::Comparison;
use super::fields::Fields;
use crate::core::route::Route;
use crate::ui::context::attempts;
use crate::ui::kit::Wait;
use leptos::prelude::*;

pub(super) use crate::ui::part::part;

/// Renders a page of the explorer. The document and the operation that are read follow the address by themselves.
type Render = fn(Route, Memo<Option<String>>, Memo<Option<String>>) -> AnyView;

/// A page of the explorer, once its code is here.
#[component]
pub(in crate::ui::pages) fn Explorer(
    page: Route,
    url: Memo<Option<String>>,
    operation: Memo<Option<String>>,
) -> impl IntoView {
    let (render, retry) = attempts(load);
    view! { <Wait file=render retry let:render>{render(page.clone(), url, operation)}</Wait> }
}

part! { explorer, Render, render }

fn render(page: Route, url: Memo<Option<String>>, operation: Memo<Option<String>>) -> AnyView {
    match page {
        Route::Explorer { api, document, .. } => view! { <Operations api document operation /> }.into_any(),
        Route::Fields { api, document } => view! { <Fields api document /> }.into_any(),
        Route::Comparison { api, before, document } => view! { <Comparison api before document /> }.into_any(),
        Route::Document { .. } => view! { <Document url operation /> }.into_any(),
        // No other page leads here.
        _ => ().into_any(),
    }
}
