//! [`Live`]: an answer that comes piece by piece, shown as it comes.
//!
//! Pieces are read by the engine, those of one frame at once. Once the answer is over, its forms take over.

use super::super::source::Source;
use super::super::words;
use super::entries::entry;
use crate::browser::clock;
use crate::core::exchange::Received;
use crate::core::i18n::words::number;
use crate::core::response::{Kind, StreamEntry, StreamState};
use crate::core::session::{ResponseAnswer, ResponseQuestion};
use crate::ui::context::language;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Messages on the page: the latest.
const SHOWN: u32 = 100;

/// What is shown of an answer that is coming.
#[derive(Clone, Default)]
struct Seen {
    state: StreamState,
    entries: Vec<StreamEntry>,
    pending: String,
}

/// What came and was not read yet.
#[derive(Default)]
struct Waiting {
    kind: Option<Kind>,
    bytes: Vec<u8>,
    is_begun: bool,
    is_reading: bool,
}

/// An answer that is coming. Copies are the same.
#[derive(Clone, Copy)]
pub(in crate::ui::pages::explorer::call) struct Live {
    source: StoredValue<(Source, String), LocalStorage>,
    waiting: StoredValue<Waiting, LocalStorage>,
    seen: RwSignal<Option<Seen>>,
}

impl Live {
    pub(in crate::ui::pages::explorer::call) fn new(source: StoredValue<(Source, String), LocalStorage>) -> Self {
        Self { source, waiting: StoredValue::new_local(Waiting::default()), seen: RwSignal::new(None) }
    }

    /// Another call begins.
    pub(in crate::ui::pages::explorer::call) fn reset(self) {
        self.waiting.try_set_value(Waiting::default());
        self.seen.try_set(None);
    }

    /// Whether messages are shown.
    pub(in crate::ui::pages::explorer::call) fn is_shown(self) -> bool {
        self.seen.with(Option::is_some)
    }

    /// The head of an answer is there: whether it comes piece by piece.
    pub(in crate::ui::pages::explorer::call) fn head(self, received: &Received) {
        let said = received.header("content-type");
        let kind = Kind::of(said, &[]);
        // Text of unknown length is shown as it comes too.
        let is_text = received.header("content-length").is_none() && Kind::of(said, b"a") == Kind::Text;
        let kind = if kind.is_stream() { Some(kind) } else { is_text.then_some(Kind::Text) };
        self.waiting.try_update_value(|waiting| waiting.kind = kind);
    }

    /// More of it is there.
    pub(in crate::ui::pages::explorer::call) fn bytes(self, chunk: &[u8]) {
        let starts = self.waiting.try_update_value(|waiting| {
            if waiting.kind.is_none() {
                return false;
            }
            waiting.bytes.extend_from_slice(chunk);
            !std::mem::replace(&mut waiting.is_reading, true)
        });
        if starts == Some(true) {
            spawn_local(async move {
                self.read().await;
            });
        }
    }

    /// Whether what came so far is worth keeping when the call is stopped; nothing more is read.
    pub(in crate::ui::pages::explorer::call) fn finish(self) -> bool {
        let kind = self.waiting.try_update_value(|waiting| waiting.kind.take());
        kind.flatten().is_some()
    }

    /// Reads what waits, frame by frame, until nothing does.
    async fn read(self) -> Option<()> {
        let (source, _) = self.source.try_get_value()?;
        loop {
            clock::next_frame().await;
            let (kind, bytes, is_begun) = self.waiting.try_update_value(|waiting| {
                let bytes = std::mem::take(&mut waiting.bytes);
                waiting.is_reading = !bytes.is_empty() && waiting.kind.is_some();
                (waiting.kind, bytes, std::mem::replace(&mut waiting.is_begun, true))
            })?;
            let kind = kind.filter(|_| !bytes.is_empty())?;
            if !is_begun {
                source.respond(ResponseQuestion::StreamStart { kind }, &[]).await.ok()?;
                // The call may be over by now: its answer is read as a whole.
                self.waiting.try_with_value(|waiting| waiting.kind)??;
            }
            let read = source.respond(ResponseQuestion::StreamChunk, &bytes).await.ok()?.0;
            self.waiting.try_with_value(|waiting| waiting.kind)??;
            let ResponseAnswer::Stream { state, .. } = read else { return None };
            let first = state.received.saturating_sub(SHOWN);
            let latest = source.respond(ResponseQuestion::StreamEntries { first, count: SHOWN }, &[]).await.ok()?.0;
            let ResponseAnswer::Stream { state, entries, pending } = latest else { return None };
            self.waiting.try_with_value(|waiting| waiting.kind)??;
            self.seen.try_set(Some(Seen { state, entries, pending }));
        }
    }
}

/// The messages so far, the latest in sight unless the person reads others.
pub(in crate::ui::pages::explorer::call) fn live(live: Live) -> AnyView {
    let element = NodeRef::<Div>::new();
    let is_followed = RwSignal::new(true);
    Effect::new(move || {
        live.seen.track();
        if let Some(element) = element.get().filter(|_| is_followed.get_untracked()) {
            element.set_scroll_top(element.scroll_height());
        }
    });
    // Who scrolls up reads; who comes back to the end follows.
    let scrolled = move |_| {
        if let Some(element) = element.get_untracked() {
            let left = element.scroll_height() - element.scroll_top() - element.client_height();
            is_followed.set(left < 40);
        }
    };
    let follow = move |_| {
        is_followed.set(true);
        if let Some(element) = element.get_untracked() {
            element.set_scroll_top(element.scroll_height());
        }
    };
    let seen = move || live.seen.get().unwrap_or_default();
    let count = move || {
        let state = seen().state;
        let dropped = if state.dropped > 0 { words().live_dropped } else { "" };
        format!("{} {}. {dropped}", number(u64::from(state.received), language()), words().live_received)
    };
    view! {
        <section class="call__answer">
            <h4>{words().live}</h4>
            <p class="pager">
                <span>{count}</span>
                {move || {
                    (!is_followed.get())
                        .then(|| {
                            view! {
                                <button type="button" class="button button--quiet" on:click=follow>
                                    {words().live_follow}
                                </button>
                            }
                        })
                }}
            </p>
            <div
                class="live"
                role="log"
                tabindex="0"
                aria-label=words().live
                node_ref=element
                on:scroll=scrolled
            >
                <ol class="entries">
                    <For each=move || seen().entries key=|one| one.number children=|one| entry(&one) />
                </ol>
                <code class="entry__data">{move || seen().pending}</code>
            </div>
        </section>
    }
    .into_any()
}
