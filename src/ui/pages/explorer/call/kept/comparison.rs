//! Two answers of the history, side by side.

use super::words;
use crate::browser::clock;
use crate::core::history::{Bodies, Change, Entry, Line, compare};
use crate::ui::context::language;
use leptos::prelude::*;

/// What differs between the answers of two calls.
pub(super) fn comparison(old: &Entry, new: &Entry) -> AnyView {
    let found = compare(old, new);
    let moment = |entry: &Entry| clock::in_words(entry.when, language().tag());
    let status = match found.status {
        None => words().same_status.to_owned(),
        Some((old, new)) => format!("{} {old} → {new}", words().status),
    };
    let headers: Vec<_> = found.headers.iter().map(|(name, change)| difference(name, change)).collect();
    let headers = if headers.is_empty() {
        view! { <p>{words().same_headers}</p> }.into_any()
    } else {
        view! {
            <h6>{words().headers}</h6>
            <ul class="kept__differences">{headers}</ul>
        }
        .into_any()
    };
    let is_kept_whole = !old.is_response_cut && !new.is_response_cut;
    let (bodies, is_cut) = match &found.bodies {
        Bodies::Same => (view! { <p>{words().same}</p> }.into_any(), false),
        Bodies::Sizes(old, new) => (view! { <p>{format!("{old} → {new}")}</p> }.into_any(), false),
        Bodies::Json(differences) => {
            let lines: Vec<_> = differences.list.iter().map(|one| difference(&one.pointer, &one.change)).collect();
            (view! { <ul class="kept__differences">{lines}</ul> }.into_any(), differences.is_cut)
        }
        Bodies::Text(lines) => {
            let all: Vec<_> = lines.list.iter().map(line).collect();
            let shown = view! {
                <pre tabindex="0" role="group" aria-label=words().bodies>
                    {all}
                </pre>
            };
            (shown.into_any(), lines.is_coarse)
        }
    };
    let cut = (is_cut || !is_kept_whole).then(|| view! { <p class="muted">{words().cut}</p> });
    view! {
        <section class="kept__comparison" role="group" aria-labelledby="comparison-title">
            <h5 id="comparison-title">{words().comparison}</h5>
            <p class="muted">
                {words().comparison_old} " (" {moment(old)} ") → " {words().comparison_new} " (" {moment(new)} ")"
            </p>
            <p>{status}</p>
            {headers}
            <h6>{words().bodies}</h6>
            {bodies}
            {cut}
        </section>
    }
    .into_any()
}

/// A place and what happened there, in a word and not by its colour alone.
fn difference(place: &str, change: &Change) -> AnyView {
    let place = if place.is_empty() { words().root.to_owned() } else { place.to_owned() };
    let (word, class, old, new) = match change {
        Change::Added(new) => (words().added, "kept__added", None, Some(new)),
        Change::Removed(old) => (words().removed, "kept__removed", Some(old), None),
        Change::Changed { old, new } => (words().changed, "kept__changed", Some(old), Some(new)),
    };
    let old = old.map(|old| view! { <del>{old.clone()}</del> });
    let new = new.map(|new| view! { <ins>{new.clone()}</ins> });
    view! {
        <li class=class>
            <code class="wrap">{place}</code>
            " "
            <strong>{word}</strong>
            " "
            {old}
            " "
            {new}
        </li>
    }
    .into_any()
}

fn line(line: &Line) -> AnyView {
    match line {
        Line::Same(text) => view! { <span>"  " {text.clone()} "\n"</span> }.into_any(),
        Line::Removed(text) => view! { <del>"- " {text.clone()} "\n"</del> }.into_any(),
        Line::Added(text) => view! { <ins>"+ " {text.clone()} "\n"</ins> }.into_any(),
    }
}
