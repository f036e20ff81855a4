//! How a check notes what is wrong: failures, what could not be checked, and the end of everything.

use super::run::{Here, Outcome, Run};
use super::{Failure, message};
use crate::core::i18n::Text;

/// Failures beyond are not noted.
const MOST_FAILURES: usize = 1_000;

impl<'d> Run<'d> {
    /// Whether nothing more will be checked.
    pub(super) fn stopped(&self) -> bool {
        self.halt.is_some()
    }

    /// Whether failures are not noted.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Does something without noting failures: only whether it is valid counts.
    pub(super) fn quietly<T>(&mut self, what: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.quiet, true);
        let done = what(self);
        self.quiet = before;
        done
    }

    /// Notes that a keyword does not hold.
    pub(super) fn fail(&mut self, here: &Here<'_, 'd, '_>, keyword: &str, message: Text, outcome: &mut Outcome<'_>) {
        outcome.valid = false;
        if !self.quiet && self.failures.len() < MOST_FAILURES {
            self.failures.push(failure(here, keyword, message));
        }
    }

    /// Notes that a keyword could not be checked.
    pub(super) fn broken(&mut self, here: &Here<'_, 'd, '_>, keyword: &str, message: Text, outcome: &mut Outcome<'_>) {
        outcome.valid = false;
        let failure = failure(here, keyword, message);
        if self.broken.len() < MOST_FAILURES && self.broken.iter().all(|known| known.schema != failure.schema) {
            self.broken.push(failure);
        }
    }

    /// Notes that the schema `false` accepts nothing.
    pub(super) fn refuse<'i>(&mut self, here: &Here<'_, 'd, 'i>) -> Outcome<'i> {
        let path = here.instance_path;
        if !self.quiet && self.failures.len() < MOST_FAILURES {
            self.failures.push(Failure {
                instance: path.pointer(),
                schema: here.schema_path.pointer(),
                keyword: here.schema_path.keyword().to_owned(),
                message: message::unexpected(path.name(), path.position()),
            });
        }
        Outcome::invalid()
    }

    /// Takes work off what is left; whether there was enough.
    pub(super) fn spend(&mut self, steps: u32) -> bool {
        let left = self.steps.checked_sub(steps);
        self.steps = left.unwrap_or(0);
        left.is_some()
    }

    /// Ends the whole check.
    pub(super) fn stop<'i>(&mut self, here: &Here<'_, 'd, '_>, message: Text) -> Outcome<'i> {
        self.halt.get_or_insert_with(|| failure(here, "", message));
        Outcome::invalid()
    }
}

fn failure(here: &Here<'_, '_, '_>, keyword: &str, message: Text) -> Failure {
    let schema = if keyword.is_empty() { here.schema_path.pointer() } else { here.schema_path.key(keyword).pointer() };
    Failure { instance: here.instance_path.pointer(), schema, keyword: keyword.to_owned(), message }
}
