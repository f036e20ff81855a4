//! Questions answered by a list: boxes to check, or a line for each.

use super::desk::Desk;
use super::field::{described, has_error};
use super::steps::identifier;
use super::words;
use crate::core::wizard::draft::Answer;
use crate::core::wizard::questions::Question;
use leptos::prelude::*;

/// A box for each of `choices`, names and labels.
pub(super) fn boxes(desk: Desk, question: Question, choices: Vec<(String, String)>) -> AnyView {
    let now = desk.draft.with_untracked(|draft| draft.words(question).to_vec());
    let boxes: Vec<_> = choices
        .into_iter()
        .map(|(name, label)| {
            let is_checked = now.contains(&name);
            let choose = move |event| {
                let is_checked = event_target_checked(&event);
                let mut chosen = desk.draft.with_untracked(|draft| draft.words(question).to_vec());
                chosen.retain(|other| *other != name);
                if is_checked {
                    chosen.push(name.clone());
                }
                desk.set(question, Answer::Words(chosen));
            };
            view! {
                <label class="choice">
                    <input type="checkbox" prop:checked=is_checked on:change=choose />
                    {label}
                </label>
            }
        })
        .collect();
    view! { <div class="wizard__choices wizard__choices--many">{boxes}</div> }.into_any()
}

/// A text area with a value on each line.
pub(super) fn lines(desk: Desk, question: Question) -> AnyView {
    let now = desk.draft.with_untracked(|draft| draft.words(question).join("\n"));
    let change = move |event| {
        let typed = event_target_value(&event);
        // What is between two values is not one.
        let lines = typed.split('\n').map(str::to_owned).collect::<Vec<_>>();
        let lines = if typed.is_empty() { Vec::new() } else { lines };
        desk.set(question, Answer::Words(lines));
    };
    view! {
        <p class="muted">{words().one_by_line}</p>
        <textarea
            id=identifier(question)
            rows="3"
            aria-describedby=described(question)
            aria-invalid=move || has_error(desk, question).then_some("true")
            prop:value=now
            on:input=change
        ></textarea>
    }
    .into_any()
}
