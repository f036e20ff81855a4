//! The words of every API, ready to be searched.

use super::words::{Likeness, asked, is_typo, likeness, words};
use crate::core::catalogue::wire::Catalogue;

/// Where a word was found, and how much that weighs.
const TITLE: u32 = 8;
const KEYWORD: u32 = 4;
const TAGLINE: u32 = 3;
const PRODUCER: u32 = 2;

/// Words of one API, each with the weight of its field.
struct Entry {
    title: String,
    words: Vec<(String, u32)>,
}

/// The words of every API of a catalogue, in its order.
pub struct SearchIndex {
    entries: Vec<Entry>,
}

impl SearchIndex {
    /// Reads the words of titles, keywords, taglines and producers.
    pub fn new(catalogue: &Catalogue) -> Self {
        let entry = |api: &crate::core::catalogue::wire::ApiSummary| {
            let mut all = Vec::new();
            let mut add = |text: &str, weight: u32| all.extend(words(text).into_iter().map(|word| (word, weight)));
            add(&api.title, TITLE);
            api.keywords.iter().for_each(|keyword| add(keyword, KEYWORD));
            api.aliases.iter().for_each(|alias| add(alias.as_str(), KEYWORD));
            add(&api.tagline, TAGLINE);
            let producer = catalogue.producers.iter().find(|producer| producer.slug == api.producer);
            if let Some(producer) = producer {
                add(&producer.name, PRODUCER);
                add(producer.acronym.as_deref().unwrap_or_default(), KEYWORD);
            }
            Entry { title: words(&api.title).join(" "), words: all }
        };
        Self { entries: catalogue.apis.iter().map(entry).collect() }
    }

    /// The score of every API for the words of `text`; `None` for one that lacks a word. `None` altogether when
    /// `text` has no word.
    ///
    /// Every word must be found. Slips of one letter count only where a word is found nowhere as it is written.
    pub fn scores(&self, text: &str) -> Option<Vec<Option<u32>>> {
        let asked = asked(text);
        if asked.is_empty() {
            return None;
        }
        let mut scores = vec![Some(0_u32); self.entries.len()];
        for word in &asked {
            let mut found: Vec<u32> = self.entries.iter().map(|entry| entry.score(word, likeness)).collect();
            if found.iter().all(|score| *score == 0) {
                let typo = |word: &str, asked: &str| is_typo(word, asked).then_some(Likeness::Typo);
                found = self.entries.iter().map(|entry| entry.score(word, typo)).collect();
            }
            for (score, found) in scores.iter_mut().zip(found) {
                *score = score.filter(|_| found > 0).map(|score| score.saturating_add(found));
            }
        }
        let phrase = words(text).join(" ");
        for (score, entry) in scores.iter_mut().zip(&self.entries) {
            *score = score.map(|score| {
                let whole = if entry.title == phrase { 100 } else { 0 };
                score.saturating_add(whole)
            });
        }
        Some(scores)
    }
}

impl Entry {
    /// The best place where a word like `asked` is.
    fn score(&self, asked: &str, alike: impl Fn(&str, &str) -> Option<Likeness>) -> u32 {
        let scores = self.words.iter().filter_map(|(word, weight)| Some(alike(word, asked)? as u32 * weight));
        scores.max().unwrap_or(0)
    }
}
