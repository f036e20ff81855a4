//! The words of every API, ready to be searched.

use super::words::{Asked, Likeness, asked, compounds, stem, telling, useful, words};
use crate::core::catalogue::wire::{ApiSummary, Catalogue};
use std::collections::HashMap;

/// How much a word weighs, by where it is.
const TITLE: u32 = 8;
const KEYWORD: u32 = 4;
const TAGLINE: u32 = 3;
const PRODUCER: u32 = 2;

/// Added when the words asked are the whole title, or a whole keyword or former name.
const WHOLE_TITLE: u32 = 200;
const WHOLE_KEYWORD: u32 = 30;
/// Shared out by how much of the title was asked: « particulier » is API Particulier before API Impôt particulier.
const TITLE_COVERAGE: usize = 40;

/// The words of every API of a catalogue, in its order.
pub struct SearchIndex {
    terms: Vec<Term>,
    names: Vec<Names>,
}

/// A word, and where it is.
struct Term {
    text: String,
    stem: String,
    /// Each API that has it, with the weight of its best place.
    places: Vec<(usize, u32)>,
}

/// What an API may be called as a whole, in its telling words.
struct Names {
    title: Vec<String>,
    others: Vec<Vec<String>>,
    /// Words of the title, as indices of terms.
    title_terms: Vec<usize>,
}

impl SearchIndex {
    /// Reads the words of titles, keywords, names, taglines and producers.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut builder = Builder { known: HashMap::new(), index: Self { terms: Vec::new(), names: Vec::new() } };
        for (position, api) in catalogue.apis.iter().enumerate() {
            builder.add_api(catalogue, position, api);
        }
        builder.index
    }

    /// The score of every API for the words of `text`; `None` for one that lacks a word. `None` altogether when
    /// `text` has no word.
    ///
    /// Every word must be found; the last one may be unfinished. When no API has them all, words that begin with
    /// those asked count, then slips of one letter.
    pub fn scores(&self, text: &str) -> Option<Vec<Option<u32>>> {
        let asked = asked(text);
        let (last, before) = asked.split_last()?;
        let phrase = telling(asked.clone());
        let mut scores = Vec::new();
        for loosest in [Likeness::Stem, Likeness::Prefix, Likeness::Typo] {
            let mut covered = vec![false; self.terms.len()];
            scores = vec![Some(0_u32); self.names.len()];
            let words = before.iter().map(|word| (word, loosest)).chain([(last, loosest.min(Likeness::Prefix))]);
            for (word, loosest) in words {
                let found = self.find(&Asked::new(word), loosest, &mut covered);
                for (score, found) in scores.iter_mut().zip(found) {
                    *score = score.filter(|_| found > 0).map(|score| score.saturating_add(found));
                }
            }
            for (score, names) in scores.iter_mut().zip(&self.names) {
                *score = score.map(|score| score.saturating_add(names.bonus(&phrase, &covered)));
            }
            if scores.iter().any(Option::is_some) {
                break;
            }
        }
        Some(scores)
    }

    /// What each API is worth for one word, 0 when it lacks it; marks the terms that were asked whole.
    fn find(&self, asked: &Asked<'_>, loosest: Likeness, covered: &mut [bool]) -> Vec<u32> {
        let mut found = vec![0; self.names.len()];
        for (term, covered) in self.terms.iter().zip(covered) {
            let Some(likeness) = asked.likeness(&term.text, &term.stem).filter(|likeness| *likeness >= loosest) else {
                continue;
            };
            *covered |= likeness >= Likeness::Stem;
            for (api, weight) in &term.places {
                if let Some(score) = found.get_mut(*api) {
                    *score = (*score).max(likeness.score() * weight);
                }
            }
        }
        found
    }
}

impl Names {
    fn bonus(&self, phrase: &[String], covered: &[bool]) -> u32 {
        let asked = self.title_terms.iter().filter(|term| covered.get(**term).copied().unwrap_or(false)).count();
        let coverage = TITLE_COVERAGE * asked / self.title_terms.len().max(1);
        let whole = if self.title == phrase {
            WHOLE_TITLE
        } else if self.others.iter().any(|name| name == phrase) {
            WHOLE_KEYWORD
        } else {
            0
        };
        whole.saturating_add(u32::try_from(coverage).unwrap_or(0))
    }
}

struct Builder {
    known: HashMap<String, usize>,
    index: SearchIndex,
}

impl Builder {
    fn add_api(&mut self, catalogue: &Catalogue, position: usize, api: &ApiSummary) {
        self.add(position, &api.title, TITLE);
        let mut others = vec![api.slug.as_str()];
        others.extend(api.aliases.iter().map(|alias| alias.as_str()));
        others.extend(api.keywords.iter().map(String::as_str));
        others.iter().for_each(|name| self.add(position, name, KEYWORD));
        self.add(position, &api.tagline, TAGLINE);
        let producer = catalogue.producers.iter().find(|producer| producer.slug == api.producer);
        if let Some(producer) = producer {
            self.add(position, &producer.name, PRODUCER);
            self.add(position, producer.acronym.as_deref().unwrap_or_default(), KEYWORD);
        }
        let phrase = |name: &str| telling(useful(words(name)));
        let title = phrase(&api.title);
        let title_terms = title.iter().map(|word| self.term(word)).collect();
        let others = others.into_iter().map(phrase).collect();
        self.index.names.push(Names { title, others, title_terms });
    }

    fn add(&mut self, api: usize, text: &str, weight: u32) {
        for word in words(text).iter().chain(&compounds(text)) {
            let term = self.term(word);
            let Some(term) = self.index.terms.get_mut(term) else { continue };
            match term.places.last_mut() {
                Some((known, best)) if *known == api => *best = weight.max(*best),
                _ => term.places.push((api, weight)),
            }
        }
    }

    fn term(&mut self, word: &str) -> usize {
        if let Some(term) = self.known.get(word) {
            return *term;
        }
        let term = self.index.terms.len();
        self.index.terms.push(Term { text: word.to_owned(), stem: stem(word), places: Vec::new() });
        self.known.insert(word.to_owned(), term);
        term
    }
}
