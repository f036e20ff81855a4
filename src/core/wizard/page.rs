//! What the answers say, as the types of the catalogue: for the page shown beside the form, and for the files.
//!
//! Total: what cannot be understood, or is not asked, is left out; what a page cannot do without has a stand-in.
//! [`super::check`] says which answers those are.

use super::body;
use super::draft::{Attached, Draft, Row, Source};
use super::questions::{Page as Pages, Question, is_shown};
use super::value;
use crate::core::address::HttpUrl;
use crate::core::catalogue::{
    Access, AccessKind, Api, AudienceRule, Contact, Dataset, OpenApiSource, Producer, ProducerKind, RateLimit,
    ServiceLevel,
};
use crate::core::date::Date;
use crate::core::i18n::Language;
use crate::core::id::Slug;
use serde::de::DeserializeOwned;

/// The page of an API, as a draft describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its name.
    pub slug: Slug,
    /// Its front matter.
    pub api: Api,
    /// Its Markdown.
    pub body: String,
    /// The page of its producer, where the catalogue has none.
    pub producer: Option<ProducerPage>,
}

/// The page of a new producer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProducerPage {
    /// Its name.
    pub slug: Slug,
    /// Its front matter.
    pub producer: Producer,
    /// Its Markdown.
    pub body: String,
}

/// The page that the answers make, on `day`, with headings in the `language` of the content.
pub fn page(draft: &Draft, day: Date, language: Language) -> Page {
    let answers = Answers(draft);
    let producer = answers.producer();
    let api = Api {
        title: answers.text(Question::Title).unwrap_or_default(),
        tagline: answers.text(Question::Tagline).unwrap_or_default(),
        producer: match &producer {
            Some(page) => page.slug.clone(),
            None => answers.slug(Question::Producer).unwrap_or_else(stand_in),
        },
        themes: answers.words(Question::Themes, value::slug),
        keywords: answers.words(Question::Keywords, value::text),
        aliases: answers.words(Question::Aliases, value::slug),
        status: answers.choice(Question::Status).unwrap_or_default(),
        sunset: answers.read(Question::Sunset, value::date),
        replacement: answers.slug(Question::Replacement),
        access: answers.access(),
        openapi: documents(&draft.documents),
        documentation: answers.url(Question::Documentation),
        base_url: answers.url(Question::BaseUrl),
        contact: Contact {
            email: answers.read(Question::ContactEmail, value::email),
            form: answers.url(Question::ContactForm),
        },
        service_level: answers.service_level(),
        licence: answers.text(Question::Licence),
        terms_url: answers.url(Question::Terms),
        update_frequency: answers.choice(Question::Frequency),
        coverage: answers.text(Question::Coverage),
        sandbox: answers.url(Question::Sandbox),
        datasets: answers.rows(Question::Datasets).filter_map(dataset).collect(),
        partners: answers.words(Question::Partners, value::partner),
        created: draft.created.unwrap_or(day),
        updated: day,
    };
    Page { slug: slug(draft), api, body: body::write(draft, language), producer }
}

/// The name of the page: that of the page it updates, the one that was chosen, or one made of the title.
pub fn slug(draft: &Draft) -> Slug {
    chosen_slug(draft).unwrap_or_else(stand_in)
}

/// The same; `None` while nothing gives a name.
pub(super) fn chosen_slug(draft: &Draft) -> Option<Slug> {
    let answers = Answers(draft);
    let made = || Slug::from_text(&answers.text(Question::Title)?);
    draft.updates.clone().or_else(|| answers.slug(Question::Slug)).or_else(made)
}

/// The name of the page of a new producer: the one that was chosen, or one made of its acronym or its name.
pub(super) fn producer_slug(draft: &Draft) -> Option<Slug> {
    let answers = Answers(draft);
    let made = |question| Slug::from_text(&answers.text(question)?);
    answers
        .slug(Question::ProducerSlug)
        .or_else(|| made(Question::ProducerAcronym))
        .or_else(|| made(Question::ProducerName))
}

/// What stands for a name that is not there yet, in a page that is only shown.
#[expect(clippy::expect_used, reason = "a constant slug")]
fn stand_in() -> Slug {
    Slug::parse("a-completer").expect("a slug")
}

/// The answers that count: those of questions that are asked.
pub(super) struct Answers<'a>(pub(super) &'a Draft);

impl<'a> Answers<'a> {
    pub(super) fn read<T>(&self, question: Question, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        is_shown(question, self.0).then(|| read(self.0.text(question))).flatten()
    }

    pub(super) fn text(&self, question: Question) -> Option<String> {
        self.read(question, value::text)
    }

    pub(super) fn markdown(&self, question: Question) -> Option<String> {
        self.read(question, value::markdown)
    }

    fn url(&self, question: Question) -> Option<HttpUrl> {
        self.read(question, value::url)
    }

    fn slug(&self, question: Question) -> Option<Slug> {
        self.read(question, value::slug)
    }

    pub(super) fn choice<T: DeserializeOwned>(&self, question: Question) -> Option<T> {
        self.read(question, value::choice)
    }

    fn words<T>(&self, question: Question, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let words = self.0.words(question).iter().filter(|_| is_shown(question, self.0));
        words.filter_map(|word| read(word)).collect()
    }

    pub(super) fn rows(&self, question: Question) -> impl Iterator<Item = &'a Row> + use<'a> {
        let shown = is_shown(question, self.0);
        self.0.rows(question).iter().filter(move |_| shown)
    }

