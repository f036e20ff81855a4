//! The order of rows: numbers, dates, then words as a dictionary orders them; empty cells last.

use super::Table;
use crate::core::date::Date;
use crate::core::search::fold;
use std::cmp::Ordering;

/// As much of a cell as decides of its place, in characters.
const LONGEST: usize = 200;

#[derive(Debug, PartialEq)]
enum Key {
    Number(f64),
    Text(String),
    Empty,
}

impl Table {
    /// Sorts by `column`; rows that are equal keep the order in which they came.
    pub fn sort(&mut self, column: u32, descending: bool) {
        let key = |row: u32| {
            let cell = self.row(row).iter().rev().find(|cell| cell.column == column);
            cell.map_or(Key::Empty, |cell| Key::of(&self.text(cell)))
        };
        let mut keys: Vec<(Key, u32)> = (0..).zip(&self.order).map(|(row, _)| (key(row), row)).collect();
        keys.sort_by(|(a, row_a), (b, row_b)| a.order(b, descending).then(row_a.cmp(row_b)));
        self.order = keys.into_iter().map(|(_, row)| row).collect();
    }

    /// Puts rows back in the order in which they came.
    pub fn unsort(&mut self) {
        self.order.sort_unstable();
    }
}

impl Key {
    fn of(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Empty;
        }
        if let Some(number) = number(text) {
            return Self::Number(number);
        }
        match Date::parse_french(text.get(..10).unwrap_or(text)) {
            Some(date) => Self::Text(format!("{date}{}", text.get(10..).unwrap_or_default())),
            None => Self::Text(fold(&text.chars().take(LONGEST).collect::<String>())),
        }
    }

    fn order(&self, other: &Self, descending: bool) -> Ordering {
        let turned = |order: Ordering| if descending { order.reverse() } else { order };
        match (self, other) {
            (Self::Empty, Self::Empty) => Ordering::Equal,
            (Self::Empty, _) => Ordering::Greater,
            (_, Self::Empty) => Ordering::Less,
            (Self::Number(a), Self::Number(b)) => turned(a.total_cmp(b)),
            (Self::Text(a), Self::Text(b)) => turned(a.cmp(b)),
            (Self::Number(_), Self::Text(_)) => turned(Ordering::Less),
            (Self::Text(_), Self::Number(_)) => turned(Ordering::Greater),
        }
    }
}

/// A number as JSON or French spreadsheets write it: `-1.5e3`, `1 234,5`.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let digit = |character: char| character.is_ascii_digit();
    if !text.trim_start_matches(['-', '+']).starts_with(|first: char| digit(first) || first == '.' || first == ',') {
        return None;
    }
    let sign = |character: char| matches!(character, '.' | '-' | '+' | 'e' | 'E' | ',' | ' ' | '\u{a0}' | '\u{202f}');
    if !text.chars().all(|character| digit(character) || sign(character)) {
        return None;
    }
    let plain: String = text.chars().filter(|sign| !matches!(sign, ' ' | '\u{a0}' | '\u{202f}')).collect();
    plain.replacen(',', ".", 1).parse().ok()
}
