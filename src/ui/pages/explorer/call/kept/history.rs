//! The last calls: taken up again, compared, exported, deleted.

use super::comparison::comparison;
use super::exports::save_entries;
use super::{part, words};
use crate::browser::{clock, document};
use crate::core::export::Format;
use crate::core::history::{Entry, History};
use crate::ui::context::language;
use crate::ui::pages::explorer::call::filled::Filled;
use crate::ui::pages::explorer::call::run::size;
use leptos::prelude::*;

/// The list, and the comparison of two of its calls.
pub(super) fn history(filled: Filled) -> AnyView {
    let kept = filled.kept;
    let count = move || kept.history.with(|history| history.entries().len());
    let title = view! { {words().history} " (" {count} ")" };
    part(title, RwSignal::new(false), move || {
        view! {
            <p class="muted">{words().history_hint}</p>
            {move || {
                let trouble = kept.trouble.get();
                (!trouble.is_empty()).then(|| view! { <p class="call__warning" role="status">{trouble}</p> })
            }}
            {move || kept.history.with(|history| list(history, filled))}
            {move || compared(filled)}
        }
        .into_any()
    })
}

fn list(history: &History, filled: Filled) -> AnyView {
    if history.entries().is_empty() {
        return view! { <p>{words().history_none}</p> }.into_any();
    }
    let rows: Vec<_> = history.entries().iter().enumerate().map(|(place, entry)| row(place, entry, filled)).collect();
    let delete_all = move |_| {
        let (source, _) = filled.source.get_value();
        filled.kept.change(&source, |history| *history = History::default());
        document::focus(".kept__part summary");
    };
    view! {
        <p class="muted" id="compare-hint">
            {words().compare_hint}
        </p>
        <ol class="kept__calls">{rows}</ol>
        <p>
            <button type="button" class="button button--quiet" on:click=delete_all>
                {words().delete_all}
            </button>
        </p>
    }
    .into_any()
}

fn row(place: usize, entry: &Entry, filled: Filled) -> AnyView {
    let kept = filled.kept;
    let when = clock::in_words(entry.when, language().tag());
    let line = [&entry.method, " ", &entry.operation].concat();
    let name = |verb: &str| [verb, " ", &line, ", ", &when].concat();
    let class = format!("status status--{}", entry.status / 100);
    let simulated = entry.simulated.then(simulated_badge);
    let here = filled.source.with_value(|(source, _)| source.rank());
    let elsewhere = (entry.document != here).then(|| format!("{} {}", words().history_document, entry.document + 1));
    let pick = move |event| {
        let is_picked = event_target_checked(&event);
        kept.picked.update(|picked| {
            picked.retain(|one| *one != place);
            if is_picked {
                picked.push(place);
            }
            // The third takes the place of the first.
            if picked.len() > 2 {
                picked.remove(0);
            }
        });
    };
    let (again, gone) = (entry.clone(), entry.clone());
    let replay = move |_| {
        let said = if again.is_draft_cut { words().draft_cut } else { words().from_history };
        filled.take_up_in(again.document, &again.operation, &again.draft, said);
    };
    let delete = move |_| {
        let (source, _) = filled.source.get_value();
        // Another tab may have added calls: places may not be those of the page.
        kept.change(&source, |history| {
            if let Some(place) = history.entries().iter().position(|one| *one == gone) {
                history.remove(place);
            }
        });
        document::focus(".kept__part summary");
    };
    let one = entry.clone();
    let export = move |_| {
        let (source, _) = filled.source.get_value();
        save_entries(source.label(), std::slice::from_ref(&one), Format::Har);
    };
    view! {
        <li>
            <label class="choice">
                <input
                    type="checkbox"
                    aria-label=name(words().compare)
                    aria-describedby="compare-hint"
                    prop:checked=move || kept.picked.with(|picked| picked.contains(&place))
                    on:change=pick
                />
                <span>{when.clone()}</span>
            </label>
            <span class="kept__call">
                <code class="wrap">{line.clone()}</code> " " <span class=class>{entry.status}</span> " " {simulated} " "
                {elsewhere.map(|document| view! { <span class="badge">{document}</span> })} " "
                <span class="muted">{size(usize::try_from(entry.size).unwrap_or(usize::MAX))}</span>
                <code class="wrap muted">{entry.address.clone()}</code>
            </span>
            <span class="kept__actions">
                <button type="button" class="button button--quiet" aria-label=name(words().replay) on:click=replay>
                    {words().replay}
                </button>
                <button type="button" class="button button--quiet" aria-label=name("HAR") on:click=export>
                    "HAR"
                </button>
                <button type="button" class="button button--quiet" aria-label=name(words().delete) on:click=delete>
                    {words().delete}
                </button>
            </span>
        </li>
    }
    .into_any()
}

/// Says of an answer that no server gave it.
fn simulated_badge() -> AnyView {
    view! { <span class="badge badge--beta">{super::super::words().answer_simulated}</span> }.into_any()
}

/// The two answers that are picked, side by side.
fn compared(filled: Filled) -> AnyView {
    let kept = filled.kept;
    let picked = kept.picked.get();
    let [first, second] = picked.as_slice() else { return ().into_any() };
    // The newest comes first in the list.
    let (old, new) = (first.max(second), first.min(second));
    kept.history.with(|history| match (history.entries().get(*old), history.entries().get(*new)) {
        (Some(old), Some(new)) => comparison(old, new),
        _ => ().into_any(),
    })
}
