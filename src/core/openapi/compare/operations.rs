//! Which operations are the same in both versions, and what changes about each.

use super::comparison::{Comparison, Direction, Places, Side, Whole};
use super::pairing::{self, Pair};
use super::words::{Word, quoted};
use super::{Impact, Kind, OperationName};
use crate::core::i18n::Text;
use crate::core::openapi::model::{Callback, Operation, OperationEntry, OperationKind, template_names};
use crate::core::openapi::version::Version;
use serde_json::Value;
use std::collections::HashSet;

/// Deepest callbacks in callbacks.
const CALLBACK_DEPTH: usize = 2;

impl OperationName {
    fn of(entry: &OperationEntry<'_>) -> Self {
        Self { method: entry.method.clone(), path: entry.path.to_owned() }
    }
}

/// What makes two operations the same: who calls, method and path.
fn key(entry: &OperationEntry<'_>, path: &str) -> String {
    format!("{:?} {} {path}", entry.kind, entry.method)
}

/// A path without the names of its variables, which clients never see.
fn unnamed(path: &str) -> String {
    let mut parts = path.split('{');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push('{');
        whole.push_str(part.find('}').and_then(|end| part.get(end..)).unwrap_or(part));
    }
    whole
}

/// Pairs operations that are written the same, then those that differ in the names of variables only.
fn pair<'o, 'a>(old: &'o [OperationEntry<'a>], new: &'o [OperationEntry<'a>]) -> Vec<Pair<&'o OperationEntry<'a>>> {
    let exact = |list: &[OperationEntry<'a>]| list.iter().map(|entry| key(entry, entry.path)).collect::<HashSet<_>>();
    let (before, after) = (exact(old), exact(new));
    pairing::entries(old, new, |entry| {
        let own = key(entry, entry.path);
        if before.contains(&own) && after.contains(&own) { own } else { key(entry, &unnamed(entry.path)) }
    })
}

/// The `operationId` as written.
fn operation_id<'a>(entry: &OperationEntry<'a>) -> Option<&'a str> {
    entry.node.value.get("operationId").and_then(Value::as_str)
}

/// Whether an operation takes its security from the document.
fn takes_security(entry: &OperationEntry<'_>) -> bool {
    entry.kind == OperationKind::Path && entry.node.value.get("security").is_none()
}

/// Whether an operation takes its servers from the document.
fn takes_servers(entry: &OperationEntry<'_>, side: Side<'_>) -> bool {
    if entry.kind != OperationKind::Path {
        return false;
    }
    if side.document.generation() == Version::V2 {
        return entry.node.value.get("schemes").is_none();
    }
    let levels = std::iter::once(&entry.node).chain(&entry.items);
    { levels }.all(|level| level.value.get("servers").is_none())
}

impl<'a> Side<'a> {
    fn open(self, entry: &OperationEntry<'a>, comparison: &mut Comparison<'a>) -> Operation<'a> {
        let mut reader = self.reader();
        let operation = reader.operation(entry);
        comparison.unread(reader.into_unread());
        operation
    }
}

