//! Where operations come from: a document, and the engine that reads it, started when it is first needed.
//!
//! What is small is done in the page, which answers at once and loads little; the rest in a worker, which keeps the page
//! free and knows more (`engines`).

mod awaited;
mod away;
mod engines;
mod here;

pub(super) use away::Away;

use super::kept::Wanted;
use super::opened::Opened;
use super::words;
use crate::browser::address;
use crate::core::address::HttpUrl;
use crate::core::call::Draft;
use crate::core::conformance::Deviation;
use crate::core::environment::Environment;
use crate::core::exchange::Received;
use crate::core::explorer::{ComparisonView, ContentsView, Extent, OperationView};
use crate::core::form::Form;
use crate::core::id::Slug;
use crate::core::request::{Request, Secret};
use crate::core::route::Route;
use crate::core::session::{
    Answer, CallView, Credentials, LeadView, Question, ResponseAnswer, ResponseQuestion, Simulation, packet,
};
use crate::ui::context::language;
use here::Here;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::AbortController;

/// A document and the engine that answers for it. Clones share the engine; the last one to go stops it.
#[derive(Clone)]
pub(in crate::ui::pages::explorer) struct Source(Rc<Inner>);

struct Inner {
    origin: Origin,
    /// The engine in the page: for small documents of the catalogue, which need no reading.
    here: RefCell<Option<Rc<Here>>>,
    /// The engine in a worker.
    away: RefCell<Option<Rc<dyn Away>>>,
    /// Whether the document is too large for the page.
    is_large: Cell<bool>,
    /// Whether the answer of the last call is.
    has_large_answer: Cell<bool>,
    abort: Option<AbortController>,
}

/// Operations whose names are asked for at once: what somebody wants meanwhile waits no longer than for these.
const NAMED: usize = 40;

/// A request to send.
pub(super) struct Prepared {
    /// The request.
    pub(super) request: Request,
    /// What the document says is secret in it.
    pub(super) known: Vec<Secret>,
}

/// Where a document comes from.
enum Origin {
    /// A document of the catalogue: the JSON the tool made of it, below the root of the site; its API, and its rank among
    /// the documents of that API.
    Catalogue(String, Slug, usize),
    /// An address of the web.
    Web(HttpUrl),
    /// A text that the reader gave, and its name.
    Given(String, Vec<u8>),
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(abort) = &self.abort {
            abort.abort();
        }
    }
}

impl Source {
    fn new(origin: Origin) -> Self {
        Self(Rc::new(Inner {
            origin,
            here: RefCell::default(),
            away: RefCell::default(),
            is_large: Cell::default(),
            has_large_answer: Cell::default(),
            abort: AbortController::new().ok(),
        }))
    }

    /// A document of the catalogue.
    pub(in crate::ui::pages::explorer) fn of_catalogue(api: &Slug, document: usize) -> Self {
        Self::new(Origin::Catalogue(format!("data/openapi/{api}/{document}.json"), api.clone(), document))
    }

    /// A document of the web.
    pub(in crate::ui::pages::explorer) fn of_web(url: HttpUrl) -> Self {
        Self::new(Origin::Web(url))
    }

    /// A document that the reader gave.
    pub(in crate::ui::pages::explorer) fn of_text(name: String, bytes: Vec<u8>) -> Self {
        Self::new(Origin::Given(name, bytes))
    }

    /// What tells the document apart from any other.
    pub(super) fn name(&self) -> &str {
        match &self.0.origin {
            Origin::Catalogue(file, ..) => file,
            Origin::Web(url) => url.as_str(),
            Origin::Given(name, _) => name,
        }
    }

    /// What its calls are kept under: those of an API are together, whichever of its documents describes them.
    pub(super) fn shelf(&self) -> &str {
        self.api().map_or_else(|| self.name(), Slug::as_str)
    }

    /// Its rank among the documents of its API.
    pub(super) fn rank(&self) -> usize {
        match &self.0.origin {
            Origin::Catalogue(.., rank) => *rank,
            Origin::Web(_) | Origin::Given(..) => 0,
        }
    }

    /// The document of this rank of the same API; nothing where that is this one.
    pub(super) fn sibling(&self, rank: usize) -> Option<Self> {
        self.api().filter(|_| rank != self.rank()).map(|api| Self::of_catalogue(api, rank))
    }

    /// The API it documents, where the catalogue has it.
    pub(super) fn api(&self) -> Option<&Slug> {
        match &self.0.origin {
            Origin::Catalogue(_, api, _) => Some(api),
            Origin::Web(_) | Origin::Given(..) => None,
        }
    }

    /// A name for files made of its calls.
    pub(super) fn label(&self) -> &str {
        self.api().map_or("openapi", Slug::as_str)
    }

    /// The address of the page of an operation.
    pub(super) fn page(&self, operation: &str) -> String {
        let operation = Some(operation.to_owned());
        address::href(&match &self.0.origin {
            Origin::Catalogue(_, api, document) => Route::Explorer { api: api.clone(), document: *document, operation },
            Origin::Web(url) => Route::Document { url: Some(url.as_str().to_owned()), operation },
            Origin::Given(..) => Route::Document { url: None, operation },
        })
    }

