//! [`Row`]: schemas as rows that open one into the other, each made when a reader asks for it.
//!
//! ```text
//! root(parts) ─▶ Row ─ children ─▶ Row, Row, Row ─ children ─▶ …
//! ```
//!
//! Every row has two addresses: where it is written ([`Row::address`]) and where it is in the tree ([`Row::path`]),
//! which [`find`] follows. A schema that holds itself is marked, and opens again if asked. Never here: words
//! ([`super::describe`]), and which rows a request or an answer shows, which callers decide from `read_only` and
//! `write_only`.

mod drafts;
#[cfg(test)]
mod tests;

use super::compose::{Composed, Count, Identity, Keyword, SchemaKey, compose};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::Documents;
use drafts::{Draft, Drafts, drafts};
use std::borrow::Cow;
use std::sync::Arc;

/// Most rows under one.
const ROWS_LIMIT: usize = 2_000;

/// Most properties, values and schemas read to show the rows under one.
const WORK_LIMIT: usize = 100_000;

/// A schema where it stands in a tree.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// What it is to the row above.
    pub kind: RowKind<'a>,
    /// What it says.
    pub composed: Composed<'a>,
    /// Where it is written. For a property described in several places, the first of them.
    pub address: SchemaKey,
    /// Where it is in the tree: a JSON pointer from the first row, whose path is empty. Unique in the tree, and stable
    /// as long as the schemas are: `/properties/tags/items`.
    pub path: String,
    /// Rows above it.
    pub depth: usize,
    /// Whether the property must be there.
    pub required: bool,
    /// Whether it is one of the rows above, met again.
    pub recursive: bool,
    /// Whether opening it shows more than its description says.
    pub expandable: bool,
    /// Which schemas lie above.
    above: Vec<Arc<Identity>>,
}

/// What a row is to the row above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowKind<'a> {
    /// The first row.
    Root,
    /// A property.
    Property(Cow<'a, str>),
    /// The properties whose names match a regular expression.
    PatternProperty(Cow<'a, str>),
    /// The properties that nothing else describes (`additionalProperties`).
    AdditionalProperty,
    /// As above, those of alternatives counted (`unevaluatedProperties`).
    UnevaluatedProperty,
    /// What names of properties are like.
    PropertyName,
    /// Each item.
    Item,
    /// The item at a position, from 0.
    PrefixItem(usize),
    /// The items that nothing else describes (`unevaluatedItems`).
    UnevaluatedItem,
    /// Items that must be there, and how many: at least one unless it says otherwise.
    Contains(Count),
    /// A form among several.
    Alternative {
        /// What makes them alternatives.
        keyword: Keyword,
        /// Position of the group among those of the row above, from 0.
        group: usize,
        /// Its position among the forms shown, from 0.
        index: usize,
        /// How many forms there are.
        of: usize,
        /// Name of the component it is.
        name: Option<String>,
        /// Values of the discriminating property that choose it.
        values: Vec<Cow<'a, str>>,
    },
    /// What the value must not be.
    Not,
    /// A condition.
    If,
    /// What applies when the condition is met.
    Then,
    /// What applies when it is not.
    Else,
    /// What applies once a property is there.
    DependentSchema(Cow<'a, str>),
    /// What is in a text once decoded.
    ContentSchema,
}

/// The rows under one.
#[derive(Debug, Clone, Default)]
pub struct Children<'a> {
    /// In document order.
    pub rows: Vec<Row<'a>>,
    /// How many more there are, too many to show.
    pub left_out: usize,
}

/// The first row: what `parts`, which all apply to one value, say together. `None` without any part.
pub fn root<'a>(parts: &[SchemaNode<'a>], documents: &'a dyn Documents) -> Option<Row<'a>> {
    let address = SchemaKey::of(parts.first()?);
    let draft = Draft { kind: RowKind::Root, parts: parts.to_vec(), required: false, path: String::new() };
    Some(row(draft, address, 0, Vec::new(), documents))
}

/// The rows under `parent`.
pub fn children<'a>(parent: &Row<'a>, documents: &'a dyn Documents) -> Children<'a> {
    let mut above = parent.above.clone();
    above.push(Arc::new(parent.composed.identity.clone()));
    let Drafts { drafts, mut left_out, .. } = drafts(&parent.composed, ROWS_LIMIT);
    let (mut rows, mut work) = (Vec::new(), 0);
    for draft in drafts {
        if work > WORK_LIMIT {
            left_out += 1;
            continue;
        }
        let address = draft.parts.first().map_or_else(|| parent.address.clone(), SchemaKey::of);
        let mut row = row(draft, address, parent.depth + 1, above.clone(), documents);
        row.path.insert_str(0, &parent.path);
        work += row.work();
        rows.push(row);
    }
    Children { rows, left_out }
}

/// How many rows are under `row`, alternatives apart: they are not read.
pub fn count(row: &Row<'_>) -> usize {
    let Drafts { drafts, .. } = drafts(&row.composed, ROWS_LIMIT);
    drafts.iter().filter(|draft| !matches!(draft.kind, RowKind::Alternative { .. })).count()
}

/// The row at `path` below `root`; `None` where nothing is there.
pub fn find<'a>(root: &Row<'a>, path: &str, documents: &'a dyn Documents) -> Option<Row<'a>> {
    let mut row = root.clone();
    // Each step is at least one token of the path longer than the last.
    while row.path != path {
        let is_on_the_way = |child: &Row<'a>| {
            path.strip_prefix(child.path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        row = children(&row, documents).rows.into_iter().find(is_on_the_way)?;
    }
    Some(row)
}

fn row<'a>(
    draft: Draft<'a>,
    address: SchemaKey,
    depth: usize,
    above: Vec<Arc<Identity>>,
    documents: &'a dyn Documents,
) -> Row<'a> {
    let composed = compose(&draft.parts, documents);
    let is_known = !composed.identity.0.is_empty();
    let recursive = is_known && above.iter().any(|identity| **identity == composed.identity);
    let expandable = opens(&composed, documents);
    let Draft { kind, required, path, .. } = draft;
    Row { kind, composed, address, path, depth, required, recursive, expandable, above }
}

/// Whether the rows under a schema show more than its own row does.
fn opens<'a>(composed: &Composed<'a>, documents: &'a dyn Documents) -> bool {
    let Drafts { drafts, .. } = drafts(composed, 2);
    let [only] = drafts.as_slice() else { return !drafts.is_empty() };
    if only.kind != RowKind::Item {
        return true;
    }
    // A list of plain values: its row says what they are.
    let items = compose(&only.parts, documents);
    items.title.is_some()
        || items.description.is_some()
        || !items.examples.is_empty()
        || !drafts::drafts(&items, 1).drafts.is_empty()
}

impl Row<'_> {
    /// How much was read to make it.
    fn work(&self) -> usize {
        let composed = &self.composed;
        let values = composed.values.as_ref().map_or(0, Vec::len);
        let branches: usize = composed.alternatives.iter().map(|group| group.branches.len()).sum();
        1 + composed.parts.len() + composed.properties.len() + values + branches
    }
}
