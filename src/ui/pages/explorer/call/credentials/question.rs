//! Before credentials leave: whether they may, and the question where it is for the person to say.

use super::keychain::Keychain;
use super::{origins, said};
use crate::core::authorization::{Binding, Origin, Refusal};
use crate::ui::pages::explorer::call::words;
use leptos::prelude::*;

/// What a person said of the credentials of one call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::pages::explorer::call) enum Consent {
    /// Nothing: they go to the servers of the document only.
    Usual,
    /// The call goes without them.
    Without,
    /// They go where the server redirects.
    Redirected,
    /// The call goes through the proxy of the site.
    Relayed,
}

/// What a person has to say before a call.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::ui::pages::explorer::call) enum Question {
    /// Whether an origin may receive credentials.
    Origin {
        /// Who would.
        origin: Origin,
        /// Who may.
        known: Vec<Origin>,
    },
    /// Whether the secret of this header may follow a redirection.
    Redirection(String),
}

/// Whether credentials may go with a request to `url`; why not, where nobody may say so.
pub(in crate::ui::pages::explorer::call) fn may_go(keychain: Keychain, url: &str) -> Result<Option<Question>, Refusal> {
    match keychain.allowed(url) {
        Binding::Allowed => Ok(None),
        Binding::Ask { origin, known_origins } => Ok(Some(Question::Origin { origin, known: known_origins })),
        Binding::Refused(refusal) => Err(refusal),
    }
}

/// The question, where the answer will be. `go` sends the call, `None` gives it up.
pub(in crate::ui::pages::explorer::call) fn question(
    question: Question,
    keychain: Keychain,
    go: impl Fn(Option<Consent>) + Copy + Send + Sync + 'static,
) -> AnyView {
    let (title, text, with, without) = match &question {
        Question::Origin { origin, known } => {
            let why = if known.is_empty() { said().question_unknown } else { said().question_known };
            let text = view! {
                <p>
                    {said().question_to} " " <code class="wrap">{origin.to_string()}</code> ". " {why}
                </p>
                {origins(known)}
            };
            (said().question, text.into_any(), said().send_with, said().send_without)
        }
        Question::Redirection(header) => {
            let text = view! {
                <p>
                    {said().redirection_to} " " <code class="wrap">{header.clone()}</code> ". "
                    {said().redirection_again}
                </p>
            };
            (said().redirection, text.into_any(), said().follow_with, said().follow_without)
        }
    };
    let agree = move |_| {
        go(Some(match &question {
            Question::Origin { origin, .. } => {
                keychain.grant(origin.clone());
                Consent::Usual
            }
            Question::Redirection(_) => Consent::Redirected,
        }));
    };
    view! {
        <section
            class="callout callout--warning call__answer"
            id="call-answer"
            tabindex="-1"
            aria-labelledby="call-question"
        >
            <h4 class="callout__title" id="call-question">
                {title}
            </h4>
            {text}
            <p class="call__tools">
                <button type="button" class="button" on:click=agree>
                    {with}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| go(Some(Consent::Without))>
                    {without}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| go(None)>
                    {words().cancel}
                </button>
            </p>
        </section>
    }
    .into_any()
}
