//! Images, sound, film, and what a page does not show: bytes under an address of their own, of a type that we choose.

use super::super::words;
use super::forms::Face;
use super::shown::Shown;
use crate::browser::blob::BlobUrl;
use crate::browser::download;
use crate::core::exchange::Received;
use crate::ui::pages::explorer::call::run::size;
use leptos::prelude::*;

/// An image, sound or film.
pub(super) fn media(shown: Shown, face: Face) -> AnyView {
    // Freed with what shows it.
    let url = StoredValue::new_local(shown.with(|received| BlobUrl::new(&media_type(shown, received), &received.body)));
    let address = url.with_value(|url| url.as_ref()?.as_ref().map(|url| url.as_str().to_owned()));
    let Some(address) = address else { return file() };
    let name = shown.view.with_value(|view| view.file_name.clone());
    match face {
        Face::Image => view! {
            <img class="answer__image" src=address alt=format!("{} ({name})", words().image_alt) />
        }
        .into_any(),
        Face::Film => view! { <video class="answer__image" controls src=address aria-label=name /> }.into_any(),
        _ => view! { <audio controls src=address aria-label=name /> }.into_any(),
    }
}

/// What is said of a file that a page does not show.
pub(super) fn file() -> AnyView {
    view! { <p>{words().file_of}</p> }.into_any()
}

/// A button that saves the body, whatever it is.
pub(super) fn save(shown: Shown) -> AnyView {
    let name = shown.view.with_value(|view| view.file_name.clone());
    let length = shown.with(|received| received.body.len()).unwrap_or_default();
    let label = format!("{} {name} ({})", words().answer_download, size(length));
    let save = move |_| {
        shown.with(|received| download::save(&name, &media_type(shown, received), &received.body));
    };
    view! {
        <p class="answer__save">
            <button type="button" class="button button--quiet" on:click=save>
                {label}
            </button>
        </p>
    }
    .into_any()
}

fn media_type(shown: Shown, received: &Received) -> String {
    shown.view.with_value(|view| view.kind.media_type(received.header("content-type")))
}
