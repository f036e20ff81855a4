//! Copying, where the browser allows it.

use wasm_bindgen_futures::JsFuture;

/// Copies `text`; whether the browser did.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent outside secure contexts, whatever its type says.
    let navigator = window.navigator();
    let is_there = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or_default();
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
