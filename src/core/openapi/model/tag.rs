//! Tags, their hierarchy and their groups.

use super::ExternalDocs;
use crate::core::openapi::reader::Reader;
use crate::core::openapi::reference::Node;
use crate::core::openapi::report;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// Longest chain of parents.
const PARENT_LIMIT: usize = 32;

/// A tag that the document declares.
#[derive(Debug, Clone)]
pub struct Tag<'a> {
    /// The name operations use.
    pub name: &'a str,
    /// The name to show: `summary` (3.2) or `x-displayName`.
    pub title: Option<&'a str>,
    /// Markdown.
    pub description: Option<&'a str>,
    /// The tag it is part of (3.2): declared, and never a descendant of this one.
    pub parent: Option<&'a str>,
    /// What it is for (3.2): `nav`, `badge`, `audience`…
    pub kind: Option<&'a str>,
    /// More to read.
    pub external_docs: Option<ExternalDocs<'a>>,
    /// The object as written, with its extensions.
    pub value: &'a Value,
    pointer: String,
}

/// A group of tags (`x-tagGroups`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagGroup<'a> {
    /// The name to show.
    pub name: &'a str,
    /// Names of tags, in order.
    pub tags: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    pub(crate) fn tags(&mut self) -> Vec<Tag<'a>> {
        let root = self.root();
        let mut tags: Vec<Tag<'a>> = Vec::new();
        let mut known = HashSet::new();
        let items = self.items(&root, "tags");
        for node in &items {
            let Some(name) = self.required_text(node, "name") else { continue };
            if !known.insert(name) {
                continue;
            }
            tags.push(Tag {
                name,
                title: self.text(node, "summary").or_else(|| self.text(node, "x-displayName")),
                description: self.text(node, "description"),
                parent: self.text(node, "parent"),
                kind: self.text(node, "kind"),
                external_docs: self.external_docs(node),
                value: node.value,
                pointer: node.pointer.clone(),
            });
        }
        let parents: HashMap<&str, Option<&str>> = tags.iter().map(|tag| (tag.name, tag.parent)).collect();
        let orphans: Vec<usize> = (0..tags.len()).filter(|index| !has_usable_parent(&parents, &tags[*index])).collect();
        for index in orphans {
            let tag = &tags[index];
            let node = Node { document: root.document, pointer: tag.pointer.clone(), value: tag.value };
            self.report(report::tag_cycle(tag.name), &node);
            tags[index].parent = None;
        }
        tags
    }

    pub(crate) fn tag_groups(&mut self) -> Vec<TagGroup<'a>> {
        let root = self.root();
        let items = self.items(&root, "x-tagGroups");
        let group = |node| Some(TagGroup { name: self.required_text(node, "name")?, tags: self.texts(node, "tags") });
        items.iter().filter_map(group).collect()
    }
}

/// Whether the chain of parents of a tag ends, each of them declared.
fn has_usable_parent(parents: &HashMap<&str, Option<&str>>, tag: &Tag<'_>) -> bool {
    let mut parent = tag.parent;
    for _ in 0..PARENT_LIMIT {
        let Some(name) = parent else { return true };
        match parents.get(name) {
            Some(next) => parent = *next,
            None => return false,
        }
    }
    false
}
