//! The draft beside the rest of the catalogue: pages that it names, pages that it resembles.

use super::{Finding, words};
use crate::core::catalogue::front_matter::nearest;
use crate::core::catalogue::wire::{ApiPage, ApiSummary, Catalogue};
use crate::core::catalogue::{Alternative, likeness};
use crate::core::i18n::Text;
use crate::core::id::Slug;
use crate::core::openapi::{Document, outline};
use crate::core::search::{distance, fold};
use crate::core::wizard::draft::Draft;
use crate::core::wizard::page::{cell, chosen_slug, producer_slug};
use crate::core::wizard::questions::{Page, Question, is_shown};
use crate::core::wizard::value;
use std::collections::{BTreeSet, HashSet};

/// The rest of the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Others<'a> {
    /// What lists know.
    pub catalogue: &'a Catalogue,
    /// What the pages that were opened say, to find the same API under another name; see [`candidates`].
    pub details: &'a [Detail],
}

/// What tells an API whatever its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// Its page.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// Where it answers; see [`likeness::addresses`].
    pub addresses: BTreeSet<String>,
    /// Its operations; see [`likeness::signature`].
    pub operations: BTreeSet<String>,
}

impl From<&ApiPage> for Detail {
    fn from(page: &ApiPage) -> Self {
        let outlines = || page.outlines.iter().flatten();
        Self {
            slug: page.slug.clone(),
            title: page.api.title.clone(),
            addresses: likeness::addresses(page.api.base_url.as_ref(), outlines()),
            operations: likeness::signatures(outlines()),
        }
    }
}

/// The APIs whose pages are worth opening to look for duplicates: those that have a mark of the draft, whatever their
/// name, then those of the same producer, and those whose name shares a rare word.
pub fn candidates<'a>(draft: &Draft, catalogue: &'a Catalogue) -> Vec<&'a ApiSummary> {
    let title = fold(draft.title());
    let words = long_words(&title);
    let producer = draft.text(Question::Producer).trim();
    let others = || catalogue.apis.iter().filter(|api| draft.updates.as_ref() != Some(&api.slug));
    let mine = Own::of(draft);
    let marks = likeness::marks(&mine.addresses, &mine.operations);
    let is_marked = |api: &ApiSummary| api.marks.iter().any(|mark| marks.contains(mark));
    let is_near = |api: &ApiSummary| {
        api.producer.as_str() == producer || long_words(&fold(&api.title)).iter().any(|word| words.contains(word))
    };
    let near = others().filter(|api| !is_marked(api) && is_near(api));
    others().filter(|api| is_marked(api)).chain(near).collect()
}

/// What tells the API of a draft.
struct Own {
    addresses: BTreeSet<String>,
    operations: BTreeSet<String>,
}

impl Own {
    fn of(draft: &Draft) -> Self {
        let read = |text: &str| outline(&Document::read(text.as_bytes(), "").0);
        let outlines: Vec<_> =
            draft.documents.iter().filter_map(|document| document.source.text().and_then(read)).collect();
        let base_url = value::url(draft.text(Question::BaseUrl));
        Self {
            addresses: likeness::addresses(base_url.as_ref(), outlines.iter()),
            operations: likeness::signatures(outlines.iter()),
        }
    }
}

fn long_words(text: &str) -> HashSet<String> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.len() > 3)
        .map(str::to_owned)
        .collect()
}

pub(super) fn others(draft: &Draft, others: &Others<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    references(draft, others.catalogue, &mut findings);
    names(draft, others.catalogue, &mut findings);
    let details: Vec<&Detail> =
        others.details.iter().filter(|detail| draft.updates.as_ref() != Some(&detail.slug)).collect();
    if !details.is_empty() {
        let mine = Own::of(draft);
        findings.extend(details.into_iter().filter_map(|detail| same_api(&mine, detail)));
    }
    findings
}

/// Names of pages that the catalogue does not have.
fn references(draft: &Draft, catalogue: &Catalogue, findings: &mut Vec<Finding>) {
    let apis: Vec<&str> = catalogue.apis.iter().map(|api| api.slug.as_str()).collect();
    let producers: Vec<&str> = catalogue.producers.iter().map(|producer| producer.slug.as_str()).collect();
    let themes: Vec<&str> = catalogue.themes.iter().map(|theme| theme.slug.as_str()).collect();
    let mut must_have = |question: Question, typed: &str, known: &[&str]| {
        if let Some(slug) = value::slug(typed).filter(|slug| !known.contains(&slug.as_str())) {
            findings.push(unknown(question, slug.as_str(), known));
        }
    };
    for (question, known) in
        [(Question::Bundle, &apis), (Question::Replacement, &apis), (Question::Producer, &producers)]
    {
        if is_shown(question, draft) {
            must_have(question, draft.text(question), known);
        }
    }
    draft.words(Question::Themes).iter().for_each(|theme| must_have(Question::Themes, theme, &themes));
    if !is_shown(Question::Audiences, draft) {
        return;
    }
    for (index, row) in draft.rows(Question::Audiences).iter().enumerate() {
        for target in value::targets(cell(row, "alternatives")) {
            if let Alternative::Api(slug) = target
                && !apis.contains(&slug.as_str())
            {
                let finding = unknown(Question::Audiences, slug.as_str(), &apis);
                // A page stands without what it advises.
                let severity = crate::core::problem::Severity::Warning;
                findings.push(Finding { severity, ..finding }.at(index, "alternatives"));
            }
        }
    }
}

