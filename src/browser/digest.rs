//! SHA-256, from the browser, which gives it to pages that came encrypted or from this machine only.

use crate::core::authorization::Failure;
use wasm_bindgen_futures::JsFuture;

/// The digest of `text` in UTF-8.
pub async fn sha256(text: &str) -> Result<[u8; 32], Failure> {
    digest(text).await.ok_or(Failure::NotSecureContext)
}

async fn digest(text: &str) -> Option<[u8; 32]> {
    let window = web_sys::window()?;
    // Outside secure contexts `crypto.subtle` is absent, whatever its type says.
    if !window.is_secure_context() {
        return None;
    }
    let digest = window.crypto().ok()?.subtle().digest_with_str_and_u8_array("SHA-256", text.as_bytes()).ok()?;
    let buffer = JsFuture::from(digest).await.ok()?;
    js_sys::Uint8Array::new(&buffer).to_vec().try_into().ok()
}
