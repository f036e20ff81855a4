//! Files that a person chose or dropped.

use crate::core::request::File;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, FileList, HtmlInputElement};

/// The files of the field that an event comes from.
pub fn chosen(event: &Event) -> Option<FileList> {
    event.target()?.dyn_into::<HtmlInputElement>().ok()?.files()
}

/// Reads the files of a list. One that cannot be read, because it was moved or deleted since, is left out.
pub async fn read(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    let mut files = Vec::new();
    for file in (0..list.length()).filter_map(|index| list.get(index)) {
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { continue };
        let Ok(buffer) = buffer.dyn_into::<ArrayBuffer>() else { continue };
        files.push(File { name: file.name(), media_type: file.type_(), bytes: Uint8Array::new(&buffer).to_vec() });
    }
    files
}
