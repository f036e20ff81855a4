//! Reading and writing what is kept, in the storage of the browser.
//!
//! Values of secret variables live in memory, as long as the page, or as long as the tab where the person wants it.

use crate::browser::storage::{Storage, StorageError};
use crate::core::environment::{self, Environment, Purpose};
use crate::core::history::History;
use std::cell::RefCell;

const ENVIRONMENTS: &str = "environments";
const CHOSEN: &str = "environment";
const WITH_SECRETS: &str = "environments-with-secrets";

thread_local! {
    /// The environments with their secrets: for all pages of the site, until it is left.
    static HELD: RefCell<Option<Vec<Environment>>> = const { RefCell::new(None) };
    /// The calls that the browser did not keep, by API.
    static UNKEPT: RefCell<Vec<(String, History)>> = const { RefCell::new(Vec::new()) };
}

/// The calls kept for an API, and whether some cannot be read.
pub(super) fn history(api: &str) -> (History, bool) {
    let unkept = UNKEPT.with_borrow(|all| all.iter().find(|(other, _)| other == api).map(|(_, one)| one.clone()));
    if let Some(history) = unkept {
        return (history, false);
    }
    let (history, damaged) = History::read(&Storage::Device.kept(&place(api)).unwrap_or_default());
    (history, damaged > 0)
}

/// Keeps the calls of an API: until the site is left, where the browser does not.
pub(super) fn keep_history(api: &str, history: &History) -> Result<(), StorageError> {
    let is_kept = match history.entries().is_empty() {
        true => {
            Storage::Device.forget(&place(api));
            Ok(())
        }
        false => Storage::Device.store(&place(api), &history.write()),
    };
    UNKEPT.with_borrow_mut(|all| {
        all.retain(|(other, _)| other != api);
        if is_kept.is_err() {
            all.push((api.to_owned(), history.clone()));
        }
    });
    is_kept
}

fn place(api: &str) -> String {
    ["history/", api].concat()
}

/// The environments, and which one is chosen.
pub(super) fn environments() -> (Vec<Environment>, Option<usize>) {
    let all = HELD.with_borrow_mut(|held| held.get_or_insert_with(kept_environments).clone());
    let name = Storage::Device.kept(CHOSEN);
    let chosen = all.iter().position(|one| Some(&one.name) == name.as_ref());
    (all, chosen)
}

fn kept_environments() -> Vec<Environment> {
    let read = |storage: Storage| storage.kept(ENVIRONMENTS).map(|text| environment::read(&text).0).unwrap_or_default();
    let mut all = read(Storage::Device);
    environment::restore_secrets(&mut all, &read(Storage::Tab));
    all
}

/// Keeps the environments; the values of secret variables in the tab only, where they are wanted.
pub(super) fn keep_environments(all: &[Environment], chosen: Option<usize>) -> Result<(), StorageError> {
    HELD.with_borrow_mut(|held| *held = Some(all.to_vec()));
    match chosen.and_then(|chosen| all.get(chosen)) {
        Some(environment) => Storage::Device.keep(CHOSEN, &environment.name),
        None => Storage::Device.forget(CHOSEN),
    }
    if all.is_empty() {
        Storage::Device.forget(ENVIRONMENTS);
        Storage::Tab.forget(ENVIRONMENTS);
        return Ok(());
    }
    Storage::Device.store(ENVIRONMENTS, &environment::write(all, Purpose::Export))?;
    match keeps_secrets() {
        true => Storage::Tab.store(ENVIRONMENTS, &environment::write(all, Purpose::Keep)),
        false => {
            Storage::Tab.forget(ENVIRONMENTS);
            Ok(())
        }
    }
}

/// Whether values of secret variables are kept too.
pub(super) fn keeps_secrets() -> bool {
    Storage::Tab.kept(WITH_SECRETS).is_some()
}

/// Says whether values of secret variables are kept too.
pub(super) fn choose_to_keep_secrets(keeps: bool) {
    match keeps {
        true => Storage::Tab.keep(WITH_SECRETS, "1"),
        false => Storage::Tab.forget(WITH_SECRETS),
    }
}
