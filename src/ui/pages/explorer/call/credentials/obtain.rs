//! Getting a token: what happens from the click to the token, or to why there is none.
//!
//! Never here: what is filled in, what is shown of it. Every rule is in [`crate::core::authorization`].

use super::given::identifier;
use super::keychain::Keychain;
use super::step::{Described, Order, Step, Stop};
use crate::browser::authorize::{self, Popup, Returned};
use crate::browser::send::{Options, send};
use crate::browser::{address, clock, digest, document, history, probe, random};
use crate::core::address::HttpUrl;
use crate::core::authorization::{
    Client, DeviceAuthorization, Failure, Grant, Granted, Metadata, Origin, Pending, ResponseType, Token, challenge,
    device_authorization_request, metadata_addresses, token_request, unguessable,
};
use crate::core::exchange::{self, Facts, Received, diagnose};
use crate::core::openapi::FlowKind;
use crate::core::request::snippet::{Redaction, curl};
use crate::core::request::{Body, Request};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::sync::Arc;
use web_sys::AbortController;

/// Seconds left to a person on an authorization page.
const PATIENCE: u32 = 600;
/// Bytes read of what an authorization server answers.
const MOST_BYTES: usize = 1024 * 1024;

/// Gets a token. To be called while a click is handled: it may open a window.
pub(super) fn start(order: Order, keychain: Keychain) {
    let needs_page = matches!(order.flow.kind, FlowKind::AuthorizationCode | FlowKind::Implicit);
    let popup = match needs_page.then(Popup::open) {
        None => None,
        Some(Ok(popup)) => Some(popup),
        Some(Err(_)) => {
            keychain.stop();
            keychain.step.set((order.scheme.clone(), Step::Blocked(Arc::new(order))));
            return;
        }
    };
    let scheme = order.scheme.clone();
    run(keychain, scheme, async move |running| match popup {
        Some(popup) => through_page(&order, popup, &running).await,
        None => directly(&order, &running).await,
    });
}

/// Goes to the authorization page in this tab.
pub(super) fn leave(order: Order, keychain: Keychain) {
    spawn_local(async move {
        let left = match prepare(&order).await {
            Ok((pending, address)) => authorize::leave(&pending, &address),
            Err(failure) => Err(failure),
        };
        if let Err(failure) = left {
            keychain.step.try_set((order.scheme, Step::Stopped(Arc::new(failure.into()))));
        }
    });
}

/// Uses the answer this tab went away for.
pub(super) fn resume(pending: Pending, returned: Returned, keychain: Keychain) {
    run(keychain, pending.scheme.clone(), async move |running| {
        let client = Client { id: &pending.client_id, secret: None, authentication: Default::default() };
        redeem(&pending, &returned, &client, &[], &running).await
    });
}

/// Gets a new token in place of one that can be renewed.
pub(super) fn renew(order: Order, old: Token, keychain: Keychain) {
    run(keychain, order.scheme.clone(), async move |running| {
        let url = order.flow.refresh_url.as_ref().or(order.flow.token_url.as_ref());
        let url = url.map(String::as_str).unwrap_or_default();
        let grant = Grant::RefreshToken(old.refresh_token.as_deref().unwrap_or_default());
        let client = order.asked.client(order.flow.kind);
        // Without scopes, those of the old token are asked for (RFC 6749 §6).
        let request = token_request(url, &grant, &client, &[], &order.asked.extra())?;
        running.announce(&request);
        Ok(running.token(&request, &old.scopes, None, false).await?.renewing(&old))
    });
}

/// Reads what a server says of itself.
pub(super) fn discover(scheme: String, url: String, keychain: Keychain) {
    let Some((number, abort)) = keychain.begin() else { return };
    spawn_local(async move {
        let running = Running { keychain, number, abort, scheme: scheme.clone() };
        match running.describe(&url).await {
            Ok((metadata, left_out)) if keychain.is_running(number) => {
                keychain.described.update(|all| {
                    all.retain(|one| one.scheme != scheme);
                    all.push(Described { scheme, metadata: Arc::new(metadata), left_out });
                });
                running.show(Step::Idle);
            }
            Ok(_) => {}
            Err(stop) => running.show(Step::Stopped(Arc::new(stop))),
        }
    });
}

