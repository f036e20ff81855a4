//! What can be observed around a call that failed: whether its server is there, whether the site's own policy refused.
//!
//! Probes carry nothing of the call but its address. Never here: what these observations mean.

use super::clock::Alarm;
use crate::core::exchange::{Probe, Reach, probe_targets};
use crate::core::request::Request;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect,
    SecurityPolicyViolationEvent,
};

/// A server that has not begun to answer after four seconds is as good as absent.
const WAIT_MILLISECONDS: u32 = 4_000;

/// The origin of the page: `https://catalogue.example.fr`.
pub fn page_origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Whether the browser says it has a network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Asks whether the server of `request` is there, by `GET`s without query, headers or credentials: at the same address
/// where calling it has no effect, then at the root of the server.
pub async fn probe(request: &Request) -> Probe {
    let targets = probe_targets(request);
    let mut found = Probe::default();
    if let Some(address) = &targets.address {
        match reach(address).await {
            Some(reach) => found.address = reach,
            // What waits once waits again.
            None => return Probe { address: Reach::Unreachable, ..found },
        }
        if found.address.is_reached() {
            return found;
        }
    }
    found.origin = match &targets.origin {
        Some(origin) if targets.address.as_ref() == Some(origin) => found.address,
        Some(origin) => reach(origin).await.unwrap_or(Reach::Unreachable),
        None => Reach::NotTried,
    };
    found
}

/// Whether something answers at `address`; `None` when time was out.
async fn reach(address: &str) -> Option<Reach> {
    let window = web_sys::window()?;
    let abort = AbortController::new().ok()?;
    let alarm = Alarm::new({
        let abort = abort.clone();
        move || abort.abort()
    });
    alarm.set(WAIT_MILLISECONDS);
    for (mode, reach) in [(RequestMode::Cors, Reach::Readable), (RequestMode::NoCors, Reach::Reached)] {
        let init = RequestInit::new();
        init.set_mode(mode);
        init.set_credentials(RequestCredentials::Omit);
        init.set_redirect(RequestRedirect::Follow);
        init.set_cache(RequestCache::NoStore);
        init.set_referrer_policy(ReferrerPolicy::NoReferrer);
        init.set_signal(Some(&abort.signal()));
        let answer = JsFuture::from(window.fetch_with_str_and_init(address, &init)).await;
        if abort.signal().aborted() {
            return None;
        }
        if answer.is_ok() {
            // Its head is enough.
            abort.abort();
            return Some(reach);
        }
    }
    Some(Reach::Unreachable)
}

/// Listens, as long as it lives, to refusals of one address by the policy of the site.
#[derive(Debug)]
pub(super) struct PolicyWatch {
    is_refused: Rc<Cell<bool>>,
    listener: Closure<dyn Fn(SecurityPolicyViolationEvent)>,
}

const VIOLATION: &str = "securitypolicyviolation";

impl PolicyWatch {
    /// Listens to what is said of `url`.
    pub(super) fn new(url: &str) -> Self {
        let is_refused = Rc::new(Cell::new(false));
        let listener = Closure::new({
            let (is_refused, url) = (Rc::clone(&is_refused), url.to_owned());
            move |event: SecurityPolicyViolationEvent| {
                let blocked = event.blocked_uri();
                let is_ours = !blocked.is_empty() && url.starts_with(&blocked);
                if is_ours && event.effective_directive() == "connect-src" {
                    is_refused.set(true);
                }
            }
        });
        let watch = Self { is_refused, listener };
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let _ = document.add_event_listener_with_callback(VIOLATION, watch.listener.as_ref().unchecked_ref());
        }
        watch
    }

    /// Whether the address was refused since.
    pub(super) fn saw_refusal(&self) -> bool {
        self.is_refused.get()
    }
}

impl Drop for PolicyWatch {
    fn drop(&mut self) {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let _ = document.remove_event_listener_with_callback(VIOLATION, self.listener.as_ref().unchecked_ref());
        }
    }
}
