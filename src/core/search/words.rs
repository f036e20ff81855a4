//! Words: how a text is cut, and when two words are the same to somebody who searches.

use super::fold;

/// Words that carry no meaning; dropped unless nothing else is asked. Names of the catalogue (« API ») are not here.
const STOP_WORDS: [&str; 30] = [
    "a", "and", "au", "aux", "ce", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les",
    "n", "of", "ou", "par", "pour", "qu", "s", "sur", "the", "to", "un", "une",
];

/// How alike two words are, the greater the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// One letter added, removed or changed, or two exchanged.
    Typo,
    /// The word begins like the one asked.
    Prefix,
    /// The same word in another form: plural, verb and noun.
    Stem,
    /// The same word.
    Same,
}

impl Likeness {
    /// What it is worth: the whole word in a keyword comes before the beginning of a word in a title.
    pub(super) fn score(self) -> u32 {
        match self {
            Self::Typo => 2,
            Self::Prefix => 4,
            Self::Stem => 8,
            Self::Same => 10,
        }
    }
}

/// A word a reader asks for.
pub(super) struct Asked<'a> {
    text: &'a str,
    stem: String,
}

impl<'a> Asked<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, stem: stem(text) }
    }

    /// How alike `word` is, given its stem.
    pub(super) fn likeness(&self, word: &str, stem: &str) -> Option<Likeness> {
        if word == self.text {
            Some(Likeness::Same)
        } else if stem == self.stem {
            Some(Likeness::Stem)
        } else if self.text.len() >= 2 && word.starts_with(self.text) {
            Some(Likeness::Prefix)
        } else if self.text.chars().count() >= 5 && one_edit(word, self.text) {
            Some(Likeness::Typo)
        } else {
            None
        }
    }
}

/// Folded words of a text.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Folded words of a text that people also write in one: « Hub’Eau » is `hubeau`, « data.gouv.fr » is `datagouvfr`.
pub(super) fn compounds(text: &str) -> Vec<String> {
    let compound = |word: &str| {
        let parts = words(word);
        // « l’eau » is two words.
        let elision = word.contains(['\'', '’']) && parts.first().is_some_and(|first| first.len() <= 2);
        (parts.len() > 1 && !elision).then(|| parts.concat())
    };
    text.split_whitespace().filter_map(compound).collect()
}

/// The words that carry a meaning, or all when none does.
pub(super) fn useful(words: Vec<String>) -> Vec<String> {
    let useful: Vec<String> = words.iter().filter(|word| !STOP_WORDS.contains(&word.as_str())).cloned().collect();
    if useful.is_empty() { words } else { useful }
}

/// The words that tell one page from another: most are called « API ».
pub(super) fn telling(words: Vec<String>) -> Vec<String> {
    let telling: Vec<String> = words.iter().filter(|word| !matches!(word.as_str(), "api" | "apis")).cloned().collect();
    if telling.is_empty() { words } else { telling }
}

/// The words a reader asks for, without those that carry no meaning.
pub(super) fn asked(text: &str) -> Vec<String> {
    useful(words(text))
}

/// What is left of a word when its usual French and English endings are gone.
pub(super) fn stem(word: &str) -> String {
    const ENDINGS: [&str; 14] =
        ["ations", "ation", "ements", "ement", "ages", "age", "eurs", "eur", "ees", "ing", "ee", "es", "er", "e"];
    // `locaux` is the plural of `local`, `eaux` that of `eau`.
    if let Some(root) = word.strip_suffix("aux").filter(|root| root.len() >= 3 && !root.ends_with('e')) {
        return format!("{root}al");
    }
    let singular = if word.len() > 3 { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word };
    for ending in ENDINGS {
        if let Some(stem) = singular.strip_suffix(ending).filter(|stem| stem.len() >= 5) {
            return stem.to_owned();
        }
    }
    singular.to_owned()
}

/// How alike `word` is to the one `asked`; never a typo.
pub(super) fn likeness(word: &str, asked: &str) -> Option<Likeness> {
    Asked::new(asked).likeness(word, &stem(word)).filter(|likeness| *likeness > Likeness::Typo)
}

/// Whether one letter added, removed or changed, or two neighbours exchanged, make one word of the other.
fn one_edit(left: &str, right: &str) -> bool {
    let same = |(left, right): &(char, char)| left == right;
    let start: usize = left.chars().zip(right.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (left, right) = (&left[start..], &right[start..]);
    let end: usize =
        left.chars().rev().zip(right.chars().rev()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (left, right) = (&left[..left.len() - end], &right[..right.len() - end]);
    match (left.chars().count(), right.chars().count()) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => left.chars().rev().eq(right.chars()),
        _ => false,
    }
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
        check("locaux", "local", Some(Likeness::Stem));
        check("adresse", "adrese", None);
    }

    #[test]
    fn a_slip_is_one_edit() {
        for slip in ["adrese", "addresse", "adrezse", "dresse", "adresses", "adrsese", "adresse"] {
            assert!(one_edit("adresse", slip), "{slip}");
        }
        for other in ["adre", "redasse", "adersse2", "", "adrssee"] {
            assert!(!one_edit("adresse", other), "{other}");
        }
        assert!(one_edit("été", "èté") && one_edit("", "é") && !one_edit("éa", "aèb"));
        let typo = Asked::new("communse").likeness("communes", &stem("communes"));
        assert_eq!(typo, Some(Likeness::Typo));
        assert_eq!(Asked::new("anu").likeness("eau", "eau"), None);
    }

    #[test]
    fn names_written_in_one_word() {
        assert_eq!(compounds("Hub’Eau, l’eau de data.gouv.fr et-"), ["hubeau", "datagouvfr"]);
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

    proptest::proptest! {
        #[test]
        fn marking_keeps_the_text(text in ".{0,40}", query in ".{0,20}") {
            let joined: String = highlight(&text, &query).iter().map(|(_, part)| *part).collect();
            proptest::prop_assert_eq!(joined, text);
        }

        #[test]
        fn a_word_is_one_edit_from_itself_changed(word in "[a-zé]{1,8}", at in 0_usize..8, letter in "[a-zé]") {
            let mut letters: Vec<char> = word.chars().collect();
            let at = at % letters.len();
            letters[at] = letter.chars().next().unwrap();
            let changed: String = letters.iter().collect();
            letters.remove(at);
            let shorter: String = letters.iter().collect();
            for other in [&changed, &shorter] {
                proptest::prop_assert!(one_edit(&word, other) && one_edit(other, &word));
                proptest::prop_assert!(super::super::distance(&word, other) <= 1);
            }
        }
    }
}
