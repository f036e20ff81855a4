//! `functional-documentation`: the text answers the four questions: who, for whom, what for, how.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "functional-documentation",
    family: Family::Prerequisites,
    severity: Severity::Error,
    weight: 6,
    reads: Reads::Page,
    what: (
        "Le texte répond aux quatre questions\u{202f}: qui, pour qui, pour quoi, comment.",
        "The text answers the four questions: who, for whom, what for, how.",
    ),
    mend: ("Écrivez au moins 100 mots, en sections titrées.", "Write at least 100 words, in sections with headings."),
    guide: "/guides/guide-pratique#les-quatre-prerequis",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let words = subject.body.split_whitespace().count();
    Some(Judgement::part(words.min(100), 100, &["body".to_owned()]))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture {
    front: "",
    body: "mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot",
    document: None,
};
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "", body: "court", document: None };
