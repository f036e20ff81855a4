//! Which schemas apply at one place: references, branches of `allOf`, and alternatives that leave no choice.

use super::access::{is_schema, listed_schemas, target};
use super::alternatives::{self, Group, Keyword};
use super::identity::{Identity, SchemaKey, component_name};
use super::model::BrokenReference;
use crate::core::openapi::document::Document;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::{Broken, Documents};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashSet;

/// Most schemas put together: real ones count a few dozen.
const PARTS_LIMIT: usize = 500;

/// A schema that applies.
pub(super) struct Part<'a> {
    pub(super) node: SchemaNode<'a>,
    /// Whether one of its alternatives is null.
    pub(super) allows_null: bool,
    /// Whether null is allowed beside it: it is the one branch left of an alternative with null.
    pub(super) beside_null: bool,
    /// Whether it is what a component extends by `allOf`: another schema than the one shown.
    pub(super) extended: bool,
    /// Whether it is another schema that this one refers to as a part of itself: its name is not that of the whole.
    pub(super) foreign: bool,
    /// Its `oneOf` and `anyOf` that do leave a choice.
    pub(super) groups: Vec<Group<'a>>,
}

/// What applies at one place.
#[derive(Default)]
pub(super) struct Gathered<'a> {
    pub(super) parts: Vec<Part<'a>>,
    pub(super) identity: Identity,
    pub(super) name: Option<String>,
    pub(super) broken: Vec<BrokenReference>,
    pub(super) incomplete: bool,
}

/// A schema that was met and is still to be read.
struct Step<'a> {
    node: SchemaNode<'a>,
    beside_null: bool,
    extended: bool,
    foreign: bool,
    /// Whether nothing but references and wrappers lie between it and the schema that was given.
    is_same: bool,
}

/// Follows everything that applies with `parts`, depth first, each schema once.
pub(super) fn gather<'a>(parts: &[SchemaNode<'a>], documents: &'a dyn Documents) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    let mut seen: HashSet<(*const Document, String)> = HashSet::new();
    let given = |node: &SchemaNode<'a>| Step {
        node: node.clone(),
        beside_null: false,
        extended: false,
        foreign: false,
        is_same: true,
    };
    let mut left: Vec<Step<'a>> = parts.iter().rev().map(given).collect();
    while let Some(step) = left.pop() {
        // What was made of other parts holds no reference, and its place is also that of what it was made from.
        let is_written = matches!(step.node.value, Cow::Borrowed(_));
        let key = (std::ptr::from_ref(step.node.document), step.node.pointer.clone());
        if !is_schema(&step.node.value) {
            continue;
        }
        if is_written && !seen.insert(key) {
            if step.is_same {
                gathered.identity.0.push(SchemaKey::of(&step.node));
            }
            continue;
        }
        if seen.len() > PARTS_LIMIT || gathered.parts.len() >= PARTS_LIMIT {
            gathered.incomplete = true;
            break;
        }
        if step.is_same && gathered.name.is_none() {
            gathered.name = component_name(&step.node);
        }
        let (part, next) = gathered.follow(&step, documents);
        if step.is_same && next.iter().all(|step| !step.is_same) {
            gathered.identity.0.push(SchemaKey::of(&step.node));
        }
        gathered.parts.extend(part);
        left.extend(next.into_iter().rev());
    }
    if let Some(node) = parts.first().filter(|_| gathered.parts.is_empty() && gathered.broken.is_empty()) {
        // Nothing but references, in a circle.
        let reference = node.value.get("$ref").and_then(Value::as_str).unwrap_or_default().to_owned();
        gathered.broken.push(BrokenReference { reference, pointer: node.pointer.clone(), why: Broken::Cycle });
    }
    gathered
}

impl<'a> Gathered<'a> {
    /// The part a schema is, and the schemas that apply with it.
    fn follow(&mut self, step: &Step<'a>, documents: &'a dyn Documents) -> (Option<Part<'a>>, Vec<Step<'a>>) {
        let node = &step.node;
        let next = |node, beside_null| Step {
            node,
            beside_null: step.beside_null || beside_null,
            extended: step.extended,
            foreign: step.foreign,
            is_same: step.is_same,
        };
        let referred = |node| Step { foreign: step.foreign || !step.is_same, ..next(node, false) };
        let mut found = Vec::new();
        if node.value.get("$ref").is_some_and(|reference| reference.is_string()) {
            found.extend(self.target(node, "$ref", documents).map(referred));
            // OpenAPI 2.0 and 3.0 §Reference Object: what stands beside `$ref` is ignored.
            let is_alone = node.value.as_object().is_some_and(|entries| entries.len() == 1);
            if is_alone || !node.document.has_json_schema() {
                return (None, found);
            }
        }
        // The dynamic scope is not followed: the schema that the anchor names by itself is what readers expect.
        found.extend(self.target(node, "$dynamicRef", documents).map(referred));
        let extends = component_name(node).is_some();
        for branch in listed_schemas(node, "allOf") {
            found.push(Step { extended: step.extended || extends, ..next(branch, false) });
        }
        let (node_of_part, groups) = (node.clone(), Vec::new());
        let Step { beside_null, extended, foreign, .. } = *step;
        let mut part = Part { node: node_of_part, allows_null: false, beside_null, extended, foreign, groups };
        for keyword in [Keyword::OneOf, Keyword::AnyOf] {
            let Some(mut group) = alternatives::group(node, keyword, documents) else { continue };
            part.allows_null |= group.has_null;
            if group.branches.len() == 1 {
                // Not a choice: a value, or the same value or null.
                found.extend(group.branches.pop().map(|branch| next(branch, group.has_null)));
            } else {
                part.groups.push(group);
            }
        }
        let wraps = found.len() == 1 && part.groups.is_empty() && is_wrapper(node);
        found.iter_mut().for_each(|step| step.is_same &= wraps);
        (Some(part), found)
    }

    fn target(&mut self, node: &SchemaNode<'a>, key: &str, documents: &'a dyn Documents) -> Option<SchemaNode<'a>> {
        match target(node, key, documents)? {
            Ok(found) => Some(found),
            Err(why) => {
                let reference = node.value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
                self.broken.push(BrokenReference { reference, pointer: node.pointer.clone(), why });
                None
            }
        }
    }
}

/// Keywords that say nothing of the structure of values: a schema with only these and one reference is that reference.
const ANNOTATIONS: [&str; 24] = [
    "$ref",
    "$dynamicRef",
    "$comment",
    "$schema",
    "$id",
    "$anchor",
    "$defs",
    "allOf",
    "oneOf",
    "anyOf",
    "type",
    "nullable",
    "title",
    "summary",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "xml",
    "externalDocs",
    "discriminator",
];

fn is_wrapper(node: &SchemaNode<'_>) -> bool {
    let keys = node.value.as_object().into_iter().flat_map(|entries| entries.keys());
    keys.into_iter().all(|key| key.starts_with("x-") || ANNOTATIONS.contains(&key.as_str()))
}
