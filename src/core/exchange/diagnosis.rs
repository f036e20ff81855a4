//! From facts to the cause of a call that cannot work: before it is sent ([`foresee`]), and after ([`diagnose`]).
//!
//! A browser hides from pages why a call failed. What it hides is inferred, and said to be. Never here: sentences.

use super::address::Target;
use super::cause::{Cause, Certainty, Diagnosis};
use super::cors::Preflight;
use super::explain::{explain, forbidden_headers, has_cookie_key};
use super::{Failure, Probe, Reach, SendError};
use crate::core::request::{Body, Request, is_method_forbidden_in_browsers};

/// What is known of a call.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Name of the operation, for messages.
    pub operation: &'a str,
    /// The request, as it is sent.
    pub request: &'a Request,
    /// Origin of the page: `https://catalogue.example.fr`.
    pub page: &'a str,
    /// What the browser says of its network.
    pub online: bool,
    /// Whether cookies are sent to other sites.
    pub credentials: bool,
    /// Addresses of the servers of the document, as they are written in it.
    pub servers: &'a [String],
    /// Names of the headers that the document says answers have.
    pub exposed: &'a [String],
    /// What came of the probe; nothing before the call.
    pub probe: Probe,
}

/// What is known of a request before it is sent: the most serious first.
pub fn foresee(facts: &Facts<'_>) -> Vec<Diagnosis> {
    let target = Target::parse(&facts.request.url);
    let mut found: Vec<(Cause, Certainty)> = impossible(facts, target.as_ref()).map(certain).into_iter().collect();
    if let Some(target) = &target {
        if !facts.online && !target.is_loopback() {
            found.push((Cause::Offline, Certainty::Likely));
        }
        let is_elsewhere = target.is_loopback() && !is_loopback(facts.page);
        let own = target.origin() == facts.page && !facts.servers.iter().any(|url| Target::parse(url).is_some());
        for (is_so, cause, certainty) in [
            (target.is_placeholder(), Cause::Placeholder, Certainty::Likely),
            (is_elsewhere, Cause::ThisMachine, Certainty::Possible),
            (is_elsewhere && is_mixed(facts, target), Cause::MixedLoopback, Certainty::Possible),
            (!target.is_placeholder() && target.is_internal(), Cause::Internal, Certainty::Likely),
            (own, Cause::NoServer, Certainty::Likely),
        ] {
            if is_so {
                found.push((cause, certainty));
            }
        }
    }
    if has_cookie_key(facts.request) {
        found.push((Cause::CookieKey, Certainty::Certain));
    }
    if !forbidden_headers(facts.request).is_empty() {
        found.push((Cause::ForbiddenHeader, Certainty::Certain));
    }
    if facts.request.header("user-agent").is_some() {
        found.push((Cause::UserAgent, Certainty::Possible));
    }
    found.into_iter().map(|(cause, certainty)| explain(facts, cause, certainty, "")).collect()
}

/// Why `error` happened.
pub fn diagnose(facts: &Facts<'_>, error: &SendError) -> Diagnosis {
    let target = Target::parse(&facts.request.url);
    let (cause, certainty) = match error.failure {
        Failure::Cancelled => certain(Cause::Cancelled),
        Failure::Policy => certain(Cause::Policy),
        Failure::TimedOut if error.received.is_some() => certain(Cause::Stalled),
        Failure::Unsendable => certain(impossible(facts, target.as_ref()).unwrap_or(Cause::Unsendable)),
        Failure::Cut if facts.online => certain(Cause::Cut),
        Failure::Cut => certain(Cause::Offline),
        Failure::TimedOut | Failure::NoAnswer => silence(facts, target.as_ref(), error.failure),
    };
    explain(facts, cause, certainty, &error.detail)
}

fn certain(cause: Cause) -> (Cause, Certainty) {
    (cause, Certainty::Certain)
}

/// What no browser does, whatever the network.
fn impossible(facts: &Facts<'_>, target: Option<&Target<'_>>) -> Option<Cause> {
    let Some(target) = target else { return Some(Cause::NoServer) };
    let request = facts.request;
    let has_meaningless_body = request.body != Body::None && matches!(request.method.as_str(), "GET" | "HEAD");
    let rules = [
        (!target.is_http(), Cause::Scheme),
        (target.has_user, Cause::UserInAddress),
        (target.has_blocked_port(), Cause::Port),
        (is_method_forbidden_in_browsers(&request.method), Cause::Method),
        (has_meaningless_body, Cause::BodyRefused),
        (is_mixed(facts, target) && !target.is_loopback(), Cause::MixedContent),
    ];
    rules.iter().find(|(is_so, _)| *is_so).map(|(_, cause)| *cause)
}

/// Why nothing came that may be read.
fn silence(facts: &Facts<'_>, target: Option<&Target<'_>>, failure: Failure) -> (Cause, Certainty) {
    use Certainty::{Certain, Likely, Possible};
    let Some(target) = target else { return certain(Cause::NoServer) };
    if let Some(cause) = impossible(facts, Some(target)) {
        return certain(cause);
    }
    let probe = facts.probe;
    let is_reached = probe.address.is_reached() || probe.origin.is_reached();
    if !facts.online && !target.is_loopback() && !is_reached {
        return (Cause::Offline, Likely);
    }
    // Names such as example.com do answer: a server there is not the one that was meant.
    if target.is_placeholder() {
        return (Cause::Placeholder, Likely);
    }
    if failure == Failure::TimedOut {
        let is_unknown = target.is_internal() && !is_reached;
        return if is_unknown { (Cause::Internal, Likely) } else { certain(Cause::TimedOut) };
    }
    let asks_first = Preflight::of(facts.request).is_needed();
    let is_own = target.origin() == facts.page;
    match (probe.address, probe.origin) {
        (Reach::Unreachable, origin) if origin.is_reached() => (Cause::AddressOnly, Likely),
        _ if is_reached && is_own => (Cause::AddressOnly, Likely),
        (Reach::Readable, _) if asks_first => (Cause::Preflight, Likely),
        (Reach::Readable, _) => (Cause::CorsOnErrors, Likely),
        (Reach::Reached, _) => (Cause::Cors, Certain),
        (_, Reach::Readable) if asks_first => (Cause::Preflight, Likely),
        (_, origin) if origin.is_reached() => (Cause::Cors, Likely),
        (address, origin) => {
            let was_tried = address == Reach::Unreachable || origin == Reach::Unreachable;
            let certainty = if was_tried { Likely } else { Possible };
            if target.is_loopback() && !is_loopback(facts.page) {
                (Cause::ThisMachine, certainty)
            } else if target.is_internal() {
                (Cause::Internal, certainty)
            } else if was_tried {
                (Cause::Connection, Likely)
            } else {
                (Cause::Undetermined, Possible)
            }
        }
    }
}

fn is_mixed(facts: &Facts<'_>, target: &Target<'_>) -> bool {
    target.scheme == "http" && facts.page.starts_with("https:")
}

fn is_loopback(page: &str) -> bool {
    Target::parse(page).is_some_and(|page| page.is_loopback())
}
