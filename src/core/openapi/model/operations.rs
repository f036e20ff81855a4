//! The list of operations: cheap, without what they take and give.

use crate::core::openapi::reader::Reader;
use crate::core::openapi::reference::{self, Node};
use crate::core::openapi::report;
use crate::core::pointer;
use crate::core::search::fold;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::fmt;

/// Longest chain of path items that refer to each other.
const ITEM_LIMIT: usize = 8;

/// The name of an operation in its document: its `operationId`, else a name made of its method and path.
///
/// Unique in the document; the same as long as method and path are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId(String);

impl OperationId {
    /// The operation called `text`; whether there is one, the document says.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OperationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OperationKind {
    /// The client calls the API.
    Path,
    /// The API calls the client, as agreed beforehand.
    Webhook,
    /// The API calls the client, at an address it was given.
    Callback,
}

/// An operation in the list.
#[derive(Debug, Clone)]
pub struct OperationEntry<'a> {
    /// Its name.
    pub id: OperationId,
    /// Who calls.
    pub kind: OperationKind,
    /// HTTP method, upper case unless the document has it otherwise (3.2 `additionalOperations`).
    pub method: String,
    /// Path template; name of a webhook; runtime expression of a callback.
    pub path: &'a str,
    /// Tags.
    pub tags: Vec<&'a str>,
    /// One line: its own, or that of its path.
    pub summary: Option<&'a str>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its path item, then those that one refers to.
    pub(crate) items: Vec<Node<'a>>,
    /// Its Operation Object.
    pub(crate) node: Node<'a>,
}

impl OperationEntry<'_> {
    /// JSON pointer of the operation, in the document that holds it.
    pub fn pointer(&self) -> &str {
        &self.node.pointer
    }
}

/// Where the operations of a document are, by name: one can be read without its neighbours.
pub(crate) type OperationIndex = HashMap<OperationId, OperationPlace>;

/// Where an operation is.
#[derive(Debug)]
pub(crate) struct OperationPlace {
    section: &'static str,
    path: String,
    method: String,
}

/// What holds path items, in the order of the list.
const SECTIONS: [(&str, OperationKind); 3] =
    [("paths", OperationKind::Path), ("webhooks", OperationKind::Webhook), ("x-webhooks", OperationKind::Webhook)];

/// The methods of a path item: method, pointer from the item, Operation Object.
fn methods(item: &Value) -> impl Iterator<Item = (String, String, &Value)> {
    const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    let fixed = item.as_object().into_iter().flatten().filter_map(|(key, operation)| {
        let method = METHODS.into_iter().find(|method| key.eq_ignore_ascii_case(method))?;
        Some((method.to_ascii_uppercase(), pointer::child("", key), operation))
    });
    let additional = item.get("additionalOperations").and_then(Value::as_object).into_iter().flatten();
    fixed.chain(
        additional
            .map(|(method, operation)| (method.clone(), pointer::child("/additionalOperations", method), operation)),
    )
}

impl<'a> Reader<'a> {
    /// Every operation of the document: paths, then webhooks.
    pub(crate) fn operations(&mut self) -> Vec<OperationEntry<'a>> {
        let listed = self.listed();
        let document = self.root().document;
        document.remember_operations(|| self.index(&listed));
        listed.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The operations, each with what holds it.
    fn listed(&mut self) -> Vec<(&'static str, OperationEntry<'a>)> {
        let root = self.root();
        let mut entries = Vec::new();
        let mut sections = Vec::new();
        for (section, kind) in SECTIONS {
            for (path, item) in self.entries(&root, section) {
                self.item_operations(kind, path, item, &mut entries);
            }
            sections.resize(entries.len(), section);
        }
        self.name(&mut entries, "");
        sections.into_iter().zip(entries).collect()
    }

    /// Where the operations are; `None` when that depends on other documents, which may come and go.
    pub(crate) fn operation_index(mut self) -> Option<OperationIndex> {
        let listed = self.listed();
        self.index(&listed)
    }

    fn index(&self, listed: &[(&'static str, OperationEntry<'a>)]) -> Option<OperationIndex> {
        let root = self.root().document;
        let inside = |entry: &OperationEntry<'a>| entry.items.iter().all(|item| std::ptr::eq(item.document, root));
        if self.is_missing() || !listed.iter().all(|(_, entry)| inside(entry)) {
            return None;
        }
        let place = |(section, entry): &(&'static str, OperationEntry<'a>)| {
            let OperationEntry { id, path, method, .. } = entry;
            (id.clone(), OperationPlace { section, path: (*path).to_owned(), method: method.clone() })
        };
        Some(listed.iter().map(place).collect())
    }

