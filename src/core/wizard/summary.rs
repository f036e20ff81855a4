//! [`Summary`]: a draft in one line, for those who review many.

use super::check::{self, Others};
use super::compare::compare;
use super::draft::{Draft, Round, Stage};
use super::page::page;
use super::questions::{Page, Question};
use crate::core::csv::line;
use crate::core::date::Date;
use crate::core::i18n::words::Words;
use crate::core::i18n::{Language, drafting};
use crate::core::openapi::Document;
use crate::core::problem::Severity;
use crate::core::quality::{Subject, facts_of, report};
use crate::core::search::fold;

/// A draft in one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Name of the API; empty where it has none yet.
    pub title: String,
    /// Name of its producer.
    pub producer: String,
    /// How far it is.
    pub stage: Stage,
    /// Its score, 0 to 100.
    pub score: u32,
    /// What keeps it from being published.
    pub errors: usize,
    /// What could be better.
    pub advice: usize,
    /// Comments that are still to be dealt with.
    pub comments: usize,
    /// The last round of review: who, and when (RFC 3339).
    pub round: Option<(String, String)>,
    /// Whether it says something else since that round.
    pub is_changed: bool,
}

/// What sorts a list of summaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Name of the API.
    Title,
    /// Name of its producer.
    Producer,
    /// How far it is.
    Stage,
    /// Its score.
    Score,
    /// What keeps it from being published.
    Errors,
    /// What could be better.
    Advice,
    /// Comments to deal with.
    Comments,
    /// The last review.
    Round,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Producer,
        Self::Stage,
        Self::Score,
        Self::Errors,
        Self::Advice,
        Self::Comments,
        Self::Round,
    ];

    /// Its name.
    pub fn name(self, language: Language) -> &'static str {
        let words = drafting(language);
        match self {
            Self::Title => words.column_title,
            Self::Producer => words.column_producer,
            Self::Stage => words.column_stage,
            Self::Score => words.column_score,
            Self::Errors => words.column_errors,
            Self::Advice => words.column_advice,
            Self::Comments => words.column_comments,
            Self::Round => words.column_round,
        }
    }
}

/// The summary of `draft` on `day`, beside the rest of the catalogue, whose content is in `language`.
pub fn summary(draft: &Draft, others: &Others<'_>, day: Date, language: Language) -> Summary {
    let findings = check::check(draft, Some(others));
    let count = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let made = page(draft, day, language);
    let beside = draft.documents.iter().filter(|document| document.source.is_beside());
    let text = beside.filter_map(|document| document.source.text()).next();
    let facts = text.map(|text| facts_of(&Document::read(text.as_bytes(), "").0));
    let report = report(&Subject { api: Some(&made.api), body: &made.body, document: facts.as_ref() });
    let producer = match draft.text(Question::Producer).trim() {
        Page::NEW => draft.text(Question::ProducerName).trim().to_owned(),
        "" => String::new(),
        _ => others.catalogue.producer_name(&made.api.producer).to_owned(),
    };
    let round = draft.rounds.last();
    Summary {
        title: draft.title().to_owned(),
        producer,
        stage: draft.stage,
        score: report.score,
        errors: count(Severity::Error),
        advice: count(Severity::Warning),
        comments: draft.comments.iter().filter(|comment| !comment.resolved).count(),
        round: round.map(|Round { reviewer, at, .. }| (reviewer.clone(), at.clone())),
        is_changed: round.is_some_and(|round| !compare(&round.snapshot, &draft.snapshot()).is_empty()),
    }
}

/// The places of `summaries` in the order of `column`: the smallest first, or the greatest. Equal ones stay as they came.
pub fn order(summaries: &[Summary], column: Column, descending: bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..summaries.len()).collect();
    let key = |place: &usize| {
        let Some(one) = summaries.get(*place) else { return (0, String::new()) };
        match column {
            Column::Title => (0, fold(&one.title)),
            Column::Producer => (0, fold(&one.producer)),
            Column::Stage => (one.stage as u64, String::new()),
            Column::Score => (u64::from(one.score), String::new()),
            Column::Errors => (one.errors as u64, String::new()),
            Column::Advice => (one.advice as u64, String::new()),
            Column::Comments => (one.comments as u64, String::new()),
            Column::Round => (0, one.round.as_ref().map(|(_, at)| at.clone()).unwrap_or_default()),
        }
    };
    match descending {
        true => places.sort_by_cached_key(|place| std::cmp::Reverse(key(place))),
        false => places.sort_by_cached_key(key),
    }
    places
}

