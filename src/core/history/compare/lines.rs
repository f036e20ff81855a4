//! Two texts, line by line.
//!
//! The longest common subsequence between what the texts begin and end with alike; above a budget, what is between is
//! removed and added whole. Never here: words inside a line.

/// How many pairs of lines are compared.
const MOST_PAIRS: usize = 1_000_000;

/// One line, and which text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Both texts.
    Same(String),
    /// The old text alone.
    Removed(String),
    /// The new text alone.
    Added(String),
}

/// The lines of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// In order.
    pub list: Vec<Line>,
    /// Whether the texts were too long for their common lines to be looked for.
    pub is_coarse: bool,
}

/// Compares two texts.
pub fn compare(old: &str, new: &str) -> Lines {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let old_middle = old_rest.get(..old_rest.len() - end).unwrap_or_default();
    let new_middle = new_rest.get(..new_rest.len() - end).unwrap_or_default();
    let same = |lines: &[&str]| lines.iter().map(|line| Line::Same((*line).to_owned())).collect::<Vec<_>>();
    let mut list = same(old.get(..start).unwrap_or_default());
    let is_coarse = old_middle.len().saturating_mul(new_middle.len()) > MOST_PAIRS;
    if is_coarse {
        list.extend(old_middle.iter().map(|line| Line::Removed((*line).to_owned())));
        list.extend(new_middle.iter().map(|line| Line::Added((*line).to_owned())));
    } else {
        middle(old_middle, new_middle, &mut list);
    }
    list.extend(same(old.get(old.len() - end..).unwrap_or_default()));
    Lines { list, is_coarse }
}

fn middle(old: &[&str], new: &[&str], list: &mut Vec<Line>) {
    // At row `i` and column `j`: how many lines the ends of the texts from there have in common.
    let width = new.len() + 1;
    let mut common = vec![0_u32; width * (old.len() + 1)];
    let get = |common: &[u32], row: usize, column: usize| common.get(row * width + column).copied().unwrap_or(0);
    for (row, old) in old.iter().enumerate().rev() {
        for (column, new) in new.iter().enumerate().rev() {
            let best = match old == new {
                true => get(&common, row + 1, column + 1) + 1,
                false => get(&common, row + 1, column).max(get(&common, row, column + 1)),
            };
            if let Some(cell) = common.get_mut(row * width + column) {
                *cell = best;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        match (old.get(row), new.get(column)) {
            (Some(old), Some(new)) if old == new => {
                list.push(Line::Same((*old).to_owned()));
                (row, column) = (row + 1, column + 1);
            }
            (Some(old), new) if new.is_none() || get(&common, row + 1, column) >= get(&common, row, column + 1) => {
                list.push(Line::Removed((*old).to_owned()));
                row += 1;
            }
            (_, Some(new)) => {
                list.push(Line::Added((*new).to_owned()));
                column += 1;
            }
            _ => return,
        }
    }
}
