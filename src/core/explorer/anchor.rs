//! Addresses of what an operation page shows: `response-200.content.address.city`.
//!
//! An anchor is a path of segments, from the part of the page down to a row. It is the identifier of an element and,
//! percent-encoded, the fragment of an address. It stays the same as long as names do, whatever is added around.
//! Never here: which rows are open.

use super::view::{CallbackView, MediaView, OperationView, ParameterView, ResponseView, RowView};
use crate::core::address::percent_encode;
use std::fmt::Write;

/// The segment of the body of the request.
pub const BODY: &str = "body";

/// What stands for characters that mean something in anchors or that identifiers cannot have.
const ESCAPE: char = '~';

/// `anchor` with one more segment, which is a segment already: made by [`segment`], or by us.
pub fn child(anchor: &str, segment: &str) -> String {
    if anchor.is_empty() { segment.to_owned() } else { format!("{anchor}.{segment}") }
}

/// A name of the document as a segment. Two names never make the same one.
pub fn segment(name: &str) -> String {
    let mut segment = String::with_capacity(name.len());
    for (index, character) in name.chars().enumerate() {
        // A hyphen begins the segments that are ours: `-items`.
        let is_special = matches!(character, '.' | ESCAPE) || (index == 0 && character == '-');
        if is_special || character.is_whitespace() || character.is_control() {
            // Writing to a text cannot fail.
            let _ = write!(segment, "{ESCAPE}{:x}{ESCAPE}", u32::from(character));
        } else {
            segment.push(character);
        }
    }
    // A property may have no name at all.
    if segment.is_empty() { ESCAPE.to_string() } else { segment }
}

