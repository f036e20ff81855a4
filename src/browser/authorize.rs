//! Opening an authorization page, and waiting for the return page of the site to hand over its answer.
//!
//! The two talk through a channel named after `state`, which only they know: `window.opener` is cut by servers that
//! isolate their pages (COOP), and would let a hostile one navigate this page. Never here: what an answer is worth
//! ([`Pending::answer`]), and keeping one longer than it takes to read it.

use super::storage::Storage;
use super::{address, history};
use crate::core::address::HttpUrl;
use crate::core::authorization::{Failure, Pending, state_of};
use crate::core::route::Route;
use js_sys::{Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, BroadcastChannel, MessageEvent, Window};

/// Where a request waits for its answer when the authorization page takes the place of this one.
const PENDING: &str = "authorization-pending";
/// Where the return page leaves the answer then.
const ANSWER: &str = "authorization-answer";
/// What the page that waits says to the return page.
const RECEIVED: &str = "received";
/// Milliseconds that the return page waits for it.
const PATIENCE: i32 = 3000;
/// Milliseconds between two looks at whether the window is closed.
const LOOK: i32 = 500;

/// What stands after the path of a return address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// `?code=…`, or empty.
    pub search: String,
    /// `#access_token=…`, or empty.
    pub hash: String,
}

impl Returned {
    fn parse(text: &str) -> Self {
        let (search, hash) = text.split_at(text.find('#').unwrap_or(text.len()));
        Self { search: search.to_owned(), hash: hash.to_owned() }
    }

    fn text(&self) -> String {
        format!("{}{}", self.search, self.hash)
    }
}

/// The address authorization servers send people back to, to be registered with the producer.
pub fn redirect_uri() -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}{}", address::href(&Route::Authorization))
}

/// A window for an authorization page.
#[derive(Debug)]
pub struct Popup(Window);

impl Popup {
    /// Opens it, empty. To be called while a click is handled, before anything is awaited: later, browsers block it.
    pub fn open() -> Result<Self, Failure> {
        let features = "popup,width=600,height=720";
        let opened = web_sys::window()
            .and_then(|window| window.open_with_url_and_target_and_features("", "_blank", features).ok().flatten());
        let popup = opened.ok_or(Failure::Blocked)?;
        // Else the authorization page could send this page anywhere.
        let _ = popup.set_opener(&JsValue::NULL);
        Ok(Self(popup))
    }

    /// Shows the authorization page.
    pub fn show(&self, address: &HttpUrl) {
        let _ = self.0.location().set_href(address.as_str());
    }

    /// Closes it, where the browser still allows it.
    pub fn close(&self) {
        let _ = self.0.close();
    }

    fn is_closed(&self) -> bool {
        self.0.closed().unwrap_or_default()
    }
}

/// Waits for the answer to the request of this `state`, then closes the window.
///
/// `closed` is called once when the window seems to be closed: servers that isolate their pages make it look so while
/// it is open, which is why waiting goes on until `cancel` or the end of the time.
pub async fn wait(
    popup: &Popup,
    state: &str,
    seconds: u32,
    cancel: &AbortSignal,
    closed: impl Fn() + 'static,
) -> Result<Returned, Failure> {
    if cancel.aborted() {
        popup.close();
        return Err(Failure::Cancelled);
    }
    let window = popup.0.clone();
    let told = std::cell::Cell::new(false);
    let look = move || {
        if !told.get() && Popup(window.clone()).is_closed() {
            told.set(true);
            closed();
        }
    };
    let milliseconds = i32::try_from(seconds.saturating_mul(1000)).unwrap_or(i32::MAX);
    let Some(waiting) = Waiting::start(state, milliseconds, Some(cancel), Some(Box::new(look))) else {
        popup.close();
        return Err(Failure::Blocked);
    };
    let message = waiting.message().await.as_string();
    if message.is_some() {
        waiting.say(RECEIVED);
    }
    popup.close();
    match message {
        Some(text) => Ok(Returned::parse(&text)),
        None if cancel.aborted() => Err(Failure::Cancelled),
        None => Err(Failure::TimedOut),
    }
}

/// Goes to the authorization page in this tab. [`answered`] finds the answer once people are back.
pub fn leave(pending: &Pending, address: &HttpUrl) -> Result<(), Failure> {
    if Storage::Tab.store(PENDING, &pending.write()).is_err() {
        return Err(Failure::NotKept);
    }
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_href(address.as_str());
    }
    Ok(())
}

