//! From the text of a pattern to its tree.

use super::Refusal;
use super::class::{Family, Item, Set, dot, shorthand};

/// Groups nest at most this deep.
const DEEPEST: u32 = 100;

/// A part of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// One character of a set.
    Set(Set),
    /// Parts one after the other.
    Sequence(Vec<Node>),
    /// One part among several, first one preferred.
    Choice(Vec<Node>),
    /// A part several times; `most` is without bound when absent.
    Repeat { node: Box<Node>, least: u32, most: Option<u32>, greedy: bool },
    /// A group that remembers what it matched, numbered from 1.
    Group(usize, Box<Node>),
    /// `^`.
    Start,
    /// `$`.
    End,
    /// `\b`, or `\B` when false.
    WordEdge(bool),
    /// A look-around.
    Look { ahead: bool, wanted: bool, node: Box<Node> },
    /// What a group matched, again.
    Again(usize),
}

/// The tree of a pattern, and whether a match needs to remember groups.
pub(super) fn parse(text: &str) -> Result<(Node, bool), Refusal> {
    let characters: Vec<char> = text.chars().collect();
    let mut parser = Parser { names: group_names(&characters), characters, at: 0, groups: 0, depth: 0, again: 0 };
    let node = parser.choice()?;
    let known = parser.again <= parser.names.len();
    if parser.at == parser.characters.len() && known { Ok((node, parser.again > 0)) } else { Err(Refusal::Unreadable) }
}

/// The names of the groups that remember, in order; empty for those without a name.
fn group_names(characters: &[char]) -> Vec<String> {
    let mut names = Vec::new();
    let (mut at, mut bracket) = (0, false);
    while let Some(&character) = characters.get(at) {
        let next = |offset: usize| characters.get(at + offset).copied();
        match character {
            '\\' => at += 1,
            '[' => bracket = true,
            ']' => bracket = false,
            '(' if !bracket && next(1) != Some('?') => names.push(String::new()),
            '(' if !bracket && next(2) == Some('<') && !matches!(next(3), Some('=' | '!')) => {
                names.push(characters.iter().skip(at + 3).take_while(|c| **c != '>').collect());
            }
            _ => {}
        }
        at += 1;
    }
    names
}

struct Parser {
    characters: Vec<char>,
    at: usize,
    names: Vec<String>,
    groups: usize,
    depth: u32,
    /// The highest group that a back-reference names.
    again: usize,
}

/// What an escape stands for.
enum Escape {
    Character(char),
    Items(Vec<Item>),
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn next(&mut self) -> Result<char, Refusal> {
        let character = self.peek().ok_or(Refusal::Unreadable)?;
        self.at += 1;
        Ok(character)
    }

    fn accept(&mut self, text: &str) -> bool {
        let found =
            text.chars().enumerate().all(|(index, wanted)| self.characters.get(self.at + index) == Some(&wanted));
        if found {
            self.at += text.chars().count();
        }
        found
    }

    fn choice(&mut self) -> Result<Node, Refusal> {
        let mut nodes = vec![self.sequence()?];
        while self.accept("|") {
            nodes.push(self.sequence()?);
        }
        Ok(if nodes.len() == 1 { nodes.swap_remove(0) } else { Node::Choice(nodes) })
    }

    fn sequence(&mut self) -> Result<Node, Refusal> {
        let mut nodes = Vec::new();
        while !matches!(self.peek(), None | Some('|' | ')')) {
            let node = self.one()?;
            nodes.push(self.repeated(node)?);
        }
        Ok(Node::Sequence(nodes))
    }

    fn repeated(&mut self, node: Node) -> Result<Node, Refusal> {
        let signs = [("*", (0, None)), ("+", (1, None)), ("?", (0, Some(1)))];
        let sign = signs.into_iter().find(|(sign, _)| self.accept(sign)).map(|(_, counts)| counts);
        let Some((least, most)) = sign.or_else(|| self.counts()) else {
            return Ok(node);
        };
        let greedy = !self.accept("?");
        let repeatable = !matches!(node, Node::Start | Node::End | Node::WordEdge(_));
        if matches!(self.peek(), Some('*' | '+' | '?')) || most.is_some_and(|most| most < least) || !repeatable {
            return Err(Refusal::Unreadable);
        }
        Ok(Node::Repeat { node: Box::new(node), least, most, greedy })
    }

    /// `{2}`, `{2,}` or `{2,5}`; anything else is an ordinary brace.
    fn counts(&mut self) -> Option<(u32, Option<u32>)> {
        self.peek().filter(|sign| *sign == '{')?;
        let length = self.characters.iter().skip(self.at).take(30).position(|character| *character == '}')?;
        let text: String = self.characters.get(self.at + 1..self.at + length)?.iter().collect();
        let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
        let counts = match text.split_once(',') {
            None => (number(&text)?, Some(number(&text)?)),
            Some((least, "")) => (number(least)?, None),
            Some((least, most)) => (number(least)?, Some(number(most)?)),
        };
        self.at += length + 1;
        Some(counts)
    }

