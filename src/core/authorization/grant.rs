//! Token requests, as the same [`Request`] that calls are: shown, redacted and sent in the same way.
//!
//! Never here: sending one, reading the answer ([`super::Token`]).

use super::address::safe_endpoint;
use super::failure::Failure;
use super::parameters;
use crate::core::request::percent::encode_form;
use crate::core::request::{Body, Request, Secret, SecretPlace, base64};

/// What is changed for a token.
#[derive(Debug, Clone, Copy)]
pub enum Grant<'a> {
    /// The code of a return address (RFC 6749 §4.1.3).
    AuthorizationCode {
        /// The code.
        code: &'a str,
        /// The address it came back to.
        redirect_uri: &'a str,
        /// The verifier of PKCE (RFC 7636 §4.5).
        verifier: Option<&'a str>,
    },
    /// The client itself (§4.4).
    ClientCredentials,
    /// A person's account (§4.3).
    Password {
        /// User name.
        user: &'a str,
        /// Password.
        password: &'a str,
    },
    /// A token that renews (§6).
    RefreshToken(&'a str),
    /// A code agreed to on another device (RFC 8628 §3.4).
    DeviceCode(&'a str),
}

/// Who asks.
#[derive(Debug, Clone, Copy)]
pub struct Client<'a> {
    /// `client_id`.
    pub id: &'a str,
    /// Its secret; `None` for a public client, which says its name only.
    pub secret: Option<&'a str>,
    /// How the secret is shown.
    pub authentication: ClientAuthentication,
}

/// How a client shows its secret (RFC 6749 §2.3.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// In the header `Authorization`: what every server must accept.
    #[default]
    Basic,
    /// In the body.
    Body,
}

impl ClientAuthentication {
    /// Its name in the metadata of servers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Basic => "client_secret_basic",
            Self::Body => "client_secret_post",
        }
    }
}

/// A request to the token endpoint. `extra` parameters (`audience`, `resource`…) replace none of the standard ones.
pub fn token_request(
    endpoint: &str,
    grant: &Grant<'_>,
    client: &Client<'_>,
    scopes: &[String],
    extra: &[(String, String)],
) -> Result<Request, Failure> {
    let scope = scopes.join(" ");
    let mut form = Form::default();
    match *grant {
        Grant::AuthorizationCode { code, redirect_uri, verifier } => {
            form.plain("grant_type", "authorization_code");
            form.secret("code", code);
            form.plain("redirect_uri", redirect_uri);
            form.secret("code_verifier", verifier.unwrap_or_default());
        }
        Grant::ClientCredentials => {
            form.plain("grant_type", "client_credentials");
            form.plain("scope", &scope);
        }
        Grant::Password { user, password } => {
            form.plain("grant_type", "password");
            form.plain("username", user);
            form.secret("password", password);
            form.plain("scope", &scope);
        }
        Grant::RefreshToken(token) => {
            form.plain("grant_type", "refresh_token");
            form.secret("refresh_token", token);
            form.plain("scope", &scope);
        }
        Grant::DeviceCode(code) => {
            form.plain("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
            form.secret("device_code", code);
        }
    }
    form.request(endpoint, client, extra)
}

/// A request for the code of the device flow (RFC 8628 §3.1).
pub fn device_authorization_request(
    endpoint: &str,
    client: &Client<'_>,
    scopes: &[String],
    extra: &[(String, String)],
) -> Result<Request, Failure> {
    let mut form = Form::default();
    form.plain("scope", &scopes.join(" "));
    // §3.1 has no client secret where there is none, and the name of the client in any case.
    form.request(endpoint, client, extra)
}

/// The body while it is written.
#[derive(Default)]
struct Form {
    pairs: Vec<(String, String)>,
    secrets: Vec<Secret>,
}

impl Form {
    fn plain(&mut self, name: &str, value: &str) {
        self.pairs.push((name.to_owned(), value.to_owned()));
    }

    fn secret(&mut self, name: &str, value: &str) {
        self.plain(name, value);
        self.hide(name, SecretPlace::Body, encode_form(value));
    }

    fn hide(&mut self, name: &str, place: SecretPlace, value: String) {
        if !value.is_empty() {
            self.secrets.push(Secret { variable: name.to_ascii_uppercase(), place, value });
        }
    }

    fn request(mut self, endpoint: &str, client: &Client<'_>, extra: &[(String, String)]) -> Result<Request, Failure> {
        let endpoint = safe_endpoint(endpoint)?;
        let mut headers = vec![
            ("Accept".to_owned(), "application/json".to_owned()),
            ("Content-Type".to_owned(), "application/x-www-form-urlencoded".to_owned()),
        ];
        match (client.secret, client.authentication) {
            (Some(secret), ClientAuthentication::Basic) => {
                // Encoded before they are joined: an identifier may hold a colon.
                let account = format!("{}:{}", encode_form(client.id), encode_form(secret));
                let value = base64::encode(account.as_bytes());
                headers.push(("Authorization".to_owned(), format!("Basic {value}")));
                self.hide("client_secret", SecretPlace::Header("Authorization".to_owned()), value);
            }
            (Some(secret), ClientAuthentication::Body) => {
                self.plain("client_id", client.id);
                self.secret("client_secret", secret);
            }
            (None, _) => self.plain("client_id", client.id),
        }
        let reserved = ["client_id", "client_secret", "client_assertion", "client_assertion_type"];
        for (name, value) in extra {
            let is_own = self.pairs.iter().any(|(own, _)| own == name) || reserved.contains(&name.as_str());
            if !is_own {
                self.plain(name, value);
            }
        }
        let pairs = self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let body = Body::Text(parameters::write(pairs));
        Ok(Request { method: "POST".to_owned(), url: endpoint.to_owned(), headers, body, secrets: self.secrets })
    }
}
