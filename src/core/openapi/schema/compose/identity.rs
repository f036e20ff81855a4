//! Which schema is which: [`SchemaKey`], [`Identity`], and the names components have.

use crate::core::openapi::model::SchemaNode;
use crate::core::pointer;

/// A place of a document: what tells one schema from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaKey {
    /// Address of the document.
    pub url: String,
    /// JSON pointer of the schema.
    pub pointer: String,
}

impl SchemaKey {
    pub(in crate::core::openapi::schema) fn of(node: &SchemaNode<'_>) -> Self {
        Self { url: node.document.url().to_owned(), pointer: node.pointer.clone() }
    }
}

/// The schemas at the end of references, one for each that was given: equal wherever the same schema is met again.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity(pub Vec<SchemaKey>);

/// The name of the component that a node is: the last token of `/components/schemas/Pet`, `/definitions/Pet` or
/// `…/$defs/Pet`; the name of the file for a schema that is a whole other document.
pub(in crate::core::openapi::schema) fn component_name(node: &SchemaNode<'_>) -> Option<String> {
    let Some((holder, _)) = node.pointer.rsplit_once('/') else {
        // A whole OpenAPI document is no schema.
        let file = node.document.url().rsplit('/').next().filter(|_| node.document.version().is_none())?;
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        return (!stem.is_empty()).then(|| stem.to_owned());
    };
    let is_holder = matches!(holder, "/components/schemas" | "/definitions") || holder.ends_with("/$defs");
    is_holder.then(|| pointer::tokens(&node.pointer).last()).flatten()
}
