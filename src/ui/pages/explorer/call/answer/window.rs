//! [`Window`]: a list of any length, all rows of one height, of which only those in sight are in the page.

use crate::browser::document;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::tick;

/// Rows loaded before and after those in sight.
const MARGIN: u32 = 20;
/// The rows asked for change every so many rows, not at each movement.
const STEP: u32 = 10;
/// Tallest element, in pixels: browsers know none above some tens of millions.
const TALLEST: f64 = 8_000_000.0;
/// Height of a row, in letters (`rem`); targets are 24 pixels at least.
const ROW: f64 = 1.75;

/// Where a list is scrolled to. Signals: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// How many rows there are.
    pub(super) total: RwSignal<u32>,
    /// The element that scrolls.
    pub(super) element: NodeRef<Div>,
    /// Where it would be scrolled to if it could be as tall as its rows, in pixels.
    position: RwSignal<f64>,
    /// How much less it is scrolled: rows are drawn that much higher.
    shift: RwSignal<f64>,
    /// Where it was scrolled to last.
    last: StoredValue<f64>,
    row: f64,
}

impl Window {
    pub(super) fn new(total: u32) -> Self {
        Self {
            total: RwSignal::new(total),
            element: NodeRef::new(),
            position: RwSignal::new(0.0),
            shift: RwSignal::new(0.0),
            last: StoredValue::new(0.0),
            row: ROW * document::letter_size(),
        }
    }

    /// The first row to load, and how many.
    pub(super) fn range(self) -> Memo<(u32, u32)> {
        Memo::new(move |_| {
            let first = whole(self.position.get() / self.row) / STEP * STEP;
            let in_sight = whole(self.height_in_sight() / self.row);
            (first.saturating_sub(MARGIN), in_sight + STEP + 2 * MARGIN)
        })
    }

    /// Rows in sight, less one that stays in sight when a page is turned.
    pub(super) fn page(self) -> u32 {
        whole(self.height_in_sight() / self.row).saturating_sub(1).max(1)
    }

    /// The height of the element that holds the rows.
    pub(super) fn tall(self) -> String {
        pixels(self.all().min(TALLEST))
    }

    /// The height of a row.
    pub(super) fn row_height(self) -> String {
        pixels(self.row)
    }

    /// Where the row `index` is drawn.
    pub(super) fn top(self, index: u32) -> String {
        pixels(f64::from(index) * self.row - self.shift.get())
    }

    /// Takes note that the element was scrolled.
    pub(super) fn scrolled(self) {
        let Some(element) = self.element.get_untracked() else { return };
        let (now, seen) = (f64::from(element.scroll_top()), f64::from(element.client_height()));
        let all = self.total.with_untracked(|total| f64::from(*total)) * self.row;
        let before = self.last.get_value();
        self.last.set_value(now);
        let end = all.min(TALLEST) - seen;
        let position = if all <= TALLEST {
            now
        } else if now <= 0.0 || now >= end - 1.0 {
            // Both ends can be reached.
            if now <= 0.0 { 0.0 } else { all - seen }
        } else if (now - before).abs() < 2.0 * seen {
            // A wheel moves by pixels, a scroll bar by parts of the whole.
            (self.position.get_untracked() + now - before).clamp(0.0, all - seen)
        } else {
            now / end * (all - seen)
        };
        self.move_to(position, now);
    }

    /// Scrolls so that the row `index` is in sight, once the rows are in the page.
    pub(super) async fn show(self, index: u32) {
        tick().await;
        let Some(Some(element)) = self.element.try_get_untracked() else { return };
        let seen = f64::from(element.client_height());
        let all = f64::from(self.total.get_untracked()) * self.row;
        let top = f64::from(index) * self.row;
        let position = self.position.get_untracked();
        let wanted = if top < position {
            if position - top > seen { top - seen / 2.0 } else { top }
        } else if top + self.row > position + seen {
            let least = top + self.row - seen;
            if least - position > seen { top - seen / 2.0 } else { least }
        } else {
            return;
        };
        let wanted = wanted.clamp(0.0, (all - seen).max(0.0));
        let place = if all <= TALLEST { wanted } else { wanted / (all - seen) * (TALLEST - seen) };
        #[expect(clippy::cast_possible_truncation, reason = "no element is that tall")]
        element.set_scroll_top(place.round() as i32);
        let place = f64::from(element.scroll_top());
        self.last.set_value(place);
        self.move_to(if all <= TALLEST { place } else { wanted }, place);
    }

    fn move_to(self, position: f64, place: f64) {
        self.position.set(position);
        let shift = (position - place).round();
        if (self.shift.get_untracked() - shift).abs() >= 1.0 {
            self.shift.set(shift);
        }
    }

    fn all(self) -> f64 {
        f64::from(self.total.get()) * self.row
    }

    fn height_in_sight(self) -> f64 {
        // Before it is in the page: about what it will be.
        self.element.get().map_or(480.0, |element| f64::from(element.client_height()).max(self.row))
    }
}

/// A length for a style.
fn pixels(length: f64) -> String {
    format!("{length}px")
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of rows, saturated")]
fn whole(number: f64) -> u32 {
    number.max(0.0) as u32
}
