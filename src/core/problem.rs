//! [`Problem`]: what is wrong, where, and how to mend it, in French and English.
//!
//! Analyses of broken input return `(T, Vec<Problem>)`: they show what can be shown and say the rest.

use crate::core::i18n::{Language, Text};
use std::fmt;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The page cannot be right: `build` stops.
    Error,
    /// The page is shown, yet something is doubtful or dead.
    Warning,
}

impl Severity {
    /// The word used in machine-readable reports: `error`, `warning`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Where a problem is. Every part is optional: a whole folder can be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path of the file, `/`-separated, relative to the content folder.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
    /// JSON pointer (RFC 6901) inside the document.
    pub pointer: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(path: impl Into<String>) -> Self {
        Self { file: Some(path.into()), ..Self::default() }
    }

    /// The same place, at `line` (from 1).
    #[must_use]
    pub fn at_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }

    /// The same place, at the JSON pointer `pointer`.
    #[must_use]
    pub fn at_pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            formatter.write_str(file)?;
            if let Some(line) = self.line {
                write!(formatter, ":{line}")?;
                if let Some(column) = self.column {
                    write!(formatter, ":{column}")?;
                }
            }
        }
        if let Some(pointer) = self.pointer.as_ref().filter(|pointer| !pointer.is_empty()) {
            write!(formatter, " {pointer}")?;
        }
        Ok(())
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Stable name of the rule, for filters and tests: `unknown-key`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub what: Text,
    /// How to mend it.
    pub mend: Text,
}

impl Problem {
    /// An error.
    pub fn error(code: &'static str, place: Place, what: Text, mend: Text) -> Self {
        Self { code, severity: Severity::Error, place, what, mend }
    }

    /// A warning.
    pub fn warning(code: &'static str, place: Place, what: Text, mend: Text) -> Self {
        Self { code, severity: Severity::Warning, place, what, mend }
    }

    /// One line for a terminal: place, severity, what, mend.
    pub fn line(&self, language: Language) -> String {
        let severity = match (self.severity, language) {
            (Severity::Error, Language::Fr) => "erreur",
            (Severity::Error, Language::En) => "error",
            (Severity::Warning, Language::Fr) => "avertissement",
            (Severity::Warning, Language::En) => "warning",
        };
        let arrow = "→";
        format!(
            "{}: {severity} [{}] {} {arrow} {}",
            self.place,
            self.code,
            self.what.get(language),
            self.mend.get(language)
        )
    }
}
