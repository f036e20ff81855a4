//! What is done with the tree as a whole and with the row that keys act on: search, fold, copy.

use super::tree::Branches;
use crate::browser::clipboard;
use crate::core::i18n::Trying;
use crate::core::session::{ResponseAnswer, ResponseQuestion};
use crate::ui::later::run_while;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is copied of a row.
#[derive(Clone, Copy)]
enum Copied {
    Pointer,
    Expression,
    Value,
}

/// The tools, in one line where there is room.
pub(super) fn tools(branches: Branches) -> AnyView {
    // Components know the language; what waits for an answer is none.
    let words = super::super::words();
    let input = NodeRef::<Input>::new();
    let said = RwSignal::new("");
    // The form of the call is around: a form cannot be in another, so Enter is heard here.
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            look(branches, input, said, words);
        }
    };
    let copy = move |what: Copied| {
        move |_| {
            spawn_local(async move {
                let answer = copied(branches, what, words).await;
                said.try_set(answer);
            });
        }
    };
    view! {
        <div class="tree__tools" role="group" aria-label=words.form_tree>
            <label class="tree__search">
                <span>{words.tree_search}</span>
                <input type="search" node_ref=input autocomplete="off" on:keydown=key />
            </label>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| look(branches, input, said, words)
            >
                {words.tree_search_next}
            </button>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| {
                    branches.fold(ResponseQuestion::FoldTo { depth: 1 });
                    branches.go(0);
                }
            >
                {words.tree_fold}
            </button>
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| {
                    branches.fold(ResponseQuestion::UnfoldAll);
                    branches.go(0);
                }
            >
                {words.tree_unfold}
            </button>
            <button type="button" class="button button--quiet" on:click=copy(Copied::Pointer)>
                {words.tree_pointer}
            </button>
            <button type="button" class="button button--quiet" on:click=copy(Copied::Expression)>
                {words.tree_expression}
            </button>
            <button type="button" class="button button--quiet" on:click=copy(Copied::Value)>
                {words.tree_value}
            </button>
            <span role="status">{said}</span>
        </div>
    }
    .into_any()
}

/// Goes to the next row that holds what is typed, after the row that keys act on.
fn look(branches: Branches, input: NodeRef<Input>, said: RwSignal<&'static str>, words: &'static Trying) {
    let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
    let from = branches.current().map(|row| row.node);
    run_while(branches.active, async move {
        let question = ResponseQuestion::Search { words: typed, from };
        match branches.shown.ask(question).await {
            Ok(ResponseAnswer::Found(Some(found))) => {
                said.try_set("");
                branches.reveal(found);
            }
            _ => {
                said.try_set(words.tree_search_none);
            }
        }
    });
}

async fn copied(branches: Branches, what: Copied, words: &'static Trying) -> &'static str {
    let Some(row) = branches.current() else { return words.copy_failed };
    let node = row.node;
    let question = match what {
        Copied::Pointer | Copied::Expression => ResponseQuestion::Path { node },
        Copied::Value => ResponseQuestion::Text { node },
    };
    let text = match (branches.shown.ask(question).await, what) {
        (Ok(ResponseAnswer::Path(path)), Copied::Pointer) => path.pointer,
        (Ok(ResponseAnswer::Path(path)), _) => path.expression,
        (Ok(ResponseAnswer::Text(text)), _) if text.cut => return words.tree_value_cut,
        (Ok(ResponseAnswer::Text(text)), _) => text.text,
        _ => return words.copy_failed,
    };
    if clipboard::copy(&text).await { words.copied } else { words.copy_failed }
}
