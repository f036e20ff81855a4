//! The list of a document beside what is read of it.

use super::ahead::Signs;
use super::operation::external_docs;
use super::outline::Outline;
use crate::core::explorer::ContentsView;
use crate::core::route::Route;
use crate::ui::context::{catalogue, text};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

/// The operation to read.
#[derive(Clone, PartialEq)]
pub(super) struct Chosen {
    /// Its identifier in the document.
    pub id: String,
    /// Its place in the document: the name of its data file.
    pub rank: usize,
    /// Its page.
    pub route: Route,
    /// The reader chose it in the list and is taken to it; who comes by its address is at the top of the page.
    pub is_choice: bool,
    pub is_webhook: bool,
}

/// Where the names come from that a filter of operations looks into, some at a time. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Names(StoredValue<Ask, LocalStorage>);

type Ask = Box<dyn Fn(usize) -> Pin<Box<dyn Future<Output = Vec<String>>>>>;

impl Names {
    /// What `ask` gives for the rank of an operation: its names, and those of some that follow.
    pub(super) fn new<F: Future<Output = Vec<String>> + 'static>(ask: impl Fn(usize) -> F + 'static) -> Self {
        Self(StoredValue::new_local(Box::new(move |first| Box::pin(ask(first)))))
    }

    /// The names from `first` on; none beyond the last.
    pub(super) async fn ask(self, first: usize) -> Vec<String> {
        match self.0.try_with_value(|ask| ask(first)) {
            Some(asked) => asked.await,
            None => Vec::new(),
        }
    }
}

/// The list, beside what `show` makes of the operation that the address names, or what the document says of itself.
/// `show` is called once for operations that follow one another; they are `None` only once it is out of sight.
///
/// `here`: the page of the document; `names`: where the list does not have them; `signs`: who hears what is about to be
/// chosen. The list stays as it is while operations follow one another.
pub(super) fn outline_and_reading(
    contents: Arc<ContentsView>,
    here: Route,
    operation: Memo<Option<String>>,
    names: Option<Names>,
    signs: Signs,
    show: impl Fn(Memo<Option<Chosen>>) -> AnyView + Send + 'static,
) -> AnyView {
    let (listed, page) = (contents.clone(), here.clone());
    let chosen = Memo::new(move |before: Option<&Option<Chosen>>| {
        let id = operation.get()?;
        let (group, entry) = listed.entry(&id)?;
        let route = page.at_operation(Some(id.clone()));
        Some(Chosen { id, rank: entry.rank, route, is_choice: before.is_some(), is_webhook: group.webhooks })
    });
    let is_found = Memo::new(move |_| {
        // Read even where nothing is chosen: what is chosen next is a choice.
        let is_found = chosen.with(Option::is_some);
        operation.with(Option::is_some).then_some(is_found)
    });
    let introduced = contents.clone();
    let reading = move || match is_found.get() {
        None => introduction(&introduced).into_any(),
        Some(true) => show(chosen),
        Some(false) => {
            let unknown = move || operation.get().map(|id| (text().unknown_operation)(&id));
            view! { <p role="alert">{unknown}</p> }.into_any()
        }
    };
    view! {
        <div class="explorer">
            <Outline contents here operation names signs />
            <div class="explorer__reading">{reading}</div>
        </div>
    }
    .into_any()
}

/// What the document says of itself, until an operation is chosen.
fn introduction(contents: &ContentsView) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    view! {
        <p class="lead">{text().explorer_choose}</p>
        <Markdown document=contents.description.clone() lang />
        {external_docs(contents.external_docs.as_ref())}
    }
}
