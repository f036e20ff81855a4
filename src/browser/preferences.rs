//! What the reader chose, kept on the device only. Where storage is refused, it lasts as long as the page.

/// Keeps `value` under `name`.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // Refused when storage is full or blocked: the choice still holds in memory until the page closes.
        let _ = storage.set_item(name, value);
    }
}

/// What was kept under `name`.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
