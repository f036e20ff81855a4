//! Acting on the document: its title, its language, its theme, where the focus is.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement};

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

/// Whether what an event is about is an element that is open now: `<details>`.
pub fn is_open(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

/// Whether `target` is, or is inside, an element that matches a CSS selector.
pub fn is_in(target: Option<EventTarget>, selector: &str) -> bool {
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    element.and_then(|element| element.closest(selector).ok().flatten()).is_some()
}

/// Whether the first element that matches a CSS selector takes room on the screen.
pub fn is_shown(selector: &str) -> bool {
    find(selector).is_some_and(|element| element.offset_width() > 0)
}

/// Scrolls the inside of a list, and nothing else, until one of its elements is seen.
pub fn scroll_list_to(list: &str, inside: &str) {
    let Some((list, element)) = find(list).zip(find(&format!("{list} {inside}"))) else { return };
    let (top, height) = (element.offset_top(), element.offset_height());
    let (seen, room) = (list.scroll_top(), list.client_height());
    if top < seen || top + height > seen + room {
        list.set_scroll_top(top - (room - height) / 2);
    }
}

/// Moves the focus to the element after or before the one that has it, among those of a list that match a CSS
/// selector; to the current one, else to the first, when none has it.
pub fn focus_beside(list: &str, selector: &str, is_after: bool) {
    let Some((document, list)) = document().zip(find(list)) else { return };
    let Ok(found) = list.query_selector_all(selector) else { return };
    let element = |index: u32| found.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let focused = document.active_element();
    let is_focused = |one: &HtmlElement| focused.as_ref() == Some(one.as_ref());
    let indices = 0..found.length();
    let here = indices.clone().find(|index| element(*index).as_ref().is_some_and(is_focused));
    let next = match here {
        Some(here) if is_after => here.saturating_add(1).min(found.length().saturating_sub(1)),
        Some(here) => here.saturating_sub(1),
        None => {
            let is_current = |index: &u32| element(*index).is_some_and(|one| one.has_attribute("aria-current"));
            indices.clone().find(is_current).unwrap_or_default()
        }
    };
    if let Some(element) = element(next) {
        let _ = element.focus();
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// The size of the reader's letters, in pixels: what `1rem` is.
pub fn letter_size() -> f64 {
    let root = document().and_then(|document| document.document_element());
    let style = root.and_then(|root| web_sys::window()?.get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.trim_end_matches("px").parse().ok()).unwrap_or(16.0)
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
