//! A draft that comes back to the device it was sent from: comments and rounds of review join it, and so does what
//! was answered elsewhere, as long as nobody answered the same question otherwise here.

use super::compare::{compare, differs};
use super::draft::{Draft, Snapshot};
use super::tabs::{Conflict, Dispute, join, sides, take};

/// What becomes of a draft that comes back.
#[derive(Debug, Clone, PartialEq)]
pub enum Returned {
    /// The draft that is here, with what came back in it.
    Joined(Draft),
    /// Both answer the same questions otherwise, and a person has to choose. Its draft holds all the rest of what came.
    Disputed(Conflict),
}

/// Joins what `came` back to the draft that is `here`. `sent` is every version that was sent: reviewers may return any of
/// them, and an answer that is in one of them was not written by whoever returns it. Where none is known, answers that
/// differ are all a choice.
pub fn returned(sent: &[Snapshot], here: &Draft, came: &Draft) -> Returned {
    let (mine, theirs) = (here.snapshot(), came.snapshot());
    let (mut draft, mut disputes) = (here.clone(), Vec::new());
    for change in compare(&mine, &theirs) {
        let question = change.question;
        let is_mine = sent.is_empty() || sent.iter().any(|one| differs(one, &mine, question));
        let is_theirs = sent.is_empty() || sent.iter().all(|one| differs(one, &theirs, question));
        match (is_mine, is_theirs) {
            (true, true) => disputes.push(Dispute { question, sides: sides(here, came, question) }),
            (false, true) => take(&mut draft, came, question),
            (_, false) => {}
        }
    }
    join(&mut draft, came);
    if draft != *here {
        // A tab that shows it has to see that it was saved elsewhere.
        draft.revision = here.revision.saturating_add(1);
    }
    if disputes.is_empty() { Returned::Joined(draft) } else { Returned::Disputed(Conflict { draft, disputes }) }
}

#[cfg(test)]
mod tests {
    use super::super::draft::tests::drafts;
    use super::super::draft::{Comment, Origin, Stage, Verdict};
    use super::super::questions::Question;
    use super::super::tests::{complete, text};
    use super::*;
    use proptest::prelude::*;

    fn edited(draft: &Draft, question: Question, answer: &str) -> Draft {
        let mut draft = draft.clone();
        assert!(draft.set(question, text(answer), Origin::Typed));
        draft
    }

    fn reviewed(draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        draft.comments.push(Comment {
            question: Some(Question::Title),
            author: "Ada".into(),
            text: "Plus court.".into(),
            at: "2026-11-26".into(),
            resolved: false,
        });
        draft.close_round("Ada", "2026-11-26", Verdict::ChangesAsked, "Presque.");
        draft
    }

    fn joined(left: &[Snapshot], here: &Draft, came: &Draft) -> Draft {
        match returned(left, here, came) {
            Returned::Joined(draft) => draft,
            Returned::Disputed(conflict) => panic!("{:?}", conflict.disputes),
        }
    }

    fn disputed(left: &[Snapshot], here: &Draft, came: &Draft) -> Conflict {
        match returned(left, here, came) {
            Returned::Disputed(conflict) => conflict,
            Returned::Joined(draft) => panic!("joined: {}", draft.title()),
        }
    }

    #[test]
    fn a_review_joins_what_was_written_meanwhile() {
        let sent = complete();
        let here = edited(&sent, Question::Title, "Un autre nom");
        let left = [sent.snapshot()];
        let draft = joined(&left, &here, &reviewed(&sent));
        assert_eq!((draft.title(), draft.comments.len(), draft.rounds.len()), ("Un autre nom", 1, 1));
        assert_eq!((draft.stage, draft.revision), (Stage::ChangesAsked, here.revision + 1));
        assert_eq!(joined(&left, &draft, &reviewed(&sent)), draft, "twice is once");
        // Nothing changed here: what was sent need not be known.
        assert_eq!(joined(&[], &sent, &reviewed(&sent)).comments.len(), 1);
    }

    #[test]
    fn an_earlier_version_that_comes_back_brings_its_review_alone() {
        let first = edited(&complete(), Question::Title, "Le premier nom");
        let second = edited(&first, Question::Title, "Le deuxième nom");
        let left = [first.snapshot(), second.snapshot()];
        let draft = joined(&left, &second, &reviewed(&first));
        assert_eq!((draft.title(), draft.rounds.len()), ("Le deuxième nom", 1));
        // Where only the last one was known, the first name would have taken the place of the second.
        let third = edited(&second, Question::Title, "Le troisième nom");
        assert_eq!(joined(&left, &third, &reviewed(&first)).title(), "Le troisième nom");
        assert_eq!(disputed(&left, &third, &edited(&first, Question::Title, "Le leur")).disputes.len(), 1);
    }

    #[test]
    fn answers_of_a_reviewer_come_too_unless_both_answered() {
        let sent = complete();
        let left = [sent.snapshot()];
        let came = reviewed(&edited(&sent, Question::Coverage, "France"));
        let here = edited(&sent, Question::Title, "Un autre nom");
        let draft = joined(&left, &here, &came);
        assert_eq!((draft.title(), draft.text(Question::Coverage)), ("Un autre nom", "France"));
        let both = edited(&sent, Question::Coverage, "Corse");
        let conflict = disputed(&left, &both, &came);
        assert_eq!(conflict.disputes.iter().map(|one| one.question).collect::<Vec<_>>(), [Question::Coverage]);
        // The review itself is not part of the choice.
        assert_eq!((conflict.draft.rounds.len(), conflict.draft.text(Question::Coverage)), (1, "Corse"));
        assert_eq!(conflict.decide(&[]).text(Question::Coverage), "Corse");
        assert_eq!(conflict.decide(&[Question::Coverage]).text(Question::Coverage), "France");
        assert_eq!(conflict.changes().len(), 1);
        assert_eq!(disputed(&[], &here, &came).disputes.len(), 2);
    }

    proptest! {
        /// Whatever comes back, what was answered here since is never replaced without a question, and what was said
        /// is there.
        #[test]
        fn nothing_is_lost(first in drafts(), second in drafts(), here in drafts(), came in drafts()) {
            let left = [first.snapshot(), second.snapshot()];
            let (draft, disputes) = match returned(&left, &here, &came) {
                Returned::Joined(draft) => (draft, Vec::new()),
                Returned::Disputed(Conflict { draft, disputes }) => (draft, disputes),
            };
            for question in Question::ALL.iter().copied().filter(|question| *question != Question::Documents) {
                let is_mine = left.iter().any(|sent| differs(sent, &here.snapshot(), question));
                let is_theirs = left.iter().all(|sent| differs(sent, &came.snapshot(), question));
                let agree = !differs(&here.snapshot(), &came.snapshot(), question);
                if is_mine || !is_theirs || agree {
                    prop_assert_eq!(draft.answer(question), here.answer(question));
                } else {
                    prop_assert_eq!(draft.answer(question), came.answer(question));
                }
                let is_disputed = disputes.iter().any(|dispute| dispute.question == question);
                prop_assert_eq!(is_disputed, is_mine && is_theirs && !agree);
            }
            for round in here.rounds.iter().chain(&came.rounds) {
                prop_assert!(draft.rounds.contains(round));
            }
            for comment in here.comments.iter().chain(&came.comments) {
                prop_assert!(draft.comments.iter().any(|one| one.text == comment.text && one.question == comment.question));
            }
        }
    }
}
