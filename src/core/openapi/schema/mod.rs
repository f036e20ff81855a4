//! The schemas of a document: what they say together ([`compose`]), and whether values fit them ([`check`]).

pub mod check;
pub mod compose;
pub(in crate::core::openapi) mod decimal;
pub(in crate::core::openapi) mod equal;
