//! The forms of an answer: which ones there are, and tabs to go from one to another.

use super::shown::Shown;
use super::{entries, lines, map, media, table, tree};
use crate::browser::document;
use crate::core::response::{ImageKind, Kind};
use crate::core::session::ResponseView;
use crate::ui::pages::explorer::call::words;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

/// One way to show an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Tree,
    Table,
    Map,
    /// Text, indented where that helps.
    Text,
    /// Text as it came.
    Raw,
    Entries,
    Image,
    Sound,
    Film,
    File,
}

impl Face {
    fn name(self) -> &'static str {
        match self {
            Self::Tree => words().form_tree,
            Self::Table => words().form_table,
            Self::Map => words().form_map,
            Self::Text => words().form_text,
            Self::Raw => words().form_raw,
            Self::Entries => words().form_entries,
            Self::Image => words().form_image,
            Self::Sound => words().form_sound,
            Self::Film => words().form_film,
            Self::File => words().form_file,
        }
    }

    fn show(self, shown: Shown) -> AnyView {
        match self {
            Self::Tree => tree::tree(shown),
            Self::Table => table::table(shown),
            Self::Map => map::map(shown),
            Self::Text => lines::lines(shown, false),
            Self::Raw => lines::lines(shown, true),
            Self::Entries => entries::entries(shown),
            Self::Image | Self::Sound | Self::Film => media::media(shown, self),
            Self::File => media::file(),
        }
    }
}

/// The forms that an answer has, the one shown first in front.
pub(super) fn faces(view: &ResponseView) -> Vec<Face> {
    let all: &[Face] = match view.kind {
        Kind::Json => &[Face::Tree, Face::Table, Face::Raw],
        Kind::GeoJson => &[Face::Tree, Face::Map, Face::Table, Face::Raw],
        Kind::Csv => &[Face::Table, Face::Raw],
        Kind::Xml => &[Face::Text, Face::Raw],
        Kind::Html | Kind::Text => &[Face::Raw],
        Kind::JsonLines | Kind::JsonSequence | Kind::EventStream => &[Face::Entries, Face::Raw],
        Kind::Image(ImageKind::Svg) => &[Face::Image, Face::Raw],
        Kind::Image(_) => &[Face::Image],
        Kind::Audio => &[Face::Sound],
        Kind::Video => &[Face::Film],
        Kind::Pdf | Kind::Binary => &[Face::File],
        Kind::Empty => &[],
    };
    let is_there = |face: &Face| match face {
        Face::Tree | Face::Map => view.rows > 0,
        Face::Table => view.has_table,
        _ => true,
    };
    all.iter().copied().filter(is_there).collect()
}

/// The forms, one at a time.
pub(super) fn forms(shown: Shown) -> AnyView {
    let faces = shown.view.with_value(faces);
    let Some(first) = faces.first().copied() else {
        return view! { <p>{words().answer_empty}</p> }.into_any();
    };
    if faces.len() == 1 {
        return view! { <div class="answer__face">{first.show(shown)}</div> }.into_any();
    }
    let now = shown.face;
    // Who chooses the form that is there already does not lose it.
    let chosen = Memo::new(move |_| now.get());
    let order = StoredValue::new(faces.clone());
    // Keys go round the tabs (WAI-ARIA).
    let key = move |event: web_sys::KeyboardEvent| {
        let (place, count) = order.with_value(|faces| {
            (faces.iter().position(|face| Some(*face) == now.get_untracked()).unwrap_or_default(), faces.len())
        });
        let next = match event.key().as_str() {
            "ArrowRight" => (place + 1) % count,
            "ArrowLeft" => (place + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        now.set(order.with_value(|faces| faces.get(next).copied()));
        spawn_local(async {
            tick().await;
            document::focus(".answer__tabs [aria-selected=true]");
        });
    };
    let tab = |face: Face| {
        let is_now = move || now.get() == Some(face);
        view! {
            <button
                type="button"
                role="tab"
                class="answer__tab"
                id=identifier(face)
                aria-selected=move || is_now().to_string()
                aria-controls="answer-face"
                tabindex=move || if is_now() { "0" } else { "-1" }
                on:click=move |_| now.set(Some(face))
            >
                {face.name()}
            </button>
        }
    };
    view! {
        <div role="tablist" class="answer__tabs" aria-label=words().answer_forms on:keydown=key>
            {faces.into_iter().map(tab).collect_view()}
        </div>
        <div
            role="tabpanel"
            class="answer__face"
            id="answer-face"
            aria-labelledby=move || now.get().map(identifier)
        >
            {move || chosen.get().map(|face| face.show(shown))}
        </div>
    }
    .into_any()
}

fn identifier(face: Face) -> String {
    format!("answer-tab-{}", face as u8)
}
