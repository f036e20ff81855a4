//! The schemas of a document.

pub mod check;
