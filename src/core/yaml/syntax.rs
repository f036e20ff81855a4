//! The parser's syntax errors in the words of somebody who writes content.

use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use saphyr_parser::ScanError;

/// Explains `error`, found in `source`, which begins at `first_line` of `file`.
pub(super) fn explain(error: &ScanError, source: &str, file: &str, first_line: u32) -> Problem {
    let marker = error.marker();
    let number = marker.line().max(1);
    let line = source.lines().nth(number - 1).unwrap_or_default();
    let (what, mend) = texts(error.info(), line);
    let mut place = Place::file(file).at_line(u32::try_from(number).unwrap_or(u32::MAX).saturating_add(first_line - 1));
    place.column = u32::try_from(marker.col() + 1).ok();
    Problem::error("yaml-syntax", place, what, mend)
}

fn texts(info: &str, line: &str) -> (Text, Text) {
    let indentation = &line[..line.len() - line.trim_start().len()];
    let has = |part: &str| info.contains(part);
    if indentation.contains('\t') || has("tab") {
        (
            Text::new("Une tabulation sert de retrait.", "A tab is used as indentation."),
            Text::new("Remplacer les tabulations par des espaces.", "Replace tabs by spaces."),
        )
    } else if invisible_separator(line, indentation) {
        (
            Text::new(
                "Une espace insécable ou un caractère invisible remplace une espace du YAML.",
                "A no-break space or an invisible character stands where YAML wants a space.",
            ),
            Text::new(
                "Retaper les espaces du début de la ligne et celle qui suit « : » ou « - ».",
                "Type again the spaces at the start of the line and the one after `:` or `-`.",
            ),
        )
    } else if has("mapping values are not allowed") || has("illegal placement of ':'") {
        (
            Text::new(
                "Un deux-points suivi d’une espace coupe un texte sans guillemets.",
                "A colon followed by a space cuts a text that has no quotes.",
            ),
            Text::new("Mettre tout le texte entre guillemets droits : \"…\".", "Put the whole text in quotes: \"…\"."),
        )
    } else if has("unexpected end of stream") || has("invalid indentation in quoted scalar") {
        (
            Text::new("Un guillemet n’est jamais refermé.", "A quote is never closed."),
            Text::new(
                "Ajouter le guillemet manquant à la fin du texte.",
                "Add the missing quote at the end of the text.",
            ),
        )
    } else if has("trailing content after double-quoted") || has("unknown escape") {
        (
            Text::new(
                "Un guillemet droit ou une barre oblique inverse gêne dans un texte entre guillemets.",
                "A quote or a backslash is in the way inside a quoted text.",
            ),
            Text::new(
                "Écrire \\\" pour un guillemet et \\\\ pour une barre.",
                "Write \\\" for a quote and \\\\ for a backslash.",
            ),
        )
    } else if has("unexpected character") {
        (
            Text::new(
                "Une valeur commence par un caractère réservé du YAML (@, ` ou %).",
                "A value starts with a character YAML reserves (@, ` or %).",
            ),
            Text::new("Mettre la valeur entre guillemets droits.", "Put the value in quotes."),
        )
    } else if has("unknown anchor") {
        (
            Text::new(
                "Un renvoi (*nom) ne correspond à aucune ancre (&nom).",
                "An alias (*name) matches no anchor (&name).",
            ),
            Text::new(
                "Définir l’ancre plus haut, ou mettre le texte entre guillemets s’il commence par une étoile.",
                "Define the anchor above, or quote the text if it starts with an asterisk.",
            ),
        )
    } else if has("recursion limit") {
        (
            Text::new("Trop de crochets ou d’accolades sont imbriqués.", "Too many brackets or braces are nested."),
            Text::new("Vérifier qu’ils sont tous refermés.", "Check that all of them are closed."),
        )
    } else if has("flow mapping") || has("flow sequence") || has("bracket") {
        (
            Text::new(
                "Une virgule, un crochet ou une accolade manque ou est en trop.",
                "A comma, a bracket or a brace is missing or in excess.",
            ),
            Text::new(
                "Comparer les signes [ ] { } et les virgules de cette valeur.",
                "Compare the [ ] { } and commas of this value.",
            ),
        )
    } else if has("simple key") || has("expected key") || has("'-' indicator") || has("indentation") {
        (
            Text::new(
                "Une ligne « clé: valeur » ou « - élément » était attendue.",
                "A line `key: value` or `- item` was expected.",
            ),
            Text::new(
                "Vérifier le deux-points suivi d’une espace et le retrait de cette ligne et de la précédente.",
                "Check the colon followed by a space, and the indentation of this line and of the one before.",
            ),
        )
    } else {
        (
            Text::new(format!("Le YAML est illisible ({info})."), format!("The YAML cannot be read ({info}).")),
            Text::new("Corriger cette ligne ou la précédente.", "Correct this line or the one before."),
        )
    }
}

/// Whether a space that YAML needs is another character: in the indentation, or after the first `:` or `-`.
fn invisible_separator(line: &str, indentation: &str) -> bool {
    let invisible = |character: char| matches!(character, '\u{a0}' | '\u{200b}' | '\u{202f}' | '\u{2007}' | '\u{feff}');
    let after = |sign: char| line.split_once(sign).is_some_and(|(_, rest)| rest.starts_with(invisible));
    indentation.contains(invisible) || line.trim_start().starts_with(invisible) || after(':') || after('-')
}
