//! The steps, how far each is, and where somebody is among them.

use super::desk::Desk;
use super::steps::{address, errors};
use super::words;
use crate::core::i18n::wizard;
use crate::core::wizard::questions::{Step, shown};
use crate::ui::context::language;
use leptos::prelude::*;

/// « Étape 2 sur 8 ».
pub(super) fn rank(step: Step) -> String {
    let rank = Step::ALL.iter().position(|other| *other == step).unwrap_or_default().saturating_add(1);
    [words().step_rank, " ", &rank.to_string(), " ", words().step_of, " ", &Step::ALL.len().to_string()].concat()
}

/// How far a step is.
#[derive(Clone, Copy, PartialEq)]
enum Progress {
    /// Nobody was there yet, or not to the end.
    Open,
    /// So much of it is wrong, and somebody tried to go on.
    Wrong(usize),
    /// Nothing of it is wrong any more.
    Done,
}

/// How far each step is.
fn progress(desk: Desk) -> Memo<[Progress; Step::ALL.len()]> {
    Memo::new(move |_| {
        let wrong = errors(&desk.findings());
        Step::ALL.map(|step| {
            let count = wrong.iter().filter(|one| one.question.definition().step == step).count();
            let is_tried = desk.tried.with(|tried| tried.contains(&step));
            let is_begun = is_tried
                || desk.draft.with(|draft| {
                    shown(step, draft).any(|question| !question.definition().optional && draft.is_answered(question))
                });
            match count {
                0 if is_begun && step != Step::Review => Progress::Done,
                count if count > 0 && is_tried => Progress::Wrong(count),
                _ => Progress::Open,
            }
        })
    })
}

/// Every step, the current one marked, and how far each is.
pub(super) fn stepper(desk: Desk, now: Memo<Step>) -> AnyView {
    let progress = progress(desk);
    let items: Vec<_> = Step::ALL
        .into_iter()
        .enumerate()
        .map(|(place, step)| {
            let (name, _) = wizard::step(step, language());
            let own = Memo::new(move |_| progress.with(|all| all.get(place).copied()).unwrap_or(Progress::Open));
            let state = move || match own.get() {
                Progress::Open => ().into_any(),
                Progress::Wrong(errors) => {
                    view! { <span class="badge">{errors} "\u{a0}" {words().to_mend}</span> }.into_any()
                }
                Progress::Done => view! { <span class="badge badge--open">{words().step_done}</span> }.into_any(),
            };
            view! {
                <li>
                    <a href=address(desk, step) aria-current=move || (step == now.get()).then_some("step")>
                        {name}
                    </a>
                    " "
                    {state}
                </li>
            }
        })
        .collect();
    view! {
        <nav class="wizard__steps" aria-label=words().steps>
            <ol>{items}</ol>
        </nav>
    }
    .into_any()
}
