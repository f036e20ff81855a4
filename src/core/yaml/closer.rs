//! Closing brackets that stand under their key.
//!
//! ```yaml
//! example: {
//!   a: 1
//! }
//! ```
//!
//! YAML 1.2 (§7.4) wants the last line indented like the others; every other reader takes it as it is, and OpenAPI
//! documents hold it.

use super::Yaml;
use crate::core::problem::Problem;

/// Most brackets mended in one document: each costs one reading.
const LIMIT: usize = 64;

/// What `read` gives, once brackets that stop it are indented. Only spaces before them change: places stay true.
pub(super) fn reading(
    source: &str,
    first_line: u32,
    read: impl Fn(&str) -> (Yaml, Vec<Problem>),
) -> (Yaml, Vec<Problem>) {
    let first = read(source);
    let Some(mut error) = syntax_error(&first.1) else {
        return first;
    };
    let mut text = source.to_owned();
    for _ in 0..LIMIT {
        let Some(mended) = indented(&text, error.0.saturating_sub(first_line), error.1) else { break };
        let (yaml, problems) = read(&mended);
        match syntax_error(&problems) {
            None => return (yaml, problems),
            // The same line again: the bracket was not what is wrong.
            Some(next) if next.0 <= error.0 => break,
            Some(next) => error = next,
        }
        text = mended;
    }
    first
}

/// Line and column of the first syntax error.
fn syntax_error(problems: &[Problem]) -> Option<(u32, u32)> {
    let problem = problems.iter().find(|problem| problem.code == "yaml-syntax")?;
    problem.place.line.zip(problem.place.column)
}

/// The text with the bracket that follows `lines` lines, at `column`, one column further; `None` when there is none.
fn indented(text: &str, lines: u32, column: u32) -> Option<String> {
    let mut start = 0;
    for _ in 0..lines {
        start += text.get(start..)?.find('\n')? + 1;
    }
    let (before, rest) = text.split_at_checked(start)?;
    let spaces = usize::try_from(column).ok()?.checked_sub(1)?;
    let at_bracket = rest.get(spaces..)?.starts_with(['}', ']']) && rest.get(..spaces)?.trim().is_empty();
    at_bracket.then(|| format!("{before} {rest}"))
}
