//! The schemas of a document: what they say together ([`compose`]), as rows that open ([`tree`]) and in words
//! ([`describe`]), whether values fit them ([`check`]), and values that do ([`sample`]).

pub mod check;
pub mod compose;
pub(in crate::core::openapi) mod decimal;
pub mod describe;
mod dialect;
pub(in crate::core::openapi) mod equal;
pub(in crate::core::openapi) mod quote;
pub mod sample;
pub mod shape;
pub mod tree;
mod words;
