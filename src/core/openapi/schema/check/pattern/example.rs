//! Texts that patterns match, made from their trees.
//!
//! What a look-around or a back-reference asks for is only guessed: every text is compared with the patterns before it
//! is given.

use super::Pattern;
use super::class::{Item, Set};
use super::parse::{self, Node};
use std::collections::VecDeque;
use std::ops::RangeInclusive;

/// Longest text made, in characters.
const LONGEST: usize = 10_000;
/// Parts of a tree visited for one text.
const MOST_VISITS: u32 = 20_000;
/// Other branches and characters tried when the first ones do not give a text that matches.
const TURNS: usize = 6;
/// Steps of the engine for all comparisons made for one text.
const STEPS: u32 = 200_000;
/// Characters that people expect to see, by kind, in the order in which they are taken.
const USUAL: [&str; 4] =
    ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "1234567890", " -_./:,;@+*#=&%!?'\"()[]{}<>éÉ€"];

/// A text that every pattern matches and whose length in characters is within `lengths`; nothing when none was found.
/// Another `turn` gives other characters and branches, where there are some.
pub(in crate::core::openapi::schema) fn example(
    patterns: &[&str],
    lengths: &RangeInclusive<usize>,
    turn: usize,
) -> Option<String> {
    let read = |pattern: &&str| Some((parse::parse(pattern).ok()?.0, Pattern::parse(pattern).ok()?));
    let read: Vec<(Node, Pattern)> = patterns.iter().map(read).collect::<Option<_>>()?;
    let mut steps = STEPS;
    let mut accepts = |text: &[char]| {
        let written: String = text.iter().collect();
        let all = read.iter().all(|(_, pattern)| pattern.is_match(&written, &mut steps) == Ok(true));
        (lengths.contains(&text.len()) && all).then_some(written)
    };
    for other in 0..TURNS {
        // Patterns of which each says something of one end are often met by one text after the other.
        let parts = read.iter().map(|(tree, _)| Writer::write(tree, (turn, other), Repeats::Usual(3)));
        let joined = parts.collect::<Option<Vec<_>>>().filter(|parts| parts.len() > 1);
        if let Some(found) = joined.and_then(|parts| accepts(&parts.concat())) {
            return Some(found);
        }
        for (tree, _) in &read {
            let write = |repeats: Repeats| Writer::write(tree, (turn, other), repeats);
            let Some(short) = write(Repeats::Fewest { more: 0 }) else { continue };
            let missing = lengths.start().saturating_sub(short.len());
            let texts = [write(Repeats::Usual(3)), write(Repeats::Usual(1)), write(Repeats::Fewest { more: missing })];
            for text in texts.into_iter().flatten().chain([short]) {
                let found = accepts(&text).or_else(|| {
                    // Without anchors, anything may stand around.
                    let missing = lengths.start().checked_sub(text.len()).filter(|missing| *missing > 0)?;
                    let letters = vec!['a'; missing.min(LONGEST)];
                    let apart = [&[' '], letters.get(1..).unwrap_or_default()].concat();
                    [letters, apart].iter().find_map(|filling| {
                        let before: Vec<char> = filling.iter().rev().chain(&text).copied().collect();
                        accepts(&[text.as_slice(), filling].concat()).or_else(|| accepts(&before))
                    })
                });
                if found.is_some() {
                    return found;
                }
            }
        }
    }
    None
}

/// Whether a pattern is found in `text`; what cannot be read or takes too long is not.
pub(in crate::core::openapi::schema) fn is_found(pattern: &str, text: &str) -> bool {
    Pattern::parse(pattern).is_ok_and(|pattern| pattern.is_match(text, &mut { STEPS }) == Ok(true))
}

/// How often what may be repeated is.
#[derive(Debug, Clone, Copy)]
enum Repeats {
    /// Characters this many times, groups once, where the pattern allows it.
    Usual(usize),
    /// As rarely as allowed, but for some more characters, given to the first parts that can take them.
    Fewest { more: usize },
}

struct Writer {
    text: Vec<char>,
    groups: Vec<(usize, Vec<char>)>,
    /// Characters that look-aheads want further on.
    wanted: VecDeque<char>,
    repeats: Repeats,
    /// What is left of the turn: each place takes its share, as digits of a number do, so that all texts come in turn.
    turn: usize,
    /// How far every place is from what it has first.
    shift: usize,
    visits: u32,
}

