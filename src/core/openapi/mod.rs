//! What an OpenAPI document contains.

mod outline;

pub use outline::{Outline, OutlineOperation, outline};
