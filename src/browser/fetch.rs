//! Fetching the site's own files.

use crate::core::address::HttpUrl;
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

/// The bytes of a file of the site (`data/openapi/api-geo/0.json`).
pub async fn file(path: &str, abort: Option<&AbortController>) -> Result<Vec<u8>, FetchError> {
    bytes(&super::address::file(path), abort).await
}

/// The bytes at an address of the web, fetched as a page of any site may: without cookies.
pub async fn web(url: &HttpUrl, abort: Option<&AbortController>) -> Result<Vec<u8>, FetchError> {
    bytes(url.as_str(), abort).await
}

/// The bytes at an address. Cookies go to the site itself only.
async fn bytes(address: &str, abort: Option<&AbortController>) -> Result<Vec<u8>, FetchError> {
    let signal = abort.map(AbortController::signal);
    let init = web_sys::RequestInit::new();
    init.set_signal(signal.as_ref());
    // The builder of gloo-net writes queries anew: servers that sign their addresses would refuse them.
    let request = web_sys::Request::new_with_str_and_init(address, &init).map_err(|_| unreachable_or_offline())?;
    let sent = Request::from(request).send().await;
    let response = sent.map_err(|_| unreachable_or_offline())?;
    match response.status() {
        404 | 410 => return Err(FetchError::Missing),
        status if !response.ok() => return Err(FetchError::Status(status)),
        _ => {}
    }
    response.binary().await.map_err(|_| unreachable_or_offline())
}

/// Browsers do not say why a request failed; they do say when they have no network at all.
fn unreachable_or_offline() -> FetchError {
    match web_sys::window().map(|window| window.navigator().on_line()) {
        Some(false) => FetchError::Offline,
        _ => FetchError::Unreachable,
    }
}

/// Why a part of the application did not come: the browser gives no other clue than whether it has a network.
#[cfg(feature = "split")]
pub fn part_missing() -> FetchError {
    match unreachable_or_offline() {
        FetchError::Offline => FetchError::Offline,
        _ => FetchError::Part,
    }
}
