//! A cause in words: sentences filled with what the facts say, secrets left out.
//!
//! Never here: finding the cause, the sentences themselves.

use super::address::{Target, public_address};
use super::cause::{Cause, Certainty, Diagnosis};
use super::cors::{Preflight, lines};
use super::diagnosis::Facts;
use super::fill::{Value, fill};
use super::steps::Step;
use super::words::{ASKED, FIRST, MESSAGE, Words, words};
use crate::core::i18n::Text;
use crate::core::request::{Request, SecretPlace, is_forbidden_in_browsers};

/// Whether a key must travel in a cookie.
pub(super) fn has_cookie_key(request: &Request) -> bool {
    let is_cookie =
        |place: &SecretPlace| matches!(place, SecretPlace::Header(name) if name.eq_ignore_ascii_case("cookie"));
    request.secrets.iter().any(|secret| is_cookie(&secret.place))
}

/// The headers that browsers drop, but for the cookie of a key, which is a matter of its own.
pub(super) fn forbidden_headers(request: &Request) -> String {
    let key = has_cookie_key(request);
    let names = request
        .headers
        .iter()
        .filter(|(name, value)| is_forbidden_in_browsers(name, value) && !(key && name.eq_ignore_ascii_case("cookie")));
    names.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Another server of the document that a browser could call.
fn other_server<'a>(facts: &Facts<'a>) -> Option<&'a str> {
    let here = Target::parse(&facts.request.url).map(|target| target.origin());
    let is_fit = |url: &&String| {
        Target::parse(url).is_some_and(|target| {
            let is_known = !target.is_placeholder() && !target.is_internal() && !target.is_loopback();
            target.scheme == "https" && is_known && Some(target.origin()) != here
        })
    };
    facts.servers.iter().find(is_fit).map(String::as_str)
}

/// The cause in words, with what the facts say of it.
pub(super) fn explain(facts: &Facts<'_>, cause: Cause, certainty: Certainty, detail: &str) -> Diagnosis {
    let Words { title, explanation, steps, ask, .. } = words(cause);
    let same = |text: &str| Text::new(text, text);
    let target = Target::parse(&facts.request.url);
    // What cannot be read as an address is shown without its query, which may hold a secret.
    let written = facts.request.url.split(['?', '#']).next().unwrap_or_default();
    let address = same(&public_address(facts.request).unwrap_or_else(|| written.to_owned()));
    let host = same(target.as_ref().map_or(written, |target| &target.host));
    let scheme = same(target.as_ref().map_or("", |target| &target.scheme));
    let origin = same(&target.as_ref().map_or_else(String::new, Target::origin));
    let (page, method, operation) = (same(facts.page), same(&facts.request.method), same(facts.operation));
    // A browser quotes what it refuses, with the secrets in it.
    let secrets = facts.request.secrets.iter().filter(|secret| !secret.value.is_empty());
    let detail = secrets.fold(detail.to_owned(), |detail, secret| detail.replace(&secret.value, "…"));
    let (headers, detail) = (same(&forbidden_headers(facts.request)), same(&detail));
    let why = Preflight::of(facts.request).reasons();
    let server = other_server(facts);
    let other = same(server.unwrap_or_default());
    let (allow, asked) = lines(facts);
    let preflight = if asked.is_empty() { same("") } else { fill(ASKED, &[("lines", &same(&asked))]) };
    let allow = same(&allow);
    let first = if asked.is_empty() { same("") } else { fill(FIRST, &[("why", &why)]) };
    let mut values: Vec<Value<'_>> = vec![
        ("address", &address),
        ("host", &host),
        ("scheme", &scheme),
        ("origin", &origin),
        ("page", &page),
        ("method", &method),
        ("operation", &operation),
        ("headers", &headers),
        ("detail", &detail),
        ("why", &why),
        ("server", &other),
        ("lines", &allow),
        ("preflight", &preflight),
        ("preflight-why", &first),
    ];
    let title = fill(title, &values);
    let explanation = fill(explanation, &values);
    let can = |step: &&Step| **step != Step::OtherServer || server.is_some();
    let steps = steps.iter().filter(can).map(|step| fill(step.words(), &values)).collect();
    let ask = ask.map(|ask| fill(ask, &values));
    if let Some(ask) = &ask {
        values.push(("ask", ask));
    }
    let to_producer = ask.as_ref().map(|_| fill(MESSAGE, &values));
    Diagnosis { cause, certainty, title, explanation, steps, to_producer }
}
