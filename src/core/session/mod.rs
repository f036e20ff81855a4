//! A session: the documents that were read, and what the explorer asks about them.
//!
//! [`Session::call`] answers what it takes to call an operation of the catalogue, whose documents were prepared when the
//! site was built: the page runs it as long as documents and answers are small. [`Session::answer`] answers everything,
//! for any document, and weighs more: it runs in a Web Worker, to which [`Question`]s travel as [`packet`]s, and
//! [`Answer`]s back. Never here: threads, fetching, drawing.

mod message;
pub mod packet;
mod response;
mod shelf;
mod simulate;
#[cfg(test)]
mod tests;

pub use message::{Answer, CallView, Credentials, Finding, LeadView, Question, ReadView, SimulatedChoice, Simulation};
pub use response::{Found, ResponseAnswer, ResponseQuestion, ResponseView, RowMarks};

use crate::core::call::{self, Answered, Draft, Lead};
use crate::core::conformance;
use crate::core::environment::Environment;
use crate::core::explorer;
use crate::core::form::form;
use crate::core::i18n::Text;
use crate::core::openapi::{Document, Link, LinkTarget, Operation, OperationEntry, OperationId};
use crate::core::problem::{Problem, Severity};
use crate::core::request::Request;
use crate::core::request::snippet::{Redaction, Target, snippet};
use crate::core::secret;
use response::Held;
use shelf::Shelf;

/// The documents that were read, the first of which is explored, and the answer of the last call.
#[derive(Debug, Default)]
pub struct Session {
    shelf: Shelf,
    held: Held,
}

impl Session {
    /// Answers what it takes to call an operation. `bytes` is what the question carries; so does the answer.
    pub fn call(&mut self, question: Question, bytes: &[u8]) -> (Answer, Vec<u8>) {
        let answer = match question {
            Question::Take { url } => match serde_json::from_slice(bytes) {
                Ok(value) => {
                    self.shelf.start(Document::new(value, &url));
                    Answer::Read(self.read_view(Vec::new()))
                }
                Err(error) => Answer::Failed(unreadable(&error)),
            },
            Question::Form { operation } => {
                self.with(&operation, |_, operation, shelf| Answer::Form(Box::new(form(&operation, shelf))))
            }
            Question::Call { operation, draft, credentials, environment } => {
                let filled = Filled::new(draft, credentials, environment);
                self.with(&operation, |document, operation, shelf| {
                    Answer::Call(Box::new(call_view(document, &operation, filled, shelf)))
                })
            }
            Question::Prepare { operation, draft, credentials, environment } => {
                let mut filled = Filled::new(draft, credentials, environment);
                packet::give_files(&mut filled.draft, bytes);
                return self.prepare(&operation, filled);
            }
            Question::Check { operation, status, content_type, headers } => {
                let received =
                    conformance::Received { status, content_type: &content_type, headers: &headers, body: bytes };
                self.with(&operation, |document, operation, shelf| {
                    Answer::Checked(conformance::answer(&operation, &received, document, shelf))
                })
            }
            Question::Follow { operation, draft, address } => self.with(&operation, |_, operation, shelf| {
                Answer::Followed(call::follow(&operation, &draft, &address, shelf).map(Box::new))
            }),
            Question::Lead { operation, draft, url, status, headers } => {
                let body = serde_json::from_slice(bytes).ok();
                self.with(&operation, |document, operation, shelf| {
                    let (draft, headers, body) = (&draft, &headers[..], body.as_ref());
                    let answered = Answered { operation: &operation, draft, url: &url, status, headers, body };
                    Answer::Led(leads(document, &answered, shelf))
                })
            }
            Question::Response(question) => {
                return match self.held.answer(question, bytes) {
                    Ok((answer, bytes)) => (Answer::Response(answer), bytes),
                    Err(why) => (Answer::Failed(why), Vec::new()),
                };
            }
            Question::Read { .. }
            | Question::Give { .. }
            | Question::Contents { .. }
            | Question::Names { .. }
            | Question::Glance { .. }
            | Question::Operation { .. }
            | Question::Compare { .. }
            | Question::Simulate { .. }
            | Question::Code { .. } => Answer::Failed(not_here()),
        };
        (answer, Vec::new())
    }

