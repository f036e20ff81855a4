//! What is asked of a [`Document`]: its contents, and one operation at a time.

use super::document::Document;
use super::model::{
    ExternalDocs, Info, Operation, OperationEntry, OperationId, Requirement, Scheme, Server, Tag, TagGroup,
};
use super::reader::Reader;
use super::reference::Documents;
use crate::core::problem::Problem;

/// All of a document but what its operations take and give.
#[derive(Debug, Clone)]
pub struct Contents<'a> {
    /// What it says of itself.
    pub info: Info<'a>,
    /// Where the API answers, unless an operation says otherwise.
    pub servers: Vec<Server<'a>>,
    /// The tags it declares.
    pub tags: Vec<Tag<'a>>,
    /// Their groups.
    pub tag_groups: Vec<TagGroup<'a>>,
    /// The security schemes it describes.
    pub schemes: Vec<Scheme<'a>>,
    /// What operations need, unless they say otherwise.
    pub security: Vec<Requirement<'a>>,
    /// More to read.
    pub external_docs: Option<ExternalDocs<'a>>,
    /// The operations: paths, then webhooks, in document order.
    pub operations: Vec<OperationEntry<'a>>,
    /// Documents it refers to that were not at hand; with them, it may hold more.
    pub missing: Vec<String>,
}

impl Document {
    /// Lists what the document contains.
    pub fn contents<'a>(&'a self, documents: &'a dyn Documents) -> (Contents<'a>, Vec<Problem>) {
        let mut reader = Reader::new(self, documents);
        let root = reader.root();
        let mut contents = Contents {
            info: reader.info(),
            servers: reader.document_servers(),
            tags: reader.tags(),
            tag_groups: reader.tag_groups(),
            schemes: reader.schemes(),
            security: reader.security(&root),
            external_docs: reader.external_docs(&root),
            operations: reader.operations(),
            missing: Vec::new(),
        };
        let (problems, missing) = reader.finish();
        contents.missing = missing;
        (contents, problems)
    }

    /// Lists the operations: paths, then webhooks, in document order.
    pub fn operations<'a>(&'a self, documents: &'a dyn Documents) -> (Vec<OperationEntry<'a>>, Vec<Problem>) {
        let mut reader = Reader::new(self, documents);
        let operations = reader.operations();
        (operations, reader.finish().0)
    }

    /// Opens the operation called `id`; `None` when the document has none of that name.
    ///
    /// The problems are those of this operation only.
    pub fn operation<'a>(
        &'a self,
        id: &OperationId,
        documents: &'a dyn Documents,
    ) -> Option<(Operation<'a>, Vec<Problem>)> {
        let (entries, _) = self.operations(documents);
        entries.iter().find(|entry| entry.id == *id).map(|entry| self.open(entry, documents))
    }

    /// Opens an operation of this document's list, or of a callback of one.
    pub fn open<'a>(
        &'a self,
        entry: &OperationEntry<'a>,
        documents: &'a dyn Documents,
    ) -> (Operation<'a>, Vec<Problem>) {
        let mut reader = Reader::new(self, documents);
        let mut operation = reader.operation(entry);
        let (problems, missing) = reader.finish();
        operation.missing = missing;
        (operation, problems)
    }
}
