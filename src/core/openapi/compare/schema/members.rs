//! What lies below: properties of objects, items of lists.

use super::has_flag;
use super::judgement::{Judgement, Version};
use crate::core::openapi::compare::comparison::{Direction, Places};
use crate::core::openapi::compare::pairing::{self, Pair};
use crate::core::openapi::compare::words::quoted;
use crate::core::openapi::compare::{Impact, Kind};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Composed, Rest};

/// A property of either version; without schema where it is required and not described.
struct Member<'c, 'a> {
    name: &'c str,
    parts: &'c [SchemaNode<'a>],
    required: bool,
}

/// The properties that travel this way: clients do not send what is read-only, nor receive what is write-only.
fn members<'c, 'a>(version: Version<'c, 'a>, direction: Direction) -> Vec<Member<'c, 'a>> {
    let unseen = match direction {
        Direction::Sent => "readOnly",
        Direction::Received => "writeOnly",
    };
    let says = version.composed;
    let seen = says.properties.iter().filter(|property| !has_flag(&property.parts, unseen, version.documents()));
    let described = seen.map(|one| Member { name: &one.name, parts: &one.parts, required: one.required });
    let only_required = says.required.iter().map(|name| Member { name, parts: &[], required: true });
    described.chain(only_required).collect()
}

/// Whether properties that are not described are refused.
fn is_closed(composed: &Composed<'_>) -> bool {
    matches!(composed.additional_properties, Rest::Refused) || matches!(composed.unevaluated_properties, Rest::Refused)
}

impl<'a> Judgement<'_, 'a> {
    pub(super) fn properties(&mut self, _old: &Composed<'a>, new: &Composed<'a>) {
        let (before, after) = (members(self.old, self.direction), members(self.new, self.direction));
        let (at_old, at_new) = (self.old, self.new);
        let place = |version: Version<'_, 'a>, member: &Member<'_, 'a>| {
            member.parts.first().or(version.given.first()).map(|node| version.at(node))
        };
        for pair in pairing::entries(&before, &after, |member| member.name.to_owned()) {
            match pair {
                Pair::Removed(gone) => {
                    let impact = match self.direction {
                        // A server that ignores what it does not know goes on taking it.
                        Direction::Sent if is_closed(new) => Impact::Breaking,
                        Direction::Received if gone.required => Impact::Breaking,
                        // A client that reads what may be absent does without it.
                        Direction::Sent | Direction::Received => Impact::Note,
                    };
                    let kind = if gone.required { Kind::RequiredPropertyRemoved } else { Kind::PropertyRemoved };
                    let places = Places { old: place(at_old, gone), new: None };
                    self.found_at(kind, impact, vec![quoted(gone.name)], places);
                }
                Pair::Added(more) => {
                    let (kind, impact) = match more.required {
                        true => (Kind::RequiredPropertyAdded, self.direction.narrowed()),
                        false => (Kind::PropertyAdded, Impact::Compatible),
                    };
                    let places = Places { old: None, new: place(at_new, more) };
                    self.found_at(kind, impact, vec![quoted(more.name)], places);
                }
                Pair::Kept(before, after) => {
                    let places = Places { old: place(at_old, before), new: place(at_new, after) };
                    self.property(before, after, &places);
                    self.below(format!(".{}", after.name), before.parts, after.parts);
                }
            }
        }
    }

    fn property(&mut self, old: &Member<'_, 'a>, new: &Member<'_, 'a>, places: &Places) {
        let words = || vec![quoted(new.name)];
        match (old.required, new.required) {
            (false, true) => {
                self.found_at(Kind::PropertyMadeRequired, self.direction.narrowed(), words(), places.clone());
            }
            (true, false) => {
                self.found_at(Kind::PropertyMadeOptional, self.direction.widened(), words(), places.clone());
            }
            _ => {}
        }
        let deprecated = |member: &Member<'_, 'a>, version: Version<'_, 'a>| {
            has_flag(member.parts, "deprecated", version.documents())
        };
        match (deprecated(old, self.old), deprecated(new, self.new)) {
            (false, true) => self.found_at(Kind::PropertyDeprecated, Impact::Note, words(), places.clone()),
            (true, false) => self.found_at(Kind::PropertyRestored, Impact::Note, words(), places.clone()),
            _ => {}
        }
    }

    /// Properties that have no name in the schema: the rest, and those whose names match a pattern.
    pub(super) fn other_properties(&mut self, old: &Composed<'a>, new: &Composed<'a>) {
        match (is_closed(old), is_closed(new)) {
            (false, true) => self.narrowed(Kind::OtherPropertiesRefused, Vec::new()),
            // Like fields that are added: clients ignore what they do not know.
            (true, false) => self.found(Kind::OtherPropertiesAllowed, Impact::Compatible, Vec::new()),
            (false, false) => {
                let (before, after) = (old.additional_properties.parts(), new.additional_properties.parts());
                if !before.is_empty() || !after.is_empty() {
                    self.below(".*".to_owned(), before, after);
                }
            }
            (true, true) => {}
        }
        let pairs =
            pairing::entries(&old.pattern_properties, &new.pattern_properties, |one| one.pattern.clone().into_owned());
        for pair in pairs {
            match pair {
                Pair::Removed(gone) => self.rule(Kind::RuleRemoved, "patternProperties", Some(&gone.pattern)),
                Pair::Added(more) => self.rule(Kind::RuleAdded, "patternProperties", Some(&more.pattern)),
                Pair::Kept(before, after) => {
                    self.below(format!(".<{}>", after.pattern), &before.parts, &after.parts);
                }
            }
        }
    }

    pub(super) fn items(&mut self, old: &Composed<'a>, new: &Composed<'a>) {
        let (before, after) = (&old.prefix_items, &new.prefix_items);
        for (index, (before, after)) in before.iter().zip(after).enumerate() {
            self.below(format!("[{index}]"), before, after);
        }
        if before.len() != after.len() {
            let words = ["prefixItems"].map(quoted).to_vec();
            self.found(Kind::RuleChanged, Impact::Note, words);
        }
        let refused = |rest: &Rest<'_>| matches!(rest, Rest::Refused);
        match (refused(&old.items), refused(&new.items)) {
            (false, true) => self.rule(Kind::RuleAdded, "items", Some("false")),
            (true, false) => self.rule(Kind::RuleRemoved, "items", Some("false")),
            _ => {
                let (before, after) = (old.items.parts(), new.items.parts());
                if !before.is_empty() || !after.is_empty() {
                    self.below("[]".to_owned(), before, after);
                }
            }
        }
    }
}
