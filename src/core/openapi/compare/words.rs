//! Sentences of changes: the table of [`Kind`] filled in.

use super::Kind;
use crate::core::i18n::Text;
use crate::core::openapi::schema::quote;
use crate::core::request::style::Location;
use serde_json::Value;

pub(super) use crate::core::openapi::schema::quote::value;

/// Longest name or value that is quoted, in characters.
const LONGEST: usize = 120;
/// Most values of one list.
const MOST: usize = 8;

/// What a sentence is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Word<'w> {
    /// A name or value of the documents, quoted.
    Name(&'w str),
    /// The same, where the documents may say nothing.
    Maybe(Option<&'w str>),
    /// Words in both languages.
    Text(&'w Text),
}

impl Kind {
    /// Its sentence about `words`.
    pub(super) fn about(self, words: &[Word<'_>]) -> Text {
        let (fr, en) = self.sentences();
        Text::new(fill(fr, words, &|word| word.fr()), fill(en, words, &|word| word.en()))
    }
}

impl Word<'_> {
    fn fr(self) -> String {
        match self {
            Self::Name(name) | Self::Maybe(Some(name)) => quoted(name).fr,
            Self::Maybe(None) => nothing().fr,
            Self::Text(text) => text.fr.clone(),
        }
    }

    fn en(self) -> String {
        match self {
            Self::Name(name) | Self::Maybe(Some(name)) => quoted(name).en,
            Self::Maybe(None) => nothing().en,
            Self::Text(text) => text.en.clone(),
        }
    }
}

/// `template` with a word in the place of each `{number}`. What words hold is never read as a template.
fn fill(template: &str, words: &[Word<'_>], write: &dyn Fn(Word<'_>) -> String) -> String {
    let mut sentence = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((hole, next)) = after.split_once('}') else { break };
        sentence.push_str(before);
        let word = hole.parse::<usize>().ok().and_then(|number| words.get(number));
        sentence.push_str(&word.map(|word| write(*word)).unwrap_or_default());
        rest = next;
    }
    sentence.push_str(rest);
    sentence
}

/// A name between the quotes of each language, cut when long.
pub(super) fn quoted(name: &str) -> Text {
    let mut short: String = name.chars().take(LONGEST).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    Text::new(format!("«\u{202f}{short}\u{202f}»"), format!("`{short}`"))
}

/// Nothing is written.
pub(super) fn nothing() -> Text {
    Text::new("non précisé", "unspecified")
}

/// Texts one after the other, what joins them in French and in English; the end is left out when there are many.
pub(super) fn list(items: &[Text], (fr, en): (&str, &str)) -> Text {
    let shown = items.get(..MOST).unwrap_or(items);
    let more = if items.len() > MOST { ", …" } else { "" };
    let join = |texts: Vec<&str>, between: &str| texts.join(between) + more;
    Text::new(
        join(shown.iter().map(|text| text.fr.as_str()).collect(), fr),
        join(shown.iter().map(|text| text.en.as_str()).collect(), en),
    )
}

/// What joins the members of a list.
pub(super) const COMMA: (&str, &str) = (", ", ", ");
/// What joins choices.
pub(super) const OR: (&str, &str) = (" ou ", " or ");

/// Values one after the other.
pub(super) fn values(items: &[&Value]) -> Text {
    quote::list(items.iter().copied())
}

/// Where a parameter travels.
pub(super) fn place(location: Location) -> Text {
    let (fr, en) = match location {
        Location::Path => ("dans le chemin", "in the path"),
        Location::Query => ("dans la chaîne de requête", "in the query string"),
        Location::Header => ("en en-tête", "as a header"),
        Location::Cookie => ("en cookie", "as a cookie"),
        Location::Querystring => ("toute la chaîne de requête", "the whole query string"),
    };
    Text::new(fr, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_cut_and_never_read_as_a_template() {
        let hostile = "{1}{0}{";
        let what = Kind::PathParameterRenamed.about(&[Word::Name(hostile), Word::Maybe(None)]);
        assert_eq!(what.en, "Path parameter `{1}{0}{` is now called unspecified, without effect on addresses.");
        assert!(what.fr.contains("«\u{202f}{1}{0}{\u{202f}»"), "{}", what.fr);
        let long = "é".repeat(10_000);
        assert_eq!(quoted(&long).en.chars().count(), LONGEST + 3);
    }

    #[test]
    fn lists_are_cut() {
        let numbers: Vec<Value> = (0..1000).map(Value::from).collect();
        let shown = values(&numbers.iter().collect::<Vec<_>>());
        assert_eq!(shown.en, "0, 1, 2, 3, 4, 5, 6, 7, …");
        assert_eq!(values(&[]).en, "");
    }
}
