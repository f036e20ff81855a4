//! How a draft leaves for those who read it again: as one file, by a link.

use super::desk::Desk;
use super::{copy_button, drafts, in_words, words};
use crate::browser::{address, download};
use crate::core::route::Route;
use crate::core::wizard::draft::{self, Draft};
use crate::core::wizard::share;
use leptos::prelude::*;

/// The ways out.
pub(super) fn leave(desk: Desk) -> AnyView {
    let link = RwSignal::new(None::<Result<(String, bool), String>>);
    let make_link = move |_| {
        let mut leaving = desk.draft.get_untracked();
        leaving.goes_to_review();
        let made = link_to(&leaving);
        if made.is_ok() {
            desk.change(Draft::goes_to_review);
        }
        link.set(Some(made));
    };
    let shown = move || {
        link.get().map(|made| match made {
            Ok((address, without_copies)) => view! {
                <div class="callout">
                    <p>{words().link_made}</p>
                    <p>
                        <code class="wrap wizard__link">{address.clone()}</code>
                    </p>
                    {without_copies.then(|| view! { <p>{words().link_without_copies}</p> })}
                    <p>{copy_button(address, words().copy)}</p>
                </div>
            }
            .into_any(),
            Err(why) => view! { <p role="alert" class="call__error">{why}</p> }.into_any(),
        })
    };
    view! {
        <section aria-labelledby="wizard-leave">
            <h3 id="wizard-leave">{words().leave}</h3>
            <p class="muted">{words().leave_hint}</p>
            <p class="wizard__actions">
                {save_button(desk)}
                <button type="button" class="button button--quiet" on:click=make_link>
                    {words().link}
                </button>
            </p>
            {shown}
        </section>
    }
    .into_any()
}

/// A button that saves the draft as a file.
pub(super) fn save_button(desk: Desk) -> AnyView {
    let save = move |_| {
        desk.draft.with_untracked(|one| {
            let name = ["draft-", &one.id, ".json"].concat();
            download::save(&name, "application/json", draft::write(one).as_bytes());
            drafts::leaves(one);
        });
    };
    view! {
        <button type="button" class="button button--quiet" on:click=save>
            {words().save_draft}
        </button>
    }
    .into_any()
}

/// The address that brings a draft to whoever opens it, and whether copies of documents were left out.
fn link_to(draft: &Draft) -> Result<(String, bool), String> {
    let link = share::write(draft).map_err(|large| in_words(&large.problem()))?;
    drafts::leaves(draft);
    let page = address::href(&Route::Reference { draft: None, step: None });
    Ok((address::absolute(&[&page, "#", &link.fragment].concat()), link.without_copies))
}
