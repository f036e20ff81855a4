//! The engine in the page, whose code is a part of its own: what calls operations of the catalogue.

use crate::core::remote::FetchError;
use crate::core::session::{Answer, Question, Session};
use crate::ui::pages::explorer::part::part;
use std::cell::RefCell;

/// How a session answers.
type Respond = fn(&mut Session, Question, &[u8]) -> (Answer, Vec<u8>);

part! { engine, Respond, Session::call }

/// A session in the page.
pub(super) struct Here {
    session: RefCell<Session>,
    respond: Respond,
}

impl Here {
    /// A new session, once its code is here.
    pub(super) async fn load() -> Result<Self, FetchError> {
        Ok(Self { session: RefCell::default(), respond: load().await? })
    }

    /// Answers at once; bytes go with the question, and come with the answer.
    pub(super) fn ask(&self, question: Question, bytes: &[u8]) -> (Answer, Vec<u8>) {
        (self.respond)(&mut self.session.borrow_mut(), question, bytes)
    }
}
