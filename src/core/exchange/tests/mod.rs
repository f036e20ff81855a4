//! Calls that cannot work, and what is said of them.

mod address;
mod cors;
mod diagnosis;
mod proxy;
mod words;

use super::{Facts, Failure, Probe, Reach, Received, SendError};
use crate::core::request::{Body, Request, Secret, SecretPlace};

const PAGE: &str = "https://catalogue.gouv.fr";

fn get(url: &str) -> Request {
    Request { method: "GET".into(), url: url.into(), ..Request::default() }
}

/// `PUT https://api.gouv.fr/v1` with a key.
fn put() -> Request {
    Request {
        method: "PUT".into(),
        url: "https://api.gouv.fr/v1?token=s3cret".into(),
        headers: vec![("X-Key".into(), "s3cret".into()), ("Content-Type".into(), "application/json".into())],
        body: Body::Text("{}".into()),
        secrets: vec![secret(SecretPlace::Url, "s3cret"), secret(SecretPlace::Header("X-Key".into()), "s3cret")],
    }
}

fn secret(place: SecretPlace, value: &str) -> Secret {
    Secret { variable: "API_KEY".into(), place, value: value.into() }
}

fn facts(request: &Request) -> Facts<'_> {
    Facts {
        operation: "Lire",
        request,
        page: PAGE,
        online: true,
        credentials: false,
        servers: &[],
        exposed: &[],
        probe: Probe::default(),
    }
}

fn error(failure: Failure) -> SendError {
    SendError { failure, detail: "Failed to fetch".into(), received: None }
}

fn begun(failure: Failure) -> SendError {
    let received = Received { status: 200, body: b"[1,".to_vec(), ..Received::default() };
    SendError { received: Some(Box::new(received)), ..error(failure) }
}

fn probe(address: Reach, origin: Reach) -> Probe {
    Probe { address, origin }
}

#[test]
fn headers_are_found_whatever_their_case() {
    let received = Received { headers: vec![("content-type".into(), "text/csv".into())], ..Received::default() };
    assert_eq!((received.header("Content-Type"), received.header("link")), (Some("text/csv"), None));
}
