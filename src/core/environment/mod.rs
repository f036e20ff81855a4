//! Environments: named sets of variables that stand as `{{name}}` in the texts of a draft and in addresses of servers.
//!
//! A value is put in as it is: references inside values are refused, so nothing grows. Never here: where environments
//! are kept, which one is chosen.

mod file;
#[cfg(test)]
mod tests;

pub use file::{MOST_ENVIRONMENTS, MOST_VARIABLES, Purpose, merge, read, restore_secrets, write};

use super::call::{Content, Draft, Field, ServerChoice};
use super::i18n::Text;
use super::pointer;
use super::problem::{Place, Problem};
use super::request::percent::{self, Set};
use super::request::{Body, PartValue, Request, Secret, SecretPlace, variable_name};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A named set of variables: `test`, `production`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Environment {
    /// Its name, each once.
    pub name: String,
    /// Its variables, each name once; the first where there are several.
    pub variables: Vec<Variable>,
}

/// A variable of an environment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    /// What stands between the braces.
    pub name: String,
    /// What replaces them.
    #[serde(default)]
    pub value: String,
    /// Whether it is masked, and never shared nor exported.
    #[serde(default)]
    pub secret: bool,
}

impl Environment {
    /// The draft with its references replaced, and those that cannot be.
    pub fn apply(&self, draft: &Draft) -> (Draft, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut filled = draft.clone();
        let mut fill = |text: &mut String, place: &str| *text = self.fill(text, place, &mut problems);
        match &mut filled.server {
            ServerChoice::Other(url) => fill(url, "/server"),
            ServerChoice::Listed { variables, .. } => variables.values_mut().for_each(|value| fill(value, "/server")),
        }
        for (key, value) in &mut filled.parameters {
            let place = pointer::child(&pointer::child("", key.location.id()), &key.name);
            each_text(value, |text| fill(text, &place));
        }
        match filled.body.as_mut().map(|body| &mut body.content) {
            Some(Content::Text(text)) => fill(text, "/body"),
            Some(Content::Value(value)) => each_text(value, |text| fill(text, "/body")),
            Some(Content::Fields(fields)) => {
                for (name, field) in fields {
                    if let Field::Value(value) = field {
                        each_text(value, |text| fill(text, &pointer::child("/body", name)));
                    }
                }
            }
            Some(Content::File(_)) | None => {}
        }
        (filled, problems)
    }

    /// A text with its references replaced: of a draft, or the address of a server. A reference that cannot be stays as
    /// it is written, and is a problem at the pointer `place`.
    pub fn fill(&self, text: &str, place: &str, problems: &mut Vec<Problem>) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((name, after)) = after.split_once("}}") else { break };
            let found = self.variables.iter().find(|variable| variable.name == name.trim());
            filled.push_str(before);
            match found {
                Some(variable) if !variable.value.contains("{{") => filled.push_str(&variable.value),
                _ => {
                    let problem = if found.is_some() { nested(name, place) } else { self.unknown(name, place) };
                    if !problems.contains(&problem) {
                        problems.push(problem);
                    }
                    filled.extend(["{{", name, "}}"]);
                }
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The values of secret variables where they stand in a request: to be added to its secrets.
    pub fn secrets(&self, request: &Request) -> Vec<Secret> {
        let mut texts = vec![(SecretPlace::Url, request.url.as_str())];
        texts.extend(request.headers.iter().map(|(name, value)| (SecretPlace::Header(name.clone()), value.as_str())));
        match &request.body {
            Body::Text(text) => texts.push((SecretPlace::Body, text)),
            Body::Form(parts) => texts.extend(parts.iter().filter_map(|part| match &part.value {
                PartValue::Text(text) => Some((SecretPlace::Body, text.as_str())),
                PartValue::File(_) => None,
            })),
            Body::None | Body::Bytes(_) => {}
        }
        let mut secrets: Vec<Secret> = Vec::new();
        for variable in self.variables.iter().filter(|one| one.secret && !one.value.is_empty()) {
            let json = Value::from(variable.value.as_str()).to_string();
            let forms = [
                variable.value.clone(),
                json.get(1..json.len() - 1).unwrap_or_default().to_owned(),
                percent::encode(&variable.value, Set::Unreserved),
                percent::encode_form(&variable.value),
            ];
            for (place, text) in &texts {
                for value in forms.iter().filter(|form| text.contains(form.as_str())) {
                    let variable = variable_name(&variable.name);
                    let secret = Secret { variable, place: place.clone(), value: value.clone() };
                    if !secrets.contains(&secret) {
                        secrets.push(secret);
                    }
                }
            }
        }
        secrets
    }

    fn unknown(&self, name: &str, place: &str) -> Problem {
        let environment = &self.name;
        let what = Text::new(
            format!("L’environnement «\u{202f}{environment}\u{202f}» n’a pas de variable «\u{202f}{name}\u{202f}»."),
            format!("The environment `{environment}` has no variable `{name}`."),
        );
        let mend = Text::new(
            "Ajoutez-la à l’environnement, ou choisissez-en un autre.",
            "Add it to the environment, or choose another one.",
        );
        Problem::error("unknown-variable", Place::default().at_pointer(place), what, mend)
    }
}

fn nested(name: &str, place: &str) -> Problem {
    let what = Text::new(
        format!("La valeur de «\u{202f}{name}\u{202f}» renvoie elle-même à une variable, ce qui n’est pas suivi."),
        format!("The value of `{name}` refers to a variable itself, which is not followed."),
    );
    let mend = Text::new("Écrivez sa valeur en toutes lettres.", "Write its value in full.");
    Problem::error("nested-variable", Place::default().at_pointer(place), what, mend)
}

/// Calls `change` with each text of a value, names of members apart.
fn each_text(value: &mut Value, mut change: impl FnMut(&mut String)) {
    let mut stack = vec![value];
    while let Some(value) = stack.pop() {
        match value {
            Value::String(text) => change(text),
            Value::Array(items) => stack.extend(items),
            Value::Object(members) => stack.extend(members.values_mut()),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}
