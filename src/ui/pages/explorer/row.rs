//! Schemas as rows that open.

use super::opening::{LAST, Opening, fold, link};
use super::words;
use crate::core::explorer::RowView;
use crate::core::explorer::anchor::{Place, child, holds};
use crate::ui::context::{catalogue, language, text};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;

/// Most forms shown as buttons side by side.
const BUTTONS: usize = 6;

/// A schema: what the whole is, then what it holds, opened once.
pub(super) fn whole(root: &RowView, anchor: &str, opening: Opening) -> AnyView {
    view! {
        <p class="muted">{root.summary.get(language()).to_owned()}</p>
        {said(root, anchor, opening)}
        {inside(root, anchor, 1, opening)}
        {root.cut.then(|| view! { <p class="muted">{text().explorer_cut}</p> })}
    }
    .into_any()
}

/// One place: its name, what it is, and what it holds behind a summary. `location`: where a parameter travels.
pub(super) fn row(row: &RowView, location: Option<&str>, anchor: String, depth: usize, opening: Opening) -> AnyView {
    let name = row.label.get(language()).to_owned();
    let link = link(opening, &anchor, &name);
    let label = if row.named { view! { <code class="row__name">{name}</code> }.into_any() } else { name.into_any() };
    let location = location.map(|location| view! { <span class="badge">{location.to_owned()}</span> " " });
    let required = row.required.then(|| view! { <span class="badge">{text().explorer_required}</span> " " });
    let deprecated = row
        .deprecated
        .then(|| view! { <span class="badge badge--deprecated">{text().operation_deprecated}</span> " " });
    let recursive = row.recursive.then(|| view! { <p class="muted">{text().explorer_recursive}</p> });
    let cut = row.cut.then(|| view! { <p class="muted">{text().explorer_cut}</p> });
    let held = (!row.children.is_empty() || row.awaited.is_some()).then(|| {
        let (holder, place) = (row.clone(), (anchor.clone(), depth));
        let known = || row.children.iter().filter(|child| child.form.is_none()).count();
        let summary = match row.awaited.unwrap_or_else(known) {
            0 => words().forms.to_owned(),
            fields => (text().fields_inside)(fields),
        };
        let inner = anchor.clone();
        fold(opening, place, false, "", summary, move || inside(&holder, &inner, depth + 1, opening))
    });
    view! {
        <li class="row" id=anchor.clone()>
            <p class="row__head">
                {label} " " {location} {required} {deprecated}
                <span class="muted">{row.summary.get(language()).to_owned()}</span> " " {link}
            </p>
            {said(row, &anchor, opening)}
            {recursive}
            {held}
            {cut}
        </li>
    }
    .into_any()
}

/// What is said of a place beside its type.
fn said(row: &RowView, anchor: &str, opening: Opening) -> AnyView {
    let lang = catalogue().site.content_language.tag();
    let described = !row.description.blocks.is_empty();
    let description = described.then(|| view! { <Markdown document=row.description.clone() lang /> });
    let notes = row.notes.as_ref().map(|notes| view! { <p class="muted">{notes.get(language()).to_owned()}</p> });
    let facts = [(words().default_value, &row.default), (words().example, &row.example)];
    let facts: Vec<_> = facts.into_iter().filter(|(_, value)| !value.is_empty()).map(fact).collect();
    let values = (!row.values.is_empty()).then(|| {
        let values = row.values.clone();
        let summary = (words().values)(values.len());
        let place = (format!("{anchor}.-values"), LAST);
        fold(opening, place, false, "", summary, move || values.iter().map(allowed).collect_view().into_any())
    });
    view! {
        {description}
        {notes}
        {(!facts.is_empty()).then(|| view! { <dl class="row__facts">{facts}</dl> })}
        {values}
    }
    .into_any()
}

fn fact((name, value): (&'static str, &String)) -> impl IntoView + use<> {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                <code class="wrap">{value.clone()}</code>
            </dd>
        </div>
    }
}

fn allowed((value, meaning): &(String, String)) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    view! {
        <p>
            <code class="wrap">{value.clone()}</code>
            " "
            <span lang=lang>{meaning.clone()}</span>
        </p>
    }
}

