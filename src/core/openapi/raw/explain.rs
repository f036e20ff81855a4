//! What is wrong with JSON, in the words of somebody who writes documents.

use super::parse::End;
use super::place::positions;
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde::de::IgnoredAny;
use serde_json::{Error, Value};

/// Comments or trailing commas were read all the same.
pub(super) fn extended(offset: usize, text: &str, file: &str) -> Problem {
    let (line, column) = positions(text, &[offset]).first().copied().unwrap_or((1, 1));
    let place = Place { line: Some(line), column: Some(column), ..Place::file(file) };
    Problem::warning(
        "json-extended",
        place,
        Text::new(
            "Le JSON contient des commentaires ou des virgules finales, que peu d’outils acceptent.",
            "The JSON holds comments or trailing commas, which few tools accept.",
        ),
        Text::new("Les supprimer, ou enregistrer le document en YAML.", "Remove them, or save the document as YAML."),
    )
}

/// Explains why `text` is no JSON; reading it ended in `end`.
pub(super) fn error(text: &str, end: End, file: &str) -> Problem {
    let (error, place) = match mistake(text) {
        Some(error) => {
            let place = place(&error, text, file);
            (Some(error), place)
        }
        // What only one of the two readers refuses.
        None => {
            let offset = if let End::Mistake(offset) = end { offset } else { 0 };
            let error = serde_json::from_str::<Value>(text.get(offset..).unwrap_or_default()).err();
            let (line, column) = positions(text, &[offset]).first().copied().unzip();
            (error, Place { line, column, ..Place::file(file) })
        }
    };
    let (what, mend) = texts(error.as_ref());
    Problem::error("json-syntax", place, what, mend)
}

/// The first mistake, whatever the nesting.
fn mistake(text: &str) -> Option<Error> {
    let error = serde_json::from_str::<Value>(text).err()?;
    if error.to_string().starts_with("recursion limit") {
        return serde_json::from_str::<IgnoredAny>(text).err();
    }
    Some(error)
}

fn place(error: &Error, text: &str, file: &str) -> Place {
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX).max(1);
    let written = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The parser counts bytes, editors count characters.
    let before = written.char_indices().take_while(|(offset, _)| *offset < error.column().saturating_sub(1)).count();
    let column = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
    Place { line: Some(line), column: Some(column), ..Place::file(file) }
}

fn texts(error: Option<&Error>) -> (Text, Text) {
    let message = error.map(ToString::to_string).unwrap_or_default();
    let has = |part: &str| message.contains(part);
    if error.is_some_and(Error::is_eof) {
        (
            Text::new("Le document s’arrête avant sa fin.", "The document stops before its end."),
            Text::new(
                "Le télécharger à nouveau, ou refermer l’accolade, le crochet ou le guillemet qui manque.",
                "Download it again, or close the brace, bracket or quote that is missing.",
            ),
        )
    } else if has("trailing characters") {
        (
            Text::new("Du texte suit la fin du document.", "Text follows the end of the document."),
            Text::new(
                "Supprimer ce texte, ou l’accolade qui ferme trop tôt.",
                "Remove that text, or the brace that closes too early.",
            ),
        )
    } else if has("key must be a string") {
        (
            Text::new("Une clé n’est pas entre guillemets droits.", "A key is not in quotes."),
            Text::new("Écrire \"clé\": valeur.", "Write \"key\": value."),
        )
    } else if has("control character") {
        (
            Text::new(
                "Un texte contient un retour à la ligne ou une tabulation.",
                "A text holds a line break or a tab.",
            ),
            Text::new("Écrire \\n ou \\t à la place.", "Write \\n or \\t instead."),
        )
    } else if has("expected `,`") || has("expected `:`") || has("trailing comma") {
        (
            Text::new(
                "Une virgule ou un deux-points manque ou est en trop.",
                "A comma or a colon is missing or in excess.",
            ),
            Text::new("Comparer cette ligne et la précédente.", "Compare this line and the one before."),
        )
    } else if has("escape") || has("surrogate") {
        (
            Text::new("Une barre oblique inverse gêne dans un texte.", "A backslash is in the way in a text."),
            Text::new("Écrire \\\\ pour une barre.", "Write \\\\ for a backslash."),
        )
    } else {
        let detail = message.split(" at line ").next().unwrap_or_default().to_owned();
        (
            Text::new(format!("Le JSON est illisible ({detail})."), format!("The JSON cannot be read ({detail}).")),
            Text::new("Corriger cette ligne ou la précédente.", "Correct this line or the one before."),
        )
    }
}
