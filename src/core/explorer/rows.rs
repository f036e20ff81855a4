//! Schemas and descriptions of one view, within what a view may hold.

use super::anchor::segment;
use super::value::{allowed, example, line, shortened};
use super::view::{FormView, RowView};
use crate::core::i18n::{Language, Text};
use crate::core::markdown;
use crate::core::openapi::schema::compose::compose;
use crate::core::openapi::schema::describe::{label, notes, summary};
use crate::core::openapi::schema::tree::{Children, Row, RowKind, children, count, root};
use crate::core::openapi::{Document, Documents, SchemaNode};
use crate::core::pointer;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Deepest row shown: deeper ones are better read in the component they come from.
const DEEPEST: usize = 8;

/// Most rows of one tree.
const TREE_ROWS: usize = 400;

/// Most rows of all trees of an operation.
const ROWS: usize = 2_000;

/// Most bytes of descriptions in one view.
const DESCRIPTIONS: usize = 120_000;

/// Longest label, in characters.
const LABEL: usize = 120;

/// Most values that choose one form.
const FORM_VALUES: usize = 8;

/// Deepest property and most rows searched for names.
const NAMES_DEEPEST: usize = 6;

/// How much of an operation a view holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What a page shows before anything is opened: what takes long is behind what is closed.
    Glance,
}

/// Makes the parts of one view, and counts what it may still hold.
pub(super) struct Writer<'a> {
    pub(super) documents: &'a dyn Documents,
    language: Language,
    /// How much of it is written.
    pub(super) extent: Extent,
    rows: usize,
    descriptions: usize,
    trees: HashMap<SchemaPlace, Tree>,
}

/// Where a schema that is shown is: document (by address in memory), and the reference it is or its pointer.
pub(super) type SchemaPlace = (*const Document, String);

/// The place of `schema`, the same for all that are nothing but the same reference; `None` for what was made from parts
/// of a document that are no schema (OpenAPI 2.0): several may have been made from one.
pub(super) fn place(schema: &SchemaNode<'_>) -> Option<SchemaPlace> {
    if matches!(schema.value, Cow::Owned(_)) {
        return None;
    }
    let members = schema.value.as_object().map_or(0, serde_json::Map::len);
    let reference = schema.value.get("$ref").and_then(Value::as_str).filter(|_| members == 1);
    Some((std::ptr::from_ref(schema.document), reference.unwrap_or(&schema.pointer).to_owned()))
}

/// A schema as rows, and what they take of the room of a view.
#[derive(Clone)]
struct Tree {
    rows: usize,
    descriptions: usize,
    first: RowView,
}

impl<'a> Writer<'a> {
    /// For an empty view whose descriptions are in `language`.
    pub(super) fn new(documents: &'a dyn Documents, language: Language, extent: Extent) -> Self {
        Self { documents, language, extent, rows: ROWS, descriptions: DESCRIPTIONS, trees: HashMap::new() }
    }

    /// A description as a tree; its beginning where there is no room for all of it.
    pub(super) fn text(&mut self, source: Option<&str>) -> markdown::Document {
        let source = source.unwrap_or_default();
        let end = (0..=source.len().min(self.descriptions)).rev().find(|end| source.is_char_boundary(*end));
        let shown = source.get(..end.unwrap_or_default()).unwrap_or_default();
        self.descriptions -= shown.len();
        markdown::read(shown, self.language)
    }

    /// Words that take room as descriptions do; none where there is no room left.
    fn within(&mut self, words: String) -> String {
        match self.descriptions.checked_sub(words.len()) {
            Some(left) => self.descriptions = left,
            None => return String::new(),
        }
        words
    }

    /// What `schema` is like, and what is inside.
    pub(super) fn tree(&mut self, schema: &SchemaNode<'a>) -> Option<RowView> {
        let Some(place) = place(schema) else { return self.read(schema) };
        // The same schema is behind many answers: it is read once.
        let Some(tree) = self.trees.get(&place).cloned() else {
            let (rows, descriptions) = (self.rows, self.descriptions);
            let first = self.read(schema)?;
            let (rows, descriptions) = (rows - self.rows, descriptions - self.descriptions);
            self.trees.insert(place, Tree { rows, descriptions, first: first.clone() });
            return Some(first);
        };
        let rooms = self.rows.checked_sub(tree.rows).zip(self.descriptions.checked_sub(tree.descriptions));
        let Some((rows, descriptions)) = rooms else {
            let RowView { label, summary, children, cut, .. } = tree.first;
            let cut = cut || !children.is_empty();
            return Some(RowView { label, summary, cut, ..self.unknown() });
        };
        (self.rows, self.descriptions) = (rows, descriptions);
        Some(tree.first)
    }

