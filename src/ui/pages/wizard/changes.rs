//! What two versions of a draft say otherwise, answer by answer.

use super::words;
use crate::core::i18n::wizard;
use crate::core::i18n::words::Words;
use crate::core::wizard::compare::{Change, DocumentChange, Part};
use crate::core::wizard::questions::Question;
use crate::ui::context::language;
use leptos::prelude::*;

/// How two versions are called where they are told side by side: the one before, the one after.
pub(super) type Sides = (&'static str, &'static str);

/// Changes, with what each version says.
pub(super) fn changes(changes: &[Change], sides: Sides) -> AnyView {
    let answers: Vec<_> = changes
        .iter()
        .map(|change| {
            let parts: Vec<_> = change.parts.iter().map(|one| part(change.question, one, sides)).collect();
            view! {
                <dt>{wizard::help(change.question, language()).label}</dt>
                {parts}
            }
        })
        .collect();
    view! { <dl class="wizard__changes">{answers}</dl> }.into_any()
}

fn part(question: Question, part: &Part, sides: Sides) -> AnyView {
    let one = |what: &'static str, said: &str| view! { <dd>{what} " " <q>{said.to_owned()}</q></dd> }.into_any();
    match part {
        Part::Text { before, after } => {
            let said = |text: &Option<String>| named(question, text.as_deref());
            let (before, after) = (said(before), said(after));
            view! {
                <dd>{sides.0} " " {before}</dd>
                <dd>{sides.1} " " {after}</dd>
            }
            .into_any()
        }
        Part::Added(word) => one(DocumentChange::Added.words(language()), &choice(question, word)),
        Part::Removed(word) => one(DocumentChange::Removed.words(language()), &choice(question, word)),
        Part::Order => view! { <dd>{words().change_order}</dd> }.into_any(),
        Part::Cell { row, column, before, after } => {
            let place = [&choice(question, row), ", ", wizard::column(question, column, language())].concat();
            let said = |text: &Option<String>| named(question, text.as_deref());
            let (before, after) = (said(before), said(after));
            view! {
                <dd>{place} " – " {sides.0} " " {before}</dd>
                <dd>{sides.1} " " {after}</dd>
            }
            .into_any()
        }
        Part::Document { name, change } => one(change.words(language()), name),
    }
}

/// What a version says, as it reads on the page.
fn named(question: Question, said: Option<&str>) -> AnyView {
    match said {
        Some(said) => view! { <q>{choice(question, said)}</q> }.into_any(),
        None => view! { <span class="muted">{words().change_nothing}</span> }.into_any(),
    }
}

/// The words of a choice; what was typed, for everything else.
fn choice(question: Question, said: &str) -> String {
    match wizard::choice(question, said, language()) {
        "" => said.to_owned(),
        words => words.to_owned(),
    }
}
