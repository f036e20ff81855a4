//! What is wrong with a document, each with its place and how to mend it.

use super::super::call::{Opened, words};
use crate::core::session::Finding;
use crate::ui::context::language;
use leptos::prelude::*;

/// The defects of a document; nothing when there are none.
pub(super) fn problems(opened: &Opened) -> AnyView {
    let all = &opened.read.problems;
    if all.is_empty() && opened.absent.is_empty() {
        return ().into_any();
    }
    let count = all.len() + opened.read.more + opened.absent.len();
    let has_errors = all.iter().any(|problem| problem.is_error);
    let lines: Vec<_> = all.iter().map(problem).collect();
    let more = (opened.read.more > 0).then(|| view! { <p>{words().document_more} " " {opened.read.more}</p> });
    let absent = (!opened.absent.is_empty()).then(|| {
        let lines = opened.absent.iter().map(|(url, why)| {
            view! {
                <li>
                    <code class="wrap">{url.clone()}</code>
                    " "
                    {why.clone()}
                </li>
            }
        });
        view! {
            <p>{words().document_absent}</p>
            <ul>{lines.collect_view()}</ul>
        }
    });
    view! {
        <details class="problems" open=has_errors>
            <summary>{words().document_problems} " (" {count} ")"</summary>
            <ul>{lines}</ul>
            {more}
            {absent}
        </details>
    }
    .into_any()
}

fn problem(problem: &Finding) -> AnyView {
    let place = match (problem.line, problem.column) {
        (Some(line), Some(column)) => {
            format!("{} {line}, {} {column}", words().document_line, words().document_column)
        }
        (Some(line), None) => format!("{} {line}", words().document_line),
        (None, _) => String::new(),
    };
    let class = if problem.is_error { "call__error" } else { "call__warning" };
    view! {
        <li>
            <span class="muted">{place}</span>
            " "
            <code class="wrap">{problem.address.clone()}</code>
            " "
            <span class=class>{problem.what.get(language()).to_owned()}</span>
            " "
            {problem.mend.get(language()).to_owned()}
        </li>
    }
    .into_any()
}