/// What a table shows of a summary in each column. `moment` writes a moment as readers do.
pub fn cells(summary: &Summary, language: Language, moment: &dyn Fn(&str) -> String) -> [String; 8] {
    let words = drafting(language);
    let title = if summary.title.is_empty() { words.untitled } else { &summary.title };
    let round = summary.round.as_ref().map(|(who, at)| {
        let changed = if summary.is_changed { [", ", words.changed].concat() } else { String::new() };
        format!("{who}, {}{changed}", moment(at))
    });
    [
        title.to_owned(),
        summary.producer.clone(),
        summary.stage.words(language).to_owned(),
        summary.score.to_string(),
        summary.errors.to_string(),
        summary.advice.to_string(),
        summary.comments.to_string(),
        round.unwrap_or_default(),
    ]
}

/// The summaries as a file for spreadsheets, with the mark that tells them it is UTF-8; moments as they are kept.
pub fn csv<'a>(summaries: impl IntoIterator<Item = &'a Summary>, language: Language) -> String {
    let mut text = String::from("\u{feff}");
    line(&mut text, &Column::ALL.map(|column| column.name(language)));
    for summary in summaries {
        let cells = cells(summary, language, &str::to_owned);
        line(&mut text, &cells.each_ref().map(String::as_str));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::draft::{Comment, Origin, Verdict};
    use super::super::tests::{complete, day, text};
    use super::*;
    use crate::core::wizard::check::tests::catalogue;

    fn of(draft: &Draft) -> Summary {
        let catalogue = catalogue();
        summary(draft, &Others { catalogue: &catalogue, details: &[] }, day(), Language::Fr)
    }

    #[test]
    fn a_draft_is_told_in_one_line() {
        let empty = of(&Draft::new("a"));
        assert!(empty.errors > 3 && empty.title.is_empty() && empty.round.is_none() && !empty.is_changed);
        let mut draft = complete();
        let comment =
            |resolved| Comment { question: None, author: "Ada".into(), text: "x".into(), at: "1".into(), resolved };
        draft.comments = vec![comment(false), comment(true)];
        draft.close_round("Ada", "hier", Verdict::Approved, "");
        let one = of(&draft);
        assert_eq!((one.comments, one.stage, one.is_changed), (1, Stage::Approved, false));
        assert!(one.score > empty.score);
        draft.set(Question::Title, text("=HYPERLINK(\"x\")"), Origin::Typed);
        let changed = of(&draft);
        assert!(changed.is_changed && changed.round == Some(("Ada".into(), "hier".into())));
        let file = csv([&empty, &changed], Language::Fr);
        assert_eq!(file.lines().count(), 3);
        assert!(file.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{file}");
    }

    #[test]
    fn lists_are_sorted_by_any_column_both_ways() {
        let mut list = vec![of(&Draft::new("a")), of(&complete()), of(&Draft::new("c"))];
        list[0].title = "Éa".into();
        list[2].title = "eb".into();
        list[0].round = Some(("Zoé".into(), "2026-11-26T10:00:00Z".into()));
        list[2].round = Some(("Ada".into(), "2026-11-27T10:00:00Z".into()));
        assert_eq!(order(&list, Column::Round, true), [2, 0, 1], "the last review first, whoever made it");
        list[1].title = "zz".into();
        assert_eq!(order(&list, Column::Title, false), [0, 2, 1]);
        assert_eq!(order(&list, Column::Errors, true), [0, 2, 1]);
        for column in Column::ALL {
            let mut places = order(&list, column, false);
            places.sort_unstable();
            assert_eq!(places, [0, 1, 2]);
            assert!(!column.name(Language::Fr).is_empty() && !column.name(Language::En).is_empty());
        }
    }
}
