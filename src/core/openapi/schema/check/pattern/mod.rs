//! [`Pattern`]: regular expressions of ECMA-262, Unicode mode, for `pattern` and `patternProperties`.
//!
//! Own engine rather than a crate: the patterns of OpenAPI documents are ECMA-262 (look-around, back-references, `$`
//! that ignores a last line break, ASCII `\d`), which `regex` and `regex-lite` do not read, and it weighs a tenth of
//! them. It only says whether a text matches. Patterns are hostile: reading and matching take bounded time and memory,
//! and no call nests deeper than a bound.
//!
//! General categories other than letters, cases, digits and numbers are not known: such a pattern is refused, never
//! misread.

mod class;
mod engine;
pub(in crate::core::openapi::schema) mod example;
mod parse;
mod program;

/// Why a text could not be compared with a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The pattern is not ECMA-262, or uses a part that is not offered.
    Unreadable,
    /// The comparison takes too many steps.
    TooLong,
}

/// A pattern ready to be compared with texts.
#[derive(Debug)]
pub(super) struct Pattern {
    program: program::Program,
}

impl Pattern {
    /// Reads a pattern.
    pub(super) fn parse(text: &str) -> Result<Self, Refusal> {
        let (node, remembers) = parse::parse(text)?;
        program::Program::new(&node, remembers).map(|program| Self { program })
    }

    /// Whether the pattern matches anywhere in `text`, within `steps`, which is lowered by what was used.
    pub(super) fn is_match(&self, text: &str, steps: &mut u32) -> Result<bool, Refusal> {
        let characters: Vec<char> = text.chars().collect();
        engine::search(&self.program, &characters, steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, text: &str) -> Result<bool, Refusal> {
        Pattern::parse(pattern)?.is_match(text, &mut 1_000_000)
    }

    #[test]
    fn patterns_match_like_ecma_262() {
        for (pattern, yes, no) in [
            ("abc", "xabcx", "ab"),
            ("^abc$", "abc", "abc\n"),
            ("^[a-z]{2,3}$", "ab", "a"),
            ("^[^a-z]$", "1", "a"),
            ("^(?:a|bc)+$", "abca", "abcb"),
            ("^a??b*?$", "abb", "aab"),
            (r"^\d{2}:\d{2}$", "12:30", "1٢:30"),
            (r"^\w+\s\W$", "abc_1 é", "a b"),
            (r"\bchat\b", "un chat gris", "chats"),
            (r"\Bhat", "chat", "hat"),
            (r"^(?=.*[A-Z])(?!.*\s).{4,}$", "abCd", "ab Cd"),
            (r"(?<=€)\d+$", "€42", "$42"),
            (r"(?<!€)42$", "$42", "€42"),
            (r"^(a|b)\1$", "aa", "ab"),
            (r"^(?<q>['x]).*\k<q>$", "'a'", "'ax"),
            (r"^(?:(a)|b)\1$", "b", "ab"),
            (r"^\u00e9\x41\u{1F600}\cC\t$", "éA😀\u{3}\t", "éA"),
            (r"^\ud83d\ude00$", "😀", "x"),
            (r"^[\ud83d\ude00-\ud83d\ude02]$", "😁", "x"),
            (r"^\p{L}\p{Lu}\p{Nd}\P{N}$", "éÉ৪x", "éé1x"),
            (r"^[\p{L}\-\]]+$", "é-]", "1"),
            (r"^[a-\d]$", "-", "b"),
            ("^[]$|^b$", "b", ""),
            ("^[^]$", "\n", ""),
            ("^.$", "é", "\u{2028}"),
            ("^a{,2}$", "a{,2}", "aa"),
            ("^{id}$", "{id}", "id"),
            ("^]$", "]", "["),
            (r"^[\b]$", "\u{8}", "b"),
            (r"^\-\/\_\@\.$", "-/_@.", "-/_@x"),
            ("^(a{2}){2}$", "aaaa", "aaa"),
            ("^(?:a*)*$", "aaaa", "aab"),
            ("^((a*)*)*$", "", "b"),
            ("^(?:|a)$", "", "b"),
            (r"^(([^<>()[\]\\.,;:\s@]+(\.[^<>()[\]\\.,;:\s@]+)*))$", "a.b", "a..b"),
        ] {
            assert_eq!(matches(pattern, yes), Ok(true), "{pattern} {yes:?}");
            assert_eq!(matches(pattern, no), Ok(false), "{pattern} {no:?}");
        }
    }

    #[test]
    fn what_is_not_ecma_262_is_refused() {
        for pattern in [
            "(",
            ")",
            "a)",
            "[a",
            "*a",
            "a**",
            "a++",
            r"\",
            r"\a",
            r"\Z",
            "(?i)a",
            "(?>a)",
            r"\p{Greek}",
            r"\p{",
            r"\u12",
            r"\x1",
            r"(?<a",
            r"\k<b>",
            r"\2(a)",
            "[z-a]",
            "a{3,2}",
            r"\c1",
            r"\u{110000}",
        ] {
            assert_eq!(Pattern::parse(pattern).map(|_| ()), Err(Refusal::Unreadable), "{pattern}");
        }
    }

    #[test]
    fn hostile_patterns_end() {
        let long = "a".repeat(20_000);
        assert_eq!(matches("^(a+)+$", &format!("{}b", "a".repeat(300))), Ok(false));
        assert_eq!(matches("^.{1,65535}$", &long), Ok(true));
        assert_eq!(matches(r"^(a+)+\1$", &format!("{}b", "a".repeat(60))), Err(Refusal::TooLong));
        assert_eq!(matches("(?:(?=(?:(?=a{9}){1000})){1000}){1000}", "a"), Err(Refusal::Unreadable));
        assert_eq!(matches("((a{1000}){1000}){1000}", "a"), Err(Refusal::Unreadable));
        assert_eq!(matches(&"(".repeat(100_000), "a"), Err(Refusal::Unreadable));
        assert_eq!(matches(&format!("{}{}", "(?:".repeat(90), ")".repeat(90)), "a"), Ok(true));
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(pattern in r"([a-c\\().*+?{}0-3,\[\]^$|=!<>:pu-]|\PC){0,20}", text in ".{0,20}") {
            if let Ok(pattern) = Pattern::parse(&pattern) {
                let _ = pattern.is_match(&text, &mut 10_000);
            }
        }
    }
}