/// Whether `target` is the place called `anchor`, or lies in it.
pub fn holds(anchor: &str, target: &str) -> bool {
    target.strip_prefix(anchor).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The end of an address that leads to `anchor`.
pub fn fragment(anchor: &str) -> String {
    format!("#{}", percent_encode(anchor))
}

/// The segment of the form at `index` among those of a body: the first one is the one most readers mean.
pub fn media_segment(index: usize, media: &MediaView) -> String {
    if index == 0 { "content".to_owned() } else { format!("content-{}", segment(&media.name)) }
}

impl ParameterView {
    /// The anchor of a parameter of an operation.
    pub fn anchor(&self) -> String {
        format!("parameter-{}.{}", self.location, segment(self.row.name()))
    }
}

impl RowView {
    /// What this row adds to the anchor of the one above.
    pub fn segment(&self) -> String {
        if self.named { segment(self.name()) } else { self.step.clone() }
    }

    /// The row below that is on the way to `target`, and its anchor.
    fn towards(&self, anchor: &str, target: &str) -> Option<(String, &Self)> {
        let rows = self.children.iter().map(|row| (child(anchor, &row.segment()), row));
        rows.into_iter().find(|(anchor, _)| holds(anchor, target))
    }

    fn find(&self, mut anchor: String, target: &str) -> Option<&Self> {
        let mut row = holds(&anchor, target).then_some(self)?;
        while anchor != target {
            (anchor, row) = row.towards(&anchor, target)?;
        }
        Some(row)
    }
}

impl ResponseView {
    /// The segment of its anchor.
    pub fn segment(&self) -> String {
        format!("response-{}", self.status)
    }
}

impl CallbackView {
    /// The segment of its anchor.
    pub fn segment(&self) -> String {
        format!("callback-{}", segment(&self.operation.id))
    }
}

/// What has an anchor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place<'v> {
    /// The body, in all its forms.
    Body,
    /// A form of a body.
    Media(&'v MediaView),
    /// An answer.
    Response(&'v ResponseView),
    /// A call that the API makes in turn.
    Callback(&'v CallbackView),
    /// A parameter, a header, or a place of a schema.
    Row(&'v RowView),
}

impl OperationView {
    /// Whether this page has a place called `target`.
    pub fn has(&self, target: &str) -> bool {
        self.find(target).is_some()
    }

    /// The place called `target`.
    pub fn find(&self, target: &str) -> Option<Place<'_>> {
        self.find_below("", target)
    }

    fn find_below<'v>(&'v self, prefix: &str, target: &str) -> Option<Place<'v>> {
        let parameter = |one: &'v ParameterView| one.row.find(child(prefix, &one.anchor()), target);
        let found = self.parameters.iter().find_map(parameter);
        let body = child(prefix, BODY);
        let in_body = || match self.body.is_empty() {
            false if body == target => Some(Place::Body),
            _ => in_content(&self.body, &body, target),
        };
        let in_responses = || {
            self.responses.iter().find_map(|response| {
                let anchor = child(prefix, &response.segment());
                if anchor == target {
                    return Some(Place::Response(response));
                }
                let headers = child(&anchor, "headers");
                let header = |one: &'v ParameterView| one.row.find(child(&headers, &one.row.segment()), target);
                let in_headers = || response.headers.iter().find_map(header).map(Place::Row);
                in_content(&response.content, &anchor, target).or_else(in_headers)
            })
        };
        // Those of callbacks are one level down and no more: callbacks of callbacks are not shown.
        let in_callbacks = || {
            self.callbacks.iter().find_map(|callback| {
                let anchor = child(prefix, &callback.segment());
                if anchor == target {
                    return Some(Place::Callback(callback));
                }
                holds(&anchor, target).then(|| callback.operation.find_below(&anchor, target)).flatten()
            })
        };
        found.map(Place::Row).or_else(in_body).or_else(in_responses).or_else(in_callbacks)
    }
}

fn in_content<'v>(content: &'v [MediaView], anchor: &str, target: &str) -> Option<Place<'v>> {
    if !holds(anchor, target) {
        return None;
    }
    content.iter().enumerate().find_map(|(index, media)| {
        let anchor = child(anchor, &media_segment(index, media));
        if anchor == target {
            return Some(Place::Media(media));
        }
        media.schema.as_ref()?.find(anchor, target).map(Place::Row)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::address::percent_decode;
    use proptest::prelude::*;

    #[test]
    fn segments_are_what_names_say_where_they_can() {
        for (name, expected) in [
            ("city", "city"),
            ("nom_complet", "nom_complet"),
            ("prénom", "prénom"),
            ("a.b", "a~2e~b"),
            ("-items", "~2d~items"),
            ("a-b", "a-b"),
            ("a b\n", "a~20~b~a~"),
            ("~2e~", "~7e~2e~7e~"),
            ("", "~"),
            ("~", "~7e~"),
        ] {
            assert_eq!(segment(name), expected, "{name:?}");
        }
        assert_eq!(child("", "body"), "body");
        assert_eq!(fragment(&child("parameter-query", &segment("é"))), "#parameter-query.%C3%A9");
    }

    #[test]
    fn a_place_holds_what_is_below_it_only() {
        for (anchor, target, expected) in
            [("a", "a", true), ("a", "a.b.c", true), ("a.b", "a", false), ("a", "ab", false), ("a.b", "a.bc", false)]
        {
            assert_eq!(holds(anchor, target), expected, "{anchor} {target}");
        }
    }

    proptest! {
        #[test]
        fn names_are_told_apart_and_survive_the_address(one in "[-.~a2é \\n]{0,4}|.*", other in "[-.~a2é \\n]{0,4}|.*") {
            let segments = [segment(&one), segment(&other)];
            prop_assert_eq!(one == other, segments[0] == segments[1]);
            for segment in &segments {
                prop_assert!(!segment.is_empty() && !segment.contains('.') && !segment.contains(char::is_whitespace));
                prop_assert!(!segment.starts_with('-'));
            }
            let anchor = child("response-200.content", &segments[0]);
            let address = fragment(&anchor);
            prop_assert!(address.is_ascii());
            prop_assert_eq!(percent_decode(&address[1..]), anchor);
        }
    }
}
