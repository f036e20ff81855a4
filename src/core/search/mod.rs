//! Finding words in the catalogue: folding, words, scores, and what is near.

mod fold;
mod index;
mod near;
mod words;

pub use fold::fold;
pub use index::SearchIndex;
pub use near::{Suggestion, distance, related, suggest};
pub use words::highlight;
