//! Environments as JSON: kept by the browser, exported to a file, read back with whatever a hand did to it.
//!
//! Never here: reading or writing the file itself.

use super::{Environment, Variable};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde::Deserialize;
use serde_json::{Value, json};

const VERSION: u64 = 1;
/// The longest file that is read, in bytes.
const MOST_BYTES: usize = 1_000_000;
/// How many environments are kept.
pub const MOST_ENVIRONMENTS: usize = 50;
/// How many variables an environment has.
pub const MOST_VARIABLES: usize = 200;

/// What environments are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The tab of this person, which keeps the values of secret variables too.
    Keep,
    /// Someone else: secret variables have no value.
    Export,
}

/// Environments as a JSON text.
pub fn write(environments: &[Environment], purpose: Purpose) -> String {
    let mut environments = environments.to_vec();
    let variables = environments.iter_mut().flat_map(|environment| &mut environment.variables);
    for variable in variables.filter(|variable| variable.secret && purpose == Purpose::Export) {
        variable.value.clear();
    }
    let mut text = json!({"version": VERSION, "environments": environments}).to_string();
    text.push('\n');
    text
}

/// The environments of a JSON text, those that can be read.
pub fn read(text: &str) -> (Vec<Environment>, Vec<Problem>) {
    if text.len() > MOST_BYTES {
        return (Vec::new(), vec![unreadable("1\u{202f}Mo", "1 MB")]);
    }
    let document: Value = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => {
            let detail = error.to_string();
            return (Vec::new(), vec![unreadable(&detail, &detail)]);
        }
    };
    let list = document.get("environments").and_then(Value::as_array);
    let Some(list) = list.filter(|_| document.get("version").and_then(Value::as_u64) == Some(VERSION)) else {
        return (Vec::new(), vec![unreadable("version, environments", "version, environments")]);
    };
    let (mut environments, mut problems) = (Vec::new(), Vec::new());
    for (index, one) in list.iter().enumerate() {
        match Environment::deserialize(one) {
            Ok(environment) if index < MOST_ENVIRONMENTS => merge(&mut environments, vec![environment]),
            Ok(_) => problems.push(skipped(index, &format!("> {MOST_ENVIRONMENTS}"))),
            Err(error) => problems.push(skipped(index, &error.to_string())),
        }
    }
    (environments, problems)
}

/// Adds `others` to `environments`: the same name is the same environment, whose variables of the same name take the
/// other's value. A secret that comes without value keeps the one it had; one that is secret on either side stays so.
pub fn merge(environments: &mut Vec<Environment>, others: Vec<Environment>) {
    for other in others {
        let at = environments.iter().position(|one| one.name == other.name).unwrap_or(environments.len());
        if at == environments.len() {
            if at == MOST_ENVIRONMENTS {
                return;
            }
            environments.push(Environment { name: other.name, variables: Vec::new() });
        }
        let Some(environment) = environments.get_mut(at) else { return };
        for variable in other.variables {
            merge_variable(&mut environment.variables, variable);
        }
    }
}

/// Gives secret variables without value the one that `held` has for them.
pub fn restore_secrets(environments: &mut [Environment], held: &[Environment]) {
    for environment in environments {
        let Some(known) = held.iter().find(|one| one.name == environment.name) else { continue };
        for variable in environment.variables.iter_mut().filter(|one| one.secret && one.value.is_empty()) {
            if let Some(known) = known.variables.iter().find(|one| one.secret && one.name == variable.name) {
                variable.value.clone_from(&known.value);
            }
        }
    }
}

fn merge_variable(variables: &mut Vec<Variable>, other: Variable) {
    if let Some(known) = variables.iter_mut().find(|one| one.name == other.name) {
        if !(other.secret && other.value.is_empty()) {
            known.value = other.value;
        }
        known.secret |= other.secret;
        return;
    }
    if variables.len() < MOST_VARIABLES {
        variables.push(other);
    }
}

fn unreadable(fr: &str, en: &str) -> Problem {
    let what = Text::new(
        format!("Ce fichier n’est pas un fichier d’environnements lisible ({fr})."),
        format!("This file is not a readable file of environments ({en})."),
    );
    let mend = Text::new(
        "Choisissez un fichier exporté d’ici, ou corrigez celui-ci\u{202f}: rien n’a été changé.",
        "Choose a file exported from here, or mend this one: nothing was changed.",
    );
    Problem::error("environments-unreadable", Place::default(), what, mend)
}

fn skipped(index: usize, detail: &str) -> Problem {
    let what = Text::new(
        format!("L’environnement n°\u{a0}{} du fichier n’est pas repris ({detail}).", index + 1),
        format!("The environment number {} of the file is passed over ({detail}).", index + 1),
    );
    let mend = Text::new(
        "Corrigez-le dans le fichier, puis importez-le à nouveau.",
        "Mend it in the file, then import it again.",
    );
    let place = Place::default().at_pointer(format!("/environments/{index}"));
    Problem::warning("environment-skipped", place, what, mend)
}
