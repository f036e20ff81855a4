//! [`Keychain`]: what proves who calls, for all operations of one document.
//!
//! In memory as long as the explorer of the document is open; in the session storage of the tab where the person asks
//! for it. Never here: getting tokens, drawing.

use super::step::{Described, Step};
use crate::browser::authorize::{self, Returned};
use crate::browser::storage::Storage;
use crate::core::authorization::{Asked, Binding, Credentials, Origin, Pending, Token};
use crate::core::call::Given;
use crate::core::route::Route;
use crate::core::session::Credentials as GivenByScheme;
use leptos::prelude::*;
use web_sys::AbortController;

/// What a person gave for one document. Signals: copies are the same.
#[derive(Clone, Copy)]
pub(in crate::ui::pages::explorer) struct Keychain {
    /// Name under which it can be kept in the tab.
    name: StoredValue<Option<String>>,
    held: RwSignal<Credentials>,
    /// Whether it is kept until the tab is closed.
    is_kept: RwSignal<bool>,
    is_bound: StoredValue<bool>,
    /// Where it comes from an earlier page: a server that was not known then is asked about.
    is_restored: StoredValue<bool>,
    /// What is filled in to get tokens, by scheme.
    asked: RwSignal<Vec<(String, Asked)>>,
    /// What servers say of themselves, by scheme.
    pub(super) described: RwSignal<Vec<Described>>,
    /// How getting a token goes, and for which scheme.
    pub(super) step: RwSignal<(String, Step)>,
    /// What runs to get a token, and its number among all that ran.
    running: StoredValue<Option<(u32, AbortController)>, LocalStorage>,
    number: StoredValue<u32>,
    /// The answer this tab went away for.
    returned: StoredValue<Option<(Pending, Returned)>>,
    /// Fields are rendered again when it changes: after all is forgotten.
    pub(super) generation: RwSignal<u32>,
}

impl Keychain {
    /// That of the document whose page has this address, without an operation; of a document that no address opens
    /// again, where there is none. What runs for it stops with the component it is made in.
    pub(in crate::ui::pages::explorer) fn of(page: Option<String>) -> Self {
        let is_ours = |pending: &Pending| page_of(&pending.page) == page;
        let returned = page.as_ref().and_then(|_| authorize::answered()).filter(|(pending, _)| is_ours(pending));
        let keychain = Self {
            name: StoredValue::new(page.map(|page| format!("credentials {page}"))),
            held: RwSignal::new(Credentials::default()),
            is_kept: RwSignal::new(false),
            is_bound: StoredValue::new(false),
            is_restored: StoredValue::new(false),
            asked: RwSignal::new(Vec::new()),
            described: RwSignal::new(Vec::new()),
            step: RwSignal::new(Default::default()),
            running: StoredValue::new_local(None),
            number: StoredValue::new(0),
            returned: StoredValue::new(returned),
            generation: RwSignal::new(0),
        };
        on_cleanup(move || keychain.stop());
        keychain
    }

    /// The document answers at these origins: what is kept for them comes back.
    pub(in crate::ui::pages::explorer::call) fn bind(self, origins: &[String]) {
        let origins: Vec<Origin> = origins.iter().filter_map(|origin| Origin::parse(origin)).collect();
        if !self.is_bound.get_value() {
            self.is_bound.set_value(true);
            if let Some(text) = self.name.get_value().and_then(|name| Storage::Tab.kept(&name)) {
                let read = Credentials::read(&text, origins.clone());
                if !read.given().is_empty() {
                    self.is_restored.set_value(true);
                    self.is_kept.set(true);
                    self.held.set(read);
                }
            }
        }
        if !self.is_restored.get_value() {
            self.change(|held| held.know(origins));
        }
    }

    /// The scheme for which this tab comes back from an authorization page, while its answer is still to be used.
    pub(in crate::ui::pages::explorer::call) fn returned_for(self) -> Option<String> {
        self.returned.with_value(|returned| returned.as_ref().map(|(pending, _)| pending.scheme.clone()))
    }

    /// The answer this tab went away for, once.
    pub(super) fn take_returned(self, scheme: &str) -> Option<(Pending, Returned)> {
        let is_for = self.returned_for().is_some_and(|name| name == scheme);
        self.returned.try_update_value(|returned| returned.take_if(|_| is_for)).flatten()
    }

    fn change(self, change: impl FnOnce(&mut Credentials)) {
        // What runs may end after the explorer is closed: there is nobody to keep anything for then.
        if self.held.try_update(change).is_some() && self.is_kept.get_untracked() {
            self.write();
        }
    }

    /// Writes what is held into the tab, if only that there is nothing; whether the browser did.
    fn write(self) -> bool {
        let text = self.held.with_untracked(Credentials::write);
        self.name.get_value().is_some_and(|name| Storage::Tab.store(&name, &text).is_ok())
    }