/// The request this tab left for, and its answer, once.
pub fn answered() -> Option<(Pending, Returned)> {
    let (pending, answer) = (Storage::Tab.kept(PENDING)?, Storage::Tab.kept(ANSWER)?);
    Storage::Tab.forget(PENDING);
    Storage::Tab.forget(ANSWER);
    Some((Pending::read(&pending)?, Returned::parse(&answer)))
}

/// What the return page has done with the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Handed {
    /// Nothing yet.
    #[default]
    NotYet,
    /// There was no answer in the address.
    Nothing,
    /// The page that waited has it.
    Over,
    /// This tab goes back to its page, which finds it there.
    Back(String),
    /// No page waits for it: it is lost, on purpose.
    ToNobody,
}

/// The answer in the address of the return page. It leaves the address bar and the history at once.
pub fn take() -> Option<Returned> {
    let history::Location { pathname, search, hash } = history::current();
    let here = Route::parse(address::inside(&pathname), "");
    let is_answer = here == Some(Route::Authorization) && !(search.is_empty() && hash.is_empty());
    is_answer.then(|| {
        history::write(&address::href(&Route::Authorization), true);
        Returned { search, hash }
    })
}

/// Hands the answer over to the page that waits for it.
pub async fn hand_over(returned: Option<Returned>) -> Handed {
    let state = returned.as_ref().and_then(|returned| state_of(&returned.search, &returned.hash));
    let (Some(returned), Some(state)) = (returned, state) else { return Handed::Nothing };
    let pending = Storage::Tab.kept(PENDING).and_then(|text| Pending::read(&text));
    if let Some(pending) = pending.filter(|pending| pending.state == state)
        && Storage::Tab.store(ANSWER, &returned.text()).is_ok()
    {
        return Handed::Back(pending.page);
    }
    let Some(waiting) = Waiting::start(&state, PATIENCE, None, None) else { return Handed::ToNobody };
    waiting.say(&returned.text());
    match waiting.message().await.as_string().as_deref() {
        Some(RECEIVED) => Handed::Over,
        _ => Handed::ToNobody,
    }
}

/// One message of the other page, or the end of waiting. Everything stops when it is dropped.
struct Waiting {
    channel: BroadcastChannel,
    promise: Promise,
    timeout: Option<i32>,
    interval: Option<i32>,
    cancel: Option<(AbortSignal, Function)>,
    _listener: Closure<dyn Fn(MessageEvent)>,
    _look: Option<Closure<dyn Fn()>>,
}

impl Waiting {
    fn start(
        state: &str,
        milliseconds: i32,
        cancel: Option<&AbortSignal>,
        look: Option<Box<dyn Fn()>>,
    ) -> Option<Self> {
        let window = web_sys::window()?;
        let channel = BroadcastChannel::new(&format!("authorization {state}")).ok()?;
        let mut end: Option<Function> = None;
        let promise = Promise::new(&mut |resolve, _| end = Some(resolve));
        let end = end?;
        let (origin, received) = (window.location().origin().ok()?, end.clone());
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if event.origin() == origin && event.data().is_string() {
                let _ = received.call1(&JsValue::NULL, &event.data());
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        let look = look.map(Closure::<dyn Fn()>::wrap);
        let interval = look.as_ref().and_then(|look| {
            let look = look.as_ref().unchecked_ref();
            window.set_interval_with_callback_and_timeout_and_arguments_0(look, LOOK).ok()
        });
        let cancel = cancel.map(|cancel| {
            // The event it is called with is no text: whoever waits reads it as the end.
            let _ = cancel.add_event_listener_with_callback("abort", &end);
            (cancel.clone(), end.clone())
        });
        let timeout = window.set_timeout_with_callback_and_timeout_and_arguments_0(&end, milliseconds).ok();
        Some(Self { channel, promise, timeout, interval, cancel, _listener: listener, _look: look })
    }

    async fn message(&self) -> JsValue {
        JsFuture::from(self.promise.clone()).await.unwrap_or(JsValue::NULL)
    }

    fn say(&self, text: &str) {
        let _ = self.channel.post_message(&JsValue::from_str(text));
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
        if let Some((cancel, end)) = &self.cancel {
            let _ = cancel.remove_event_listener_with_callback("abort", end);
        }
        if let Some(window) = web_sys::window() {
            self.timeout.iter().for_each(|timeout| window.clear_timeout_with_handle(*timeout));
            self.interval.iter().for_each(|interval| window.clear_interval_with_handle(*interval));
        }
    }
}
