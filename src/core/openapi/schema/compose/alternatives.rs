//! [`Alternatives`]: values of one form or another, and the property that tells which.

use super::access::{listed_schemas, members, resolved, schemas_of, target, text};
use super::identity::component_name;
use super::values;
use crate::core::openapi::document::Document;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::{self, Documents, Node};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Longest chain of references followed to find a name.
const NAME_STEPS: usize = 8;

/// What makes schemas alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyword {
    /// `oneOf`: exactly one fits.
    OneOf,
    /// `anyOf`: at least one fits.
    AnyOf,
    /// None: they extend the schema by `allOf`, and its `discriminator` tells which (OpenAPI 3 §Discriminator Object).
    Inheritance,
}

impl Keyword {
    /// The keyword that holds the branches; `discriminator` where none does.
    pub fn id(self) -> &'static str {
        match self {
            Self::OneOf => "oneOf",
            Self::AnyOf => "anyOf",
            Self::Inheritance => "discriminator",
        }
    }
}

/// Forms a value may have.
#[derive(Debug, Clone)]
pub struct Alternatives<'a> {
    /// What holds them.
    pub keyword: Keyword,
    /// JSON pointer of the schema that holds them.
    pub pointer: String,
    /// The forms, null left out.
    pub branches: Vec<Branch<'a>>,
}

/// One form among several.
#[derive(Debug, Clone)]
pub struct Branch<'a> {
    /// What the form is like.
    pub schema: SchemaNode<'a>,
    /// Name of the component it is.
    pub name: Option<String>,
    /// Values of the discriminating property that choose it.
    pub values: Vec<Cow<'a, str>>,
}

/// The property that tells which form a value has (OpenAPI 3 §Discriminator Object).
#[derive(Debug, Clone)]
pub struct Discriminator<'a> {
    /// Name of the property.
    pub property: Cow<'a, str>,
    /// The schema that each value stands for, as far as values are mapped in so many words.
    pub mapping: Vec<(Cow<'a, str>, SchemaNode<'a>)>,
    /// The schema for any other value (3.2 `defaultMapping`).
    pub default: Option<SchemaNode<'a>>,
}

/// `oneOf` or `anyOf` of one schema.
pub(super) struct Group<'a> {
    pub(super) keyword: Keyword,
    pub(super) pointer: String,
    pub(super) branches: Vec<SchemaNode<'a>>,
    pub(super) has_null: bool,
}

/// The group under `keyword`; `None` for an empty one.
pub(super) fn group<'a>(node: &SchemaNode<'a>, keyword: Keyword, documents: &'a dyn Documents) -> Option<Group<'a>> {
    node.value.get(keyword.id())?;
    let (branches, has_null) = values::without_null(node, keyword.id(), documents);
    let is_empty = branches.is_empty() && !has_null;
    (!is_empty).then(|| Group { keyword, pointer: node.pointer.clone(), branches, has_null })
}

/// The `discriminator` of a schema: an object, or the name of the property alone (2.0).
pub(super) fn discriminator<'a>(node: &SchemaNode<'a>, documents: &'a dyn Documents) -> Option<Discriminator<'a>> {
    let holder = node.child("discriminator")?;
    if let Some(property) = text(&holder.value) {
        return Some(Discriminator { property, mapping: Vec::new(), default: None });
    }
    let property = text(&holder.child("propertyName")?.value)?;
    let target = |written: &str| named_or_referred(node, written, documents);
    let mapping = holder.child("mapping").map(|mapping| members(&mapping.value)).unwrap_or_default();
    let mapping = mapping.into_iter().filter_map(|(value, to)| Some((value, target(to.as_str()?)?))).collect();
    let default = holder.child("defaultMapping").and_then(|to| target(to.value.as_str()?));
    Some(Discriminator { property, mapping, default })
}

/// The schema a mapping names: a component, or a reference.
fn named_or_referred<'a>(node: &SchemaNode<'a>, written: &str, documents: &'a dyn Documents) -> Option<SchemaNode<'a>> {
    let root = Node { document: node.document, pointer: String::new(), value: node.document.value() };
    let by_name = holder(&root).and_then(|schemas| schemas.child(written));
    let place = Node { pointer: node.pointer.clone(), ..root };
    by_name.or_else(|| reference::once(&place, written, documents).ok()).map(SchemaNode::of)
}