    fn read(&mut self, schema: &SchemaNode<'a>) -> Option<RowView> {
        let first = root(std::slice::from_ref(schema), self.documents)?;
        let is_read = |row: &Row<'a>| self.extent == Extent::Whole || is_shown_open(row);
        let rows = walk(first, DEEPEST, TREE_ROWS.min(self.rows), is_read, self.documents);
        self.rows = self.rows.saturating_sub(rows.len());
        let mut views: Vec<RowView> =
            rows.iter().map(|visited| self.row(visited, rows.get(visited.above).map(|above| &above.row))).collect();
        // Rows come after the row they are under: the last one is whole.
        for visited in rows.iter().skip(1).rev() {
            let Some(mut view) = views.pop() else { break };
            view.children.reverse();
            if let Some(above) = views.get_mut(visited.above) {
                above.children.push(view);
            }
        }
        let mut first = views.pop()?;
        first.children.reverse();
        Some(first)
    }

    fn row(&mut self, Visited { row, cut, awaited, .. }: &Visited<'a>, above: Option<&Row<'a>>) -> RowView {
        let composed = &row.composed;
        let named = matches!(row.kind, RowKind::Property(_));
        let values = allowed(composed);
        let has_room = values.iter().all(|(value, meaning)| {
            let left = self.descriptions.checked_sub(value.len() + meaning.len());
            left.inspect(|left| self.descriptions = *left).is_some()
        });
        RowView {
            label: shortened_label(label(row)),
            named,
            step: if named { String::new() } else { step(row, above) },
            summary: summary(composed, self.documents),
            description: self.text(composed.description.as_deref()),
            required: row.required,
            deprecated: composed.deprecated,
            recursive: row.recursive,
            cut: *cut,
            notes: Some(notes(composed)).filter(|notes| !notes.en.is_empty()),
            values: if has_room { values } else { Vec::new() },
            default: self.within(composed.default.as_deref().map(line).unwrap_or_default()),
            example: self.within(example(composed).unwrap_or_default()),
            form: form(row, above),
            children: Vec::new(),
            awaited: *awaited,
        }
    }

    /// The row of a parameter or header; `schema` is what the document says of its values.
    pub(super) fn named(&mut self, name: &str, description: Option<&str>, schema: Option<&SchemaNode<'a>>) -> RowView {
        let row = schema.and_then(|schema| self.tree(schema));
        let mut row = row.unwrap_or_else(|| self.unknown());
        row.label = shortened_label(Text::new(name, name));
        row.named = true;
        row.form = None;
        if description.is_some() {
            row.description = self.text(description);
        }
        row
    }

    /// A row for what nothing is said of.
    fn unknown(&self) -> RowView {
        RowView {
            label: Text::new("", ""),
            named: false,
            step: String::new(),
            summary: summary(&compose(&[], self.documents), self.documents),
            description: markdown::Document::default(),
            required: false,
            deprecated: false,
            recursive: false,
            cut: false,
            notes: None,
            values: Vec::new(),
            default: String::new(),
            example: String::new(),
            form: None,
            children: Vec::new(),
            awaited: None,
        }
    }
}

/// Adds the names of the properties of `schema` and of what is inside to `names`, up to `most` names.
pub(super) fn property_names<'a>(
    schema: &SchemaNode<'a>,
    documents: &'a dyn Documents,
    names: &mut Names,
    most: usize,
) {
    let Some(first) = root(std::slice::from_ref(schema), documents) else { return };
    for Visited { row, .. } in walk(first, NAMES_DEEPEST, TREE_ROWS, |_| true, documents) {
        if names.list.len() >= most {
            return;
        }
        if let RowKind::Property(name) = &row.kind {
            names.add(name);
        }
    }
}

/// A row of a page, before its words are read.
pub(super) struct Shown<'a> {
    pub(super) row: Row<'a>,
    /// Position of the row above; that of the first one is its own.
    pub(super) above: usize,
    /// What it adds to the anchor of the row above.
    pub(super) segment: String,
}

