//! A question: its label, why it is asked, examples, what is wrong, and the field by how it is answered.

use super::desk::Desk;
use super::steps::identifier;
use super::{documents, list, live, optional, reach, remarks, rows, words};
use crate::core::i18n::wizard;
use crate::core::id::Slug;
use crate::core::problem::Severity;
use crate::core::route::Route;
use crate::core::wizard::draft::{Answer, Origin};
use crate::core::wizard::questions::{Kind, Page, Question};
use crate::ui::context::{catalogue, href, language};
use leptos::prelude::*;

/// A question and its field.
pub(super) fn field(desk: Desk, question: Question) -> AnyView {
    let definition = question.definition();
    let help = wizard::help(question, language());
    let id = identifier(question);
    let content = match definition.kind {
        Kind::Choice(words) if question == Question::BundleAgreed => {
            let content = view! {
                {choices(desk, question, words)}
                {bundle_page(desk)}
            };
            return group(desk, question, content.into_any());
        }
        Kind::Choice(words) => return group(desk, question, choices(desk, question, words)),
        Kind::Choices(words) => return group(desk, question, list::boxes(desk, question, named(question, words))),
        Kind::Picks(page) => return group(desk, question, list::boxes(desk, question, pages(page))),
        Kind::Rows(columns) => return group(desk, question, rows::rows(desk, question, columns)),
        Kind::Documents => return group(desk, question, documents::documents(desk)),
        Kind::Words | Kind::Emails => list::lines(desk, question),
        Kind::Markdown => area(desk, question),
        Kind::Pick(page) => pick(desk, question, page),
        kind => line(desk, question, kind),
    };
    view! {
        <div
            class="field wizard__field"
            class:field--error=move || has_error(desk, question)
            on:focusin=move |_| desk.focused.set(Some(question))
        >
            <label for=id>
                {help.label} {definition.optional.then(optional)}
            </label>
            {origin(desk, question)}
            {live::gain(desk, question)}
            {said(question)}
            {content}
            {problems(desk, question)}
            {matches!(definition.kind, Kind::Url).then(|| reach::one(desk, question))}
            {remarks::comments(desk, question)}
        </div>
    }
    .into_any()
}

/// A question with several fields.
fn group(desk: Desk, question: Question, content: AnyView) -> AnyView {
    let help = wizard::help(question, language());
    let id = identifier(question);
    let described = described(question);
    view! {
        <fieldset
            class="field wizard__field"
            class:field--error=move || has_error(desk, question)
            id=id
            tabindex="-1"
            aria-describedby=described
            on:focusin=move |_| desk.focused.set(Some(question))
        >
            <legend>
                {help.label} {question.definition().optional.then(optional)}
            </legend>
            {origin(desk, question)}
            {live::gain(desk, question)}
            {said(question)}
            {content}
            {problems(desk, question)}
            {remarks::comments(desk, question)}
        </fieldset>
    }
    .into_any()
}

/// Where the answer comes from, when nobody typed it.
fn origin(desk: Desk, question: Question) -> AnyView {
    (move || {
        let said = match desk.draft.with(|draft| draft.origin(question))? {
            Origin::Typed => return None,
            Origin::Document => words().from_document,
            Origin::Page => words().from_page,
            Origin::Former => words().from_former,
        };
        Some(view! { <p class="wizard__origin">{said}</p> })
    })
    .into_any()
}

/// Why the question is asked, and what a good and a bad answer look like.
fn said(question: Question) -> AnyView {
    let help = wizard::help(question, language());
    let id = [&identifier(question), "-why"].concat();
    view! {
        <p class="muted" id=id>
            {help.why}
        </p>
        <details class="wizard__examples">
            <summary>{words().examples}</summary>
            <dl>
                <dt>{words().good}</dt>
                <dd>{help.good}</dd>
                <dt>{words().bad}</dt>
                <dd>{help.bad}</dd>
            </dl>
        </details>
    }
    .into_any()
}

/// What describes a field, for assistive technologies.
pub(super) fn described(question: Question) -> String {
    let id = identifier(question);
    [&id, "-why ", &id, "-problems"].concat()
}

pub(super) fn has_error(desk: Desk, question: Question) -> bool {
    desk.told(question).iter().any(|one| one.severity == Severity::Error)
}

fn problems(desk: Desk, question: Question) -> AnyView {
    let id = [&identifier(question), "-problems"].concat();
    let told = move || {
        let item = |one: &crate::core::wizard::Finding| {
            let class = if one.severity == Severity::Error { "call__error" } else { "call__warning" };
            let place = one.cell.map(|(row, column)| {
                let column = wizard::column(question, column, language());
                format!("{} {}, {column}\u{a0}: ", words().row, row.saturating_add(1))
            });
            view! {
                <p class=class>
                    {place} {one.what.get(language()).to_owned()} " " {one.mend.get(language()).to_owned()}
                </p>
            }
        };
        desk.told(question).iter().map(item).collect_view()
    };
    view! { <div id=id>{told}</div> }.into_any()
}

