//! Fetching the site's own files.

use crate::core::catalogue::wire;
use crate::core::remote::FetchError;
use gloo_net::http::Request;
use serde::de::DeserializeOwned;
use web_sys::AbortController;

/// Fetches and reads one data file (`apis/api-geo.json`, below `data/`).
///
/// The request is cancelled when `abort` is: a reader who leaves a page stops paying for it.
pub async fn data<T: DeserializeOwned>(path: &str, abort: Option<&AbortController>) -> Result<T, FetchError> {
    let address = super::address::file(&format!("data/{path}"));
    wire::read(&bytes(&address, abort).await?).map_err(FetchError::Data)
}

/// The bytes at an address. Cookies go to the site itself only.
pub(super) async fn bytes(address: &str, abort: Option<&AbortController>) -> Result<Vec<u8>, FetchError> {
    let signal = abort.map(AbortController::signal);
    let sent = Request::get(address).abort_signal(signal.as_ref()).send().await;
    let response = sent.map_err(|_| unreachable_or_offline())?;
    match response.status() {
        404 | 410 => return Err(FetchError::Missing),
        status if !response.ok() => return Err(FetchError::Status(status)),
        _ => {}
    }
    response.binary().await.map_err(|_| unreachable_or_offline())
}

/// Browsers do not say why a request failed; they do say when they have no network at all.
pub(super) fn unreachable_or_offline() -> FetchError {
    match web_sys::window().map(|window| window.navigator().on_line()) {
        Some(false) => FetchError::Offline,
        _ => FetchError::Unreachable,
    }
}
