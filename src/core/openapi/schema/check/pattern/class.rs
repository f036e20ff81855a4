//! [`Set`]: which characters one place of a pattern accepts.

/// A set of characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Set {
    /// What it holds.
    pub(super) items: Vec<Item>,
    /// Whether it stands for every other character.
    pub(super) negated: bool,
}

/// A part of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// From one character to another, both included.
    Range(char, char),
    /// A named family.
    Family(Family),
    /// Every other character than those of a set: `\D` inside brackets.
    Other(Vec<Item>),
}

/// A family of Unicode, from `\p{…}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// `Any`.
    Any,
    /// `L`, and the few marks and letter numbers that Unicode calls alphabetic.
    Letter,
    /// `Lu`.
    Upper,
    /// `Ll`.
    Lower,
    /// `N`.
    Number,
    /// `Nd`.
    Digit,
    /// `White_Space`.
    Space,
    /// `Cc`.
    Control,
}

/// The first character of each run of ten decimal digits in the basic plane, from U+0030 on.
const DIGIT_RUNS: [u32; 37] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
    0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
];

impl Family {
    /// The family of a name: `L`, `Letter`, `gc=Lu`…
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.strip_prefix("gc=").or_else(|| name.strip_prefix("General_Category=")).unwrap_or(name);
        Some(match name {
            "Any" => Self::Any,
            "L" | "Letter" | "Alphabetic" | "Alpha" => Self::Letter,
            "Lu" | "Uppercase_Letter" | "Uppercase" | "Upper" => Self::Upper,
            "Ll" | "Lowercase_Letter" | "Lowercase" | "Lower" => Self::Lower,
            "N" | "Number" => Self::Number,
            "Nd" | "Decimal_Number" | "digit" => Self::Digit,
            "White_Space" | "space" => Self::Space,
            "Cc" | "Control" | "cntrl" => Self::Control,
            _ => return None,
        })
    }

    fn holds(self, character: char) -> bool {
        match self {
            Self::Any => true,
            Self::Letter => character.is_alphabetic(),
            Self::Upper => character.is_uppercase(),
            Self::Lower => character.is_lowercase(),
            Self::Number => character.is_numeric(),
            Self::Digit => DIGIT_RUNS.iter().any(|&first| (first..first + 10).contains(&u32::from(character))),
            Self::Space => character.is_whitespace(),
            Self::Control => character.is_control(),
        }
    }
}

impl Set {
    /// One character.
    pub(super) fn one(character: char) -> Self {
        Self { items: vec![Item::Range(character, character)], negated: false }
    }

    /// Whether the set accepts `character`.
    pub(super) fn holds(&self, character: char) -> bool {
        any(&self.items, character) != self.negated
    }
}

fn any(items: &[Item], character: char) -> bool {
    items.iter().any(|item| match item {
        Item::Range(first, last) => (*first..=*last).contains(&character),
        Item::Family(family) => family.holds(character),
        Item::Other(items) => !any(items, character),
    })
}

/// What `.` accepts: everything but the ends of a line.
pub(super) fn dot() -> Set {
    let items = ['\n', '\r', '\u{2028}', '\u{2029}'].map(|end| Item::Range(end, end)).to_vec();
    Set { items, negated: true }
}

/// What the escapes `\d`, `\w` and `\s` stand for; upper case is every other character.
pub(super) fn shorthand(letter: char) -> Option<Vec<Item>> {
    let items = match letter.to_ascii_lowercase() {
        'd' => vec![Item::Range('0', '9')],
        'w' => vec![Item::Range('a', 'z'), Item::Range('A', 'Z'), Item::Range('0', '9'), Item::Range('_', '_')],
        's' => [
            ('\t', '\r'),
            (' ', ' '),
            ('\u{a0}', '\u{a0}'),
            ('\u{1680}', '\u{1680}'),
            ('\u{2000}', '\u{200a}'),
            ('\u{2028}', '\u{2029}'),
            ('\u{202f}', '\u{202f}'),
            ('\u{205f}', '\u{205f}'),
            ('\u{3000}', '\u{3000}'),
            ('\u{feff}', '\u{feff}'),
        ]
        .map(|(first, last)| Item::Range(first, last))
        .to_vec(),
        _ => return None,
    };
    Some(if letter.is_ascii_uppercase() { vec![Item::Other(items)] } else { items })
}
