//! `catalogue openapi …`: the engine over files and lines, so that anyone can check it from outside.
//!
//! It reads files and the standard input, and writes JSON (`diff`: also for people). Never here: what documents and schemas mean, any network.

mod diff;
mod files;
mod lines;
mod outline;
mod validate;

use crate::core::i18n::{Language, Text};
use std::path::PathBuf;

/// What is asked of the engine.
pub(super) enum Command {
    /// Which commands there are.
    Help,
    /// What a document contains.
    Outline(PathBuf),
    /// Values against schemas, a line each.
    Validate,
    /// What changes from a document to another.
    Diff { old: PathBuf, new: PathBuf, format: diff::Format },
}

impl Command {
    /// The command these words name; nothing when they name none.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        match words {
            ["outline", file] => Some(Self::Outline(PathBuf::from(file))),
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
            Self::Help | Self::Outline(_) | Self::Validate => Err(&[]),
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
        Command::Validate => {
            lines::answer(language, |case| validate::answer(case, language));
            Ok(true)
        }
        Command::Diff { old, new, format } => diff::run(old, new, *format, language),
    }
}

/// What each command takes and gives.
pub(super) fn help() -> Text {
    Text::new(
        "Usage : catalogue openapi COMMANDE\n\n  outline FICHIER  ce que contient un document OpenAPI (2.0 à 3.2, JSON ou YAML), en JSON :\n                   version, title, apiVersion, servers, operations, problems\n  validate         lit un cas JSON par ligne sur l’entrée standard :\n                   {id, schema, doc?, dialect?: \"3.0\"|\"draft4\"|\"2020-12\", instance}\n                   et répond {id, valid, errors: [{instance, schema, message}]}, ou {id, error}\n  diff ANCIEN NOUVEAU [--format text|json|markdown]\n                   ce qui change d’un document à l’autre, et si cela casse des clients ; en JSON :\n                   [{kind, impact: breaking|compatible|note, method, path, old, new, message}]\n\nUn doc est un document, ou le chemin d’un fichier. Rien n’est demandé au réseau.\nCode de sortie : 0 sans erreur, 1 erreurs dans le document ou changement incompatible, 2 mauvais usage ou fichier illisible.\n",
        "Usage: catalogue openapi COMMAND\n\n  outline FILE     what an OpenAPI document contains (2.0 to 3.2, JSON or YAML), as JSON:\n                   version, title, apiVersion, servers, operations, problems\n  validate         reads a JSON case per line of the standard input:\n                   {id, schema, doc?, dialect?: \"3.0\"|\"draft4\"|\"2020-12\", instance}\n                   and answers {id, valid, errors: [{instance, schema, message}]}, or {id, error}\n  diff OLD NEW [--format text|json|markdown]\n                   what changes from a document to another, and whether it breaks clients; as JSON:\n                   [{kind, impact: breaking|compatible|note, method, path, old, new, message}]\n\nA doc is a document, or the path of a file. Nothing is asked of the network.\nExit code: 0 no error, 1 errors in the document or a breaking change, 2 wrong usage or unreadable file.\n",
    )
}
