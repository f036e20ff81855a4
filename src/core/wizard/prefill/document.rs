//! What an OpenAPI document says of its API, as answers.
//!
//! What it does not say is not guessed, but for the kind of access, which its security suggests.

use super::Prefill;
use super::{limits, security};
use crate::core::address::HttpUrl;
use crate::core::catalogue::front_matter::placeholder;
use crate::core::exchange::unreachable;
use crate::core::markdown::{self, Block, plain_text};
use crate::core::openapi::{Contents, Document, Info, License, NoDocuments, OperationKind, Server};
use crate::core::search::fold;
use crate::core::uri;
use crate::core::wizard::draft::{Answer, Origin};
use crate::core::wizard::questions::Question;
use crate::core::wizard::value;

/// Longest tagline that lists show whole.
const TAGLINE: usize = 160;
/// Most words taken from tags: beyond, they are the plan of a reference and no longer words to search.
const KEYWORDS: usize = 8;
/// Titles that tools write for want of one.
const NAMELESS: [&str; 8] =
    ["api", "openapi definition", "swagger petstore", "api documentation", "untitled", "my api", "title", "fastapi"];

/// What `document` says.
pub fn of_document(document: &Document) -> Prefill {
    let mut answers = Vec::new();
    if document.version().is_none() {
        return Prefill { origin: Origin::Document, answers, documents: Vec::new(), created: None };
    }
    let (contents, _) = document.contents(&NoDocuments);
    let info = &contents.info;
    let mut text = |question: Question, text: Option<String>| {
        let text = text.filter(|text| !text.trim().is_empty() && placeholder(text).is_none());
        answers.extend(text.map(|text| (question, Answer::Text(text))));
    };
    let description = info.description.and_then(value::markdown);
    text(Question::Title, info.title.and_then(value::text).filter(|title| !is_nameless(title)));
    text(Question::Tagline, tagline(info, description.as_deref()));
    text(Question::Uses, description);
    text(Question::Licence, info.license.as_ref().and_then(licence));
    text(Question::Terms, info.terms_of_service.and_then(address));
    text(Question::Documentation, contents.external_docs.as_ref().and_then(|docs| address(docs.url)));
    let contact = info.contact.clone().unwrap_or_default();
    text(Question::ContactEmail, contact.email.and_then(value::email).map(String::from));
    text(Question::ContactForm, contact.url.and_then(address));
    text(Question::Status, status(info));
    let (real, sandbox) = servers(&contents.servers);
    text(Question::BaseUrl, real.or_else(|| sandbox.clone()));
    let access = security::access(&contents);
    let trial = match (&sandbox, access) {
        (Some(_), _) => Some("sandbox"),
        (None, Some(security::OPEN)) => Some("public"),
        _ => None,
    };
    text(Question::Trial, trial.map(str::to_owned));
    text(Question::Sandbox, sandbox);
    text(Question::Access, access.map(str::to_owned));
    text(Question::FranceConnect, security::is_franceconnect(&contents).then(|| "required".to_owned()));
    answers.extend(limits::of(&contents));
    answers.extend(keywords(&contents).map(|words| (Question::Keywords, Answer::Words(words))));
    Prefill { origin: Origin::Document, answers, documents: Vec::new(), created: None }
}

fn is_nameless(title: &str) -> bool {
    NAMELESS.contains(&fold(title).trim())
}

/// A public address.
fn address(text: &str) -> Option<String> {
    let url = value::url(text)?;
    unreachable(url.as_str()).is_none().then(|| url.into())
}

/// The summary, else the first sentence of the description, when lists can show it.
fn tagline(info: &Info<'_>, description: Option<&str>) -> Option<String> {
    let sentence = match info.summary.and_then(value::text) {
        Some(summary) => summary,
        None => first_sentence(description?)?,
    };
    (sentence.chars().count() <= TAGLINE && !sentence.contains('\n')).then_some(sentence)
}

fn first_sentence(description: &str) -> Option<String> {
    let document = markdown::parse(description, "", 1).document;
    let paragraph = document.blocks.iter().find_map(|block| match block {
        Block::Paragraph(content) => Some(plain_text(content)),
        _ => None,
    })?;
    let words = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = words.find(". ").unwrap_or(words.len());
    let sentence = words.get(..end)?.trim_end_matches('.');
    (!sentence.is_empty()).then(|| sentence.to_owned())
}

/// The identifier that a licence is known by, else its name.
fn licence(licence: &License<'_>) -> Option<String> {
    let known = |text: &str| {
        let text = fold(text);
        let is = |words: &[&str]| words.iter().all(|word| text.contains(word));
        match () {
            () if is(&["etalab", "2"]) || is(&["licence ouverte", "2"]) || is(&["open licence", "2"]) => {
                Some("etalab-2.0")
            }
            () if is(&["odbl"]) || is(&["open database licen"]) => Some("ODbL-1.0"),
            () => None,
        }
    };
    let texts = [licence.identifier, licence.name, licence.url];
    let found = texts.iter().flatten().find_map(|text| known(text)).map(str::to_owned);
    found.or_else(|| licence.identifier.or(licence.name).and_then(value::text))
}

fn status(info: &Info<'_>) -> Option<String> {
    let version = fold(info.version.as_deref()?);
    let early = version.starts_with("0.") || ["alpha", "beta", "-rc"].iter().any(|word| version.contains(word));
    early.then(|| "beta".to_owned())
}

/// The first server that answers for real, and the first one that is for tests.
fn servers(servers: &[Server<'_>]) -> (Option<String>, Option<String>) {
    let (mut real, mut sandbox) = (None, None);
    // A server that no one wrote, relative to wherever the document is, says nothing.
    for server in servers.iter().filter(|server| server.value.is_some() || uri::is_absolute(&server.url)) {
        let url = server.address(|_| None);
        if url.contains(['{', '}']) || HttpUrl::parse(&url).is_none() || unreachable(&url).is_some() {
            continue;
        }
        let about = fold(&[server.name.unwrap_or_default(), server.description.unwrap_or_default(), &url].join(" "));
        let words = ["bac a sable", "bac-a-sable", "sandbox", "recette", "staging", "preprod", "qualif", "test"];
        let place = if words.iter().any(|word| about.contains(word)) { &mut sandbox } else { &mut real };
        place.get_or_insert(url);
    }
    (real, sandbox)
}

/// The names of the tags, when they are few enough to be words that people search.
fn keywords(contents: &Contents<'_>) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let operations = contents.operations.iter().filter(|entry| entry.kind == OperationKind::Path);
    for tag in operations.flat_map(|entry| &entry.tags) {
        let word = tag.replace(['_', '-'], " ").trim().to_lowercase();
        if !matches!(word.as_str(), "" | "default" | "api") && !words.contains(&word) {
            words.push(word);
        }
    }
    (!words.is_empty() && words.len() <= KEYWORDS).then_some(words)
}
