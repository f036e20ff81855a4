//! What changed between two drafts, field by field, for reviewers.

use super::draft::{Answer, Row, Snapshot, SnapshotDocument};
use super::questions::Question;
use crate::core::address::HttpUrl;
use std::collections::BTreeSet;

/// What changed in the answer to a question, or in the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The question; [`Question::Documents`] for the documents.
    pub question: Question,
    /// What changed in it, in its order.
    pub parts: Vec<Part>,
}

/// One thing that changed. `None`: there was, or there is, nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The whole text.
    Text {
        /// As it was.
        before: Option<String>,
        /// As it is.
        after: Option<String>,
    },
    /// A word that was added.
    Added(String),
    /// A word that was removed.
    Removed(String),
    /// The same words, or rows, in another order.
    Order,
    /// A cell of a table.
    Cell {
        /// What tells its row: the cell of the first column, or the rank of the row from 1.
        row: String,
        /// The column.
        column: &'static str,
        /// As it was.
        before: Option<String>,
        /// As it is.
        after: Option<String>,
    },
    /// A document.
    Document {
        /// Its name or its address.
        name: String,
        /// What became of it.
        change: DocumentChange,
    },
}

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the whole meaning")]
pub enum DocumentChange {
    Added,
    Removed,
    Edited,
}

/// What changed from `before` to `after`, in the order of the questions. Nothing: they say the same, if not always of
/// the same origin.
pub fn compare(before: &Snapshot, after: &Snapshot) -> Vec<Change> {
    let changes =
        Question::ALL.iter().map(|question| Change { question: *question, parts: parts(before, after, *question) });
    changes.filter(|change| !change.parts.is_empty()).collect()
}

/// Whether the answer to `question` changed.
pub(super) fn differs(before: &Snapshot, after: &Snapshot, question: Question) -> bool {
    !parts(before, after, question).is_empty()
}

fn parts(before: &Snapshot, after: &Snapshot, question: Question) -> Vec<Part> {
    match question {
        Question::Documents => documents(&before.documents, &after.documents),
        question => {
            let value = |snapshot: &Snapshot| {
                let value = snapshot.answers.get(question).map(|answered| answered.value.clone());
                value.filter(|value| !value.is_blank())
            };
            answer(question, value(before), value(after))
        }
    }
}

fn answer(question: Question, before: Option<Answer>, after: Option<Answer>) -> Vec<Part> {
    if before == after {
        return Vec::new();
    }
    // Answers of a question have one form: what is not there is of the form of what is.
    match (before, after) {
        (Some(Answer::Words(before)), Some(Answer::Words(after))) => words(&before, &after),
        (Some(Answer::Words(before)), _) => words(&before, &[]),
        (_, Some(Answer::Words(after))) => words(&[], &after),
        (Some(Answer::Rows(before)), Some(Answer::Rows(after))) => rows(question, &before, &after),
        (Some(Answer::Rows(before)), _) => rows(question, &before, &[]),
        (_, Some(Answer::Rows(after))) => rows(question, &[], &after),
        (before, after) => {
            let text = |answer| match answer {
                Some(Answer::Text(text)) => Some(text),
                _ => None,
            };
            vec![Part::Text { before: text(before), after: text(after) }]
        }
    }
}

fn words(before: &[String], after: &[String]) -> Vec<Part> {
    let lacking = |left: &[String], right: &[String]| {
        let mut right = right.to_vec();
        let mut lacking = Vec::new();
        for word in left {
            match right.iter().position(|other| other == word) {
                Some(index) => {
                    right.swap_remove(index);
                }
                None => lacking.push(word.clone()),
            }
        }
        lacking
    };
    let removed = lacking(before, after).into_iter().map(Part::Removed);
    let parts: Vec<Part> = removed.chain(lacking(after, before).into_iter().map(Part::Added)).collect();
    if parts.is_empty() && before != after { vec![Part::Order] } else { parts }
}

