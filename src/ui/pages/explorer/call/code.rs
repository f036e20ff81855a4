//! The call that is filled in, as code. A variable stands for each secret.

use super::filled::Filled;
use super::words;
use crate::core::request::snippet::Target;
use crate::ui::later::Later;
use crate::ui::pages::explorer::code::{kept_target, one_of};
use leptos::prelude::*;

/// The code, once it is wanted.
pub(super) fn code(filled: Filled) -> AnyView {
    let is_open = RwSignal::new(false);
    let toggle = move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    view! {
        <details on:toggle=toggle>
            <summary>{words().code_filled}</summary>
            {move || is_open.get().then(|| opened(filled))}
        </details>
    }
    .into_any()
}

fn opened(filled: Filled) -> Option<AnyView> {
    let targets: Vec<_> =
        Target::ALL.into_iter().map(|target| (target.id().to_owned(), target.label().to_owned())).collect();
    let target = kept_target(&targets)?;
    let made = Later::new(move || {
        // It changes with what is filled in.
        filled.view.track();
        let target = target.get();
        async move {
            match Target::parse(&target) {
                // The page makes this one by itself, for whatever cannot be called.
                Some(Target::CurlBash) | None => filled.command(),
                Some(_) => filled.code(target).await.unwrap_or_else(|why| why),
            }
        }
    });
    let shown = Signal::derive(move || made.get().unwrap_or_default());
    Some(one_of(targets, target, shown, words().code_filled))
}
