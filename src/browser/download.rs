//! Saving what the page made as a file of the reader. Never here: what the file holds.

use super::blob::BlobUrl;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlAnchorElement;

/// How long the browser has to start reading the file, in milliseconds: some ask the reader where to save it first.
const LIFE: i32 = 60_000;

/// Saves `bytes` as a file called `name`; whether the browser was asked to.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    offer(name, media_type, bytes).is_some()
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let url = BlobUrl::new(media_type, bytes)?;
    let link = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = &link {
        link.set_href(url.as_str());
        link.set_download(name);
        link.click();
    }
    let forget = Closure::once_into_js(move || drop(url));
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), LIFE);
    link.map(drop)
}