impl Writer {
    fn write(tree: &Node, (turn, shift): (usize, usize), repeats: Repeats) -> Option<Vec<char>> {
        let (text, groups, wanted) = (Vec::new(), Vec::new(), VecDeque::new());
        let mut writer = Self { text, groups, wanted, repeats, turn, shift, visits: MOST_VISITS };
        writer.node(tree)?;
        Some(writer.text)
    }

    /// Nothing when no text can be written, or too long a one. Trees are no deeper than the parser allows.
    fn node(&mut self, node: &Node) -> Option<()> {
        self.visits = self.visits.checked_sub(1)?;
        if self.text.len() > LONGEST {
            return None;
        }
        match node {
            Node::Set(set) => {
                let wanted = self.wanted.iter().position(|character| set.holds(*character));
                let character = match wanted.and_then(|index| self.wanted.remove(index)) {
                    Some(character) => character,
                    None => self.pick(set)?,
                };
                self.text.push(character);
            }
            Node::Sequence(nodes) => nodes.iter().try_for_each(|node| self.node(node))?,
            Node::Choice(nodes) => {
                let index = self.share(nodes.len(), 0)?;
                self.node(nodes.get(index)?)?;
            }
            Node::Repeat { node, least, most, .. } => {
                let most = most.map_or(LONGEST, |most| most as usize);
                let times = self.times(node, *least as usize, most);
                for _ in 0..times {
                    self.node(node)?;
                }
                self.lengthen(node, most.saturating_sub(times))?;
            }
            Node::Group(number, node) => {
                let start = self.text.len();
                self.node(node)?;
                self.groups.push((*number, self.text.get(start..)?.to_vec()));
            }
            Node::Again(group) => {
                let remembered = self.groups.iter().rev().find(|(number, _)| number == group);
                self.text.extend(remembered.map(|(_, text)| text.as_slice()).unwrap_or_default());
            }
            Node::Look { ahead: true, wanted: true, node } => {
                let text = Self::write(node, (self.turn, self.shift), Repeats::Fewest { more: 0 })?;
                self.wanted.extend(text);
            }
            Node::Look { ahead: false, wanted: true, node } => {
                let text = Self::write(node, (self.turn, self.shift), Repeats::Fewest { more: 0 })?;
                if !self.text.ends_with(&text) {
                    self.text.extend(text);
                }
            }
            Node::Look { wanted: false, .. } | Node::Start | Node::End | Node::WordEdge(_) => {}
        }
        Some(())
    }

    fn times(&self, node: &Node, least: usize, most: usize) -> usize {
        let is_character = matches!(node, Node::Set(_));
        let times = match self.repeats {
            // What is optional is left out.
            Repeats::Usual(times) if most != 1 => least.max(if is_character { times } else { 1 }.min(most)),
            _ => least,
        };
        if is_character { times.max(self.wanted.len().min(most)) } else { times }
    }

    /// Repeats a part at most `times` more, as long as characters are missing.
    fn lengthen(&mut self, node: &Node, times: usize) -> Option<()> {
        for _ in 0..times {
            let Repeats::Fewest { more: more @ 1.. } = self.repeats else { break };
            let before = self.text.len();
            self.repeats = Repeats::Fewest { more: 0 };
            self.node(node)?;
            let added = self.text.len() - before;
            let left = more.checked_sub(added).filter(|_| added > 0);
            self.repeats = Repeats::Fewest { more: left.unwrap_or(more) };
            if left.is_none() {
                self.text.truncate(before);
                break;
            }
        }
        Some(())
    }

    /// Which of `count` things this place takes; the one at `first` when nothing asks for another.
    fn share(&mut self, count: usize, first: usize) -> Option<usize> {
        let share = self.turn.checked_rem(count)?;
        self.turn /= count;
        (first + self.shift + share).checked_rem(count)
    }

