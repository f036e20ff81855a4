//! An answer made from the document: which one, and with what seed.

use super::words;
use crate::browser::document;
use crate::core::catalogue::AccessKind;
use crate::core::exchange::Received;
use crate::core::session::SimulatedChoice;
use crate::ui::context::catalogue;
use crate::ui::later::Later;
use crate::ui::pages::explorer::call::answer::Outcome;
use crate::ui::pages::explorer::call::filled::Filled;
use leptos::prelude::*;
use leptos::task::tick;
use std::sync::Arc;

/// What the form asks for.
#[derive(Debug, Clone, Default)]
pub(in crate::ui::pages::explorer::call) struct Wanted {
    /// As the document writes it; empty for the first one that says that all went well.
    pub(in crate::ui::pages::explorer::call) status: String,
    /// As the document writes it; empty for the first one.
    pub(in crate::ui::pages::explorer::call) media: String,
    /// The same number gives the same answer.
    pub(in crate::ui::pages::explorer::call) seed: u64,
}

/// The form, open where a call is not possible or came to nothing.
pub(super) fn simulated(filled: Filled) -> AnyView {
    let is_restricted = filled.source.with_value(|(source, _)| {
        source
            .api()
            .and_then(|api| catalogue().api(api).cloned())
            .is_some_and(|api| api.access == AccessKind::Restricted)
    });
    // Whoever opened or closed it decides from then on.
    let is_wanted = RwSignal::new(None::<bool>);
    let is_open = Memo::new(move |_| is_wanted.get().unwrap_or_else(|| is_restricted || filled.kept.has_failed.get()));
    let toggle = move |event| {
        let is_now = event_target::<web_sys::Element>(&event).has_attribute("open");
        if is_now != is_open.get_untracked() {
            is_wanted.set(Some(is_now));
        }
    };
    let why = move || match (filled.kept.has_failed.get(), is_restricted) {
        (true, _) => words().simulate_failed,
        (false, true) => words().simulate_restricted,
        (false, false) => "",
    };
    view! {
        <details class="kept__part" prop:open=is_open on:toggle=toggle>
            <summary>{words().simulate}</summary>
            <p>{why}</p>
            <p class="muted">{words().simulate_hint}</p>
            {move || is_open.get().then(|| form(filled))}
        </details>
    }
    .into_any()
}

/// The choices, once the program that knows them is here.
fn form(filled: Filled) -> AnyView {
    let choices = Later::new(move || {
        let (source, operation) = filled.source.get_value();
        async move { source.simulate(&operation, &Wanted::default()).await.map(|(simulation, _)| simulation) }
    });
    (move || match choices.get() {
        None => view! { <p role="status">{words().simulate_preparing}</p> }.into_any(),
        Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        Some(Ok(simulation)) => {
            let wanted = RwSignal::new(Wanted { status: simulation.chosen, media: simulation.media, seed: 0 });
            fields(simulation.choices, wanted, filled)
        }
    })
    .into_any()
}

fn fields(choices: Vec<SimulatedChoice>, wanted: RwSignal<Wanted>, filled: Filled) -> AnyView {
    let now = wanted.with_untracked(|wanted| wanted.status.clone());
    let statuses: Vec<_> = choices
        .iter()
        .map(|choice| view! { <option selected=choice.status == now>{choice.status.clone()}</option> })
        .collect();
    let choices = StoredValue::new(choices);
    let media_of = move |status: &str| {
        let found = choices.with_value(|all| all.iter().find(|one| one.status == status).map(|one| one.media.clone()));
        found.unwrap_or_default()
    };
    let status = Memo::new(move |_| wanted.with(|wanted| wanted.status.clone()));
    let media = move || {
        let all = media_of(&status.get());
        let now = wanted.with_untracked(|wanted| wanted.media.clone());
        if all.is_empty() {
            return view! { <option value="">{words().simulate_no_media}</option> }.into_any();
        }
        let options: Vec<_> =
            all.into_iter().map(|name| view! { <option selected=name == now>{name.clone()}</option> }).collect();
        options.into_any()
    };
    let choose = move |event| {
        let status = event_target_value(&event);
        let media = media_of(&status).into_iter().next().unwrap_or_default();
        wanted.update(|wanted| (wanted.status, wanted.media) = (status, media));
    };
    let said = RwSignal::new(String::new());
    let go = move |_| {
        filled.run(async move {
            let why = simulate(filled, wanted.get_untracked()).await;
            said.try_set(why);
        });
    };
    view! {
        <p class="kept__line">
            <label class="choice">
                {words().simulate_status} " " <select id="simulated-status" on:change=choose>
                    {statuses}
                </select>
            </label>
            <label class="choice">
                {words().simulate_media} " "
                <select
                    id="simulated-media"
                    on:change=move |event| wanted.update(|wanted| wanted.media = event_target_value(&event))
                >
                    {media}
                </select>
            </label>
            <label class="choice" for="simulated-seed">
                {words().simulate_seed}
            </label>
            <input
                id="simulated-seed"
                type="number"
                min="0"
                step="1"
                value="0"
                aria-describedby="simulated-seed-hint"
                on:input=move |event| {
                    wanted.update(|wanted| wanted.seed = event_target_value(&event).parse().unwrap_or_default());
                }
            />
            <button type="button" class="button" on:click=go>
                {words().simulate_go}
            </button>
        </p>
        <p class="muted" id="simulated-seed-hint">
            {words().simulate_seed_hint}
        </p>
        <p role="status">{said}</p>
    }
    .into_any()
}

/// Shows the answer in the place of a real one; says why where there is none.
async fn simulate(filled: Filled, wanted: Wanted) -> String {
    let (source, operation) = filled.source.get_value();
    let draft = filled.draft.get_untracked();
    let made = source.simulate(&operation, &wanted).await;
    let (prepared, (simulation, body)) = match (filled.prepare(draft.clone()).await, made) {
        (Ok(prepared), Ok(made)) => (prepared, made),
        (Err(why), _) | (_, Err(why)) => return why,
    };
    let received = Received {
        status: simulation.status,
        url: prepared.request.url.clone(),
        headers: simulation.headers,
        body,
        ..Received::default()
    };
    filled.kept.note(filled, &draft, &prepared, &received, true);
    let request = prepared.request;
    let outcome = Outcome::Received { request, received, is_stopped: false, simulated: true, is_relayed: false };
    if filled.kept.simulated.try_set(Some(Arc::new(outcome))).is_none() {
        tick().await;
        document::go_to_anchor("call-answer");
    }
    if simulation.is_cut { words().simulate_cut.to_owned() } else { String::new() }
}
