//! [`Desk`]: the draft that is open. Every change is kept at once; another tab that changed it too is heard.

use super::held::{Held, ask_published, held};
use super::{drafts, in_words, words};
use crate::browser::storage::StorageError;
use crate::browser::{clock, fetch};
use crate::core::catalogue::wire::{ApiPage, Catalogue};
use crate::core::id::Slug;
use crate::core::problem::Problem;
use crate::core::quality::{Report, Subject, report};
use crate::core::wizard::check::{self, Address, Detail, Others};
use crate::core::wizard::draft::{self, Answer, Draft, Origin};
use crate::core::wizard::questions::{Question, Step, is_shown};
use crate::core::wizard::returned::{Returned, returned};
use crate::core::wizard::tabs::{self, Conflict, Save};
use crate::core::wizard::{Finding, gains, page};
use crate::ui::context::catalogue;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most pages of other APIs that are opened in one go.
const CANDIDATES: usize = 20;

/// The draft that is open. Signals: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// What is answered.
    pub(super) draft: RwSignal<Draft>,
    /// What was last read or kept.
    base: StoredValue<Draft>,
    /// Its text.
    written: StoredValue<Option<String>>,
    /// Rendered again from the draft when it changes: answers came from elsewhere.
    pub(super) generation: RwSignal<u32>,
    /// What of it could not be kept; nothing when all is well.
    pub(super) trouble: RwSignal<&'static str>,
    /// What another tab says otherwise.
    pub(super) conflict: RwSignal<Option<Conflict>>,
    /// What a version says otherwise that was set aside: it came back from a review, or its tab was closed too early.
    pub(super) back: RwSignal<Option<Conflict>>,
    /// Steps whose missing answers are told: somebody tried to leave them.
    pub(super) tried: RwSignal<Vec<Step>>,
    /// What the pages of APIs that may be the same say.
    details: RwSignal<Vec<Detail>>,
    /// What is wrong with the answers by themselves.
    answers: Memo<Vec<Finding>>,
    /// What its documents hold.
    pub(super) held: Memo<Vec<Option<Held>>>,
    /// What the page is worth, by the rules of `catalogue lint`; nothing without a valid day.
    pub(super) report: Memo<Option<Report>>,
    /// What answers would bring to its score.
    pub(super) gains: Memo<BTreeMap<Question, f64>>,
    /// The question whose field had the focus last.
    pub(super) focused: RwSignal<Option<Question>>,
    /// Whether the page is shown below the steps.
    pub(super) is_previewed: RwSignal<bool>,
    /// What came of asking the network about addresses; it counts as long as the draft gives them.
    asked: RwSignal<Vec<(Address, Finding)>>,
    /// What else was found when somebody last asked: it reads documents, and looks at the catalogue.
    pub(super) found: RwSignal<Vec<Finding>>,
}

/// What the page of a draft is worth.
fn judged(draft: RwSignal<Draft>, held: Memo<Vec<Option<Held>>>) -> Memo<Option<Report>> {
    let language = catalogue().site.content_language;
    Memo::new(move |_| {
        let day = clock::today()?;
        let made = draft.with(|draft| page(draft, day, language));
        Some(held.with(|held| {
            let document = held.iter().flatten().next().map(|held| &held.facts);
            report(&Subject { api: Some(&made.api), body: &made.body, document })
        }))
    })
}

/// What the version that was set aside says otherwise than this one.
fn against_aside(draft: &Draft) -> Option<Conflict> {
    match returned(&drafts::sent(&draft.id), draft, &drafts::aside(&draft.id)?) {
        Returned::Disputed(conflict) => Some(conflict),
        Returned::Joined(_) => None,
    }
}

