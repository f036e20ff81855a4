//! The dictionary of fields of a document, for those who read data rather than code.
//!
//! Every parameter and property that operations take or give, once, with the places it appears in. A property of a
//! schema that several operations share is one field.

use super::anchor::{BODY, child, segment};
use super::rows::{SchemaPlace, place, shown_rows};
use super::value::{example, first, shortened};
use crate::core::catalogue::is_default;
use crate::core::i18n::{Language, Text};
use crate::core::markdown;
use crate::core::openapi::schema::compose::{Composed, compose};
use crate::core::openapi::schema::describe::kind;
use crate::core::openapi::schema::tree::RowKind;
use crate::core::openapi::{Document, Documents, Example, MediaType, Operation, OperationEntry, SchemaNode, Status};
use crate::core::search::fold;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Most fields of a document.
const FIELDS: usize = 4_000;

/// Most schemas read for one document: each may hold hundreds of fields.
const SCHEMAS: usize = 3_000;

/// Most places listed for one field.
const USES: usize = 12;

/// Longest name and longest meaning, in characters.
const NAME: usize = 200;
const MEANING: usize = 400;

/// The dictionary.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldsView {
    /// The operations that places refer to, by position: name, method, path.
    pub operations: Vec<(String, String, String)>,
    /// The fields, in the order they are met.
    pub fields: Vec<FieldView>,
    /// Whether there are more than fit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cut: bool,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldView {
    /// Its name after those it is in: `address.city`.
    pub name: String,
    /// What the document says of it, without form; empty when it says nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub meaning: String,
    /// Its type, in words.
    pub kind: Text,
    /// A value it may have.
    #[serde(default, skip_serializing_if = "is_default")]
    pub example: String,
    /// Where it appears.
    pub uses: Vec<UseView>,
    /// In how many more places.
    #[serde(default, skip_serializing_if = "is_default")]
    pub more: usize,
}

/// A place a field appears in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseView {
    /// Position of the operation in [`FieldsView::operations`].
    pub operation: usize,
    /// Which way it goes.
    pub way: Way,
    /// Where on the page of the operation.
    pub anchor: String,
}

/// Which way a field goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// A parameter of the call.
    Parameter,
    /// In the body that is sent.
    Body,
    /// In an answer.
    Answer,
}

/// Order of the dictionary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FieldOrder {
    /// As they are met in the document.
    #[default]
    Document,
    /// By name.
    Name,
    /// Those that appear in most places first.
    Uses,
}

impl FieldsView {
    /// The fields that hold every word of `words`, whatever case and accents, in `order`.
    pub fn select(&self, words: &str, order: FieldOrder, language: Language) -> Vec<&FieldView> {
        let words = fold(words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let holds = |field: &&FieldView| {
            let text = [&field.name, &field.meaning, field.kind.get(language), &field.example].join(" ");
            let text = fold(&text);
            words.iter().all(|word| text.contains(word))
        };
        let mut found: Vec<&FieldView> = self.fields.iter().filter(holds).collect();
        match order {
            FieldOrder::Document => {}
            FieldOrder::Name => found.sort_by_cached_key(|field| fold(&field.name)),
            FieldOrder::Uses => found.sort_by_key(|field| std::cmp::Reverse(field.uses.len() + field.more)),
        }
        found
    }
}

/// The dictionary of `document`. Meanings are in `language`, that of its descriptions.
pub fn fields<'a>(document: &'a Document, documents: &'a dyn Documents, language: Language) -> FieldsView {
    let mut writer = Dictionary {
        documents,
        language,
        view: FieldsView::default(),
        known: HashMap::new(),
        schemas: HashMap::new(),
        left: SCHEMAS,
    };
    for entry in &document.operations(documents).0 {
        writer.operation(entry, document);
    }
    writer.view
}

/// Fields of one schema: position of each in the view, and its anchor below that of the schema.
type Found = Vec<(usize, String)>;

struct Dictionary<'a> {
    documents: &'a dyn Documents,
    language: Language,
    view: FieldsView,
    /// Positions of fields, by where they are written and the last part of their name.
    known: HashMap<(String, String, String), usize>,
    schemas: HashMap<(SchemaPlace, String), Found>,
    left: usize,
}

impl<'a> Dictionary<'a> {
    fn operation(&mut self, entry: &OperationEntry<'a>, document: &'a Document) {
        let (operation, _) = document.open(entry, self.documents);
        let rank = self.view.operations.len();
        self.view.operations.push((entry.id.to_string(), entry.method.clone(), entry.path.to_owned()));
        self.parameters(&operation, rank, document);
        let body = operation.request_body.iter().flat_map(|body| &body.content);
        self.content(body, BODY, rank, Way::Body);
        for response in operation.responses.iter().filter(|response| response.status.is_success()) {
            let status = match response.status {
                Status::Code(code) => code.to_string(),
                Status::Range(hundreds) => format!("{hundreds}XX"),
                Status::Default => "default".to_owned(),
            };
            self.content(response.content.iter(), &format!("response-{status}"), rank, Way::Answer);
        }
    }

