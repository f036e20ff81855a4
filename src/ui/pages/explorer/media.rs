//! The forms of a body, with their examples.

use super::opening::{LAST, Opening, fold, link};
use super::row::whole;
use super::words;
use crate::core::explorer::anchor::{Place, child, media_segment};
use crate::core::explorer::{ExampleView, MediaView};
use crate::ui::context::{catalogue, text};
use leptos::prelude::*;

/// Every form of the body whose anchor is `anchor`.
pub(super) fn content(content: &[MediaView], anchor: &str, opening: Opening) -> AnyView {
    let media = content.iter().enumerate();
    media
        .map(|(index, one)| self::media(one, child(anchor, &media_segment(index, one)), opening))
        .collect_view()
        .into_any()
}

fn media(media: &MediaView, anchor: String, opening: Opening) -> AnyView {
    let schema = media.schema.as_ref().map(|schema| whole(schema, &anchor, opening));
    let (given, awaited, name) = (media.examples.clone(), media.awaited, anchor.clone());
    let examples = (awaited || !given.is_empty()).then(|| {
        let place = (format!("{anchor}.-examples"), LAST);
        let summary = text().explorer_examples;
        fold(opening, place, false, "examples", summary, move || {
            if !awaited {
                return view! { <Examples examples=given.clone() /> }.into_any();
            }
            opening.rest.show(&name, |place| match place {
                Place::Media(media) if !media.examples.is_empty() => {
                    view! { <Examples examples=media.examples.clone() /> }.into_any()
                }
                // They are too long to be read.
                _ => view! { <p class="muted">{text().explorer_cut}</p> }.into_any(),
            })
        })
    });
    let link = link(opening, &anchor, &media.name);
    view! {
        <div class="media" id=anchor.clone()>
            <p class="row__head">
                <code>{media.name.clone()}</code>
                " "
                {link}
            </p>
            {schema}
            {examples}
        </div>
    }
    .into_any()
}

/// The examples, one shown.
#[component]
fn Examples(examples: Vec<ExampleView>) -> impl IntoView {
    let lang = catalogue().site.content_language.tag();
    let chosen = RwSignal::new(0_usize);
    let name = |index: usize, example: &ExampleView| match (example.made, example.name.as_str()) {
        (true, _) => text().explorer_example_made.to_owned(),
        (false, "") => format!("{}\u{a0}{}", words().example, index + 1),
        (false, name) => name.to_owned(),
    };
    let choice = if examples.len() > 1 {
        let options = examples.iter().enumerate().map(|(index, example)| {
            view! {
                <option value=index.to_string() lang=lang>
                    {name(index, example)}
                </option>
            }
        });
        let options = options.collect_view();
        let change = move |event| chosen.set(event_target_value(&event).parse().unwrap_or_default());
        let view = view! {
            <label class="choice">
                {words().example_choice} <select on:change=change>{options}</select>
            </label>
        };
        view.into_any()
    } else {
        let made = examples.iter().any(|example| example.made);
        made.then(|| view! { <p class="muted">{text().explorer_example_made}</p> }).into_any()
    };
    let shown = move || examples.get(chosen.get()).map(|example| example.text.clone());
    view! {
        {choice}
        <pre tabindex="0" role="group" aria-label=text().explorer_examples>
            <code>{shown}</code>
        </pre>
    }
}
