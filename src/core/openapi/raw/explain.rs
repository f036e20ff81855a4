//! What is wrong with JSON, in the words of somebody who writes documents.

use super::place::positions;
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde_json::Error;

/// Whether a document was refused because of its nesting.
pub(super) fn is_depth(error: &Error) -> bool {
    error.to_string().starts_with("recursion limit")
}

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

/// Explains why `text` is no JSON.
pub(super) fn error(error: &Error, text: &str, file: &str) -> Problem {
    let line = u32::try_from(error.line()).unwrap_or(u32::MAX).max(1);
    let written = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The parser counts bytes, editors count characters.
    let before = written.char_indices().take_while(|(offset, _)| *offset < error.column().saturating_sub(1)).count();
    let column = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
    let place = Place { line: Some(line), column: Some(column), ..Place::file(file) };
    if is_depth(error) {
        return Problem::error(
            "json-depth",
            place,
            Text::new("Les valeurs sont trop imbriquées.", "Values are nested too deeply."),
            Text::new("Ne pas dépasser 127 niveaux.", "Nest at most 127 levels."),
        );
    }
    let (what, mend) = texts(error);
    Problem::error("json-syntax", place, what, mend)
}

fn texts(error: &Error) -> (Text, Text) {
    let message = error.to_string();
    let has = |part: &str| message.contains(part);
    if error.is_eof() {
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
