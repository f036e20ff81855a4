//! The native tool.
