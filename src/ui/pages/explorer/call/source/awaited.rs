//! What an operation is to be filled in with once its form is there. It outlives the document that is open: a call of the
//! history may be of another document of the API.

use super::Source;
use crate::core::call::Draft;
use std::cell::RefCell;

struct Awaited {
    /// The name of the document.
    document: String,
    operation: String,
    draft: Draft,
    /// What is said of where it comes from.
    said: &'static str,
}

thread_local! {
    static AWAITED: RefCell<Option<Awaited>> = const { RefCell::new(None) };
}

impl Source {
    /// Keeps what an operation is to be filled in with, until its form is there.
    pub(in crate::ui::pages::explorer::call) fn await_draft(&self, operation: &str, draft: Draft, said: &'static str) {
        let (document, operation) = (self.name().to_owned(), operation.to_owned());
        AWAITED.set(Some(Awaited { document, operation, draft, said }));
    }

    /// Whether something waits for the form of an operation.
    pub(in crate::ui::pages::explorer::call) fn is_awaited(&self, operation: &str) -> bool {
        AWAITED.with_borrow(|awaited| awaited.as_ref().is_some_and(|awaited| self.awaits(awaited, operation)))
    }

    /// What waits for the form of an operation.
    pub(in crate::ui::pages::explorer::call) fn take_draft(&self, operation: &str) -> Option<(Draft, &'static str)> {
        let waiting = AWAITED.with_borrow_mut(|awaited| awaited.take_if(|one| self.awaits(one, operation)))?;
        Some((waiting.draft, waiting.said))
    }

    fn awaits(&self, awaited: &Awaited, operation: &str) -> bool {
        awaited.document == self.name() && awaited.operation == operation
    }
}
