//! What the wizard asks, as data: steps, kinds of field, conditions.
//!
//! Words (label, reason, examples) are in [`crate::core::i18n::wizard`], so that what is asked and how it is said
//! change apart.

mod kind;
mod table;

pub use kind::{Column, Kind, Page, Shape};
pub use table::Question;

use super::draft::{Draft, Origin};

/// A step of the wizard: one page of questions. At most eight, as the pattern of steps asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// What must be so before an API is referenced.
    Prerequisites,
    /// What the API is, in words for everyone.
    Description,
    /// Who answers for it.
    Producer,
    /// How it is called.
    Technical,
    /// Who may use it, and how to ask.
    Access,
    /// What the producer commits to.
    ServiceLevel,
    /// Who answers questions, and what happens next.
    Contact,
    /// Everything read again before it leaves.
    Review,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 8] = [
        Self::Prerequisites,
        Self::Description,
        Self::Producer,
        Self::Technical,
        Self::Access,
        Self::ServiceLevel,
        Self::Contact,
        Self::Review,
    ];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Prerequisites => "prerequisites",
            Self::Description => "description",
            Self::Producer => "producer",
            Self::Technical => "technical",
            Self::Access => "access",
            Self::ServiceLevel => "service-level",
            Self::Contact => "contact",
            Self::Review => "review",
        }
    }

    /// The step of that name.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.id() == id)
    }

    /// Its questions, in order, whether or not they are shown.
    pub fn questions(self) -> impl Iterator<Item = Question> {
        Question::ALL.iter().copied().filter(move |question| question.definition().step == self)
    }
}

/// Where an answer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// The page of the catalogue: everybody reads it.
    Readers,
    /// The team of the catalogue: never published.
    Team,
}

/// When a question is asked.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// Always.
    Always,
    /// When the answer to a choice is one of these.
    Is(Question, &'static [&'static str]),
    /// When the answer to a choice is none of these, or there is none.
    IsNot(Question, &'static [&'static str]),
    /// When all of these hold.
    All(&'static [When]),
    /// When one of these holds.
    Any(&'static [When]),
    /// When the API has no page yet.
    New,
    /// When something other than a person answered it.
    Brought(Question),
}

impl When {
    /// Whether the condition holds for `draft`. A question that is itself not asked has no answer that counts.
    pub fn holds(self, draft: &Draft) -> bool {
        let given = |question: Question| is_shown(question, draft).then(|| draft.text(question).trim());
        match self {
            Self::Always => true,
            Self::New => draft.updates.is_none(),
            Self::Is(question, words) => given(question).is_some_and(|given| words.contains(&given)),
            Self::IsNot(question, words) => !given(question).is_some_and(|given| words.contains(&given)),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(draft)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(draft)),
            Self::Brought(question) => {
                draft.is_answered(question) && draft.origin(question).is_some_and(|origin| origin != Origin::Typed)
            }
        }
    }
}

/// A question, as data.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// Its name in drafts, addresses and findings. Stable.
    pub id: &'static str,
    /// The step that asks it.
    pub step: Step,
    /// How it is answered.
    pub kind: Kind,
    /// Whether the page can be published without an answer.
    pub optional: bool,
    /// Where the answer goes.
    pub destination: Destination,
    /// When it is asked.
    pub when: When,
}

/// Whether `question` is asked, given the other answers.
pub fn is_shown(question: Question, draft: &Draft) -> bool {
    question.definition().when.holds(draft)
}

/// The questions that `step` asks, given the answers.
pub fn shown(step: Step, draft: &Draft) -> impl Iterator<Item = Question> {
    step.questions().filter(|question| is_shown(*question, draft))
}

#[cfg(test)]
mod tests;
