//! A scheme whose token a server gives: the token that is held, how to get one, how that goes.

use super::flow::flow;
use super::given::{Kind, field, forget, identifier};
use super::held::held;
use super::keychain::Keychain;
use super::obtain;
use super::said;
use super::step::{Order, Step, Stop};
use crate::core::authorization::{Asked, Failure, Metadata, Origin, preferred};
use crate::core::call::Given;
use crate::core::form::{FlowForm, SchemeForm, flows};
use crate::core::problem::Problem;
use crate::ui::context::language;
use crate::ui::pages::explorer::call::answer::{copy_button, diagnosis};
use crate::ui::pages::explorer::call::words;
use leptos::prelude::*;
use std::sync::Arc;

/// What is shown of a scheme whose token a server gives. `known`: the ways that the document describes; else the server
/// describes them at `description`.
pub(super) fn token(
    form: &SchemeForm,
    known: Option<Vec<FlowForm>>,
    description: Option<String>,
    keychain: Keychain,
) -> AnyView {
    let name = form.name.clone();
    let needed = form.scopes.clone();
    if let Some((pending, returned)) = keychain.take_returned(&name) {
        let kinds: Vec<_> = known.iter().flatten().map(|flow| flow.kind).collect();
        let first = || Asked {
            flow: preferred(kinds.iter().copied()),
            client_id: pending.client_id.clone(),
            scopes: pending.scopes.clone(),
            ..Asked::default()
        };
        keychain.begin_asking(&name, first, &[]);
        obtain::resume(pending, returned, keychain);
    }
    let form = StoredValue::new(form.clone());
    let is_held = Memo::new(move |_| form.with_value(|form| keychain.has(&form.name)));
    // The ways, from the document or from the server, once it has described itself.
    let ways = Memo::new(move |_| match &known {
        Some(flows) => Some((flows.clone(), None, Vec::new())),
        None => keychain.described.with(|all| {
            let found = all.iter().find(|one| one.scheme == name);
            found.map(|one| (flows(&one.metadata), Some(Arc::clone(&one.metadata)), one.left_out.clone()))
        }),
    });
    let fields = move || match ways.get() {
        Some((flows, metadata, left_out)) => {
            let warnings: Vec<_> = left_out.iter().map(|failure| problem(&failure.problem())).collect();
            view! {
                {warnings}
                {form.with_value(|form| flow(form, &flows, metadata, keychain))}
            }
            .into_any()
        }
        None => form.with_value(|form| described_at(description.as_deref().unwrap_or_default(), &form.name, keychain)),
    };
    let paste = {
        let name = form.with_value(|form| form.name.clone());
        let set = move |token: String| keychain.give(&name, Given::Token { kind: None, token });
        let id = form.with_value(|form| identifier(&form.name, ""));
        field(id, words().credentials_token, Kind::Secret, String::new(), set)
    };
    let class = move || {
        let is_bad = keychain.step.with(|(scheme, step)| {
            form.with_value(|form| form.name == *scheme) && matches!(step, Step::Blocked(_) | Step::Stopped(_))
        });
        if is_bad { "callout callout--warning" } else { "credentials__step" }
    };
    let summary = move || if is_held.get() { said().another } else { said().ask };
    view! {
        {move || form.with_value(|form| held(form, keychain))}
        {move || renewal(form, ways.get().map(|(flows, metadata, _)| (flows, metadata)), keychain)}
        <div role="status" class=class>
            {move || form.with_value(|form| step(form, &needed, keychain))}
        </div>
        <details class="credentials__ways" prop:open=move || !is_held.get()>
            <summary>{summary}</summary>
            <div class="credentials__fields">{fields}</div>
        </details>
        <details>
            <summary>{said().paste}</summary>
            {paste}
        </details>
        {form.with_value(|form| forget(form, keychain))}
    }
    .into_any()
}

/// The address where the server describes itself, read when the person asks for it.
fn described_at(url: &str, scheme: &str, keychain: Keychain) -> AnyView {
    let origin = Origin::parse(url).map_or_else(|| url.to_owned(), |origin| origin.to_string());
    let (url, scheme) = (url.to_owned(), scheme.to_owned());
    let read = move |_| obtain::discover(scheme.clone(), url.clone(), keychain);
    view! {
        <p>{said().discover_from} " " <code class="wrap">{origin}</code></p>
        <p>
            <button type="button" class="button" on:click=read>
                {said().discover}
            </button>
        </p>
    }
    .into_any()
}