    /// Reads the document and lists its operations.
    pub(in crate::ui::pages::explorer) async fn open(&self) -> Result<(Opened, ContentsView), String> {
        let (engine, opened) = self.read().await?;
        match engine.ask(Question::Contents { language: language() }, &[]).await.map_err(away::explain)?.0 {
            Answer::Contents(contents) => Ok((opened, *contents)),
            Answer::Failed(why) => Err(why.get(language()).to_owned()),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// What a filter looks into of some operations, from the one of rank `first`; none beyond the last.
    pub(in crate::ui::pages::explorer) async fn names(&self, first: usize) -> Vec<String> {
        match self.ask(Question::Names { first, count: NAMED }, &[]).await {
            Ok((Answer::Names(names), _)) => names,
            _ => Vec::new(),
        }
    }

    /// One operation, for readers.
    pub(in crate::ui::pages::explorer) async fn operation(
        &self,
        operation: &str,
        extent: Extent,
    ) -> Result<OperationView, String> {
        let (operation, language) = (operation.to_owned(), language());
        let question = match extent {
            Extent::Glance => Question::Glance { operation, language },
            Extent::Whole => Question::Operation { operation, language },
        };
        match self.ask(question, &[]).await?.0 {
            Answer::Operation(view) => Ok(*view),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// What changed since an earlier version, whose text comes from `url`.
    pub(in crate::ui::pages::explorer) async fn compare(
        &self,
        url: String,
        bytes: &[u8],
    ) -> Result<ComparisonView, String> {
        match self.ask(Question::Compare { url }, bytes).await?.0 {
            Answer::Compared(view) => Ok(*view),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// The form of an operation.
    pub(super) async fn form(&self, operation: &str) -> Result<Form, String> {
        match self.ask(Question::Form { operation: operation.to_owned() }, &[]).await?.0 {
            Answer::Form(form) => Ok(*form),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// What a draft makes, and what is wrong with it.
    pub(super) async fn view(
        &self,
        operation: &str,
        draft: Draft,
        credentials: Credentials,
        environment: Option<Environment>,
    ) -> Result<CallView, String> {
        let question = Question::Call { operation: operation.to_owned(), draft, credentials, environment };
        match self.ask(question, &[]).await?.0 {
            Answer::Call(view) => Ok(*view),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// The request to send.
    pub(super) async fn request(
        &self,
        operation: &str,
        mut draft: Draft,
        credentials: Credentials,
        environment: Option<Environment>,
    ) -> Result<Prepared, String> {
        let files = packet::take_draft_files(&mut draft);
        let question = Question::Prepare { operation: operation.to_owned(), draft, credentials, environment };
        match self.ask(question, &files).await? {
            (Answer::Prepared { mut request, known, .. }, bytes) => {
                packet::give_request_files(&mut request, &bytes);
                Ok(Prepared { request: *request, known })
            }
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// What a draft makes, as code for `target`.
    pub(super) async fn code(
        &self,
        operation: &str,
        draft: Draft,
        credentials: Credentials,
        environment: Option<Environment>,
        target: String,
    ) -> Result<String, String> {
        let question = Question::Code { operation: operation.to_owned(), draft, credentials, environment, target };
        match self.ask(question, &[]).await?.0 {
            Answer::Code(code) => Ok(code),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// An answer made from the document, and its body.
    pub(super) async fn simulate(&self, operation: &str, wanted: &Wanted) -> Result<(Simulation, Vec<u8>), String> {
        let Wanted { status, media, seed } = wanted.clone();
        let question = Question::Simulate { operation: operation.to_owned(), status, media, seed };
        match self.ask(question, &[]).await? {
            (Answer::Simulated(simulation), body) => Ok((*simulation, body)),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// The draft that asks for another page, where the operation can ask for it.
    pub(super) async fn follow(&self, operation: &str, draft: Draft, address: String) -> Option<Draft> {
        let question = Question::Follow { operation: operation.to_owned(), draft, address };
        match self.ask(question, &[]).await.ok()?.0 {
            Answer::Followed(draft) => draft.map(|draft| *draft),
            _ => None,
        }
    }

    /// Where the links of an answer lead.
    pub(super) async fn lead(&self, operation: &str, draft: Draft, url: String, received: &Received) -> Vec<LeadView> {
        let (status, headers) = (received.status, received.headers.clone());
        let question = Question::Lead { operation: operation.to_owned(), draft, url, status, headers };
        // What is too long to be read at once is no answer that a link goes on from.
        let body = if received.body.len() > engines::LARGE { &[] } else { received.body.as_slice() };
        match self.ask(question, body).await {
            Ok((Answer::Led(leads), _)) => leads,
            _ => Vec::new(),
        }
    }

    /// Something about the answer of the last call.
    pub(super) async fn respond(
        &self,
        question: ResponseQuestion,
        bytes: &[u8],
    ) -> Result<(ResponseAnswer, Vec<u8>), String> {
        match self.ask(Question::Response(question), bytes).await? {
            (Answer::Response(answer), bytes) => Ok((answer, bytes)),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }

    /// What of an answer is not as described.
    pub(super) async fn check(&self, operation: &str, received: &Received) -> Result<Vec<Deviation>, String> {
        let question = Question::Check {
            operation: operation.to_owned(),
            status: received.status,
            content_type: received.header("content-type").unwrap_or_default().to_owned(),
            headers: received.headers.clone(),
        };
        match self.ask(question, &received.body).await?.0 {
            Answer::Checked(found) => Ok(found),
            _ => Err(words().engine_stopped.to_owned()),
        }
    }
}
