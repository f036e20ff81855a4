//! What is wrong with the answers, question by question.
//!
//! | module | about |
//! |---|---|
//! | `form` | an answer by itself: missing, not understood |
//! | `claims` | what an answer claims: addresses that lead somewhere, generic mailboxes, finished texts |
//! | `access` | audiences against the kind of access, scopes |
//! | `document` | what the OpenAPI documents hold |
//! | `others` | what the rest of the catalogue says: unknown pages, duplicates |
//! | `reach` | whether addresses lead somewhere, once the browser has asked |
//!
//! With an error, the page would be wrong or refused; a warning is advice. Never here: what a page is worth
//! (`core::quality`), asking the network.

mod access;
mod claims;
mod document;
mod form;
mod others;
mod reach;
mod words;

pub use form::form;
pub use others::{Detail, Others, candidates};
pub use reach::{Address, Observed, addresses, observed};

use super::draft::Draft;
use super::questions::Question;
use crate::core::i18n::Text;
use crate::core::problem::Severity;

/// Something wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable name of the rule.
    pub code: &'static str,
    /// Whether the page would be wrong, or could be better.
    pub severity: Severity,
    /// The question whose field the reader goes to.
    pub question: Question,
    /// The row of its table, from 0, and the column.
    pub cell: Option<(usize, &'static str)>,
    /// What is wrong.
    pub what: Text,
    /// What to do.
    pub mend: Text,
}

/// What is wrong with the answers by themselves, in no order: quick enough for each key that is pressed.
pub fn answers(draft: &Draft) -> Vec<Finding> {
    [form(draft), claims::claims(draft), access::access(draft)].concat()
}

/// Everything that is wrong, in the order of the questions. Without `others`, what the draft says alone.
///
/// Reads the documents: for a large one, not at each key that is pressed.
pub fn check(draft: &Draft, others: Option<&Others<'_>>) -> Vec<Finding> {
    let mut findings = answers(draft);
    findings.extend(document::documents(draft));
    findings.extend(others.into_iter().flat_map(|others| others::others(draft, others)));
    findings.sort_by_key(|finding| finding.question);
    findings
}

impl Finding {
    fn error(code: &'static str, question: Question, what: Text, mend: Text) -> Self {
        Self { code, severity: Severity::Error, question, cell: None, what, mend }
    }

    fn advice(code: &'static str, question: Question, what: Text, mend: Text) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, question, what, mend) }
    }

    fn at(self, row: usize, column: &'static str) -> Self {
        Self { cell: Some((row, column)), ..self }
    }
}

#[cfg(test)]
pub(in crate::core::wizard) mod tests;
