//! The call as code, in the tool or language the reader chose once.

use crate::browser::{clipboard, preferences};
use crate::core::explorer::SnippetView;
use crate::ui::context::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The name the choice is kept under.
const CHOICE: &str = "code-target";

/// The samples, one shown; copied on demand.
#[component]
pub(super) fn CodeSamples(snippets: Vec<SnippetView>) -> impl IntoView {
    let Some(first) = snippets.first().map(|snippet| snippet.target.clone()) else { return ().into_any() };
    let kept = preferences::kept(CHOICE).filter(|kept| snippets.iter().any(|snippet| snippet.target == *kept));
    let target = RwSignal::new(kept.unwrap_or(first));
    let said = RwSignal::new("");
    let options: Vec<_> = snippets
        .iter()
        .map(|snippet| {
            let value = snippet.target.clone();
            let is_chosen = target.get_untracked() == value;
            view! {
                <option value=value selected=is_chosen>
                    {snippet.label.clone()}
                </option>
            }
        })
        .collect();
    let code = Memo::new(move |_| {
        let target = target.read();
        snippets
            .iter()
            .find(|snippet| snippet.target == *target)
            .map(|snippet| snippet.code.clone())
            .unwrap_or_default()
    });
    let choose = move |event| {
        let value = event_target_value(&event);
        preferences::keep(CHOICE, &value);
        said.set("");
        target.set(value);
    };
    let copy = move |_| {
        let code = code.get_untracked();
        let (copied, failed) = (text().copied, text().copy_failed);
        spawn_local(async move {
            let answer = if clipboard::copy(&code).await { copied } else { failed };
            // The reader may have left meanwhile.
            said.try_set(answer);
        });
    };
    view! {
        <section class="code-samples">
            <h3>{text().explorer_code}</h3>
            <div class="code-samples__bar">
                <label class="choice">
                    {text().explorer_code_target} <select on:change=choose>{options}</select>
                </label>
                <button type="button" class="button button--quiet" on:click=copy>
                    {text().copy}
                </button>
                <span role="status">{said}</span>
            </div>
            <pre tabindex="0" role="group" aria-label=text().explorer_code>
                <code>{code}</code>
            </pre>
        </section>
    }
    .into_any()
}
