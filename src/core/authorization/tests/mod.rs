//! From a request for authorization to the credentials of a call.

mod address;
mod credentials;
mod discovery;
mod grants;
mod pending;
mod redaction;
mod tokens;

use super::{Pending, ResponseType};

/// Texts, owned.
fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// A request for a code, as the explorer makes it.
fn pending() -> Pending {
    Pending {
        scheme: "oauth".into(),
        response_type: ResponseType::Code,
        client_id: "s6BhdRkqt3".into(),
        redirect_uri: "https://catalogue.example.fr/authorization".into(),
        token_endpoint: "https://server.example.com/token".into(),
        state: "xyz".into(),
        nonce: Some("n-0S6_WzA2Mj".into()),
        verifier: Some("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into()),
        issuer: Some("https://server.example.com".into()),
        says_issuer: false,
        scopes: texts(&["openid", "read"]),
        page: "/apis/api-geo/explorer".into(),
    }
}
