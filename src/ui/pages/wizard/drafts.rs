//! The drafts of this device: each under its own name, so that two tabs never write over each other's list.

use super::words;
use crate::browser::random;
use crate::browser::storage::{Storage, StorageError};
use crate::core::wizard::draft::{self, Draft, Snapshot};
use crate::core::wizard::returned::{Returned, returned};
use crate::ui::context::language;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Identifiers of the drafts, one on each line, the newest last.
const LIST: &str = "drafts";

thread_local! {
    /// Drafts that the browser did not keep: they last as long as the page.
    static HELD: RefCell<BTreeMap<String, Draft>> = const { RefCell::new(BTreeMap::new()) };
}

/// A name that no other draft has.
pub(super) fn new_id() -> String {
    let mut id = String::new();
    for byte in random::bytes().unwrap_or_default().iter().take(8) {
        let _ = write!(id, "{byte:02x}");
    }
    id
}

/// The text kept of a draft.
pub(super) fn kept(id: &str) -> Option<String> {
    Storage::Device.kept(&place(id))
}

/// The draft `id`; a sentence where there is none, or it cannot be read.
pub(super) fn read(id: &str) -> Result<Draft, String> {
    if let Some(held) = HELD.with_borrow(|held| held.get(id).cloned()) {
        return Ok(held);
    }
    let text = kept(id).ok_or_else(|| words().draft_absent.to_owned())?;
    draft::read(&text).map_err(|problem| {
        let (what, mend) = (problem.what.get(language()), problem.mend.get(language()));
        [what, " ", mend].concat()
    })
}

/// Keeps a draft; the text that is kept.
pub(super) fn keep(draft: &Draft) -> Result<String, StorageError> {
    let text = draft::write(draft);
    let result = Storage::Device.store(&place(&draft.id), &text).and_then(|()| list_with(&draft.id));
    HELD.with_borrow_mut(|held| match result {
        Ok(()) => held.remove(&draft.id),
        Err(_) => held.insert(draft.id.clone(), draft.clone()),
    });
    result.map(|()| text)
}

/// Keeps a draft that begins here; its name.
pub(super) fn begin(draft: Draft) -> String {
    // Where the browser keeps nothing, it is held in memory: the page says so once it is open.
    let _ = keep(&draft);
    draft.id
}

/// Takes in a draft that comes from elsewhere; its name here. One that comes back is the one that is here, with what was
/// said of it. Where both answer otherwise, it is set aside until somebody chooses. Taken in again, it asks nothing: what
/// came is known like what was sent.
pub(super) fn take(mut draft: Draft) -> String {
    draft.came_from_elsewhere();
    let came = draft.clone();
    let draft = match read(&draft.id).ok() {
        Some(known) => match returned(&sent(&draft.id), &known, &draft) {
            Returned::Joined(joined) => {
                // Where nothing is known of what was sent, one version alone would pass for all of it.
                if !sent(&draft.id).is_empty() {
                    leaves(&came);
                }
                joined
            }
            Returned::Disputed(conflict) if set_aside(&draft).is_ok() => conflict.draft,
            // Without room to set it aside, it stands beside the other, under a name of its own.
            Returned::Disputed(_) => Draft { id: new_id(), ..draft },
        },
        None => {
            let id = if draft.id.is_empty() { new_id() } else { draft.id };
            let draft = Draft { id, ..draft };
            leaves(&draft);
            draft
        }
    };
    begin(draft)
}

/// Keeps what a draft says as it leaves, or as it came: when it comes back, that tells what changed here from what changed elsewhere.
pub(super) fn leaves(draft: &Draft) {
    let (mut versions, now) = (sent(&draft.id), draft.snapshot());
    versions.retain(|one| *one != now);
    versions.push(now);
    let text = serde_json::to_string(&versions).ok();
    if text.is_none_or(|text| Storage::Device.store(&sent_place(&draft.id), &text).is_err()) {
        // A version that is not noted would pass for one that somebody else wrote: rather ask about all that differs.
        Storage::Device.forget(&sent_place(&draft.id));
    }
}

/// Every version of a draft that was sent, the last one last; nothing where that is not known.
pub(super) fn sent(id: &str) -> Vec<Snapshot> {
    Storage::Device.kept(&sent_place(id)).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Sets a version of a draft aside until somebody chooses between it and the one that is here.
pub(super) fn set_aside(draft: &Draft) -> Result<(), StorageError> {
    Storage::Device.store(&aside_place(&draft.id), &draft::write(draft))
}

/// The version that was set aside.
pub(super) fn aside(id: &str) -> Option<Draft> {
    draft::read(&Storage::Device.kept(&aside_place(id))?).ok()
}

/// Forgets the version that was set aside: somebody chose. Opened again, it asks nothing: it is known like one that was
/// sent, as long as those are.
pub(super) fn settle_aside(id: &str) {
    if let Some(aside) = aside(id).filter(|_| !sent(id).is_empty()) {
        leaves(&aside);
    }
    forget_aside(id);
}

/// Forgets the version that was set aside.
pub(super) fn forget_aside(id: &str) {
    Storage::Device.forget(&aside_place(id));
}

/// Forgets a draft.
pub(super) fn forget(id: &str) {
    HELD.with_borrow_mut(|held| held.remove(id));
    Storage::Device.forget(&place(id));
    Storage::Device.forget(&sent_place(id));
    forget_aside(id);
    let left: Vec<String> = ids().into_iter().filter(|one| one != id).collect();
    Storage::Device.keep(LIST, &left.join("\n"));
}

/// Every draft that can be read, the newest first; and the names of those that cannot.
pub(super) fn all() -> (Vec<Draft>, Vec<String>) {
    let (mut drafts, mut damaged) = (Vec::new(), Vec::new());
    let mut names = ids();
    let held: Vec<String> = HELD.with_borrow(|held| held.keys().filter(|id| !names.contains(id)).cloned().collect());
    names.extend(held);
    for id in names.into_iter().rev() {
        match read(&id) {
            Ok(draft) => drafts.push(draft),
            Err(_) => damaged.push(id),
        }
    }
    (drafts, damaged)
}

fn ids() -> Vec<String> {
    let list = Storage::Device.kept(LIST).unwrap_or_default();
    list.lines().filter(|id| kept(id).is_some()).map(str::to_owned).collect()
}

fn list_with(id: &str) -> Result<(), StorageError> {
    let mut names = ids();
    if names.iter().any(|one| one == id) {
        return Ok(());
    }
    names.push(id.to_owned());
    Storage::Device.store(LIST, &names.join("\n"))
}

fn place(id: &str) -> String {
    ["draft/", id].concat()
}

fn sent_place(id: &str) -> String {
    ["draft-sent/", id].concat()
}

fn aside_place(id: &str) -> String {
    ["draft-aside/", id].concat()
}
