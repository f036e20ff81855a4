//! Parameters: matched by place and name, whatever their order and wherever they are written.

use super::comparison::{Comparison, Direction, Places};
use super::pairing::{self, Pair};
use super::words::{Word, place, quoted};
use super::{Impact, Kind};
use crate::core::i18n::Text;
use crate::core::openapi::model::{Location, Operation, Parameter, template_names};
use std::collections::HashSet;

/// What makes two parameters the same. A variable of the path is known by its position, headers have no case.
fn key(operation: &Operation<'_>, parameter: &Parameter<'_>) -> String {
    let name = match parameter.location {
        Location::Path => {
            let position = template_names(operation.path).position(|name| name == parameter.name);
            position.map(|position| position.to_string()).unwrap_or_default()
        }
        Location::Header => parameter.name.to_ascii_lowercase(),
        Location::Querystring => String::new(),
        Location::Query | Location::Cookie => parameter.name.to_owned(),
    };
    format!("{} {name}", parameter.location.id())
}

/// Keys of the parameters of both operations: one that is elsewhere under the same name has the same key.
fn keys(old: &Operation<'_>, new: &Operation<'_>) -> [Vec<String>; 2] {
    let own = |operation: &Operation<'_>| -> Vec<String> {
        operation.parameters.iter().map(|parameter| key(operation, parameter)).collect()
    };
    let [before, after] = [own(old), own(new)];
    let known = |keys: &[String]| keys.iter().cloned().collect::<HashSet<_>>();
    let [has_before, has_after] = [known(&before), known(&after)];
    let moved = |operation: &Operation<'_>, keys: Vec<String>, other: &HashSet<String>| {
        let named = |(key, parameter): (String, &Parameter<'_>)| {
            let is_alone = !other.contains(&key);
            if is_alone { format!("moved {}", parameter.name) } else { key }
        };
        keys.into_iter().zip(&operation.parameters).map(named).collect()
    };
    [moved(old, before, &has_after), moved(new, after, &has_before)]
}

/// How values are written, in the words of the specification.
fn writing(parameter: &Parameter<'_>) -> Text {
    if let Some(media) = &parameter.content {
        return quoted(&media.name);
    }
    let style = parameter.style.id();
    quoted(&if parameter.explode { format!("{style}, explode") } else { style.to_owned() })
}

impl<'a> Comparison<'a> {
    /// What changes about the parameters of an operation.
    pub(super) fn parameters(&mut self, direction: Direction, old: &Operation<'a>, new: &Operation<'a>) {
        let [before, after] = keys(old, new);
        let pairs = pairing::side_by_side(&before, &after);
        for pair in pairing::pick(&old.parameters, &new.parameters, pairs) {
            match pair {
                Pair::Removed(old) => {
                    let impact = match direction {
                        Direction::Received if !old.required => Impact::Note,
                        Direction::Sent | Direction::Received => Impact::Breaking,
                    };
                    self.about_parameter(Kind::ParameterRemoved, impact, Pair::Removed(old));
                }
                Pair::Added(new) if new.required => {
                    self.about_parameter(Kind::RequiredParameterAdded, direction.narrowed(), Pair::Added(new));
                }
                Pair::Added(new) => {
                    self.about_parameter(Kind::ParameterAdded, Impact::Compatible, Pair::Added(new));
                }
                Pair::Kept(old, new) => self.parameter(direction, old, new),
            }
        }
    }

    /// A change that concerns a parameter as a whole.
    fn about_parameter(&mut self, kind: Kind, impact: Impact, pair: Pair<&Parameter<'a>>) {
        let (Pair::Removed(named) | Pair::Added(named) | Pair::Kept(_, named)) = pair;
        let places = self.places_of_parameter(pair);
        self.report(kind, impact, places, &[Word::Name(named.name), Word::Text(&place(named.location))]);
    }

    fn places_of_parameter(&self, pair: Pair<&Parameter<'a>>) -> Places {
        let old = |one: &Parameter<'_>| self.old.place(&one.pointer, Some(one.value));
        let new = |one: &Parameter<'_>| self.new.place(&one.pointer, Some(one.value));
        match pair {
            Pair::Removed(before) => Places { old: old(before), new: None },
            Pair::Added(after) => Places { old: None, new: new(after) },
            Pair::Kept(before, after) => Places { old: old(before), new: new(after) },
        }
    }

    fn parameter(&mut self, direction: Direction, old: &Parameter<'a>, new: &Parameter<'a>) {
        let both = Pair::Kept(old, new);
        if old.location != new.location {
            let words = [Word::Name(new.name), Word::Text(&place(old.location)), Word::Text(&place(new.location))];
            self.report(Kind::ParameterMoved, Impact::Breaking, self.places_of_parameter(both), &words);
        }
        match (old.required, new.required) {
            (false, true) => self.about_parameter(Kind::ParameterMadeRequired, direction.narrowed(), both),
            (true, false) => self.about_parameter(Kind::ParameterMadeOptional, direction.widened(), both),
            _ => {}
        }
        match (old.deprecated, new.deprecated) {
            (false, true) => self.about_parameter(Kind::ParameterDeprecated, Impact::Note, both),
            (true, false) => self.about_parameter(Kind::ParameterRestored, Impact::Note, both),
            _ => {}
        }
        if old.location == new.location && self.is_written_otherwise(old, new) {
            let words = [Word::Name(new.name), Word::Text(&writing(old)), Word::Text(&writing(new))];
            self.report(Kind::ParameterStyleChanged, Impact::Breaking, self.places_of_parameter(both), &words);
        }
        let [before, after] =
            [old, new].map(|one| one.schema.as_ref().or_else(|| one.content.as_ref()?.schema.as_ref()));
        let (name, place) = (quoted(new.name), place(new.location));
        let site =
            Text::new(format!("Paramètre {} ({})", name.fr, place.fr), format!("Parameter {} ({})", name.en, place.en));
        self.schemas.begin();
        self.schema(&site, direction, before, after, &self.places_of_parameter(both));
    }

    /// Whether the same value would be written in another way.
    fn is_written_otherwise(&self, old: &Parameter<'a>, new: &Parameter<'a>) -> bool {
        match (&old.content, &new.content) {
            (Some(old), Some(new)) => !old.name.eq_ignore_ascii_case(&new.name),
            (Some(_), None) => new.schema.is_some(),
            (None, Some(_)) => old.schema.is_some(),
            (None, None) => {
                // A single value is written the same in every style, except the two that prefix it in a path.
                let has_parts = self.may_have_parts(old.schema.as_ref(), new.schema.as_ref());
                let differs = old.style != new.style;
                (differs && (has_parts || new.location == Location::Path)) || (has_parts && old.explode != new.explode)
            }
        }
    }
}
