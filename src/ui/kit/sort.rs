//! The heading of a column that sorts its table.

use leptos::prelude::*;

/// What sorts a table: a column, and whether the greatest comes first; nothing, as it came.
pub(in crate::ui) type SortOrder<Column> = Option<(Column, bool)>;

/// A heading that sorts: the smallest first, then the greatest, then as it came. `before` is done first.
pub(in crate::ui) fn sort_heading<Column: Copy + PartialEq + Send + Sync + 'static>(
    column: Column,
    name: String,
    order: RwSignal<SortOrder<Column>>,
    before: impl Fn() + 'static,
) -> AnyView {
    let state = move || order.get().filter(|(sorted, _)| *sorted == column).map(|(_, descending)| descending);
    let sort = move |_| {
        before();
        order.set(match untrack(state) {
            None => Some((column, false)),
            Some(false) => Some((column, true)),
            Some(true) => None,
        });
    };
    let in_words = move || state().map(|descending| if descending { "descending" } else { "ascending" });
    let sign = move || match state() {
        None => "↕",
        Some(false) => "▲",
        Some(true) => "▼",
    };
    view! {
        <th scope="col" aria-sort=in_words>
            <button type="button" class="table__sort" on:click=sort>
                {name}
                <span aria-hidden="true">" " {sign}</span>
            </button>
        </th>
    }
    .into_any()
}
