//! CSV (RFC 4180): a text as a table, a table as a text.

use super::super::sniff::separator;
use super::{MOST_COLUMNS, Notation, Table};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How to write CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvOptions {
    /// What separates cells: `,`, or `;` for spreadsheets in French.
    pub separator: char,
    /// Whether cells that a spreadsheet would run as a formula begin with an apostrophe. Numbers stay as they are.
    pub protect: bool,
    /// Whether the text begins with a byte order mark, by which spreadsheets know UTF-8.
    pub byte_order_mark: bool,
}

impl Table {
    /// A CSV text (UTF-8) as a table; its first line names the columns.
    pub fn of_csv(bytes: Arc<Vec<u8>>) -> Option<Self> {
        let mut table = Self::new(bytes.clone(), Notation::Csv);
        let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        let separator = separator(bytes.get(start..)?).unwrap_or_else(|| most_frequent(bytes.get(start..)));
        let mut scan = Scan { bytes: &bytes, at: start, separator };
        let (mut column, mut names) = (0, true);
        while let Some((start, end, last)) = scan.cell() {
            if names {
                table.name(bytes.get(start..end).unwrap_or_default());
            } else if start < end {
                while table.columns.len() <= column.min(MOST_COLUMNS - 1) {
                    table.name(b"");
                }
                if column < MOST_COLUMNS {
                    table.push(column, start, end);
                } else {
                    table.more_columns = true;
                }
            }
            column += 1;
            if last {
                if !names {
                    table.end_row();
                }
                (column, names) = (0, false);
            }
        }
        (!table.columns.is_empty()).then_some(table)
    }

    /// Adds a column; one without a name has its number.
    fn name(&mut self, written: &[u8]) {
        if self.columns.len() >= MOST_COLUMNS {
            self.more_columns = true;
            return;
        }
        let name = if written.starts_with(b"\"") { unquote(written) } else { String::from_utf8_lossy(written).into() };
        let number = self.columns.len() + 1;
        self.columns.push(if name.trim().is_empty() { number.to_string() } else { name });
    }

    /// All rows, as they are sorted.
    pub fn csv(&self, options: CsvOptions) -> String {
        let mut text = String::with_capacity(self.bytes.len() / 2);
        if options.byte_order_mark {
            text.push('\u{feff}');
        }
        let names: Vec<&str> = self.columns.iter().map(String::as_str).collect();
        push_line(&mut text, &names, options);
        let mut cells: Vec<String> = vec![String::new(); self.columns.len()];
        for row in &self.order {
            cells.iter_mut().for_each(String::clear);
            for cell in self.row(*row) {
                if let Some(place) = cells.get_mut(cell.column as usize) {
                    *place = self.text(cell);
                }
            }
            let line: Vec<&str> = cells.iter().map(String::as_str).collect();
            push_line(&mut text, &line, options);
        }
        text
    }
}

fn push_line(text: &mut String, cells: &[&str], options: CsvOptions) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            text.push(options.separator);
        }
        let formula = options.protect
            && cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
            && super::sort::number(cell).is_none();
        let sign = if formula { "'" } else { "" };
        let quoted = cell.contains(['"', '\r', '\n', options.separator]) || cell.trim().len() < cell.len();
        // A line of one empty cell would be no line at all.
        if quoted || (cells.len() == 1 && cell.is_empty()) {
            text.extend(["\"", sign, &cell.replace('"', "\"\""), "\""]);
        } else {
            text.extend([sign, cell]);
        }
    }
    text.push_str("\r\n");
}

/// What a cell between quotes stands for.
pub(super) fn unquote(written: &[u8]) -> String {
    let text = String::from_utf8_lossy(written);
    let body = text.strip_prefix('"').unwrap_or(&text);
    // What follows the last quote is kept: it was written.
    let Some((body, after)) = body.rsplit_once('"') else { return body.to_owned() };
    format!("{}{after}", body.replace("\"\"", "\""))
}

fn most_frequent(text: Option<&[u8]>) -> u8 {
    let line = text.unwrap_or_default().split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |sign: u8| line.iter().filter(|byte| **byte == sign).count();
    [b';', b'\t', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    separator: u8,
}

impl Scan<'_> {
    /// Where the next cell begins and ends, and whether it is the last of its line. Empty lines are passed over.
    fn cell(&mut self) -> Option<(usize, usize, bool)> {
        let line_start = self.at == 0 || self.bytes.get(self.at.wrapping_sub(1)) == Some(&b'\n');
        if line_start {
            while matches!(self.bytes.get(self.at), Some(b'\r' | b'\n')) {
                self.at += 1;
            }
        }
        let after_separator = self.at > 0 && self.bytes.get(self.at - 1) == Some(&self.separator);
        if self.at > self.bytes.len() || (self.at == self.bytes.len() && !after_separator) {
            return None;
        }
        let start = self.at;
        let mut quoted = self.bytes.get(start) == Some(&b'"');
        let mut end = start + usize::from(quoted);
        loop {
            match self.bytes.get(end) {
                Some(b'"') if quoted && self.bytes.get(end + 1) == Some(&b'"') => end += 2,
                Some(b'"') if quoted => {
                    quoted = false;
                    end += 1;
                }
                Some(b'\n') if !quoted => {
                    self.at = end + 1;
                    let cell = self.bytes.get(start..end).unwrap_or_default();
                    return Some((start, end - usize::from(cell.ends_with(b"\r")), true));
                }
                Some(byte) if !quoted && *byte == self.separator => {
                    self.at = end + 1;
                    return Some((start, end, false));
                }
                Some(_) => end += 1,
                None => {
                    self.at = self.bytes.len() + 1;
                    let end = end.min(self.bytes.len());
                    let cell = self.bytes.get(start..end).unwrap_or_default();
                    return Some((start, end - usize::from(cell.ends_with(b"\r")), true));
                }
            }
        }
    }
}
