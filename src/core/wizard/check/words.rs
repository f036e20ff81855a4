//! Sentences that several findings share.

use crate::core::i18n::wizard::{column, help};
use crate::core::i18n::{Language, Text};
use crate::core::wizard::questions::{Kind, Question};

/// The label of a question, between quotation marks.
pub(super) fn label(question: Question) -> Text {
    Text::new(
        format!("«\u{202f}{}\u{202f}»", help(question, Language::Fr).label),
        format!("“{}”", help(question, Language::En).label),
    )
}

/// The place of a cell: `« Limites d’appels », ligne 2, « Par »`.
pub(super) fn cell(question: Question, row: usize, id: &str) -> Text {
    let Text { fr, en } = label(question);
    let (head_fr, head_en) = (column(question, id, Language::Fr), column(question, id, Language::En));
    let number = row + 1;
    Text::new(format!("{fr}, ligne {number}, «\u{202f}{head_fr}\u{202f}»"), format!("{en}, row {number}, “{head_en}”"))
}

/// What a kind of field wants.
pub(super) fn wanted(kind: Kind) -> Text {
    match kind {
        Kind::Url => Text::new("Écrivez une adresse complète, https://….", "Write a whole address, https://…."),
        Kind::Email | Kind::Emails => {
            Text::new("Écrivez une seule adresse, equipe@domaine.fr.", "Write one address, team@domain.org.")
        }
        Kind::Date => Text::new("Écrivez une date, 31/12/2026.", "Write a date, 2026-12-31."),
        Kind::Percent => Text::new("Écrivez un nombre de 0 à 100.", "Write a number from 0 to 100."),
        Kind::Integer(least, most) => Text::new(
            format!("Écrivez un nombre entier de {least} à {most}."),
            format!("Write a whole number from {least} to {most}."),
        ),
        Kind::Slug | Kind::Words => Text::new(
            "Écrivez des minuscules sans accent, des chiffres et des tirets simples.",
            "Write lower-case letters without accents, digits and single hyphens.",
        ),
        Kind::Targets => Text::new(
            "Écrivez des noms de fiches ou des adresses, séparés par des espaces.",
            "Write names of pages or addresses, separated by spaces.",
        ),
        Kind::Choice(_) | Kind::Choices(_) | Kind::Pick(_) | Kind::Picks(_) => {
            Text::new("Choisissez une réponse de la liste.", "Choose an answer of the list.")
        }
        Kind::Line | Kind::Markdown | Kind::Rows(_) => Text::new("Écrivez un texte.", "Write a text."),
        Kind::Documents => Text::new("Donnez un document OpenAPI.", "Give an OpenAPI document."),
    }
}
