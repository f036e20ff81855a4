//! Values of one form or another: which forms are the same in both versions.

use super::judgement::{Judgement, Version};
use crate::core::openapi::compare::comparison::Places;
use crate::core::openapi::compare::pairing::{self, Pair};
use crate::core::openapi::compare::words::{self, quoted};
use crate::core::openapi::compare::{Impact, Kind};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Alternatives, Branch, Composed, Keyword, Rest, SchemaType, compose};
use std::collections::HashMap;

/// Most forms whose structure is read to find which are the same.
const MOST_FORMS: usize = 200;

/// A form a value may have.
struct Form<'a> {
    parts: Vec<SchemaNode<'a>>,
    name: Option<String>,
    /// Values of the discriminating property that choose it.
    values: Vec<String>,
}

impl<'a> Form<'a> {
    fn of(branch: &Branch<'a>) -> Self {
        let values = branch.values.iter().map(|value| value.clone().into_owned()).collect();
        Self { parts: vec![branch.schema.clone()], name: branch.name.clone(), values }
    }

    fn title(&self) -> Option<&str> {
        self.parts.first()?.value.get("title")?.as_str()
    }

    fn label(&self, position: usize) -> String {
        let known = self.name.as_deref().or(self.title()).or(self.values.first().map(String::as_str));
        known.map_or_else(|| format!("#{}", position + 1), str::to_owned)
    }
}

/// What tells forms apart, best first.
#[derive(Clone, Copy)]
enum Trait {
    Name,
    Title,
    Value,
    Structure,
    Type,
}

fn read<'a>(what: Trait, form: &Form<'a>, version: Version<'_, 'a>) -> Option<String> {
    match what {
        Trait::Name => form.name.clone(),
        Trait::Title => form.title().map(str::to_owned),
        Trait::Value => (!form.values.is_empty()).then(|| form.values.join("\n")),
        Trait::Structure | Trait::Type => {
            let composed = compose(&form.parts, version.documents());
            let mut text: Vec<&str> = composed.likely_types().iter().map(SchemaType::id).collect();
            let format = composed.format.as_deref().unwrap_or_default();
            if matches!(what, Trait::Structure) {
                text.push(format);
                text.extend(composed.properties.iter().map(|property| &*property.name));
            }
            Some(text.join("\n"))
        }
    }
}