impl Desk {
    /// Opens the draft `id` of this device; a sentence, where that is not possible.
    pub(super) fn open(id: &str) -> Result<Self, String> {
        let read = drafts::read(id)?;
        let back = against_aside(&read);
        let written = drafts::kept(id);
        let draft = RwSignal::new(read.clone());
        let published = RwSignal::new(BTreeMap::new());
        ask_published(&read, published);
        let held = held(draft, published);
        let report = judged(draft, held);
        let desk = Self {
            draft,
            base: StoredValue::new(read),
            written: StoredValue::new(written),
            generation: RwSignal::new(0),
            trouble: RwSignal::new(""),
            conflict: RwSignal::new(None),
            back: RwSignal::new(back),
            tried: RwSignal::new(Vec::new()),
            details: RwSignal::new(Vec::new()),
            answers: Memo::new(move |_| draft.with(check::answers)),
            held,
            report,
            gains: Memo::new(move |_| report.with(|report| report.as_ref().map(gains).unwrap_or_default())),
            focused: RwSignal::new(None),
            is_previewed: RwSignal::new(false),
            asked: RwSignal::new(Vec::new()),
            found: RwSignal::new(Vec::new()),
        };
        // Said before anything is typed, not after.
        if desk.written.with_value(Option::is_none) {
            desk.keep(desk.draft.get_untracked());
        }
        Ok(desk)
    }

    /// Answers a question.
    pub(super) fn set(self, question: Question, answer: Answer) {
        self.change(|draft| {
            draft.set(question, answer, Origin::Typed);
        });
        self.found.update(|found| found.retain(|finding| finding.question != question));
    }

    /// Changes the draft and keeps it.
    pub(super) fn change(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        self.save();
        // What is told of the version that was set aside follows what is typed.
        if self.back.with_untracked(Option::is_some) {
            self.back.set(self.draft.with_untracked(against_aside));
        }
    }

    /// Changes the draft, keeps it, and shows all of it again.
    pub(super) fn replace(self, change: impl FnOnce(&mut Draft)) {
        self.change(change);
        self.generation.update(|generation| *generation += 1);
    }

    /// Changes the draft as [`Desk::replace`] does, unless the change is refused: then nothing happens, and it is said why.
    pub(super) fn try_replace(self, change: impl FnOnce(&mut Draft) -> Result<(), Box<Problem>>) -> Result<(), String> {
        let mut draft = self.draft.get_untracked();
        change(&mut draft).map_err(|problem| in_words(&problem))?;
        self.replace(|shown| *shown = draft);
        Ok(())
    }

    fn save(self) {
        match self.to_save() {
            Save::Conflict(conflict) => self.dispute(conflict),
            // Somebody is asked which tab is right: what is shown does not change under their hands.
            _ if self.conflict.with_untracked(Option::is_some) => {}
            Save::Now(draft) => self.keep(draft),
            Save::Theirs(draft) | Save::Merged { draft, .. } => {
                self.show(draft.clone());
                self.keep(draft);
            }
        }
    }

    fn to_save(self) -> Save {
        let mine = self.draft.get_untracked();
        let now = drafts::kept(&mine.id);
        let is_ours = self.written.with_value(|written| *written == now);
        let stored = now.filter(|_| !is_ours).and_then(|text| draft::read(&text).ok());
        self.base.with_value(|base| tabs::save(base, &mine, stored.as_ref()))
    }

    /// Asks which tab is right. What this one says is set aside meanwhile: it may be closed before somebody chooses.
    fn dispute(self, conflict: Conflict) {
        if self.back.with_untracked(Option::is_none) {
            self.troubled(self.draft.with_untracked(drafts::set_aside));
        }
        self.conflict.set(Some(conflict));
    }

    /// Ends a conflict between tabs: `is_theirs` takes what the other one says wherever they disagree.
    pub(super) fn decide(self, is_theirs: bool) {
        let Some(asked) = self.conflict.get_untracked() else { return };
        // What was typed since counts, here and there.
        let draft = match self.to_save() {
            Save::Conflict(now) if now.disputes.iter().any(|one| !asked.is_about(one.question)) => {
                return self.dispute(now);
            }
            Save::Conflict(now) => now.decide(&now.theirs(is_theirs)),
            Save::Now(draft) | Save::Theirs(draft) | Save::Merged { draft, .. } => draft,
        };
        self.conflict.set(None);
        if self.back.with_untracked(Option::is_none) {
            drafts::forget_aside(&draft.id);
        }
        self.show(draft.clone());
        self.keep(draft);
    }

    /// Ends the choice between this draft and the version that was set aside, as [`Desk::decide`] does.
    pub(super) fn decide_back(self, is_theirs: bool) {
        let Some(asked) = self.back.get_untracked() else { return };
        self.back.set(None);
        // Again, as what another tab brought since counts.
        if let Some(now) = self.draft.with_untracked(against_aside) {
            self.replace(|draft| *draft = now.decide(&asked.theirs(is_theirs)));
        }
        drafts::settle_aside(&self.draft.with_untracked(|draft| draft.id.clone()));
    }

