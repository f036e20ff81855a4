//! [`Table`]: objects of a list, or the lines of a CSV text, as rows and columns that sort and export.
//!
//! Cells are places in the bytes, read when they are shown. Never here: what is drawn.

mod csv;
mod json;
mod sort;

use super::tree;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub use csv::CsvOptions;

/// Most columns.
const MOST_COLUMNS: usize = 100;
/// Longest cell of a page, in characters.
const LONGEST: usize = 200;

/// Rows and columns.
#[derive(Debug, Clone)]
pub struct Table {
    bytes: Arc<Vec<u8>>,
    notation: Notation,
    pointer: String,
    columns: Vec<String>,
    more_columns: bool,
    cells: Vec<Cell>,
    /// Where the cells of each row begin; one more, where those of the last one end.
    starts: Vec<u32>,
    /// The rows, as they are sorted.
    order: Vec<u32>,
}

/// How cells are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Notation {
    Json,
    Csv,
}

/// Where a cell that is not empty stands.
#[derive(Debug, Clone, Copy)]
struct Cell {
    column: u32,
    start: u32,
    end: u32,
}

/// What a table is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableView {
    /// JSON pointer of the list, or of what its columns are taken from, with `*` for each item; empty for CSV.
    pub pointer: String,
    /// The names of the columns, in order of first appearance.
    pub columns: Vec<String>,
    /// Whether there are more columns, left out.
    pub more_columns: bool,
    /// How many rows there are.
    pub rows: u32,
}

/// Some rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TablePage {
    /// The cells of each row, one a column.
    pub rows: Vec<Vec<TableCell>>,
}

/// A cell as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCell {
    /// Its text.
    pub text: String,
    /// Whether it is only a beginning.
    pub cut: bool,
}

impl Table {
    fn new(bytes: Arc<Vec<u8>>, notation: Notation) -> Self {
        Self {
            bytes,
            notation,
            pointer: String::new(),
            columns: Vec::new(),
            more_columns: false,
            cells: Vec::new(),
            starts: vec![0],
            order: Vec::new(),
        }
    }

    /// What it is made of.
    pub fn view(&self) -> TableView {
        TableView {
            pointer: self.pointer.clone(),
            columns: self.columns.clone(),
            more_columns: self.more_columns,
            rows: u32::try_from(self.order.len()).unwrap_or(u32::MAX),
        }
    }

    /// `count` rows from `first`, as they are sorted.
    pub fn page(&self, first: u32, count: u32) -> TablePage {
        let rows = self.order.iter().skip(first as usize).take(count as usize);
        let cells = |row: &u32| {
            let mut cells = vec![TableCell::default(); self.columns.len()];
            for cell in self.row(*row) {
                if let Some(place) = cells.get_mut(cell.column as usize) {
                    let mut text = self.text(cell);
                    let end = text.char_indices().nth(LONGEST).map(|(end, _)| end);
                    text.truncate(end.unwrap_or(text.len()));
                    *place = TableCell { text, cut: end.is_some() };
                }
            }
            cells
        };
        TablePage { rows: rows.map(cells).collect() }
    }

    fn row(&self, row: u32) -> &[Cell] {
        let start = |row: usize| self.starts.get(row).map_or(0, |start| *start as usize);
        self.cells.get(start(row as usize)..start(row as usize + 1)).unwrap_or_default()
    }

    fn end_row(&mut self) {
        self.order.push(u32::try_from(self.order.len()).unwrap_or(u32::MAX));
        self.starts.push(u32::try_from(self.cells.len()).unwrap_or(u32::MAX));
    }

    fn push(&mut self, column: usize, start: usize, end: usize) {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.cells.push(Cell { column: number(column), start: number(start), end: number(end) });
    }

    fn text(&self, cell: &Cell) -> String {
        let written = self.bytes.get(cell.start as usize..cell.end as usize).unwrap_or_default();
        match self.notation {
            Notation::Json if written.starts_with(b"\"") => tree::unescape(written),
            Notation::Csv if written.starts_with(b"\"") => csv::unquote(written),
            _ => String::from_utf8_lossy(written).into_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
