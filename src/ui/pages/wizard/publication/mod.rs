//! How the page leaves for those who publish it: by the channels of `site.json`, and always as an archive.
//!
//! | module | about |
//! |---|---|
//! | `package` | what is sent: the files, and what is said of them |
//! | `sending` | one sending: how far it is, stopped, tried again |
//! | `archive`, `forge`, `post`, `mail` | a channel |
//! | `copies` | the same description in the forms of others |
//! | `receipts` | what was sent, when and where |

mod archive;
mod copies;
mod forge;
mod mail;
mod package;
mod post;
mod receipts;
mod sending;

use self::package::{Package, package};
use super::desk::Desk;
use crate::browser::clock;
use crate::core::catalogue::Channel;
use crate::core::i18n::{Publishing, publishing};
use crate::core::publication::{Receipt, Submission, Way};
use crate::core::wizard::draft::Stage;
use crate::ui::context::{catalogue, language};
use leptos::prelude::*;
use std::sync::Arc;

/// The sentences of these parts.
fn words() -> &'static Publishing {
    publishing(language())
}

/// Every channel, once the page can be published.
pub(super) fn publication(desk: Desk) -> AnyView {
    let content = catalogue().site.content_language;
    let made = Memo::new(move |_| package(desk, content));
    let channels = move || match made.get() {
        Ok(package) => ways(desk, &package),
        Err(why) => view! { <p>{why}</p> }.into_any(),
    };
    view! {
        <section aria-labelledby="wizard-publish">
            <h3 id="wizard-publish">{words().title}</h3>
            <p class="muted">{words().hint}</p>
            {channels}
            {copies::copies(desk)}
            {receipts::receipts(desk)}
        </section>
    }
    .into_any()
}

fn ways(desk: Desk, package: &Arc<Package>) -> AnyView {
    let declared = catalogue().site.publication.clone();
    let declared = declared.into_iter().zip(1..).map(|(channel, rank)| match channel {
        Channel::Forge(forge) => forge::forge(desk, package, &forge, rank),
        Channel::Post(url) => post::post(desk, package, url, rank),
        Channel::Mail(to) => mail::mail(desk, package, &to, rank),
    });
    let declared = declared.collect_view();
    view! {
        {archive::archive(desk, package)}
        {declared}
    }
    .into_any()
}

/// A channel, under its heading.
fn channel(rank: usize, title: String, content: AnyView) -> AnyView {
    let id = format!("wizard-channel-{rank}");
    let heading = id.clone();
    view! {
        <section class="wizard__channel" aria-labelledby=id>
            <h4 id=heading>{title}</h4>
            {content}
        </section>
    }
    .into_any()
}

/// Keeps the day that the files bear as they leave: sent again on another day, they are the same files.
fn leaves(desk: Desk) {
    if let Some(today) = clock::today() {
        desk.change(|draft| draft.keep_day(draft.day(today)));
    }
}

/// Keeps the receipt of what was sent.
fn sent(desk: Desk, receipt: Receipt) {
    desk.change(|draft| {
        draft.receipts.push(receipt);
        draft.stage = Stage::Sent;
    });
}

/// Keeps that something was opened or saved, once for the same files.
fn noted(desk: Desk, submission: &Submission, way: Way, place: &str) {
    leaves(desk);
    let receipt = Receipt::new(submission, way, place, clock::since_1970(), None);
    let is_known = desk.draft.with_untracked(|draft| {
        draft.receipts.iter().any(|known| Receipt { when: receipt.when, ..known.clone() } == receipt)
    });
    if !is_known {
        desk.change(|draft| draft.receipts.push(receipt));
    }
}
