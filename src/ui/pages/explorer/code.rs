//! A call as code, in the tool or language the reader chose once.

use crate::browser::clipboard;
use crate::browser::storage::Storage;
use crate::core::explorer::SnippetView;
use crate::ui::context::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The name the choice is kept under.
const CHOICE: &str = "code-target";

/// The samples of an operation, one shown.
#[component]
pub(super) fn CodeSamples(snippets: Vec<SnippetView>) -> impl IntoView {
    let targets: Vec<_> = snippets.iter().map(|snippet| (snippet.target.clone(), snippet.label.clone())).collect();
    let Some(target) = kept_target(&targets) else { return ().into_any() };
    let code = Signal::derive(move || {
        let target = target.read();
        let found = snippets.iter().find(|snippet| snippet.target == *target);
        found.map(|snippet| snippet.code.clone()).unwrap_or_default()
    });
    view! {
        <section class="code-samples">
            <h3>{text().explorer_code}</h3>
            {one_of(targets, target, code, text().explorer_code)}
        </section>
    }
    .into_any()
}

/// The target that the reader chose once, where it is among `targets`, pairs of identifier and label; else the first.
pub(super) fn kept_target(targets: &[(String, String)]) -> Option<RwSignal<String>> {
    let kept = Storage::Device.kept(CHOICE).filter(|kept| targets.iter().any(|(target, _)| target == kept));
    kept.or_else(|| targets.first().map(|(target, _)| target.clone())).map(RwSignal::new)
}

/// The choice of a target, its code, and a button that copies it.
pub(super) fn one_of(
    targets: Vec<(String, String)>,
    target: RwSignal<String>,
    code: Signal<String>,
    name: &'static str,
) -> AnyView {
    let said = RwSignal::new("");
    let now = target.get_untracked();
    let options: Vec<_> = targets
        .into_iter()
        .map(|(value, label)| {
            let is_chosen = now == value;
            view! {
                <option value=value selected=is_chosen>
                    {label}
                </option>
            }
        })
        .collect();
    let choose = move |event| {
        let value = event_target_value(&event);
        Storage::Device.keep(CHOICE, &value);
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
        <div class="code-samples__bar">
            <label class="choice">{text().explorer_code_target} <select on:change=choose>{options}</select></label>
            <button type="button" class="button button--quiet" on:click=copy>
                {text().copy}
            </button>
            <span role="status">{said}</span>
        </div>
        <pre tabindex="0" role="group" aria-label=name>
            <code>{code}</code>
        </pre>
    }
    .into_any()
}
