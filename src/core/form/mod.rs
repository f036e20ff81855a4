//! The form of an operation: what a person may fill in to call it, as plain data.
//!
//! Each field has an address, the JSON pointer that problems of a request use too: `/query/limit`, `/body/tags/0`. What is
//! typed goes into a [`crate::core::call::Draft`], which this module never touches. Never here: descriptions as
//! Markdown and types in full, which the page of the operation shows beside the form.

mod build;
mod control;
mod security;
#[cfg(test)]
mod tests;
mod view;

pub use build::form;
pub use security::flows;
pub use view::{
    BodyForm, BodyKind, Choice, Control, FieldForm, FlowForm, Form, MediaForm, ParameterForm, SchemeForm, SchemeInput,
    ServerForm, TextKind, VariableForm,
};
