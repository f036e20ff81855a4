//! A message and the bytes it carries, as one block of bytes: what travels between the page and the worker.
//!
//! Files are not written as JSON: their content follows, one after the other, and a list of lengths says where each ends.

use crate::core::call::Draft;
use crate::core::request::{Body, File, PartValue, Request};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes of the length of the message.
const LENGTH: usize = 4;

/// Writes `message` and `bytes` as one block.
pub fn write(message: &impl Serialize, bytes: &[u8]) -> Vec<u8> {
    let text = serde_json::to_vec(message).unwrap_or_default();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    [length.to_le_bytes().as_slice(), &text, bytes].concat()
}

/// Reads a block: the message and the bytes it carries. `None` for what [`write`] did not make.
pub fn read<T: DeserializeOwned>(block: &[u8]) -> Option<(T, &[u8])> {
    let (length, rest) = block.split_first_chunk::<LENGTH>()?;
    let (text, bytes) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    Some((serde_json::from_slice(text).ok()?, bytes))
}

/// Takes the content of the files of a draft out of it: the bytes, preceded by their lengths.
pub fn take_draft_files(draft: &mut Draft) -> Vec<u8> {
    take(draft.files_mut())
}

/// Gives the files of a draft the content that [`take_draft_files`] took.
pub fn give_files(draft: &mut Draft, bytes: &[u8]) {
    give(draft.files_mut(), bytes);
}

/// Takes the content of the files of a request out of it.
pub fn take_files(request: &mut Request) -> Vec<u8> {
    take(files_of_request(request))
}

/// Gives the files of a request the content that [`take_files`] took.
pub fn give_request_files(request: &mut Request, bytes: &[u8]) {
    give(files_of_request(request), bytes);
}

fn files_of_request(request: &mut Request) -> Vec<&mut File> {
    match &mut request.body {
        Body::Bytes(file) => vec![file],
        Body::Form(parts) => {
            let files = parts.iter_mut().filter_map(|part| match &mut part.value {
                PartValue::File(file) => Some(file),
                PartValue::Text(_) => None,
            });
            files.collect()
        }
        Body::None | Body::Text(_) => Vec::new(),
    }
}

fn take(files: Vec<&mut File>) -> Vec<u8> {
    let lengths: Vec<usize> = files.iter().map(|file| file.bytes.len()).collect();
    let mut all = Vec::with_capacity(lengths.iter().sum());
    for file in files {
        all.append(&mut file.bytes);
    }
    write(&lengths, &all)
}

fn give(files: Vec<&mut File>, block: &[u8]) {
    let Some((lengths, mut bytes)) = read::<Vec<usize>>(block) else { return };
    for (file, length) in files.into_iter().zip(lengths) {
        let Some((content, rest)) = bytes.split_at_checked(length) else { return };
        file.bytes = content.to_vec();
        bytes = rest;
    }
}
