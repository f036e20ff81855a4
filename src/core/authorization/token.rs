//! [`Token`]: what a token endpoint answered (RFC 6749 §5), or the fragment of the implicit flow (§4.2.2).
//!
//! Never here: what is done with it. Identity tokens are looked at for their `nonce` only, then dropped: nothing here
//! trusts who they say the person is.

use super::failure::{Failure, ServerError};
use super::parameters::{LONGEST, Parameters};
use super::proof;
use crate::core::call::Given;
use crate::core::request::base64;
use serde_json::Value;

/// Seconds before its end from which a token is renewed rather than sent.
const MARGIN: u64 = 30;

/// A token to call with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// `access_token`.
    pub access_token: String,
    /// `token_type`.
    pub kind: Option<String>,
    /// When it ends, in seconds since 1970; `None` where the server does not say.
    pub expires_at: Option<u64>,
    /// What renews it.
    pub refresh_token: Option<String>,
    /// What it is good for: the scopes asked for where the server does not say otherwise (§5.1).
    pub scopes: Vec<String>,
}

impl Token {
    /// Reads the answer of a token endpoint, in JSON or in the form of addresses.
    ///
    /// `asked`: the scopes asked for. `nonce`: what an identity token must hold. `now`: seconds since 1970.
    pub fn read(status: u16, body: &[u8], asked: &[String], nonce: Option<&str>, now: u64) -> Result<Self, Failure> {
        let text = std::str::from_utf8(body).ok().filter(|text| text.len() <= LONGEST);
        let text = text.ok_or(Failure::Unreadable(status))?;
        let value: Option<Value> = serde_json::from_str(text).ok().filter(Value::is_object);
        let parameters = if value.is_none() { Parameters::parse(text) } else { Parameters::default() };
        let error = value.as_ref().and_then(ServerError::of_json).or_else(|| ServerError::of_parameters(&parameters));
        // Some servers refuse with the status 200.
        if let Some(error) = error {
            return Err(Failure::Refused(error));
        }
        let token = match &value {
            Some(value) => of(|name| scalar(value.get(name)?), asked, nonce, now),
            None => of(|name| parameters.get(name).map(str::to_owned), asked, nonce, now),
        };
        token.and_then(|token| token.filter(|_| (200..300).contains(&status)).ok_or(Failure::Unreadable(status)))
    }

    /// The token of a return address, if there is one.
    pub(super) fn of_parameters(
        parameters: &Parameters,
        asked: &[String],
        nonce: Option<&str>,
        now: u64,
    ) -> Result<Option<Self>, Failure> {
        of(|name| parameters.get(name).map(str::to_owned), asked, nonce, now)
    }

    /// This token where `old` was: a server may leave the refresh token as it is (§6).
    #[must_use]
    pub fn renewing(mut self, old: &Self) -> Self {
        self.refresh_token = self.refresh_token.or_else(|| old.refresh_token.clone());
        self
    }

    /// Whether it has ended, or is about to.
    pub fn is_stale(&self, now: u64) -> bool {
        self.expires_at.is_some_and(|end| end <= now.saturating_add(MARGIN))
    }

    /// The scopes that were asked for and not granted.
    pub fn lacking<'a>(&self, asked: &'a [String]) -> Vec<&'a str> {
        asked.iter().filter(|scope| !self.scopes.contains(scope)).map(String::as_str).collect()
    }

    /// The scopes that were granted without being asked for.
    pub fn unasked(&self, asked: &[String]) -> Vec<&str> {
        self.scopes.iter().filter(|scope| !asked.contains(scope)).map(String::as_str).collect()
    }

    /// What goes with a call.
    pub fn given(&self) -> Given {
        Given::Token { kind: self.kind.clone(), token: self.access_token.clone() }
    }
}

fn of(
    get: impl Fn(&str) -> Option<String>,
    asked: &[String],
    nonce: Option<&str>,
    now: u64,
) -> Result<Option<Token>, Failure> {
    // §A.12: visible characters only; others could not be sent, or would end the header they stand in.
    let visible = |text: &String| text.bytes().all(|byte| byte.is_ascii_graphic());
    let Some(access_token) = get("access_token").filter(visible) else { return Ok(None) };
    if let (Some(nonce), Some(identity)) = (nonce, get("id_token"))
        && !is_bound(&identity, nonce)
    {
        return Err(Failure::Nonce);
    }
    let lifetime = get("expires_in").and_then(|text| text.parse().ok());
    let granted = get("scope").map(|text| text.split([' ', ',']).map(str::to_owned).collect::<Vec<_>>());
    let mut scopes = granted.unwrap_or_else(|| asked.to_vec());
    scopes.retain(|scope| !scope.is_empty());
    Ok(Some(Token {
        access_token,
        kind: get("token_type").filter(|kind| kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')),
        expires_at: lifetime.map(|lifetime: u64| now.saturating_add(lifetime)),
        refresh_token: get("refresh_token").filter(|token| !token.chars().any(char::is_control)),
        scopes,
    }))
}

/// Servers write `expires_in` as a number or as a text, and `scope` as a text or as a list.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(items) => Some(items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")),
        _ => None,
    }
}

/// Whether an identity token holds `nonce`. One that is encrypted (RFC 7516, five parts) cannot be looked into.
fn is_bound(identity: &str, nonce: &str) -> bool {
    let parts: Vec<&str> = identity.split('.').take(6).collect();
    match parts.as_slice() {
        [_, claims, _] => {
            let claims = base64::decode(claims).and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
            let found = claims.as_ref().and_then(|claims| claims.get("nonce")).and_then(Value::as_str);
            found.is_some_and(|found| proof::same(found, nonce))
        }
        parts => parts.len() == 5,
    }
}
