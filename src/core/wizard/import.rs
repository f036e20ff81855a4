//! Pages of the catalogue as answers: what [`super::page`] does, undone.

use super::body;
use super::draft::{Answer, Row};
use super::page::ProducerPage;
use super::questions::{Page, Question};
use super::value::word;
use crate::core::catalogue::{AccessKind, Api, AudienceRule, Contact, FranceConnect, Status};

/// Answers in the making: what says nothing is not there.
#[derive(Debug, Default)]
struct Filled(Vec<(Question, Answer)>);

impl Filled {
    fn text(&mut self, question: Question, text: Option<impl ToString>) {
        if let Some(text) = text {
            self.0.push((question, Answer::Text(text.to_string())));
        }
    }

    fn words<T: Clone + Into<String>>(&mut self, question: Question, words: &[T]) {
        if !words.is_empty() {
            self.0.push((question, Answer::Words(words.iter().cloned().map(Into::into).collect())));
        }
    }

    fn rows(&mut self, question: Question, rows: Vec<Row>) {
        if !rows.is_empty() {
            self.0.push((question, Answer::Rows(rows)));
        }
    }
}

/// A row of the cells that say something.
fn row<const N: usize>(cells: [(&str, Option<String>); N]) -> Row {
    cells.into_iter().filter_map(|(column, cell)| Some((column.to_owned(), cell?))).collect()
}

/// The answers that a page of an API gives. Its documents are apart, as its dates are.
pub(super) fn of_api(api: &Api, markdown: &str) -> Vec<(Question, Answer)> {
    let mut filled = Filled::default();
    filled.text(Question::Title, Some(&api.title));
    filled.text(Question::Tagline, Some(&api.tagline));
    filled.text(Question::Producer, Some(&api.producer));
    filled.words(Question::Themes, &api.themes);
    filled.words(Question::Keywords, &api.keywords);
    filled.words(Question::Aliases, &api.aliases);
    filled.text(Question::Status, (api.status != Status::default()).then(|| word(&api.status)));
    filled.text(Question::Sunset, api.sunset);
    filled.text(Question::Replacement, api.replacement.as_ref());
    filled.text(Question::Licence, api.licence.as_ref());
    filled.text(Question::Terms, api.terms_url.as_ref());
    filled.text(Question::Frequency, api.update_frequency.as_ref().map(word));
    filled.text(Question::Coverage, api.coverage.as_ref());
    filled.rows(
        Question::Datasets,
        api.datasets
            .iter()
            .map(|dataset| row([("title", Some(dataset.title.clone())), ("url", Some(dataset.url.to_string()))]))
            .collect(),
    );
    filled.words(Question::Partners, &api.partners);
    filled.text(Question::BaseUrl, api.base_url.as_ref());
    filled.text(Question::Documentation, api.documentation.as_ref());
    filled.text(Question::Trial, api.sandbox.as_ref().map(|_| "sandbox"));
    filled.text(Question::Sandbox, api.sandbox.as_ref());
    access(api, &mut filled);
    service_level(api, &mut filled);
    contact(&api.contact, Question::ContactEmail, Question::ContactForm, &mut filled);
    filled.0.extend(body::read(markdown));
    filled.0
}

fn access(api: &Api, filled: &mut Filled) {
    let access = &api.access;
    filled.text(Question::Delivery, access.bundle.as_ref().map(|_| "bundle"));
    filled.text(Question::Bundle, access.bundle.as_ref());
    filled.text(Question::Access, Some(access.kind.id()));
    filled.text(Question::AccountUrl, access.account_url.as_ref());
    filled.text(Question::RequestUrl, access.request_url.as_ref());
    filled.text(Question::Delay, access.max_delay_days);
    let franceconnect = (access.franceconnect != FranceConnect::None).then(|| word(&access.franceconnect));
    filled.text(Question::FranceConnect, franceconnect);
    filled.rows(Question::Audiences, access.audiences.iter().flat_map(audience).collect());
    let has_own_form = access.bundle.is_none() && access.kind == AccessKind::Restricted;
    let asked_by_datapass = access.request_url.iter().any(|url| url.host().split('.').any(|label| label == "datapass"));
    filled.text(Question::RequestForm, (has_own_form && asked_by_datapass).then_some("datapass-existing"));
}

/// A row for each audience of a rule.
fn audience(rule: &AudienceRule) -> Vec<Row> {
    let alternatives: Vec<String> = rule.alternatives.iter().cloned().map(String::from).collect();
    let cells = |who| {
        row([
            ("who", Some(word(who))),
            ("verdict", Some(word(&rule.verdict))),
            ("text", rule.text.clone()),
            ("legal-basis", rule.legal_basis.clone()),
            ("request-url", rule.request_url.as_ref().map(ToString::to_string)),
            ("alternatives", (!alternatives.is_empty()).then(|| alternatives.join(" "))),
        ])
    };
    rule.who.iter().map(cells).collect()
}

fn service_level(api: &Api, filled: &mut Filled) {
    let level = &api.service_level;
    filled.text(Question::Availability, level.availability);
    filled.text(Question::ResponseTime, level.response_time_ms);
    let limits = level.rate_limits.iter().map(|limit| {
        row([
            ("count", Some(limit.count.to_string())),
            ("period", Some(word(&limit.period))),
            ("every", (limit.every != 1).then(|| limit.every.to_string())),
            ("per", limit.per.as_ref().map(word)),
        ])
    });
    filled.rows(Question::RateLimits, limits.collect());
    filled.text(Question::RateLimitNote, level.rate_limit_note.as_ref());
    filled.text(Question::StatusUrl, level.status_url.as_ref());
    filled.text(Question::UsageUrl, level.usage_url.as_ref());
}

fn contact(contact: &Contact, email: Question, form: Question, filled: &mut Filled) {
    filled.text(email, contact.email.as_ref());
    filled.text(form, contact.form.as_ref());
}

/// The answers that the page of a producer gives, as one that the catalogue does not have yet.
pub(super) fn of_producer(page: &ProducerPage) -> Vec<(Question, Answer)> {
    let producer = &page.producer;
    let mut filled = Filled::default();
    filled.text(Question::Producer, Some(Page::NEW));
    filled.text(Question::ProducerSlug, Some(&page.slug));
    filled.text(Question::ProducerName, Some(&producer.name));
    filled.text(Question::ProducerAcronym, producer.acronym.as_ref());
    filled.text(Question::ProducerKind, Some(word(&producer.kind)));
    filled.text(Question::ProducerWebsite, producer.website.as_ref());
    filled.text(Question::ProducerOpenData, producer.open_data.as_ref());
    filled.text(Question::ProducerPortal, producer.api_portal.as_ref());
    filled.text(Question::ProducerDirectory, producer.directory.as_ref());
    contact(&producer.contact, Question::ProducerEmail, Question::ProducerForm, &mut filled);
    let text = super::value::markdown(&page.body);
    filled.text(Question::ProducerText, text);
    filled.0
}
