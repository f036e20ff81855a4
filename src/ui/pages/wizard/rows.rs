//! A question answered by a table: a group of fields for each row.

use super::desk::Desk;
use super::field::input;
use super::steps::identifier;
use super::{in_words, optional, words};
use crate::browser::document;
use crate::core::i18n::wizard;
use crate::core::wizard::draft::{Answer, Row};
use crate::core::wizard::questions::{Column, Kind, Question};
use crate::core::wizard::scopes;
use crate::ui::context::language;
use leptos::prelude::*;

/// The rows, and the button that adds one.
pub(super) fn rows(desk: Desk, question: Question, columns: &'static [Column]) -> AnyView {
    let version = RwSignal::new(0_u32);
    let read = move || desk.draft.with_untracked(|draft| draft.rows(question).to_vec());
    let change = move |rows: Vec<Row>| {
        desk.set(question, Answer::Rows(rows));
        version.update(|version| *version += 1);
    };
    let read_rows = move |()| read();
    let add = move |_| {
        let mut rows = read();
        rows.push(Row::new());
        let last = rows.len();
        change(rows);
        let first = columns.first().map_or("", |column| column.id);
        let target = ["#", &cell_id(question, last - 1, first)].concat();
        request_animation_frame(move || document::focus(&target));
    };
    let list = move || {
        version.track();
        let count = read().len();
        (0..count)
            .map(|place| {
                let remove = move |_| {
                    let mut rows = read();
                    if place < rows.len() {
                        rows.remove(place);
                    }
                    change(rows);
                    request_animation_frame(move || document::focus(&["#", &identifier(question)].concat()));
                };
                let cells: Vec<_> = columns.iter().map(|column| cell(desk, question, place, *column)).collect();
                let name = format!("{} {}", words().row, place + 1);
                view! {
                    <fieldset class="wizard__row">
                        <legend>{name.clone()}</legend>
                        {cells}
                        <p>
                            <button
                                type="button"
                                class="button button--quiet"
                                aria-label=format!("{} {name}", words().remove)
                                on:click=remove
                            >
                                {words().remove}
                            </button>
                        </p>
                    </fieldset>
                }
            })
            .collect_view()
    };
    view! {
        {list}
        <p>
            <button type="button" class="button button--quiet" on:click=add>
                {words().add_row}
            </button>
        </p>
        {(question == Question::Scopes).then(|| paste(Callback::new(change)))}
        {(question == Question::Audiences).then(|| everyone(columns, Callback::new(read_rows), Callback::new(change)))}
    }
    .into_any()
}

/// A row for each audience that has none: who is asked six times the same thing would forget one.
fn everyone(columns: &'static [Column], read: Callback<(), Vec<Row>>, change: Callback<Vec<Row>>) -> AnyView {
    let add = move |_| {
        let Some(Column { id, kind: Kind::Choice(audiences), .. }) = columns.first() else { return };
        let mut rows = read.run(());
        let missing: Vec<Row> = audiences
            .iter()
            .filter(|who| rows.iter().all(|row| row.get(*id).is_none_or(|said| said != *who)))
            .map(|who| Row::from([((*id).to_owned(), (*who).to_owned())]))
            .collect();
        rows.extend(missing);
        change.run(rows);
    };
    view! {
        <p>
            <button type="button" class="button button--quiet" on:click=add>
                {words().everyone}
            </button>
        </p>
    }
    .into_any()
}

/// Scopes as CSV or JSON, in place of those that are there.
fn paste(take: Callback<Vec<Row>>) -> AnyView {
    let said = RwSignal::new(String::new());
    let pasted = move |event| match scopes::paste(&event_target_value(&event)) {
        Ok(rows) => take.run(rows),
        Err(problem) => said.set(in_words(&problem)),
    };
    view! {
        <div class="field">
            <label for="scopes-paste">{words().paste_scopes}</label>
            <textarea id="scopes-paste" rows="3" spellcheck="false" on:change=pasted></textarea>
            <p role="alert" class="call__error">
                {said}
            </p>
        </div>
    }
    .into_any()
}

/// The identifier of the field of a cell.
pub(super) fn cell_id(question: Question, place: usize, column: &str) -> String {
    format!("{}-{place}-{column}", identifier(question))
}

fn cell(desk: Desk, question: Question, place: usize, column: Column) -> AnyView {
    let id = cell_id(question, place, column.id);
    let label = wizard::column(question, column.id, language());
    let now = desk
        .draft
        .with_untracked(|draft| draft.rows(question).get(place).and_then(|row| row.get(column.id)).cloned())
        .unwrap_or_default();
    let set = move |value: String| {
        let mut rows = desk.draft.with_untracked(|draft| draft.rows(question).to_vec());
        let Some(row) = rows.get_mut(place) else { return };
        if value.is_empty() {
            row.remove(column.id);
        } else {
            row.insert(column.id.to_owned(), value);
        }
        desk.set(question, Answer::Rows(rows));
    };
    let has_error = move || {
        let told = desk.told(question);
        told.iter().any(|one| one.cell == Some((place, column.id))).then_some("true")
    };
    let content = match column.kind {
        Kind::Choice(choices) => {
            let options: Vec<_> = choices
                .iter()
                .map(|word| {
                    let label = wizard::choice(question, word, language());
                    view! {
                        <option value=*word selected=now == *word>
                            {label}
                        </option>
                    }
                })
                .collect();
            view! {
                <select id=id.clone() aria-invalid=has_error on:change=move |event| set(event_target_value(&event))>
                    <option value="">{words().choose}</option>
                    {options}
                </select>
            }
            .into_any()
        }
        Kind::Markdown => view! {
            <textarea
                id=id.clone()
                rows="3"
                aria-invalid=has_error
                prop:value=now
                on:input=move |event| set(event_target_value(&event))
            ></textarea>
        }
        .into_any(),
        kind => {
            let (kind, mode) = input(kind);
            view! {
                <input
                    id=id.clone()
                    type=kind
                    inputmode=mode
                    autocomplete="off"
                    aria-invalid=has_error
                    prop:value=now
                    on:input=move |event| set(event_target_value(&event))
                />
            }
            .into_any()
        }
    };
    view! {
        <div class="field">
            <label for=id>
                {label} {column.optional.then(optional)}
            </label>
            {content}
        </div>
    }
    .into_any()
}
