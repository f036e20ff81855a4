//! What a check says.
