//! Requests without their secrets: for the screen and for the history.
//!
//! A secret is hidden wherever it stands, as it is sent and as it was given. Never here: snippets, which name variables
//! ([`crate::core::request::snippet`]).

use crate::core::address::percent_decode;
use crate::core::request::percent::{Set, decode_form, encode, encode_form};
use crate::core::request::{Body, PartValue, Request, SecretPlace, base64};

/// What stands for a secret. Its length says nothing.
pub const MASK: &str = "••••••";
/// Characters from which a value may be shown in part, and is hidden wherever it stands.
const LONG: usize = 12;
/// Characters from which a value is hidden wherever it stands, and not only in the place it is known for.
const DISTINCT: usize = 6;

/// A secret for the screen: two characters at each end of a long one, so that a person tells two keys apart.
pub fn masked(value: &str) -> String {
    let value = value.trim();
    if value.chars().count() < LONG {
        return MASK.to_owned();
    }
    let start: String = value.chars().take(2).collect();
    let mut end: Vec<char> = value.chars().rev().take(2).collect();
    end.reverse();
    start + MASK + &String::from_iter(end)
}

/// The request with [`MASK`] for each secret. It has no secret any more, and is not to be sent.
pub fn redacted(request: &Request) -> Request {
    let needles = Needles::of(request);
    let header = |(name, value): &(String, String)| {
        let place = SecretPlace::Header(name.clone());
        let value = match hidden_whole(name) {
            true => needles.hide_parameter(value, &place),
            false => needles.hide(value, &place),
        };
        (name.clone(), value)
    };
    let body = match &request.body {
        Body::Text(text) => Body::Text(needles.hide(text, &SecretPlace::Body)),
        Body::Form(parts) => {
            let mut parts = parts.clone();
            for part in &mut parts {
                if let PartValue::Text(text) = &mut part.value {
                    *text = needles.hide(text, &SecretPlace::Body);
                }
            }
            Body::Form(parts)
        }
        Body::None | Body::Bytes(_) => request.body.clone(),
    };
    Request {
        method: request.method.clone(),
        url: needles.hide(&request.url, &SecretPlace::Url),
        headers: request.headers.iter().map(header).collect(),
        body,
        secrets: Vec::new(),
    }
}

/// The request as text, every secret masked: method and address, headers, body. Files are named, not shown.
pub fn redacted_text(request: &Request) -> String {
    let Request { method, url, headers, body, .. } = redacted(request);
    let mut text = format!("{method} {url}\n");
    for (name, value) in &headers {
        text.extend([name, ": ", value, "\n"]);
    }
    match &body {
        Body::None => {}
        Body::Text(body) => text.extend(["\n", body, "\n"]),
        Body::Bytes(file) => text.extend(["\n< ", &file.name, "\n"]),
        Body::Form(parts) => {
            text.push('\n');
            for part in parts {
                let (sign, value) = match &part.value {
                    PartValue::Text(text) => (": ", text),
                    PartValue::File(file) => (": < ", &file.name),
                };
                text.extend([&part.name, sign, value, "\n"]);
            }
        }
    }
    text
}

/// Headers that hold nothing but what proves who calls, even where nobody said that it is secret.
fn hidden_whole(name: &str) -> bool {
    ["authorization", "proxy-authorization", "cookie"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

struct Needle<'a> {
    text: String,
    place: &'a SecretPlace,
}

/// What to hide.
struct Needles<'a>(Vec<Needle<'a>>);

impl<'a> Needles<'a> {
    fn of(request: &'a Request) -> Self {
        let mut needles: Vec<Needle<'a>> = Vec::new();
        for secret in request.secrets.iter().filter(|secret| !secret.value.is_empty()) {
            let place = &secret.place;
            let mut add = |text: String| {
                if !text.is_empty() && needles.iter().all(|other| other.text != text || other.place != place) {
                    needles.push(Needle { text, place });
                }
            };
            let written = &secret.value;
            let mut given = vec![percent_decode(written), decode_form(written)];
            // `Basic` holds the password in another alphabet.
            let account = base64::decode(written).and_then(|bytes| String::from_utf8(bytes).ok());
            if let Some((_, password)) = account.as_deref().and_then(|account| account.split_once(':')) {
                given.extend([password.to_owned(), decode_form(password)]);
            }
            add(written.clone());
            for given in given {
                add(encode(&given, Set::Unreserved));
                add(encode_form(&given));
                add(given);
            }
        }
        Self(needles)
    }

    /// `text` with one mask for each run of characters that belong to secrets.
    fn hide(&self, text: &str, place: &SecretPlace) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut until = 0;
        for (position, character) in text.char_indices() {
            let was_hidden = position < until;
            let rest = text.get(position..).unwrap_or_default();
            let before = text.get(..position).and_then(|before| before.chars().next_back());
            let ends =
                self.0.iter().filter(|needle| needle.stands(before, rest, place)).map(|needle| needle.text.len());
            until = ends.map(|length| position + length).fold(until, usize::max);
            match (was_hidden, position < until) {
                (_, false) => shown.push(character),
                (false, true) => shown.push_str(MASK),
                (true, true) => {}
            }
        }
        shown
    }

    /// The first word of a header such as `Authorization` says how, the rest is secret.
    fn hide_parameter(&self, value: &str, place: &SecretPlace) -> String {
        let hidden = self.hide(value, place);
        match (hidden.contains(MASK), hidden.split_once(' ')) {
            (true, _) => hidden,
            (false, Some((scheme, _))) if !scheme.contains('=') => format!("{scheme} {MASK}"),
            (false, _) => MASK.to_owned(),
        }
    }
}

impl Needle<'_> {
    /// Whether the secret stands at the beginning of `rest`. A short one is the same as many harmless words: it counts
    /// in its own place only, and as a whole word.
    fn stands(&self, before: Option<char>, rest: &str, place: &SecretPlace) -> bool {
        let Some(after) = rest.strip_prefix(self.text.as_str()) else { return false };
        let is_short = self.text.chars().count() < DISTINCT;
        let in_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        !is_short || (self.is_at(place) && !in_word(before) && !in_word(after.chars().next()))
    }

    fn is_at(&self, place: &SecretPlace) -> bool {
        match (self.place, place) {
            (SecretPlace::Header(known), SecretPlace::Header(name)) => known.eq_ignore_ascii_case(name),
            (known, place) => known == place,
        }
    }
}