/// A button that renews the token held, where it can be.
fn renewal(
    form: StoredValue<SchemeForm>,
    ways: Option<(Vec<FlowForm>, Option<Arc<Metadata>>)>,
    keychain: Keychain,
) -> Option<AnyView> {
    let scheme = form.with_value(|form| form.name.clone());
    let token = keychain.token(&scheme).filter(|token| token.refresh_token.is_some())?;
    let (flows, metadata) = ways?;
    let renew = move |_| {
        let asked = untrack(|| keychain.asked(&scheme, Asked::clone));
        if let Some(flow) = flows.get(asked.flow).or(flows.first()).cloned() {
            let order = Order { scheme: scheme.clone(), flow, asked, metadata: metadata.clone() };
            obtain::renew(order, token.clone(), keychain);
        }
    };
    Some(
        view! {
            <p>
                <button type="button" class="button button--quiet" on:click=renew>
                    {said().renew}
                </button>
            </p>
        }
        .into_any(),
    )
}

/// What happened and what to do.
fn problem(problem: &Problem) -> AnyView {
    let (what, mend) = (problem.what.get(language()).to_owned(), problem.mend.get(language()).to_owned());
    view! { <p>{what} " " <span class="muted">{mend}</span></p> }.into_any()
}

/// How getting a token goes.
fn step(form: &SchemeForm, needed: &[String], keychain: Keychain) -> AnyView {
    let (scheme, step) = keychain.step.get();
    if scheme != form.name {
        return ().into_any();
    }
    let cancel = move || {
        let scheme = scheme.clone();
        let cancel = move |_| {
            keychain.stop();
            keychain.step.set((scheme.clone(), Step::Stopped(Arc::new(Failure::Cancelled.into()))));
        };
        view! {
            <button type="button" class="button button--quiet" on:click=cancel>
                {words().cancel}
            </button>
        }
    };
    match &step {
        Step::Idle => ().into_any(),
        Step::Waiting { is_closed } => {
            let closed = is_closed.then(|| problem(&Failure::Closed.problem()));
            view! {
                <p>{said().waiting}</p>
                {closed}
                {cancel()}
            }
            .into_any()
        }
        Step::Blocked(order) => blocked(order, keychain),
        Step::Device(device) => {
            let page = device.complete_page.as_ref().unwrap_or(&device.page).as_str().to_owned();
            view! {
                <p>
                    {said().device_page} " "
                    <a class="wrap" href=page target="_blank" rel="noopener noreferrer">
                        {device.page.as_str().to_owned()}
                    </a>
                </p>
                <p>
                    {said().device_code} " " <strong class="credentials__code">{device.user_code.clone()}</strong>
                </p>
                <p>{said().device_waiting}</p>
                {cancel()}
            }
            .into_any()
        }
        Step::Asking(origin) => view! {
            <p>{said().asking} " " <code class="wrap">{origin.clone()}</code></p>
            {cancel()}
        }
        .into_any(),
        Step::Got => {
            let lacking = keychain.token(&form.name).is_some_and(|token| !token.lacking(needed).is_empty());
            let class = if lacking { "" } else { "call__good" };
            view! { <p class=class>{said().got}</p> }.into_any()
        }
        Step::Stopped(stop) => stopped(stop),
    }
}

fn blocked(order: &Arc<Order>, keychain: Keychain) -> AnyView {
    let says = problem(&Failure::Blocked.problem());
    if order.asked.client(order.flow.kind).secret.is_some() {
        return view! {
            {says}
            <p>{said().stay_here_not}</p>
        }
        .into_any();
    }
    let order = Order::clone(order);
    view! {
        {says}
        <p>{said().stay_here_hint}</p>
        <p>
            <button type="button" class="button" on:click=move |_| obtain::leave(order.clone(), keychain)>
                {said().stay_here}
            </button>
        </p>
    }
    .into_any()
}

fn stopped(stop: &Stop) -> AnyView {
    match stop {
        Stop::Failure(failure) => {
            let page = match failure {
                Failure::Refused(error) => error.page.as_ref().map(|page| page.as_str().to_owned()),
                _ => None,
            };
            let page = page.map(|page| {
                view! {
                    <p>
                        <a class="wrap" href=page.clone() target="_blank" rel="noopener noreferrer nofollow">
                            {page.clone()}
                        </a>
                    </p>
                }
            });
            view! {
                {problem(&failure.problem())}
                {page}
            }
            .into_any()
        }
        Stop::Redirected => view! { <p>{said().redirected}</p> }.into_any(),
        Stop::NoAnswer { diagnosis: why, curl, with_code } => {
            let by_hand = with_code.as_ref().map(|command| {
                view! {
                    <p class="muted">{said().copy_with_code_hint}</p>
                    {copy_button(command.clone(), said().copy_with_code)}
                }
            });
            view! {
                {diagnosis(why, curl.clone())}
                <p>{said().by_hand}</p>
                {by_hand}
            }
            .into_any()
        }
    }
}
