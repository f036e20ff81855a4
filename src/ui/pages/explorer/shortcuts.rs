//! Keys that lead to the filter and along the list of operations, for those who want them.

use super::words;
use crate::browser::document;
use crate::browser::storage::Storage;
use crate::core::explorer::{Press, Shortcut, shortcut};
use leptos::ev;
use leptos::prelude::*;

/// The list of operations.
pub(super) const LIST: &str = ".outline__list";

/// The name the choice is kept under: `off` for those who use speech, or whose keys fall where they do not mean to.
const CHOICE: &str = "shortcuts";

/// Follows keys as long as the list is there. The drawer opens for who goes to the filter.
pub(super) fn listen(is_drawn: RwSignal<bool>) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let key = event.key();
        let press = Press {
            key: &key,
            has_modifier: event.ctrl_key() || event.alt_key() || event.meta_key(),
            is_writing: document::is_in(event.target(), "input, textarea, select, [contenteditable]"),
            is_in_list: document::is_in(event.target(), LIST),
        };
        let single_keys = Storage::Device.kept(CHOICE).as_deref() != Some("off");
        let Some(asked) = shortcut(press, single_keys) else { return };
        event.prevent_default();
        if asked == Shortcut::Filter {
            is_drawn.set(true);
            request_animation_frame(|| document::focus("#outline-filter"));
            return;
        }
        is_drawn.set(true);
        request_animation_frame(move || document::focus_beside(LIST, "a, button", asked == Shortcut::Next));
    });
    on_cleanup(move || handle.remove());
}

/// What the keys do, and a way to turn them off.
#[component]
pub(super) fn ShortcutHelp() -> impl IntoView {
    let is_on = Storage::Device.kept(CHOICE).as_deref() != Some("off");
    let choose = move |event| Storage::Device.keep(CHOICE, if event_target_checked(&event) { "on" } else { "off" });
    view! {
        <details class="shortcuts">
            <summary>{words().shortcuts}</summary>
            <p>{words().shortcuts_text}</p>
            <label class="choice">
                <input type="checkbox" checked=is_on on:change=choose />
                {words().shortcuts_choice}
            </label>
        </details>
    }
}
