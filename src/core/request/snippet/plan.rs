//! What a snippet has to say, whatever the language: secrets cut out, body in the form the target can express.

use super::Redaction;
use crate::core::request::base64;
use crate::core::request::body::{Chunk, boundary, chunks};
use crate::core::request::message::{Body, File, Part, PartValue, Request, Secret, SecretPlace};

/// Above this size, bytes without a name are read from a file rather than written in the snippet.
const INLINE: usize = 48 * 1024;
/// The name of that file.
pub(super) const BODY_FILE: &str = "body.bin";

/// A run of a text that may hold secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Variable(String),
}

/// A text that may hold secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase(pub(super) Vec<Piece>);

impl Phrase {
    /// The same phrase after `prefix`.
    pub(super) fn after(&self, prefix: &str) -> Self {
        let mut pieces = self.0.clone();
        match pieces.first_mut() {
            Some(Piece::Text(text)) => text.insert_str(0, prefix),
            _ => pieces.insert(0, Piece::Text(prefix.to_owned())),
        }
        Self(pieces)
    }

    /// An expression: pieces written by `text` and `variable`, joined by the operator `plus`.
    pub(super) fn render(
        &self,
        text: impl Fn(&str) -> String,
        variable: impl Fn(&str) -> String,
        plus: &str,
    ) -> String {
        let pieces: Vec<_> = self
            .0
            .iter()
            .map(|piece| match piece {
                Piece::Text(piece) => text(piece),
                Piece::Variable(name) => variable(name),
            })
            .collect();
        pieces.join(plus)
    }

    /// The names of its variables.
    pub(super) fn variables(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Variable(name) => Some(name.as_str()),
            Piece::Text(_) => None,
        })
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Piece::Text(text) if text.is_empty()))
    }

    /// Its text, variables left out.
    pub(super) fn text(&self) -> String {
        self.render(str::to_owned, |_| String::new(), "")
    }
}