/// The object that holds the components of a document.
fn holder<'a>(root: &Node<'a>) -> Option<Node<'a>> {
    let components = root.child("components").and_then(|components| components.child("schemas"));
    components.or_else(|| root.child("definitions"))
}

/// Where a schema is, without copying the address of its document.
type Spot = (*const Document, String);

fn spot<'a>(node: &SchemaNode<'a>, documents: &'a dyn Documents) -> Spot {
    let found = resolved(node, documents);
    let node = found.as_ref().unwrap_or(node);
    (std::ptr::from_ref(node.document), node.pointer.clone())
}

/// The group with names, and with the values that choose each branch.
pub(super) fn named<'a>(
    group: Group<'a>,
    discriminator: Option<&Discriminator<'a>>,
    documents: &'a dyn Documents,
) -> Alternatives<'a> {
    let mut mapped: HashMap<Spot, Vec<Cow<'a, str>>> = HashMap::new();
    for (value, target) in discriminator.iter().flat_map(|one| &one.mapping) {
        mapped.entry(spot(target, documents)).or_default().push(value.clone());
    }
    let branch = |schema: SchemaNode<'a>| {
        let name = name_of(&schema, documents);
        let mut chosen_by = mapped.get(&spot(&schema, documents)).cloned().unwrap_or_default();
        if let Some(discriminator) = discriminator.filter(|_| chosen_by.is_empty()) {
            let found = resolved(&schema, documents);
            chosen_by = found.map(|found| values::of_property(&found, &discriminator.property)).unwrap_or_default();
            if chosen_by.is_empty() {
                chosen_by.extend(name.clone().map(Cow::Owned));
            }
        }
        Branch { schema, name, values: chosen_by }
    };
    let branches = group.branches.into_iter().map(branch).collect();
    Alternatives { keyword: group.keyword, pointer: group.pointer, branches }
}

/// The name of the component a schema is, or refers to.
fn name_of<'a>(node: &SchemaNode<'a>, documents: &'a dyn Documents) -> Option<String> {
    let mut node = node.clone();
    for _ in 0..NAME_STEPS {
        if let Some(name) = component_name(&node) {
            return Some(name);
        }
        node = target(&node, "$ref", documents)?.ok()?;
    }
    None
}

/// The schemas that `parent` is mapped to or that extend it, themselves or through others, by `allOf`.
pub(super) fn heirs<'a>(
    parent: &SchemaNode<'a>,
    discriminator: &Discriminator<'a>,
    documents: &'a dyn Documents,
) -> Option<Group<'a>> {
    let root = Node { document: parent.document, pointer: String::new(), value: parent.document.value() };
    let mut extensions: HashMap<Spot, Vec<usize>> = HashMap::new();
    let schemas: Vec<SchemaNode<'a>> = match holder(&root) {
        Some(holder) => schemas_of(&SchemaNode::of(holder)).into_iter().map(|(_, schema)| schema).collect(),
        None => Vec::new(),
    };
    for (index, schema) in schemas.iter().enumerate() {
        for base in listed_schemas(schema, "allOf").iter().filter(|base| base.value.get("$ref").is_some()) {
            extensions.entry(spot(base, documents)).or_default().push(index);
        }
    }
    let mut branches: Vec<SchemaNode<'a>> = Vec::new();
    let mut known: HashSet<Spot> = HashSet::new();
    let mut add = |schema: &SchemaNode<'a>| {
        let is_new = known.insert(spot(schema, documents));
        if is_new {
            branches.push(schema.clone());
        }
        is_new
    };
    discriminator.mapping.iter().for_each(|(_, schema)| {
        add(schema);
    });
    let mut left = vec![spot(parent, documents)];
    let mut visited: HashSet<usize> = HashSet::new();
    while let Some(base) = left.pop() {
        for index in extensions.get(&base).into_iter().flatten() {
            let Some(schema) = schemas.get(*index).filter(|_| visited.insert(*index)) else { continue };
            add(schema);
            left.push(spot(schema, documents));
        }
    }
    let pointer = parent.pointer.clone();
    (!branches.is_empty()).then_some(Group { keyword: Keyword::Inheritance, pointer, branches, has_null: false })
}
