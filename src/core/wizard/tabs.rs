//! One draft in two tabs: who saved last, and what to do about it.

use super::compare::{Change, compare};
use super::draft::{Answered, Attached, Comment, Draft};
use super::questions::Question;

/// What is to be saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Save {
    /// Nobody saved meanwhile: this draft, with the next revision.
    Now(Draft),
    /// Another tab saved, and nothing was changed here: its draft takes the place of this one.
    Theirs(Draft),
    /// Another tab saved, and other questions were answered there: both, with the next revision.
    Merged {
        /// The draft to save and to show.
        draft: Draft,
        /// What came from the other tab.
        brought: Vec<Question>,
    },
    /// The same questions were answered otherwise in both: a person has to choose.
    Conflict(Conflict),
}

/// Two drafts that disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// What both say where they agree, what this tab says where they do not.
    pub draft: Draft,
    /// Where they do not.
    pub disputes: Vec<Dispute>,
}

/// A question that was answered otherwise in each tab.
#[derive(Debug, Clone, PartialEq)]
pub struct Dispute {
    /// The question; [`Question::Documents`] for the documents.
    pub question: Question,
    /// Both sides.
    pub sides: Sides,
}

/// What each tab says.
#[derive(Debug, Clone, PartialEq)]
pub enum Sides {
    /// An answer.
    Answers {
        /// In this tab.
        mine: Option<Answered>,
        /// In the other one.
        theirs: Option<Answered>,
    },
    /// The documents.
    Documents {
        /// In this tab.
        mine: Vec<Attached>,
        /// In the other one.
        theirs: Vec<Attached>,
    },
}

/// Decides what to save: `mine` is what this tab shows, `base` what it last loaded or saved, `stored` what the device
/// holds now (`None`: nothing, or not any more).
pub fn save(base: &Draft, mine: &Draft, stored: Option<&Draft>) -> Save {
    let next = |draft: &Draft, revision: u64| Draft { revision: revision.saturating_add(1), ..draft.clone() };
    let Some(stored) = stored.filter(|stored| stored.revision != base.revision) else {
        return Save::Now(next(mine, base.revision));
    };
    let is = |other: &Draft| *other == Draft { revision: other.revision, ..mine.clone() };
    if is(stored) || is(base) {
        return Save::Theirs(stored.clone());
    }
    let mut draft = next(mine, stored.revision.max(base.revision));
    let (mut brought, mut disputes) = (Vec::new(), Vec::new());
    for change in compare(&mine.snapshot(), &stored.snapshot()) {
        let question = change.question;
        let (is_mine, is_theirs) = (differs(base, mine, question), differs(base, stored, question));
        if is_mine && is_theirs {
            disputes.push(Dispute { question, sides: sides(mine, stored, question) });
        } else if is_theirs {
            take(&mut draft, stored, question);
            brought.push(question);
        }
    }
    rest(&mut draft, base, stored);
    if disputes.is_empty() { Save::Merged { draft, brought } } else { Save::Conflict(Conflict { draft, disputes }) }
}

impl Conflict {
    /// Whether `question` is disputed.
    pub fn is_about(&self, question: Question) -> bool {
        self.disputes.iter().any(|dispute| dispute.question == question)
    }

    /// The questions for which the other side is right: all that are disputed, or none.
    pub fn theirs(&self, is_right: bool) -> Vec<Question> {
        self.disputes.iter().filter(|_| is_right).map(|dispute| dispute.question).collect()
    }

    /// What is disputed, field by field: from what this side says to what the other one says.
    pub fn changes(&self) -> Vec<Change> {
        compare(&self.draft.snapshot(), &self.decide(&self.theirs(true)).snapshot())
    }

    /// The draft to save once each dispute is decided: `theirs` says for which questions the other tab is right.
    pub fn decide(&self, theirs: &[Question]) -> Draft {
        let mut draft = self.draft.clone();
        for dispute in self.disputes.iter().filter(|dispute| theirs.contains(&dispute.question)) {
            match &dispute.sides {
                Sides::Answers { theirs, .. } => put(&mut draft, dispute.question, theirs.clone()),
                Sides::Documents { theirs, .. } => draft.documents.clone_from(theirs),
            }
        }
        draft
    }
}

fn differs(base: &Draft, other: &Draft, question: Question) -> bool {
    match question {
        Question::Documents => base.documents != other.documents,
        question => base.answer(question) != other.answer(question),
    }
}

pub(super) fn sides(mine: &Draft, theirs: &Draft, question: Question) -> Sides {
    match question {
        Question::Documents => Sides::Documents { mine: mine.documents.clone(), theirs: theirs.documents.clone() },
        question => {
            Sides::Answers { mine: mine.answers.get(question).cloned(), theirs: theirs.answers.get(question).cloned() }
        }
    }
}

