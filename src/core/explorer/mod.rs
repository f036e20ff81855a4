//! What a reader of an OpenAPI document sees: its operations, and one of them, as plain data.
//!
//! ```text
//! Document ─ contents, operation ─▶ ContentsView, OperationView ─ file ─▶ page
//! ```
//!
//! The tool makes these views for the documents of the catalogue when the site is built, so that reading an API loads
//! neither the document nor the engine. Never here: how views look, sending requests.

pub mod anchor;
mod build;
mod comparison;
mod csv;
mod fields;
mod filter;
mod links;
mod media;
mod rows;
mod security;
mod shortcut;
#[cfg(test)]
mod tests;
mod value;
mod view;

pub use build::{contents, glance, names, operation};
pub use comparison::{ChangeView, ComparisonView, comparison};
pub use csv::csv;
pub use fields::{FieldOrder, FieldView, FieldsView, UseView, Way, fields};
pub use filter::Filter;
pub use rows::Extent;
pub use security::scheme_in_words;
pub use shortcut::{Press, Shortcut, shortcut};
pub use view::{
    CallbackView, ContentsView, EntryView, ExampleView, ExternalDocsView, FormView, GroupView, LinkView, MediaView,
    OperationView, ParameterView, ResponseView, RowView, SchemeView, ServerView, SnippetView, VersionView,
};
