//! What a reader of an OpenAPI document sees: its operations, and one of them, as plain data.
//!
//! ```text
//! Document ─ contents, operation ─▶ ContentsView, OperationView ─ file ─▶ page
//! ```
//!
//! The tool makes these views for the documents of the catalogue when the site is built, so that reading an API loads
//! neither the document nor the engine. Never here: how views look, sending requests.

mod build;
mod filter;
mod media;
mod rows;
mod security;
#[cfg(test)]
mod tests;
mod view;

pub use build::{contents, operation};
pub use filter::filter;
pub use view::{
    ContentsView, EntryView, ExampleView, GroupView, MediaView, OperationView, ParameterView, ResponseView, RowView,
    SchemeView, ServerView, SnippetView,
};