    /// A character of a set: one that people expect, where there is one.
    fn pick(&mut self, set: &Set) -> Option<char> {
        let ranges = set.items.iter().filter_map(|item| match item {
            Item::Range(first, last) if !set.negated => Some(*first..=*last),
            _ => None,
        });
        let kinds = |fits: &dyn Fn(char) -> bool| USUAL.iter().find(|kind| kind.chars().any(fits));
        // The kind of character that is written first in the set.
        let kind = { ranges }.find_map(|range| kinds(&|character| range.contains(&character)));
        let usual = kind.or_else(|| kinds(&|character| set.holds(character))).and_then(|kind| {
            let fitting: Vec<char> = kind.chars().filter(|character| set.holds(*character)).collect();
            let index = self.share(fitting.len(), self.text.len())?;
            fitting.get(index).copied()
        });
        let ends = set.items.iter().filter_map(|item| match item {
            // What a set excludes, it accepts just after.
            Item::Range(_, last) if set.negated => char::from_u32(u32::from(*last) + 1),
            Item::Range(first, _) => Some(*first),
            _ => None,
        });
        let any = || ends.chain('\0'..'\u{400}').find(|character| set.holds(*character));
        usual.or_else(any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_look_like_what_people_write() {
        for (pattern, expected) in [
            ("^[a-z]+$", "abc"),
            (r"^\d{5}$", "12345"),
            (r"^\d{2}:\d{2}$", "12:45"),
            ("^[A-Z]{2,4}$", "ABC"),
            ("^(?:FR|BE)[0-9]{3}$", "FR345"),
            ("^-?[0-9]+$", "123"),
            (r"^#[0-9a-fA-F]{6}$", "#234567"),
            (r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", "abc@efg.ijk"),
            (r"^\p{Lu}\p{L}*$", "Abcd"),
            (r"^\s\S$", " b"),
            (r"^(['x]).*\1$", "'bcd'"),
            (r"^\u00e9$", "é"),
            ("^$", ""),
            ("", ""),
            ("a|b", "a"),
            ("(?<=€)[0-9]+$", "€234"),
            ("[\u{1}-\u{3}]", "\u{1}"),
            (r"^[\u4e00-\u4eff]$", "\u{4e00}"),
            (r"^[^\x00-\u2fff]", "\u{3000}"),
        ] {
            assert_eq!(example(&[pattern], &(0..=100), 0).as_deref(), Some(expected), "{pattern}");
        }
    }

    #[test]
    fn texts_match_within_lengths() {
        for (pattern, lengths) in [
            (r"^(?=.*[A-Z])(?=.*\d)(?!.*\s).{8,}$", 8..=20),
            (r"^(?=.{10,}$)(?=.*[#@])[a-z#@]+$", 0..=50),
            ("^[a-z]+-[a-z]+$", 6..=6),
            ("^[a-z]*$", 40..=40),
            ("^[a-z]*$", 0..=0),
            ("^(?:ab)*c?$", 7..=7),
            ("[A-Z]{3}", 12..=12),
            ("[A-Z]{3}$", 12..=12),
            ("^([a-z]{2}|[a-z]{9})$", 5..=20),
            ("^(?!a)[ab]$", 0..=9),
            (r"^(?<q>['x])[a-z]*\k<q>$", 0..=9),
            (r"\bchat\b", 20..=30),
            ("^.{300,}$", 0..=1_000),
        ] {
            for turn in 0..5 {
                let text = example(&[pattern], &lengths, turn);
                assert!(text.as_ref().is_some_and(|text| is_found(pattern, text)), "{pattern} {text:?}");
                assert!(lengths.contains(&text.unwrap_or_default().chars().count()), "{pattern}");
            }
        }
        let both = example(&["^[A-Z]", "[0-9]$"], &(0..=9), 0).unwrap();
        assert!(is_found("^[A-Z]", &both) && is_found("[0-9]$", &both), "{both}");
    }

    #[test]
    fn another_turn_gives_another_text() {
        let texts: Vec<_> = (0..3).map(|turn| example(&["^(a|b|c)[0-9]$"], &(0..=9), turn).unwrap()).collect();
        assert_eq!(texts, ["a2", "b2", "c2"]);
        let all: std::collections::BTreeSet<_> = (0..27).map(|turn| example(&["^[abc]{3}$"], &(0..=9), turn)).collect();
        assert_eq!(all.len(), 27);
    }

    #[test]
    fn what_matches_nothing_ends() {
        for pattern in ["^[]$", "(?!)", "[", "^(a{1000}){1000}$", "^.{100000}$", r"^(?=a)b$", r"^(a+)+\1{99}b(?<!b)$"] {
            assert_eq!(example(&[pattern], &(0..=100_000), 0), None, "{pattern}");
        }
        assert_eq!(example(&["^abc$"], &(4..=9), 0), None);
        assert_eq!(example(&["^[a-z]$", "^[0-9]$"], &(0..=9), 0), None);
    }

    proptest! {
        #[test]
        fn anything_ends(pattern in r"(\PC|[\[\]()\\^$*+?{}|,0-9a-zd-w]){0,24}", least in 0_usize..50, turn in any::<usize>()) {
            let text = example(&[&pattern], &(least..=60), turn / 2);
            prop_assert!(text.is_none_or(|text| is_found(&pattern, &text)));
        }
    }
}
