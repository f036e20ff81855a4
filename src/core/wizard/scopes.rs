//! The scopes of FranceConnect: their names, and lists of them pasted as CSV or JSON.

use super::draft::Row;
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde_json::Value;

/// Longest list that is read: a person agrees to each.
const MOST: usize = 500;

/// Whether a key follows the rule of FranceConnect: a prefix of the producer's own, words in lower case, `_` between
/// (`dgfip_revenu`), so that two producers never mean different data by one key.
pub fn is_key(key: &str) -> bool {
    let words: Vec<&str> = key.split('_').collect();
    let word = |word: &&str| {
        !word.is_empty() && word.chars().all(|character| character.is_ascii_lowercase() || character.is_ascii_digit())
    };
    words.len() >= 2 && words.iter().all(word) && key.starts_with(|first: char| first.is_ascii_lowercase())
}

/// The rows of a pasted list: JSON (`[{"key", "label"}]`, `{"key": "label"}`) or two columns of CSV with comma,
/// semicolon or tab, with or without a heading. Nothing is judged here but the form.
pub fn paste(text: &str) -> Result<Vec<Row>, Box<Problem>> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let pairs = match text.starts_with(['[', '{']) {
        true => of_json(text)?,
        false => of_csv(text)?,
    };
    if pairs.is_empty() || pairs.len() > MOST {
        return Err(unread(
            &format!("{} lignes, il en faut entre 1 et {MOST}", pairs.len()),
            &format!("{} rows where 1 to {MOST} are expected", pairs.len()),
            None,
        ));
    }
    let row = |(key, label)| Row::from([("key".to_owned(), key), ("label".to_owned(), label)]);
    Ok(pairs.into_iter().map(row).collect())
}

fn of_json(text: &str) -> Result<Vec<(String, String)>, Box<Problem>> {
    let form = || {
        unread("chaque scope doit avoir les textes key et label", "each scope must have the texts key and label", None)
    };
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let line = u32::try_from(error.line()).ok();
        unread(&format!("ce n’est pas du JSON valide ({error})"), &format!("it is not valid JSON ({error})"), line)
    })?;
    match value {
        Value::Object(entries) => entries
            .into_iter()
            .map(|(key, label)| Some((key, label.as_str()?.to_owned())))
            .collect::<Option<_>>()
            .ok_or_else(form),
        Value::Array(items) => items
            .iter()
            .map(|item| Some((item.get("key")?.as_str()?.to_owned(), item.get("label")?.as_str()?.to_owned())))
            .collect::<Option<_>>()
            .ok_or_else(form),
        _ => Err(form()),
    }
}

fn of_csv(text: &str) -> Result<Vec<(String, String)>, Box<Problem>> {
    let records = records(text);
    let first = records.iter().find(|record| !record.trim().is_empty()).map_or("", String::as_str);
    let cuts = |separator: &char| fields(first, *separator).len() == 2;
    let separator = [';', '\t', ','].into_iter().find(cuts).unwrap_or(';');
    let mut pairs = Vec::new();
    for (index, line) in records.iter().enumerate() {
        let number = u32::try_from(index + 1).ok();
        if line.trim().is_empty() {
            continue;
        }
        match fields(line, separator).as_slice() {
            [key, label] => pairs.push((key.trim().to_owned(), label.trim().to_owned())),
            other => {
                let count = other.len();
                return Err(unread(
                    &format!(
                        "{count} colonne(s) au lieu de deux, séparées par un point-virgule, une tabulation ou une virgule"
                    ),
                    &format!("{count} column(s) where two are expected, separated by a semicolon, a tab or a comma"),
                    number,
                ));
            }
        }
    }
    let heads = ["key", "clé", "cle", "scope"];
    if pairs.first().is_some_and(|(key, _)| heads.contains(&key.to_lowercase().as_str())) {
        pairs.remove(0);
    }
    Ok(pairs)
}

/// Lines of CSV: a line break between quotes is part of a cell (RFC 4180).
fn records(text: &str) -> Vec<String> {
    let mut records = vec![String::new()];
    let mut quoted = false;
    for character in text.replace("\r\n", "\n").chars() {
        quoted ^= character == '"';
        match (character, records.last_mut()) {
            ('\n' | '\r', _) if !quoted => records.push(String::new()),
            (other, Some(record)) => record.push(other),
            (_, None) => {}
        }
    }
    records
}

