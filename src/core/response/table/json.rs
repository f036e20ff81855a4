//! The list of objects that an answer is about, and its columns.

use super::super::tree::{NodeKind, Tree};
use super::{MOST_COLUMNS, Notation, Table};
use crate::core::pointer;

/// How deep the list may be: `_embedded.communes` is at 2.
const DEEPEST: u32 = 3;
/// Most members looked at in each object for the list.
const MOST_MEMBERS: usize = 1000;

/// A column: a member, or a member of a member. Names are as they are written.
struct Column {
    first: Vec<u8>,
    second: Option<Vec<u8>>,
}

impl Table {
    /// Whether there is a list of objects, found without making the table.
    pub fn is_in(tree: &Tree) -> bool {
        find(tree).is_some()
    }

    /// The largest list of objects within three levels, if there is one.
    pub fn of_json(tree: &Tree) -> Option<Self> {
        let list = find(tree)?;
        let mut builder =
            Builder { table: Self::new(tree.bytes().clone(), Notation::Json), columns: Vec::new(), next: 0 };
        builder.table.pointer = tree.path(list).pointer;
        let features = is_features(tree, list);
        if features {
            pointer::push(&mut builder.table.pointer, "*");
            pointer::push(&mut builder.table.pointer, "properties");
        }
        for item in tree.children(list) {
            builder.next = 0;
            for member in tree.children(item).filter(|_| tree.kind(item) == Some(NodeKind::Object)) {
                if !features {
                    builder.member(tree, member);
                } else if tree.is_named(member, "id") {
                    builder.cell(tree, member, member, None);
                } else if tree.is_named(member, "properties") {
                    tree.children(member).for_each(|property| builder.member(tree, property));
                }
            }
            builder.table.end_row();
        }
        let names = builder.columns.iter().map(|column| {
            let mut name = super::tree::unescape(&column.first);
            if let Some(second) = &column.second {
                name.push('.');
                name.push_str(&super::tree::unescape(second));
            }
            name
        });
        builder.table.columns = names.collect();
        (!builder.table.columns.is_empty()).then_some(builder.table)
    }
}

struct Builder {
    table: Table,
    columns: Vec<Column>,
    /// The column that probably comes next: rows are mostly alike.
    next: usize,
}

impl Builder {
    fn member(&mut self, tree: &Tree, member: u32) {
        if tree.kind(member) == Some(NodeKind::Object) && tree.children_count(member) > 0 {
            tree.children(member).for_each(|inner| self.cell(tree, inner, member, Some(inner)));
        } else {
            self.cell(tree, member, member, None);
        }
    }

    fn cell(&mut self, tree: &Tree, value: u32, first: u32, second: Option<u32>) {
        let Some(first) = tree.key_bytes(first) else { return };
        let second = second.and_then(|second| tree.key_bytes(second));
        let null = tree.kind(value) == Some(NodeKind::Null);
        if null
            && second.is_none()
            && self.columns.iter().any(|column| column.first == first && column.second.is_some())
        {
            return;
        }
        let Some(column) = self.column(first, second) else { return };
        self.next = column + 1;
        if !null {
            let span = tree.span(value, usize::MAX);
            self.table.push(column, span.start, span.end);
        }
    }

    fn column(&mut self, first: &[u8], second: Option<&[u8]>) -> Option<usize> {
        let same = |column: &Column| column.first == first && column.second.as_deref() == second;
        if self.columns.get(self.next).is_some_and(same) {
            return Some(self.next);
        }
        if let Some(found) = self.columns.iter().position(same) {
            return Some(found);
        }
        if self.columns.len() >= MOST_COLUMNS {
            self.table.more_columns = true;
            return None;
        }
        self.columns.push(Column { first: first.to_vec(), second: second.map(<[u8]>::to_vec) });
        Some(self.columns.len() - 1)
    }
}

/// The largest list of objects; lists are not looked into, for theirs are parts of one object among others.
fn find(tree: &Tree) -> Option<u32> {
    let mut best: Option<(u32, u32)> = None;
    let mut level = vec![0];
    for _ in 0..=DEEPEST {
        let mut below = Vec::new();
        for node in level {
            match tree.kind(node) {
                Some(NodeKind::Object) => below.extend(tree.children(node).take(MOST_MEMBERS)),
                Some(NodeKind::Array) => {
                    let is_object = |item: &u32| tree.kind(*item) == Some(NodeKind::Object);
                    let objects = tree.children(node).filter(is_object).count();
                    let objects = u32::try_from(objects).unwrap_or(u32::MAX);
                    let most = objects > 0 && objects >= tree.children_count(node) / 2;
                    if most && best.is_none_or(|(_, best)| objects > best) {
                        best = Some((node, objects));
                    }
                }
                _ => {}
            }
        }
        level = below;
    }
    best.map(|(list, _)| list)
}

/// Whether the list holds features of GeoJSON: their columns are their properties.
fn is_features(tree: &Tree, list: u32) -> bool {
    tree.children(list).next().is_some_and(|item| {
        let properties = tree.member(item, "properties").and_then(|node| tree.kind(node));
        tree.member(item, "geometry").is_some() && properties == Some(NodeKind::Object)
    })
}
