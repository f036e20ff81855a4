//! An API catalogue that needs no server.
//!
//! A folder of Markdown and OpenAPI files becomes a fast static site in which people find an API, know
//! whether they may use it, and read its documentation.
//!
//! ```text
//! ui (Leptos)  →  browser (effects)  →  core (pure)  ←  tool (native command line)
//! ```
//!
//! # Invariants
//!
//! * [`core`] is pure: no browser, no file system, no clock, no randomness. It holds the product.
//! * `browser` is the only layer that touches the page's outside world (fetch, storage, focus, history).
//! * `ui` renders; it decides nothing that can be decided in [`core`].
//! * `tool` reads and writes files; every rule it applies lives in [`core`].
//! * No layer builds an HTML string: text becomes a tree of safe types, rendered node by node.
//!
//! ARCHITECTURE.md says where to add what; `tests/suite/architecture.rs` checks the arrows.

pub mod core;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod ui;

#[cfg(feature = "cli")]
pub mod tool;
