//! What of an answer is not as its description says: a list that leads to each place in the tree.

use super::super::words;
use super::copy_button;
use super::forms::{Face, faces};
use super::shown::{Checked, Shown};
use crate::browser::document;
use crate::core::conformance::{Deviation, report};
use crate::core::session::ResponseQuestion;
use crate::ui::context::language;
use leptos::prelude::*;

/// Longest body compared without being asked, in bytes: the engine answers nothing else meanwhile.
pub(super) const AT_ONCE: usize = 4_000_000;

/// Compares, then marks what was found in the tree.
pub(super) async fn check(shown_outcome: &super::Outcome, filled: super::Filled) -> Option<Checked> {
    let received = shown_outcome.received()?;
    let (source, operation) = filled.source.try_get_value()?;
    let found = source.check(&operation, received).await;
    if let Ok(found) = &found {
        let pointers = found.iter().map(|one| one.instance.clone().unwrap_or_else(|| "-".to_owned())).collect();
        // What is no tree has no marks, and says so.
        let _ = source.respond(ResponseQuestion::Mark { pointers }, &[]).await;
    }
    Some(found)
}

/// What came of the comparison.
pub(super) fn conformance(shown: Shown) -> AnyView {
    (move || {
        if !shown.is_checked.get() {
            return view! {
                <p class="muted">{words().answer_check_large}</p>
                <p>
                    <button type="button" class="button button--quiet" on:click=move |_| shown.is_checked.set(true)>
                        {words().answer_check_start}
                    </button>
                </p>
            }
            .into_any();
        }
        match shown.checked.get().flatten() {
            None => view! { <p role="status">{words().answer_checking}</p> }.into_any(),
            Some(Err(why)) => view! { <p>{why}</p> }.into_any(),
            Some(Ok(found)) if found.is_empty() => {
                view! { <p class="call__good">{words().answer_conforms}</p> }.into_any()
            }
            Some(Ok(found)) => deviations(shown, &found),
        }
    })
    .into_any()
}

fn deviations(shown: Shown, found: &[Deviation]) -> AnyView {
    let line = shown.outcome.with_value(|outcome| outcome.line());
    let status = shown.with(|received| received.status).unwrap_or_default();
    let text = report(&line, status, found, language());
    let has_tree = shown.view.with_value(faces).contains(&Face::Tree);
    let item = |deviation: &Deviation| {
        let place = match deviation.instance.clone() {
            Some(pointer) if has_tree => {
                let name = if pointer.is_empty() { words().answer_whole.to_owned() } else { pointer.clone() };
                view! {
                    <button type="button" class="link wrap" on:click=move |_| lead(shown, pointer.clone())>
                        {name}
                    </button>
                }
                .into_any()
            }
            Some(pointer) if !pointer.is_empty() => view! { <code class="wrap">{pointer}</code> }.into_any(),
            Some(_) | None => words().answer_whole.into_any(),
        };
        view! { <li>{place} " " {deviation.message.get(language()).to_owned()}</li> }
    };
    view! {
        <details open="">
            <summary>{words().answer_deviates} " (" {found.len()} ")"</summary>
            <ul class="answer__deviations">{found.iter().map(item).collect_view()}</ul>
            {copy_button(text, words().answer_report)}
        </details>
    }
    .into_any()
}

/// Goes to a place in the tree.
fn lead(shown: Shown, pointer: String) {
    shown.face.set(Some(Face::Tree));
    shown.wanted.set(Some(pointer));
    leptos::task::spawn_local(async {
        leptos::task::tick().await;
        document::go_to_anchor("answer-tree");
    });
}
