//! The device flow (RFC 8628): a code shown here, agreed to elsewhere.
//!
//! Never here: waiting, asking.

use super::failure::{Failure, ServerError, plain};
use super::origin::Origin;
use super::parameters::LONGEST;
use crate::core::address::HttpUrl;
use serde_json::Value;

/// Seconds between two attempts where the server does not say (§3.2).
const INTERVAL: u64 = 5;
/// Most seconds between two attempts, whatever the server says.
const LONGEST_INTERVAL: u64 = 300;

/// What a person needs to agree, and the page to ask for the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceAuthorization {
    /// `device_code`: for the token request.
    pub device_code: String,
    /// `user_code`: what the person types.
    pub user_code: String,
    /// Where they type it.
    pub page: HttpUrl,
    /// The same page, with the code in it.
    pub complete_page: Option<HttpUrl>,
    /// When the code ends, in seconds since 1970.
    pub expires_at: u64,
    /// Seconds to wait between two attempts.
    pub interval: u64,
}

impl DeviceAuthorization {
    /// Reads the answer of the device authorization endpoint (§3.2). `now`: seconds since 1970.
    pub fn read(status: u16, body: &[u8], now: u64) -> Result<Self, Failure> {
        let unreadable = Failure::Unreadable(status);
        if body.len() > LONGEST {
            return Err(unreadable);
        }
        let value: Value = serde_json::from_slice(body).map_err(|_| unreadable.clone())?;
        if let Some(error) = ServerError::of_json(&value) {
            return Err(Failure::Refused(error));
        }
        Self::of(&value, now).filter(|_| (200..300).contains(&status)).ok_or(unreadable)
    }

    fn of(value: &Value, now: u64) -> Option<Self> {
        let text = |name: &str| value.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let is_safe = |url: &HttpUrl| {
            Origin::parse(url.as_str()).is_some_and(|origin| origin.is_secure() || origin.is_loopback())
        };
        let page = |name: &str| text(name).and_then(HttpUrl::parse).filter(is_safe);
        let seconds = |name: &str| value.get(name).and_then(Value::as_u64);
        Some(Self {
            device_code: text("device_code")?.to_owned(),
            user_code: text("user_code").and_then(plain)?,
            // The name in the drafts, which servers still use.
            page: page("verification_uri").or_else(|| page("verification_url"))?,
            complete_page: page("verification_uri_complete"),
            expires_at: now.saturating_add(seconds("expires_in")?),
            interval: seconds("interval").unwrap_or(INTERVAL).clamp(1, LONGEST_INTERVAL),
        })
    }

    /// Seconds to wait before the next token request, after one that failed; `None` when there is none to make (§3.5).
    pub fn wait_after(&mut self, failure: &Failure, now: u64) -> Option<u64> {
        let Failure::Refused(error) = failure else { return None };
        match error.code.as_str() {
            "authorization_pending" => {}
            "slow_down" => self.interval = (self.interval + 5).min(LONGEST_INTERVAL),
            _ => return None,
        }
        (now.saturating_add(self.interval) < self.expires_at).then_some(self.interval)
    }
}