fn run(keychain: Keychain, scheme: String, work: impl AsyncFnOnce(Running) -> Result<Token, Stop> + 'static) {
    let Some((number, abort)) = keychain.begin() else { return };
    spawn_local(async move {
        let running = Running { keychain, number, abort, scheme: scheme.clone() };
        let obtained = work(running.clone()).await;
        if !keychain.is_running(number) {
            return;
        }
        match obtained {
            Ok(token) => {
                keychain.give_token(&scheme, token);
                // A password is for one request.
                keychain.ask(&scheme, |asked| asked.password.clear());
                running.show(Step::Got);
                // Once it is drawn.
                tick().await;
                document::go_to_anchor(&identifier(&scheme, "-held"));
            }
            Err(stop) => running.show(Step::Stopped(Arc::new(stop))),
        }
    });
}

/// What runs.
#[derive(Clone)]
struct Running {
    keychain: Keychain,
    number: u32,
    abort: AbortController,
    scheme: String,
}

impl Running {
    fn show(&self, step: Step) {
        if self.keychain.is_running(self.number) {
            self.keychain.step.try_set((self.scheme.clone(), step));
        }
    }

    /// Says to whom a request goes.
    fn announce(&self, request: &Request) {
        let origin = Origin::parse(&request.url).map(|origin| origin.to_string());
        self.show(Step::Asking(origin.unwrap_or_default()));
    }

    /// Sends a request to an authorization server.
    async fn ask(&self, request: &Request, has_code: bool) -> Result<Received, Stop> {
        // What is secret in a request would follow a redirection; a description holds nothing.
        let follow_redirections = request.body == Body::None;
        let options = Options { follow_redirections, most_bytes: MOST_BYTES, ..Options::default() };
        match send(request, &options, &self.abort, &mut |_| {}).await {
            Ok(received) if received.status == 0 => Err(Stop::Redirected),
            Ok(received) => Ok(received),
            Err(error) if error.failure == exchange::Failure::Cancelled => Err(Failure::Cancelled.into()),
            Err(error) => {
                let page = probe::page_origin();
                let facts = Facts {
                    operation: &self.scheme,
                    request,
                    page: &page,
                    online: probe::is_online(),
                    credentials: false,
                    servers: &[],
                    exposed: &[],
                    probe: probe::probe(request).await,
                };
                Err(Stop::NoAnswer {
                    diagnosis: Box::new(diagnose(&facts, &error)),
                    curl: curl(request, Redaction::Variables),
                    with_code: has_code.then(|| curl(request, Redaction::Shown)),
                })
            }
        }
    }

    async fn token(
        &self,
        request: &Request,
        asked: &[String],
        nonce: Option<&str>,
        has_code: bool,
    ) -> Result<Token, Stop> {
        let received = self.ask(request, has_code).await?;
        Ok(Token::read(received.status, &received.body, asked, nonce, clock::seconds())?)
    }

    async fn describe(&self, url: &str) -> Result<(Metadata, Vec<Failure>), Stop> {
        let mut last = Stop::Failure(Failure::NotAnAddress(url.to_owned()));
        for url in metadata_addresses(url)? {
            let headers = vec![("Accept".to_owned(), "application/json".to_owned())];
            let request = Request { method: "GET".to_owned(), url, headers, body: Body::None, secrets: Vec::new() };
            self.announce(&request);
            last = match self.ask(&request, false).await {
                Ok(received) => match Metadata::read(&request.url, received.status, &received.body) {
                    Ok(read) => return Ok(read),
                    Err(failure) => failure.into(),
                },
                Err(stop) => stop,
            };
            // Stopped, or out of time: the next ones would be too.
            if self.abort.signal().aborted() {
                break;
            }
        }
        Err(last)
    }
}

