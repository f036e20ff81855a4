//! The address bar: where the reader is, and going elsewhere without loading the page again.

use super::address;
use crate::core::route;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Window};

/// Where the reader is, as the browser has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Location {
    /// `/catalogue/apis`
    pub pathname: String,
    /// `?q=eau`, or empty.
    pub search: String,
    /// `#technical`, or empty.
    pub hash: String,
}

impl Location {
    /// The heading the address names, percent-decoded.
    pub fn anchor(&self) -> Option<String> {
        let hash = self.hash.strip_prefix('#').filter(|hash| !hash.is_empty())?;
        Some(crate::core::address::percent_decode(hash))
    }
}

/// Where the reader is now.
pub fn current() -> Location {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return Location::default() };
    Location {
        pathname: location.pathname().unwrap_or_default(),
        search: location.search().unwrap_or_default(),
        hash: location.hash().unwrap_or_default(),
    }
}

/// Writes an address of the site into the address bar: a new entry of the history, or the same one.
pub fn write(href: &str, replace: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    // Refused when called too often (typing very fast): the list is right, only the address lags behind.
    let _ = match replace {
        true => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
        false => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
    };
}

/// Drops from the address bar what a static host added to the path: people share the address of the page.
pub fn tidy() {
    let Location { pathname, search, hash } = current();
    let tidied = route::tidy(address::inside(&pathname));
    if tidied != address::inside(&pathname) {
        write(&format!("{}{search}{hash}", address::file(tidied)), true);
    }
}

/// Scrolls to the top, as a browser does on a new page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls `followed` with the address of each link of the site that is clicked, and `moved` when the reader goes back
/// or forward. Lasts as long as the page.
pub fn listen(followed: impl Fn(String) + 'static, moved: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let clicked = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some(href) = site_link(&event) {
            event.prevent_default();
            followed(href);
        }
    });
    let popped = Closure::<dyn Fn()>::new(moved);
    add(&window, "click", clicked.into_js_value());
    add(&window, "popstate", popped.into_js_value());
}

fn add(window: &Window, event: &str, listener: JsValue) {
    let _ = window.add_event_listener_with_callback(event, listener.unchecked_ref());
}

/// The address of the link that was clicked, when it is a page of the site and the reader asked for nothing special
/// (a new tab, a download).
pub fn site_link(event: &MouseEvent) -> Option<String> {
    let special = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0;
    if special || event.default_prevented() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let elsewhere = !link.target().is_empty() || link.has_attribute("download") || link.rel().contains("external");
    let same_origin = web_sys::window()?.location().origin().ok()? == link.origin();
    let inside = link.pathname().starts_with(address::base());
    (!elsewhere && same_origin && inside).then(|| format!("{}{}{}", link.pathname(), link.search(), link.hash()))
}
