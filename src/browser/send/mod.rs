//! Sending a request to an API, and receiving what it answers as it comes.
//!
//! Never here: why a call fails ([`crate::core::exchange`] infers it), what an answer means.

mod outgoing;

use super::clock::{self, Alarm};
use super::probe::PolicyWatch;
use crate::core::exchange::{Failure, Received, SendError};
use crate::core::request::Request;
use crate::core::response::Kind;
use js_sys::{Array, Reflect, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, Response};

/// How a request is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether cookies go to the API and come from it: only when the person asks.
    pub credentials: bool,
    /// Whether the browser goes where it is redirected. Else the answer is one of status 0: browsers show neither its
    /// status nor where it leads.
    pub follow_redirections: bool,
    /// Longest wait for an answer to begin, in milliseconds; 0 for no limit.
    pub first_byte_milliseconds: u32,
    /// Longest wait for more of it, in milliseconds; 0 for no limit, which streams need.
    pub idle_milliseconds: u32,
    /// Bytes of the body that are kept: the answer is stopped beyond.
    pub most_bytes: usize,
}

impl Default for Options {
    fn default() -> Self {
        let wait = 30_000;
        Self {
            credentials: false,
            follow_redirections: true,
            first_byte_milliseconds: wait,
            idle_milliseconds: wait,
            most_bytes: 64 * 1024 * 1024,
        }
    }
}

/// What happens while an answer comes.
#[derive(Debug)]
pub enum Event<'a> {
    /// Status and headers are there; no body yet.
    Head(&'a Received),
    /// More of the body is there.
    Bytes {
        /// What has just come.
        chunk: &'a [u8],
        /// How much came so far.
        received: usize,
        /// How much will come in all, when the server says and it may be true.
        total: Option<usize>,
    },
}

/// Sends `request` and waits for the whole answer; `on_event` is told of its parts as they come.
///
/// `abort` belongs to this call: aborting it cancels the call, and the call aborts it when time is out.
pub async fn send(
    request: &Request,
    options: &Options,
    abort: &AbortController,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<Received, SendError> {
    let start = clock::now();
    let signal = abort.signal();
    let outgoing = outgoing::request(request, options, &signal);
    let (outgoing, window) = match (outgoing, web_sys::window()) {
        (Ok(outgoing), Some(window)) => (outgoing, window),
        (refusal, _) => return Err(error(Failure::Unsendable, &refusal.err().unwrap_or_default(), None)),
    };
    let watch = PolicyWatch::new(&outgoing.url());
    let is_late = Rc::new(Cell::new(false));
    let alarm = Alarm::new({
        let (is_late, abort) = (Rc::clone(&is_late), abort.clone());
        move || {
            is_late.set(true);
            abort.abort();
        }
    });
    // Browsers reject in the same way what was cancelled and what is late.
    let stopped = |otherwise: Failure| match (is_late.get(), signal.aborted()) {
        (true, _) => Failure::TimedOut,
        (false, true) => Failure::Cancelled,
        (false, false) => otherwise,
    };
    alarm.set(options.first_byte_milliseconds);
    let response: Response = match JsFuture::from(window.fetch_with_request(&outgoing)).await {
        Ok(response) => response.unchecked_into(),
        Err(refusal) => {
            let failure = stopped(Failure::NoAnswer);
            // The event that tells of the policy comes after the refusal.
            clock::let_others_run().await;
            let is_policy = failure == Failure::NoAnswer && watch.saw_refusal();
            return Err(error(if is_policy { Failure::Policy } else { failure }, &refusal, None));
        }
    };
    let mut received = head(&response);
    received.milliseconds_to_head = clock::now() - start;
    on_event(Event::Head(&received));
    // A stream says nothing as long as nothing happens.
    let is_stream = Kind::of(received.header("content-type"), &[]).is_stream();
    let options = Options { idle_milliseconds: if is_stream { 0 } else { options.idle_milliseconds }, ..*options };
    alarm.set(options.idle_milliseconds);
    let read = read(&response, &mut received, &options, &alarm, on_event).await;
    received.milliseconds_to_end = clock::now() - start;
    match read {
        Ok(()) => Ok(received),
        Err(refusal) => Err(error(stopped(Failure::Cut), &refusal, Some(Box::new(received)))),
    }
}

fn error(failure: Failure, refusal: &JsValue, received: Option<Box<Received>>) -> SendError {
    let message = refusal.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    SendError { failure, detail: message.or_else(|| refusal.as_string()).unwrap_or_default(), received }
}

/// All of the answer but its body.
fn head(response: &Response) -> Received {
    let entries = js_sys::try_iter(&response.headers().entries()).ok().flatten();
    let pairs = entries.into_iter().flatten().flatten().map(|pair| {
        let pair: Array = pair.unchecked_into();
        (pair.get(0).as_string().unwrap_or_default(), pair.get(1).as_string().unwrap_or_default())
    });
    Received {
        status: response.status(),
        status_text: response.status_text(),
        url: response.url(),
        redirected: response.redirected(),
        headers: pairs.collect(),
        ..Received::default()
    }
}

/// Reads the body into `received` until its end, or until there is too much of it.
async fn read(
    response: &Response,
    received: &mut Received,
    options: &Options,
    alarm: &Alarm,
    on_event: &mut dyn FnMut(Event<'_>),
) -> Result<(), JsValue> {
    let Some(stream) = response.body() else { return Ok(()) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    // The length is that of what travels, which compression makes shorter.
    let is_plain = received.header("content-encoding").is_none();
    let announced = received.header("content-length").filter(|_| is_plain).and_then(|length| length.parse().ok());
    loop {
        let step = JsFuture::from(reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            return Ok(());
        }
        alarm.set(options.idle_milliseconds);
        let chunk = Uint8Array::new(&Reflect::get(&step, &"value".into())?).to_vec();
        let room = options.most_bytes.saturating_sub(received.body.len());
        let kept = chunk.get(..room).unwrap_or(&chunk);
        received.body.extend_from_slice(kept);
        let so_far = received.body.len();
        let total = announced.filter(|total: &usize| *total >= so_far);
        on_event(Event::Bytes { chunk: kept, received: so_far, total });
        if kept.len() < chunk.len() {
            received.truncated = true;
            // Made a future, so that a refusal to stop is nobody's unhandled error.
            drop(JsFuture::from(reader.cancel()));
            return Ok(());
        }
    }
}
