//! From what a person filled in to the one [`Request`] that is both sent and shown.
//!
//! Inputs are plain structures that the model of the document fills. Never here: reading a document, sending.

pub mod auth;
pub mod base64;
pub mod body;
mod build;
mod headers;
mod message;
pub mod percent;
pub mod snippet;
pub mod style;
pub mod url;

pub use build::{Parameter, RequestInput, build};
pub use headers::{is_forbidden_in_browsers, is_method_forbidden_in_browsers};
pub use message::{Body, File, Part, PartValue, Request, Secret, SecretPlace, variable_name};
