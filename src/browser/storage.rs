//! [`Storage`]: what the reader chose or made, kept by the browser and told to nobody. Where storage is refused, it lasts
//! as long as the page.

use js_sys::{JsString, Reflect};
use wasm_bindgen::JsCast;

/// How long the browser keeps something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// On this device, for all tabs, until it is forgotten.
    Device,
    /// As long as the tab, and only there: for what is secret.
    Tab,
}

/// Why something was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this site no more room: what was kept before is still there.
    Full,
    /// The browser keeps nothing for this site.
    Refused,
}

impl Storage {
    /// Keeps `value` under `name`, where the browser does: a choice holds in memory all the same.
    pub fn keep(self, name: &str, value: &str) {
        let _ = self.store(name, value);
    }

    /// Keeps `value` under `name`, and says why when the browser does not.
    pub fn store(self, name: &str, value: &str) -> Result<(), StorageError> {
        let storage = self.open().ok_or(StorageError::Refused)?;
        storage.set_item(name, value).map_err(|error| {
            let kind = Reflect::get(&error, &"name".into()).ok().and_then(|kind| kind.dyn_into::<JsString>().ok());
            match kind.map(String::from).as_deref() {
                Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
                _ => StorageError::Refused,
            }
        })
    }

    /// What is kept under `name`.
    pub fn kept(self, name: &str) -> Option<String> {
        self.open()?.get_item(name).ok().flatten()
    }

    /// Forgets what is kept under `name`.
    pub fn forget(self, name: &str) {
        if let Some(storage) = self.open() {
            let _ = storage.remove_item(name);
        }
    }

    fn open(self) -> Option<web_sys::Storage> {
        let window = web_sys::window()?;
        match self {
            Self::Device => window.local_storage(),
            Self::Tab => window.session_storage(),
        }
        .ok()
        .flatten()
    }
}
