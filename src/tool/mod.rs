//! The native tool: content folder → checks → data files → sealed site.
//!
//! It reads and writes files and speaks to a terminal; every rule it applies is in [`crate::core`].

mod build;
mod command_line;
mod content;
mod explored;
mod generate;
mod import;
mod lint;
mod new;
mod openapi;
mod parts;
mod report;
mod seal;

pub use command_line::run;
