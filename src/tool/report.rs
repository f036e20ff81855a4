//! Listing problems: for a person, for a program, for GitHub.

use crate::core::i18n::{Language, Text};
use crate::core::problem::{Problem, Severity};
use serde_json::json;
use std::io::Write;
use std::path::Path;

/// How problems are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// One line each, then a count.
    Text,
    /// One array.
    Json,
    /// Annotations of GitHub Actions.
    Github,
}

impl Format {
    /// Their names.
    pub(super) const NAMES: &[&str] = &["text", "json", "github"];

    pub(super) fn parse(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            "github" => Some(Self::Github),
            _ => None,
        }
    }
}

/// Lists `problems` of the content in `folder`; says whether it is clean (no error; with `strict`, no warning either).
pub(super) fn report(problems: &[Problem], folder: &Path, format: Format, strict: bool, language: Language) -> bool {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    match format {
        Format::Text => {
            problems.iter().for_each(|problem| say(&problem.line(language)));
            let count = Text::new(
                format!("{errors} erreur(s), {warnings} avertissement(s)"),
                format!("{errors} error(s), {warnings} warning(s)"),
            );
            say(count.get(language));
        }
        Format::Json => {
            let rows: Vec<_> = problems.iter().map(|problem| row(problem, language)).collect();
            say(&format!("{:#}", json!(rows)));
        }
        Format::Github => problems.iter().for_each(|problem| say(&annotation(problem, folder, language))),
    }
    errors == 0 && (!strict || warnings == 0)
}

/// Writes lines on the standard output. A reader that has gone (`catalogue check | head`) has had enough: no failure.
pub(super) fn say(lines: &str) {
    let _ = writeln!(std::io::stdout(), "{}", lines.trim_end());
}

/// Writes lines on the standard error.
pub(super) fn warn(lines: &str) {
    let _ = writeln!(std::io::stderr(), "{}", lines.trim_end());
}

/// A problem as a JSON object, in one language.
pub(super) fn row(problem: &Problem, language: Language) -> serde_json::Value {
    json!({
        "code": problem.code,
        "severity": problem.severity.id(),
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "pointer": problem.place.pointer,
        "message": problem.what.get(language),
        "mend": problem.mend.get(language),
    })
}

/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
pub(super) fn annotation(problem: &Problem, folder: &Path, language: Language) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    // GitHub looks for files from the root of the repository, where commands run.
    let file = folder.join(problem.place.file.as_deref().unwrap_or_default()).display().to_string();
    format!(
        "::{} file={},line={},title={}::{} {}",
        problem.severity.id(),
        property(file.trim_start_matches("./")),
        problem.place.line.unwrap_or(1),
        property(problem.code),
        escape(problem.what.get(language)),
        escape(problem.mend.get(language)),
    )
}
