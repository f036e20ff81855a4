//! `openapi snippet`: the call of an operation, as code to copy.

use super::files::{self, Files};
use super::requests::no_operation;
use crate::core::call::{Content, Draft, DraftBody, Given, ParameterKey, ServerChoice, example, request};
use crate::core::i18n::{Language, Text};
use crate::core::openapi::{Operation, OperationEntry};
use crate::core::problem::Severity;
use crate::core::request::snippet::{Redaction, Target, snippet};
use crate::tool::report::say;
use serde_json::Value;
use std::path::PathBuf;

/// What is asked.
pub(in crate::tool) struct Asked {
    file: PathBuf,
    operation: String,
    options: Vec<(String, String)>,
}

impl Asked {
    /// The snippet of an operation of a file.
    pub(super) fn new(file: &str, operation: &str, options: &[(String, String)]) -> Self {
        Self { file: PathBuf::from(file), operation: operation.to_owned(), options: options.to_vec() }
    }

    fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Names and values of an option that is written `--set name=value`.
    fn pairs(&self, name: &str) -> Result<Vec<(&str, &str)>, Text> {
        let written = self.options.iter().filter(|(other, _)| other == name);
        written.map(|(_, value)| value.split_once('=').ok_or_else(|| no_pair(name, value))).collect()
    }
}

/// Writes the snippet; what keeps the call from being right goes to the standard error.
pub(super) fn run(asked: &Asked, language: Language) -> Result<bool, Text> {
    let name = asked.option("target").ok_or_else(|| unknown_target(""))?;
    let target = Target::parse(name).ok_or_else(|| unknown_target(name))?;
    let (document, _) = files::read(&asked.file)?;
    let others = Files::beside(&document);
    let (entries, _) = document.operations(&others);
    let is_asked = |entry: &&OperationEntry<'_>| {
        let place = format!("{} {}", entry.method, entry.path);
        entry.id.as_str() == asked.operation || place.eq_ignore_ascii_case(&asked.operation)
    };
    let entry = entries.iter().find(is_asked).ok_or_else(no_operation)?;
    let (operation, _) = document.open(entry, &others);
    let draft = example(&operation, &draft(&operation, asked)?, &others);
    let (request, problems) = request(&operation, &draft, &others);
    for problem in &problems {
        eprintln!("{}", problem.line(language));
    }
    let redaction = if asked.option("show-secrets").is_some() { Redaction::Shown } else { Redaction::Variables };
    say(snippet(target, &request, redaction).trim_end());
    Ok(problems.iter().all(|problem| problem.severity != Severity::Error))
}

/// What the options fill in.
fn draft(operation: &Operation<'_>, asked: &Asked) -> Result<Draft, Text> {
    let mut draft = Draft::default();
    for (name, value) in asked.pairs("set")? {
        let is_named = |key: &ParameterKey| key.name == name || format!("{}.{}", key.location.id(), key.name) == name;
        let keys: Vec<ParameterKey> =
            operation.parameters.iter().map(ParameterKey::of).filter(|key| is_named(key)).collect();
        if keys.is_empty() {
            return Err(no_parameter(name, operation));
        }
        for key in keys {
            let given = draft.parameters.remove(&key);
            // The same name again adds to a list.
            let value = match given {
                None => Value::from(value),
                Some(Value::Array(mut items)) => {
                    items.push(Value::from(value));
                    Value::Array(items)
                }
                Some(first) => Value::Array(vec![first, Value::from(value)]),
            };
            draft.parameters.insert(key, value);
        }
    }
    for (name, value) in asked.pairs("auth")? {
        draft.credentials.insert(name.to_owned(), Given::Value(value.to_owned()));
    }
    if let Some(server) = asked.option("server") {
        draft.server = ServerChoice::Other(server.to_owned());
    }
    if let Some(body) = asked.option("body") {
        let text = match body.strip_prefix('@') {
            Some(path) => std::fs::read_to_string(path).map_err(|error| files::unreadable(path, &error))?,
            None => body.to_owned(),
        };
        let media_type = asked.option("content-type").map(str::to_owned);
        draft.body = Some(DraftBody { media_type, content: Content::Value(Value::from(text)) });
    }
    Ok(draft)
}

fn unknown_target(name: &str) -> Text {
    let known = Target::ALL.map(Target::id).join(", ");
    Text::new(
        format!("La cible «\u{202f}{name}\u{202f}» n’est pas connue. Choisissez --target parmi {known}."),
        format!("The target `{name}` is not known. Choose --target among {known}."),
    )
}

fn no_pair(option: &str, value: &str) -> Text {
    Text::new(
        format!("--{option} attend NOM=VALEUR, non «\u{202f}{value}\u{202f}»."),
        format!("--{option} takes NAME=VALUE, not `{value}`."),
    )
}

fn no_parameter(name: &str, operation: &Operation<'_>) -> Text {
    let known: Vec<&str> = operation.parameters.iter().map(|parameter| parameter.name).collect();
    let known = known.join(", ");
    Text::new(
        format!("L’opération n’a pas de paramètre «\u{202f}{name}\u{202f}». Elle a\u{202f}: {known}."),
        format!("The operation has no parameter `{name}`. It has: {known}."),
    )
}
