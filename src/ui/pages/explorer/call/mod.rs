//! Calling an operation: the form, what it will send, what came back.

mod answer;
mod body;
mod code;
mod credentials;
mod field;
mod filled;
mod form;
mod kept;
mod opened;
mod run;
mod sending;
mod server;
mod several;
mod source;

pub(super) use credentials::Keychain;
pub(super) use opened::Opened;
pub(super) use source::Source;

use self::filled::Filled;
use self::form::FormOf;
use super::part::part;
use crate::core::form::Form;
use crate::core::i18n::{Trying, trying};
use crate::ui::context::{attempts, language};
use crate::ui::kit::Wait;
use crate::ui::later::Later;
use leptos::prelude::*;

/// The sentences of this part.
pub(super) fn words() -> &'static Trying {
    trying(language())
}

/// What proves who calls: for all operations of the document where its page has it, else for the one that is shown.
fn keychain() -> Keychain {
    use_context::<Keychain>().unwrap_or_else(|| Keychain::of(None))
}

/// The part of an operation's page where it is called: a button, then the form it opens.
#[component]
pub(super) fn Call(source: Source, operation: String) -> impl IntoView {
    // Who comes back from an authorization page had it open.
    let keychain = keychain();
    let is_open = RwSignal::new(source.is_awaited(&operation) || keychain.returned_for().is_some());
    provide_context(keychain);
    let operation = StoredValue::new(operation);
    let source = StoredValue::new_local(source);
    // A link may hold what the form is to be filled in with. Going elsewhere in the page changes nothing.
    let opened = Memo::new(move |before: Option<&(bool, Option<String>)>| {
        let link = kept::shared().or_else(|| before.and_then(|(_, link)| link.clone()));
        (is_open.get() || link.is_some(), link)
    });
    view! {
        <section class="call" id="try">
            <h3>{words().title}</h3>
            <p class="muted">{words().introduction}</p>
            {move || match opened.get().0 {
                false => {
                    view! {
                        <p>
                            <button type="button" class="button" on:click=move |_| is_open.set(true)>
                                {words().open}
                            </button>
                        </p>
                    }
                        .into_any()
                }
                true => opening(source, operation),
            }}
        </section>
    }
}

/// Renders the form.
type Render = fn(Source, String) -> AnyView;

part! { call, Render, render }

/// The form, once its code is here.
fn opening(source: StoredValue<Source, LocalStorage>, operation: StoredValue<String>) -> AnyView {
    let (render, retry) = attempts(load);
    view! {
        <Wait file=render retry is_part=true let:render>
            {render(source.get_value(), operation.get_value())}
        </Wait>
    }
    .into_any()
}

fn render(source: Source, operation: String) -> AnyView {
    view! { <OpenForm source operation /> }.into_any()
}

/// The form, once the engine is here.
#[component]
fn OpenForm(source: Source, operation: String) -> impl IntoView {
    let attempt = RwSignal::new(0_u32);
    let asked = (source.clone(), operation.clone());
    let form = Later::new(move || {
        attempt.track();
        let (source, operation) = asked.clone();
        async move { source.form(&operation).await }
    });
    let kept = StoredValue::new_local((source, operation));
    move || match form.get() {
        None => view! { <p role="status">{words().preparing}</p> }.into_any(),
        Some(Ok(form)) => ready(form, kept).into_any(),
        Some(Err(why)) => view! {
            <div class="failure" role="alert">
                <p>{why}</p>
                <button type="button" class="button" on:click=move |_| attempt.update(|attempt| *attempt += 1)>
                    {words().retry}
                </button>
            </div>
        }
        .into_any(),
    }
}

fn ready(form: Form, kept: StoredValue<(Source, String), LocalStorage>) -> impl IntoView {
    let (source, operation) = kept.get_value();
    let filled = Filled::of(&form, source, operation, keychain());
    kept::fill(filled);
    view! { <FormOf form filled /> }
}
