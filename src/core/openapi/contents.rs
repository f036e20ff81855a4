//! What is asked of a [`Document`]: its contents, and one operation at a time.

use super::document::Document;
use super::model::{
    ExternalDocs, Info, LinkTarget, Operation, OperationEntry, OperationId, Requirement, Scheme, Server, Tag, TagGroup,
};
use super::reader::Reader;
use super::reference::Documents;
use crate::core::address::percent_decode;
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
        Some(self.open(&self.entry(id, documents)?, documents))
    }

    /// The operation called `id`, as in the list; `None` when the document has none of that name.
    pub fn entry<'a>(&'a self, id: &OperationId, documents: &'a dyn Documents) -> Option<OperationEntry<'a>> {
        match self.operation_index() {
            Some(index) => Reader::new(self, documents).entry(id, index.get(id)?),
            None => self.operations(documents).0.into_iter().find(|entry| entry.id == *id),
        }
    }

    /// The operation that a link leads to, by its name or by a reference into this very document (`#/paths/~1x/get`).
    pub fn linked(&self, target: LinkTarget<'_>, documents: &dyn Documents) -> Option<OperationId> {
        match target {
            LinkTarget::Id(id) => {
                let id = OperationId::new(id);
                self.entry(&id, documents).map(|_| id)
            }
            LinkTarget::Reference(reference) => {
                let pointer = reference.strip_prefix(self.url()).unwrap_or(reference).strip_prefix('#')?;
                let pointer = percent_decode(pointer);
                let entries = self.operations(documents).0;
                entries.iter().find(|entry| entry.pointer() == pointer).map(|entry| entry.id.clone())
            }
        }
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

#[cfg(test)]
mod tests {
    use super::super::reference::NoDocuments;
    use super::*;
    use serde_json::{Value, json};
    use std::collections::HashMap;

    struct Shelf(HashMap<String, Document>);

    impl Documents for Shelf {
        fn document(&self, url: &str) -> Option<&Document> {
            self.0.get(url)
        }
    }

    /// Every operation of the list opens by its name, to the same as from the list.
    fn check(document: &Document, documents: &dyn Documents, expected: &[&str]) {
        let (entries, _) = document.operations(documents);
        assert_eq!(entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), expected);
        for entry in &entries {
            let (listed, problems) = document.open(entry, documents);
            let (named, found) = document.operation(&entry.id, documents).unwrap();
            assert_eq!(format!("{named:?} {found:?}"), format!("{listed:?} {problems:?}"));
        }
        assert!(document.operation(&OperationId::new("nope"), documents).is_none());
    }

    fn document(paths: Value, more: Value) -> Document {
        let mut value = json!({"openapi": "3.1.0", "paths": paths, "components": {"pathItems": {
            "shared": {"get": {"operationId": "shared", "tags": [1]}, "put": {}}}}});
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        Document::new(value, "https://a.fr/main.json")
    }

    #[test]
    fn operations_open_by_name() {
        let paths = json!({"/a/{b}": {"GET": {"operationId": "x"}, "post": {}, "get": {}, "additionalOperations": {"COPY": {}}},
            "x-other": {"get": {}}, "/a/b": {"post": {"operationId": "x"}, "$ref": "#/components/pathItems/shared"},
            "/c": {"$ref": "#/components/pathItems/shared"}, "/d": 3});
        let hooks = json!({"webhooks": {"/c": {"put": {}}}, "x-webhooks": {"/c": {"put": {}}}});
        let expected = [
            "x",
            "post-a-b",
            "copy-a-b",
            "post-a-b-2",
            "shared",
            "put-a-b",
            "get-c",
            "put-c",
            "webhook-put-c",
            "webhook-put-c-2",
        ];
        check(&document(paths, hooks), &NoDocuments, &expected);
        check(&document(json!({}), json!({})), &NoDocuments, &[]);
        check(&document(json!([1]), json!({})), &NoDocuments, &[]);
    }

    #[test]
    fn operations_of_other_documents_come_and_go_with_them() {
        let main = document(json!({"/a": {"$ref": "other.json"}, "/b": {"get": {}}}), json!({}));
        let other = Document::new(json!({"get": {"operationId": "there"}}), "https://a.fr/other.json");
        check(&main, &NoDocuments, &["get-b"]);
        let shelf = Shelf(HashMap::from([("https://a.fr/other.json".to_owned(), other)]));
        check(&main, &shelf, &["there", "get-b"]);
        check(&main, &NoDocuments, &["get-b"]);
    }
}
