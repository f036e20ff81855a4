//! What stands beside each step: help on the field that has the focus, the score and what would raise it, what is left
//! to mend, and the page as readers will see it.

use super::desk::Desk;
use super::held::Held;
use super::steps::entry;
use super::words;
use crate::browser::{address, clock, history};
use crate::core::catalogue::AudienceRule;
use crate::core::catalogue::wire::ApiPage;
use crate::core::date::Date;
use crate::core::i18n::{Language, wizard};
use crate::core::id::Slug;
use crate::core::markdown;
use crate::core::problem::Severity;
use crate::core::route::Route;
use crate::core::wizard::draft::Draft;
use crate::core::wizard::questions::Question;
use crate::core::wizard::{page, slug as page_slug};
use crate::ui::context::{catalogue, language, text};
use crate::ui::pages::api::ApiContent;
use crate::ui::pages::quality;
use leptos::prelude::*;
use std::sync::Arc;

/// Most of what would raise the score, told beside a step: the review has all of it.
const GAINS: usize = 5;

/// What is told beside a step.
pub(super) fn beside(desk: Desk) -> AnyView {
    let help = move || {
        desk.focused.get().map(|question| {
            let help = wizard::help(question, language());
            view! {
                <section class="wizard__help">
                    <h3>{help.label}</h3>
                    <p>{help.why}</p>
                    <dl>
                        <dt>{words().good}</dt>
                        <dd>{help.good}</dd>
                        <dt>{words().bad}</dt>
                        <dd>{help.bad}</dd>
                    </dl>
                </section>
            }
        })
    };
    let score = move || desk.report.with(|report| report.as_ref().map(quality::score));
    let gains = move || {
        desk.report.with(|report| report.as_ref().map(|report| quality::findings(report.findings.iter().take(GAINS))))
    };
    let errors = Memo::new(move |_| {
        let mut findings = desk.findings();
        findings.retain(|one| one.severity == Severity::Error);
        findings
    });
    let count = move || errors.with(Vec::len);
    let left = move || {
        errors.with(|errors| {
            let items: Vec<_> = errors.iter().map(|one| entry(one, Some(desk))).collect();
            view! { <ul>{items}</ul> }
        })
    };
    view! {
        <aside class="wizard__beside" aria-label=words().beside>
            {help} <section>
                <h3>{text().quality_title}</h3>
                {score}
                <details>
                    <summary>{words().gains}</summary>
                    {gains}
                </details>
            </section>
            <details>
                <summary>{words().left} " (" {count} ")"</summary>
                {left}
            </details>
        </aside>
    }
    .into_any()
}

/// What an answer that is missing would bring.
pub(super) fn gain(desk: Desk, question: Question) -> AnyView {
    let gain = Memo::new(move |_| {
        let is_missing = desk.draft.with(|draft| !draft.is_answered(question));
        let gain = desk.gains.with(|gains| gains.get(&question).copied());
        gain.filter(|gain| is_missing && *gain > 0.0)
    });
    (move || {
        gain.get().map(|gain| {
            view! {
                <p class="wizard__gain">
                    {words().gain} " " <span class="badge">{quality::points(gain)}</span>
                </p>
            }
        })
    })
    .into_any()
}

/// The page as readers will see it, below a step: made when somebody opens it.
pub(super) fn preview_below(desk: Desk) -> AnyView {
    let is_open = desk.is_previewed;
    let toggle = move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    view! {
        <details class="wizard__below" open=is_open.get_untracked() on:toggle=toggle>
            <summary>{words().preview}</summary>
            {move || is_open.get().then(|| preview(desk))}
        </details>
    }
    .into_any()
}

/// The page as readers will see it.
pub(super) fn preview(desk: Desk) -> AnyView {
    let language = catalogue().site.content_language;
    let shown = move || {
        let page = clock::today()
            .map(|day| desk.held.with(|held| desk.draft.with(|draft| page_of(draft, held, day, language))));
        page.map(|page| view! { <ApiContent page=Arc::new(page) /> })
    };
    let score = move || desk.report.with(|report| report.as_ref().map(quality::score));
    let is_incomplete = Memo::new(move |_| desk.findings().iter().any(|one| one.severity == Severity::Error));
    let said = RwSignal::new("");
    let catalogue = catalogue();
    // Pages of an API that is not published are not there yet: their links would lead nowhere.
    let follow = move |event: leptos::ev::MouseEvent| {
        let slug = desk.draft.with_untracked(page_slug);
        let is_early = catalogue.apis.iter().all(|api| api.slug != slug)
            && history::site_link(&event).is_some_and(|href| is_page_of(&href, &slug));
        said.set(if is_early { words().preview_later } else { "" });
        if is_early {
            event.prevent_default();
        }
    };
    view! {
        <div class="wizard__preview" on:click=follow>
            <p class="wizard__said" role="status">
                {said}
            </p>
            <div class="callout">
                <p class="callout__title">{words().test_page}</p>
                <p>{words().test_page_hint}</p>
                {move || is_incomplete.get().then(|| view! { <p>{words().test_page_incomplete}</p> })}
                {score}
            </div>
            {shown}
        </div>
    }
    .into_any()
}

/// Whether an address is that of a page of the API `slug`.
fn is_page_of(href: &str, slug: &Slug) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let page = address::href(&Route::Api(slug.clone()));
    path.strip_prefix(page.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The page that a draft makes, as the tool would write it.
fn page_of(draft: &Draft, held: &[Option<Held>], day: Date, language: Language) -> ApiPage {
    let made = page(draft, day, language);
    let mut api = made.api;
    let explanation = |rule: &mut AudienceRule| rule.text.take().map(|text| markdown::read(&text, language));
    let explanations = api.access.audiences.iter_mut().map(|rule| explanation(rule).unwrap_or_default()).collect();
    let outlines = held.iter().map(|held| held.as_ref().and_then(|held| held.outline.clone())).collect();
    ApiPage { slug: made.slug, api, body: markdown::read(&made.body, language), explanations, outlines }
}
