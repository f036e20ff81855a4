//! What is shown of the tree: rows, folding, and the place of a node among them.
//!
//! The row of some nodes is known (checkpoints); others are reached by walking from the nearest. Folding touches only
//! the checkpoints, whatever the number of nodes.

use super::{Checkpoint, NodeKind, STRIDE, Tree};
use serde::{Deserialize, Serialize};

/// Longest text of a row, in characters.
const LONGEST: usize = 200;

/// A node as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreeRow {
    /// Its number.
    pub node: u32,
    /// How deep it is, from 0.
    pub depth: u32,
    /// Its key in an object.
    pub key: Option<String>,
    /// Its place in an array, from 0.
    pub index: Option<u32>,
    /// What it is.
    pub kind: NodeKind,
    /// The text of a string, a number or literal as written, the beginning of what an object or array holds.
    pub text: String,
    /// Whether the key or the text is only a beginning.
    pub cut: bool,
    /// How many values are right inside.
    pub children: u32,
    /// Whether what is inside is not shown.
    pub folded: bool,
    /// Its place in the value that holds it, from 1.
    pub position: u32,
    /// How many values the one that holds it has; 1 for the root.
    pub siblings: u32,
}

impl Tree {
    /// How many rows are shown.
    pub fn count(&self) -> u32 {
        self.rows
    }

    /// `count` rows from the row `first`.
    pub fn visible(&self, first: u32, count: u32) -> Vec<TreeRow> {
        let mut shown = Vec::new();
        let mut next = self.node_at(first);
        while let Some(node) = next.filter(|_| shown.len() < count as usize) {
            shown.extend(self.row(node));
            next = self.after(node);
        }
        shown
    }

    /// The row of `node`, unless it is in a folded one.
    pub fn rank(&self, node: u32) -> Option<u32> {
        let before = self.checkpoints.partition_point(|point| point.node <= node).checked_sub(1)?;
        let Checkpoint { mut row, node: mut current } = *self.checkpoints.get(before)?;
        while current < node {
            current = self.after(current)?;
            row += 1;
        }
        (current == node).then_some(row)
    }

    /// Hides what is inside `node`.
    pub fn fold(&mut self, node: u32) {
        let Some(found) = self.node(node).filter(|found| found.end > node + 1 && !found.folded) else { return };
        if let Some(row) = self.rank(node) {
            let after = self.rank(found.end).unwrap_or(self.rows);
            let hidden = after.saturating_sub(row + 1);
            self.checkpoints.retain(|point| point.node <= node || point.node >= found.end);
            self.shift(node, |rows| rows.saturating_sub(hidden));
        }
        self.set_folded(node, true);
    }

    /// Shows what is inside `node`.
    pub fn unfold(&mut self, node: u32) {
        let Some(found) = self.node(node).filter(|found| found.folded) else { return };
        let rank = self.rank(node);
        self.set_folded(node, false);
        let Some(row) = rank else { return };
        let mut points = Vec::new();
        let after = self.walk(node + 1, row + 1, found.end, &mut points);
        let shown = after.saturating_sub(row + 1);
        self.shift(node, |rows| rows.saturating_add(shown));
        let place = self.checkpoints.partition_point(|point| point.node <= node);
        self.checkpoints.splice(place..place, points);
    }

    /// Shows everything.
    pub fn unfold_all(&mut self) {
        self.fold_to(u32::MAX);
    }

    /// Folds everything from `depth` on (the root is at 0), unfolds what is above.
    pub fn fold_to(&mut self, depth: u32) {
        let mut ends = Vec::new();
        for (number, node) in (0_u32..).zip(&mut self.nodes) {
            while ends.last().is_some_and(|end| *end <= number) {
                ends.pop();
            }
            node.folded = node.end > number + 1 && ends.len() >= depth as usize;
            if node.end > number + 1 {
                ends.push(node.end);
            }
        }
        let mut points = Vec::new();
        self.rows = self.walk(0, 0, self.len(), &mut points);
        self.checkpoints = points;
    }

    /// Unfolds what `node` is in.
    pub fn reveal(&mut self, node: u32) {
        let ancestors: Vec<u32> = self.ancestors(node).collect();
        for ancestor in ancestors.into_iter().rev() {
            self.unfold(ancestor);
        }
    }

    /// What `node` is in, nearest first.
    pub(super) fn ancestors(&self, node: u32) -> impl Iterator<Item = u32> {
        let parent = |node| self.node(node).map(|node| node.parent).filter(|parent| self.node(*parent).is_some());
        std::iter::successors(parent(node), move |node| parent(*node))
    }

    /// Goes through the rows from `node`, at `row`, to before `end`; gives the row that comes next.
    fn walk(&self, node: u32, mut row: u32, end: u32, points: &mut Vec<Checkpoint>) -> u32 {
        let mut next = self.node(node).map(|_| node);
        let mut since = 0;
        while let Some(node) = next.filter(|node| *node < end) {
            if since % STRIDE == 0 {
                points.push(Checkpoint { row, node });
            }
            since += 1;
            row += 1;
            next = self.after(node);
        }
        row
    }

    /// Moves the rows after `node`.
    fn shift(&mut self, node: u32, moved: impl Fn(u32) -> u32) {
        for point in self.checkpoints.iter_mut().filter(|point| point.node > node) {
            point.row = moved(point.row);
        }
        self.rows = moved(self.rows);
    }

    fn set_folded(&mut self, node: u32, folded: bool) {
        if let Some(node) = self.nodes.get_mut(node as usize) {
            node.folded = folded;
        }
    }

    /// The node shown after `node`, which is shown.
    fn after(&self, node: u32) -> Option<u32> {
        let found = self.node(node)?;
        let next = if found.folded { found.end } else { node + 1 };
        (next < self.len()).then_some(next)
    }

    fn node_at(&self, row: u32) -> Option<u32> {
        let before = self.checkpoints.partition_point(|point| point.row <= row).checked_sub(1)?;
        let point = *self.checkpoints.get(before)?;
        (point.row..row).try_fold(point.node, |node, _| self.after(node))
    }

    fn row(&self, node: u32) -> Option<TreeRow> {
        let found = self.node(node)?;
        let mut key = self.key(node, LONGEST + 1);
        let mut text = match found.kind {
            NodeKind::String => self.string(node, LONGEST + 1)?,
            NodeKind::Object | NodeKind::Array => self.preview(node),
            _ => self.text(node, LONGEST + 1).text,
        };
        let key_cut = key.as_mut().is_some_and(shorten);
        let cut = shorten(&mut text) || key_cut;
        let index = (!found.member && node != 0).then_some(found.ordinal);
        let siblings = if node == 0 { 1 } else { self.children_count(found.parent) };
        Some(TreeRow {
            node,
            depth: u32::try_from(self.ancestors(node).count()).unwrap_or(u32::MAX),
            key,
            index,
            kind: found.kind,
            text,
            cut,
            children: self.children_count(node),
            folded: found.folded,
            position: found.ordinal.saturating_add(1),
            siblings,
        })
    }

    /// The beginning of an object or array, on one line.
    fn preview(&self, node: u32) -> String {
        let written = String::from_utf8_lossy(self.slice(node, 4 * LONGEST)).into_owned();
        let words: Vec<&str> = written.split_ascii_whitespace().take(LONGEST).collect();
        words.join(" ")
    }
}

fn shorten(text: &mut String) -> bool {
    let end = text.char_indices().nth(LONGEST).map(|(end, _)| end);
    if let Some(end) = end {
        text.truncate(end);
    }
    end.is_some()
}