    fn parameters(&mut self, operation: &Operation<'a>, rank: usize, document: &Document) {
        for parameter in &operation.parameters {
            let content = parameter.content.as_ref().and_then(|media| media.schema.as_ref());
            let schema = parameter.schema.as_ref().or(content);
            let name = shortened(parameter.name, NAME);
            let anchor = child(&format!("parameter-{}", parameter.location.id()), &segment(&name));
            let key = (document.url().to_owned(), parameter.pointer.clone(), name.clone());
            let composed = compose(schema.map_or(&[], std::slice::from_ref), self.documents);
            let given = (parameter.description, parameter.examples.as_slice());
            let Some(position) = self.field(key, &name, &composed, given) else { return };
            self.uses(position, UseView { operation: rank, way: Way::Parameter, anchor: anchor.clone() });
            if let Some(schema) = schema {
                self.schema(schema, &name, &anchor, rank, Way::Parameter);
            }
        }
    }

    /// The first form of a body: the others say the same in another way of writing.
    fn content<'m>(&mut self, media: impl Iterator<Item = &'m MediaType<'a>>, above: &str, rank: usize, way: Way)
    where
        'a: 'm,
    {
        let mut media = media;
        let Some(first) = media.next() else { return };
        if let Some(schema) = first.schema.as_ref().or(first.item_schema.as_ref()) {
            self.schema(schema, "", &child(above, "content"), rank, way);
        }
    }

    fn schema(&mut self, schema: &SchemaNode<'a>, prefix: &str, anchor: &str, rank: usize, way: Way) {
        let key = place(schema).map(|place| (place, prefix.to_owned()));
        let found = match key.as_ref().and_then(|key| self.schemas.get(key)) {
            Some(found) => found.clone(),
            None => {
                let Some(left) = self.left.checked_sub(1) else {
                    self.view.cut = true;
                    return;
                };
                self.left = left;
                let found = self.read(schema, prefix);
                if let Some(key) = key {
                    self.schemas.insert(key, found.clone());
                }
                found
            }
        };
        for (position, below) in found {
            self.uses(position, UseView { operation: rank, way, anchor: child(anchor, &below) });
        }
    }

    /// The fields of a schema, as the rows of a page show them.
    fn read(&mut self, schema: &SchemaNode<'a>, prefix: &str) -> Found {
        let rows = shown_rows(schema, self.documents);
        // Of each row, its name after those above and its anchor.
        let mut places: Vec<(String, String)> = Vec::with_capacity(rows.len());
        let mut found = Vec::new();
        for (index, shown) in rows.iter().enumerate() {
            let above = places.get(shown.above).filter(|_| index > 0).cloned();
            let (above, anchor) = above.unwrap_or_else(|| (prefix.to_owned(), String::new()));
            let anchor = if index == 0 { anchor } else { child(&anchor, &shown.segment) };
            let RowKind::Property(name) = &shown.row.kind else {
                places.push((above, anchor));
                continue;
            };
            let last = shortened(name, NAME);
            let whole = if above.is_empty() { last.clone() } else { shortened(&format!("{above}.{last}"), NAME) };
            let key = (shown.row.address.url.clone(), shown.row.address.pointer.clone(), last);
            if let Some(position) = self.field(key, &whole, &shown.row.composed, (None, &[])) {
                found.push((position, anchor.clone()));
            }
            places.push((whole, anchor));
        }
        found
    }

    /// The position of a field, made where it is met for the first time; `None` where there are too many. `given`: the
    /// description and examples that count more than those of its schema.
    fn field(
        &mut self,
        key: (String, String, String),
        name: &str,
        composed: &Composed<'a>,
        given: (Option<&str>, &[Example<'a>]),
    ) -> Option<usize> {
        if let Some(position) = self.known.get(&key) {
            return Some(*position);
        }
        let position = self.view.fields.len();
        if position >= FIELDS {
            self.view.cut = true;
            return None;
        }
        let meaning = given.0.or(composed.description.as_deref()).or(composed.title.as_deref()).unwrap_or_default();
        // Twice what is kept is enough to keep what is shown.
        let meaning = markdown::read(&shortened(meaning, 2 * MEANING), self.language).words();
        self.view.fields.push(FieldView {
            name: name.to_owned(),
            meaning: shortened(&meaning, MEANING),
            kind: kind(composed, self.documents),
            example: first(given.1).or_else(|| example(composed)).unwrap_or_default(),
            uses: Vec::new(),
            more: 0,
        });
        self.known.insert(key, position);
        Some(position)
    }

    fn uses(&mut self, position: usize, place: UseView) {
        let Some(field) = self.view.fields.get_mut(position) else { return };
        let is_known = |one: &UseView| one.operation == place.operation && one.way == place.way;
        if field.uses.iter().any(is_known) {
            return;
        }
        if field.uses.len() < USES {
            field.uses.push(place);
        } else {
            field.more += 1;
        }
    }
}
