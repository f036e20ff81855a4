//! What an OpenAPI document contains, whatever its generation (2.0, 3.0, 3.1, 3.2).
//!
//! ```text
//! bytes ─ raw ─▶ Document ─ operations ─▶ OperationEntry ─ open ─▶ Operation
//! ```
//!
//! The document is never changed: opening one operation reads only what that operation reaches. Never here:
//! fetching documents, what schemas mean, sending requests.

pub mod compare;
mod contents;
mod document;
mod model;
mod outline;
mod raw;
mod reader;
pub mod reference;
mod report;
pub mod schema;
mod upgrade;
mod version;

pub use contents::Contents;
pub use document::Document;
pub use model::*;
pub use outline::{Outline, OutlineOperation, outline};
pub use reader::extensions;
pub use reference::{Documents, NoDocuments, Node};
pub use version::{Version, declared};