/// What tells the rows of a table: the first column where its cells differ from each other, else their rank.
fn names(question: Question, before: &[Row], after: &[Row]) -> Option<(Vec<String>, Vec<String>)> {
    let first = question.definition().kind.columns().first()?;
    let of = |rows: &[Row]| rows.iter().map(|row| row.get(first.id).cloned().unwrap_or_default()).collect::<Vec<_>>();
    let tells = |names: &[String]| {
        let distinct: BTreeSet<&String> = names.iter().collect();
        distinct.len() == names.len() && !names.iter().any(|name| name.trim().is_empty())
    };
    let (before, after) = (of(before), of(after));
    (tells(&before) && tells(&after)).then_some((before, after))
}

fn rows(question: Question, before: &[Row], after: &[Row]) -> Vec<Part> {
    let ranks = |rows: &[Row]| (1..=rows.len()).map(|rank| rank.to_string()).collect::<Vec<_>>();
    let (names_before, names_after) = names(question, before, after).unwrap_or_else(|| (ranks(before), ranks(after)));
    let find = |names: &[String], rows: &[Row], name: &String| {
        names.iter().position(|other| other == name).and_then(|index| rows.get(index).cloned()).unwrap_or_default()
    };
    let added = names_after.iter().filter(|name| !names_before.contains(name));
    let mut parts = Vec::new();
    for name in names_before.iter().chain(added) {
        let (old, new) = (find(&names_before, before, name), find(&names_after, after, name));
        for column in question.definition().kind.columns() {
            let said = |row: &Row| row.get(column.id).filter(|cell| !cell.is_empty()).cloned();
            let (before, after) = (said(&old), said(&new));
            if before != after {
                parts.push(Part::Cell { row: name.clone(), column: column.id, before, after });
            }
        }
    }
    if parts.is_empty() && names_before != names_after { vec![Part::Order] } else { parts }
}

/// Whether two documents say the same, as far as is known: links leave out copies of what an address answers.
fn is_same(old: &SnapshotDocument, new: &SnapshotDocument) -> bool {
    let is_unknown = (old.bytes.is_none() || new.bytes.is_none()) && HttpUrl::parse(old.name.trim()).is_some();
    let (bytes, fingerprint) = (new.bytes, new.fingerprint.clone());
    old == new || (is_unknown && SnapshotDocument { bytes, fingerprint, ..old.clone() } == *new)
}

