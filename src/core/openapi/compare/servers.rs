//! Servers: matched by their address, variables left open.

use super::comparison::{Comparison, Places, Side};
use super::pairing::{self, Pair};
use super::words::Word;
use super::{Impact, Kind};
use crate::core::openapi::model::{Server, Variable};
use crate::core::uri;

/// The address, absolute where that of the document is. Documents that are files have no address of their own: where
/// they are says nothing of where the API is.
fn address(server: &Server<'_>, side: Side<'_>) -> String {
    let own = if uri::is_absolute(side.document.url()) {
        server.address(|name| Some(format!("{{{name}}}")))
    } else {
        server.url.trim_end_matches('/').to_owned()
    };
    if own.is_empty() { "/".to_owned() } else { own }
}

impl<'a> Comparison<'a> {
    /// What changes about where an API answers.
    pub(super) fn servers(&mut self, old: &[Server<'a>], new: &[Server<'a>], places: &Places) {
        let keys = |servers: &[Server<'a>], side| servers.iter().map(|one| address(one, side)).collect::<Vec<_>>();
        let pairs = pairing::side_by_side(&keys(old, self.old), &keys(new, self.new));
        for pair in pairing::pick(old, new, pairs) {
            match pair {
                Pair::Removed(old) => {
                    self.report(Kind::ServerRemoved, Impact::Breaking, places.clone(), &[Word::Name(&old.url)]);
                }
                Pair::Added(new) => {
                    self.report(Kind::ServerAdded, Impact::Compatible, places.clone(), &[Word::Name(&new.url)]);
                }
                Pair::Kept(old, new) => {
                    for variables in pairing::entries(&old.variables, &new.variables, |one| one.name.to_owned()) {
                        if let Pair::Kept(before, after) = variables {
                            self.variable(&new.url, before, after, places);
                        }
                    }
                }
            }
        }
    }

    fn variable(&mut self, server: &str, old: &Variable<'a>, new: &Variable<'a>, places: &Places) {
        let (server, name) = (Word::Name(server), Word::Name(new.name));
        if old.default != new.default {
            let words = [server, name, Word::Name(&old.default), Word::Name(&new.default)];
            self.report(Kind::ServerDefaultChanged, Impact::Note, places.clone(), &words);
        }
        for values in pairing::entries(&old.values, &new.values, String::clone) {
            match values {
                // Without a list, every value was accepted.
                Pair::Added(value) if !old.values.is_empty() => {
                    let words = [server, name, Word::Name(value)];
                    self.report(Kind::ServerValueAdded, Impact::Compatible, places.clone(), &words);
                }
                Pair::Removed(value) if !new.values.is_empty() => {
                    let words = [server, name, Word::Name(value)];
                    self.report(Kind::ServerValueRemoved, Impact::Breaking, places.clone(), &words);
                }
                _ => {}
            }
        }
    }
}
