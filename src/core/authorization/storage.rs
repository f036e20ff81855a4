//! [`Credentials`] as text, for the session storage of the tab, when the person asks for it.
//!
//! What is read is hostile: of another version, too long or of another shape, it is nothing. Never here: storing.

use super::credentials::Credentials;
use super::origin::Origin;
use super::token::Token;
use crate::core::call::Given;
use serde_json::{Map, Value, json};

const VERSION: u64 = 1;
/// Bytes read.
const LONGEST: usize = 512 * 1024;
/// Schemes, origins and scopes read.
const MOST: usize = 200;

impl Credentials {
    /// As text. Empty when there is nothing to keep.
    pub fn write(&self) -> String {
        if self.given.is_empty() {
            return String::new();
        }
        let mut schemes = Map::new();
        for (name, given) in &self.given {
            let written = match (self.token(name), given) {
                (Some(token), _) => json!({
                    "token": token.access_token,
                    "kind": token.kind,
                    "expires_at": token.expires_at,
                    "refresh_token": token.refresh_token,
                    "scopes": token.scopes,
                }),
                (None, Given::Value(value)) => json!({ "value": value }),
                (None, Given::Account { user, password }) => json!({ "user": user, "password": password }),
                (None, Given::Token { kind, token }) => json!({ "token": token, "kind": kind }),
            };
            schemes.insert(name.clone(), written);
        }
        let texts = |origins: &[Origin]| -> Vec<String> { origins.iter().map(Origin::to_string).collect() };
        json!({
            "version": VERSION,
            "servers": texts(&self.servers),
            "granted": texts(&self.granted),
            "schemes": schemes,
        })
        .to_string()
    }

    /// What [`Credentials::write`] wrote, for the document that now answers at `servers`.
    ///
    /// A server that the document did not name when the person gave these credentials is asked about.
    pub fn read(text: &str, servers: Vec<Origin>) -> Self {
        match Some(text).filter(|text| text.len() <= LONGEST).and_then(|text| serde_json::from_str::<Value>(text).ok())
        {
            Some(value) if value.get("version").and_then(Value::as_u64) == Some(VERSION) => of(&value, servers),
            _ => Self::new(servers),
        }
    }
}

fn of(value: &Value, servers: Vec<Origin>) -> Credentials {
    let origins = |key: &str| -> Vec<Origin> {
        let texts = value.get(key).and_then(Value::as_array).into_iter().flatten().take(MOST);
        texts.filter_map(|text| Origin::parse(text.as_str()?)).collect()
    };
    let known = origins("servers");
    let mut credentials = Credentials::new(servers.into_iter().filter(|server| known.contains(server)).collect());
    for origin in origins("granted") {
        credentials.grant(origin);
    }
    let schemes = value.get("schemes").and_then(Value::as_object).into_iter().flatten();
    for (name, one) in schemes.take(MOST) {
        let text = |key: &str| one.get(key).and_then(Value::as_str).map(str::to_owned);
        if let Some(value) = text("value") {
            credentials.give(name, Given::Value(value));
        } else if let (Some(user), Some(password)) = (text("user"), text("password")) {
            credentials.give(name, Given::Account { user, password });
        } else if let Some(token) = text("token") {
            match one.get("scopes").and_then(Value::as_array) {
                None => credentials.give(name, Given::Token { kind: text("kind"), token }),
                Some(scopes) => {
                    let scopes = scopes.iter().filter_map(Value::as_str).take(MOST).map(str::to_owned).collect();
                    let token = Token {
                        access_token: token,
                        kind: text("kind"),
                        expires_at: one.get("expires_at").and_then(Value::as_u64),
                        refresh_token: text("refresh_token"),
                        scopes,
                    };
                    credentials.give_token(name, token);
                }
            }
        }
    }
    credentials
}
