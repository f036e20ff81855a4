//! What opens and closes on the page of an operation: by hand, all at once, or on the way to the place an address names.

use super::rest::Rest;
use super::words;
use crate::core::explorer::anchor::{fragment, holds};
use crate::ui::context::session;
use leptos::prelude::*;

/// Deeper than any row, yet opened with all the rest: examples, headers.
pub(super) const LAST: usize = usize::MAX - 1;

/// What was asked last of all that opens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Order {
    /// Changes with each order.
    stamp: u32,
    /// How many times a depth was asked for.
    asked: u32,
    /// Down to which depth things are open, once one was asked for.
    depth: usize,
    /// The place that the address names.
    target: Option<String>,
    /// Whether the address spoke last.
    by_target: bool,
}

/// The page of one operation, for what opens on it.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    order: Memo<Order>,
    ask: RwSignal<(u32, usize)>,
    /// The place that the address names.
    pub(super) target: Memo<Option<String>>,
    address: StoredValue<String>,
    /// What opens may hold more than is here yet.
    pub(super) rest: Rest,
}

impl Opening {
    /// For the page at `address`, where the reader is, of which `rest` is still to come.
    pub(super) fn new(address: String, rest: Rest) -> Self {
        let location = session().location;
        let target = Memo::new(move |_| location.read().anchor());
        let ask = RwSignal::new((0, 0));
        let order = Memo::new(move |before: Option<&Order>| {
            let before = before.cloned().unwrap_or_default();
            let (asked, depth) = ask.get();
            let target = target.get();
            let by_target = asked == before.asked && (before.by_target || target != before.target);
            Order { stamp: before.stamp.wrapping_add(1), asked, depth, target, by_target }
        });
        Self { order, ask, target, address: StoredValue::new(address), rest }
    }

    /// The address of a place of the page.
    pub(super) fn address(self, anchor: &str) -> String {
        format!("{}{}", self.address.get_value(), fragment(anchor))
    }

    /// A choice that follows orders: `ordered` says what an order makes of it, if anything. What the reader chooses
    /// holds until the next order that does.
    pub(super) fn choice<T>(
        self,
        first: T,
        ordered: impl Fn(Option<&str>, Option<usize>) -> Option<T> + Send + Sync + 'static,
    ) -> (Memo<T>, Callback<T>)
    where
        T: Copy + PartialEq + Send + Sync + 'static,
    {
        let own = RwSignal::new((0_u32, first));
        let chosen = Memo::new(move |before: Option<&T>| {
            let order = self.order.get();
            let (stamp, value) = own.get();
            if stamp == order.stamp {
                return value;
            }
            let target = order.target.as_deref().filter(|_| order.by_target);
            let depth = (order.asked > 0 && !order.by_target).then_some(order.depth);
            ordered(target, depth).or(before.copied()).unwrap_or(first)
        });
        let choose = Callback::new(move |value| {
            self.rest.hurry();
            own.set((self.order.with_untracked(|order| order.stamp), value));
        });
        (chosen, choose)
    }
}

/// What hides behind a line until it is opened. Nothing is rendered before: a page of hundreds of rows stays light.
pub(super) fn fold(
    opening: Opening,
    (anchor, depth): (String, usize),
    starts_open: bool,
    class: &'static str,
    summary: impl IntoView + 'static,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (is_open, choose) = opening.choice(starts_open, move |target, asked| match (target, asked) {
        (Some(target), _) => holds(&anchor, target).then_some(true),
        (None, asked) => asked.map(|asked| depth < asked),
    });
    let toggle = move |event| {
        let open = crate::browser::document::is_open(&event);
        if open != is_open.get_untracked() {
            choose.run(open);
        }
    };
    view! {
        <details class=class open=move || is_open.get() on:toggle=toggle>
            <summary>{summary}</summary>
            {move || is_open.get().then(&content)}
        </details>
    }
    .into_any()
}

/// Opens everything down to a depth, or closes it.
#[component]
pub(super) fn Unfold(opening: Opening) -> impl IntoView {
    let choices =
        [(words().unfold_one, 1), (words().unfold_two, 2), (words().unfold_all, usize::MAX), (words().fold_all, 0)];
    let button = |(label, depth): (&'static str, usize)| {
        let ask = move |_| {
            opening.rest.hurry();
            opening.ask.update(|(count, asked)| (*count, *asked) = (*count + 1, depth));
        };
        view! {
            <button type="button" class="button button--quiet" on:click=ask>
                {label}
            </button>
        }
    };
    view! {
        <div class="unfold" role="group" aria-label=words().unfold>
            {choices.into_iter().map(button).collect_view()}
        </div>
    }
}

/// The link to a place of the page: seen on hover and focus, always reached by keyboard.
pub(super) fn link(opening: Opening, anchor: &str, name: &str) -> impl IntoView + use<> {
    view! {
        <a class="place-link" href=opening.address(anchor) aria-label=(words().link_to)(name)>
            "#"
        </a>
    }
}
