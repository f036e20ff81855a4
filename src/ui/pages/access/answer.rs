//! The answer for one audience: what the producer says, what to prepare, how long it takes, where to go.

use super::words;
use crate::core::access::{Answer, Basis, Preparation, Way};
use crate::core::address::Href;
use crate::core::catalogue::Verdict;
use crate::core::catalogue::wire::ApiPage;
use crate::core::i18n::delay;
use crate::core::i18n::words::Words;
use crate::ui::context::{catalogue, language};
use crate::ui::kit::WebLink;
use crate::ui::markdown::Markdown;
use leptos::prelude::*;
use std::sync::Arc;

/// Everything below the verdict.
#[component]
pub(super) fn Answered(page: Arc<ApiPage>, answer: Answer) -> impl IntoView {
    let is_no = answer.reason.verdict() == Some(Verdict::No);
    let content = catalogue().site.content_language.tag();
    let explanation = answer.rule.and_then(|rule| page.explanations.get(rule));
    let explanation = explanation.filter(|explanation| !explanation.blocks.is_empty()).cloned();
    let explanation =
        explanation.map(|document| part(words().details, view! { <Markdown document lang=content /> }.into_any()));
    let basis = match answer.basis {
        Basis::Stated(text) => Some(view! { <p lang=content>{text}</p> }.into_any()),
        Basis::ToCite => Some(view! { <p>{words().basis_to_cite}</p> }.into_any()),
        Basis::None => None,
    };
    let basis = basis.map(|basis| part(words().basis, basis));
    let prepare = (!is_no).then(|| part(words().prepare, preparations(answer.preparations)));
    let wait = answer.delay.map(|wait| part(words().delay, view! { <p>{delay(wait, language())}</p> }.into_any()));
    let successor = answer.successor.map(|way| {
        view! {
            <div class="callout callout--warning">
                <p>{words().successor}</p>
                <p>{link(way, "")}</p>
            </div>
        }
    });
    let others = (!answer.others.is_empty()).then(|| {
        let links = answer.others.into_iter().map(|way| view! { <li>{link(way, "")}</li> }).collect_view();
        view! {
            <h3>{words().others}</h3>
            <ul class="access-page__ways">{links}</ul>
        }
    });
    let button = view! { <p>{link(answer.action, "button")}</p> };
    let next = part(if is_no { words().instead } else { words().next }, view! { {button} {others} }.into_any());
    view! {
        {successor}
        {explanation}
        {basis}
        {prepare}
        {wait}
        {next}
    }
}

fn part(title: &'static str, content: AnyView) -> AnyView {
    view! {
        <section class="access-page__part">
            <h2>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn preparations(preparations: Vec<Preparation>) -> AnyView {
    if preparations.is_empty() {
        return view! { <p>{words().prepare_nothing}</p> }.into_any();
    }
    let is_request = preparations.iter().any(|preparation| preparation.need.is_of_a_request());
    let items = preparations.into_iter().map(|Preparation { need, url }| {
        let name = need.words(language());
        match url {
            Some(url) => view! { <li><WebLink href=Href::Web(url)>{name}</WebLink></li> }.into_any(),
            None => view! { <li>{name}</li> }.into_any(),
        }
    });
    view! {
        <ul>{items.collect_view()}</ul>
        {is_request.then(|| view! { <p class="muted">{words().prepare_note}</p> })}
    }
    .into_any()
}

/// A way as a link: what is done there, then which one, in the language of the content.
fn link(way: Way, class: &'static str) -> impl IntoView {
    let content = catalogue().site.content_language.tag();
    let name = way.name.map(|name| view! { " " <span lang=content>{name}</span> });
    view! {
        <WebLink href=way.href class>
            <span>{way.action.words(language())} {name}</span>
        </WebLink>
    }
}