fn fields(record: &str, separator: char) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut characters = record.chars().peekable();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                fields.last_mut().into_iter().for_each(|field| field.push('"'));
            }
            '"' => quoted = !quoted,
            other if other == separator && !quoted => fields.push(String::new()),
            other => fields.last_mut().into_iter().for_each(|field| field.push(other)),
        }
    }
    fields
}

fn unread(fr: &str, en: &str, line: Option<u32>) -> Box<Problem> {
    let place = line.map_or_else(Place::default, |line| Place::default().at_line(line));
    let (at_fr, at_en) =
        line.map_or_else(Default::default, |line| (format!(" (ligne {line})"), format!(" (line {line})")));
    Box::new(Problem::error(
        "scopes-unread",
        place,
        Text::new(
            format!("La liste n’a pas pu être lue{at_fr}\u{202f}: {fr}."),
            format!("The list could not be read{at_en}: {en}."),
        ),
        Text::new(
            "Collez une ligne par scope, «\u{202f}clé;libellé\u{202f}», ou la liste en JSON. Votre tableau n’a pas changé.",
            "Paste one line for each scope, `key;label`, or the list as JSON. Your table was not changed.",
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pasted(text: &str) -> Vec<(String, String)> {
        paste(text).unwrap().into_iter().map(|row| (row["key"].clone(), row["label"].clone())).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, label)| ((*key).to_owned(), (*label).to_owned())).collect()
    }

    #[test]
    fn keys_have_a_prefix_and_lower_case() {
        for good in ["dgfip_rfr", "cnam_droits_2024", "a_b"] {
            assert!(is_key(good), "{good}");
        }
        for bad in [
            "",
            "rfr",
            "DGFIP_rfr",
            "dgfip-rfr",
            "dgfip_",
            "_rfr",
            "dgfip__rfr",
            "dgfip_été",
            "1_a",
            "a b_c",
            "dgfip_rfr ",
        ] {
            assert!(!is_key(bad), "{bad}");
        }
    }

    #[test]
    fn reads_csv_and_json() {
        let two = pairs(&[("a_b", "Été ; hiver"), ("a_c", "Dit \"non\"")]);
        for text in [
            "a_b;\"Été ; hiver\"\na_c;\"Dit \"\"non\"\"\"",
            "\u{feff}clé;libellé\r\na_b;\"Été ; hiver\"\r\n\r\na_c;\"Dit \"\"non\"\"\"\r\n",
            "a_b\tÉté ; hiver\na_c\tDit \"\"\"non\"\"\"".replace("Été ; hiver", "\"Été ; hiver\"").as_str(),
            r#"[{"key": "a_b", "label": "Été ; hiver"}, {"key": "a_c", "label": "Dit \"non\"", "more": 1}]"#,
            r#"{"a_b": "Été ; hiver", "a_c": "Dit \"non\""}"#,
        ] {
            assert_eq!(pasted(text), two, "{text}");
        }
        assert_eq!(pasted("key,label\na_b,B"), pairs(&[("a_b", "B")]));
        assert_eq!(pasted("a_b;\"B\nC\""), pairs(&[("a_b", "B\nC")]));
    }

    #[test]
    fn says_why_a_list_is_not_read() {
        for (text, line) in [
            ("", None),
            ("key;label", None),
            ("a_b", Some(1)),
            ("a_b;B\na_c;C;D", Some(2)),
            ("[{\"key\": \"a\"}]", None),
            ("[1]", None),
            ("{\"a\": 1}", None),
            ("[\n{", Some(2)),
        ] {
            let problem = paste(text).unwrap_err();
            assert_eq!(problem.place.line, line, "{text}");
            assert!(problem.what.fr != problem.what.en, "{text}");
        }
        assert!(paste(&"a_b;B\n".repeat(501)).is_err());
    }

    proptest::proptest! {
        #[test]
        fn pasting_never_panics(text in "([;,\"\\[\\]{}:\n\ta-c_]|key|label){0,40}") {
            let _ = paste(&text);
        }
    }
}
