//! Every answer, to be read again before the draft leaves, with the way back to its field.

use super::desk::Desk;
use super::steps::lead;
use super::words;
use crate::core::catalogue::wire::Catalogue;
use crate::core::i18n::wizard;
use crate::core::wizard::draft::{Answer, Draft, Row, Source};
use crate::core::wizard::questions::{Kind, Page, Question, Step, shown};
use crate::ui::context::{catalogue, language};
use leptos::prelude::*;

/// The answers, step by step, made when somebody opens them.
pub(super) fn answers(desk: Desk) -> AnyView {
    let catalogue = catalogue();
    let is_open = RwSignal::new(false);
    let toggle = move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    let all = move || {
        is_open.get().then(|| {
            let steps = Step::ALL.into_iter().filter(|step| *step != Step::Review);
            desk.draft.with(|draft| steps.map(|step| of_step(desk, step, draft, &catalogue)).collect_view())
        })
    };
    view! {
        <section aria-labelledby="wizard-answers">
            <h3 id="wizard-answers">{words().answers}</h3>
            <details on:toggle=toggle>
                <summary>{words().answers_open}</summary>
                {all}
            </details>
        </section>
    }
    .into_any()
}

fn of_step(desk: Desk, step: Step, draft: &Draft, catalogue: &Catalogue) -> AnyView {
    let (name, _) = wizard::step(step, language());
    let answers: Vec<_> = shown(step, draft)
        .map(|question| {
            let said = said(question, draft, catalogue);
            let said = match said.is_empty() {
                true => view! { <dd class="muted">{words().answers_none}</dd> }.into_any(),
                false => said.into_iter().map(|one| view! { <dd>{one}</dd> }).collect_view().into_any(),
            };
            view! {
                <dt>{lead(question, None, Some(desk))}</dt>
                {said}
            }
        })
        .collect();
    view! {
        <h4>{name}</h4>
        <dl class="wizard__answers">{answers}</dl>
    }
    .into_any()
}

/// What was answered, a line for each value; nothing where there is no answer.
fn said(question: Question, draft: &Draft, catalogue: &Catalogue) -> Vec<String> {
    let kind = question.definition().kind;
    let word = |word: &String| in_words(question, kind, word, catalogue);
    let row = |row: &Row| {
        let cells = kind.columns().iter().filter_map(|column| row.get(column.id));
        cells.map(|cell| in_words(question, Kind::Line, cell, catalogue)).collect::<Vec<_>>().join(", ")
    };
    let said: Vec<String> = match (kind, draft.answer(question)) {
        (Kind::Documents, _) => draft.documents.iter().map(|document| document_name(&document.source)).collect(),
        (_, Some(Answer::Text(text))) => vec![word(text)],
        (_, Some(Answer::Words(all))) => all.iter().map(word).collect(),
        (_, Some(Answer::Rows(rows))) => rows.iter().map(row).collect(),
        (_, None) => Vec::new(),
    };
    said.into_iter().filter(|one| !one.trim().is_empty()).collect()
}

/// The words of a choice, the title of a page; what was typed, for everything else.
fn in_words(question: Question, kind: Kind, typed: &str, catalogue: &Catalogue) -> String {
    let title = match kind {
        Kind::Pick(page) | Kind::Picks(page) => title(page, typed, catalogue),
        _ => None,
    };
    title.unwrap_or_else(|| match wizard::choice(question, typed, language()) {
        "" => typed.to_owned(),
        words => words.to_owned(),
    })
}

/// The title of a page of the catalogue.
fn title(page: Page, typed: &str, catalogue: &Catalogue) -> Option<String> {
    if page.may_be_new(typed) {
        return Some(words().new_producer.to_owned());
    }
    match page {
        Page::Theme => catalogue
            .themes
            .iter()
            .find(|one| one.slug.as_str() == typed)
            .map(|one| one.name.get(language()).to_owned()),
        Page::Producer => catalogue.producers.iter().find(|one| one.slug.as_str() == typed).map(|one| one.name.clone()),
        Page::Api => catalogue.apis.iter().find(|one| one.slug.as_str() == typed).map(|one| one.title.clone()),
    }
}

/// How a document is called: its file or its address.
pub(super) fn document_name(source: &Source) -> String {
    match source {
        Source::Text { name, .. } if name.is_empty() => words().pasted.to_owned(),
        Source::Text { name, .. } | Source::Published { name } => name.clone(),
        Source::Address { url, .. } => url.clone(),
    }
}