    /// The entry of the list that is called `id` and stands at `place`.
    pub(crate) fn entry(&mut self, id: &OperationId, place: &OperationPlace) -> Option<OperationEntry<'a>> {
        let kind = SECTIONS.into_iter().find(|(section, _)| *section == place.section)?.1;
        let section = self.root().child(place.section)?;
        let (path, _) = section.value.as_object()?.get_key_value(&place.path)?;
        let mut entries = Vec::new();
        self.item_operations(kind, path, section.child(path)?, &mut entries);
        let mut entry = entries.into_iter().find(|entry| entry.method == place.method)?;
        entry.id = id.clone();
        Some(entry)
    }

    pub(crate) fn callback_operations(&mut self, name: &str, node: &Node<'a>) -> Vec<OperationEntry<'a>> {
        let mut entries = Vec::new();
        for (path, item) in self.members(node) {
            if !path.starts_with("x-") {
                self.item_operations(OperationKind::Callback, path, item, &mut entries);
            }
        }
        self.name(&mut entries, name);
        entries
    }

    fn item_operations(
        &mut self,
        kind: OperationKind,
        path: &'a str,
        item: Node<'a>,
        entries: &mut Vec<OperationEntry<'a>>,
    ) {
        let items = self.chain(item);
        let shared = items.iter().find_map(|item| item.value.get("summary")?.as_str());
        let mut known = HashSet::new();
        for item in &items {
            for (method, pointer, value) in methods(item.value) {
                let node = Node { document: item.document, pointer: format!("{}{pointer}", item.pointer), value };
                if !value.is_object() {
                    self.not_an_object(&node);
                } else if known.insert(method.clone()) && self.afford(&node) {
                    entries.push(OperationEntry {
                        id: OperationId::new(""),
                        kind,
                        method,
                        path,
                        tags: self.texts(&node, "tags"),
                        summary: self.text(&node, "summary").or(shared),
                        deprecated: self.flag(&node, "deprecated").unwrap_or_default(),
                        items: items.clone(),
                        node,
                    });
                }
            }
        }
    }

    /// A path item and those it refers to: unlike elsewhere, what is beside `$ref` counts (and wins).
    fn chain(&mut self, item: Node<'a>) -> Vec<Node<'a>> {
        let mut items = Vec::new();
        let mut next = Some(item);
        while let Some(item) = next.take() {
            if !item.value.is_object() {
                self.not_an_object(&item);
                break;
            }
            if let Some(written) = item.reference() {
                match reference::once(&item, written, self.documents) {
                    Ok(_) if items.len() >= ITEM_LIMIT => {
                        self.broken(&item, written, reference::Broken::Cycle);
                    }
                    Ok(found) => next = Some(found),
                    Err(why) => self.broken(&item, written, why),
                }
            }
            items.push(item);
        }
        items
    }

    /// Names the operations: `operationId`s first, so that a made name never takes the place of one.
    fn name(&mut self, entries: &mut [OperationEntry<'a>], prefix: &str) {
        let mut known = HashSet::new();
        for entry in entries.iter_mut() {
            let Some(id) = entry.node.value.get("operationId").and_then(Value::as_str) else { continue };
            if id.is_empty() {
                continue;
            }
            if known.insert(id.to_owned()) {
                entry.id = OperationId::new(id);
            } else {
                self.report(report::duplicate_id(id), &entry.node);
            }
        }
        // How many names began the same way: looking each time from the first would take quadratic time.
        let mut counts = HashMap::new();
        for entry in entries.iter_mut().filter(|entry| entry.id.as_str().is_empty()) {
            let kind = if entry.kind == OperationKind::Webhook { "webhook" } else { prefix };
            let made = made_name(&format!("{kind} {} {}", entry.method, entry.path));
            let count = counts.entry(made.clone()).or_insert(1_usize);
            let mut id = made.clone();
            while !known.insert(id.clone()) {
                *count += 1;
                id = format!("{made}-{count}");
            }
            entry.id = OperationId::new(id);
        }
    }
}

/// Letters and digits without accents nor case, joined by hyphens.
fn made_name(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
