//! The proxy that the organisation offers: what it would see, and the button of who agrees.

use super::super::words;
use leptos::prelude::*;

/// What a person has to know of the proxy before agreeing.
#[derive(Clone)]
pub(in crate::ui::pages::explorer::call) struct Relay {
    /// Host of the proxy.
    pub(in crate::ui::pages::explorer::call) host: String,
    /// What does not go through it, by name.
    pub(in crate::ui::pages::explorer::call) dropped: Vec<String>,
    /// Whether the operator lets credentials through.
    pub(in crate::ui::pages::explorer::call) with_credentials: bool,
}

/// The offer. `go` sends the call through the proxy.
pub(super) fn offer(relay: Relay, go: Callback<()>) -> AnyView {
    let Relay { host, dropped, with_credentials } = relay;
    let secrets = if with_credentials { words().relay_sees_secrets } else { words().relay_sees_no_secrets };
    let dropped = (!dropped.is_empty()).then(|| {
        view! {
            <p>
                {words().relay_dropped} " " <code class="wrap">{dropped.join(", ")}</code>
            </p>
        }
    });
    view! {
        <section class="callout" aria-labelledby="call-relay">
            <h5 class="callout__title" id="call-relay">
                {words().relay}
            </h5>
            <p>
                {words().relay_what} " " <code class="wrap">{host}</code> ". " {secrets}
            </p>
            {dropped}
            <p>
                <button type="button" class="button" on:click=move |_| go.run(())>
                    {words().relay_send}
                </button>
            </p>
        </section>
    }
    .into_any()
}
