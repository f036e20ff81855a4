//! What was said of a draft: comments, rounds of review.

use super::{Answers, Draft, Source, Stage};
use crate::core::wizard::compare::compare;
use crate::core::wizard::questions::Question;
use serde::{Deserialize, Serialize};

/// Stands for who wrote a comment that came without a name.
pub const ANONYMOUS: &str = "—";

/// What a reviewer said of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// The question; none for the draft as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Who says it; empty until whoever reviews on this device signs.
    pub author: String,
    /// What they say.
    pub text: String,
    /// When (RFC 3339); drafts of older pages have it in words.
    pub at: String,
    /// Whether it was dealt with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resolved: bool,
}

impl Comment {
    /// Whether nobody's name is known for it.
    pub fn is_unsigned(&self) -> bool {
        matches!(self.author.as_str(), "" | ANONYMOUS)
    }
}

/// What a review came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The author is asked for changes.
    ChangesAsked,
    /// The page may be published.
    Approved,
}

/// A round of review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Who reviewed.
    pub reviewer: String,
    /// When (RFC 3339); drafts of older pages have it in words.
    pub at: String,
    /// What it came to.
    pub verdict: Verdict,
    /// What they say of the whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// What they read: what changed since is told against it.
    pub snapshot: Snapshot,
}

/// What a draft said at some time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Its answers.
    pub answers: Answers,
    /// Its documents, without their texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<SnapshotDocument>,
}

/// A document of a snapshot: enough to tell whether it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotDocument {
    /// Its title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Name of its file, or its address.
    pub name: String,
    /// Whether a copy of what an address answers is published beside the page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub beside: bool,
    /// Length of its text in bytes; none where no text is at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<usize>,
    /// What its text comes to: two texts with the same are taken for the same.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fingerprint: String,
}

impl Draft {
    /// What it says now.
    pub fn snapshot(&self) -> Snapshot {
        let documents = self.documents.iter().map(|document| {
            let (name, text) = match &document.source {
                Source::Text { name, text } => (name, Some(text)),
                Source::Address { url, copy, .. } => (url, copy.as_ref()),
                Source::Published { name } => (name, None),
            };
            SnapshotDocument {
                title: document.title.clone(),
                name: name.clone(),
                beside: matches!(document.source, Source::Address { beside: true, .. }),
                bytes: text.map(String::len),
                fingerprint: text.map(|text| fingerprint(text)).unwrap_or_default(),
            }
        });
        Snapshot { answers: self.answers.clone(), documents: documents.collect() }
    }

    /// A short name of what it says now.
    pub(super) fn fingerprint(&self) -> String {
        // Keys are texts: nothing in it fails to be JSON.
        fingerprint(&serde_json::to_string(&(&self.answers, &self.documents)).unwrap_or_default())
    }

    /// Takes in what another device wrote: a comment that nobody signed there is not to be signed by whoever reviews
    /// here.
    pub fn came_from_elsewhere(&mut self) {
        self.unsigned().for_each(|comment| comment.author = ANONYMOUS.to_owned());
    }

    fn unsigned(&mut self) -> impl Iterator<Item = &mut Comment> {
        self.comments.iter_mut().filter(|comment| comment.author.is_empty())
    }

    /// Notes that it is sent to be reviewed, by its author: what was reviewed already and did not change is on its way
    /// back.
    pub fn goes_to_review(&mut self) {
        let is_new = match self.stage {
            Stage::Writing => true,
            Stage::ChangesAsked => {
                let now = self.snapshot();
                self.rounds.last().is_none_or(|round| !compare(&round.snapshot, &now).is_empty())
            }
            Stage::InReview | Stage::Approved | Stage::Sent => false,
        };
        if is_new {
            self.stage = Stage::InReview;
        }
    }

    /// Closes a round of review: the draft goes back to its author, or may be published. Signs the comments that were
    /// written here since the one before.
    pub fn close_round(&mut self, reviewer: &str, at: &str, verdict: Verdict, message: &str) {
        self.unsigned().for_each(|comment| comment.author = reviewer.to_owned());
        self.stage = match verdict {
            Verdict::ChangesAsked => Stage::ChangesAsked,
            Verdict::Approved => Stage::Approved,
        };
        self.rounds.push(Round {
            reviewer: reviewer.to_owned(),
            at: at.to_owned(),
            verdict,
            message: message.to_owned(),
            snapshot: self.snapshot(),
        });
    }

    /// Whether what it says was approved, and is still what was approved.
    pub fn is_approved(&self) -> bool {
        let is_same = |round: &Round| compare(&round.snapshot, &self.snapshot()).is_empty();
        self.rounds.last().is_some_and(|round| round.verdict == Verdict::Approved && is_same(round))
    }

    /// The comments on `question` that are still to be dealt with.
    pub fn open_comments(&self, question: Question) -> impl Iterator<Item = &Comment> {
        self.comments.iter().filter(move |comment| comment.question == Some(question) && !comment.resolved)
    }
}

/// A short name of a text (FNV-1a, 64 bits): two texts with the same are taken for the same. It resists no one who
/// means to deceive: it tells a person what changed, and protects nothing.
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
