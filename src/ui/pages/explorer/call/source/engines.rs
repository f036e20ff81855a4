//! The two engines of a document: which of them is asked, and what starts them.

use super::super::opened::{Opened, others};
use super::super::words;
use super::away::{self, Away};
use super::here::Here;
use super::{Origin, Source};
use crate::browser::{address, fetch};
use crate::core::remote::FetchError;
use crate::core::session::{Answer, Question, ResponseQuestion};
use crate::ui::context::{language, text};
use futures_util::future::join;
use std::rc::Rc;

/// Bytes of a document or of an answer from which on the page would be seen to wait: 50 ms on a telephone.
pub(super) const LARGE: usize = 400_000;

impl Source {
    /// The engine in the page, with the document read; none where the document is not for it. Errors are sentences.
    async fn here(&self) -> Result<Option<Rc<Here>>, String> {
        let inner = &self.0;
        let Origin::Catalogue(file, ..) = &inner.origin else { return Ok(None) };
        if inner.is_large.get() || inner.here.borrow().is_some() {
            return Ok(inner.here.borrow().clone());
        }
        let (engine, bytes) = join(Here::load(), fetch::file(file, inner.abort.as_ref())).await;
        let (engine, bytes) = engine.and_then(|engine| Ok((engine, bytes?))).map_err(|error| error.explain(text()))?;
        if bytes.len() > LARGE {
            inner.is_large.set(true);
            return Ok(None);
        }
        if let Answer::Failed(why) = engine.ask(Question::Take { url: address::absolute(file) }, &bytes).0 {
            return Err(why.get(language()).to_owned());
        }
        let engine = Rc::new(engine);
        inner.here.replace(Some(engine.clone()));
        Ok(Some(engine))
    }

    /// The engine in a worker, with the document read.
    async fn away(&self) -> Result<Rc<dyn Away>, String> {
        let running = self.0.away.borrow().clone().filter(|engine| !engine.is_stopped());
        match running {
            Some(engine) => Ok(engine),
            None => self.read().await.map(|(engine, _)| engine),
        }
    }

    /// The document, and the question that reads it.
    async fn fetch(&self) -> Result<(Vec<u8>, Question), String> {
        let abort = self.0.abort.as_ref();
        let explain = |error: FetchError| error.explain(text());
        match &self.0.origin {
            Origin::Catalogue(file, ..) => {
                let bytes = fetch::file(file, abort).await.map_err(explain)?;
                Ok((bytes, Question::Take { url: address::absolute(file) }))
            }
            Origin::Web(url) => {
                let bytes = fetch::web(url, abort).await.map_err(|error| match error {
                    FetchError::Unreachable => words().document_unreachable.to_owned(),
                    other => explain(other),
                })?;
                Ok((bytes, Question::Read { url: url.as_str().to_owned() }))
            }
            Origin::Given(name, bytes) => Ok((bytes.clone(), Question::Read { url: name.clone() })),
        }
    }

    /// Reads the document in a worker, and those it refers to.
    pub(super) async fn read(&self) -> Result<(Rc<dyn Away>, Opened), String> {
        let abort = self.0.abort.as_ref();
        // The worker starts while the document comes.
        let start = async { away::starter().await.map(|start| start()).map_err(|error| error.explain(text())) };
        let (engine, fetched) = join(start, self.fetch()).await;
        let (engine, (bytes, question)) = (engine?, fetched?);
        let read = match engine.ask(question, &bytes).await.map_err(away::explain)?.0 {
            Answer::Read(read) => read,
            Answer::Failed(why) => return Err(why.get(language()).to_owned()),
            _ => return Err(words().engine_stopped.to_owned()),
        };
        let absent = others(engine.as_ref(), &read, abort).await.map_err(away::explain)?;
        self.0.away.replace(Some(engine.clone()));
        Ok((engine, Opened { read, absent }))
    }

    /// Whether a question that carries so many bytes is for the worker, wherever the document is.
    fn is_for_worker(&self, question: &Question, bytes: usize) -> bool {
        let has_large_answer = &self.0.has_large_answer;
        match question {
            Question::Response(ResponseQuestion::Receive { .. }) => has_large_answer.set(bytes > LARGE),
            // What comes piece by piece is bounded.
            Question::Response(ResponseQuestion::StreamStart { .. }) => has_large_answer.set(false),
            _ => {}
        }
        match question {
            Question::Response(_) => has_large_answer.get(),
            Question::Check { .. } => bytes > LARGE,
            Question::Form { .. } | Question::Call { .. } | Question::Prepare { .. } => false,
            Question::Follow { .. } | Question::Lead { .. } => false,
            _ => true,
        }
    }

    pub(super) async fn ask(&self, question: Question, bytes: &[u8]) -> Result<(Answer, Vec<u8>), String> {
        let here = if self.is_for_worker(&question, bytes.len()) { None } else { self.here().await? };
        let (answer, bytes) = match here {
            Some(engine) => engine.ask(question, bytes),
            None => self.away().await?.ask(question, bytes).await.map_err(away::explain)?,
        };
        match answer {
            Answer::Failed(why) => Err(why.get(language()).to_owned()),
            answer => Ok((answer, bytes)),
        }
    }
}
