//! [`Lines`]: a text, however long, as rows of bounded width that are found without reading it again.
//!
//! JSON without line breaks is one line of fifty million characters: a line too wide for a page goes on in other rows.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Widest row, in bytes.
const WIDEST: usize = 400;

/// A text and where its rows begin.
#[derive(Debug)]
pub struct Lines {
    text: Arc<Vec<u8>>,
    rows: Vec<Row>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    start: u32,
    /// The number of its line, from 1; 0 where it goes on with the line of the row before.
    number: u32,
}

/// A row as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRow {
    /// The number of its line, from 1; none where it goes on with the line of the row before.
    pub number: Option<u32>,
    /// Its text, without line end.
    pub text: String,
}

impl Lines {
    /// The rows of a text (UTF-8).
    pub fn of(text: Arc<Vec<u8>>) -> Self {
        // Places are kept in 32 bits.
        let length = text.len().min(u32::MAX as usize);
        let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        let mut rows = Vec::new();
        let (mut start, mut number) = (0, 0_u32);
        while start < length {
            let rest = text.get(start..length).unwrap_or_default();
            let end = rest.iter().position(|byte| *byte == b'\n').map_or(length, |end| start + end);
            number = number.saturating_add(1);
            rows.push(Row { start: place(start), number });
            while end - start > WIDEST {
                start = boundary(&text, start + WIDEST);
                rows.push(Row { start: place(start), number: 0 });
            }
            start = end + 1;
        }
        Self { text, rows }
    }

    /// How many rows there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// `count` rows from the row `first`.
    pub fn rows(&self, first: u32, count: u32) -> Vec<LineRow> {
        let first = first as usize;
        let shown = self.rows.iter().enumerate().skip(first).take(count as usize);
        let row = |(index, row): (usize, &Row)| {
            let end = self.rows.get(index + 1).map_or(self.text.len(), |next| next.start as usize);
            let bytes = self.text.get(row.start as usize..end).unwrap_or_default();
            let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
            let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
            let number = (row.number > 0).then_some(row.number);
            LineRow { number, text: String::from_utf8_lossy(bytes).into_owned() }
        };
        shown.map(row).collect()
    }
}

/// The place at or shortly before `at` where a character begins.
fn boundary(text: &[u8], at: usize) -> usize {
    let continues = |at: &usize| text.get(*at).is_some_and(|byte| byte & 0xc0 == 0x80);
    (at.saturating_sub(3)..=at).rev().find(|at| !continues(at)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<(Option<u32>, String)> {
        let lines = Lines::of(Arc::new(text.as_bytes().to_vec()));
        lines.rows(0, lines.count()).into_iter().map(|row| (row.number, row.text)).collect()
    }

    #[test]
    fn lines_are_numbered_and_wide_ones_go_on() {
        let wide = "é".repeat(WIDEST);
        for (text, expect) in [
            ("", vec![]),
            ("a", vec![(Some(1), "a")]),
            ("a\r\n\nb\n", vec![(Some(1), "a"), (Some(2), ""), (Some(3), "b")]),
            (&wide, vec![(Some(1), &wide[..WIDEST]), (None, &wide[WIDEST..])]),
            (
                &format!("x{wide}"),
                vec![(Some(1), &format!("x{}", &wide[..WIDEST - 2])), (None, &wide[..WIDEST]), (None, "é")],
            ),
        ] {
            let expect: Vec<_> = expect.into_iter().map(|(number, text)| (number, text.to_owned())).collect();
            assert_eq!(all(text), expect, "{text}");
        }
        let lines = Lines::of(Arc::new(b"a\nb\nc".to_vec()));
        assert_eq!(lines.rows(1, 1), [LineRow { number: Some(2), text: "b".into() }]);
        assert_eq!(lines.rows(3, 9), []);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_wide(pieces in proptest::collection::vec("[aé\u{1f600}\n]{0,300}", 0..8)) {
            let text = pieces.concat();
            let rows = all(&text);
            prop_assert!(rows.iter().all(|(_, text)| text.len() <= WIDEST));
            let joined: String = rows.into_iter().map(|(_, text)| text).collect();
            prop_assert_eq!(joined, text.replace('\n', ""));
        }
    }
}
