//! Acting on the document: its title, its language, its theme, where the focus is.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of `<html>`: `lang`, `data-theme`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// Removes what the HTML file shows until the application runs.
pub fn remove_loading_screen() {
    if let Some(screen) = document().and_then(|document| document.get_element_by_id("loading-screen")) {
        screen.remove();
    }
}

/// Moves the focus to the page's main heading, which assistive technologies then read, without scrolling.
pub fn focus_main_heading() {
    focus("main h1");
}

/// Moves the focus to the first element that matches a CSS selector.
pub fn focus(selector: &str) {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Shows the element with this identifier and moves the focus to it. `false` when there is none yet.
pub fn go_to_anchor(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return false };
    element.scroll_into_view();
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        // Headings take the focus only from scripts.
        if !element.has_attribute("tabindex") {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
    true
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
