//! The call itself: what may go where, the request, what came of it.

use super::answer::{Live, Outcome, Relay};
use super::credentials::{Consent, Question, may_go};
use super::filled::Filled;
use super::source::Prepared;
use super::words;
use crate::browser::probe;
use crate::browser::send::{Event, Options, send};
use crate::core::authorization::carried_by_redirections;
use crate::core::catalogue::Proxy;
use crate::core::exchange::{Facts, Failure, Probe, Received, SendError, diagnose, proxy};
use crate::core::request::Request;
use crate::core::session::Credentials;
use crate::ui::context::language;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::AbortController;

/// Who is told how far a call is.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    /// What comes piece by piece.
    pub(super) coming: Live,
    /// Bytes received, and how many there will be.
    pub(super) count: Callback<(usize, Option<usize>)>,
}

/// How a call ended.
pub(super) enum Over {
    /// It came back, or not.
    Answered(Arc<Outcome>),
    /// The person is asked about credentials first.
    Asking(Question),
    /// It could not be prepared: a sentence.
    Refused(String),
}

/// Calls, with what is filled in now.
pub(super) async fn call(
    filled: Filled,
    consent: Consent,
    proxy: Option<Proxy>,
    abort: Option<AbortController>,
    progress: Progress,
) -> Over {
    let draft = filled.draft.get_untracked();
    let credentials = if consent == Consent::Without { Credentials::new() } else { filled.given() };
    let has_credentials = !credentials.is_empty();
    let prepared = match filled.prepare_with(draft.clone(), credentials).await {
        Ok(prepared) => prepared,
        Err(why) => return Over::Refused(why),
    };
    let relayed = match (consent, &proxy) {
        (Consent::Relayed, Some(proxy)) => proxy::through(&prepared.request, proxy),
        _ => None,
    };
    // A proxy that takes no credentials is asked without them: nobody has to say where they may go.
    let is_bare = relayed.is_some() && proxy.as_ref().is_some_and(|proxy| !proxy.credentials);
    if has_credentials && !is_bare {
        match may_go(filled.keychain, &prepared.request.url) {
            Ok(None) => {}
            Ok(Some(question)) => return Over::Asking(question),
            Err(refusal) => {
                let problem = refusal.problem();
                return Over::Refused(format!("{} {}", problem.what.get(language()), problem.mend.get(language())));
            }
        }
    }
    let Some(abort) = abort else { return Over::Refused(words().engine_missing.to_owned()) };
    let is_relayed = relayed.is_some();
    let request = relayed.map_or_else(|| prepared.request.clone(), |relayed| relayed.request);
    let carried = carried_by_redirections(&request).filter(|_| consent != Consent::Redirected && has_credentials);
    let options = Options { follow_redirections: carried.is_none(), ..Options::default() };
    let Progress { coming, count } = progress;
    let mut on_event = |event: Event<'_>| match event {
        Event::Head(received) => coming.head(received),
        Event::Bytes { chunk, received, total } => {
            coming.bytes(chunk);
            count.run((received, total));
        }
    };
    let mut sent = send(&request, &options, &abort, &mut on_event).await;
    if let (Some(header), Ok(0)) = (carried, sent.as_ref().map(|received| received.status)) {
        return Over::Asking(Question::Redirection(header.to_owned()));
    }
    let is_worth_keeping = coming.finish();
    if is_relayed && let Ok(received) = &mut sent {
        // Links of the answer are relative to what was called, not to who carried it.
        received.url.clone_from(&prepared.request.url);
        received.redirected = false;
    }
    filled.kept.after_call(filled, &draft, &prepared, sent.as_ref().ok());
    let answered = |request, received: Received, is_stopped| {
        Over::Answered(Arc::new(Outcome::Received { request, received, is_stopped, simulated: false, is_relayed }))
    };
    match sent {
        Ok(received) => answered(prepared.request, received, false),
        // Who stops a stream keeps what came.
        Err(SendError { failure: Failure::Cancelled, received: Some(received), .. }) if is_worth_keeping => {
            answered(prepared.request, *received, true)
        }
        Err(error) => {
            let probe = if abort.signal().aborted() { Probe::default() } else { probe::probe(&request).await };
            Over::Answered(Arc::new(failed(filled, &prepared, (&request, is_relayed), proxy.as_ref(), (&error, probe))))
        }
    }
}

/// Why nothing came back, and whether the proxy of the site may help.
fn failed(
    filled: Filled,
    prepared: &Prepared,
    (sent, is_relayed): (&Request, bool),
    proxy: Option<&Proxy>,
    (error, probe): (&SendError, Probe),
) -> Outcome {
    let (servers, page) = (filled.servers.get_value(), probe::page_origin());
    let (_, operation) = filled.source.get_value();
    let diagnosis = diagnose(&facts(&operation, sent, &page, &servers, probe), error);
    let relay = proxy.filter(|_| !is_relayed && proxy::may_help(diagnosis.cause)).and_then(|proxy| {
        let relayed = proxy::through(&prepared.request, proxy)?;
        Some(Relay { host: proxy.url.host(), dropped: relayed.dropped, with_credentials: proxy.credentials })
    });
    Outcome::Failed { curl: filled.command(), diagnosis, relay }
}

/// What is known of a call.
pub(super) fn facts<'a>(
    operation: &'a str,
    request: &'a Request,
    page: &'a str,
    servers: &'a [String],
    probe: Probe,
) -> Facts<'a> {
    let online = probe::is_online();
    Facts { operation, request, page, online, credentials: false, servers, exposed: &[], probe }
}
