//! Samples written in media types.
