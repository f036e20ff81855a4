//! What day it is where the reader is, how long things take, and what happens later.

use crate::core::date::Date;
use crate::core::i18n::Language;
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The reader's day; `None` where the clock says what no calendar has.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Date::new(u16::try_from(now.get_full_year()).ok()?, month, u8::try_from(now.get_date()).ok()?)
}

/// Milliseconds since the page was opened, whatever is done to the clock of the machine.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// Milliseconds since 1970, by the clock of the machine.
pub fn since_1970() -> u64 {
    js_sys::Date::now() as u64
}

/// A moment in milliseconds since 1970, as people of that language write it where the reader is.
pub fn in_words(moment: u64, language: &str) -> String {
    let date = js_sys::Date::new(&(moment as f64).into());
    String::from(date.to_locale_string(language, &wasm_bindgen::JsValue::UNDEFINED))
}

/// Now, as RFC 3339 writes it, in universal time: « 2026-11-27T21:09:56.120Z ».
pub fn timestamp() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// A moment that [`timestamp`] wrote, as people of that language write it where the reader is; any other text as it is.
pub fn moment_in_words(text: &str, language: &str) -> String {
    let moment = js_sys::Date::parse(text);
    // What older pages wrote in words may be read by some browsers, and not alike: only what has the form is a moment.
    let is_moment = text.ends_with('Z') && text.contains('T') && moment >= 0.0;
    if is_moment { in_words(moment as u64, language) } else { text.to_owned() }
}

/// Seconds since 1970, as the clock of the machine has it.
pub fn seconds() -> u64 {
    // A clock before 1970 counts as 1970: the conversion saturates.
    (js_sys::Date::now() / 1000.0) as u64
}

/// The time of day of a moment given in seconds since 1970, as it is written in a language: « 14:32:05 ».
pub fn time_of_day(seconds: u64, language: Language) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    String::from(date.to_locale_time_string(language.tag()))
}

/// Waits for so many seconds.
pub async fn wait(seconds: u64) {
    let milliseconds = i32::try_from(seconds.saturating_mul(1000)).unwrap_or(i32::MAX);
    timeout(milliseconds).await;
}

/// Waits until the page is about to be drawn.
pub async fn next_frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let frame = web_sys::window().map(|window| window.request_animation_frame(&resolve));
        if !matches!(frame, Some(Ok(_))) {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits until the browser has done what it had to do before.
pub(super) async fn let_others_run() {
    timeout(0).await;
}

async fn timeout(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let later = web_sys::window()
            .map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds));
        if !matches!(later, Some(Ok(_))) {
            let _ = resolve.call0(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Something done once, later, unless it is put off or dropped.
#[derive(Debug)]
pub(super) struct Alarm {
    action: Closure<dyn FnMut()>,
    handle: Cell<Option<i32>>,
}

impl Alarm {
    /// An alarm that is not set yet.
    pub(super) fn new(action: impl FnMut() + 'static) -> Self {
        Self { action: Closure::new(action), handle: Cell::new(None) }
    }

    /// Sets it to ring in so many milliseconds, in place of when it was set to; 0 for never.
    pub(super) fn set(&self, milliseconds: u32) {
        self.stop();
        if let Some(window) = web_sys::window().filter(|_| milliseconds > 0) {
            let action = self.action.as_ref().unchecked_ref();
            let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            self.handle.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(action, delay).ok());
        }
    }

    fn stop(&self) {
        if let (Some(window), Some(handle)) = (web_sys::window(), self.handle.take()) {
            window.clear_timeout_with_handle(handle);
        }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.stop();
    }
}