    fn show(self, draft: Draft) {
        self.draft.set(draft);
        self.generation.update(|generation| *generation += 1);
    }

    fn keep(self, draft: Draft) {
        if let Some(text) = self.troubled(drafts::keep(&draft)) {
            self.written.set_value(Some(text));
        }
        let revision = draft.revision;
        self.draft.update_untracked(|shown| shown.revision = revision);
        self.base.set_value(draft);
    }

    /// Says what could not be kept, until something can.
    fn troubled<T>(self, kept: Result<T, StorageError>) -> Option<T> {
        self.trouble.set(match kept {
            Ok(_) => "",
            Err(StorageError::Full) => words().storage_full,
            Err(StorageError::Refused) => words().storage_refused,
        });
        kept.ok()
    }

    /// Looks at everything: documents, the rest of the catalogue, and the pages of APIs that may be the same.
    pub(super) fn look(self, catalogue: &Arc<Catalogue>) {
        self.look_with(catalogue);
        let known = |slug: &Slug| self.details.with_untracked(|details| details.iter().any(|one| one.slug == *slug));
        let mut missing: Vec<Slug> = self.draft.with_untracked(|draft| {
            check::candidates(draft, catalogue).into_iter().map(|api| api.slug.clone()).collect()
        });
        missing.retain(|slug| !known(slug));
        missing.truncate(CANDIDATES);
        if missing.is_empty() {
            return;
        }
        let catalogue = Arc::clone(catalogue);
        leptos::task::spawn_local(async move {
            for slug in missing {
                // A page that cannot be read hides a duplicate at worst: the team will see it.
                if let Ok(page) = fetch::data::<ApiPage>(&format!("apis/{slug}.json"), None).await {
                    self.details.try_update(|details| details.push(Detail::from(&page)));
                }
            }
            self.look_with(&catalogue);
        });
    }

    fn look_with(self, catalogue: &Catalogue) {
        let found = self.draft.try_with_untracked(|draft| {
            self.details.with_untracked(|details| check::check(draft, Some(&Others { catalogue, details })))
        });
        if let Some(found) = found {
            self.found.set(found);
        }
    }

    /// Keeps what the network said of an address, in place of what it said before.
    pub(super) fn note(self, address: &Address, finding: Option<Finding>) {
        self.asked.try_update(|asked| {
            asked.retain(|(known, _)| known != address);
            asked.extend(finding.map(|finding| (address.clone(), finding)));
        });
    }

    /// What is wrong, the answers by themselves and what was found when somebody last looked.
    pub(super) fn findings(self) -> Vec<Finding> {
        let mut all = self.answers.get();
        self.found.with(|found| {
            let is_new = |one: &&Finding| {
                all.iter().all(|other| (other.code, other.question, other.cell) != (one.code, one.question, one.cell))
            };
            let new: Vec<Finding> = found.iter().filter(is_new).cloned().collect();
            all.extend(new);
        });
        self.asked.with(|asked| {
            if !asked.is_empty() {
                let given = self.draft.with(check::addresses);
                all.extend(asked.iter().filter(|(address, _)| given.contains(address)).map(|(_, one)| one.clone()));
            }
        });
        self.draft.with(|draft| all.retain(|one| is_shown(one.question, draft)));
        all.sort_by_key(|one| one.question);
        all
    }

    /// What is wrong with the answers of a step.
    pub(super) fn findings_of(self, step: Step) -> Vec<Finding> {
        self.findings().into_iter().filter(|one| one.question.definition().step == step).collect()
    }

    /// What is told at the field of a question.
    pub(super) fn told(self, question: Question) -> Vec<Finding> {
        let step = question.definition().step;
        let is_told =
            self.tried.with(|tried| tried.contains(&step)) || self.draft.with(|draft| draft.is_answered(question));
        match is_told {
            true => self.findings().into_iter().filter(|one| one.question == question).collect(),
            false => Vec::new(),
        }
    }

    /// From now on, all that is wrong in a step is told.
    pub(super) fn tell(self, step: Step) {
        if !self.tried.with_untracked(|tried| tried.contains(&step)) {
            self.tried.update(|tried| tried.push(step));
        }
    }
}
