//! Schemas in words: [`summary`] for those who know types, and [`notes`] beside it; [`describe`] for everyone, and
//! [`kind`], its first sentence; [`label`] for names of rows.
//!
//! What documents write themselves (titles, descriptions) is left to callers, except short names.

mod limits;
mod shape;
#[cfg(test)]
mod tests;

use super::compose::{
    Alternatives, Branch, BrokenReference, Composed, Count, EnumValue, Keyword, Rest, Types, compose,
};
use super::quote::{cut, list, quoted, value};
use super::tree::{Row, RowKind};
use super::words::*;
use crate::core::i18n::Text;
use crate::core::openapi::reference::{Broken, Documents};
use shape::Register;

/// Most values or forms that are named.
const MOST: usize = 8;

/// One line, in the terms of the field: `string · date-time · 1–40 chars`.
pub fn summary<'a>(composed: &Composed<'a>, documents: &'a dyn Documents) -> Text {
    let mut pieces = vec![shape::noun(composed, Register::Short, documents)];
    pieces.extend(composed.format.as_deref().map(|format| format_words(format).0));
    pieces.extend(limits::short(composed));
    match (composed.constant.as_deref(), composed.values.as_deref()) {
        (Some(only), _) if !only.is_null() => pieces.push(ALWAYS.with([&value(only)])),
        (Some(_), _) | (_, None | Some([])) => {}
        (_, Some([only])) => pieces.push(ALWAYS.with([&value(&only.value)])),
        (_, Some(several)) => pieces.push(ONE_OF.with([&list(several.iter().map(|one| one.value.as_ref()))])),
    }
    if composed.nullable && !composed.types.is_empty() {
        pieces.push(OR_NULL.text());
    }
    join(&pieces, &DOT)
}

/// What the value is, for everyone, in one sentence: « Texte de 1 à 40 caractères. »
pub fn kind<'a>(composed: &Composed<'a>, documents: &'a dyn Documents) -> Text {
    capitalised(SENTENCE.with([&shape::sentence(composed, documents)]))
}

/// What [`summary`] lacks, beside values and examples, in sentences; empty where it lacks nothing.
pub fn notes(composed: &Composed<'_>) -> Text {
    let mut sentences = Vec::new();
    rest(composed, &mut sentences);
    dependent(composed, &mut sentences);
    for (is, phrase) in
        [(composed.read_only, &READ_ONLY), (composed.write_only, &WRITE_ONLY), (composed.incomplete, &INCOMPLETE)]
    {
        sentences.extend(is.then(|| phrase.text()));
    }
    sentences.extend(composed.broken.first().map(broken));
    join(&sentences, &SPACE)
}

/// A few plain sentences: what the value is, and whether it must be there.
pub fn describe<'a>(row: &Row<'a>, documents: &'a dyn Documents) -> Text {
    let composed = &row.composed;
    let shape = shape::sentence(composed, documents);
    let depends =
        matches!(row.kind, RowKind::Not | RowKind::If | RowKind::Then | RowKind::Else | RowKind::DependentSchema(_));
    let mut sentences = Vec::new();
    if depends {
        sentences.push(capitalised(SENTENCE.with([&COLON.with([&label(row), &shape])])));
    } else if !shape::is_only_forms(composed, &shape) {
        sentences.push(capitalised(SENTENCE.with([&shape])));
    }
    sentences.extend(composed.alternatives.iter().map(|group| forms(group, documents)));
    if let Some(discriminator) = composed.discriminator.as_ref().filter(|_| !composed.alternatives.is_empty()) {
        sentences.push(DISCRIMINATOR.with([&quoted(&discriminator.property)]));
    }
    if let RowKind::Property(_) = row.kind {
        sentences.push(if row.required { REQUIRED.text() } else { OPTIONAL.text() });
    }
    if composed.nullable && !composed.types.is_empty() {
        sentences.push(CAN_BE_NULL.text());
    }
    sentences.extend(values(composed));
    rest(composed, &mut sentences);
    dependent(composed, &mut sentences);
    sentences.extend(composed.default.as_deref().map(|one| DEFAULT.with([&value(one)])));
    sentences.extend(composed.examples.first().map(|one| EXAMPLE.with([&value(one)])));
    for (is, phrase) in [
        (composed.read_only, &READ_ONLY),
        (composed.write_only, &WRITE_ONLY),
        (composed.deprecated, &DEPRECATED),
        (row.recursive, &RECURSIVE),
        (composed.incomplete, &INCOMPLETE),
    ] {
        sentences.extend(is.then(|| phrase.text()));
    }
    sentences.extend(composed.broken.first().map(broken));
    join(&sentences, &SPACE)
}

