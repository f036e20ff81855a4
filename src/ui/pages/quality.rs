//! What a page is worth: its score, by family, and what each mend gives. Its code is loaded with the report.

use crate::core::i18n::words::decimal;
use crate::core::i18n::{Judging, judging};
use crate::core::id::Slug;
use crate::core::quality::{Finding, Report};
use crate::ui::context::{attempts, fetch, language, text};
use crate::ui::kit::Wait;
use crate::ui::part::part;
use leptos::prelude::*;

fn words() -> &'static Judging {
    judging(language())
}

type Render = fn(Slug) -> AnyView;

part! { quality, Render, render }

/// A part of the page of an API that is loaded when somebody opens it.
#[component]
pub(super) fn Quality(api: Slug) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let toggle = move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    view! {
        <details class="quality" on:toggle=toggle>
            <summary>
                <h2 id="quality">{text().quality_title}</h2>
            </summary>
            {move || is_open.get().then(|| opened(api.clone()))}
        </details>
    }
}

fn opened(api: Slug) -> AnyView {
    let (render, retry) = attempts(load);
    view! { <Wait file=render retry is_part=true let:render>{render(api.clone())}</Wait> }.into_any()
}

fn render(api: Slug) -> AnyView {
    let (file, retry) = fetch::<Report>(format!("quality/{api}.json"));
    view! { <Wait file retry is_part=true let:report>{shown(&report)}</Wait> }.into_any()
}

/// A report.
pub(super) fn shown(report: &Report) -> AnyView {
    let families: Vec<_> = report
        .families
        .iter()
        .map(|(family, score)| {
            let name = family.name().get(language()).to_owned();
            view! {
                <li>
                    <span>{name.clone()}</span>
                    <meter min="0" max="100" value=*score aria-label=name></meter>
                    <strong>{*score}</strong>
                </li>
            }
        })
        .collect();
    view! {
        {score(report)}
        <h3>{words().by_family}</h3>
        <ul class="quality__families plain-list">{families}</ul>
        <h3>{words().findings}</h3>
        {findings(report.findings.iter())}
    }
    .into_any()
}

/// The score of a report.
pub(super) fn score(report: &Report) -> AnyView {
    view! {
        <p class="quality__score">
            {words().score} " " <strong>{report.score}</strong> " " {words().of_100}
        </p>
    }
    .into_any()
}

/// What can be improved.
pub(super) fn findings<'a>(findings: impl Iterator<Item = &'a Finding>) -> AnyView {
    let findings: Vec<_> = findings.map(finding).collect();
    match findings.is_empty() {
        true => view! { <p>{words().nothing}</p> }.into_any(),
        false => view! { <ul class="quality__findings">{findings}</ul> }.into_any(),
    }
}

/// What a mend brings: « +3,9 points ».
pub(super) fn points(gain: f64) -> String {
    ["+", &decimal(gain, language()), " ", words().points].concat()
}

/// A sentence with names of keys between backquotes.
fn with_code(sentence: &str) -> Vec<AnyView> {
    let part = |(place, part): (usize, &str)| match place % 2 {
        0 => part.to_owned().into_any(),
        _ => view! { <code class="wrap">{part.to_owned()}</code> }.into_any(),
    };
    sentence.split('`').enumerate().map(part).collect()
}

fn finding(one: &Finding) -> AnyView {
    let guide = crate::browser::address::file(one.guide.trim_start_matches('/'));
    let places = (!one.places.is_empty()).then(|| {
        view! {
            <span class="muted">
                {words().places} "\u{a0}: " <code class="wrap">{one.places.join(", ")}</code>
            </span>
        }
    });
    view! {
        <li>
            <p>
                <span class="badge">{points(one.gain)}</span>
                " "
                {with_code(one.mend.get(language()))}
                " "
                <span class="muted">{words().rule} " " {with_code(one.what.get(language()))}</span>
                " "
                <a href=guide>{words().explained}</a>
            </p>
            {places}
        </li>
    }
    .into_any()
}
