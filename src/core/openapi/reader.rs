//! [`Reader`]: lenient access to values. What is of a wrong type is left out, with a problem at its pointer.
//!
//! The readers of each part of a document (`model`, `upgrade`) are methods of it, each in its own file.

use super::document::Document;
use super::reference::{self, Broken, Documents, Node};
use super::report::{self, Expected, Finding};
use super::version::{Version, scalar};
use crate::core::problem::Problem;
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};

/// Entries read for one answer: a document whose parts refer to each other many times over must not hang a page.
const BUDGET: usize = 400_000;

/// Reads parts of a document; keeps what is wrong with them.
pub(crate) struct Reader<'a> {
    /// Generation of the document the reading began in; those it refers to are read the same way.
    pub(crate) version: Version,
    /// Other documents.
    pub(crate) documents: &'a dyn Documents,
    root: &'a Document,
    problems: Vec<(&'a Document, Problem)>,
    missing: BTreeSet<String>,
    budget: usize,
}

/// A reference replaced by what it leads to, and what was written beside it (OpenAPI 3.1 §Reference Object).
pub(crate) struct Resolved<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) summary: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
}

/// What a reading left out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unread {
    /// Documents that were not at hand.
    pub(crate) missing: BTreeSet<String>,
    /// Whether there was too much to read everything.
    pub(crate) is_cut: bool,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(root: &'a Document, documents: &'a dyn Documents) -> Self {
        let version = root.generation();
        Self { version, documents, root, problems: Vec::new(), missing: BTreeSet::new(), budget: BUDGET }
    }

    /// The whole first document.
    pub(crate) fn root(&self) -> Node<'a> {
        Node { document: self.root, pointer: String::new(), value: self.root.value() }
    }

    /// Whether a document that something refers to was not at hand.
    pub(crate) fn is_missing(&self) -> bool {
        !self.missing.is_empty()
    }

    /// What was wrong, each problem once, with line and column; and the documents that were not at hand.
    pub(crate) fn finish(self) -> (Vec<Problem>, Vec<String>) {
        let mut documents: Vec<&Document> = Vec::new();
        let mut seen = HashSet::new();
        let mut problems = Vec::new();
        for (document, problem) in self.problems {
            if !documents.iter().any(|known| std::ptr::eq(*known, document)) {
                documents.push(document);
            }
            if seen.insert((problem.code, problem.place.clone(), problem.what.en.clone())) {
                problems.push(problem);
            }
        }
        documents.iter().for_each(|document| document.place(&mut problems));
        (problems, self.missing.into_iter().collect())
    }

    /// What was left out, for whoever has no use for problems.
    pub(crate) fn into_unread(self) -> Unread {
        Unread { missing: self.missing, is_cut: self.budget == 0 }
    }

    pub(crate) fn report(&mut self, finding: Finding, node: &Node<'a>) {
        self.problems.push((node.document, finding.at(node.document, &node.pointer)));
    }

    fn wrong_type(&mut self, expected: Expected, node: &Node<'a>) {
        // `key:` with nothing after it is how people leave a key for later.
        if !node.value.is_null() {
            self.report(report::wrong_type(expected, node.value), node);
        }
    }

    pub(crate) fn text(&mut self, node: &Node<'a>, key: &str) -> Option<&'a str> {
        let value = node.value.get(key)?;
        let text = value.as_str();
        if text.is_none()
            && let Some(child) = node.child(key)
        {
            self.wrong_type(Expected::Text, &child);
        }
        text
    }

    /// Text that YAML may have read as a number.
    pub(crate) fn scalar(&mut self, node: &Node<'a>, key: &str) -> Option<String> {
        let value = node.value.get(key)?;
        let text = scalar(value).or_else(|| value.as_bool().map(|value| value.to_string()));
        if text.is_none()
            && let Some(child) = node.child(key)
        {
            self.wrong_type(Expected::Text, &child);
        }
        text
    }

    /// A text that the part makes no sense without.
    pub(crate) fn required_text(&mut self, node: &Node<'a>, key: &str) -> Option<&'a str> {
        if !node.value.is_object() && !node.value.is_null() {
            self.not_an_object(node);
            return None;
        }
        let text = self.text(node, key);
        if text.is_none() && node.value.get(key).is_none_or(Value::is_null) {
            self.report(report::missing(key), node);
        }
        text
    }

    pub(crate) fn flag(&mut self, node: &Node<'a>, key: &str) -> Option<bool> {
        let value = node.value.get(key)?;
        // `"true"` is a common slip that leaves no doubt.
        let flag = value.as_bool().or_else(|| value.as_str()?.parse().ok());
        if !value.is_boolean()
            && let Some(child) = node.child(key)
        {
            self.wrong_type(Expected::Boolean, &child);
        }
        flag
    }

    pub(crate) fn object(&mut self, node: &Node<'a>, key: &str) -> Option<Node<'a>> {
        let child = node.child(key)?;
        if child.value.is_object() {
            return Some(child);
        }
        self.wrong_type(Expected::Object, &child);
        None
    }

    /// The entries of the object under `key`, extensions (`x-`) left out.
    pub(crate) fn entries(&mut self, node: &Node<'a>, key: &str) -> Vec<(&'a str, Node<'a>)> {
        let Some(child) = self.object(node, key) else { return Vec::new() };
        self.members(&child).into_iter().filter(|(name, _)| !name.starts_with("x-")).collect()
    }

    /// The entries of an object, as far as the budget goes.
    pub(crate) fn members(&mut self, node: &Node<'a>) -> Vec<(&'a str, Node<'a>)> {
        let Some(entries) = node.value.as_object() else { return Vec::new() };
        let allowed = self.spend(entries.len(), node);
        let names = entries.keys().take(allowed);
        names.filter_map(|name| Some((name.as_str(), node.child(name)?))).collect()
    }

    /// The items of the list under `key`.
    pub(crate) fn items(&mut self, node: &Node<'a>, key: &str) -> Vec<Node<'a>> {
        let Some(child) = node.child(key) else { return Vec::new() };
        let Some(items) = child.value.as_array() else {
            self.wrong_type(Expected::Array, &child);
            return Vec::new();
        };
        let allowed = self.spend(items.len(), &child);
        (0..allowed).filter_map(|index| child.child(&index.to_string())).collect()
    }

    /// The texts of the list under `key`.
    pub(crate) fn texts(&mut self, node: &Node<'a>, key: &str) -> Vec<&'a str> {
        let mut texts = Vec::new();
        for item in self.items(node, key) {
            match item.value.as_str() {
                Some(text) => texts.push(text),
                None => self.wrong_type(Expected::Text, &item),
            }
        }
        texts
    }

    /// Whether the budget has room for one more entry.
    pub(crate) fn afford(&mut self, node: &Node<'a>) -> bool {
        self.spend(1, node) == 1
    }

    pub(crate) fn not_an_object(&mut self, node: &Node<'a>) {
        self.wrong_type(Expected::Object, node);
    }

    fn spend(&mut self, wanted: usize, node: &Node<'a>) -> usize {
        let allowed = wanted.min(self.budget);
        self.budget -= allowed;
        if allowed < wanted {
            self.report(report::too_large(), node);
        }
        allowed
    }

    /// Follows `node` while it is a reference; what it leads to must be an object.
    pub(crate) fn resolve(&mut self, node: Node<'a>) -> Option<Resolved<'a>> {
        let beside = |key: &str| {
            let says = self.version.has_json_schema() && node.reference().is_some();
            says.then(|| node.value.get(key)?.as_str()).flatten()
        };
        let (summary, description) = (beside("summary"), beside("description"));
        let found = match reference::resolve(node.clone(), self.documents) {
            Ok(found) => found,
            Err(why) => {
                self.broken(&node, node.reference().unwrap_or_default(), why);
                return None;
            }
        };
        if !found.value.is_object() {
            self.wrong_type(Expected::Object, &found);
            return None;
        }
        Some(Resolved { node: found, summary, description })
    }

    /// Reports a reference that leads nowhere.
    pub(crate) fn broken(&mut self, node: &Node<'a>, written: &str, why: Broken) {
        self.report(report::reference(written, &why), node);
        if let Broken::Document(url) = why {
            self.missing.insert(url);
        }
    }
}

/// The keys of an object that the specification leaves to everyone (`x-…`), with their values.
pub fn extensions(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let entries = value.as_object().into_iter().flatten();
    entries.filter(|(key, _)| key.starts_with("x-")).map(|(key, value)| (key.as_str(), value))
}
