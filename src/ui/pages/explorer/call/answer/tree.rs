//! JSON as a tree: one element a row in sight, the keyboard of trees (WAI-ARIA), what is not as described marked in place.

use super::super::words;
use super::shown::Shown;
use super::tree_row::row;
use super::tree_tools::tools;
use super::window::Window;
use crate::core::response::TreeRow;
use crate::core::session::{Found, ResponseAnswer, ResponseQuestion, RowMarks};
use crate::ui::later::{Later, run_while};
use leptos::prelude::*;

/// Rows asked for: which they are, what is marked of each.
pub(super) type Rows = Vec<(u32, TreeRow, Option<RowMarks>)>;

/// The tree on the page. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Branches {
    pub(super) shown: Shown,
    pub(super) window: Window,
    /// The row that keys act on.
    pub(super) active: RwSignal<u32>,
    /// Changes with what is folded.
    version: RwSignal<u32>,
    pub(super) rows: Later<Rows>,
}

impl Branches {
    fn new(shown: Shown) -> Self {
        let window = Window::new(shown.view.with_value(|view| view.rows));
        let version = RwSignal::new(0_u32);
        let range = window.range();
        let rows = Later::new(move || {
            version.track();
            // Marks are there once the comparison is over.
            shown.checked.track();
            let (first, count) = range.get();
            async move {
                match shown.ask(ResponseQuestion::Rows { first, count }).await {
                    Ok(ResponseAnswer::Rows { rows, marks, .. }) => {
                        let marks = |row: &TreeRow| marks.iter().find(|marks| marks.node == row.node).cloned();
                        (first..).zip(rows).map(|(index, row)| (index, row.clone(), marks(&row))).collect()
                    }
                    _ => Vec::new(),
                }
            }
        });
        Self { shown, window, active: RwSignal::new(0), version, rows }
    }

    /// The row that keys act on, where it is loaded.
    pub(super) fn current(self) -> Option<TreeRow> {
        self.row_at(self.active.get_untracked())
    }

    fn row_at(self, index: u32) -> Option<TreeRow> {
        self.rows.with_untracked(|rows| {
            rows.as_ref()?.iter().find(|(place, ..)| *place == index).map(|(_, row, _)| row.clone())
        })
    }

    fn changed(self, total: u32) {
        if self.window.total.try_set(total).is_none() {
            self.version.update(|version| *version = version.wrapping_add(1));
        }
    }

    /// Makes the row `index` the one that keys act on, in sight.
    pub(super) fn go(self, index: u32) {
        let index = index.min(self.window.total.get_untracked().saturating_sub(1));
        self.active.set(index);
        run_while(self.active, self.window.show(index));
    }

    /// Folds or unfolds.
    pub(super) fn fold(self, question: ResponseQuestion) {
        run_while(self.active, async move {
            if let Ok(ResponseAnswer::Total(total)) = self.shown.ask(question).await {
                self.changed(total);
            }
        });
    }

    /// Folds or unfolds the row `index`, which is `row`.
    pub(super) fn toggle(self, index: u32, row: &TreeRow) {
        self.active.set(index);
        if row.children > 0 {
            let node = row.node;
            self.fold(if row.folded { ResponseQuestion::Unfold { node } } else { ResponseQuestion::Fold { node } });
        }
    }

    /// Shows a node that was looked for.
    pub(super) fn reveal(self, found: Found) {
        self.changed(found.total);
        self.go(found.row);
    }

    /// Shows the node at a JSON pointer.
    fn find(self, pointer: String) {
        run_while(self.active, async move {
            if let Ok(ResponseAnswer::Found(Some(found))) = self.shown.ask(ResponseQuestion::Find { pointer }).await {
                self.reveal(found);
            }
        });
    }

    fn key(self, event: &web_sys::KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (active, page) = (self.active.get_untracked(), self.window.page());
        let current = self.current();
        let is_open = current.as_ref().is_some_and(|row| row.children > 0 && !row.folded);
        let is_folded = current.as_ref().is_some_and(|row| row.folded);
        match (event.key().as_str(), current) {
            ("ArrowDown", _) => self.go(active + 1),
            ("ArrowUp", _) => self.go(active.saturating_sub(1)),
            ("PageDown", _) => self.go(active.saturating_add(page)),
            ("PageUp", _) => self.go(active.saturating_sub(page)),
            ("Home", _) => self.go(0),
            ("End", _) => self.go(u32::MAX),
            ("Enter" | " ", Some(row)) => self.toggle(active, &row),
            ("ArrowRight", Some(row)) if is_folded => self.toggle(active, &row),
            ("ArrowRight", Some(_)) if is_open => self.go(active + 1),
            ("ArrowLeft", Some(row)) if is_open => self.toggle(active, &row),
            ("ArrowLeft", Some(row)) => self.go_out(row.node),
            _ => return,
        }
        event.prevent_default();
    }

    /// Goes to what the node is in.
    fn go_out(self, node: u32) {
        run_while(self.active, async move {
            let Ok(ResponseAnswer::Path(path)) = self.shown.ask(ResponseQuestion::Path { node }).await else { return };
            if let Some((pointer, _)) = path.pointer.rsplit_once('/') {
                self.find(pointer.to_owned());
            }
        });
    }
}

/// The tree, its tools above.
pub(super) fn tree(shown: Shown) -> AnyView {
    let branches = Branches::new(shown);
    let window = branches.window;
    // What somebody asked to see before the tree was there, or asks while it is.
    Effect::new(move || {
        if let Some(pointer) = shown.wanted.get() {
            branches.find(pointer);
        }
    });
    let loaded = move || branches.rows.get().unwrap_or_default();
    let pointed = move || {
        let active = branches.active.get();
        loaded().iter().any(|(index, ..)| *index == active).then(|| identifier(active))
    };
    // A row is drawn again when what it says changes.
    let key = |(index, row, marks): &(u32, TreeRow, Option<RowMarks>)| (*index, row.node, row.folded, marks.is_some());
    view! {
        {tools(branches)}
        <p class="muted" id="tree-help">
            {words().tree_help}
        </p>
        <div
            class="tree window"
            id="answer-tree"
            role="tree"
            tabindex="0"
            aria-label=words().answer_body
            aria-describedby="tree-help"
            aria-activedescendant=pointed
            node_ref=window.element
            on:scroll=move |_| window.scrolled()
            on:keydown=move |event| branches.key(&event)
        >
            <div class="window__space" role="none" style:height=move || window.tall()>
                <For each=loaded key=key children=move |(index, one, marks)| row(branches, index, &one, marks) />
            </div>
        </div>
    }
    .into_any()
}

/// The identifier of the row `index`.
pub(super) fn identifier(index: u32) -> String {
    format!("tree-row-{index}")
}