/// What follows the headers, as a target writes it.
#[derive(Debug)]
pub(super) enum Content<'a> {
    Nothing,
    Text(&'a str),
    /// The content of the file of this name.
    File(&'a str),
    /// Bytes, in Base64.
    Inline(String),
    /// A form, written with what the language offers.
    Parts(&'a [Part]),
    /// A body laid out by hand: a form, whose boundary is in the headers, or a text that holds secrets.
    Chunks(Vec<Run<'a>>),
}

/// A run of a body laid out by hand.
#[derive(Debug)]
pub(super) enum Run<'a> {
    Text(String),
    File(&'a File),
    Variable(String),
}

/// What a snippet has to say.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) method: &'a str,
    pub(super) url: Phrase,
    pub(super) headers: Vec<(&'a str, Phrase)>,
    pub(super) content: Content<'a>,
}

impl<'a> Plan<'a> {
    /// The plan of `request`. A form whose every part `can_write` is left to the language; others are laid out.
    pub(super) fn new(request: &'a Request, redaction: Redaction, can_write: impl Fn(&Part) -> bool) -> Self {
        let secrets: &[Secret] = if redaction == Redaction::Shown { &[] } else { &request.secrets };
        let url_secrets: Vec<_> = secrets.iter().filter(|secret| secret.place == SecretPlace::Url).collect();
        let in_body: Vec<_> = secrets.iter().filter(|secret| secret.place == SecretPlace::Body).collect();
        let holds = |text: &str| in_body.iter().any(|secret| text.contains(&secret.value));
        let mut headers: Vec<_> = request
            .headers
            .iter()
            .map(|(name, value)| {
                let is_here = |place: &SecretPlace| match place {
                    SecretPlace::Header(other) => other.eq_ignore_ascii_case(name),
                    SecretPlace::Url | SecretPlace::Body => false,
                };
                let here: Vec<_> = secrets.iter().filter(|secret| is_here(&secret.place)).collect();
                (name.as_str(), cut(value, &here))
            })
            .collect();
        let content = match &request.body {
            Body::None => Content::Nothing,
            Body::Text(text) if holds(text) => Content::Chunks(split(vec![Chunk::Text(text.clone())], &in_body)),
            // No shell and few languages carry NUL in a text.
            Body::Text(text) if text.contains('\0') => inline(text.as_bytes()),
            Body::Text(text) => Content::Text(text),
            Body::Bytes(file) if file.name.is_empty() => inline(&file.bytes),
            Body::Bytes(file) => Content::File(&file.name),
            Body::Form(parts)
                if parts.iter().all(|part| can_write(part) && !text_or_file(part).is_ok_and(holds))
                    && !parts.is_empty() =>
            {
                Content::Parts(parts)
            }
            Body::Form(parts) => {
                let boundary = boundary(parts);
                let media = format!("multipart/form-data; boundary={boundary}");
                headers.push(("Content-Type", Phrase(vec![Piece::Text(media)])));
                Content::Chunks(split(chunks(parts, &boundary), &in_body))
            }
        };
        Self { method: &request.method, url: cut(&request.url, &url_secrets), headers, content }
    }

    /// Whether a header of this name is there.
    pub(super) fn has_header(&self, name: &str) -> bool {
        self.headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name))
    }

    /// Whether something follows the headers.
    pub(super) fn has_content(&self) -> bool {
        !matches!(self.content, Content::Nothing)
    }

    /// The names of all variables, each once.
    pub(super) fn variables(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        let phrases = std::iter::once(&self.url).chain(self.headers.iter().map(|(_, value)| value));
        let chunks = if let Content::Chunks(chunks) = &self.content { chunks.as_slice() } else { &[] };
        let in_body = chunks.iter().filter_map(|chunk| match chunk {
            Run::Variable(name) => Some(name.as_str()),
            Run::Text(_) | Run::File(_) => None,
        });
        for name in phrases.flat_map(Phrase::variables).chain(in_body) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether a client that tidies paths would change this one.
    pub(super) fn has_dot_segments(&self) -> bool {
        let url = self.url.text().to_ascii_lowercase().replace("%2e", ".");
        let path = url.split('?').next().unwrap_or_default().to_owned();
        path.split('/').skip(3).any(|segment| segment == "." || segment == "..")
    }
}

fn inline<'a>(bytes: &[u8]) -> Content<'a> {
    if bytes.len() > INLINE { Content::File(BODY_FILE) } else { Content::Inline(base64::encode(bytes)) }
}

/// The text and the file of a part.
pub(super) fn text_or_file(part: &Part) -> Result<&str, &File> {
    match &part.value {
        PartValue::Text(text) => Ok(text),
        PartValue::File(file) => Err(file),
    }
}

/// The same runs, secrets cut out of their texts.
fn split<'a>(chunks: Vec<Chunk<'a>>, secrets: &[&Secret]) -> Vec<Run<'a>> {
    let pieces = |text: &str| {
        let pieces = cut(text, secrets).0.into_iter();
        pieces.map(|piece| match piece {
            Piece::Text(text) => Run::Text(text),
            Piece::Variable(name) => Run::Variable(name),
        })
    };
    let split = chunks.into_iter().flat_map(|chunk| match chunk {
        Chunk::Text(text) => pieces(&text).collect(),
        Chunk::File(file) => vec![Run::File(file)],
    });
    split.collect()
}

/// Cuts the secrets out of `text`.
fn cut(text: &str, secrets: &[&Secret]) -> Phrase {
    let mut pieces = vec![Piece::Text(text.to_owned())];
    let mut sorted = secrets.to_vec();
    sorted.sort_by_key(|secret| std::cmp::Reverse(secret.value.len()));
    for secret in sorted.into_iter().filter(|secret| !secret.value.is_empty()) {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| match piece {
                Piece::Text(text) => cut_one(&text, secret),
                variable => vec![variable],
            })
            .collect();
    }
    pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
    if pieces.is_empty() {
        pieces.push(Piece::Text(String::new()));
    }
    Phrase(pieces)
}

/// A short secret also stands inside words by chance: whole words go, or everything when there is none.
fn cut_one(text: &str, secret: &Secret) -> Vec<Piece> {
    let found: Vec<_> = text.match_indices(&secret.value).map(|(start, _)| start).collect();
    let is_word = |start: &usize| {
        let before = text.get(..*start).and_then(|before| before.chars().next_back());
        let after = text.get(start + secret.value.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let words: Vec<_> = found.iter().copied().filter(is_word).collect();
    let mut pieces = Vec::new();
    let mut end = 0;
    for start in if words.is_empty() { found } else { words } {
        pieces.push(Piece::Text(text.get(end..start).unwrap_or_default().to_owned()));
        pieces.push(Piece::Variable(secret.variable.clone()));
        end = start + secret.value.len();
    }
    pieces.push(Piece::Text(text.get(end..).unwrap_or_default().to_owned()));
    pieces
}