pub(super) fn take(draft: &mut Draft, from: &Draft, question: Question) {
    match question {
        Question::Documents => draft.documents.clone_from(&from.documents),
        question => put(draft, question, from.answers.get(question).cloned()),
    }
}

fn put(draft: &mut Draft, question: Question, answered: Option<Answered>) {
    match answered {
        Some(answered) => {
            draft.answers.set(question, answered);
        }
        None => {
            draft.answers.remove(question);
        }
    }
}

/// What is added and never edited, or has one author at a time: nothing of it is lost.
fn rest(draft: &mut Draft, base: &Draft, stored: &Draft) {
    comments(&mut draft.comments, &base.comments, &stored.comments);
    add(&mut draft.rounds, &stored.rounds);
    add(&mut draft.receipts, &stored.receipts);
    if draft.stage == base.stage {
        draft.stage = stored.stage;
    }
    if draft.dated == base.dated {
        draft.dated.clone_from(&stored.dated);
    }
    draft.updates = draft.updates.take().or_else(|| stored.updates.clone());
    draft.created = draft.created.or(stored.created);
}

/// Adds what was said of a draft elsewhere, and where it was sent. Twice is once.
pub(super) fn join(draft: &mut Draft, came: &Draft) {
    for theirs in &came.comments {
        match draft.comments.iter_mut().find(|comment| is_same(comment, theirs)) {
            Some(comment) => {
                comment.resolved |= theirs.resolved;
                if comment.is_unsigned() && !theirs.author.is_empty() {
                    comment.author.clone_from(&theirs.author);
                }
            }
            None => draft.comments.push(theirs.clone()),
        }
    }
    let known = draft.rounds.len();
    add(&mut draft.rounds, &came.rounds);
    if draft.rounds.len() > known {
        draft.stage = came.stage;
    }
    add(&mut draft.receipts, &came.receipts);
    draft.dated = draft.dated.take().or_else(|| came.dated.clone());
    draft.updates = draft.updates.take().or_else(|| came.updates.clone());
    draft.created = draft.created.or(came.created);
}

/// Whether two comments are one, whatever became of it, signed or not.
fn is_same(one: &Comment, other: &Comment) -> bool {
    let is_same_author = one.author == other.author || one.is_unsigned() || other.is_unsigned();
    is_same_author && (one.question, &one.text, &one.at) == (other.question, &other.text, &other.at)
}

/// Adds what is not there.
fn add<T: Clone + PartialEq>(mine: &mut Vec<T>, theirs: &[T]) {
    let lacking: Vec<T> = theirs.iter().filter(|one| !mine.contains(one)).cloned().collect();
    mine.extend(lacking);
}

