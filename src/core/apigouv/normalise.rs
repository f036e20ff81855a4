//! The characters of a source file: line ends, spaces, invisible characters, accents.

use super::rule::Rule;

/// A file's text made plain, and how many characters each rule changed. Lines keep their numbers.
pub(super) fn normalise(source: &str) -> (String, Vec<(Rule, usize)>) {
    let mut counts = [0_usize; 5];
    let [line_ends, spaces, invisible, accents, encoding] = &mut counts;
    let mut text = String::with_capacity(source.len());
    let mut characters = source.chars().peekable();
    while let Some(character) = characters.next() {
        let last = text.chars().next_back();
        let next = characters.peek().copied();
        match character {
            '\r' => {
                *line_ends += 1;
                if next != Some('\n') {
                    text.push('\n');
                }
            }
            // Between digits it groups thousands.
            '\u{a0}' | '\u{2007}' if is_digit(last) && is_digit(next) => text.push('\u{202f}'),
            '\u{a0}' | '\u{2007}' => {
                *spaces += 1;
                text.push(' ');
            }
            // U+200D joins emoji, and anchors hold it: it stays. Private characters mark places later on.
            '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}' | '\u{200e}' | '\u{200f}' | '\u{e000}'..='\u{f8ff}' => {
                *invisible += 1;
            }
            '\u{fffd}' => {
                *encoding += 1;
                text.push(character);
            }
            control if control.is_control() && !matches!(control, '\n' | '\t') => *invisible += 1,
            mark => match last.and_then(|base| compose(base, mark)) {
                Some(composed) => {
                    *accents += 1;
                    text.pop();
                    text.push(composed);
                }
                None => text.push(mark),
            },
        }
    }
    let rules = [Rule::TextLineEnds, Rule::TextSpaces, Rule::TextInvisible, Rule::TextAccents, Rule::TextEncoding];
    (text, rules.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect())
}

fn is_digit(character: Option<char>) -> bool {
    character.is_some_and(|character| character.is_ascii_digit())
}

/// The letter that a base and a combining mark make, for the languages written here.
fn compose(base: char, mark: char) -> Option<char> {
    let (bases, composed) = match mark {
        '\u{300}' => ("AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
        '\u{301}' => ("AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
        '\u{302}' => ("AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
        '\u{303}' => ("ANOano", "ÃÑÕãñõ"),
        '\u{308}' => ("AEIOUaeiouy", "ÄËÏÖÜäëïöüÿ"),
        '\u{30a}' => ("Aa", "Åå"),
        '\u{30c}' => ("CSZcsz", "ČŠŽčšž"),
        '\u{327}' => ("Cc", "Çç"),
        _ => return None,
    };
    composed.chars().nth(bases.chars().position(|known| known == base)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_characters_plain() {
        let check = |source: &str, expected: &str, rules: &[(Rule, usize)]| {
            assert_eq!(normalise(source), (expected.to_owned(), rules.to_vec()), "{source:?}");
        };
        check("a\r\nb\rc\n", "a\nb\nc\n", &[(Rule::TextLineEnds, 2)]);
        check("x\u{a0}: 10\u{a0}000", "x : 10\u{202f}000", &[(Rule::TextSpaces, 1)]);
        check("\u{feff}a\u{200b}b\u{ad}c", "abc", &[(Rule::TextInvisible, 3)]);
        check("e\u{301}te\u{301}, o\u{302}", "été, ô", &[(Rule::TextAccents, 3)]);
        check("👷🏻\u{200d}♂\u{fe0f}", "👷🏻\u{200d}♂\u{fe0f}", &[]);
    }

    proptest::proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn twice_is_once(source in "([a-zA-Z0-9]|\r|\n|\u{a0}|\u{200b}|\u{301}|\u{300}|\u{327}|é|.){0,40}") {
            let (text, _) = normalise(&source);
            let again = normalise(&text);
            proptest::prop_assert_eq!(again.0, text.clone());
            proptest::prop_assert!(!text.contains('\r'));
        }
    }
}
