//! [`csv`]: the dictionary of fields as a file for spreadsheets (RFC 4180).

use super::fields::{FieldView, FieldsView, UseView, Way};
use crate::core::csv::line;
use crate::core::i18n::{Language, reading};

/// `fields` of `view` as lines of a table under a line of names, with the mark that tells spreadsheets it is UTF-8.
pub fn csv(view: &FieldsView, fields: &[&FieldView], language: Language) -> String {
    let words = reading(language);
    let head = [words.field, words.meaning, words.kind, words.example, words.places];
    let mut text = String::from("\u{feff}");
    line(&mut text, &head);
    for field in fields {
        let mut places: Vec<String> = field.uses.iter().filter_map(|one| place(view, one, language)).collect();
        if field.more > 0 {
            places.push((words.more_places)(field.more));
        }
        let places = places.join("\u{a0}; ");
        line(&mut text, &[&field.name, &field.meaning, field.kind.get(language), &field.example, &places]);
    }
    text
}

/// `GET /communes (réponse)`.
fn place(view: &FieldsView, place: &UseView, language: Language) -> Option<String> {
    let (_, method, path) = view.operations.get(place.operation)?;
    let words = reading(language);
    let way = match place.way {
        Way::Parameter => words.way_parameter,
        Way::Body => words.way_body,
        Way::Answer => words.way_answer,
    };
    Some(format!("{method} {path} ({way})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::i18n::Text;
    use proptest::prelude::*;

    fn view(name: &str, meaning: &str) -> FieldsView {
        let place = UseView { operation: 0, way: Way::Answer, anchor: String::new() };
        let field = FieldView {
            name: name.to_owned(),
            meaning: meaning.to_owned(),
            kind: Text::new("Texte.", "Text."),
            example: "-1".to_owned(),
            uses: vec![place],
            more: 2,
        };
        let operations = vec![("a".to_owned(), "GET".to_owned(), "/a,b".to_owned())];
        FieldsView { operations, fields: vec![field], cut: false }
    }

    fn written(view: &FieldsView) -> String {
        csv(view, &view.fields.iter().collect::<Vec<_>>(), Language::En)
    }

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let text = written(&view("address.city", "The “city”, or \"town\"\nof"));
        assert_eq!(
            text,
            "\u{feff}\"Field\",\"Meaning\",\"Type\",\"Example\",\"Where it appears\"\r\n\"address.city\",\
            \"The “city”, or \"\"town\"\"\nof\",\"Text.\",\"'-1\",\"GET /a,b (answer)\u{a0}; and 2 more\"\r\n"
        );
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n@a"] {
            let text = written(&view(hostile, ""));
            assert!(text.contains(&format!("\r\n\"'{hostile}\"")), "{text:?}");
        }
    }

    /// The cells of a file, read as RFC 4180 says.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut characters = text.trim_start_matches('\u{feff}').chars().peekable();
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        while let Some(character) = characters.next() {
            match character {
                '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {}
                '\n' if !quoted => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                other => cell.push(other),
            }
        }
        rows
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(name in "[a-z\",\r\n;é]{1,12}", meaning in ".*") {
            let rows = read(&written(&view(&name, &meaning)));
            prop_assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [5, 5]);
            prop_assert!(rows[1][0].trim_start_matches('\'') == name.as_str());
            let guarded = format!("'{meaning}");
            prop_assert!([meaning, guarded].contains(&rows[1][1]));
        }
    }
}
