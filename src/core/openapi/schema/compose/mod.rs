//! [`compose`]: what a schema says at one place, all that applies there put together.
//!
//! A schema is the conjunction of its own keywords, of what its `$ref` leads to and of the branches of its `allOf`, each
//! of which may refer further. The documents are only read: every part keeps the place it was written at.
//!
//! This is a reading for people and for forms, not a validator: `additionalProperties` and `items` of one part are not
//! held against what another part describes, and annotations of the nearest part win. Values are judged by
//! [`super::check`]. Never here: going into properties or items, which callers do where a reader asks for it.

mod access;
mod alternatives;
mod bounds;
mod gather;
mod identity;
mod model;
mod read;
#[cfg(test)]
mod tests;
mod types;
mod values;

pub use alternatives::{Alternatives, Branch, Discriminator, Keyword};
pub use bounds::{Count, Limit, Range};
pub(in crate::core::openapi::schema) use identity::component_name;
pub use identity::{Identity, SchemaKey};
pub use model::{BrokenReference, Composed, Condition, Contains, Content, PatternProperties, Property, Rest};
pub use types::{SchemaType, Types};
pub use values::EnumValue;

use super::super::model::SchemaNode;
use super::super::reference::Documents;

/// What `parts`, which all apply to one value, say together. Always ends; circles of references are read once.
pub fn compose<'a>(parts: &[SchemaNode<'a>], documents: &'a dyn Documents) -> Composed<'a> {
    let gathered = gather::gather(parts, documents);
    read::read(gathered, documents)
}
