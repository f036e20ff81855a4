//! `catalogue openapi …`: the engine over files and lines, so that anyone can check it from outside.
//!
//! It reads files and the standard input, and writes JSON (`diff` and `snippet` write for people). Never here: what
//! documents and schemas mean, any network.

mod diff;
mod files;
mod lines;
mod outline;
mod requests;
mod samples;
mod snippet;
mod validate;

use crate::core::i18n::{Language, Text};
use std::path::PathBuf;

/// The options of `snippet`, each with whether it takes a value.
pub(super) const OPTIONS: [(&str, bool); 7] = [
    ("target", true),
    ("set", true),
    ("body", true),
    ("content-type", true),
    ("server", true),
    ("auth", true),
    ("show-secrets", false),
];

/// What is asked of the engine.
pub(super) enum Command {
    /// Which commands there are.
    Help,
    /// What a document contains.
    Outline(PathBuf),
    /// Requests made from what a person would fill in, a line each.
    Requests,
    /// The call of an operation, as code.
    Snippet(snippet::Asked),
    /// Values made from schemas, a line each.
    Samples,
    /// Values against schemas, a line each.
    Validate,
    /// What changes from a document to another.
    Diff { old: PathBuf, new: PathBuf, format: diff::Format },
}

impl Command {
    /// The command these words name, with its own options; nothing when they name none.
    pub(super) fn parse(words: &[&str], options: &[(String, String)]) -> Option<Self> {
        match words {
            ["snippet", file, operation] => Some(Self::Snippet(snippet::Asked::new(file, operation, options))),
            ["requests"] => Some(Self::Requests),
            ["outline", file] => Some(Self::Outline(PathBuf::from(file))),
            ["samples"] => Some(Self::Samples),
            ["validate"] => Some(Self::Validate),
            ["diff", old, new] => {
                Some(Self::Diff { old: PathBuf::from(old), new: PathBuf::from(new), format: diff::Format::default() })
            }
            _ => None,
        }
    }

    /// Chooses the format called `name`; the names there are when it is none of them.
    pub(super) fn choose_format(&mut self, name: &str) -> Result<(), &'static [&'static str]> {
        match self {
            Self::Diff { format, .. } => {
                *format = diff::Format::parse(name).ok_or(diff::Format::NAMES)?;
                Ok(())
            }
            Self::Help | Self::Outline(_) | Self::Requests | Self::Snippet(_) | Self::Samples | Self::Validate => {
                Err(&[])
            }
        }
    }
}

/// Runs a command; says whether what it read was without errors. `Err` when it could not begin.
pub(super) fn run(command: &Command, language: Language) -> Result<bool, Text> {
    match command {
        Command::Help => {
            super::report::say(help().get(language));
            Ok(true)
        }
        Command::Outline(file) => outline::run(file, language),
        Command::Snippet(asked) => snippet::run(asked, language),
        Command::Requests => {
            let mut requests = requests::Requests::default();
            lines::answer(language, |case| requests.answer(case, language));
            Ok(true)
        }
        Command::Samples => {
            lines::answer(language, samples::answer);
            Ok(true)
        }
        Command::Validate => {
            lines::answer(language, |case| validate::answer(case, language));
            Ok(true)
        }
        Command::Diff { old, new, format } => diff::run(old, new, *format, language),
    }
}

/// What each command takes and gives.
pub(super) fn help() -> Text {
    Text::new(include_str!("../help/openapi.fr.txt"), include_str!("../help/openapi.en.txt"))
}
