//! [`Pending`]: a request for authorization between its start and its answer, and what that answer is worth.
//!
//! It outlives the page where the authorization page takes its place, so it can be written and read back. It holds no
//! client secret. Never here: opening pages, storing.

use super::address::{AuthorizationRequest, ResponseType};
use super::failure::{Failure, ServerError};
use super::grant::{Client, Grant, token_request};
use super::parameters::{LONGEST, Parameters};
use super::proof;
use super::token::Token;
use crate::core::address::Href;
use crate::core::request::Request;
use serde_json::{Value, json};

/// A request for authorization that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Name of the security scheme.
    pub scheme: String,
    /// What was asked for.
    pub response_type: ResponseType,
    /// Who asked.
    pub client_id: String,
    /// Where the answer goes.
    pub redirect_uri: String,
    /// Where a code is changed for a token; empty for the implicit flow.
    pub token_endpoint: String,
    /// What the answer must hold.
    pub state: String,
    /// What an identity token must hold.
    pub nonce: Option<String>,
    /// The verifier of PKCE.
    pub verifier: Option<String>,
    /// The server that was asked, where it is known by name.
    pub issuer: Option<String>,
    /// Whether that server promises to say its name in its answer (RFC 9207 §3).
    pub says_issuer: bool,
    /// The scopes asked for.
    pub scopes: Vec<String>,
    /// The page of the site to come back to, from the root of the site: `/apis/x/explorer`.
    pub page: String,
}

/// What an authorization page gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Granted {
    /// A code, for [`Pending::exchange`].
    Code(String),
    /// The token itself.
    Token(Token),
}

/// Which request an answer says it is for: what the return page needs to know, and no more.
pub fn state_of(search: &str, hash: &str) -> Option<String> {
    let state = |text: &str| Parameters::parse(text).get("state").map(str::to_owned);
    state(search).or_else(|| state(hash))
}

impl Pending {
    /// The request to open. `challenge`: that of the verifier.
    pub fn request<'a>(
        &'a self,
        endpoint: &'a str,
        challenge: Option<&'a str>,
        extra: &'a [(String, String)],
    ) -> AuthorizationRequest<'a> {
        AuthorizationRequest {
            endpoint,
            response_type: self.response_type,
            client_id: &self.client_id,
            redirect_uri: &self.redirect_uri,
            scopes: &self.scopes,
            state: &self.state,
            nonce: self.nonce.as_deref(),
            challenge,
            extra,
        }
    }

    /// What the query and the fragment of the return address give. `now`: seconds since 1970.
    pub fn answer(&self, search: &str, hash: &str, now: u64) -> Result<Granted, Failure> {
        let (query, fragment) = (Parameters::parse(search), Parameters::parse(hash));
        let parameters = if query.get("state").is_some() { query } else { fragment };
        // First of all: an error that is not ours says nothing either.
        match parameters.get("state") {
            Some(state) if proof::same(state, &self.state) => {}
            Some(_) => return Err(Failure::State),
            None => return Err(if search.len() + hash.len() > 2 { Failure::State } else { Failure::Nothing }),
        }
        self.check_issuer(parameters.get("iss"))?;
        if let Some(error) = ServerError::of_parameters(&parameters) {
            return Err(Failure::Refused(error));
        }
        let granted = match self.response_type {
            ResponseType::Code => parameters.get("code").map(|code| Granted::Code(code.to_owned())),
            ResponseType::Token => {
                let token = Token::of_parameters(&parameters, &self.scopes, self.nonce.as_deref(), now)?;
                token.map(Granted::Token)
            }
        };
        granted.ok_or(Failure::Nothing)
    }

    /// RFC 9207 §2.4: compared character by character.
    fn check_issuer(&self, found: Option<&str>) -> Result<(), Failure> {
        let Some(expected) = &self.issuer else { return Ok(()) };
        match found {
            Some(found) if found == expected => Ok(()),
            None if !self.says_issuer => Ok(()),
            found => Err(Failure::Issuer { expected: expected.clone(), found: found.map(str::to_owned) }),
        }
    }

    /// The request that changes `code` for a token.
    pub fn exchange(&self, code: &str, client: &Client<'_>, extra: &[(String, String)]) -> Result<Request, Failure> {
        let verifier = self.verifier.as_deref();
        let grant = Grant::AuthorizationCode { code, redirect_uri: &self.redirect_uri, verifier };
        token_request(&self.token_endpoint, &grant, client, &self.scopes, extra)
    }

    /// As text, for the session storage of the tab.
    pub fn write(&self) -> String {
        json!({
            "version": 1,
            "scheme": self.scheme,
            "response_type": self.response_type.id(),
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "token_endpoint": self.token_endpoint,
            "state": self.state,
            "nonce": self.nonce,
            "verifier": self.verifier,
            "issuer": self.issuer,
            "says_issuer": self.says_issuer,
            "scopes": self.scopes,
            "page": self.page,
        })
        .to_string()
    }

    /// What [`Pending::write`] wrote. `None` for any other text.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let value: Value = serde_json::from_str(text).ok()?;
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let types = [ResponseType::Code, ResponseType::Token];
        let page = text("page").filter(|page| matches!(Href::parse(page), Some(Href::Internal(_))))?;
        let scopes = value.get("scopes")?.as_array()?;
        (value.get("version")? == 1).then_some(())?;
        Some(Self {
            scheme: text("scheme")?,
            response_type: types.into_iter().find(|one| text("response_type").as_deref() == Some(one.id()))?,
            client_id: text("client_id")?,
            redirect_uri: text("redirect_uri")?,
            token_endpoint: text("token_endpoint")?,
            state: text("state").filter(|state| !state.is_empty())?,
            nonce: text("nonce"),
            verifier: text("verifier"),
            issuer: text("issuer"),
            says_issuer: value.get("says_issuer")?.as_bool()?,
            scopes: scopes.iter().filter_map(|scope| scope.as_str().map(str::to_owned)).collect(),
            page,
        })
    }
}
