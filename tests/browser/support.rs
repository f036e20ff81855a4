//! The page the tests run in.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window of the test.
pub(crate) fn window() -> Window {
    web_sys::window().unwrap()
}

/// Its document.
pub(crate) fn document() -> Document {
    window().document().unwrap()
}

/// Adds an element at the end of the page; the caller removes it.
pub(crate) fn add(tag: &str, attributes: &[(&str, &str)]) -> HtmlElement {
    let element = document().create_element(tag).unwrap();
    for (name, value) in attributes {
        element.set_attribute(name, value).unwrap();
    }
    document().body().unwrap().append_child(&element).unwrap();
    element.unchecked_into()
}

/// What has the focus.
pub(crate) fn focused() -> Option<Element> {
    document().active_element()
}

/// Waits, a frame at a time, until `condition` gives something; a few seconds of frames at most.
pub(crate) async fn until<T>(what: &str, condition: impl Fn() -> Option<T>) -> T {
    for _ in 0..600 {
        if let Some(found) = condition() {
            return found;
        }
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            window().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
    panic!("waited in vain for {what}");
}

/// Gives the page the `<base>` that the build writes, which every address is relative to.
pub(crate) fn publish_at_root() {
    if document().query_selector("base").unwrap().is_none() {
        let base = document().create_element("base").unwrap();
        base.set_attribute("href", "/").unwrap();
        document().head().unwrap().append_child(&base).unwrap();
    }
}
