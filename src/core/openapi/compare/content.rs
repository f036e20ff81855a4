//! Bodies: the media types they may be written in, and what each holds.

use super::comparison::{Comparison, Direction, Places};
use super::pairing::{self, Pair};
use super::words::Word;
use super::{Impact, Kind};
use crate::core::i18n::Text;
use crate::core::openapi::model::{Encoding, MediaType, RequestBody, SchemaNode, Style};

/// A media type without what does not tell it from others: case and spaces.
fn key(media: &MediaType<'_>) -> String {
    media.name.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_ascii_lowercase()
}

/// How a part of a form is written: media types, style and explode, defaults of the specification applied.
fn part_writing(part: Option<&Encoding<'_>>) -> (String, Style, bool) {
    let media = part.and_then(|part| part.content_type.as_deref()).unwrap_or_default();
    let style = part.and_then(|part| part.style).unwrap_or(Style::Form);
    let explode = part.and_then(|part| part.explode).unwrap_or(style.explodes_by_default());
    (media.to_ascii_lowercase(), style, explode)
}

impl<'a> Comparison<'a> {
    /// What changes about the body of a request; `operation` is where the operations are.
    pub(super) fn request_body(
        &mut self,
        direction: Direction,
        old: Option<&RequestBody<'a>>,
        new: Option<&RequestBody<'a>>,
        operation: &Places,
    ) {
        let mut places = Places {
            old: old.and_then(|body| self.old.place(&body.pointer, body.value)),
            new: new.and_then(|body| self.new.place(&body.pointer, body.value)),
        };
        match (old, new) {
            (None, None) => {}
            (Some(_), None) => {
                places.new.clone_from(&operation.new);
                self.report(Kind::BodyRemoved, Impact::Breaking, places, &[]);
            }
            (None, Some(new)) => {
                places.old.clone_from(&operation.old);
                let (kind, impact) = match new.required {
                    true => (Kind::RequiredBodyAdded, direction.narrowed()),
                    false => (Kind::BodyAdded, Impact::Compatible),
                };
                self.report(kind, impact, places, &[]);
            }
            (Some(old), Some(new)) => {
                match (old.required, new.required) {
                    (false, true) => self.report(Kind::BodyMadeRequired, direction.narrowed(), places.clone(), &[]),
                    (true, false) => self.report(Kind::BodyMadeOptional, direction.widened(), places.clone(), &[]),
                    _ => {}
                }
                let site = Text::new("Corps de la requête", "Request body");
                self.content(&site, direction, &old.content, &new.content, &places);
            }
        }
    }

    /// What changes about the ways a body may be written, and about what it holds.
    pub(super) fn content(
        &mut self,
        site: &Text,
        direction: Direction,
        old: &[MediaType<'a>],
        new: &[MediaType<'a>],
        places: &Places,
    ) {
        self.schemas.begin();
        let mut kept: Vec<(&MediaType<'a>, &MediaType<'a>, Vec<&str>)> = Vec::new();
        for pair in pairing::entries(old, new, key) {
            match pair {
                Pair::Removed(old) => {
                    let words = [Word::Text(site), Word::Name(&old.name)];
                    self.report(Kind::MediaTypeRemoved, Impact::Breaking, places.clone(), &words);
                }
                Pair::Added(new) => {
                    let words = [Word::Text(site), Word::Name(&new.name)];
                    self.report(Kind::MediaTypeAdded, Impact::Compatible, places.clone(), &words);
                }
                Pair::Kept(old, new) => {
                    // One schema under several media types changes once.
                    let same = kept.iter_mut().find(|(before, after, _)| {
                        same_schema(before.schema.as_ref(), old.schema.as_ref())
                            && same_schema(after.schema.as_ref(), new.schema.as_ref())
                    });
                    match same {
                        Some((_, _, names)) => names.push(&new.name),
                        None => kept.push((old, new, vec![&new.name])),
                    }
                    self.parts(site, direction, (old, new), places);
                }
            }
        }
        for (old, new, names) in kept {
            let names = names.join(", ");
            let site = Text::new(format!("{} ({names})", site.fr), format!("{} ({names})", site.en));
            self.schema(&site, direction, old.schema.as_ref(), new.schema.as_ref(), places);
            let [before, after] = [&old.item_schema, &new.item_schema].map(Option::as_ref);
            if before.is_some() || after.is_some() {
                let site = Text::new(format!("{}, chaque élément", site.fr), format!("{}, each item", site.en));
                self.schema(&site, direction, before, after, places);
            }
        }
    }

    /// How the parts of a form are written.
    fn parts(&mut self, site: &Text, direction: Direction, pair: (&MediaType<'a>, &MediaType<'a>), places: &Places) {
        let (old, new) = pair;
        for parts in pairing::entries(&old.encoding, &new.encoding, |part| part.property.to_owned()) {
            let (name, before, after) = match parts {
                Pair::Removed(old) => (old.property, Some(old), None),
                Pair::Added(new) => (new.property, None, Some(new)),
                Pair::Kept(old, new) => (new.property, Some(old), Some(new)),
            };
            let property = |media: &MediaType<'a>| media.schema.as_ref()?.child("properties")?.child(name);
            let [old, new] = [old, new].map(property);
            let (media, style, explode) = part_writing(before);
            let (media_after, style_after, explode_after) = part_writing(after);
            let joins = (style, explode) != (style_after, explode_after);
            if media != media_after || (joins && self.may_have_parts(old.as_ref(), new.as_ref())) {
                let impact = if direction == Direction::Sent { Impact::Breaking } else { direction.widened() };
                let words = [Word::Text(site), Word::Name(name)];
                self.report(Kind::PartWritingChanged, impact, places.clone(), &words);
            }
        }
    }
}

/// Whether two media types share one schema.
fn same_schema(one: Option<&SchemaNode<'_>>, other: Option<&SchemaNode<'_>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            let written = |node: &SchemaNode<'_>| node.value.get("$ref").cloned();
            let place = |node: &SchemaNode<'_>| (std::ptr::from_ref(node.document), node.pointer.clone());
            place(one) == place(other)
                || (std::ptr::eq(one.document, other.document)
                    && one.value.as_object().map(serde_json::Map::len) == Some(1)
                    && written(one).is_some()
                    && written(one) == written(other))
        }
        (None, None) => true,
        _ => false,
    }
}
