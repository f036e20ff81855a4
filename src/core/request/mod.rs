//! From what a person filled in to the one [`Request`] that is both sent and shown.
//!
//! Inputs are plain structures that the model of the document fills. Never here: reading a document, sending.

pub mod percent;
pub mod style;
