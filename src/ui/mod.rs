//! The interface: Leptos components over [`crate::core`].
//!
//! Components take data and render it; pages fetch. A component never decides what [`crate::core`] can
//! decide, never writes a sentence (they are in [`crate::core::i18n`]), and never touches the browser but
//! through [`crate::browser`].

mod app;
mod context;
mod footer;
mod header;
mod kit;
mod later;
mod markdown;
mod pages;
mod part;

pub use app::App;
