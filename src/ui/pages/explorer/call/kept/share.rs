//! A link that opens the operation again, filled in.

use super::{part, words};
use crate::browser::clipboard;
use crate::browser::history::current;
use crate::core::sharing::{self, Link};
use crate::ui::context::language;
use crate::ui::pages::explorer::call::filled::Filled;
use leptos::prelude::*;

/// What became of the last link that was asked for.
#[derive(Clone)]
enum State {
    Idle,
    Made { address: String, left_out: Vec<String>, is_copied: bool },
    Failed(String),
}

/// The button and the link it makes.
pub(super) fn share(filled: Filled) -> AnyView {
    let state = RwSignal::new(State::Idle);
    let make = move |_| {
        filled.run(async move {
            let made = made(filled).await;
            state.try_set(made);
        });
    };
    let shown = move || match state.get() {
        State::Idle => ().into_any(),
        State::Failed(why) => view! { <p>{why}</p> }.into_any(),
        State::Made { address, left_out, is_copied } => {
            let secrets = (!left_out.is_empty()).then(|| {
                let names: Vec<_> =
                    left_out.iter().map(|place| view! { <li><code class="wrap">{place.clone()}</code></li> }).collect();
                view! {
                    <p>{words().share_left_out}</p>
                    <ul>{names}</ul>
                }
            });
            let calling = super::super::words();
            view! {
                <div class="field call__field">
                    <label for="share-address">{words().share_address}</label>
                    <input id="share-address" type="text" readonly prop:value=address />
                </div>
                <p>{if is_copied { calling.copied } else { calling.copy_failed }}</p>
                {secrets}
            }
            .into_any()
        }
    };
    part(words().share, RwSignal::new(false), move || {
        view! {
            <p class="muted">{words().share_hint}</p>
            <p>
                <button type="button" class="button button--quiet" on:click=make>
                    {words().share_make}
                </button>
            </p>
            <div role="status">{shown}</div>
        }
        .into_any()
    })
}

async fn made(filled: Filled) -> State {
    let draft = filled.draft.get_untracked();
    let prepared = match filled.prepare(draft.clone()).await {
        Ok(prepared) => prepared,
        Err(why) => return State::Failed(why),
    };
    match sharing::write(&draft, &prepared.known) {
        Ok(Link { fragment, left_out }) => {
            let here = current();
            let page = crate::browser::address::absolute(crate::browser::address::inside(&here.pathname));
            let address = [&page, &here.search, "#", &fragment].concat();
            let is_copied = clipboard::copy(&address).await;
            State::Made { address, left_out, is_copied }
        }
        Err(too_long) => {
            let problem = too_long.problem();
            State::Failed([problem.what.get(language()), " ", problem.mend.get(language())].concat())
        }
    }
}
