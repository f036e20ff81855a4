//! One row of the tree.

use super::super::words;
use super::tree::{Branches, identifier};
use crate::core::i18n::words::number;
use crate::core::response::{NodeKind, TreeRow};
use crate::core::session::RowMarks;
use crate::ui::context::language;
use leptos::prelude::*;

/// Deepest indentation: beyond, rows say how deep they are to assistive technologies only.
const DEEPEST: u32 = 14;

/// A value, what holds it on its left, what is wrong with it on its right.
pub(super) fn row(branches: Branches, index: u32, row: &TreeRow, marks: Option<RowMarks>) -> AnyView {
    let window = branches.window;
    let key = match (&row.key, row.index) {
        (Some(key), _) => Some(view! { <span class="tree__key">{key.clone()}</span> }.into_any()),
        (None, Some(place)) => Some(view! { <span class="tree__index">{place}</span> }.into_any()),
        (None, None) => None,
    };
    let colon = key.is_some().then_some(": ");
    let sign = match (row.children > 0, row.folded) {
        (false, _) => "",
        (true, true) => "▸",
        (true, false) => "▾",
    };
    let expanded = (row.children > 0).then(|| (!row.folded).to_string());
    let is_active = move || branches.active.get() == index;
    let kept = row.clone();
    view! {
        <div
            role="treeitem"
            id=identifier(index)
            class="tree__row"
            class:tree__row--active=is_active
            class:tree__row--marked=marks.is_some()
            style:top=move || window.top(index)
            style:height=window.row_height()
            style:padding-left=format!("{}rem", f64::from(row.depth.min(DEEPEST)).mul_add(0.9, 0.4))
            aria-posinset=row.position.to_string()
            aria-setsize=row.siblings.to_string()
            aria-expanded=expanded
            aria-selected=move || is_active().to_string()
            on:click=move |_| branches.toggle(index, &kept)
        >
            <span class="tree__sign" aria-hidden="true">
                {sign}
            </span>
            {key}
            {colon}
            {value(row)}
            {marks.as_ref().map(|marks| deviations(branches, marks))}
        </div>
    }
    .attr("aria-level", row.depth.saturating_add(1).to_string())
    .into_any()
}

fn value(row: &TreeRow) -> AnyView {
    let cut = row.cut.then_some("…");
    let (class, text) = match row.kind {
        NodeKind::Object | NodeKind::Array => {
            let name = if row.kind == NodeKind::Array { words().tree_list } else { words().tree_object };
            let count = number(u64::from(row.children), language());
            let beginning = row.folded.then(|| {
                view! {
                    <span class="tree__beginning" aria-hidden="true">
                        {row.text.clone()}
                        {cut}
                    </span>
                }
            });
            return view! {
                <span class="tree__count">{name} " (" {count} ")"</span>
                {beginning}
            }
            .into_any();
        }
        NodeKind::String => ("tree__string", format!("\"{}\"", row.text)),
        NodeKind::Number => ("tree__number", row.text.clone()),
        NodeKind::Boolean | NodeKind::Null => ("tree__word", row.text.clone()),
    };
    view! { <span class=class>{text} {cut}</span> }.into_any()
}

/// What is not as described, in words.
fn deviations(branches: Branches, marks: &RowMarks) -> AnyView {
    let messages = branches.shown.checked.with_untracked(|checked| {
        let Some(Some(Ok(found))) = checked else { return String::new() };
        let message = |position: &u32| found.get(*position as usize).map(|one| one.message.get(language()));
        marks.own.iter().filter_map(message).collect::<Vec<_>>().join(" ")
    });
    let inside = (marks.inside > 0).then(|| format!("{} {}", marks.inside, words().answer_marks_inside));
    view! { <span class="tree__mark">"⚠ " {messages} {inside}</span> }.into_any()
}