    /// What is given for these schemes.
    pub(in crate::ui::pages::explorer::call) fn given(self, schemes: &[String]) -> GivenByScheme {
        let is_asked = |name: &String| schemes.contains(name);
        self.held.with(|held| {
            let asked = held.given().iter().filter(|(name, _)| is_asked(name));
            asked.map(|(name, given)| (name.clone(), given.clone())).collect()
        })
    }

    /// Whether something is given for a scheme.
    pub(super) fn has(self, scheme: &str) -> bool {
        self.held.with(|held| held.given().contains_key(scheme))
    }

    pub(super) fn is_empty(self) -> bool {
        self.held.with(|held| held.given().is_empty())
    }

    pub(super) fn value(self, scheme: &str) -> Option<Given> {
        self.held.with(|held| held.given().get(scheme).cloned())
    }

    pub(super) fn token(self, scheme: &str) -> Option<Token> {
        self.held.with(|held| held.token(scheme).cloned())
    }

    pub(super) fn give(self, scheme: &str, given: Given) {
        self.change(|held| held.give(scheme, given));
    }

    pub(super) fn give_token(self, scheme: &str, token: Token) {
        self.change(|held| held.give_token(scheme, token));
    }

    pub(super) fn forget(self, scheme: &str) {
        self.change(|held| held.forget(scheme));
        self.generation.update(|generation| *generation += 1);
    }

    /// Forgets everything, what was typed to get tokens and what is kept in the tab included.
    pub(super) fn forget_all(self) {
        self.stop();
        self.change(Credentials::forget_all);
        self.asked.update(|asked| asked.iter_mut().for_each(|(_, one)| one.forget_secrets()));
        self.step.set(Default::default());
        self.generation.update(|generation| *generation += 1);
    }

    /// Who may receive what is held.
    pub(super) fn known_origins(self) -> Vec<Origin> {
        self.held.with(Credentials::known_origins)
    }

    /// Whether what is held may go with a request to `url`.
    pub(super) fn allowed(self, url: &str) -> Binding {
        self.held.with_untracked(|held| held.allowed(url))
    }

    /// The person agrees that it goes to `origin`.
    pub(super) fn grant(self, origin: Origin) {
        self.change(|held| held.grant(origin));
    }

    pub(super) fn is_kept(self) -> bool {
        self.is_kept.get()
    }

    /// Keeps it until the tab is closed, or no longer; whether the browser does.
    pub(super) fn keep(self, is_kept: bool) -> bool {
        if is_kept && !self.write() {
            return false;
        }
        if let Some(name) = self.name.get_value().filter(|_| !is_kept) {
            Storage::Tab.forget(&name);
        }
        self.is_kept.set(is_kept);
        true
    }

    /// What is filled in to get a token; `first` where nothing is yet.
    pub(super) fn begin_asking(self, scheme: &str, first: impl FnOnce() -> Asked, needed: &[String]) {
        self.asked.update(|asked| {
            let known = asked.iter().position(|(name, _)| name == scheme);
            let rank = known.unwrap_or(asked.len());
            if known.is_none() {
                asked.push((scheme.to_owned(), first()));
            }
            if let Some((_, one)) = asked.get_mut(rank) {
                needed.iter().for_each(|scope| one.set_scope(scope, true));
            }
        });
    }

    pub(super) fn asked<T>(self, scheme: &str, read: impl FnOnce(&Asked) -> T) -> T {
        self.asked.with(|asked| match asked.iter().find(|(name, _)| name == scheme) {
            Some((_, one)) => read(one),
            None => read(&Asked::default()),
        })
    }

    pub(super) fn ask(self, scheme: &str, change: impl FnOnce(&mut Asked)) {
        self.asked.try_update(|asked| {
            if let Some((_, one)) = asked.iter_mut().find(|(name, _)| name == scheme) {
                change(one);
            }
        });
    }

    /// Stops what runs.
    pub(super) fn stop(self) {
        if let Some(Some((_, abort))) = self.running.try_update_value(Option::take) {
            abort.abort();
        }
    }

    /// Stops what runs, for something that can be stopped in the same way: its number, and what stops it.
    pub(super) fn begin(self) -> Option<(u32, AbortController)> {
        self.stop();
        let number = self.number.try_update_value(|number| {
            *number = number.wrapping_add(1);
            *number
        })?;
        let abort = AbortController::new().ok()?;
        self.running.set_value(Some((number, abort.clone())));
        Some((number, abort))
    }

    /// Whether what has this number still runs: nothing stopped it, nothing took its place.
    pub(super) fn is_running(self, number: u32) -> bool {
        let running = self.running.try_with_value(|running| running.as_ref().map(|(number, _)| *number));
        running.flatten() == Some(number)
    }
}

/// The address of the page of a document, from that of one of its operations.
fn page_of(address: &str) -> Option<String> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    match Route::parse(path, query)? {
        route @ (Route::Explorer { .. } | Route::Document { url: Some(_), .. }) => {
            Some(route.at_operation(None).href())
        }
        _ => None,
    }
}
