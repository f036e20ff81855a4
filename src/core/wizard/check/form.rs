//! Each answer by itself: is it there, can it be understood.

use super::{Finding, words};
use crate::core::i18n::Text;
use crate::core::wizard::draft::{Draft, Origin, Row, Source};
use crate::core::wizard::page::{Answers, cell, chosen_slug, producer_slug};
use crate::core::wizard::questions::{Column, Kind, Question, Shape, is_shown};
use crate::core::wizard::value;

/// What keeps the answers from becoming a page, in the order of the questions.
pub fn form(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for question in Question::ALL.iter().copied().filter(|question| is_shown(*question, draft)) {
        let definition = question.definition();
        if !draft.is_answered(question) {
            if !definition.optional && !is_excused(question, draft) {
                findings.push(missing(question));
            }
            continue;
        }
        match definition.kind.shape() {
            Shape::Text => findings.extend(text(question, draft.text(question))),
            Shape::Words => draft.words(question).iter().for_each(|word| findings.extend(text(question, word))),
            Shape::Rows => {
                for (index, row) in draft.rows(question).iter().enumerate() {
                    findings.extend(cells(question, index, row));
                }
            }
            Shape::Documents => findings.extend(documents(draft)),
        }
    }
    names(draft, &mut findings);
    findings
}

/// Whether something else answers the question.
fn is_excused(question: Question, draft: &Draft) -> bool {
    match question {
        Question::ContactEmail => draft.is_answered(Question::ContactForm),
        Question::RequestUrl => every_audience_has_its_own(draft),
        // A page that exists has its own order: it says the same under other headings.
        Question::Uses | Question::Usage | Question::Scopes => {
            draft.is_answered(Question::Introduction)
                && matches!(draft.origin(Question::Introduction), Some(Origin::Page | Origin::Former))
        }
        _ => false,
    }
}

/// Whether each audience that may ask is told where; so it is when none may.
fn every_audience_has_its_own(draft: &Draft) -> bool {
    let rows = draft.rows(Question::Audiences);
    let mut asking = rows.iter().filter(|row| matches!(cell(row, "verdict").trim(), "yes" | "conditional"));
    !rows.is_empty() && asking.all(|row| !cell(row, "request-url").trim().is_empty())
}

fn missing(question: Question) -> Finding {
    let label = words::label(question);
    let what = Text::new(format!("{} n’a pas de réponse.", label.fr), format!("{} has no answer.", label.en));
    Finding::error("answer-missing", question, what, words::wanted(question.definition().kind))
}

/// The kind of one item of a list.
fn item(question: Question) -> Kind {
    match (question, question.definition().kind) {
        (Question::Aliases, _) => Kind::Slug,
        (_, kind) => kind,
    }
}

fn text(question: Question, typed: &str) -> Option<Finding> {
    let kind = item(question);
    let wrong = !typed.trim().is_empty() && !value::fits(kind, typed);
    wrong.then(|| unread(question, &words::label(question), kind, typed))
}

fn unread(question: Question, place: &Text, kind: Kind, typed: &str) -> Finding {
    let shown: String = typed.trim().chars().take(60).collect();
    let what = Text::new(
        format!("{}\u{202f}: «\u{202f}{shown}\u{202f}» ne convient pas.", place.fr),
        format!("{}: “{shown}” does not fit.", place.en),
    );
    Finding::error("answer-unread", question, what, words::wanted(kind))
}

fn cells(question: Question, index: usize, row: &Row) -> Vec<Finding> {
    // A row without anything is one that was added and not filled in yet.
    if row.values().all(|cell| cell.trim().is_empty()) {
        return Vec::new();
    }
    let check = |column: &Column| {
        let typed = cell(row, column.id);
        let place = words::cell(question, index, column.id);
        match (typed.trim().is_empty(), column.optional) {
            (true, true) => None,
            (true, false) => {
                let what = Text::new(format!("{} est vide.", place.fr), format!("{} is empty.", place.en));
                Some(Finding::error("answer-missing", question, what, words::wanted(column.kind)))
            }
            (false, _) => (!value::fits(column.kind, typed)).then(|| unread(question, &place, column.kind, typed)),
        }
        .map(|finding| finding.at(index, column.id))
    };
    question.definition().kind.columns().iter().filter_map(check).collect()
}

fn documents(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for document in &draft.documents {
        match &document.source {
            Source::Address { url, .. } if value::url(url).is_none() => {
                findings.push(unread(Question::Documents, &words::label(Question::Documents), Kind::Url, url));
            }
            source @ Source::Address { url, beside: true, .. }
                if source.text().is_none_or(|text| text.trim().is_empty()) =>
            {
                findings.push(no_copy(url.trim()));
            }
            Source::Text { text, .. } if text.trim().is_empty() => findings.push(missing(Question::Documents)),
            _ => {}
        }
    }
    findings
}

/// A copy that is to be published and is not at hand: links leave copies out.
fn no_copy(url: &str) -> Finding {
    let what = Text::new(
        format!("La copie à publier du document {url} n’est pas ici\u{202f}: il n’a pas encore pu être lu."),
        format!("The copy of the document {url} to be published is not here: it could not be read yet."),
    );
    let mend = Text::new(
        "Relisez cette adresse, ou ne publiez que l’adresse.",
        "Read this address again, or publish the address alone.",
    );
    Finding::error("document-copy-missing", Question::Documents, what, mend)
}

/// Names of pages that cannot be made of what they are made of.
fn names(draft: &Draft, findings: &mut Vec<Finding>) {
    let unnamed = |question: Question, named: Question| {
        let label = words::label(named);
        let what = Text::new(
            format!(
                "{} ne contient ni lettre latine ni chiffre\u{202f}: l’adresse de la page ne peut pas en venir.",
                label.fr
            ),
            format!("{} holds no Latin letter and no digit: the address of the page cannot be made of it.", label.en),
        );
        Finding::error("name-missing", question, what, words::wanted(Kind::Slug))
    };
    if draft.is_answered(Question::Title) && !draft.is_answered(Question::Slug) && chosen_slug(draft).is_none() {
        findings.push(unnamed(Question::Slug, Question::Title));
    }
    let new_producer = is_shown(Question::ProducerName, draft) && Answers(draft).text(Question::ProducerName).is_some();
    if new_producer && !draft.is_answered(Question::ProducerSlug) && producer_slug(draft).is_none() {
        findings.push(unnamed(Question::ProducerSlug, Question::ProducerName));
    }
}
