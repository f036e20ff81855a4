//! `catalogue openapi …`: the engine over files and lines, so that anyone can check it from outside.
//!
//! It reads files and the standard input, and writes JSON. Never here: what documents and schemas mean, any network.

mod files;
mod lines;
mod outline;
mod samples;
mod validate;

use crate::core::i18n::{Language, Text};
use std::path::PathBuf;

/// What is asked of the engine.
pub(super) enum Command {
    /// Which commands there are.
    Help,
    /// What a document contains.
    Outline(PathBuf),
    /// Values made from schemas, a line each.
    Samples,
    /// Values against schemas, a line each.
    Validate,
}

impl Command {
    /// The command these words name; nothing when they name none.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        match words {
            ["outline", file] => Some(Self::Outline(PathBuf::from(file))),
            ["samples"] => Some(Self::Samples),
            ["validate"] => Some(Self::Validate),
            _ => None,
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
        Command::Samples => {
            lines::answer(language, samples::answer);
            Ok(true)
        }
        Command::Validate => {
            lines::answer(language, |case| validate::answer(case, language));
            Ok(true)
        }
    }
}

/// What each command takes and gives.
pub(super) fn help() -> Text {
    Text::new(
        "Usage : catalogue openapi COMMANDE\n\n  outline FICHIER  ce que contient un document OpenAPI (2.0 à 3.2, JSON ou YAML), en JSON :\n                   version, title, apiVersion, servers, operations, problems\n  samples          lit un cas JSON par ligne sur l’entrée standard :\n                   {id, schema, doc?, direction?: \"request\"|\"response\", mediaType?,\n                   variant?: \"full\"|\"minimal\", seed?}\n                   et répond {id, sample}, un texte hors JSON, ou {id, error}\n  validate         lit un cas JSON par ligne sur l’entrée standard :\n                   {id, schema, doc?, dialect?: \"3.0\"|\"draft4\"|\"2020-12\", instance}\n                   et répond {id, valid, errors: [{instance, schema, message}]}, ou {id, error}\n\nUn doc est un document, ou le chemin d’un fichier. Rien n’est demandé au réseau.\nCode de sortie : 0 sans erreur, 1 erreurs dans le document, 2 mauvais usage ou fichier illisible.\n",
        "Usage: catalogue openapi COMMAND\n\n  outline FILE     what an OpenAPI document contains (2.0 to 3.2, JSON or YAML), as JSON:\n                   version, title, apiVersion, servers, operations, problems\n  samples          reads a JSON case per line of the standard input:\n                   {id, schema, doc?, direction?: \"request\"|\"response\", mediaType?,\n                   variant?: \"full\"|\"minimal\", seed?}\n                   and answers {id, sample}, a text unless JSON, or {id, error}\n  validate         reads a JSON case per line of the standard input:\n                   {id, schema, doc?, dialect?: \"3.0\"|\"draft4\"|\"2020-12\", instance}\n                   and answers {id, valid, errors: [{instance, schema, message}]}, or {id, error}\n\nA doc is a document, or the path of a file. Nothing is asked of the network.\nExit code: 0 no error, 1 errors in the document, 2 wrong usage or unreadable file.\n",
    )
}
