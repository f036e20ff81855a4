//! An answer as lines of text.

use super::shown::Shown;
use super::window::Window;
use crate::core::response::LineRow;
use crate::core::session::{ResponseAnswer, ResponseQuestion};
use crate::ui::later::Later;
use crate::ui::pages::explorer::call::words;
use leptos::prelude::*;

/// The text: as it came when `raw`, else indented where that helps.
pub(super) fn lines(shown: Shown, raw: bool) -> AnyView {
    let total = Later::new(move || async move {
        match shown.ask(ResponseQuestion::Lines { raw, first: 0, count: 0 }).await {
            Ok(ResponseAnswer::Lines { total, .. }) => Ok(total),
            Ok(_) => Ok(0),
            Err(why) => Err(why),
        }
    });
    (move || match total.get() {
        None => view! { <p role="status">{words().answer_reading}</p> }.into_any(),
        Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        Some(Ok(total)) => scrolled(shown, raw, total),
    })
    .into_any()
}

fn scrolled(shown: Shown, raw: bool, total: u32) -> AnyView {
    let window = Window::new(total);
    let range = window.range();
    let rows = Later::new(move || {
        let (first, count) = range.get();
        async move {
            match shown.ask(ResponseQuestion::Lines { raw, first, count }).await {
                Ok(ResponseAnswer::Lines { rows, .. }) => (first..).zip(rows).collect(),
                _ => Vec::new(),
            }
        }
    });
    let line = move |(index, row): (u32, LineRow)| {
        view! {
            <div class="text__row" style:top=move || window.top(index) style:height=window.row_height()>
                <span class="text__number" aria-hidden="true">
                    {row.number}
                </span>
                <code>{row.text}</code>
            </div>
        }
    };
    view! {
        <div
            class="text window"
            tabindex="0"
            role="group"
            aria-label=words().answer_body
            node_ref=window.element
            on:scroll=move |_| window.scrolled()
        >
            <div class="window__space" style:height=move || window.tall()>
                <For each=move || rows.get().unwrap_or_default() key=|(index, _)| *index children=line />
            </div>
        </div>
    }
    .into_any()
}
