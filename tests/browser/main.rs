//! The effects of `browser`, and the application over a server that has no data, in a real browser.
//!
//! Run by `make test`: `cargo test --target wasm32-unknown-unknown --features web --test browser`.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod adapters;
mod application;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, Window};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

/// Adds an element at the end of the page; the caller removes it.
fn add(tag: &str, attributes: &[(&str, &str)]) -> HtmlElement {
    let element = document().create_element(tag).unwrap();
    for (name, value) in attributes {
        element.set_attribute(name, value).unwrap();
    }
    document().body().unwrap().append_child(&element).unwrap();
    element.unchecked_into()
}

fn focused() -> Option<Element> {
    document().active_element()
}

/// Waits, a frame at a time, until `condition` gives something; a few seconds of frames at most.
async fn until<T>(what: &str, condition: impl Fn() -> Option<T>) -> T {
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
