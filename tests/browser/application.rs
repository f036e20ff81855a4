//! The whole application, mounted over a server that has none of its data.
//!
//! Run by `make test`: `cargo test --target wasm32-unknown-unknown --features web --test application`.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(dead_code, reason = "each program of tests uses a part of `support`")]

mod support;

use catalogue::browser::history;
use support::{document, focused, publish_at_root, until};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).unwrap()
}

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn without_data_the_reader_is_told_and_may_try_again() {
    publish_at_root();
    history::write("/producers", true);
    leptos::mount::mount_to_body(catalogue::ui::App);
    let alert = until("an alert", || find("main [role=alert]")).await;
    let said = alert.text_content().unwrap();
    assert!(said.chars().count() > 20, "{said}");
    let heading = find("main h1").unwrap();
    assert_ne!(heading.text_content().unwrap().trim(), "");

    // The retry asks again, fails again, and says so again; the page itself never goes.
    let button: HtmlElement = find("main button").unwrap().unchecked_into();
    button.focus().unwrap();
    assert_eq!(focused().as_ref(), Some(button.unchecked_ref()));
    button.click();
    until("the alert after another try", || find("main [role=alert]")).await;

    // The frame is there whatever the data: a way to the content, a language, a theme.
    for selector in [".skip-link", "header nav a", "header select", "footer"] {
        assert!(find(selector).is_some(), "{selector}");
    }
    assert_eq!(document().document_element().unwrap().get_attribute("lang").as_deref(), Some("fr"));
}