/// Adds the comments of the other tab, and what became of those of both. What was deleted here stays deleted.
fn comments(mine: &mut Vec<Comment>, base: &[Comment], stored: &[Comment]) {
    for theirs in stored {
        match mine.iter_mut().find(|comment| is_same(comment, theirs)) {
            // Nothing was done with it here.
            Some(comment) if base.contains(comment) => comment.resolved = theirs.resolved,
            Some(_) => {}
            None if base.iter().any(|comment| is_same(comment, theirs)) => {}
            None => mine.push(theirs.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::publication::testing::receipt;
    use crate::core::wizard::draft::{Origin, Source, Verdict};
    use crate::core::wizard::tests::{complete, text};

    fn edited(base: &Draft, question: Question, typed: &str) -> Draft {
        let mut draft = base.clone();
        draft.set(question, text(typed), Origin::Typed);
        draft
    }

    fn stored(draft: Draft) -> Draft {
        Draft { revision: draft.revision + 1, ..draft }
    }

    #[test]
    fn alone_a_tab_saves() {
        let base = Draft { revision: 4, ..complete() };
        let mine = edited(&base, Question::Title, "Mine");
        let Save::Now(saved) = save(&base, &mine, Some(&base)) else { panic!() };
        assert_eq!((saved.revision, saved.title()), (5, "Mine"));
        // What was deleted elsewhere is not lost here.
        assert_eq!(save(&base, &mine, None), Save::Now(saved));
        let last = Draft { revision: u64::MAX, ..complete() };
        assert!(matches!(save(&last, &last, None), Save::Now(Draft { revision: u64::MAX, .. })));
    }

    #[test]
    fn a_tab_that_changed_nothing_follows() {
        let base = complete();
        let theirs = stored(edited(&base, Question::Title, "Theirs"));
        assert_eq!(save(&base, &base, Some(&theirs)), Save::Theirs(theirs.clone()));
        let mine = edited(&base, Question::Title, "Theirs");
        assert_eq!(save(&base, &mine, Some(&theirs)), Save::Theirs(theirs));
    }

    #[test]
    fn other_questions_are_merged() {
        let base = complete();
        let mine = edited(&base, Question::Title, "Mine");
        let mut theirs = stored(edited(&base, Question::Coverage, "Theirs"));
        theirs.documents.clear();
        theirs.answers.remove(Question::Data);
        theirs.close_round("Ada", "2026-11-26", Verdict::Approved, "");
        theirs.receipts.push(receipt("API", "https://a.fr"));
        let Save::Merged { draft, brought } = save(&base, &mine, Some(&theirs)) else { panic!() };
        assert_eq!(brought, [Question::Data, Question::Coverage, Question::Documents]);
        assert_eq!((draft.title(), draft.text(Question::Coverage), draft.revision), ("Mine", "Theirs", 2));
        assert!(draft.documents.is_empty() && draft.answer(Question::Data).is_none());
        assert_eq!((draft.rounds.len(), draft.receipts.len(), draft.stage), (1, 1, theirs.stage));
    }

    #[test]
    fn the_same_question_is_a_conflict() {
        let base = complete();
        let mut mine = edited(&edited(&base, Question::Title, "Mine"), Question::Tagline, "Mine too");
        mine.documents.clear();
        let mut theirs = stored(edited(&edited(&base, Question::Title, "Theirs"), Question::Coverage, "France"));
        theirs.documents[0].source = Source::Published { name: "a.yaml".into() };
        let Save::Conflict(conflict) = save(&base, &mine, Some(&theirs)) else { panic!() };
        let questions: Vec<Question> = conflict.disputes.iter().map(|dispute| dispute.question).collect();
        assert_eq!(questions, [Question::Title, Question::Documents]);
        let Sides::Answers { mine: Some(mine), theirs: Some(other) } = &conflict.disputes[0].sides else { panic!() };
        assert_eq!((&mine.value, &other.value), (&text("Mine"), &text("Theirs")));
        let changes: Vec<Question> = conflict.changes().iter().map(|change| change.question).collect();
        assert_eq!(changes, questions);
        let kept = conflict.decide(&[]);
        assert_eq!(
            (kept.title(), kept.text(Question::Tagline), kept.text(Question::Coverage)),
            ("Mine", "Mine too", "France")
        );
        assert!(kept.documents.is_empty() && kept.revision == theirs.revision + 1);
        let given = conflict.decide(&[Question::Title, Question::Documents]);
        assert_eq!((given.title(), given.text(Question::Tagline)), ("Theirs", "Mine too"));
        assert_eq!(given.documents, theirs.documents);
    }

    #[test]
    fn comments_of_both_are_kept() {
        let comment = |text: &str, resolved| Comment {
            question: None,
            author: "Ada".into(),
            text: text.into(),
            at: "2026-11-26".into(),
            resolved,
        };
        let comments = vec![comment("a", false), comment("gone", false), comment("b", false)];
        let base = Draft { comments, ..complete() };
        let comments = vec![comment("a", true), comment("b", false), comment("mine", false)];
        let mine = Draft { comments, ..base.clone() };
        let mut theirs = stored(edited(&base, Question::Title, "Theirs"));
        theirs.comments[2].resolved = true;
        theirs.comments.push(comment("theirs", false));
        let Save::Merged { draft, .. } = save(&base, &mine, Some(&theirs)) else { panic!() };
        let kept = [comment("a", true), comment("b", true), comment("mine", false), comment("theirs", false)];
        assert_eq!(draft.comments, kept);
    }

    proptest::proptest! {
        #![proptest_config(crate::core::testing::cases(128))]

        #[test]
        fn nothing_of_either_tab_is_lost(
            base in crate::core::wizard::draft::tests::drafts(),
            mine in crate::core::wizard::draft::tests::drafts(),
            theirs in crate::core::wizard::draft::tests::drafts(),
        ) {
            let (draft, disputes) = match save(&base, &mine, Some(&theirs)) {
                Save::Conflict(Conflict { draft, disputes }) => (draft, disputes),
                Save::Merged { draft, .. } | Save::Now(draft) | Save::Theirs(draft) => (draft, Vec::new()),
            };
            for question in Question::ALL.iter().filter(|question| **question != Question::Documents) {
                let mine_changed = mine.answer(*question) != base.answer(*question);
                let both = mine_changed && theirs.answer(*question) != base.answer(*question);
                // An empty cell and none say the same.
                let agree = !crate::core::wizard::compare::differs(&mine.snapshot(), &theirs.snapshot(), *question);
                if both && !agree && base.revision != theirs.revision {
                    proptest::prop_assert!(disputes.iter().any(|dispute| dispute.question == *question));
                } else if mine_changed {
                    proptest::prop_assert_eq!(draft.answer(*question), mine.answer(*question));
                }
            }
        }
    }
}