    /// Answers every question.
    pub fn answer(&mut self, question: Question, bytes: &[u8]) -> (Answer, Vec<u8>) {
        let answer = match question {
            Question::Read { url } => {
                let (document, problems) = Document::read(bytes, &url);
                self.shelf.start(document);
                Answer::Read(self.read_view(problems))
            }
            Question::Give { url } => {
                let (document, problems) = Document::read_part(bytes, &url);
                self.shelf.add(&url, document);
                Answer::Read(self.read_view(problems))
            }
            Question::Contents { language } => match self.shelf.first() {
                Some(document) => Answer::Contents(Box::new(explorer::contents(document, &self.shelf, language))),
                None => Answer::Failed(no_document()),
            },
            Question::Names { first, count } => match self.shelf.first() {
                Some(document) => {
                    Answer::Names(explorer::names(document, &self.shelf, first..first.saturating_add(count)))
                }
                None => Answer::Failed(no_document()),
            },
            Question::Glance { operation, language } => self.with_entry(&operation, |document, entry, shelf| {
                Answer::Operation(Box::new(explorer::glance(entry, document, shelf, language)))
            }),
            Question::Operation { operation, language } => self.with_entry(&operation, |document, entry, shelf| {
                Answer::Operation(Box::new(explorer::operation(entry, document, shelf, language)))
            }),
            Question::Compare { url } => self.compare(bytes, &url),
            Question::Simulate { operation, status, media, seed } => {
                let mut body = Vec::new();
                let answer = self.with(&operation, |document, operation, shelf| {
                    let simulation;
                    (simulation, body) = simulate::simulate(document, &operation, (&status, &media), seed, shelf);
                    Answer::Simulated(Box::new(simulation))
                });
                return (answer, body);
            }
            Question::Code { operation, draft, credentials, environment, target } => {
                let filled = Filled::new(draft, credentials, environment);
                self.with(&operation, |_, operation, shelf| {
                    let (request, _) = filled.request(&operation, shelf);
                    let target = Target::parse(&target).unwrap_or(Target::CurlBash);
                    Answer::Code(snippet(target, &request, Redaction::Variables))
                })
            }
            other => return self.call(other, bytes),
        };
        (answer, Vec::new())
    }