/// Keys under which forms that are the same meet.
fn keys<'a>(
    (old, before): (&[Form<'a>], Version<'_, 'a>),
    (new, after): (&[Form<'a>], Version<'_, 'a>),
) -> (Vec<String>, Vec<String>) {
    let mut known: [Vec<Option<String>>; 2] = [vec![None; old.len()], vec![None; new.len()]];
    let mut matched = 0;
    for what in [Trait::Name, Trait::Title, Trait::Value, Trait::Structure, Trait::Type] {
        let is_deep = matches!(what, Trait::Structure | Trait::Type);
        if is_deep && old.len() + new.len() > MOST_FORMS {
            break;
        }
        let traits = |forms: &[Form<'a>], known: &[Option<String>], version| {
            let mut found: HashMap<String, Vec<usize>> = HashMap::new();
            let unknown = forms.iter().enumerate().zip(known).filter(|(_, known)| known.is_none());
            for ((index, form), _) in unknown {
                if let Some(text) = read(what, form, version) {
                    found.entry(text).or_default().push(index);
                }
            }
            found
        };
        let (ours, theirs) = (traits(old, &known[0], before), traits(new, &known[1], after));
        for (text, ours) in &ours {
            let Some(theirs) = theirs.get(text) else { continue };
            // Several that look alike are the same in order only when there are as many.
            if ours.len() != theirs.len() {
                continue;
            }
            for (one, other) in ours.iter().zip(theirs) {
                let key = format!("same {matched}");
                matched += 1;
                if let Some(slot) = known[0].get_mut(*one) {
                    *slot = Some(key.clone());
                }
                if let Some(slot) = known[1].get_mut(*other) {
                    *slot = Some(key);
                }
            }
        }
    }
    let [before, after] = known;
    let own = |keys: Vec<Option<String>>, side: &str| -> Vec<String> {
        let named = |(index, key): (usize, Option<String>)| key.unwrap_or_else(|| format!("{side} {index}"));
        keys.into_iter().enumerate().map(named).collect()
    };
    (own(before, "old"), own(after, "new"))
}

/// The one choice a schema consists of; `None` where it says more.
fn only_choice<'c, 'a>(composed: &'c Composed<'a>) -> Option<&'c Alternatives<'a>> {
    let is_bare = composed.properties.is_empty()
        && composed.values.is_none()
        && composed.constant.is_none()
        && matches!(composed.items, Rest::Unsaid);
    match composed.alternatives.as_slice() {
        [only] if is_bare && only.keyword != Keyword::Inheritance => Some(only),
        _ => None,
    }
}

fn forms<'a>(group: &Alternatives<'a>) -> Vec<Form<'a>> {
    group.branches.iter().map(Form::of).collect()
}

impl<'a> Judgement<'_, 'a> {
    /// One schema that becomes one of several forms, or the reverse; says whether it was so.
    pub(super) fn lifted_alternatives(&mut self) -> bool {
        let (old, new) = (self.old, self.new);
        let alone = |version: Version<'_, 'a>| {
            let form = Form { parts: version.given.to_vec(), name: version.composed.name.clone(), values: Vec::new() };
            version.composed.alternatives.is_empty().then(|| vec![form])
        };
        let choice = |version: Version<'_, 'a>| only_choice(version.composed).map(forms);
        let pair = match (choice(old), choice(new)) {
            (None, Some(after)) => alone(old).map(|before| (before, after)),
            (Some(before), None) => alone(new).map(|after| (before, after)),
            _ => None,
        };
        if let Some((before, after)) = &pair {
            self.forms(before, after);
        }
        pair.is_some()
    }

    pub(super) fn alternatives(&mut self, old: &Composed<'a>, new: &Composed<'a>) {
        let property = |composed: &Composed<'a>| composed.discriminator.as_ref().map(|one| one.property.to_string());
        if let (Some(before), Some(after)) = (property(old), property(new))
            && before != after
        {
            self.found(Kind::DiscriminatorChanged, Impact::Breaking, vec![quoted(&before), quoted(&after)]);
        }
        let key = |group: &Alternatives<'a>| match group.keyword {
            Keyword::OneOf | Keyword::AnyOf => "choice".to_owned(),
            Keyword::Inheritance => "inheritance".to_owned(),
        };
        for pair in pairing::entries(&old.alternatives, &new.alternatives, key) {
            match pair {
                Pair::Removed(gone) => self.rule(Kind::RuleRemoved, gone.keyword.id(), None),
                Pair::Added(more) => self.rule(Kind::RuleAdded, more.keyword.id(), None),
                Pair::Kept(before, after) => self.forms(&forms(before), &forms(after)),
            }
        }
    }

    fn forms(&mut self, old: &[Form<'a>], new: &[Form<'a>]) {
        let (at_old, at_new) = (self.old, self.new);
        let (before, after) = keys((old, at_old), (new, at_new));
        let place = |version: Version<'_, 'a>, form: &Form<'a>| form.parts.first().map(|node| version.at(node));
        for pair in pairing::side_by_side(&before, &after) {
            match pair {
                Pair::Removed(index) => {
                    let Some(form) = old.get(index) else { continue };
                    let places = Places { old: place(at_old, form), new: None };
                    let words = vec![quoted(&form.label(index))];
                    self.found_at(Kind::AlternativeRemoved, self.direction.narrowed(), words, places);
                }
                Pair::Added(index) => {
                    let Some(form) = new.get(index) else { continue };
                    let places = Places { old: None, new: place(at_new, form) };
                    let words = vec![quoted(&form.label(index))];
                    self.found_at(Kind::AlternativeAdded, self.direction.widened(), words, places);
                }
                Pair::Kept(one, other) => {
                    let (Some(one), Some(form)) = (old.get(one), new.get(other)) else { continue };
                    if !one.values.is_empty() && !form.values.is_empty() && one.values != form.values {
                        let places = Places { old: place(at_old, one), new: place(at_new, form) };
                        let chosen_by = |form: &Form<'a>| {
                            words::list(&form.values.iter().map(|value| quoted(value)).collect::<Vec<_>>(), words::OR)
                        };
                        let words = vec![quoted(&form.label(other)), chosen_by(one), chosen_by(form)];
                        self.found_at(Kind::AlternativeValueChanged, Impact::Breaking, words, places);
                    }
                    self.below(format!(" ({})", form.label(other)), &one.parts, &form.parts);
                }
            }
        }
    }
}
