//! The measuring program as a WebAssembly module: `measured(bytes)`.

use crate::measure::{Machine, measure};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

struct Browser;

impl Machine for Browser {
    fn now(&self) -> f64 {
        now()
    }

    /// The whole memory of the module, which never shrinks: its growth is the most that was taken at one time.
    fn memory(&self) -> f64 {
        const PAGE: f64 = 65_536.0;
        let pages = u32::try_from(core::arch::wasm32::memory_size(0)).unwrap_or(u32::MAX);
        f64::from(pages) * PAGE
    }
}

/// The figures of a document whose bytes `load` gives, as JSON.
#[wasm_bindgen]
pub fn measured(load: &Bytes) -> String {
    measure(&Browser, || load.bytes()).to_string()
}

#[wasm_bindgen]
extern "C" {
    /// Where the bytes are, outside of the module.
    pub type Bytes;

    #[wasm_bindgen(method)]
    fn bytes(this: &Bytes) -> Vec<u8>;
}
