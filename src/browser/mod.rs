//! Effects: small total functions over the browser. Nothing here panics; what the browser refuses degrades.
//!
//! Responsible for fetching files of the site, calling APIs, keeping preferences, and acting on the document.
//! Never decides anything: decisions are in [`crate::core`].

pub mod address;
pub mod authorize;
pub mod blob;
pub mod clipboard;
pub mod clock;
pub mod digest;
pub mod document;
pub mod download;
pub mod engine;
pub mod fetch;
pub mod files;
pub mod history;
pub mod probe;
pub mod random;
pub mod send;
pub mod storage;
pub mod worker;
