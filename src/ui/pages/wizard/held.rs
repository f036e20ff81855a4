//! What the documents of a draft hold, as the site will know it: the files that lie beside the page, or will.

use crate::browser::fetch;
use crate::core::openapi::{Document, Outline, outline};
use crate::core::quality::{DocumentFacts, facts_of};
use crate::core::wizard::draft::{Draft, Source};
use crate::ui::later::run_while;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The texts of documents that lie beside a published page, by name of file.
pub(super) type Published = RwSignal<BTreeMap<String, String>>;

/// What a document holds.
#[derive(Clone, PartialEq)]
pub(super) struct Held {
    pub(super) facts: DocumentFacts,
    pub(super) outline: Option<Outline>,
}

/// What the documents hold; nothing for one whose text is not at hand, or that only has an address: the site does not ask
/// addresses. Reading them takes long: their texts are known by where they are in memory, so typing elsewhere reads
/// nothing.
pub(super) fn held(draft: RwSignal<Draft>, published: Published) -> Memo<Vec<Option<Held>>> {
    let place = |text: &str| {
        let range = text.as_bytes().as_ptr_range();
        (range.start.addr(), range.end.addr())
    };
    let places = Memo::new(move |_| {
        published.with(|published| {
            draft.with(|draft| texts(draft, published).map(|text| text.map(place)).collect::<Vec<_>>())
        })
    });
    Memo::new(move |_| {
        // Nobody else reads it: to be tracked is not enough for it to be kept up.
        places.with(|_| ());
        let read = |text: &str| {
            let (document, _) = Document::read(text.as_bytes(), "");
            Held { facts: facts_of(&document), outline: outline(&document) }
        };
        published.with_untracked(|published| {
            draft.with_untracked(|draft| texts(draft, published).map(|text| text.map(read)).collect())
        })
    })
}

fn texts<'a>(draft: &'a Draft, published: &'a BTreeMap<String, String>) -> impl Iterator<Item = Option<&'a str>> {
    draft.documents.iter().map(|document| match &document.source {
        Source::Published { name } => published.get(name).map(String::as_str),
        source if source.is_beside() => source.text(),
        _ => None,
    })
}

/// Asks the site for the documents that lie beside the page that a draft updates.
pub(super) fn ask_published(draft: &Draft, published: Published) {
    let Some(slug) = draft.updates.clone() else { return };
    let names = draft.documents.iter().filter_map(|document| match &document.source {
        Source::Published { name } => Some(name.clone()),
        Source::Text { .. } | Source::Address { .. } => None,
    });
    let names: Vec<String> = names.collect();
    run_while(published, async move {
        for name in names {
            // One that does not come is not judged: the page of the draft says less, and nothing wrong.
            if let Ok(bytes) = fetch::file(&format!("apis/{slug}/{name}"), None).await {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                published.try_update(|published| published.insert(name, text));
            }
        }
    });
}
