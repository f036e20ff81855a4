//! [`Redactor`]: texts in which the name of a variable stands for each secret, in every form a secret takes.
//!
//! Never here: which values are secrets.

use crate::core::address::percent_decode;
use crate::core::request::percent::{self, Set};
use crate::core::request::style::ascii_json;
use crate::core::request::{Secret, SecretPlace, base64};
use serde_json::Value;

/// Secrets shorter than this also stand inside words by chance: whole words go, or everything when there is none.
const SHORT: usize = 4;

/// Replaces secrets by `{{VARIABLE}}`.
#[derive(Debug, Clone, Default)]
pub struct Redactor {
    /// What is looked for, longest first, with what replaces it.
    needles: Vec<(String, String)>,
}

impl Redactor {
    /// Knows each of `secrets` as it is, decoded, percent-encoded, in Base64 and escaped in JSON.
    pub fn new(secrets: &[Secret]) -> Self {
        let mut redactor = Self::default();
        for secret in secrets {
            let mark = format!("{{{{{}}}}}", secret.variable);
            redactor.add(&secret.value, &mark);
            match &secret.place {
                SecretPlace::Url => redactor.add(&percent_decode(&secret.value), &mark),
                SecretPlace::Body => redactor.add(&percent::decode_form(&secret.value), &mark),
                SecretPlace::Header(name) if name.eq_ignore_ascii_case("cookie") => {
                    redactor.add(&percent_decode(&secret.value), &mark);
                }
                SecretPlace::Header(_) => {}
            }
            // `Basic`: the account itself, and its password alone.
            let account = base64::decode(&secret.value).and_then(|bytes| String::from_utf8(bytes).ok());
            if let Some((account, (_, password))) = account.as_ref().and_then(|all| Some((all, all.split_once(':')?))) {
                redactor.add(account, &mark);
                redactor.add(password, &mark);
            }
        }
        redactor.needles.sort_by_key(|(needle, _)| std::cmp::Reverse(needle.len()));
        redactor
    }

    /// Adds a value in all its forms.
    fn add(&mut self, value: &str, mark: &str) {
        let json = Value::from(value).to_string();
        let json = json.get(1..json.len() - 1).unwrap_or_default();
        let encoded = percent::encode(value, Set::Unreserved);
        let forms = [
            value.to_owned(),
            json.to_owned(),
            json.replace('/', "\\/"),
            ascii_json(json),
            ascii_json(json).replace('/', "\\/"),
            with_small_digits(&encoded),
            encoded,
            percent::encode_form(value),
            base64::encode(value.as_bytes()),
            base64::encode(value.as_bytes()).trim_end_matches('=').to_owned(),
            base64::encode_url(value.as_bytes()),
        ];
        for form in forms {
            if !form.is_empty() && self.needles.iter().all(|(needle, _)| *needle != form) {
                self.needles.push((form, mark.to_owned()));
            }
        }
    }

    /// The length of the longest form, in bytes: how far past a cut a secret may go.
    pub fn longest(&self) -> usize {
        self.needles.first().map_or(0, |(needle, _)| needle.len())
    }

    /// The whole text, without secrets.
    pub fn text(&self, text: &str) -> String {
        self.start(text, usize::MAX).0
    }

    /// The start of a text, `most` bytes of it at most before replacement, and whether something is left. A secret
    /// that the cut would fall in is replaced whole.
    pub fn start(&self, text: &str, most: usize) -> (String, bool) {
        let seen = text.get(..floor(text, most.saturating_add(self.longest()).saturating_add(4))).unwrap_or_default();
        let mut starts = [false; 256];
        for byte in self.needles.iter().filter_map(|(needle, _)| needle.bytes().next()) {
            if let Some(start) = starts.get_mut(usize::from(byte)) {
                *start = true;
            }
        }
        let only_words: Vec<bool> = self.needles.iter().map(|(needle, _)| has_word(seen, needle)).collect();
        let most = floor(text, most);
        let (mut cleaned, mut from, mut at) = (String::with_capacity(most.min(seen.len())), 0, 0);
        while at < most {
            let is_start = seen.as_bytes().get(at).is_some_and(|byte| starts.get(usize::from(*byte)) == Some(&true));
            let rest = if is_start { seen.get(at..) } else { None };
            let found = rest.and_then(|rest| {
                let fits =
                    |needle: &str, words: bool| rest.starts_with(needle) && (!words || is_word(seen, at, needle.len()));
                self.needles.iter().zip(&only_words).find(|((needle, _), words)| fits(needle, **words))
            });
            match found {
                Some(((needle, mark), _)) => {
                    cleaned.push_str(seen.get(from..at).unwrap_or_default());
                    cleaned.push_str(mark);
                    at += needle.len();
                    from = at;
                }
                None => at += 1,
            }
        }
        cleaned.push_str(seen.get(from..most.max(from)).unwrap_or_default());
        (cleaned, at < text.len())
    }
}

/// Percent-encoded text, with `%2f` for `%2F`.
fn with_small_digits(encoded: &str) -> String {
    let mut pieces = encoded.split('%');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2).unwrap_or((piece, ""));
        text.extend(["%", &digits.to_ascii_lowercase(), rest]);
    }
    text
}

/// The nearest boundary of characters at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether a needle is short and stands somewhere as a whole word.
fn has_word(text: &str, needle: &str) -> bool {
    needle.len() < SHORT && text.match_indices(needle).any(|(at, _)| is_word(text, at, needle.len()))
}

fn is_word(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + length..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
