//! [`Documents`]: every document that a check may read, and the identifiers inside them.
//!
//! A place is known by its address in memory: the documents are borrowed for as long as the index lives.

use super::Dialect;
use super::identifiers::{named, note};
use super::message;
use crate::core::address::percent_decode;
use crate::core::i18n::Text;
use crate::core::pointer::{push, tokens};
use crate::core::uri;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Documents and what they name.
#[derive(Debug, Default)]
pub(super) struct Documents<'d> {
    pub(super) resources: Vec<Resource<'d>>,
    by_uri: BTreeMap<String, usize>,
    by_address: BTreeMap<usize, usize>,
}

/// A document, or a schema inside one that has its own identifier.
#[derive(Debug)]
pub(super) struct Resource<'d> {
    /// Absolute address without fragment; empty for a document without one.
    pub(super) uri: String,
    /// Where it stands: a JSON pointer, after the address and `#` for other documents than the first.
    pub(super) pointer: String,
    pub(super) value: &'d Value,
    pub(super) dialect: Dialect,
    /// `$schema` of the resource or of those around it.
    pub(super) declared: Option<&'d str>,
    pub(super) anchors: BTreeMap<&'d str, (String, &'d Value)>,
    pub(super) dynamic: BTreeSet<&'d str>,
}

/// What a reference leads to.
#[derive(Debug, Clone)]
pub(super) struct Target<'d> {
    pub(super) value: &'d Value,
    pub(super) resource: usize,
    pub(super) pointer: String,
    /// The plain name of the fragment, when it is not a pointer.
    pub(super) anchor: Option<String>,
}

/// The address of a value in memory: its identity.
pub(super) fn identity(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}

impl<'d> Documents<'d> {
    /// Adds a document under its address.
    pub(super) fn add(&mut self, uri: &str, root: &'d Value, dialect: Dialect) {
        self.add_known(uri, root, dialect, &named(root));
    }

    /// The same, where it is known which schemas of it name themselves.
    pub(super) fn add_known(&mut self, uri: &str, root: &'d Value, dialect: Dialect, named: &[String]) {
        let uri = uri::without_fragment(&uri::join("", uri)).to_owned();
        let pointer = if self.resources.is_empty() { String::new() } else { format!("{uri}#") };
        let index = self.resources.len();
        self.resources.push(Resource {
            uri: uri.clone(),
            pointer: pointer.clone(),
            value: root,
            dialect,
            declared: None,
            anchors: BTreeMap::new(),
            dynamic: BTreeSet::new(),
        });
        self.by_uri.insert(uri, index);
        self.by_address.insert(identity(root), index);
        note(self, root, &pointer, index, named);
    }

    /// Gives a document that was added another address: where it was asked for, when it names itself (`$self`).
    pub(super) fn also_at(&mut self, uri: &str, known: &str) {
        if let Some(index) = self.at(known) {
            self.by_uri.entry(uri::without_fragment(&uri::join("", uri)).to_owned()).or_insert(index);
        }
    }

    /// A schema inside `parent` that gives itself an address.
    pub(super) fn add_resource(&mut self, parent: usize, uri: String, value: &'d Value, pointer: String) -> usize {
        let dialect = self.dialect(parent, value);
        let declared = self.declared(parent, value);
        let index = self.by_address.get(&identity(value)).copied().unwrap_or(self.resources.len());
        if let Some(resource) = self.resources.get_mut(index) {
            // The root of a document, which its retrieval address already names.
            resource.uri.clone_from(&uri);
            (resource.dialect, resource.declared) = (dialect, declared);
        } else {
            let (anchors, dynamic) = (BTreeMap::new(), BTreeSet::new());
            self.resources.push(Resource { uri: uri.clone(), pointer, value, dialect, declared, anchors, dynamic });
            self.by_address.insert(identity(value), index);
        }
        self.by_uri.entry(uri).or_insert(index);
        index
    }

    /// Reads the `$schema` of the root of a resource that has no identifier.
    pub(super) fn declare(&mut self, index: usize, value: &'d Value) {
        let (dialect, declared) = (self.dialect(index, value), self.declared(index, value));
        if let Some(resource) = self.resources.get_mut(index) {
            (resource.dialect, resource.declared) = (dialect, declared);
        }
    }

    fn declared(&self, parent: usize, value: &'d Value) -> Option<&'d str> {
        let own = value.get("$schema").and_then(Value::as_str);
        own.or_else(|| self.resources.get(parent).and_then(|resource| resource.declared))
    }

    fn dialect(&self, parent: usize, value: &Value) -> Dialect {
        let inherited = self.resources.get(parent).map_or(Dialect::Draft202012, |resource| resource.dialect);
        value.get("$schema").and_then(Value::as_str).and_then(Dialect::named).unwrap_or(inherited)
    }

    /// The resource at an address.
    pub(super) fn at(&self, uri: &str) -> Option<usize> {
        let uri = uri::join("", uri);
        self.by_uri.get(uri::without_fragment(&uri)).copied()
    }

    /// The resource whose root is `value`.
    pub(super) fn resource_at(&self, value: &Value) -> Option<usize> {
        self.by_address.get(&identity(value)).copied()
    }

    /// Whether the resource's own meta-schema asks for a vocabulary; `None` when it does not say.
    pub(super) fn vocabulary(&self, resource: usize, name: &str) -> Option<bool> {
        let declared = self.resources.get(resource)?.declared?;
        let uri = uri::join("", declared);
        let meta = self.resources.get(*self.by_uri.get(uri::without_fragment(&uri))?)?;
        let vocabularies = meta.value.get("$vocabulary")?.as_object()?;
        Some(vocabularies.keys().any(|uri| uri.rsplit('/').next() == Some(name)))
    }

    /// Follows a reference seen in a resource.
    pub(super) fn resolve(&self, reference: &str, from: usize) -> Result<Target<'d>, Text> {
        let base = self.resources.get(from).map_or("", |resource| resource.uri.as_str());
        let whole = uri::join(base, reference);
        let (uri, fragment) = whole.split_once('#').unwrap_or((&whole, ""));
        let index = self.by_uri.get(uri).copied().ok_or_else(|| message::not_loaded(uri))?;
        let resource = self.resources.get(index).ok_or_else(|| message::not_loaded(uri))?;
        let fragment = percent_decode(fragment);
        if fragment.is_empty() || fragment.starts_with('/') {
            return self.follow(index, &fragment).ok_or_else(|| message::dangling(reference));
        }
        let (pointer, value) = resource.anchors.get(fragment.as_str()).ok_or_else(|| message::dangling(reference))?;
        Ok(Target { value, resource: index, pointer: pointer.clone(), anchor: Some(fragment) })
    }

    /// Follows a JSON pointer from the root of a resource, into the resources it crosses.
    pub(super) fn follow(&self, from: usize, steps: &str) -> Option<Target<'d>> {
        let start = self.resources.get(from)?;
        let (mut value, mut resource, mut pointer) = (start.value, from, start.pointer.clone());
        for step in tokens(steps) {
            value = match value {
                Value::Object(members) => members.get(&step)?,
                Value::Array(items) if step == "0" || !step.starts_with(['0', '+']) => {
                    items.get(step.parse::<usize>().ok()?)?
                }
                _ => return None,
            };
            push(&mut pointer, &step);
            resource = self.resource_at(value).unwrap_or(resource);
        }
        Some(Target { value, resource, pointer, anchor: None })
    }
}
