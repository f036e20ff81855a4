//! [`Ahead`]: an operation that is asked for before it is chosen, and so shown at once when it is. [`Signs`] tell that
//! somebody is about to: the pointer rests on its entry, a finger is on it, the focus comes to it.

use crate::core::explorer::OperationView;
use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// How long a pointer rests on an entry before its operation is asked for: one that passes by asks for nothing.
const REST: Duration = Duration::from_millis(40);

/// An operation, or why it does not come.
type Found<E> = Result<Arc<OperationView>, E>;

type Coming<E> = Shared<LocalBoxFuture<'static, Found<E>>>;
type Ask<E> = Box<dyn Fn(&str, usize) -> Coming<E>>;

struct State<E> {
    ask: Ask<E>,
    /// The operation that was asked for last.
    last: String,
    /// What comes of it, until it is chosen.
    coming: Option<Coming<E>>,
}

/// Where the operations of a document come from. Copies are the same.
pub(super) struct Ahead<E: 'static>(StoredValue<State<E>, LocalStorage>);

impl<E> Clone for Ahead<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Ahead<E> {}

impl<E: Clone + 'static> Ahead<E> {
    /// What `ask` gives for the identifier of an operation and its rank.
    pub(super) fn new<F: Future<Output = Found<E>> + 'static>(ask: impl Fn(&str, usize) -> F + 'static) -> Self {
        let ask = Box::new(move |id: &str, rank| ask(id, rank).boxed_local().shared());
        Self(StoredValue::new_local(State { ask, last: String::new(), coming: None }))
    }

    /// The operation, asked for now unless it was before; what was given once is asked for anew, and so is what did not
    /// come before it was wanted. Once the document is left, nothing comes.
    pub(super) async fn take(self, id: &str, rank: usize) -> Found<E> {
        let coming = self.0.try_update_value(|state| {
            let coming = state.coming.take().filter(|_| state.last == id);
            id.clone_into(&mut state.last);
            coming
        });
        if let Some(Some(coming)) = coming
            && let Ok(found) = coming.await
        {
            return Ok(found);
        }
        match self.0.try_with_value(|state| (state.ask)(id, rank)) {
            Some(asked) => asked.await,
            None => std::future::pending().await,
        }
    }

    fn ask(self, id: &str, rank: usize) {
        let coming = self.0.try_update_value(|state| {
            if state.last == id {
                return None;
            }
            id.clone_into(&mut state.last);
            state.coming = Some((state.ask)(id, rank));
            state.coming.clone()
        });
        if let Some(Some(coming)) = coming {
            spawn_local(async move {
                let _ = coming.await;
            });
        }
    }

    /// Those who hear that an operation is about to be chosen.
    pub(super) fn signs(self) -> Signs {
        let ask = Callback::new(move |(id, rank): (String, usize)| self.ask(&id, rank));
        Signs { ask, turn: StoredValue::new_local(None) }
    }
}

/// Tells which operation is about to be chosen. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Signs {
    ask: Callback<(String, usize)>,
    /// The pointer that has not rested long enough yet.
    turn: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Signs {
    /// The focus or a finger is on the entry of an operation.
    pub(super) fn here(self, id: &str, rank: usize) {
        self.gone();
        self.ask.try_run((id.to_owned(), rank));
    }

    /// A pointer has come.
    pub(super) fn comes(self, id: &str, rank: usize) {
        self.gone();
        let id = id.to_owned();
        let rested = move || {
            self.ask.try_run((id, rank));
        };
        self.turn.set_value(set_timeout_with_handle(rested, REST).ok());
    }

    /// The pointer has left.
    pub(super) fn gone(self) {
        if let Some(Some(turn)) = self.turn.try_update_value(Option::take) {
            turn.clear();
        }
    }
}
