//! [`Draft`]: what was answered so far, as typed, and what was said of it.
//!
//! A draft is one file. Nothing in it is parsed: an address without its end, a date in letters, a list in the making
//! come back as they were left. Never here: what makes an answer right ([`super::check`]), what becomes of it
//! ([`super::emit`]).

mod answer;
mod file;
mod migrate;
mod review;

pub use answer::{Answer, Answered, Answers, Origin, Row};
pub use file::{FORMAT, VERSION, read, write};
pub use review::{ANONYMOUS, Comment, Round, Snapshot, SnapshotDocument, Verdict};

use super::questions::{Question, Shape};
use crate::core::date::Date;
use crate::core::id::Slug;
use crate::core::publication::Receipt;
use serde::{Deserialize, Serialize};

/// What was answered so far, and what was said of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// What tells it from the other drafts of the device. Given by whoever makes it: nothing here is random.
    pub id: String,
    /// How many times it was saved: two tabs that disagree have the same revision behind them.
    #[serde(default)]
    pub revision: u64,
    /// How far it is.
    #[serde(default)]
    pub stage: Stage,
    /// The page of the catalogue that it updates; none for a new API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updates: Option<Slug>,
    /// Day that page entered the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Date>,
    /// The answers.
    #[serde(default)]
    pub answers: Answers,
    /// The OpenAPI documents, the main one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Attached>,
    /// What reviewers said of single answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// The rounds of review, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    /// Where it was sent, the first time first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<Receipt>,
    /// The day its files bear as long as it says the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Dated>,
}

/// The day that the files of a draft bear, once they left: sent again on another day, they are the same files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// The day.
    pub day: Date,
    /// What the draft said then: another text is written on another day.
    pub fingerprint: String,
}

/// How far a draft is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Its author writes.
    #[default]
    Writing,
    /// Somebody else reads it.
    InReview,
    /// Its author was asked for changes.
    ChangesAsked,
    /// It may be published.
    Approved,
    /// It was sent.
    Sent,
}

/// An OpenAPI document of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attached {
    /// Its title, where there are several. As typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What was given.
    pub source: Source,
}

/// What was given as an OpenAPI document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Source {
    /// A text: a file that was dropped or chosen, or what was pasted.
    Text {
        /// Name of the file; empty for what was pasted.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        name: String,
        /// Its text, as given.
        text: String,
    },
    /// An address.
    Address {
        /// The address, as typed.
        url: String,
        /// What it answered when it was last asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        copy: Option<String>,
        /// Whether the copy is published beside the page, in place of the address. Otherwise readers ask the address, and
        /// the site itself knows nothing of what it answers.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        beside: bool,
    },
    /// A file that lies beside the page already and is not changed.
    Published {
        /// Its name.
        name: String,
    },
}

impl Source {
    /// The text that is at hand.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            Self::Address { copy, .. } => copy.as_deref(),
            Self::Published { .. } => None,
        }
    }

    /// Whether the content folder holds its text, or will: the site then shows its operations and judges it.
    pub fn is_beside(&self) -> bool {
        !matches!(self, Self::Address { beside: false, .. })
    }
}

impl Draft {
    /// A draft without answers.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            revision: 0,
            stage: Stage::default(),
            updates: None,
            created: None,
            answers: Answers::default(),
            documents: Vec::new(),
            comments: Vec::new(),
            rounds: Vec::new(),
            receipts: Vec::new(),
            dated: None,
        }
    }

    /// The day its files bear: that on which the same answers left before, else `today`.
    pub fn day(&self, today: Date) -> Date {
        self.dated.as_ref().filter(|dated| dated.fingerprint == self.fingerprint()).map_or(today, |dated| dated.day)
    }

    /// Keeps the day that its files bear from now on, as long as it says the same.
    pub fn keep_day(&mut self, day: Date) {
        self.dated = Some(Dated { day, fingerprint: self.fingerprint() });
    }

    /// Its name in lists: the title of the API, as typed; empty while there is none.
    pub fn title(&self) -> &str {
        self.text(Question::Title).trim()
    }

    /// The answer, if the question was touched.
    pub fn answer(&self, question: Question) -> Option<&Answer> {
        self.answers.get(question).map(|answered| &answered.value)
    }

    /// Where the answer comes from.
    pub fn origin(&self, question: Question) -> Option<Origin> {
        self.answers.get(question).map(|answered| answered.origin)
    }

    /// The answer that is a text, as typed; empty where there is none.
    pub fn text(&self, question: Question) -> &str {
        match self.answer(question) {
            Some(Answer::Text(text)) => text,
            _ => "",
        }
    }

    /// The answer that is a list of words, as typed.
    pub fn words(&self, question: Question) -> &[String] {
        match self.answer(question) {
            Some(Answer::Words(words)) => words,
            _ => &[],
        }
    }

    /// The answer that is a table, as typed.
    pub fn rows(&self, question: Question) -> &[Row] {
        match self.answer(question) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// Whether something was answered: white space is nothing.
    pub fn is_answered(&self, question: Question) -> bool {
        match question.definition().kind.shape() {
            Shape::Documents => !self.documents.is_empty(),
            _ => self.answer(question).is_some_and(|answer| !answer.is_blank()),
        }
    }

    /// Answers a question. An answer of another form than the question's is refused, and nothing changes: `false`.
    ///
    /// An empty answer is one too: what was cleared by hand is not filled in again.
    pub fn set(&mut self, question: Question, value: Answer, origin: Origin) -> bool {
        self.answers.set(question, Answered { value, origin })
    }

    /// Takes what was filled in from elsewhere: never over what a person typed. Says which questions changed.
    pub fn fill(&mut self, values: Vec<(Question, Answer)>, origin: Origin) -> Vec<Question> {
        let mut changed = Vec::new();
        for (question, value) in values {
            let typed = self.origin(question) == Some(Origin::Typed);
            let same = self.answer(question) == Some(&value);
            if !typed && !same && !value.is_blank() && self.set(question, value, origin) {
                changed.push(question);
            }
        }
        changed
    }
}

#[cfg(test)]
pub(crate) mod tests;
