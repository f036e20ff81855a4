//! What may be called next with values of the answer: the links that the document describes.

use super::super::words;
use super::shown::Shown;
use crate::core::session::LeadView;
use crate::ui::later::Later;
use leptos::prelude::*;

/// The links of the answer, once it is known where they lead.
pub(super) fn links(shown: Shown) -> AnyView {
    let leads = Later::new(move || async move {
        let Some((source, operation)) = shown.filled.source.try_get_value() else { return Vec::new() };
        let draft = shown.filled.draft.get_untracked();
        let outcome = shown.outcome.get_value();
        match outcome.called() {
            Some((request, received)) => source.lead(&operation, draft, request.url.clone(), received).await,
            None => Vec::new(),
        }
    });
    (move || {
        let leads = leads.get().unwrap_or_default();
        if leads.is_empty() {
            return ().into_any();
        }
        let items: Vec<_> = leads.into_iter().map(|lead| item(lead, shown)).collect();
        view! {
            <section class="answer__links" aria-labelledby="call-links">
                <h5 id="call-links">{words().links}</h5>
                <ul class="plain-list">{items}</ul>
            </section>
        }
        .into_any()
    })
    .into_any()
}

fn item(lead: LeadView, shown: Shown) -> AnyView {
    let LeadView { name, operation, line, draft, missing } = lead;
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <p class="muted">
                {words().link_missing} " " <code class="wrap">{missing.join(", ")}</code>
            </p>
        }
    });
    match operation {
        Some(operation) => {
            let go = move |_| shown.filled.take_up(&operation, &draft, words().from_link);
            view! {
                <li>
                    <button type="button" class="button button--quiet" on:click=go>
                        {words().link_fill} " " <code>{line}</code>
                    </button>
                    <span class="muted">" " {name}</span>
                    {missing}
                </li>
            }
            .into_any()
        }
        None => view! {
            <li>
                {name} " — " {words().link_elsewhere} " " <code class="wrap">{line}</code>
            </li>
        }
        .into_any(),
    }
}
