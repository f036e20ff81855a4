//! The Markdown of a page: the introduction, then one section for each of the questions that ask for one.
//!
//! [`read`] undoes [`write`] where that is sure; a text in another form is an introduction, whole.

use super::draft::{Answer, Draft, Origin, Row};
use super::page::{Answers, cell};
use super::questions::Question;
use super::scopes;
use super::value;
use crate::core::i18n::Language;
use crate::core::i18n::wizard::section;

/// The questions that have a section, in the order of the page.
const SECTIONS: [Question; 6] =
    [Question::Uses, Question::Data, Question::OfferedBy, Question::Users, Question::Usage, Question::Scopes];

/// The Markdown of a page, with headings in `language`.
pub(super) fn write(draft: &Draft, language: Language) -> String {
    let answers = Answers(draft);
    let mut parts: Vec<String> = answers.markdown(Question::Introduction).into_iter().collect();
    for question in SECTIONS {
        let text = match question {
            Question::Scopes => table(answers.rows(question), language),
            question => answers.markdown(question),
        };
        parts.extend(text.map(|text| format!("{}\n\n{text}", heading(question, language))));
    }
    parts.join("\n\n")
}

fn heading(question: Question, language: Language) -> String {
    format!("## {}", section(question, language))
}

/// What the author of a page wrote where.
pub(super) fn read(body: &str) -> Vec<(Question, Answer)> {
    let Some(body) = value::markdown(body) else { return Vec::new() };
    let sure = Language::ALL.into_iter().find_map(|language| {
        let answers =
            split(&body, language).filter(|answers| !answers.iter().any(|(_, answer)| has_heading(answer)))?;
        let mut draft = Draft::new("");
        // Its table is only written for an API that has scopes.
        draft.set(Question::FranceConnect, Answer::Text("required".into()), Origin::Page);
        draft.fill(answers.clone(), Origin::Page);
        (write(&draft, language) == body).then_some(answers)
    });
    sure.unwrap_or_else(|| vec![(Question::Introduction, Answer::Text(body))])
}

/// Whether a text holds a line that could be the heading of a section: who wrote which is then not sure.
fn has_heading(answer: &Answer) -> bool {
    let Answer::Text(text) = answer else { return false };
    let is_heading = |line: &str| {
        Language::ALL.iter().any(|language| SECTIONS.iter().any(|section| heading(*section, *language) == line))
    };
    text.split('\n').any(is_heading)
}

/// The sections of a body whose headings are those of `language`; `None` when it has none of them.
fn split(body: &str, language: Language) -> Option<Vec<(Question, Answer)>> {
    let mut texts: Vec<(Question, String)> = vec![(Question::Introduction, String::new())];
    let mut left = SECTIONS.into_iter();
    for line in body.split('\n') {
        let mut after = left.clone();
        if let Some(question) = after.find(|question| heading(*question, language) == line) {
            left = after;
            texts.push((question, String::new()));
        } else if let Some((_, text)) = texts.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    if texts.len() == 1 {
        return None;
    }
    let answers = texts.into_iter().filter_map(|(question, text)| {
        let text = value::markdown(&text)?;
        Some((
            question,
            match question {
                Question::Scopes => Answer::Rows(read_table(&text)),
                _ => Answer::Text(text),
            },
        ))
    });
    Some(answers.collect())
}

/// The table of the scopes that have a key and a label.
fn table<'a>(rows: impl Iterator<Item = &'a Row>, language: Language) -> Option<String> {
    let lines: Vec<String> = rows
        .filter_map(|row| {
            let (key, label) = (value::text(cell(row, "key"))?, value::text(cell(row, "label"))?);
            let key = if scopes::is_key(&key) { format!("`{key}`") } else { escape(&key) };
            Some(format!("| {key} | {} |", escape(&label)))
        })
        .collect();
    let head = match language {
        Language::Fr => "| Clé | Donnée |",
        Language::En => "| Key | Data |",
    };
    (!lines.is_empty()).then(|| format!("{head}\n|---|---|\n{}", lines.join("\n")))
}

fn read_table(text: &str) -> Vec<Row> {
    let rows = text.split('\n').skip(2).filter_map(|line| {
        let (key, label) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
        let key =
            key.strip_prefix('`').and_then(|key| key.strip_suffix('`')).map_or_else(|| unescape(key), str::to_owned);
        Some(Row::from([("key".to_owned(), key), ("label".to_owned(), unescape(label))]))
    });
    rows.collect()
}

/// A text as one cell of a table: every character stands for itself (CommonMark §2.4, §2.5).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match character {
            // Readers cut cells before they look at backslashes, and not all alike.
            '|' => escaped.push_str("&#124;"),
            sign if sign.is_ascii_punctuation() && !matches!(sign, '\'' | '(' | ')' | ',' | '/' | '"' | ';' | '%') => {
                escaped.push('\\');
                escaped.push(sign);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

fn unescape(text: &str) -> String {
    let text = text.replace("&#124;", "|");
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => plain.extend(characters.next()),
            other => plain.push(other),
        }
    }
    plain
}
