//! What may be called with values of an answer.

use super::rows::Writer;
use super::value::{line, shortened};
use super::view::LinkView;
use crate::core::openapi::{Document, Link, LinkTarget, OperationId};

/// Most links of an answer, and most parameters of one.
const MOST: usize = 30;

/// Longest name, in characters.
const NAME: usize = 200;

/// The links of an answer of `document`, each with the operation it leads to where that is one of the same document.
pub(super) fn links<'a>(links: &[Link<'a>], document: &'a Document, writer: &mut Writer<'a>) -> Vec<LinkView> {
    let view = |link: &Link<'a>| {
        let target = match link.target {
            LinkTarget::Id(id) => OperationId::new(id).to_string(),
            LinkTarget::Reference(reference) => reference.to_owned(),
        };
        let operation = document.linked(link.target, writer.documents).map(|id| id.to_string());
        let parameters = link.parameters.iter().take(MOST);
        LinkView {
            name: shortened(link.name, NAME),
            target: shortened(&target, NAME),
            operation,
            description: writer.text(link.description),
            parameters: parameters.map(|(name, value)| (shortened(name, NAME), line(value))).collect(),
        }
    };
    links.iter().take(MOST).map(view).collect()
}