/// One line of text.
fn line(desk: Desk, question: Question, kind: Kind) -> AnyView {
    let (kind, mode) = input(kind);
    let now = desk.draft.with_untracked(|draft| draft.text(question).to_owned());
    view! {
        <input
            id=identifier(question)
            type=kind
            inputmode=mode
            autocomplete="off"
            aria-describedby=described(question)
            aria-invalid=move || has_error(desk, question).then_some("true")
            prop:value=now
            on:input=move |event| desk.set(question, Answer::Text(event_target_value(&event)))
        />
    }
    .into_any()
}

/// The type of an input and the keyboard it asks for. What was typed must stay as typed: no `type` that refuses it.
pub(super) fn input(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Url => ("text", "url"),
        Kind::Email => ("text", "email"),
        Kind::Percent => ("text", "decimal"),
        Kind::Integer(..) => ("text", "numeric"),
        Kind::Date => ("date", "none"),
        _ => ("text", "text"),
    }
}

/// Several lines.
fn area(desk: Desk, question: Question) -> AnyView {
    let now = desk.draft.with_untracked(|draft| draft.text(question).to_owned());
    view! {
        <textarea
            id=identifier(question)
            rows="5"
            aria-describedby=described(question)
            aria-invalid=move || has_error(desk, question).then_some("true")
            prop:value=now
            on:input=move |event| desk.set(question, Answer::Text(event_target_value(&event)))
        ></textarea>
    }
    .into_any()
}

/// One word of a few.
fn choices(desk: Desk, question: Question, words: &'static [&'static str]) -> AnyView {
    let now = desk.draft.with_untracked(|draft| draft.text(question).to_owned());
    let buttons: Vec<_> = words
        .iter()
        .map(|word| {
            let label = wizard::choice(question, word, language());
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=identifier(question)
                        value=*word
                        checked=now == *word
                        on:change=move |_| desk.set(question, Answer::Text((*word).to_owned()))
                    />
                    {label}
                </label>
            }
        })
        .collect();
    view! { <div class="wizard__choices">{buttons}</div> }.into_any()
}

/// The way to the team of the bundle that was chosen: it gives access to the API.
fn bundle_page(desk: Desk) -> AnyView {
    let slug = Memo::new(move |_| {
        Slug::parse(desk.draft.with(|draft| draft.text(Question::Bundle).trim().to_owned()).as_str())
    });
    (move || {
        slug.get().map(|slug| {
            let address = href(&Route::Api(slug));
            view! {
                <p>
                    <a href=address>{words().bundle_page}</a>
                </p>
            }
        })
    })
    .into_any()
}

/// A page of the catalogue.
fn pick(desk: Desk, question: Question, page: Page) -> AnyView {
    let now = desk.draft.with_untracked(|draft| draft.text(question).to_owned());
    let new = page.may_be_new(Page::NEW).then(|| (Page::NEW.to_owned(), words().new_producer.to_owned()));
    let options: Vec<_> = new
        .into_iter()
        .chain(offered(question, page))
        .map(|(value, label)| {
            let is_chosen = value == now;
            view! {
                <option value=value selected=is_chosen>
                    {label}
                </option>
            }
        })
        .collect();
    view! {
        <select
            id=identifier(question)
            aria-describedby=described(question)
            aria-invalid=move || has_error(desk, question).then_some("true")
            on:change=move |event| desk.set(question, Answer::Text(event_target_value(&event)))
        >
            <option value="">{words().choose}</option>
            {options}
        </select>
    }
    .into_any()
}

/// The pages that a question offers: a bundle is an API through which others are delivered.
fn offered(question: Question, page: Page) -> Vec<(String, String)> {
    let mut pages = pages(page);
    if question == Question::Bundle {
        let catalogue = catalogue();
        let is_bundle = |name: &str| {
            let mut bundles = catalogue.apis.iter().filter_map(|api| api.bundle.as_ref());
            bundles.any(|bundle| bundle.as_str() == name)
        };
        pages.retain(|(name, _)| is_bundle(name));
    }
    pages
}

/// Pages of the catalogue: names and titles.
fn pages(page: Page) -> Vec<(String, String)> {
    let catalogue = catalogue();
    match page {
        Page::Theme => catalogue
            .themes
            .iter()
            .map(|theme| (theme.slug.to_string(), theme.name.get(language()).to_owned()))
            .collect(),
        Page::Producer => catalogue.producers.iter().map(|one| (one.slug.to_string(), one.name.clone())).collect(),
        Page::Api => catalogue.apis.iter().map(|api| (api.slug.to_string(), api.title.clone())).collect(),
    }
}

fn named(question: Question, words: &'static [&'static str]) -> Vec<(String, String)> {
    words.iter().map(|word| ((*word).to_owned(), wizard::choice(question, word, language()).to_owned())).collect()
}
