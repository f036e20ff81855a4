//! What reviewers say: comments at their fields, changes asked for, approval; and what changed since.

use super::changes::changes;
use super::desk::Desk;
use super::words;
use crate::browser::clock;
use crate::core::i18n::wizard;
use crate::core::wizard::compare::compare;
use crate::core::wizard::draft::{Comment, Round, Verdict};
use crate::core::wizard::questions::Question;
use crate::ui::context::language;
use leptos::prelude::*;

/// A moment, as people write it here.
pub(super) fn moment(at: &str) -> String {
    clock::moment_in_words(at, language().tag())
}

/// What is still said of the answer to a question, and the field to say more.
pub(super) fn comments(desk: Desk, question: Question) -> AnyView {
    let list = move || {
        let comments = desk.draft.with(|draft| draft.comments.clone());
        let open = comments.into_iter().enumerate();
        let open = open.filter(|(_, comment)| comment.question == Some(question) && !comment.resolved);
        open.map(|(place, comment)| said(desk, place, &comment)).collect_view()
    };
    let id = format!("q-{question}-comment");
    let typed = RwSignal::new(String::new());
    let field = id.clone();
    let add = move |_| {
        let text = typed.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        let comment =
            Comment { question: Some(question), author: String::new(), text, at: clock::timestamp(), resolved: false };
        desk.change(|draft| draft.comments.push(comment));
        typed.set(String::new());
    };
    view! {
        <div class="wizard__comments">
            {list} <details>
                <summary>{words().comment}</summary>
                <div class="field">
                    <label for=field>{words().comment_text}</label>
                    <textarea
                        id=id
                        rows="2"
                        prop:value=move || typed.get()
                        on:input=move |event| typed.set(event_target_value(&event))
                    ></textarea>
                    <p>
                        <button type="button" class="button button--quiet" on:click=add>
                            {words().comment_add}
                        </button>
                    </p>
                </div>
            </details>
        </div>
    }
    .into_any()
}

fn said(desk: Desk, place: usize, comment: &Comment) -> AnyView {
    let resolve = move |_| {
        desk.change(|draft| {
            if let Some(comment) = draft.comments.get_mut(place) {
                comment.resolved = true;
            }
        });
    };
    view! {
        <div class="callout callout--important">
            <p class="callout__title">{words().comment_of} " " {comment.author.clone()} " " {moment(&comment.at)}</p>
            <p>{comment.text.clone()}</p>
            <p>
                <button type="button" class="button button--quiet" on:click=resolve>
                    {words().comment_resolve}
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// The rounds of review, what changed since the last one, and the form that closes another.
pub(super) fn rounds(desk: Desk) -> AnyView {
    let past = move || {
        let (rounds, open, is_approved) = desk.draft.with(|draft| {
            let open: Vec<Question> =
                draft.comments.iter().filter(|one| !one.resolved).filter_map(|one| one.question).collect();
            (draft.rounds.clone(), open, draft.is_approved())
        });
        let items: Vec<_> = rounds.iter().map(round).collect();
        let changed = rounds.last().map(|last| since(desk, last));
        let open = (!open.is_empty()).then(|| {
            let labels: Vec<&str> = open.iter().map(|one| wizard::help(*one, language()).label).collect();
            view! { <p>{words().comments_open} " " {labels.join(", ")}</p> }
        });
        let approved = is_approved.then(|| {
            view! {
                <p>
                    <span class="badge badge--open">{words().stage_approved}</span>
                </p>
            }
        });
        view! {
            {approved}
            {open}
            <ul class="plain-list">{items}</ul>
            {changed}
        }
    };
    let (reviewer, message) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let why = RwSignal::new("");
    let close = move |verdict: Verdict| {
        let (by, text) = (reviewer.get_untracked(), message.get_untracked());
        if by.trim().is_empty() || (verdict == Verdict::ChangesAsked && text.trim().is_empty()) {
            why.set(words().review_incomplete);
            return;
        }
        why.set("");
        desk.change(|draft| {
            draft.close_round(&by, &clock::timestamp(), verdict, &text);
        });
        message.set(String::new());
    };
    view! {
        <section aria-labelledby="wizard-review">
            <h3 id="wizard-review">{words().review}</h3>
            <p class="muted">{words().review_hint}</p>
            {past}
            <details>
                <summary>{words().review_close}</summary>
                <div class="field">
                    <label for="review-by">{words().review_by}</label>
                    <input
                        id="review-by"
                        type="text"
                        autocomplete="name"
                        on:input=move |event| reviewer.set(event_target_value(&event))
                    />
                </div>
                <div class="field">
                    <label for="review-message">{words().review_message}</label>
                    <textarea
                        id="review-message"
                        rows="3"
                        prop:value=move || message.get()
                        on:input=move |event| message.set(event_target_value(&event))
                    ></textarea>
                </div>
                <p role="alert" class="call__error">
                    {move || why.get()}
                </p>
                <p class="wizard__actions">
                    <button type="button" class="button" on:click=move |_| close(Verdict::Approved)>
                        {words().review_approve}
                    </button>
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click=move |_| close(Verdict::ChangesAsked)
                    >
                        {words().review_ask}
                    </button>
                </p>
            </details>
        </section>
    }
    .into_any()
}

fn round(one: &Round) -> AnyView {
    let verdict = match one.verdict {
        Verdict::Approved => words().stage_approved,
        Verdict::ChangesAsked => words().stage_changes,
    };
    let message = (!one.message.is_empty()).then(|| view! { <p>{one.message.clone()}</p> });
    view! {
        <li>
            <p>
                <strong>{verdict}</strong>
                ", "
                {one.reviewer.clone()}
                ", "
                {moment(&one.at)}
            </p>
            {message}
        </li>
    }
    .into_any()
}

/// What became of the answers since they were reviewed.
fn since(desk: Desk, last: &Round) -> AnyView {
    let differing = desk.draft.with(|draft| compare(&last.snapshot, &draft.snapshot()));
    if differing.is_empty() {
        return view! { <p>{words().unchanged_since}</p> }.into_any();
    }
    view! {
        <p>{words().changed_since}</p>
        {changes(&differing, (words().before, words().now))}
    }
    .into_any()
}