    fn access(&self) -> Access {
        Access {
            kind: self.choice(Question::Access).unwrap_or(AccessKind::Open),
            account_url: self.url(Question::AccountUrl),
            request_url: self.url(Question::RequestUrl),
            max_delay_days: self.read(Question::Delay, |typed| value::integer(typed, 0, 366)),
            bundle: self.slug(Question::Bundle),
            franceconnect: self.choice(Question::FranceConnect).unwrap_or_default(),
            audiences: audiences(self.rows(Question::Audiences)),
        }
    }

    fn service_level(&self) -> ServiceLevel {
        ServiceLevel {
            availability: self.read(Question::Availability, value::percent),
            response_time_ms: self.read(Question::ResponseTime, |typed| value::integer(typed, 0, 3_600_000)),
            rate_limits: self.rows(Question::RateLimits).filter_map(rate_limit).collect(),
            rate_limit_note: self.text(Question::RateLimitNote),
            status_url: self.url(Question::StatusUrl),
            usage_url: self.url(Question::UsageUrl),
        }
    }

    fn producer(&self) -> Option<ProducerPage> {
        if !Pages::Producer.may_be_new(self.0.text(Question::Producer).trim()) {
            return None;
        }
        let producer = Producer {
            name: self.text(Question::ProducerName).unwrap_or_default(),
            acronym: self.text(Question::ProducerAcronym),
            kind: self.choice(Question::ProducerKind).unwrap_or(ProducerKind::Other),
            website: self.url(Question::ProducerWebsite),
            open_data: self.url(Question::ProducerOpenData),
            api_portal: self.url(Question::ProducerPortal),
            directory: self.url(Question::ProducerDirectory),
            contact: Contact {
                email: self.read(Question::ProducerEmail, value::email),
                form: self.url(Question::ProducerForm),
            },
        };
        let slug = producer_slug(self.0).unwrap_or_else(stand_in);
        Some(ProducerPage { slug, producer, body: self.markdown(Question::ProducerText).unwrap_or_default() })
    }
}

/// A cell, as typed; empty where there is none.
pub(super) fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).map_or("", String::as_str)
}

/// One rule for the audiences that have the same answer, in the order of the rows; the first row of an audience counts.
fn audiences<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<AudienceRule> {
    let mut rules: Vec<AudienceRule> = Vec::new();
    for row in rows {
        let (Some(who), Some(verdict)) = (value::choice(cell(row, "who")), value::choice(cell(row, "verdict"))) else {
            continue;
        };
        if rules.iter().any(|rule| rule.who.contains(&who)) {
            continue;
        }
        let rule = AudienceRule {
            who: vec![who],
            verdict,
            legal_basis: value::text(cell(row, "legal-basis")),
            text: value::markdown(cell(row, "text")),
            request_url: value::url(cell(row, "request-url")),
            alternatives: value::targets(cell(row, "alternatives")),
        };
        let same = |other: &&mut AudienceRule| AudienceRule { who: rule.who.clone(), ..(**other).clone() } == rule;
        match rules.iter_mut().find(same) {
            Some(other) => other.who.push(who),
            None => rules.push(rule),
        }
    }
    rules
}

fn rate_limit(row: &Row) -> Option<RateLimit> {
    Some(RateLimit {
        count: value::integer(cell(row, "count"), 1, u32::MAX)?,
        period: value::choice(cell(row, "period"))?,
        every: value::integer(cell(row, "every"), 1, 10_000).unwrap_or(1),
        per: value::choice(cell(row, "per")),
    })
}

fn dataset(row: &Row) -> Option<Dataset> {
    Some(Dataset { title: value::text(cell(row, "title"))?, url: value::url(cell(row, "url"))? })
}

/// The documents that can be read from the page, with the names that their files have beside it.
fn documents(attached: &[Attached]) -> Vec<OpenApiSource> {
    let sources = attached.iter().zip(file_names(attached)).map(|(document, file)| {
        let url = match &document.source {
            Source::Address { url, beside: false, .. } => value::url(url),
            _ => None,
        };
        OpenApiSource { file, url, title: value::text(&document.title) }
    });
    sources.filter(|source| source.file.is_some() || source.url.is_some()).collect()
}

/// The name of the file of each document, unique among them; `None` for an address alone.
///
/// A name that was given is kept when it is safe as a path; other texts are `openapi.yaml`, `openapi-2.json`…
pub(super) fn file_names(attached: &[Attached]) -> Vec<Option<String>> {
    let mut names: Vec<Option<String>> = Vec::new();
    for document in attached {
        let given = match &document.source {
            Source::Address { beside: true, .. } => "",
            Source::Address { .. } => {
                names.push(None);
                continue;
            }
            Source::Published { name } | Source::Text { name, .. } => name.trim(),
        };
        let free = |name: &String| !names.iter().flatten().any(|taken| taken == name);
        let end = if document.source.text().is_some_and(is_json) { "json" } else { "yaml" };
        let made = (1..=attached.len() + 1).map(|rank| match rank {
            1 => format!("openapi.{end}"),
            rank => format!("openapi-{rank}.{end}"),
        });
        let given = is_file_name(given).then(|| given.to_owned());
        names.push(given.into_iter().chain(made).find(free));
    }
    names
}

/// Whether a document is written in JSON.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
}

/// Whether a name is that of a document, and means the same as a path and in an address.
fn is_file_name(name: &str) -> bool {
    let stem = [".yaml", ".yml", ".json"].iter().find_map(|end| name.strip_suffix(end));
    stem.is_some_and(|stem| {
        let plain = |character: char| character.is_ascii_alphanumeric();
        stem.starts_with(plain)
            && stem.len() <= 80
            && stem.chars().all(|character| plain(character) || matches!(character, '-' | '_' | '.'))
            && !stem.contains("..")
    })
}
