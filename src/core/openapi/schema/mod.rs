//! The schemas of a document: what they say together ([`compose`]), as rows that open ([`tree`]) and in words
//! ([`describe`]), and whether values fit them ([`check`]).

pub mod check;
pub mod compose;
pub(in crate::core::openapi) mod decimal;
pub mod describe;
pub(in crate::core::openapi) mod equal;
pub(in crate::core::openapi) mod quote;
pub mod tree;
mod words;