/// The request for authorization, and the address of its page.
async fn prepare(order: &Order) -> Result<(Pending, HttpUrl), Failure> {
    let unguessable = || random::bytes().map(|bytes| unguessable(&bytes)).ok_or(Failure::NotSecureContext);
    let is_code = order.flow.kind == FlowKind::AuthorizationCode;
    let verifier = if is_code { Some(unguessable()?) } else { None };
    let digest = match &verifier {
        Some(verifier) => Some(challenge(&digest::sha256(verifier).await?)),
        None => None,
    };
    let is_identity = is_code && order.asked.scopes.iter().any(|scope| scope == "openid");
    let location = history::current();
    let metadata = order.metadata.as_ref();
    let pending = Pending {
        scheme: order.scheme.clone(),
        response_type: if is_code { ResponseType::Code } else { ResponseType::Token },
        client_id: order.asked.client(order.flow.kind).id.to_owned(),
        redirect_uri: authorize::redirect_uri(),
        token_endpoint: order.flow.token_url.clone().filter(|_| is_code).unwrap_or_default(),
        state: unguessable()?,
        nonce: if is_identity { Some(unguessable()?) } else { None },
        verifier,
        issuer: metadata.and_then(|metadata| metadata.issuer.clone()),
        says_issuer: metadata.is_some_and(|metadata| metadata.says_issuer),
        scopes: order.asked.scopes.clone(),
        page: format!("{}{}", address::inside(&location.pathname), location.search),
    };
    let endpoint = order.flow.authorization_url.as_deref().unwrap_or_default();
    let address = pending.request(endpoint, digest.as_deref(), &order.asked.extra()).address()?;
    Ok((pending, address))
}

async fn through_page(order: &Order, popup: Popup, running: &Running) -> Result<Token, Stop> {
    let (pending, address) = match prepare(order).await {
        Ok(prepared) => prepared,
        Err(failure) => {
            popup.close();
            return Err(failure.into());
        }
    };
    popup.show(&address);
    running.show(Step::Waiting { is_closed: false });
    let shown = running.clone();
    let closed = move || shown.show(Step::Waiting { is_closed: true });
    let returned = authorize::wait(&popup, &pending.state, PATIENCE, &running.abort.signal(), closed).await?;
    redeem(&pending, &returned, &order.asked.client(order.flow.kind), &order.asked.extra(), running).await
}

/// The token an answer gives, at once or against its code.
async fn redeem(
    pending: &Pending,
    returned: &Returned,
    client: &Client<'_>,
    extra: &[(String, String)],
    running: &Running,
) -> Result<Token, Stop> {
    match pending.answer(&returned.search, &returned.hash, clock::seconds())? {
        Granted::Token(token) => Ok(token),
        Granted::Code(code) => {
            let request = pending.exchange(&code, client, extra)?;
            running.announce(&request);
            running.token(&request, &pending.scopes, pending.nonce.as_deref(), true).await
        }
    }
}

async fn directly(order: &Order, running: &Running) -> Result<Token, Stop> {
    let (asked, kind) = (&order.asked, order.flow.kind);
    let (client, extra) = (asked.client(kind), asked.extra());
    let url = order.flow.token_url.as_deref().unwrap_or_default();
    if let Some(grant) = asked.grant(kind) {
        let request = token_request(url, &grant, &client, &asked.scopes, &extra)?;
        running.announce(&request);
        return running.token(&request, &asked.scopes, None, false).await;
    }
    let endpoint = order.flow.device_authorization_url.as_deref().unwrap_or_default();
    let request = device_authorization_request(endpoint, &client, &asked.scopes, &extra)?;
    running.announce(&request);
    let received = running.ask(&request, false).await?;
    let mut device = DeviceAuthorization::read(received.status, &received.body, clock::seconds())?;
    running.show(Step::Device(Arc::new(device.clone())));
    let mut seconds = device.interval;
    loop {
        clock::wait(seconds).await;
        if running.abort.signal().aborted() {
            return Err(Failure::Cancelled.into());
        }
        let request = token_request(url, &Grant::DeviceCode(&device.device_code), &client, &[], &extra)?;
        let failure = match running.token(&request, &asked.scopes, None, false).await {
            Err(Stop::Failure(failure)) => failure,
            other => return other,
        };
        seconds = device.wait_after(&failure, clock::seconds()).ok_or(failure)?;
    }
}
