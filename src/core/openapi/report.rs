//! What can be wrong with an OpenAPI document whose syntax is right, in words.

use super::document::Document;
use super::reference::Broken;
use super::version::declared;
use crate::core::i18n::Text;
use crate::core::problem::{Problem, Severity};
use serde_json::Value;

/// A problem that has no place yet.
pub(crate) struct Finding {
    code: &'static str,
    severity: Severity,
    what: Text,
    mend: Text,
}

impl Finding {
    pub(crate) fn at(self, document: &Document, pointer: &str) -> Problem {
        let Self { code, severity, what, mend } = self;
        Problem { code, severity, place: document.at(pointer), what, mend }
    }
}

fn error(code: &'static str, what: Text, mend: Text) -> Finding {
    Finding { code, severity: Severity::Error, what, mend }
}

fn warning(code: &'static str, what: Text, mend: Text) -> Finding {
    Finding { code, severity: Severity::Warning, what, mend }
}

/// What is wrong with the document as a whole.
pub(crate) fn of_document(document: &Document) -> Vec<Problem> {
    let value = document.value();
    let declared = declared(value);
    let root = value.as_object();
    match (&declared, document.version()) {
        (None, None) => vec![not_openapi().at(document, "")],
        (Some(version), None) => vec![unknown_version(version).at(document, "")],
        (None, Some(_)) => vec![no_version().at(document, "")],
        (Some(version), Some(_)) => {
            let future = !["2", "3", "3.0", "3.1", "3.2", "2.0"].contains(&version.as_str())
                && !["3.0.", "3.1.", "3.2.", "2.0."].iter().any(|known| version.starts_with(known));
            let key = if root.is_some_and(|root| root.contains_key("openapi")) { "/openapi" } else { "/swagger" };
            if future { vec![unknown_version(version).at(document, key)] } else { Vec::new() }
        }
    }
}

fn not_openapi() -> Finding {
    error(
        "not-openapi",
        Text::new("Ce n’est pas un document OpenAPI.", "This is not an OpenAPI document."),
        Text::new(
            "Il doit commencer par «\u{202f}openapi: 3.1.0\u{202f}» ou une autre version.",
            "It must begin with `openapi: 3.1.0` or another version.",
        ),
    )
}

fn no_version() -> Finding {
    error(
        "openapi-version",
        Text::new("Le document ne dit pas sa version d’OpenAPI.", "The document does not say its version of OpenAPI."),
        Text::new(
            "Ajouter «\u{202f}openapi: 3.1.0\u{202f}», ou «\u{202f}swagger: \"2.0\"\u{202f}».",
            "Add `openapi: 3.1.0`, or `swagger: \"2.0\"`.",
        ),
    )
}

fn unknown_version(version: &str) -> Finding {
    error(
        "openapi-version",
        Text::new(
            format!("La version {version} d’OpenAPI n’est pas connue."),
            format!("Version {version} of OpenAPI is not known."),
        ),
        Text::new("Employer 2.0, 3.0, 3.1 ou 3.2.", "Use 2.0, 3.0, 3.1 or 3.2."),
    )
}

/// What a value should have been.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Expected {
    Text,
    Boolean,
    Object,
    Array,
}

pub(crate) fn wrong_type(expected: Expected, found: &Value) -> Finding {
    let (fr, en) = match expected {
        Expected::Text => ("un texte", "a text"),
        Expected::Boolean => ("true ou false", "true or false"),
        Expected::Object => ("un objet (des clés et des valeurs)", "an object (keys and values)"),
        Expected::Array => ("une liste", "a list"),
    };
    let (found_fr, found_en) = match found {
        Value::Null => ("rien", "nothing"),
        Value::Bool(_) => ("true ou false", "true or false"),
        Value::Number(_) => ("un nombre", "a number"),
        Value::String(_) => ("un texte", "a text"),
        Value::Array(_) => ("une liste", "a list"),
        Value::Object(_) => ("un objet", "an object"),
    };
    error(
        "wrong-type",
        Text::new(
            format!("La valeur est ignorée\u{202f}: {fr} est attendu, il y a {found_fr}."),
            format!("The value is ignored: {en} is expected, there is {found_en}."),
        ),
        Text::new(format!("Écrire {fr}."), format!("Write {en}.")),
    )
}

pub(crate) fn missing(key: &str) -> Finding {
    error(
        "missing-key",
        Text::new(
            format!("«\u{202f}{key}\u{202f}» manque\u{202f}: cette partie est ignorée."),
            format!("`{key}` is missing: this part is ignored."),
        ),
        Text::new(format!("Ajouter «\u{202f}{key}\u{202f}»."), format!("Add `{key}`.")),
    )
}

pub(crate) fn unknown_value(key: &str, value: &str, known: &str) -> Finding {
    error(
        "unknown-value",
        Text::new(
            format!("«\u{202f}{value}\u{202f}» n’est pas une valeur de «\u{202f}{key}\u{202f}»."),
            format!("`{value}` is not a value of `{key}`."),
        ),
        Text::new(format!("Choisir parmi {known}."), format!("Choose among {known}.")),
    )
}

