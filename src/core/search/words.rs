//! Words: how a text is cut, and when two words are the same to somebody who searches.

use super::fold;

/// Words that carry no meaning; dropped unless nothing else is asked. Names of the catalogue (« API ») are not here.
const STOP_WORDS: [&str; 24] = [
    "a", "au", "aux", "ce", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "ou", "par",
    "pour", "sur", "the", "to", "un", "une",
];

/// How alike two words are, the greater the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// One letter added, removed or changed.
    Typo = 1,
    /// The word begins like the one asked.
    Prefix = 2,
    /// The same word in another form: plural, verb and noun.
    Stem = 3,
    /// The same word.
    Same = 4,
}

/// Folded words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words a reader asks for, without those that carry no meaning.
pub(super) fn asked(text: &str) -> Vec<String> {
    let all = words(text);
    let useful: Vec<String> = all.iter().filter(|word| !STOP_WORDS.contains(&word.as_str())).cloned().collect();
    if useful.is_empty() { all } else { useful }
}

/// What is left of a word when its usual French and English endings are gone.
pub(super) fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 14] =
        ["ations", "ation", "ements", "ement", "ages", "age", "eurs", "eur", "ees", "ing", "ee", "es", "er", "e"];
    let singular = if word.len() > 3 { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word };
    for ending in ENDINGS {
        if let Some(stem) = singular.strip_suffix(ending).filter(|stem| stem.len() >= 5) {
            return stem;
        }
    }
    singular
}

/// How alike `word` is to the one `asked`; never a typo (see [`is_typo`]).
pub(super) fn likeness(word: &str, asked: &str) -> Option<Likeness> {
    if word == asked {
        Some(Likeness::Same)
    } else if stem(word) == stem(asked) {
        Some(Likeness::Stem)
    } else if asked.len() >= 2 && word.starts_with(asked) {
        Some(Likeness::Prefix)
    } else {
        None
    }
}

/// Whether one letter differs, in words long enough for that to be a slip.
pub(super) fn is_typo(word: &str, asked: &str) -> bool {
    asked.len() >= 5 && word.len().abs_diff(asked.len()) <= 1 && super::distance(word, asked) <= 1
}

/// Cuts `text` into parts and says which are words that `query` asks for.
pub fn highlight<'a>(text: &'a str, query: &str) -> Vec<(bool, &'a str)> {
    let asked = asked(query);
    if asked.is_empty() {
        return vec![(false, text)];
    }
    let mut parts: Vec<(bool, &str)> = Vec::new();
    let mut start = 0;
    for (boundary, _) in text.char_indices().chain([(text.len(), ' ')]).skip(1) {
        let is_word = |index: usize| text[index..].chars().next().is_some_and(char::is_alphanumeric);
        if boundary < text.len() && is_word(start) == is_word(boundary) {
            continue;
        }
        let part = &text[start..boundary];
        let folded = fold(part);
        let found = asked.iter().any(|asked| likeness(&folded, asked).is_some());
        parts.push((found, part));
        start = boundary;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_alike() {
        let check = |word: &str, asked: &str, expected: Option<Likeness>| {
            assert_eq!(likeness(word, asked), expected, "{word} / {asked}");
        };
        check("eau", "eaux", Some(Likeness::Stem));
        check("communes", "commune", Some(Likeness::Stem));
        check("geocodage", "geocoder", Some(Likeness::Stem));
        check("hydrometrie", "hydro", Some(Likeness::Prefix));
        check("alternance", "rna", None);
        check("reseaux", "eaux", None);
        assert!(is_typo("adresse", "adrese"));
        assert!(!is_typo("eau", "eaux"));
    }

    #[test]
    fn marks_the_words_found() {
        assert_eq!(
            highlight("Géocodage d’adresses", "adresse"),
            [(false, "Géocodage"), (false, " "), (false, "d"), (false, "’"), (true, "adresses")]
        );
        assert_eq!(highlight("x", ""), [(false, "x")]);
        assert_eq!(highlight("", "a"), []);
    }

    #[test]
    fn stop_words_never_leave_nothing() {
        assert_eq!(asked("les communes de France"), ["communes", "france"]);
        assert_eq!(asked("la"), ["la"]);
        assert_eq!(asked("API"), ["api"]);
    }
}
