//! [`Document`]: one OpenAPI document as it was written, with its address.
//!
//! It is never changed nor copied: what it contains is read from it when asked, one operation at a time.

use super::model::OperationIndex;
use super::raw::{self, Raw};
use super::reader::Reader;
use super::reference::{Index, NoDocuments};
use super::report;
use super::schema::check::Dialect;
use super::version::Version;
use crate::core::problem::{Place, Problem};
use crate::core::uri;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Problems of one reading that are given a line and a column; each costs a look into the text.
const PLACED_LIMIT: usize = 2_000;

/// An OpenAPI document, or another document that one refers to.
#[derive(Debug, Default)]
pub struct Document {
    raw: Raw,
    /// Where it comes from, for problems.
    file: String,
    /// What its references are relative to.
    url: String,
    version: Option<Version>,
    index: OnceLock<Index>,
    operations: OnceLock<Option<OperationIndex>>,
    others: OnceLock<BTreeSet<String>>,
    /// The schemas that name themselves, as its checks ask.
    named: OnceLock<Vec<String>>,
}

impl Document {
    /// Reads an OpenAPI document from JSON or YAML. What can be read is there, the rest is in the problems.
    ///
    /// `url` is where the document comes from: an address, or a path relative to a folder.
    pub fn read(bytes: &[u8], url: &str) -> (Self, Vec<Problem>) {
        let (document, mut problems) = Self::read_part(bytes, url);
        if problems.iter().all(|problem| problem.code != "html-document" && problem.code != "empty-document") {
            let mut found = report::of_document(&document);
            document.place(&mut found);
            problems.extend(found);
        }
        (document, problems)
    }

    /// Reads a document that another one refers to: it need not be an OpenAPI document by itself.
    pub fn read_part(bytes: &[u8], url: &str) -> (Self, Vec<Problem>) {
        let (raw, problems) = raw::read(bytes, url);
        let document = Self::of(raw, url);
        // While it is read rather than when an operation is opened: people wait for both, and reading is the long one.
        document.index();
        (document, problems)
    }

    /// A document that was read elsewhere: its problems have a pointer, no line.
    pub fn new(value: Value, url: &str) -> Self {
        Self::of(Raw { value, ..Raw::default() }, url)
    }

    fn of(raw: Raw, url: &str) -> Self {
        let value = &raw.value;
        // `$self` (3.2) says where the document should be; it may be relative to where it is.
        let own = value.get("$self").and_then(Value::as_str).unwrap_or_default();
        let joined = uri::join(&uri::join("", url), own);
        let version = Version::of(value);
        let url_of_parts = uri::without_fragment(&joined).to_owned();
        Self { raw, file: url.to_owned(), url: url_of_parts, version, ..Self::default() }
    }

    /// The whole value, as written.
    pub fn value(&self) -> &Value {
        &self.raw.value
    }

    /// What its references are relative to, without fragment.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its generation; `None` for what is no OpenAPI document by itself.
    pub fn version(&self) -> Option<Version> {
        self.version
    }

    /// The language its schemas are written in, unless they name another.
    pub fn dialect(&self) -> Dialect {
        Dialect::of_document(&self.raw.value, self.generation())
    }

    /// Its generation, the last known for what does not say.
    pub(crate) fn generation(&self) -> Version {
        self.version.unwrap_or(Version::V3_2)
    }

    /// Whether `$id` and `$anchor` mean something in it.
    pub(crate) fn has_json_schema(&self) -> bool {
        self.generation().has_json_schema()
    }

    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let has_names = self.has_json_schema() && !self.raw.nameless;
            if has_names { Index::of(&self.raw.value, &self.url) } else { Index::default() }
        })
    }

    /// Where its operations are; `None` when that depends on other documents.
    pub(crate) fn operation_index(&self) -> Option<&OperationIndex> {
        self.operations.get_or_init(|| Reader::new(self, &NoDocuments).operation_index()).as_ref()
    }

    /// Keeps where the operations are, for those who open them after the list was made.
    pub(crate) fn remember_operations(&self, index: impl FnOnce() -> Option<OperationIndex>) {
        if self.operations.get().is_none()
            && let Some(index) = index()
        {
            // Another thread may have been first, with the same index.
            let _ = self.operations.set(Some(index));
        }
    }

    /// The place of what `pointer` designates, without line: [`Document::place`] adds it.
    pub(crate) fn at(&self, pointer: &str) -> Place {
        Place::file(&self.file).at_pointer(pointer)
    }

    /// Line and column (from 1) of the values at `pointers`, where the document was read from a text.
    pub fn lines(&self, pointers: &[&str]) -> Vec<Option<(u32, u32)>> {
        self.raw.find(pointers)
    }

    /// Gives problems of this document their line and column.
    pub(crate) fn place(&self, problems: &mut [Problem]) {
        let unplaced = |problem: &&mut Problem| {
            problem.place.line.is_none()
                && problem.place.pointer.is_some()
                && problem.place.file.as_deref() == Some(self.file.as_str())
        };
        let mut problems: Vec<&mut Problem> = problems.iter_mut().filter(unplaced).take(PLACED_LIMIT).collect();
        if problems.is_empty() {
            return;
        }
        let pointers: Vec<String> = problems.iter().filter_map(|problem| problem.place.pointer.clone()).collect();
        let pointers: Vec<&str> = pointers.iter().map(String::as_str).collect();
        for (problem, found) in problems.iter_mut().zip(self.raw.find(&pointers)) {
            (problem.place.line, problem.place.column) = found.unzip();
        }
    }

    /// The addresses of the other documents it refers to, wherever the references are.
    pub fn other_documents(&self) -> BTreeSet<String> {
        // Looking through a large document takes as long as opening ten operations.
        self.others.get_or_init(|| self.find_other_documents()).clone()
    }

    /// The pointers of the schemas that name themselves, as `find` finds them in the whole value, the first time.
    pub(crate) fn named(&self, find: impl FnOnce(&Value) -> Vec<String>) -> &[String] {
        self.named.get_or_init(|| find(&self.raw.value))
    }

    fn find_other_documents(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut left = vec![&self.raw.value];
        while let Some(value) = left.pop() {
            match value {
                Value::Object(entries) => {
                    let reference = entries.get("$ref").and_then(Value::as_str);
                    if let Some(reference) = reference.filter(|reference| !reference.starts_with('#')) {
                        found.insert(uri::without_fragment(&uri::join(&self.url, reference.trim())).to_owned());
                    }
                    let inside =
                        entries.iter().filter(|(key, _)| !matches!(key.as_str(), "example" | "enum" | "const"));
                    left.extend(inside.map(|(_, value)| value));
                }
                Value::Array(items) => left.extend(items),
                _ => {}
            }
        }
        found.remove(&self.url);
        found.retain(|url| self.index().resource(url).is_none());
        found
    }
}