/// What to call a row. Names that documents write are the same in both languages.
pub fn label(row: &Row<'_>) -> Text {
    let of_document = || row.composed.title.as_deref().or(row.composed.name.as_deref()).map(same);
    match &row.kind {
        RowKind::Root => of_document().unwrap_or_else(|| ROOT_ROW.text()),
        RowKind::Property(name) => same(name),
        RowKind::PatternProperty(pattern) => PATTERN_ROW.same(&cut(pattern)),
        RowKind::AdditionalProperty | RowKind::UnevaluatedProperty => OTHER_PROPERTY_ROW.text(),
        RowKind::PropertyName => PROPERTY_NAME_ROW.text(),
        RowKind::Item => ITEM_ROW.text(),
        RowKind::PrefixItem(index) => ITEM_AT_ROW.same(&(index + 1).to_string()),
        RowKind::UnevaluatedItem => OTHER_ITEM_ROW.text(),
        RowKind::Contains(count) => {
            let count = Count { minimum: count.minimum.or(Some(1)), ..*count };
            match limits::items(count) {
                Some(count) => IN_BRACKETS.with([&CONTAINS_ROW.text(), &count]),
                None => CONTAINS_ROW.text(),
            }
        }
        RowKind::Alternative { index, name, values, .. } => {
            let name = name.as_deref().map(same).or_else(of_document);
            let name = name.unwrap_or_else(|| FORM_ROW.same(&(index + 1).to_string()));
            let values: Vec<Text> = values.iter().take(MOST).map(|one| quoted(one)).collect();
            // The implied value is the name itself: saying it twice tells nothing.
            if values.is_empty() || values == [quoted(&name.en)] {
                name
            } else {
                IN_BRACKETS.with([&name, &join(&values, &COMMA)])
            }
        }
        RowKind::Not => NOT_ROW.text(),
        RowKind::If => IF_ROW.text(),
        RowKind::Then => THEN_ROW.text(),
        RowKind::Else => ELSE_ROW.text(),
        RowKind::DependentSchema(name) => DEPENDENT_ROW.with([&quoted(name)]),
        RowKind::ContentSchema => CONTENT_ROW.text(),
    }
}

/// The values allowed, with what is said of each.
fn values(composed: &Composed<'_>) -> Option<Text> {
    match (composed.constant.as_deref(), composed.values.as_deref()) {
        (Some(only), _) if !only.is_null() => Some(ONLY_VALUE.with([&value(only)])),
        (Some(_), _) | (_, None | Some([])) => None,
        (_, Some([only])) => Some(ONLY_VALUE.with([&named(only)])),
        (_, Some(several)) => Some(VALUES.with([&enumerated(several, named)])),
    }
}

/// The first ones by name, and how many more.
fn enumerated<T>(all: &[T], name: impl Fn(&T) -> Text) -> Text {
    let names: Vec<Text> = all.iter().take(MOST).map(name).collect();
    let names = join(&names, &COMMA);
    match all.len().saturating_sub(MOST) {
        0 => names,
        more => AND_MORE.with([&names, &same(&more.to_string())]),
    }
}

fn named(one: &EnumValue<'_>) -> Text {
    let text = value(&one.value);
    let words = one.title.as_deref().or(one.description.as_deref());
    // A long text is read where it is shown in full.
    match words.filter(|words| words.chars().count() <= 60 && !words.contains('\n')) {
        Some(words) => IN_BRACKETS.with([&text, &same(words)]),
        None => text,
    }
}

fn forms<'a>(group: &Alternatives<'a>, documents: &'a dyn Documents) -> Text {
    let names = enumerated(&group.branches, |branch| form(branch, documents));
    let number = same(&group.branches.len().to_string());
    match group.keyword {
        _ if group.branches.len() == 1 => ONLY_FORM.with([&names]),
        Keyword::OneOf | Keyword::Inheritance => ONE_FORM.with([&number, &names]),
        Keyword::AnyOf => SOME_FORMS.with([&number, &names]),
    }
}

/// A form, by name or by what sets it apart at first sight.
fn form<'a>(branch: &Branch<'a>, documents: &'a dyn Documents) -> Text {
    if let Some(name) = &branch.name {
        return same(name);
    }
    let composed = compose(std::slice::from_ref(&branch.schema), documents);
    if let Some(title) = &composed.title {
        return same(&cut(title));
    }
    let noun = shape::noun(&composed, Register::Plain, documents);
    let properties = composed.properties.iter().map(|one| &one.name).chain(&composed.required);
    let properties: Vec<Text> = properties.take(3).map(|name| same(name)).collect();
    let apart = match &composed.format {
        Some(format) => format_words(format).0,
        None => join(&properties, &COMMA),
    };
    if apart.fr.is_empty() { noun } else { IN_BRACKETS.with([&noun, &apart]) }
}

/// What is said of properties and items that no row shows.
fn rest(composed: &Composed<'_>, sentences: &mut Vec<Text>) {
    let properties = [&composed.additional_properties, &composed.unevaluated_properties];
    if properties.iter().any(|rest| matches!(rest, Rest::Refused)) {
        sentences.push(NO_OTHER_PROPERTY.text());
    } else if properties.iter().any(|rest| matches!(rest, Rest::Allowed)) && !composed.properties.is_empty() {
        sentences.push(OTHER_PROPERTIES.text());
    }
    if [&composed.items, &composed.unevaluated_items].iter().any(|rest| matches!(rest, Rest::Refused)) {
        sentences.push(NO_OTHER_ITEM.text());
    }
}

/// Which properties ask for which others.
fn dependent(composed: &Composed<'_>, sentences: &mut Vec<Text>) {
    for (name, needed) in composed.dependent_required.iter().take(MOST) {
        let needed: Vec<Text> = needed.iter().take(MOST).map(|one| quoted(one)).collect();
        sentences.push(DEPENDENT.with([&quoted(name), &join(&needed, &AND)]));
    }
}

fn broken(one: &BrokenReference) -> Text {
    match &one.why {
        Broken::Document(url) => BROKEN_DOCUMENT.with([&quoted(url)]),
        Broken::Place => BROKEN_REFERENCE.with([&quoted(&one.reference)]),
        Broken::Cycle => BROKEN_CYCLE.with([&quoted(&one.reference)]),
    }
}

fn capitalised(text: Text) -> Text {
    let upper = |text: String| {
        let mut characters = text.chars();
        let first = characters.next().map(|first| first.to_uppercase().to_string());
        format!("{}{}", first.unwrap_or_default(), characters.as_str())
    };
    Text::new(upper(text.fr), upper(text.en))
}

/// Whether nothing but null fits, if even that.
fn is_empty(composed: &Composed<'_>) -> bool {
    composed.refused || composed.types == Types::NONE
}