/// The rows under one, then its forms, of which one is shown at a time. They may have to be awaited.
fn inside(holder: &RowView, anchor: &str, depth: usize, opening: Opening) -> AnyView {
    if holder.awaited.is_none() {
        return here(holder, anchor, depth, opening);
    }
    opening.rest.show(anchor, |place| {
        let Place::Row(row) = place else { return ().into_any() };
        let cut = row.cut.then(|| view! { <p class="muted">{text().explorer_cut}</p> });
        view! {
            {here(row, anchor, depth, opening)}
            {cut}
        }
        .into_any()
    })
}

fn here(holder: &RowView, anchor: &str, depth: usize, opening: Opening) -> AnyView {
    let plain = holder.children.iter().filter(|one| one.form.is_none());
    let plain: Vec<_> = plain.map(|one| row(one, None, child(anchor, &one.segment()), depth, opening)).collect();
    let group = |one: &RowView| one.form.as_ref().map(|form| form.group);
    let mut groups: Vec<usize> = holder.children.iter().filter_map(group).collect();
    groups.dedup();
    let forms = groups.into_iter().map(|number| {
        let rows = holder.children.iter().filter(|one| group(one) == Some(number));
        forms(rows.cloned().collect(), anchor.to_owned(), number, depth, opening)
    });
    view! {
        {(!plain.is_empty()).then(|| view! { <ul class="rows">{plain}</ul> })}
        {forms.collect_view()}
    }
    .into_any()
}

/// Forms that exclude each other: which one, and what that one holds.
fn forms(forms: Vec<RowView>, anchor: String, group: usize, depth: usize, opening: Opening) -> AnyView {
    let anchors: Vec<String> = forms.iter().map(|form| child(&anchor, &form.segment())).collect();
    let places = anchors.clone();
    let (chosen, choose) = opening.choice(0_usize, move |target, _| {
        let target = target?;
        places.iter().position(|place| holds(place, target))
    });
    let name = format!("{anchor}-forms-{group}");
    let labels = forms.iter().map(|form| form.label.get(language()).to_owned()).enumerate();
    let choice = if forms.len() <= BUTTONS {
        let button = |(index, label): (usize, String)| {
            let is_chosen = move || chosen.get() == index;
            view! {
                <label class="forms__choice">
                    <input type="radio" name=name.clone() prop:checked=is_chosen on:change=move |_| choose.run(index) />
                    {label}
                </label>
            }
        };
        view! { <div class="forms__choices">{labels.map(button).collect_view()}</div> }.into_any()
    } else {
        let option = |(index, label): (usize, String)| {
            view! {
                <option value=index.to_string() selected=move || chosen.get() == index>
                    {label}
                </option>
            }
        };
        let change = move |event| choose.run(event_target_value(&event).parse().unwrap_or_default());
        view! {
            <select aria-label=words().forms on:change=change>
                {labels.map(option).collect_view()}
            </select>
        }
        .into_any()
    };
    let shown = move || {
        let index = chosen.get();
        forms.get(index).zip(anchors.get(index)).map(|(form, anchor)| one_form(form, anchor, depth, opening))
    };
    view! {
        <fieldset class="forms">
            <legend>{words().forms}</legend>
            {choice}
            {shown}
        </fieldset>
    }
    .into_any()
}

fn one_form(form: &RowView, anchor: &str, depth: usize, opening: Opening) -> impl IntoView + use<> {
    let chosen_by = form.form.as_ref().filter(|form| !form.property.is_empty() && !form.values.is_empty());
    let chosen_by = chosen_by.map(|form| {
        let values: Vec<String> = form.values.iter().map(|value| (words().quoted)(value)).collect();
        view! { <p>{(words().chosen_by)(&form.property, &values.join(&format!(" {} ", text().explorer_or)))}</p> }
    });
    let name = form.label.get(language()).to_owned();
    view! {
        <div class="forms__shown" id=anchor.to_owned()>
            {chosen_by}
            <p class="row__head">
                <span class="muted">{form.summary.get(language()).to_owned()}</span>
                " "
                {link(opening, anchor, &name)}
            </p>
            {said(form, anchor, opening)}
            {inside(form, anchor, depth, opening)}
            {form.cut.then(|| view! { <p class="muted">{text().explorer_cut}</p> })}
        </div>
    }
}