fn documents(before: &[SnapshotDocument], after: &[SnapshotDocument]) -> Vec<Part> {
    let mut parts = Vec::new();
    let longest = before.len().max(after.len());
    for rank in 0..longest {
        let (old, new) = (before.get(rank), after.get(rank));
        let change = match (old, new) {
            (Some(old), Some(new)) if is_same(old, new) => continue,
            (Some(_), Some(_)) => DocumentChange::Edited,
            (None, _) => DocumentChange::Added,
            (_, None) => DocumentChange::Removed,
        };
        let name = new.or(old).map(|document| document.name.clone()).unwrap_or_default();
        parts.push(Part::Document { name, change });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::wizard::Draft;
    use crate::core::wizard::draft::tests::drafts;
    use crate::core::wizard::draft::{Attached, Origin, Source};
    use crate::core::wizard::tests::{complete, row, text};
    use proptest::prelude::*;

    fn changes(edit: impl Fn(&mut Draft)) -> Vec<Change> {
        let before = complete();
        let mut after = complete();
        edit(&mut after);
        compare(&before.snapshot(), &after.snapshot())
    }

    fn parts(edit: impl Fn(&mut Draft)) -> Vec<Part> {
        let mut changes = changes(edit);
        assert_eq!(changes.len(), 1, "{changes:?}");
        changes.remove(0).parts
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn says_what_changed() {
        assert_eq!(changes(|_| {}), []);
        let set = |question, answer: Answer| {
            move |draft: &mut Draft| {
                assert!(draft.set(question, answer.clone(), Origin::Typed));
            }
        };
        assert_eq!(
            parts(set(Question::Tagline, text("Autre"))),
            [Part::Text { before: some("Jours et places des marchés"), after: some("Autre") }]
        );
        assert_eq!(
            parts(set(Question::Coverage, text("France"))),
            [Part::Text { before: None, after: some("France") }]
        );
        assert_eq!(changes(set(Question::Coverage, text("  "))), []);
        let words = |words: &[&str]| Answer::Words(words.iter().map(|word| (*word).to_owned()).collect());
        assert_eq!(
            parts(set(Question::Keywords, words(&["halle", "marché"]))),
            [Part::Removed("1789".into()), Part::Added("halle".into())]
        );
        assert_eq!(parts(set(Question::Keywords, words(&["1789", "marché"]))), [Part::Order]);
        assert_eq!(parts(set(Question::Themes, words(&[]))), [Part::Removed("transport".into())]);
    }

    #[test]
    fn rows_are_told_by_their_first_column() {
        let audiences = |edit: fn(&mut Vec<Row>)| {
            parts(move |draft| {
                let mut rows = draft.rows(Question::Audiences).to_vec();
                edit(&mut rows);
                draft.set(Question::Audiences, Answer::Rows(rows), Origin::Typed);
            })
        };
        let cell = |row: &str, column, before, after| Part::Cell { row: row.into(), column, before, after };
        assert_eq!(
            audiences(|rows| {
                rows[1].insert("verdict".into(), "conditional".into());
            }),
            [cell("administration", "verdict", some("yes"), some("conditional"))]
        );
        // A row that moved is the same row.
        assert_eq!(audiences(|rows| rows.reverse()), [Part::Order]);
        assert_eq!(
            audiences(|rows| rows.insert(0, row(&[("who", "individual"), ("verdict", "no")]))),
            [cell("individual", "who", None, some("individual")), cell("individual", "verdict", None, some("no"))]
        );
        // Two rows of one name are told by their rank.
        assert_eq!(
            audiences(|rows| {
                rows[2].insert("who".into(), "company".into());
            }),
            [cell("3", "who", some("association"), some("company"))]
        );
    }

    #[test]
    fn documents_are_told_apart() {
        let change = |edit: fn(&mut Vec<Attached>)| parts(move |draft| edit(&mut draft.documents));
        let part = |name: &str, change| [Part::Document { name: name.into(), change }];
        let edited = change(|documents| {
            documents[1].source = Source::Text { name: "b.json".into(), text: "{}".into() };
        });
        assert_eq!(edited, part("b.json", DocumentChange::Edited));
        assert_eq!(
            change(|documents| {
                documents.pop();
            }),
            part("https://a.fr/v1.json", DocumentChange::Removed)
        );
        let of_address = |copy: Option<&str>, beside| {
            let copy = copy.map(str::to_owned);
            Source::Address { url: "https://a.fr/v1.json".into(), copy, beside }
        };
        let change = |source: Source| {
            let changed = changes(|draft| draft.documents[2].source = source.clone());
            changed.into_iter().flat_map(|change| change.parts).collect::<Vec<_>>()
        };
        assert_eq!(change(of_address(None, false)), [], "a link left the copy out");
        let edited = part("https://a.fr/v1.json", DocumentChange::Edited);
        assert_eq!(change(of_address(Some("{ }"), false)), edited);
        assert_eq!(change(of_address(Some("{}"), true)), edited, "a copy is published");
    }

    proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn what_changed_is_said_and_nothing_else(before in drafts(), after in drafts()) {
            let (before, after) = (before.snapshot(), after.snapshot());
            let said: BTreeSet<Question> = compare(&before, &after).into_iter().map(|change| change.question).collect();
            for question in Question::ALL {
                let value = |snapshot: &Snapshot| {
                    let value = snapshot.answers.get(*question).map(|answered| answered.value.clone());
                    value.filter(|value| !value.is_blank())
                };
                let changed = match question {
                    Question::Documents => {
                        let same = |(old, new)| is_same(old, new);
                        before.documents.len() != after.documents.len()
                            || !before.documents.iter().zip(&after.documents).all(same)
                    }
                    _ => value(&before) != value(&after),
                };
                // An empty cell and none are the same to readers.
                let is_table = matches!(value(&before).or_else(|| value(&after)), Some(Answer::Rows(_)));
                prop_assert!(said.contains(question) == changed || (is_table && changed), "{}", question);
            }
            prop_assert_eq!(compare(&before, &before), vec![]);
        }
    }
}
