//! The same description in the forms of others, saved as files.

use super::super::desk::Desk;
use super::words;
use crate::browser::{clock, download};
use crate::core::i18n::{Language, drafting};
use crate::core::openapi::Document;
use crate::core::publication::copies::{Entry, contact_point, dataservice, old_page, overlay, skeleton};
use crate::core::wizard::draft::{Draft, Source};
use crate::core::wizard::page;
use crate::ui::context::{catalogue, language};
use leptos::prelude::*;
use serde_json::Value;

/// A form in which the description is written.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    DataGouv,
    DataGouvContact,
    OldPage,
    Overlay,
    Skeleton,
}

/// A file: its name, media type and text.
type File = (String, &'static str, String);

pub(super) fn copies(desk: Desk) -> AnyView {
    let said = RwSignal::new("");
    let content = catalogue().site.content_language;
    let button = move |form: Form, label: &'static str| {
        let save = move |_| {
            said.set(match desk.draft.with_untracked(|draft| write(form, draft, content)) {
                Some((name, media, text)) if download::save(&name, media, text.as_bytes()) => words().copy_saved,
                Some(_) => words().not_saved,
                None if form == Form::Overlay => words().overlay_none,
                None if form == Form::DataGouvContact => words().copy_none,
                None => drafting(language()).no_day,
            });
        };
        view! {
            <li>
                <button type="button" class="button button--quiet" on:click=save>
                    {label}
                </button>
            </li>
        }
    };
    let document = move || match desk.draft.with(|draft| (draft.documents.is_empty(), at_hand(draft).is_some())) {
        (true, _) => button(Form::Skeleton, words().copy_skeleton).into_any(),
        (false, true) => button(Form::Overlay, words().copy_overlay).into_any(),
        (false, false) => ().into_any(),
    };
    view! {
        <details>
            <summary>{words().copies}</summary>
            <p class="muted">{words().copies_hint}</p>
            <ul class="wizard__copies">
                {button(Form::DataGouv, words().copy_data_gouv)}
                {button(Form::DataGouvContact, words().copy_data_gouv_contact)}
                {button(Form::OldPage, words().copy_old_page)} {document}
            </ul>
            <p role="status">{said}</p>
        </details>
    }
    .into_any()
}

/// The first document that is at hand.
fn at_hand(draft: &Draft) -> Option<&Source> {
    draft.documents.iter().map(|document| &document.source).find(|source| source.text().is_some())
}

fn write(form: Form, draft: &Draft, language: Language) -> Option<File> {
    let made = page(draft, clock::today()?, language);
    let producer = made.producer.as_ref().map(|page| &page.producer);
    let entry = Entry { slug: &made.slug, api: &made.api, producer, body: &made.body };
    let json = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default() + "\n";
    let slug = &made.slug;
    Some(match form {
        Form::DataGouv => (format!("{slug}-data-gouv.json"), "application/json", json(&dataservice(&entry, None))),
        Form::DataGouvContact => {
            (format!("{slug}-data-gouv-contact.json"), "application/json", json(&contact_point(&entry)?))
        }
        Form::OldPage => (format!("{slug}.md"), "text/markdown", old_page(&entry)),
        Form::Overlay => {
            let source = at_hand(draft)?;
            let (document, _) = Document::read(source.text()?.as_bytes(), "");
            let url = match source {
                Source::Address { url, .. } => Some(url.as_str()),
                Source::Text { .. } | Source::Published { .. } => None,
            };
            let overlay = overlay(&entry, document.value(), url, language)?;
            (format!("{slug}-overlay.json"), "application/json", json(&overlay))
        }
        Form::Skeleton => (format!("{slug}-openapi.yaml"), "application/yaml", skeleton(&entry, language)),
    })
}
