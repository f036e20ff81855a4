//! The list of operations, with a filter.

use super::ahead::Signs;
use super::reading::Names;
use super::shortcuts::{LIST, ShortcutHelp, listen};
use super::words;
use crate::browser::document;
use crate::core::explorer::{ContentsView, EntryView, Filter, GroupView};
use crate::core::route::Route;
use crate::ui::context::{catalogue, href, text};
use crate::ui::kit::MethodBadge;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Most operations listed at once: beyond, groups open one at a time, and show this many.
const SHOWN: usize = 100;

/// What is listed: of each group, its position and those of its operations.
type Found = Vec<(usize, Vec<usize>)>;

/// Of a list too long to be shown whole: the group that is open, if any, and where in it.
type Part = (Option<usize>, usize);

/// The operations by group; `here` is the address of their page. The one that is read is marked. On a narrow screen, a
/// drawer. `names`: where the list does not have them; `signs`: who hears which entry is about to be chosen.
#[component]
pub(super) fn Outline(
    contents: Arc<ContentsView>,
    here: Route,
    operation: Memo<Option<String>>,
    names: Option<Names>,
    signs: Signs,
) -> impl IntoView {
    let words_typed = RwSignal::new(String::new());
    let searched = Searched::new(names);
    let is_drawn = RwSignal::new(operation.with_untracked(Option::is_none));
    let all = contents.count();
    let listed = contents.clone();
    let found: Memo<Found> = Memo::new(move |_| {
        let words = words_typed.read();
        let is_empty = words.trim().is_empty();
        searched.filter.with(|filter| match filter {
            Some(filter) if !is_empty => filter.find(&words),
            _ => whole(&listed),
        })
    });
    let typed = contents.clone();
    let type_words = move |event| {
        searched.begin(&typed);
        words_typed.set(event_target_value(&event));
    };
    let count = move || found.with(|found| found.iter().map(|(_, operations)| operations.len()).sum::<usize>());
    let part = part(contents.clone(), found, words_typed, operation);
    let list = {
        let contents = contents.clone();
        move || {
            let found = found.read();
            if found.is_empty() {
                return view! { <p>{text().explorer_no_match}</p> }.into_any();
            }
            let is_long = count() > SHOWN;
            let shown = Shown { contents: &contents, here: &here, operation, signs };
            let groups = found.iter().map(|(group, positions)| match is_long {
                true => shown.long(*group, positions, part),
                false => shown.whole(*group, positions),
            });
            groups.collect_view().into_any()
        }
    };
    listen(is_drawn);
    on_cleanup(move || signs.gone());
    Effect::new(move |_| {
        operation.track();
        part.0.track();
        // Once what is read is asked for: where things are takes long to find out.
        request_animation_frame(|| document::scroll_list_to(LIST, "[aria-current]"));
    });
    // A drawer that stays open would hide what was chosen.
    let choose = move |event: leptos::ev::MouseEvent| {
        if document::is_in(event.target(), "a") {
            is_drawn.set(false);
        }
    };
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && document::is_shown(".outline__toggle") && is_drawn.get_untracked() {
            is_drawn.set(false);
            document::focus(".outline__toggle");
        }
    };
    view! {
        <nav class="outline" class:outline--open=is_drawn aria-label=text().explorer_operations on:keydown=close>
            <button
                type="button"
                class="button outline__toggle"
                aria-expanded=move || is_drawn.get().to_string()
                aria-controls="outline-drawer"
                on:click=move |_| is_drawn.update(|drawn| *drawn = !*drawn)
            >
                {words().list}
            </button>
            <div class="outline__drawer" id="outline-drawer">
                <div class="field">
                    <label for="outline-filter">{text().explorer_filter}</label>
                    <input
                        id="outline-filter"
                        type="search"
                        autocomplete="off"
                        on:input=type_words
                    />
                </div>
                <p class="outline__count muted" role="status">
                    {move || (text().operations_found)(count(), all)}
                </p>
                {move || {
                    searched.is_learning.get().then(|| view! { <p class="muted">{words().names_reading}</p> })
                }}
                <div class="outline__list" on:click=choose>
                    {list}
                </div>
                <ShortcutHelp />
            </div>
        </nav>
    }
}

/// All of a list.
fn whole(contents: &ContentsView) -> Found {
    let all = contents.groups.iter().map(|group| (0..group.operations.len()).collect());
    all.enumerate().filter(|(_, operations): &(usize, Vec<usize>)| !operations.is_empty()).collect()
}

/// What the filter looks into, made when somebody types for the first time. Copies are the same.
#[derive(Clone, Copy)]
struct Searched {
    filter: RwSignal<Option<Filter>>,
    /// Where names come from that the list does not have.
    names: Option<Names>,
    /// Whether they still come.
    is_learning: RwSignal<bool>,
}

impl Searched {
    fn new(names: Option<Names>) -> Self {
        Self { filter: RwSignal::new(None), names, is_learning: RwSignal::new(false) }
    }

    fn begin(self, contents: &ContentsView) {
        if self.filter.with_untracked(Option::is_some) {
            return;
        }
        self.filter.set(Some(Filter::of(contents)));
        let Some(names) = self.names else { return };
        self.is_learning.set(true);
        spawn_local(async move {
            let mut first = 0;
            loop {
                let more = names.ask(first).await;
                if more.is_empty()
                    || self
                        .filter
                        .try_update(|filter| filter.iter_mut().for_each(|filter| filter.learn(first, &more)))
                        .is_none()
                {
                    break;
                }
                first += more.len();
            }
            self.is_learning.try_set(false);
        });
    }
}