pub(crate) fn reference(written: &str, why: &Broken) -> Finding {
    match why {
        Broken::Document(url) => warning(
            "reference-document",
            Text::new(
                format!("Le renvoi mène à un autre document, qui n’a pas été lu\u{202f}: {url}."),
                format!("The reference leads to another document, which was not read: {url}."),
            ),
            Text::new(
                "Rendre ce document accessible, ou copier ce qu’il décrit dans celui-ci.",
                "Make that document reachable, or copy what it describes into this one.",
            ),
        ),
        Broken::Place => error(
            "reference-broken",
            Text::new(
                format!("Le renvoi «\u{202f}{written}\u{202f}» ne mène à rien."),
                format!("The reference `{written}` leads nowhere."),
            ),
            Text::new(
                "Corriger le renvoi, ou ajouter ce qu’il désigne.",
                "Correct the reference, or add what it designates.",
            ),
        ),
        Broken::Cycle => error(
            "reference-cycle",
            Text::new(
                format!("Le renvoi «\u{202f}{written}\u{202f}» revient à lui-même."),
                format!("The reference `{written}` comes back to itself."),
            ),
            Text::new("Le remplacer par ce qu’il doit désigner.", "Replace it by what it should designate."),
        ),
    }
}

pub(crate) fn duplicate_id(id: &str) -> Finding {
    error(
        "duplicate-operation",
        Text::new(
            format!("Deux opérations ont le même operationId «\u{202f}{id}\u{202f}»."),
            format!("Two operations have the same operationId `{id}`."),
        ),
        Text::new("Donner un nom différent à chacune.", "Give each a name of its own."),
    )
}

pub(crate) fn too_large() -> Finding {
    error(
        "too-large",
        Text::new(
            "Cette partie est démesurée\u{202f}: la suite n’est pas lue.",
            "This part is too large: the rest is not read.",
        ),
        Text::new("La découper.", "Split it."),
    )
}

pub(crate) fn undeclared_path_parameter(name: &str) -> Finding {
    error(
        "path-parameter",
        Text::new(
            format!("Le chemin contient {{{name}}}, qu’aucun paramètre ne décrit."),
            format!("The path holds {{{name}}}, which no parameter describes."),
        ),
        Text::new(
            format!("Ajouter un paramètre «\u{202f}{name}\u{202f}» avec «\u{202f}in: path\u{202f}»."),
            format!("Add a parameter `{name}` with `in: path`."),
        ),
    )
}

pub(crate) fn path_parameter_not_in_path(name: &str) -> Finding {
    error(
        "path-parameter",
        Text::new(
            format!("Le paramètre «\u{202f}{name}\u{202f}» n’est pas dans le chemin."),
            format!("The parameter `{name}` is not in the path."),
        ),
        Text::new(
            format!("Écrire {{{name}}} dans le chemin, ou supprimer le paramètre."),
            format!("Write {{{name}}} in the path, or remove the parameter."),
        ),
    )
}

pub(crate) fn duplicate_parameter(name: &str) -> Finding {
    error(
        "duplicate-parameter",
        Text::new(
            format!("Le paramètre «\u{202f}{name}\u{202f}» est décrit deux fois\u{202f}; le second est ignoré."),
            format!("The parameter `{name}` is described twice; the second is ignored."),
        ),
        Text::new("N’en garder qu’un.", "Keep only one."),
    )
}

pub(crate) fn undeclared_variable(name: &str) -> Finding {
    error(
        "server-variable",
        Text::new(
            format!("L’adresse contient {{{name}}}, qu’aucune variable ne décrit."),
            format!("The address holds {{{name}}}, which no variable describes."),
        ),
        Text::new(
            format!("Ajouter «\u{202f}{name}\u{202f}» à «\u{202f}variables\u{202f}», avec une valeur par défaut."),
            format!("Add `{name}` to `variables`, with a default value."),
        ),
    )
}

pub(crate) fn default_not_in_enum(name: &str) -> Finding {
    warning(
        "server-variable",
        Text::new(
            format!("La valeur par défaut de «\u{202f}{name}\u{202f}» n’est pas parmi ses valeurs."),
            format!("The default value of `{name}` is not among its values."),
        ),
        Text::new("L’ajouter à «\u{202f}enum\u{202f}».", "Add it to `enum`."),
    )
}

pub(crate) fn unknown_scheme(name: &str) -> Finding {
    error(
        "security-scheme",
        Text::new(
            format!("Le moyen d’accès «\u{202f}{name}\u{202f}» n’est décrit nulle part."),
            format!("The security scheme `{name}` is described nowhere."),
        ),
        Text::new(
            format!("Ajouter «\u{202f}{name}\u{202f}» aux «\u{202f}securitySchemes\u{202f}»."),
            format!("Add `{name}` to the `securitySchemes`."),
        ),
    )
}

pub(crate) fn tag_cycle(name: &str) -> Finding {
    error(
        "tag-parent",
        Text::new(
            format!("L’étiquette «\u{202f}{name}\u{202f}» n’a pas de parent utilisable."),
            format!("The tag `{name}` has no usable parent."),
        ),
        Text::new(
            "Nommer une étiquette déclarée, qui ne descend pas d’elle.",
            "Name a declared tag that does not descend from it.",
        ),
    )
}
