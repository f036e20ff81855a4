//! The parts of a document, the same for every generation. They borrow from the document.
//!
//! Each file holds the types of one part and how OpenAPI 3 writes it; how 2.0 wrote it is in `upgrade`.

mod body;
mod example;
mod info;
mod media;
mod operation;
mod operations;
mod parameter;
mod response;
mod schema;
mod security;
mod server;
mod tag;
#[cfg(test)]
pub(crate) mod tests;

pub use body::RequestBody;
pub use example::{Example, ExampleValue};
pub use info::{Contact, ExternalDocs, Info, License};
pub use media::{Encoding, Header, MediaType};
pub use operation::Operation;
pub use operations::{OperationEntry, OperationId, OperationKind};
pub use parameter::Parameter;
pub use response::{Callback, Link, LinkTarget, Response, Status};
pub use schema::SchemaNode;
pub use security::{Flow, FlowKind, KeyLocation, Requirement, Scheme, SchemeKind, SchemeUse};
pub use server::{Server, Variable};
pub use tag::{Tag, TagGroup};

pub use crate::core::request::style::{Location, Style};

pub(crate) use operation::Written;
pub(crate) use operations::OperationIndex;
pub(crate) use parameter::Content;
pub(crate) use server::template_names;
