//! [`Rest`]: what of an operation comes once its page is shown.

use crate::core::explorer::OperationView;
use crate::core::explorer::anchor::Place;
use crate::ui::context::text;
use crate::ui::later::Later;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long a page that is shown waits before it asks: who goes on to the next operation at once is answered at once.
const WAIT: Duration = Duration::from_millis(150);

type Whole = Result<Arc<OperationView>, String>;

/// The whole of an operation of which a page shows what is seen at first. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Rest(Option<Asked>);

#[derive(Clone, Copy)]
struct Asked {
    whole: Later<Option<Whole>>,
    is_wanted: RwSignal<bool>,
}

impl Rest {
    /// For a page that has the whole already.
    pub(super) const NONE: Self = Self(None);

    /// What `ask` gives, asked for when the page was shown ([`Rest::await_turn`]) or somebody wants it; at once where
    /// `is_wanted`.
    pub(super) fn new<F: Future<Output = Whole> + 'static>(is_wanted: bool, ask: impl Fn() -> F + 'static) -> Self {
        let is_wanted = RwSignal::new(is_wanted);
        let whole = Later::new(move || {
            let asked = is_wanted.get().then(&ask);
            async move {
                match asked {
                    Some(asked) => Some(asked.await),
                    None => None,
                }
            }
        });
        Self(Some(Asked { whole, is_wanted }))
    }

    /// Asks for it in a moment, unless the reader is elsewhere by then.
    pub(super) fn await_turn(self) {
        if self.0.is_some()
            && let Ok(turn) = set_timeout_with_handle(move || self.hurry(), WAIT)
        {
            on_cleanup(move || turn.clear());
        }
    }

    /// Asks for it now.
    pub(super) fn hurry(self) {
        let Some(Asked { is_wanted, .. }) = self.0 else { return };
        if is_wanted.try_get_untracked() == Some(false) {
            is_wanted.set(true);
        }
    }

    /// Whether it may still come.
    pub(super) fn is_awaited(self) -> bool {
        self.0.is_some() && self.get().is_none()
    }

    /// The whole, once it is here.
    pub(super) fn get(self) -> Option<Whole> {
        self.0.and_then(|asked| asked.whole.get()).flatten()
    }

    /// What `show` makes of the place called `anchor`, and until it comes that it is awaited.
    pub(super) fn show(self, anchor: &str, show: impl FnOnce(Place<'_>) -> AnyView) -> AnyView {
        match self.get() {
            None => view! { <p class="muted">{text().loading}</p> }.into_any(),
            Some(Ok(whole)) => match whole.find(anchor) {
                Some(place) => show(place),
                // There is more than a page can hold.
                None => view! { <p class="muted">{text().explorer_cut}</p> }.into_any(),
            },
            Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        }
    }
}