/// Which part of a long list is shown: what the reader opens, until the words or the operation change; else where the
/// operation is.
fn part(
    contents: Arc<ContentsView>,
    found: Memo<Found>,
    typed: RwSignal<String>,
    operation: Memo<Option<String>>,
) -> (Memo<Part>, Callback<Part>) {
    let own = RwSignal::new(None::<((String, Option<String>), Part)>);
    let part = Memo::new(move |_| {
        let (typed, operation) = (typed.read(), operation.read());
        let own = own.read();
        if let Some((_, part)) = own.as_ref().filter(|((words, id), _)| *words == *typed && *id == *operation) {
            return *part;
        }
        let found = found.read();
        let place = found.iter().find_map(|(group, positions)| {
            let operations = &contents.groups.get(*group)?.operations;
            let is_here =
                |position: &usize| operations.get(*position).is_some_and(|entry| Some(&entry.id) == operation.as_ref());
            Some((Some(*group), positions.iter().position(is_here)? / SHOWN))
        });
        place.unwrap_or_else(|| (found.first().map(|(group, _)| *group), 0))
    });
    let choose = Callback::new(move |part| {
        own.set(Some(((typed.get_untracked(), operation.get_untracked()), part)));
    });
    (part, choose)
}

/// What entries are made from.
struct Shown<'a> {
    contents: &'a ContentsView,
    here: &'a Route,
    operation: Memo<Option<String>>,
    signs: Signs,
}

impl Shown<'_> {
    fn whole(&self, group: usize, positions: &[usize]) -> AnyView {
        let Some(head) = self.contents.groups.get(group) else { return ().into_any() };
        let (name, lang) = heading(head);
        view! {
            <section class="outline__group">
                <h2 lang=lang>{name}</h2>
                <ul>{self.entries(head, positions)}</ul>
            </section>
        }
        .into_any()
    }

    /// A group that opens, a part at a time.
    fn long(&self, group: usize, positions: &[usize], (part, choose): (Memo<Part>, Callback<Part>)) -> AnyView {
        let Some(head) = self.contents.groups.get(group) else { return ().into_any() };
        let (name, lang) = heading(head);
        let (open, at) = part.get();
        let is_open = open == Some(group);
        let turn = move |label: &'static str, to: usize| {
            view! {
                <button type="button" class="button button--quiet" on:click=move |_| choose.run((Some(group), to))>
                    {label}
                </button>
            }
        };
        let inside = is_open.then(|| {
            let shown = positions.get(at * SHOWN..).unwrap_or_default();
            let before = at.checked_sub(1).map(|before| turn(words().part_before, before));
            let after = (shown.len() > SHOWN).then(|| turn(words().part_after, at + 1));
            let shown = shown.get(..SHOWN).unwrap_or(shown);
            view! {
                {before}
                <ul>{self.entries(head, shown)}</ul>
                {after}
            }
        });
        let id = format!("outline-group-{group}");
        // The button is made again when it acts: the focus must find it.
        let refocus = format!("#{id}");
        let toggle = move |_| {
            choose.run(if is_open { (None, 0) } else { (Some(group), 0) });
            let refocus = refocus.clone();
            request_animation_frame(move || document::focus(&refocus));
        };
        view! {
            <section class="outline__group">
                <h2>
                    <button type="button" id=id aria-expanded=is_open.to_string() on:click=toggle>
                        <span lang=lang>{name}</span>
                        " "
                        <span class="count">{positions.len()}</span>
                    </button>
                </h2>
                {inside}
            </section>
        }
        .into_any()
    }

    fn entries(&self, head: &GroupView, positions: &[usize]) -> Vec<AnyView> {
        let entries = positions.iter().filter_map(|position| head.operations.get(*position));
        entries.map(|one| self.entry(one)).collect()
    }

    fn entry(&self, entry: &EntryView) -> AnyView {
        let lang = catalogue().site.content_language.tag();
        let (operation, signs, rank) = (self.operation, self.signs, entry.rank);
        let route = self.here.at_operation(Some(entry.id.clone()));
        let [id, focused, touched, pointed] = std::array::from_fn(|_| entry.id.clone());
        let current = move || (operation.read().as_ref() == Some(&id)).then_some("page");
        let summary = (!entry.summary.is_empty()).then(|| {
            let summary = entry.summary.clone();
            view! {
                <span class="outline__summary" lang=lang>
                    {summary}
                </span>
            }
        });
        let deprecated = entry
            .deprecated
            .then(|| view! { <span class="badge badge--deprecated">{text().operation_deprecated}</span> });
        view! {
            <li>
                <a
                    href=href(&route)
                    aria-current=current
                    on:focus=move |_| signs.here(&focused, rank)
                    on:pointerdown=move |_| signs.here(&touched, rank)
                    on:pointerenter=move |_| signs.comes(&pointed, rank)
                    on:pointerleave=move |_| signs.gone()
                >
                    <MethodBadge method=entry.method.clone() />
                    " "
                    <code class="wrap">{entry.path.clone()}</code>
                    " "
                    {deprecated}
                    {summary}
                </a>
            </li>
        }
        .into_any()
    }
}

/// The name of a group, and its language where it is that of the content.
fn heading(head: &GroupView) -> (String, Option<&'static str>) {
    match (head.webhooks, head.name.as_str()) {
        (true, _) => (words().webhooks.to_owned(), None),
        (false, "") => (text().explorer_untagged.to_owned(), None),
        (false, name) => (name.to_owned(), Some(catalogue().site.content_language.tag())),
    }
}
