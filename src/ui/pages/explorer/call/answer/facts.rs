//! What is known of an answer before its body is read: status, headers, quota, what went wrong, other pages.

use super::super::words;
use super::copy_button;
use super::shown::Shown;
use crate::core::call::Draft;
use crate::core::exchange::Received;
use crate::core::response::{ErrorView, JsonProblem, PageLink, RateLimitView, Relation, Reset, header_meaning};
use crate::ui::context::language;
use crate::ui::later::Later;
use leptos::prelude::*;

/// Each header that can be read, and what it means.
pub(super) fn headers(received: &Received) -> AnyView {
    let rows: Vec<_> = received
        .headers
        .iter()
        .map(|(name, value)| {
            let meaning = header_meaning(name).map(|meaning| {
                let meaning = meaning.get(language()).to_owned();
                view! { <span class="muted">{meaning}</span> }
            });
            view! {
                <dt>
                    <code>{name.clone()}</code>
                </dt>
                <dd class="wrap">
                    {value.clone()} " " {meaning}
                </dd>
            }
        })
        .collect();
    view! {
        <details>
            <summary>{words().answer_headers} " (" {rows.len()} ")"</summary>
            <p class="muted">{words().answer_headers_hint}</p>
            <dl class="call__headers">{rows}</dl>
        </details>
    }
    .into_any()
}

fn fact(name: &'static str, value: String) -> AnyView {
    view! {
        <dt>{name}</dt>
        <dd class="wrap">{value}</dd>
    }
    .into_any()
}

/// How many calls are left.
pub(super) fn rate_limit(limit: &RateLimitView) -> AnyView {
    let moment = |reset: &Reset| match reset {
        Reset::Seconds(seconds) => format!("{} {seconds} {}", words().limit_in, words().limit_seconds),
        Reset::At(second) => format!("{} {second} {}", words().limit_at, words().limit_epoch),
        Reset::Date(date) => date.clone(),
    };
    let facts = [
        limit.remaining.map(|left| fact(words().limit_left, left.to_string())),
        limit.limit.map(|limit| fact(words().limit_total, limit.to_string())),
        limit.reset.as_ref().map(|reset| fact(words().limit_reset, moment(reset))),
        limit.retry.as_ref().map(|retry| fact(words().limit_retry, moment(retry))),
    ];
    view! {
        <section class="answer__limit">
            <h5>{words().limit_title}</h5>
            <dl class="answer__facts">{facts.into_iter().flatten().collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// What went wrong, in the words of the service.
pub(super) fn error(error: &ErrorView) -> AnyView {
    let title = error.title.clone().map(|title| view! { <p class="callout__title">{title}</p> });
    let detail = error.detail.clone().map(|detail| view! { <p class="wrap">{detail}</p> });
    let messages = error.messages.iter().map(|message| {
        let place = (!message.place.is_empty()).then(|| view! { <code class="wrap">{message.place.clone()}</code> });
        view! { <li class="wrap">{place} " " {message.text.clone()}</li> }
    });
    let messages = (!error.messages.is_empty()).then(|| view! { <ul>{messages.collect_view()}</ul> });
    let kind = error.kind.clone().map(|kind| fact(words().error_kind, kind));
    let instance = error.instance.clone().map(|instance| fact(words().error_instance, instance));
    let others = error.extensions.iter().map(|(name, value)| {
        view! {
            <dt>
                <code>{name.clone()}</code>
            </dt>
            <dd class="wrap">{value.clone()}</dd>
        }
    });
    let others = others.collect_view();
    let has_facts = kind.is_some() || instance.is_some() || !others.is_empty();
    let facts = has_facts.then(|| view! { <dl class="answer__facts">{kind} {instance} {others}</dl> });
    let standard = error.standard.then(|| view! { <span class="muted">{words().error_standard}</span> });
    view! {
        <section class="callout callout--caution answer__error">
            <h5>{words().error_title} " " {standard}</h5>
            {title}
            {detail}
            {messages}
            {facts}
        </section>
    }
    .into_any()
}

/// Why the body is no JSON, and where.
pub(super) fn problem(problem: &JsonProblem) -> AnyView {
    let place = format!("{} {}, {} {}", words().answer_line, problem.line, words().answer_column, problem.column);
    view! {
        <section class="callout callout--warning">
            <p class="callout__title">{words().answer_not_json} " (" {place} ")"</p>
            <p>{problem.what.get(language()).to_owned()} " " {problem.mend.get(language()).to_owned()}</p>
        </section>
    }
    .into_any()
}

/// The other pages: a button for each that this operation can ask for, an address to copy for others.
pub(super) fn pages(shown: Shown, again: Callback<Draft>) -> Option<AnyView> {
    let links = shown.view.with_value(|view| view.links.clone());
    if links.is_empty() {
        return None;
    }
    let drafts = Later::new(move || {
        let links = shown.view.with_value(|view| view.links.clone());
        async move {
            let (source, operation) = shown.filled.source.get_value();
            let draft = shown.filled.draft.get_untracked();
            let mut found = Vec::new();
            for (link, is_same) in links {
                let next = match is_same {
                    true => source.follow(&operation, draft.clone(), link.address.clone()).await,
                    false => None,
                };
                found.push((link, is_same, next));
            }
            found
        }
    });
    let list = move || {
        drafts
            .get()
            .unwrap_or_default()
            .into_iter()
            .map(|(link, is_same, next)| page(link, is_same, next, again))
            .collect_view()
    };
    Some(
        view! {
            <section class="answer__pages" role="group" aria-label=words().pages>
                <ul class="plain-list">{list}</ul>
            </section>
        }
        .into_any(),
    )
}

fn page(link: PageLink, is_same: bool, next: Option<Draft>, again: Callback<Draft>) -> AnyView {
    let name = match link.relation {
        Relation::First => words().page_first,
        Relation::Prev => words().page_previous,
        Relation::Next => words().page_next,
        Relation::Last => words().page_last,
    };
    if let Some(draft) = next {
        return view! {
            <li>
                <button type="button" class="button button--quiet" on:click=move |_| again.run(draft.clone())>
                    {name}
                </button>
            </li>
        }
        .into_any();
    }
    let why = if is_same { words().page_other } else { words().page_elsewhere };
    view! {
        <li class="answer__elsewhere">
            <span>{name} " — " {why}</span>
            <code class="wrap">{link.address.clone()}</code>
            {copy_button(link.address, words().copy)}
        </li>
    }
    .into_any()
}