    fn with(&self, id: &str, give: impl FnOnce(&Document, Operation<'_>, &Shelf) -> Answer) -> Answer {
        let Some(document) = self.shelf.first() else { return Answer::Failed(no_document()) };
        match document.operation(&OperationId::new(id), &self.shelf) {
            Some((operation, _)) => give(document, operation, &self.shelf),
            None => Answer::Failed(no_operation(id)),
        }
    }

    fn with_entry(&self, id: &str, give: impl FnOnce(&Document, &OperationEntry<'_>, &Shelf) -> Answer) -> Answer {
        let Some(document) = self.shelf.first() else { return Answer::Failed(no_document()) };
        match document.entry(&OperationId::new(id), &self.shelf) {
            Some(entry) => give(document, &entry, &self.shelf),
            None => Answer::Failed(no_operation(id)),
        }
    }

    fn compare(&self, bytes: &[u8], url: &str) -> Answer {
        let Some(new) = self.shelf.first() else { return Answer::Failed(no_document()) };
        let (old, _) = Document::read(bytes, url);
        match old.version() {
            Some(_) => Answer::Compared(Box::new(explorer::comparison(&old, new, &self.shelf))),
            None => Answer::Failed(no_openapi()),
        }
    }

    fn read_view(&self, problems: Vec<Problem>) -> ReadView {
        let more = problems.len().saturating_sub(MOST_PROBLEMS);
        let problems = problems.into_iter().take(MOST_PROBLEMS).map(Finding::of).collect();
        ReadView { problems, more, missing: self.shelf.missing() }
    }

    fn prepare(&self, id: &str, filled: Filled) -> (Answer, Vec<u8>) {
        let mut bytes = Vec::new();
        let answer = self.with(id, |_, operation, shelf| {
            let known = secret::known(&call::prepare(&operation, &filled.draft, shelf).0);
            let (mut request, problems) = filled.request(&operation, shelf);
            bytes = packet::take_files(&mut request);
            let problems = problems.into_iter().map(Finding::of).collect();
            Answer::Prepared { request: Box::new(request), problems, known }
        });
        (answer, bytes)
    }
}

/// Problems of a document that are shown.
const MOST_PROBLEMS: usize = 200;

/// Longest message shown while it is filled in, in bytes.
const PREVIEW: usize = 20_000;

/// A draft whose variables have their values.
struct Filled {
    draft: Draft,
    environment: Option<Environment>,
    problems: Vec<Problem>,
}

impl Filled {
    fn new(draft: Draft, credentials: Credentials, environment: Option<Environment>) -> Self {
        let (draft, problems) = match &environment {
            Some(environment) => environment.apply(&draft),
            None => (draft, Vec::new()),
        };
        Self { draft: Draft { credentials, ..draft }, environment, problems }
    }

    /// The request it makes, which knows the secrets of the environment, and what is wrong with it.
    fn request(self, operation: &Operation<'_>, shelf: &Shelf) -> (Request, Vec<Problem>) {
        let (mut request, found) = call::request(operation, &self.draft, shelf);
        if let Some(environment) = &self.environment {
            request.secrets.extend(environment.secrets(&request));
        }
        let mut problems = self.problems;
        problems.extend(found);
        (request, problems)
    }
}

fn call_view(document: &Document, operation: &Operation<'_>, filled: Filled, shelf: &Shelf) -> CallView {
    let judged = conformance::request(operation, &filled.draft, document, shelf);
    let (request, mut problems) = filled.request(operation, shelf);
    problems.extend(judged);
    let mut message = snippet(Target::Http, &request, Redaction::Variables);
    let is_cut = message.len() > PREVIEW;
    if is_cut {
        let end = (0..=PREVIEW).rev().find(|end| message.is_char_boundary(*end)).unwrap_or_default();
        message.truncate(end);
    }
    CallView {
        message,
        is_cut,
        code: snippet(Target::CurlBash, &request, Redaction::Variables),
        method: request.method,
        url: request.url,
        headers: request.headers,
        problems: problems.into_iter().map(Finding::of).collect(),
    }
}

/// Most links of an answer.
const MOST_LINKS: usize = 30;

fn leads(document: &Document, answered: &Answered<'_>, shelf: &Shelf) -> Vec<LeadView> {
    let links = answered.operation.response(answered.status).map(|response| response.links.as_slice());
    let view = |link: &Link<'_>| {
        let name = link.name.to_owned();
        let found = document.linked(link.target, shelf).and_then(|id| Some((document.operation(&id, shelf)?.0, id)));
        let Some((target, id)) = found else {
            let (LinkTarget::Id(written) | LinkTarget::Reference(written)) = link.target;
            return LeadView { name, line: written.to_owned(), ..LeadView::default() };
        };
        let Lead { draft, missing } = call::lead(link, &target, answered, shelf);
        let line = format!("{} {}", target.method, target.path);
        LeadView { name, operation: Some(id.to_string()), line, draft, missing }
    };
    links.unwrap_or_default().iter().take(MOST_LINKS).map(view).collect()
}

impl Finding {
    fn of(problem: Problem) -> Self {
        Self {
            is_error: problem.severity == Severity::Error,
            code: problem.code.to_owned(),
            address: problem.place.pointer.unwrap_or_default(),
            line: problem.place.line,
            column: problem.place.column,
            what: problem.what,
            mend: problem.mend,
        }
    }
}

fn unreadable(error: &serde_json::Error) -> Text {
    Text::new(
        format!("Le fichier de données du document est illisible\u{202f}: {error}. Rechargez la page."),
        format!("The data file of the document cannot be read: {error}. Load the page again."),
    )
}

fn no_document() -> Text {
    Text::new(
        "Aucun document n’a été lu\u{202f}: rechargez la page.",
        "No document has been read: load the page again.",
    )
}

fn no_openapi() -> Text {
    Text::new(
        "Ce texte n’est pas un document OpenAPI ou Swagger\u{202f}: donnez une version précédente du document affiché.",
        "This text is no OpenAPI or Swagger document: give an earlier version of the document that is shown.",
    )
}

fn no_operation(id: &str) -> Text {
    Text::new(
        format!(
            "Le document n’a pas d’opération «\u{202f}{id}\u{202f}»\u{202f}: choisissez-en une autre dans la liste."
        ),
        format!("The document has no operation “{id}”: choose another one in the list."),
    )
}

fn not_here() -> Text {
    Text::new(
        "La partie qui lit les documents n’est pas chargée\u{202f}: rechargez la page.",
        "The part that reads documents is not loaded: load the page again.",
    )
}
