//! [`Answers`]: what was answered, as typed, and where it comes from.

use crate::core::wizard::questions::{Question, Shape};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A row of a table: cells as typed, by column. A column that is not there is empty.
pub type Row = BTreeMap<String, String>;

/// An answer, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// A text, or a choice among words.
    Text(String),
    /// A list.
    Words(Vec<String>),
    /// A table.
    Rows(Vec<Row>),
}

impl Answer {
    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        let blank = |text: &String| text.trim().is_empty();
        match self {
            Self::Text(text) => blank(text),
            Self::Words(words) => words.iter().all(blank),
            Self::Rows(rows) => rows.iter().all(|row| row.values().all(blank)),
        }
    }

    fn shape(&self) -> Shape {
        match self {
            Self::Text(_) => Shape::Text,
            Self::Words(_) => Shape::Words,
            Self::Rows(_) => Shape::Rows,
        }
    }

    /// The answer that a JSON value is, in the form that `question` asks for.
    pub(in crate::core::wizard) fn of(question: Question, value: Value) -> Result<Self, String> {
        let wrong = |expected: &str| format!("`{question}`: {expected}");
        match question.definition().kind.shape() {
            Shape::Text => serde_json::from_value(value).map(Self::Text).map_err(|_| wrong("a text is expected")),
            Shape::Words => {
                serde_json::from_value(value).map(Self::Words).map_err(|_| wrong("a list of texts is expected"))
            }
            Shape::Rows => serde_json::from_value(value)
                .map(Self::Rows)
                .ok()
                .filter(|answer| answer.fits(question))
                .ok_or_else(|| wrong("a list of rows with known columns is expected")),
            Shape::Documents => Err(wrong("documents are beside the answers")),
        }
    }

    fn fits(&self, question: Question) -> bool {
        let kind = question.definition().kind;
        let known = |name: &String| kind.columns().iter().any(|column| column.id == name);
        match self {
            Self::Rows(rows) => kind.shape() == Shape::Rows && rows.iter().all(|row| row.keys().all(known)),
            other => other.shape() == kind.shape(),
        }
    }
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A person wrote or confirmed it.
    Typed,
    /// The OpenAPI document states it.
    Document,
    /// The page of the catalogue that is updated states it.
    Page,
    /// A page of the former api.gouv.fr states it.
    Former,
}

/// An answer and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The answer.
    pub value: Answer,
    /// Where it comes from.
    pub origin: Origin,
}

/// Answers by question, each in the form that its question asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Question, Written>")]
pub struct Answers(BTreeMap<Question, Answered>);

/// An answer of a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    value: Value,
    origin: Origin,
}

impl TryFrom<BTreeMap<Question, Written>> for Answers {
    type Error = String;

    fn try_from(written: BTreeMap<Question, Written>) -> Result<Self, Self::Error> {
        let read = written.into_iter().map(|(question, Written { value, origin })| {
            Ok((question, Answered { value: Answer::of(question, value)?, origin }))
        });
        read.collect::<Result<_, String>>().map(Self)
    }
}

impl Answers {
    /// The answer to `question`.
    pub fn get(&self, question: Question) -> Option<&Answered> {
        self.0.get(&question)
    }

    /// Every answer, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (Question, &Answered)> {
        self.0.iter().map(|(question, answered)| (*question, answered))
    }

    /// Takes an answer of the form that its question asks for; refuses another: `false`.
    pub fn set(&mut self, question: Question, answered: Answered) -> bool {
        let fits = answered.value.fits(question);
        if fits {
            self.0.insert(question, answered);
        }
        fits
    }

    /// Forgets the answer to `question`, as if it had never been touched.
    pub fn remove(&mut self, question: Question) -> Option<Answered> {
        self.0.remove(&question)
    }
}
