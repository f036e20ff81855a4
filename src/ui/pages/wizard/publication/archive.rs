//! The files as one archive, which needs nobody's server.

use super::{Package, channel, noted, words};
use crate::browser::download;
use crate::core::publication::Way;
use crate::ui::context::language;
use leptos::prelude::*;
use std::sync::Arc;

use super::super::desk::Desk;

pub(super) fn archive(desk: Desk, package: &Arc<Package>) -> AnyView {
    let said = RwSignal::new(String::new());
    let public = Arc::clone(package);
    let save = move |_| {
        let submission = &public.public;
        said.set(match submission.archive() {
            Ok(bytes) if download::save(&submission.archive_name(), "application/zip", &bytes) => {
                noted(desk, submission, Way::Download, &submission.archive_name());
                words().archive_saved.to_owned()
            }
            Ok(_) => words().not_saved.to_owned(),
            Err(error) => error.problem().what.get(language()).to_owned(),
        });
    };
    let team = package.team.clone().map(|(path, text)| {
        let save = move |_| {
            let name = path.rsplit('/').next().unwrap_or(&path);
            let is_saved = download::save(name, "application/json", text.as_bytes());
            said.set(if is_saved { words().copy_saved } else { words().not_saved }.to_owned());
        };
        view! {
            <p class="muted">{words().team_hint}</p>
            <p>
                <button type="button" class="button button--quiet" on:click=save>
                    {words().team_save}
                </button>
            </p>
        }
    });
    let content = view! {
        <p class="muted">{words().archive_hint}</p>
        <p>
            <button type="button" class="button" on:click=save>
                {words().archive_save}
            </button>
        </p>
        {team}
        <p role="status">{said}</p>
    };
    channel(0, words().archive.to_owned(), content.into_any())
}
