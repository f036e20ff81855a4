//! What a failure says, in plain words.

use crate::core::i18n::Text;
use crate::core::openapi::schema::quote::{count, quoted};
use serde_json::Value;

/// What a size should be and is: « Il faut au moins 3 caractères, pas 2. »
pub(super) fn size(bound: Bound, needed: &str, found: usize, fr: &str, en: &str) -> Text {
    let needed = count(needed, fr, en);
    let (more_fr, more_en) = bound.words();
    Text::new(
        format!("Il faut {more_fr} {}, pas {found}.", needed.fr),
        format!("{more_en} {} needed, not {found}.", needed.en),
    )
}

/// Which side of a size is bounded.
#[derive(Debug, Clone, Copy)]
pub(super) enum Bound {
    /// A minimum.
    Least,
    /// A maximum.
    Most,
}

impl Bound {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Least => ("au moins", "At least"),
            Self::Most => ("au plus", "At most"),
        }
    }
}

/// The name of a JSON type with its article: « un texte », “a text”.
pub(super) fn type_name(name: &str) -> Text {
    match name {
        "string" => Text::new("un texte", "a text"),
        "integer" => Text::new("un nombre entier", "a whole number"),
        "number" => Text::new("un nombre", "a number"),
        "boolean" => Text::new("vrai ou faux", "true or false"),
        "array" => Text::new("une liste", "a list"),
        "object" => Text::new("un objet", "an object"),
        "null" => Text::new("null", "null"),
        other => quoted(other),
    }
}

/// The type of a value, in the words of [`type_name`].
pub(super) fn type_of(value: &Value) -> Text {
    type_name(match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    })
}

/// A member that must be there.
pub(super) fn missing(name: &str) -> Text {
    let name = quoted(name);
    Text::new(format!("Il manque {}.", name.fr), format!("{} is missing.", name.en))
}

/// A member or an element that the schema has no place for.
pub(super) fn unexpected(name: Option<&str>, position: Option<usize>) -> Text {
    match (name, position) {
        (Some(name), _) => {
            let name = quoted(name);
            Text::new(format!("{} n’est pas prévu.", name.fr), format!("{} is not expected.", name.en))
        }
        (None, Some(index)) => {
            let number = index + 1;
            Text::new(format!("L’élément {number} n’est pas prévu."), format!("Element {number} is not expected."))
        }
        (None, None) => Text::new("Aucune valeur n’est permise ici.", "No value is allowed here."),
    }
}

/// A reference to a document that was not given.
pub(super) fn not_loaded(address: &str) -> Text {
    let address = quoted(address);
    Text::new(
        format!("Le schéma renvoie à {}, un document qui n’a pas été chargé.", address.fr),
        format!("The schema refers to {}, a document that was not loaded.", address.en),
    )
}

/// A reference to a place that does not exist.
pub(super) fn dangling(reference: &str) -> Text {
    let reference = quoted(reference);
    Text::new(
        format!("Le renvoi {} ne mène à rien.", reference.fr),
        format!("The reference {} leads nowhere.", reference.en),
    )
}

/// A schema that refers to itself without going into the value.
pub(super) fn circle(reference: &str) -> Text {
    let reference = quoted(reference);
    Text::new(
        format!("Le schéma tourne en rond\u{202f}: {} ramène à lui-même sans avancer dans la valeur.", reference.fr),
        format!("The schema goes in circles: {} leads back to itself without going into the value.", reference.en),
    )
}

/// Something that is not a schema.
pub(super) fn not_a_schema() -> Text {
    Text::new(
        "Ce n’est pas un schéma\u{202f}: il faut un objet, true ou false.",
        "This is not a schema: an object, true or false is needed.",
    )
}

/// A pattern that cannot be read.
pub(super) fn unreadable_pattern(pattern: &str) -> Text {
    let pattern = quoted(pattern);
    Text::new(
        format!("Le modèle {} n’est pas une expression rationnelle ECMA-262 lisible.", pattern.fr),
        format!("The pattern {} is not a readable ECMA-262 regular expression.", pattern.en),
    )
}

/// The bound on nesting was reached.
pub(super) fn too_deep(most: usize) -> Text {
    Text::new(
        format!("La valeur et son schéma s’emboîtent sur plus de {most} niveaux\u{202f}: vérification arrêtée."),
        format!("The value and its schema nest more than {most} levels deep: the check stopped."),
    )
}

/// The bound on work was reached.
pub(super) fn too_long() -> Text {
    Text::new(
        "La comparaison demande trop de calculs\u{202f}: vérification arrêtée.",
        "The comparison takes too much work: the check stopped.",
    )
}
