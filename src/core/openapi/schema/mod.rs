//! The schemas of a document: what they say together ([`compose`]), and whether values fit them ([`check`]).

pub mod check;
pub mod compose;
mod decimal;
mod equal;
pub mod sample;
