//! Waiting for a file, and saying so when it does not come.

use super::Page;
use crate::core::remote::FetchError;
use crate::ui::context::{Fetched, text};
use leptos::prelude::*;
use std::sync::Arc;

/// Renders `children` with a fetched file; until then a placeholder, and on failure what happened and a retry.
#[component]
pub(in crate::ui) fn Wait<T, V>(
    /// What is fetched.
    file: Signal<Fetched<T>>,
    /// Fetches it again.
    retry: Callback<()>,
    /// Whether it is a part of a page that has its title already.
    #[prop(optional)]
    is_part: bool,
    /// What to show once it is here.
    children: impl Fn(Arc<T>) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + Sync + 'static,
    V: IntoView + 'static,
{
    move || match file.get() {
        None => view! { <Loading /> }.into_any(),
        Some(Ok(content)) => children(content).into_any(),
        Some(Err(error)) => view! { <Failure error retry is_part /> }.into_any(),
    }
}

/// Appears after half a second (in the style sheet): shorter waits need no sign.
#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="loading" role="status">
            <span class="loading__bar"></span>
            <span class="loading__bar"></span>
            <span class="loading__bar"></span>
            <span class="visually-hidden">{text().loading}</span>
        </div>
    }
}

/// What happened, what still works, and a way to try again.
#[component]
fn Failure(error: FetchError, retry: Callback<()>, is_part: bool) -> impl IntoView {
    let detail = error.detail().map(|detail| {
        view! {
            <details>
                <summary>{text().failure_details}</summary>
                <code>{detail.to_owned()}</code>
            </details>
        }
    });
    let title = match is_part {
        true => view! { <h2>{text().failure_title}</h2> }.into_any(),
        false => view! { <Page title=text().failure_title.to_owned() /> }.into_any(),
    };
    view! {
        <div class="failure">
            {title}
            <div role="alert">
                <p class="failure__reason">{error.explain(text())}</p>
                <p>{text().failure_rest_works}</p>
            </div>
            <button type="button" class="button" on:click=move |_| retry.run(())>
                {text().retry}
            </button>
            {detail}
        </div>
    }
}
