//! What an import changed, and why: one entry for each change, gathered by rule.
//!
//! Names of rules are stable: people filter on them. What a rule means is in [`super::rule`].

use super::rule::Rule;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Longest excerpt of a value in an entry, in characters.
const EXCERPT: usize = 200;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Path of the source file.
    pub file: String,
    /// Line of the source file, from 1.
    pub line: Option<u32>,
    /// What kind of change.
    pub rule: Rule,
    /// Key of the front matter, or `body`.
    pub field: String,
    /// What was written.
    pub before: String,
    /// What is written now; empty when nothing is.
    pub after: String,
}

/// Every change of an import, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The changes.
    pub entries: Vec<Entry>,
    file: String,
}

impl Report {
    /// Names the file the next entries are about.
    pub(super) fn enter(&mut self, file: &str) {
        file.clone_into(&mut self.file);
    }

    /// Adds an entry about the current file.
    pub(super) fn add(&mut self, rule: Rule, line: Option<u32>, field: &str, before: &str, after: &str) {
        self.entries.push(Entry {
            file: self.file.clone(),
            line,
            rule,
            field: field.to_owned(),
            before: excerpt(before),
            after: excerpt(after),
        });
    }

    /// Number of entries of each rule, by name of rule.
    pub fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for entry in &self.entries {
            *counts.entry(entry.rule.id()).or_default() += 1;
        }
        counts
    }

    /// The report as JSON: `counts` by rule, `rules` with what each means, then `entries`.
    pub fn to_json(&self) -> Value {
        let mut rules = Map::new();
        for rule in Rule::ALL.iter().filter(|rule| self.entries.iter().any(|entry| entry.rule == **rule)) {
            rules.insert(rule.id().to_owned(), json!(rule.note()));
        }
        let entries: Vec<Value> = self
            .entries
            .iter()
            .map(|entry| {
                json!({
                    "file": entry.file,
                    "line": entry.line,
                    "rule": entry.rule.id(),
                    "field": entry.field,
                    "before": entry.before,
                    "after": entry.after,
                    "note": entry.rule.note(),
                })
            })
            .collect();
        json!({ "counts": self.counts(), "rules": rules, "entries": entries })
    }
}

/// One line, not too long.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_by_rule_and_shortens_values() {
        let mut report = Report::default();
        report.enter("api/a.md");
        report.add(Rule::DateFormat, Some(3), "last_update", "01/02/2020", "2020-02-01");
        report.add(Rule::DateFormat, None, "last_update", &"x\n".repeat(300), "");
        let json = report.to_json();
        assert_eq!(json["counts"], json!({"date-format": 2}));
        assert_eq!(json["entries"][0]["file"], "api/a.md");
        assert_eq!(json["entries"][0]["note"]["en"], Rule::DateFormat.note().en);
        assert_eq!(report.entries[1].before.chars().count(), EXCERPT + 1);
    }
}
