//! The engine in a worker. What writes questions and reads answers is a part of its own, which calling a small document
//! of the catalogue does without.

use super::super::words;
use crate::browser::engine::{Engine, EngineError};
use crate::core::remote::FetchError;
use crate::core::session::{Answer, Question};
use crate::ui::pages::explorer::part::part;
use std::pin::Pin;
use std::rc::Rc;

/// What comes of a question: an answer and the bytes it carries.
type Asked<'a> = Pin<Box<dyn Future<Output = Result<(Answer, Vec<u8>), EngineError>> + 'a>>;

/// An engine that answers later.
pub(in crate::ui::pages::explorer::call) trait Away {
    /// Asks; `bytes` go with the question, and bytes come with the answer.
    fn ask<'a>(&'a self, question: Question, bytes: &'a [u8]) -> Asked<'a>;

    /// Whether it will never answer again.
    fn is_stopped(&self) -> bool;
}

impl Away for Engine {
    fn ask<'a>(&'a self, question: Question, bytes: &'a [u8]) -> Asked<'a> {
        Box::pin(async move { Engine::ask(self, &question, bytes).await })
    }

    fn is_stopped(&self) -> bool {
        Engine::is_stopped(self)
    }
}

/// Starts an engine.
type Start = fn() -> Rc<dyn Away>;

part! { worker, Start, start }

/// What starts an engine, once its code is here.
pub(super) async fn starter() -> Result<Start, FetchError> {
    load().await
}

fn start() -> Rc<dyn Away> {
    Rc::new(Engine::start())
}

/// Why there is no answer, in words.
pub(super) fn explain(error: EngineError) -> String {
    match error {
        EngineError::NotLoaded => words().engine_missing,
        EngineError::Stopped => words().engine_stopped,
    }
    .to_owned()
}
