//! Going through a long list some rows at a time.

use super::super::words;
use crate::core::i18n::words::number;
use crate::ui::context::language;
use leptos::prelude::*;

/// Some rows of a list. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Page {
    /// Where rows are asked from.
    pub(super) first: RwSignal<u32>,
    /// The first row that is shown: the oldest messages of a stream are no longer there.
    pub(super) from: Signal<u32>,
    /// Rows shown at once.
    pub(super) size: u32,
    /// How many there are.
    pub(super) total: Signal<u32>,
}

impl Page {
    fn last(self) -> u32 {
        self.from.get().saturating_add(self.size).min(self.total.get())
    }
}

/// Which rows are shown, and buttons for those before and after. They stay where they are, and keep the focus.
pub(super) fn pager(page: Page) -> AnyView {
    let in_words = |value: u32| number(u64::from(value), language());
    let shown = move || {
        let (from, total) = (page.from.get(), page.total.get());
        let (from, last, total) = (in_words((from + 1).min(total)), in_words(page.last()), in_words(total));
        format!("{} {from}–{last} {} {total}", words().table_rows, words().table_of)
    };
    let is_first = move || page.from.get() == 0;
    let is_last = move || page.last() >= page.total.get();
    let back = move |_| {
        if !is_first() {
            page.first.set(page.from.get_untracked().saturating_sub(page.size));
        }
    };
    let on = move |_| {
        if !is_last() {
            page.first.set(page.last());
        }
    };
    let turn = (page.total.get_untracked() > page.size).then(|| {
        view! {
            <button
                type="button"
                class="button button--quiet"
                aria-disabled=move || is_first().to_string()
                on:click=back
            >
                {words().table_previous}
            </button>
            <button
                type="button"
                class="button button--quiet"
                aria-disabled=move || is_last().to_string()
                on:click=on
            >
                {words().table_next}
            </button>
        }
    });
    view! {
        <p class="pager">
            <span role="status">{shown}</span>
            {turn}
        </p>
    }
    .into_any()
}