impl<'a> Comparison<'a> {
    /// The operations of both versions side by side.
    pub(super) fn pair_operations<'o>(
        &self,
        before: &'o Whole<'a>,
        after: &'o Whole<'a>,
    ) -> Vec<Pair<&'o OperationEntry<'a>>> {
        pair(&before.operations, &after.operations)
    }

    /// What changes about one operation of the document.
    pub(super) fn operation(&mut self, pair: Pair<&OperationEntry<'a>>) {
        if self.is_full() {
            return self.cut();
        }
        let (Pair::Removed(named) | Pair::Added(named) | Pair::Kept(_, named)) = pair;
        let webhook = named.kind == OperationKind::Webhook;
        self.within(OperationName::of(named), |this| match pair {
            Pair::Removed(old) => {
                let kind = match (webhook, old.deprecated) {
                    (true, _) => Kind::WebhookRemoved,
                    (false, true) => Kind::DeprecatedOperationRemoved,
                    (false, false) => Kind::OperationRemoved,
                };
                this.report(kind, Impact::Breaking, Places { old: this.old.at_node(&old.node), new: None }, &[]);
            }
            Pair::Added(new) => {
                let kind = if webhook { Kind::WebhookAdded } else { Kind::OperationAdded };
                this.report(kind, Impact::Compatible, Places { old: None, new: this.new.at_node(&new.node) }, &[]);
            }
            Pair::Kept(old, new) => this.kept(old, new, 0),
        });
    }

    fn kept(&mut self, old: &OperationEntry<'a>, new: &OperationEntry<'a>, depth: usize) {
        let places = Places { old: self.old.at_node(&old.node), new: self.new.at_node(&new.node) };
        let note = |this: &mut Self, kind, words: &[Word<'_>]| this.report(kind, Impact::Note, places.clone(), words);
        if old.deprecated != new.deprecated {
            note(self, if new.deprecated { Kind::OperationDeprecated } else { Kind::OperationRestored }, &[]);
        }
        let identifiers = (operation_id(old), operation_id(new));
        if identifiers.0 != identifiers.1 {
            note(self, Kind::OperationIdChanged, &[Word::Maybe(identifiers.0), Word::Maybe(identifiers.1)]);
        }
        if old.kind == OperationKind::Path && old.path != new.path {
            for (before, after) in template_names(old.path).zip(template_names(new.path)) {
                if before != after {
                    note(self, Kind::PathParameterRenamed, &[Word::Name(before), Word::Name(after)]);
                }
            }
        }
        let (before, after) = (self.old, self.new);
        let (before, after) = (before.open(old, self), after.open(new, self));
        self.own_servers((old, &before), (new, &after));
        self.own_security((old, &before), (new, &after));
        // In a webhook or a callback the API writes the request.
        let request = if old.kind == OperationKind::Path { Direction::Sent } else { Direction::Received };
        self.parameters(request, &before, &after);
        self.request_body(request, before.request_body.as_ref(), after.request_body.as_ref(), &places);
        self.responses(request.reversed(), &before, &after);
        if depth < CALLBACK_DEPTH {
            self.callbacks(&before.callbacks, &after.callbacks, &places, depth);
        }
    }

    /// The calls that an operation makes the API make.
    fn callbacks(&mut self, old: &[Callback<'a>], new: &[Callback<'a>], places: &Places, depth: usize) {
        for callbacks in pairing::entries(old, new, |callback| callback.name.to_owned()) {
            match callbacks {
                Pair::Removed(old) => {
                    self.report(Kind::CallbackRemoved, Impact::Breaking, places.clone(), &[Word::Name(old.name)]);
                }
                Pair::Added(new) => {
                    self.report(Kind::CallbackAdded, Impact::Compatible, places.clone(), &[Word::Name(new.name)]);
                }
                Pair::Kept(old, new) => {
                    for calls in pair(&old.operations, &new.operations) {
                        self.callback(new.name, calls, depth);
                    }
                }
            }
        }
    }

    fn callback(&mut self, name: &str, pair: Pair<&OperationEntry<'a>>, depth: usize) {
        let (Pair::Removed(named) | Pair::Added(named) | Pair::Kept(_, named)) = pair;
        let call = format!("{} {}", named.method, named.path);
        match pair {
            Pair::Removed(old) => {
                let places = Places { old: self.old.at_node(&old.node), new: None };
                self.report(Kind::CallbackRemoved, Impact::Breaking, places, &[Word::Name(&call)]);
            }
            Pair::Added(new) => {
                let places = Places { old: None, new: self.new.at_node(&new.node) };
                self.report(Kind::CallbackAdded, Impact::Compatible, places, &[Word::Name(&call)]);
            }
            Pair::Kept(old, new) => {
                let (name, call) = (quoted(name), quoted(&call));
                let context = Text::new(
                    format!("Rappel {}, {}.", name.fr, call.fr),
                    format!("Callback {}, {}.", name.en, call.en),
                );
                self.saying(context, |this| this.kept(old, new, depth + 1));
            }
        }
    }

    /// What operations take from the document is said once, where some operation of both versions takes it.
    pub(super) fn inherited(
        &mut self,
        before: &Whole<'a>,
        after: &Whole<'a>,
        operations: &[Pair<&OperationEntry<'a>>],
    ) {
        let kept = || {
            operations.iter().filter_map(|pair| if let Pair::Kept(old, new) = pair { Some((old, new)) } else { None })
        };
        let servers = kept().any(|(old, new)| takes_servers(old, self.old) && takes_servers(new, self.new));
        let security = kept().any(|(old, new)| takes_security(old) && takes_security(new));
        if servers {
            self.servers(&before.servers, &after.servers, &Places::of_key(self, &["servers", "host"]));
        }
        if security {
            self.security(&before.security, &after.security, &Places::of_key(self, &["security"]));
        }
    }

    fn own_servers(&mut self, old: (&OperationEntry<'a>, &Operation<'a>), new: (&OperationEntry<'a>, &Operation<'a>)) {
        if old.0.kind != OperationKind::Path {
            return;
        }
        if !(takes_servers(old.0, self.old) && takes_servers(new.0, self.new)) {
            let places = Places { old: self.old.at_node(&old.0.node), new: self.new.at_node(&new.0.node) };
            self.servers(&old.1.servers, &new.1.servers, &places);
        }
    }

    fn own_security(&mut self, old: (&OperationEntry<'a>, &Operation<'a>), new: (&OperationEntry<'a>, &Operation<'a>)) {
        if takes_security(old.0) && takes_security(new.0) {
            return;
        }
        let places = Places { old: self.old.at_node(&old.0.node), new: self.new.at_node(&new.0.node) };
        self.security(&old.1.security, &new.1.security, &places);
    }
}

impl Places {
    /// The first of `keys` that each document has.
    fn of_key(comparison: &Comparison<'_>, keys: &[&str]) -> Self {
        let place = |side: Side<'_>| {
            keys.iter().find(|key| side.document.value().get(**key).is_some()).map(|key| format!("/{key}"))
        };
        Self { old: place(comparison.old), new: place(comparison.new) }
    }
}

#[cfg(test)]
mod tests {
    use super::unnamed;

    #[test]
    fn names_of_variables_do_not_count() {
        for (path, expected) in [
            ("/a/{b}/c", "/a/{}/c"),
            ("/a/{b}{c}", "/a/{}{}"),
            ("/a", "/a"),
            ("", ""),
            ("/{", "/{"),
            ("/{a", "/{a"),
            ("/}{é}é", "/}{}é"),
        ] {
            assert_eq!(unnamed(path), expected);
        }
    }
}