/// The rows that a page shows for `schema`, the nearest ones first.
pub(super) fn shown_rows<'a>(schema: &SchemaNode<'a>, documents: &'a dyn Documents) -> Vec<Shown<'a>> {
    let Some(first) = root(std::slice::from_ref(schema), documents) else { return Vec::new() };
    let rows = walk(first, DEEPEST, TREE_ROWS, |_| true, documents);
    let segments: Vec<String> = rows
        .iter()
        .map(|Visited { row, above, .. }| match &row.kind {
            RowKind::Property(name) => segment(&shortened(name, LABEL)),
            _ => step(row, rows.get(*above).map(|above| &above.row)),
        })
        .collect();
    let shown = rows.into_iter().zip(segments);
    shown.map(|(Visited { row, above, .. }, segment)| Shown { row, above, segment }).collect()
}

/// Names, each once, in the order they were met.
#[derive(Default)]
pub(super) struct Names {
    known: HashSet<String>,
    pub(super) list: Vec<String>,
}

impl Names {
    /// Adds a name, unless it is too long for anybody to look for it.
    pub(super) fn add(&mut self, name: &str) {
        if name.chars().count() <= LABEL && self.known.insert(name.to_owned()) {
            self.list.push(name.to_owned());
        }
    }
}

/// A row, the position of the one above it, and whether more is inside than was visited.
struct Visited<'a> {
    row: Row<'a>,
    above: usize,
    cut: bool,
    /// How many rows are inside, forms apart, of one that was left closed.
    awaited: Option<usize>,
}

impl<'a> Visited<'a> {
    fn new(row: Row<'a>, above: usize) -> Self {
        Self { row, above, cut: false, awaited: None }
    }
}

/// Whether a page shows what is inside before anybody opens anything: the whole, and the first of its forms.
fn is_shown_open(row: &Row<'_>) -> bool {
    matches!(row.kind, RowKind::Root | RowKind::Alternative { index: 0, .. })
}

/// The rows from `first` down, the nearest ones first: where there are too many, each level is whole before the next.
/// What is inside those that are not `is_read` is only counted.
fn walk<'a>(
    first: Row<'a>,
    deepest: usize,
    most: usize,
    is_read: impl Fn(&Row<'a>) -> bool,
    documents: &'a dyn Documents,
) -> Vec<Visited<'a>> {
    let mut rows = vec![Visited::new(first, 0)];
    let mut here = 0;
    while let Some(visited) = rows.get(here) {
        let row = &visited.row;
        if row.expandable && !row.recursive && !is_read(row) {
            let inside = count(row);
            if let Some(visited) = rows.get_mut(here) {
                visited.awaited = Some(inside);
            }
        } else if row.expandable && !row.recursive {
            let room = if row.depth < deepest { most.saturating_sub(rows.len()) } else { 0 };
            // Reading what is inside only to leave it out is work for nothing.
            let inside = (room > 0).then(|| children(row, documents));
            let cut = inside.as_ref().is_none_or(|Children { rows, left_out }| *left_out > 0 || rows.len() > room);
            if let Some(visited) = rows.get_mut(here) {
                visited.cut = cut;
            }
            let inside = inside.into_iter().flat_map(|inside| inside.rows).take(room);
            rows.extend(inside.map(|row| Visited::new(row, here)));
        }
        here += 1;
    }
    rows
}

/// What a row that has no name adds to the anchor of the one above: the keywords on the way.
fn step(row: &Row<'_>, above: Option<&Row<'_>>) -> String {
    let above = above.map_or("", |above| above.path.as_str());
    let path = row.path.strip_prefix(above).unwrap_or(&row.path);
    pointer::tokens(path).map(|token| format!("-{}", segment(&token))).collect()
}

/// Which form a row is, and what chooses it.
fn form(row: &Row<'_>, above: Option<&Row<'_>>) -> Option<FormView> {
    let RowKind::Alternative { group, values, .. } = &row.kind else { return None };
    let property =
        above.and_then(|above| above.composed.discriminator.as_ref()).map(|one| shortened(&one.property, LABEL));
    let values = values.iter().take(FORM_VALUES).map(|value| shortened(value, LABEL)).collect();
    Some(FormView { group: *group, property: property.unwrap_or_default(), values })
}

fn shortened_label(label: Text) -> Text {
    Text::new(shortened(&label.fr, LABEL), shortened(&label.en, LABEL))
}