    fn one(&mut self) -> Result<Node, Refusal> {
        Ok(match self.next()? {
            '^' => Node::Start,
            '$' => Node::End,
            '.' => Node::Set(dot()),
            '(' => return self.group(),
            '[' => Node::Set(self.set()?),
            '*' | '+' | '?' => return Err(Refusal::Unreadable),
            '\\' if self.accept("b") => Node::WordEdge(true),
            '\\' if self.accept("B") => Node::WordEdge(false),
            '\\' if self.accept("k<") => {
                let name: String = self.characters.iter().skip(self.at).take_while(|c| **c != '>').collect();
                self.at += name.chars().count() + 1;
                let group = self.names.iter().position(|known| !name.is_empty() && *known == name);
                self.again(group.ok_or(Refusal::Unreadable)? + 1)
            }
            '\\' if matches!(self.peek(), Some('1'..='9')) => {
                let digits: String = self.characters.iter().skip(self.at).take_while(|c| c.is_ascii_digit()).collect();
                self.at += digits.len();
                self.again(digits.parse().map_err(|_| Refusal::Unreadable)?)
            }
            '\\' => match self.escape()? {
                Escape::Character(character) => Node::Set(Set::one(character)),
                Escape::Items(items) => Node::Set(Set { items, negated: false }),
            },
            character => Node::Set(Set::one(character)),
        })
    }

    fn again(&mut self, group: usize) -> Node {
        self.again = self.again.max(group);
        Node::Again(group)
    }

    fn group(&mut self) -> Result<Node, Refusal> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Refusal::Unreadable);
        }
        let looks = [("?=", true, true), ("?!", true, false), ("?<=", false, true), ("?<!", false, false)];
        let look = looks.into_iter().find(|(sign, ..)| self.accept(sign));
        let plain = look.is_some() || self.accept("?:");
        let mut number = None;
        if !plain {
            self.groups += 1;
            number = Some(self.groups);
            if self.accept("?<") {
                while self.next()? != '>' {}
            }
        }
        let node = Box::new(self.choice()?);
        if !self.accept(")") {
            return Err(Refusal::Unreadable);
        }
        self.depth -= 1;
        Ok(match (look, number) {
            (Some((_, ahead, wanted)), _) => Node::Look { ahead, wanted, node },
            (None, Some(number)) => Node::Group(number, node),
            (None, None) => *node,
        })
    }

    fn set(&mut self) -> Result<Set, Refusal> {
        let mut set = Set { items: Vec::new(), negated: self.accept("^") };
        while !self.accept("]") {
            let first = match self.member()? {
                Escape::Character(character) => character,
                Escape::Items(items) => {
                    set.items.extend(items);
                    continue;
                }
            };
            let ranges = self.peek() == Some('-') && !matches!(self.characters.get(self.at + 1), None | Some(']'));
            if !ranges {
                set.items.push(Item::Range(first, first));
                continue;
            }
            self.at += 1;
            match self.member()? {
                Escape::Character(last) if first <= last => set.items.push(Item::Range(first, last)),
                Escape::Character(_) => return Err(Refusal::Unreadable),
                // `a-\d` is three things, as browsers read it.
                Escape::Items(items) => {
                    set.items.extend([Item::Range(first, first), Item::Range('-', '-')]);
                    set.items.extend(items);
                }
            }
        }
        Ok(set)
    }

    fn member(&mut self) -> Result<Escape, Refusal> {
        match self.next()? {
            '\\' if self.accept("b") => Ok(Escape::Character('\u{8}')),
            '\\' => self.escape(),
            character => Ok(Escape::Character(character)),
        }
    }

    fn escape(&mut self) -> Result<Escape, Refusal> {
        let letter = self.next()?;
        if let Some(items) = shorthand(letter) {
            return Ok(Escape::Items(items));
        }
        Ok(Escape::Character(match letter {
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'v' => '\u{b}',
            'f' => '\u{c}',
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => '\0',
            'c' => match self.next()? {
                control if control.is_ascii_alphabetic() => char::from(control.to_ascii_uppercase() as u8 - b'@'),
                _ => return Err(Refusal::Unreadable),
            },
            'x' => char::from_u32(self.hexadecimal(2)?).ok_or(Refusal::Unreadable)?,
            'u' => self.code_point()?,
            'p' | 'P' => return self.family(letter == 'P').map(Escape::Items),
            other if !other.is_alphanumeric() => other,
            _ => return Err(Refusal::Unreadable),
        }))
    }

    fn hexadecimal(&mut self, digits: usize) -> Result<u32, Refusal> {
        (0..digits).try_fold(0, |number, _| {
            let digit = self.next()?.to_digit(16).ok_or(Refusal::Unreadable)?;
            Ok(number * 16 + digit)
        })
    }

    /// After `\u`: four digits, a pair of surrogates, or any number of digits in braces.
    fn code_point(&mut self) -> Result<char, Refusal> {
        let number = if self.accept("{") {
            let digits: String = self.characters.iter().skip(self.at).take_while(|c| c.is_ascii_hexdigit()).collect();
            self.at += digits.len();
            if !self.accept("}") {
                return Err(Refusal::Unreadable);
            }
            u32::from_str_radix(&digits, 16).map_err(|_| Refusal::Unreadable)?
        } else {
            let high = self.hexadecimal(4)?;
            if (0xD800..0xDC00).contains(&high) && self.accept("\\u") {
                let low = self.hexadecimal(4)?.checked_sub(0xDC00).ok_or(Refusal::Unreadable)?;
                0x10000 + ((high - 0xD800) << 10) + low
            } else {
                high
            }
        };
        char::from_u32(number).ok_or(Refusal::Unreadable)
    }

    fn family(&mut self, other: bool) -> Result<Vec<Item>, Refusal> {
        if !self.accept("{") {
            return Err(Refusal::Unreadable);
        }
        let name: String = self.characters.iter().skip(self.at).take(40).take_while(|c| **c != '}').collect();
        self.at += name.chars().count();
        let family = Family::named(&name).filter(|_| self.accept("}")).ok_or(Refusal::Unreadable)?;
        let items = vec![Item::Family(family)];
        Ok(if other { vec![Item::Other(items)] } else { items })
    }
}