fn unknown(question: Question, slug: &str, known: &[&str]) -> Finding {
    let label = words::label(question);
    let what = Text::new(
        format!("{}\u{202f}: le catalogue n’a pas «\u{202f}{slug}\u{202f}».", label.fr),
        format!("{}: the catalogue does not have “{slug}”.", label.en),
    );
    let mend = match nearest(slug, known) {
        Some(near) => Text::new(format!("Choisissez «\u{202f}{near}\u{202f}».",), format!("Choose “{near}”.")),
        None => Text::new("Choisissez une réponse de la liste.", "Choose an answer of the list."),
    };
    Finding::error("unknown-page", question, what, mend)
}

/// Names that other pages have.
fn names(draft: &Draft, catalogue: &Catalogue, findings: &mut Vec<Finding>) {
    let title = fold(draft.title());
    let slug = chosen_slug(draft);
    for api in catalogue.apis.iter().filter(|api| draft.updates.as_ref() != Some(&api.slug)) {
        let other = fold(&api.title);
        if !title.is_empty() && title == other {
            findings.push(Finding::error(
                "duplicate-title",
                Question::Title,
                Text::new(
                    format!("Le catalogue a déjà une fiche «\u{202f}{}\u{202f}».", api.title),
                    format!("The catalogue already has a page “{}”.", api.title),
                ),
                update_it(),
            ));
        } else if title.len() > 8 && distance(&title, &other) <= 2 {
            findings.push(Finding::advice(
                "near-title",
                Question::Title,
                Text::new(
                    format!("Le nom ressemble à celui d’une autre fiche\u{202f}: «\u{202f}{}\u{202f}».", api.title),
                    format!("The name looks like that of another page: “{}”.", api.title),
                ),
                update_it(),
            ));
        }
        let is_taken = |slug: &Slug| api.slug == *slug || api.aliases.contains(slug);
        let aliases = draft.words(Question::Aliases).iter().filter_map(|alias| value::slug(alias));
        let taken = slug.iter().cloned().map(|slug| (Question::Slug, slug));
        let taken = taken.chain(aliases.map(|alias| (Question::Aliases, alias)));
        for (question, name) in taken.filter(|(_, name)| is_taken(name)) {
            findings.push(Finding::error(
                "name-taken",
                question,
                Text::new(
                    format!("Le nom «\u{202f}{name}\u{202f}» est celui de la fiche «\u{202f}{}\u{202f}».", api.title),
                    format!("The name “{name}” is that of the page “{}”.", api.title),
                ),
                Text::new("Choisissez un autre nom.", "Choose another name."),
            ));
        }
    }
    if draft.text(Question::Producer).trim() == Page::NEW {
        new_producer(draft, catalogue, findings);
    }
}

fn update_it() -> Text {
    Text::new(
        "Si c’est la même API, mettez sa fiche à jour au lieu d’en créer une\u{202f}; sinon, donnez un nom qui les distingue.",
        "If it is the same API, update its page instead of making one; else give a name that tells them apart.",
    )
}

fn new_producer(draft: &Draft, catalogue: &Catalogue, findings: &mut Vec<Finding>) {
    let name = fold(draft.text(Question::ProducerName).trim());
    let slug = producer_slug(draft);
    let same = catalogue
        .producers
        .iter()
        .find(|producer| (!name.is_empty() && fold(&producer.name) == name) || slug.as_ref() == Some(&producer.slug));
    if let Some(producer) = same {
        findings.push(Finding::error(
            "duplicate-producer",
            Question::Producer,
            Text::new(
                format!("Le catalogue a déjà ce producteur\u{202f}: «\u{202f}{}\u{202f}».", producer.name),
                format!("The catalogue already has this producer: “{}”.", producer.name),
            ),
            Text::new(
                "Choisissez-le dans la liste, ou donnez un autre nom à sa page.",
                "Choose it in the list, or give its page another name.",
            ),
        ));
    }
}

/// Whether another page is that of the same API.
fn same_api(mine: &Own, detail: &Detail) -> Option<Finding> {
    if mine.addresses.intersection(&detail.addresses).next().is_some() {
        return Some(Finding::advice(
            "duplicate-base-url",
            Question::BaseUrl,
            Text::new(
                format!("C’est aussi l’adresse de base de «\u{202f}{}\u{202f}».", detail.title),
                format!("It is also the root of the calls of “{}”.", detail.title),
            ),
            update_it(),
        ));
    }
    let shared = mine.operations.intersection(&detail.operations).count();
    // Two or three common places (`GET /`, `GET /health`) say nothing.
    let is_same = shared >= 3 && shared * 5 >= mine.operations.len().min(detail.operations.len()) * 4;
    is_same.then(|| {
        Finding::advice(
            "duplicate-operations",
            Question::Documents,
            Text::new(
                format!("{shared} opérations sont aussi celles de «\u{202f}{}\u{202f}».", detail.title),
                format!("{shared} operations are also those of “{}”.", detail.title),
            ),
            update_it(),
        )
    })
}
