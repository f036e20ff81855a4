//! Effects: small total functions over the browser. Nothing here panics; what the browser refuses degrades.
//!
//! Responsible for fetching files of the site, keeping preferences, and acting on the document.
//! Never decides anything: decisions are in [`crate::core`].

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod documents;
pub mod fetch;
pub mod history;
pub mod preferences;
