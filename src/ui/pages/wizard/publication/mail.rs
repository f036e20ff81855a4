//! A message to the team, written by the person's own program.

use super::super::copy_button;
use super::super::desk::Desk;
use super::{Package, channel, noted, words};
use crate::browser::download;
use crate::core::address::Email;
use crate::core::publication::{Mail, Way};
use crate::ui::context::language;
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn mail(desk: Desk, package: &Arc<Package>, to: &Email, rank: usize) -> AnyView {
    let mail = Mail::new(&package.whole, to, language());
    let whole = mail.text(language());
    let place = to.to_string();
    let (written, attached) = (Arc::clone(package), Arc::clone(package));
    let note = move |_| noted(desk, &written.whole, Way::Mail, &place);
    let said = RwSignal::new("");
    let attach = mail.attach.map(|name| {
        let label = name.clone();
        let save = move |_| {
            let is_saved = attached.whole.archive().is_ok_and(|bytes| download::save(&name, "application/zip", &bytes));
            said.set(if is_saved { words().copy_saved } else { words().not_saved });
        };
        view! {
            <p>
                {words().mail_attach} " "
                <button type="button" class="button button--quiet" on:click=save>
                    {label}
                </button>
            </p>
        }
    });
    let content = view! {
        <p class="wizard__actions">
            <a class="button" href=mail.href on:click=note>
                {words().mail_open}
            </a>
            {copy_button(whole, words().mail_copy)}
        </p>
        {attach}
        <p role="status">{said}</p>
    };
    channel(rank, [words().mail, " ", &to.to_string()].concat(), content.into_any())
}
