//! The address of the authorization page (RFC 6749 §4.1.1 and §4.2.1, OpenID Connect Core §3.1.2.1).
//!
//! Never here: opening it, waiting for the answer.

use super::failure::Failure;
use super::origin::Origin;
use super::parameters;
use crate::core::address::HttpUrl;
use crate::core::request::percent::decode_form;
use crate::core::uri;

/// What the authorization page is asked to answer with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResponseType {
    /// A code that a token request changes for a token.
    Code,
    /// The token itself, in the fragment.
    Token,
}

impl ResponseType {
    /// Its name in a request.
    pub fn id(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Token => "token",
        }
    }
}

/// A request for authorization.
#[derive(Debug, Clone)]
pub struct AuthorizationRequest<'a> {
    /// Address of the authorization page, as the document or the server's metadata give it.
    pub endpoint: &'a str,
    /// What is asked for.
    pub response_type: ResponseType,
    /// Who asks.
    pub client_id: &'a str,
    /// Where the answer goes: the return page of the site.
    pub redirect_uri: &'a str,
    /// What is asked for, in words of the server.
    pub scopes: &'a [String],
    /// What the answer must hold to be ours.
    pub state: &'a str,
    /// What an identity token must hold to be ours (OpenID Connect).
    pub nonce: Option<&'a str>,
    /// Challenge of PKCE, for [`ResponseType::Code`].
    pub challenge: Option<&'a str>,
    /// Other parameters the server wants: `audience`, `prompt`… They replace none of the above.
    pub extra: &'a [(String, String)],
}

impl AuthorizationRequest<'_> {
    /// The address to open. The query of the endpoint is kept (RFC 6749 §3.1), but for the parameters of the request:
    /// each stands once.
    pub fn address(&self) -> Result<HttpUrl, Failure> {
        let endpoint = safe_endpoint(self.endpoint)?;
        let scope = self.scopes.join(" ");
        let method = self.challenge.map_or("", |_| "S256");
        let own = [
            ("response_type", self.response_type.id()),
            ("client_id", self.client_id),
            ("redirect_uri", self.redirect_uri),
            ("scope", scope.as_str()),
            ("state", self.state),
            ("nonce", self.nonce.unwrap_or_default()),
            ("code_challenge", self.challenge.unwrap_or_default()),
            ("code_challenge_method", method),
        ];
        // A challenge or a `response_mode` of the document's making would turn the answer away from this page.
        let is_own = |name: &str| name == "response_mode" || own.iter().any(|(own, _)| *own == name);
        let extra = self.extra.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let extra: Vec<_> = extra.filter(|(name, _)| !is_own(name)).collect();
        let replaced = |name: &str| is_own(name) || extra.iter().any(|(other, _)| *other == name);
        let (path, query) = endpoint.split_once('?').unwrap_or((endpoint, ""));
        let kept = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !replaced(&decode_form(pair.split('=').next().unwrap_or_default())));
        let added = parameters::write(own.into_iter().chain(extra.iter().copied()));
        let query: Vec<&str> = kept.chain([added.as_str()]).collect();
        let address = format!("{path}?{}", query.join("&"));
        HttpUrl::parse(&address).ok_or(Failure::NotAnAddress(address))
    }
}

/// An address secrets may be sent to, without fragment: encrypted, or on this very machine (RFC 8252 §8.3).
pub(super) fn safe_endpoint(url: &str) -> Result<&str, Failure> {
    let url = uri::without_fragment(url);
    match Origin::parse(url) {
        None => Err(Failure::NotAnAddress(url.to_owned())),
        Some(origin) if !origin.is_secure() && !origin.is_loopback() => Err(Failure::NotEncrypted(url.to_owned())),
        Some(_) => Ok(url),
    }
}
