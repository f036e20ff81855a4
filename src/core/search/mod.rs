//! Finding words in the catalogue: folding, tokens, scores.

mod fold;

pub use fold::fold;
