//! Responses: the statuses there are, their headers and what they hold.

use super::comparison::{Comparison, Direction, Places};
use super::pairing::{self, Pair};
use super::words::{Word, quoted};
use super::{Impact, Kind};
use crate::core::i18n::Text;
use crate::core::openapi::model::{Header, Operation, Response, Status};

/// `200`, `2XX`, `default`.
fn written(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundreds) => format!("{hundreds}XX"),
        Status::Default => "default".to_owned(),
    }
}

/// Whether a response tells that the call did not succeed. `default` does where another response tells of success.
fn is_error(status: Status, all: &[Response<'_>]) -> bool {
    match status {
        Status::Code(code) => code >= 400,
        Status::Range(hundreds) => hundreds >= 4,
        Status::Default => all.iter().any(|other| other.status != Status::Default && !is_error_code(other.status)),
    }
}

fn is_error_code(status: Status) -> bool {
    match status {
        Status::Code(code) => code >= 400,
        Status::Range(hundreds) => hundreds >= 4,
        Status::Default => false,
    }
}

impl<'a> Comparison<'a> {
    /// What changes about the responses of an operation.
    ///
    /// An error that is no longer announced takes nothing from clients; one more is only good to know. One more way to
    /// succeed is told apart from an error, and breaks no client that reads statuses by their hundred.
    pub(super) fn responses(&mut self, direction: Direction, old: &Operation<'a>, new: &Operation<'a>) {
        for pair in pairing::entries(&old.responses, &new.responses, |response| written(response.status)) {
            match pair {
                Pair::Removed(gone) => {
                    let error = is_error(gone.status, &old.responses);
                    let impact = if error { Impact::Compatible } else { Impact::Breaking };
                    let places = Places { old: self.old.place(&gone.pointer, Some(gone.value)), new: None };
                    self.report(Kind::ResponseRemoved, impact, places, &[Word::Name(&written(gone.status))]);
                }
                Pair::Added(more) => {
                    let error = is_error(more.status, &new.responses);
                    let impact = if error { Impact::Note } else { Impact::Compatible };
                    let places = Places { old: None, new: self.new.place(&more.pointer, Some(more.value)) };
                    self.report(Kind::ResponseAdded, impact, places, &[Word::Name(&written(more.status))]);
                }
                Pair::Kept(old, new) => self.response(direction, old, new),
            }
        }
    }

    fn response(&mut self, direction: Direction, old: &Response<'a>, new: &Response<'a>) {
        let places = Places {
            old: self.old.place(&old.pointer, Some(old.value)),
            new: self.new.place(&new.pointer, Some(new.value)),
        };
        let status = written(new.status);
        let site = Text::new(format!("Réponse {status}"), format!("Response {status}"));
        self.headers(&site, direction, &old.headers, &new.headers, &places);
        self.content(&site, direction, &old.content, &new.content, &places);
    }

    fn headers(&mut self, site: &Text, direction: Direction, old: &[Header<'a>], new: &[Header<'a>], places: &Places) {
        for pair in pairing::entries(old, new, |header| header.name.to_ascii_lowercase()) {
            let (Pair::Removed(named) | Pair::Added(named) | Pair::Kept(_, named)) = pair;
            let words = [Word::Text(site), Word::Name(named.name)];
            match pair {
                Pair::Removed(old) => {
                    // A client that reads what may be absent does without it.
                    let impact = if old.required { direction.widened() } else { Impact::Note };
                    self.report(Kind::HeaderRemoved, impact, places.clone(), &words);
                }
                Pair::Added(new) => {
                    let impact = if new.required { direction.narrowed() } else { Impact::Compatible };
                    self.report(Kind::HeaderAdded, impact, places.clone(), &words);
                }
                Pair::Kept(old, new) => {
                    match (old.required, new.required) {
                        (false, true) => {
                            self.report(Kind::HeaderMadeRequired, direction.narrowed(), places.clone(), &words);
                        }
                        (true, false) => {
                            self.report(Kind::HeaderMadeOptional, direction.widened(), places.clone(), &words);
                        }
                        _ => {}
                    }
                    let schema = |header: &Header<'a>| {
                        let of_content = || header.content.as_ref().and_then(|media| media.schema.clone());
                        header.schema.clone().or_else(of_content)
                    };
                    let name = quoted(new.name);
                    let site = Text::new(
                        format!("{}, en-tête {}", site.fr, name.fr),
                        format!("{}, header {}", site.en, name.en),
                    );
                    let (before, after) = (schema(old), schema(new));
                    self.schemas.begin();
                    self.schema(&site, direction, before.as_ref(), after.as_ref(), places);
                }
            }
        }
    }
}
