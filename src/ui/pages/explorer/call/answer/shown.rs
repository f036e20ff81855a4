//! [`Shown`]: the answer on the page, and whom its parts ask.

use super::Outcome;
use super::forms::Face;
use crate::core::conformance::Deviation;
use crate::core::exchange::Received;
use crate::core::session::{ResponseAnswer, ResponseQuestion, ResponseView};
use crate::ui::later::Later;
use crate::ui::pages::explorer::call::filled::Filled;
use leptos::prelude::*;
use std::sync::Arc;

/// What of an answer is not as described, or why that is not known.
pub(super) type Checked = Result<Vec<Deviation>, String>;

/// The answer on the page. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) filled: Filled,
    pub(super) outcome: StoredValue<Arc<Outcome>>,
    pub(super) view: StoredValue<ResponseView>,
    /// The form that is shown.
    pub(super) face: RwSignal<Option<Face>>,
    /// The place in the tree that somebody wants to see.
    pub(super) wanted: RwSignal<Option<String>>,
    /// Whether the comparison with the description is wanted.
    pub(super) is_checked: RwSignal<bool>,
    /// What came of it; `None` while it runs.
    pub(super) checked: Later<Option<Checked>>,
}

impl Shown {
    /// Asks the engine about the answer.
    pub(super) async fn ask(self, question: ResponseQuestion) -> Result<ResponseAnswer, String> {
        self.ask_bytes(question).await.map(|(answer, _)| answer)
    }

    /// Asks the engine for a file made of the answer.
    pub(super) async fn ask_bytes(self, question: ResponseQuestion) -> Result<(ResponseAnswer, Vec<u8>), String> {
        let Some((source, _)) = self.filled.source.try_get_value() else { return Err(String::new()) };
        source.respond(question, &[]).await
    }

    /// Reads what was received.
    pub(super) fn with<T>(self, read: impl FnOnce(&Received) -> T) -> Option<T> {
        self.outcome.with_value(|outcome| outcome.received().map(read))
    }
}
