//! A forge: a merge request by its API, or its page "new file", filled in.

use super::super::copy_button;
use super::super::desk::Desk;
use super::sending::{Sending, State};
use super::{Package, channel, leaves, noted, sent, words};
use crate::browser::{clock, document};
use crate::core::catalogue::{Forge, ForgeKind};
use crate::core::publication::merge_request::{MergeRequest, Progress, Stage, Token};
use crate::core::publication::{NewFile, Submission, Way, new_files};
use crate::ui::context::language;
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn forge(desk: Desk, package: &Arc<Package>, forge: &Forge, rank: usize) -> AnyView {
    let title = [words().merge, " ", forge.kind.name()].concat();
    let content = view! {
        {by_request(desk, package, forge, rank)}
        {by_pages(desk, package, forge)}
    };
    channel(rank, title, content.into_any())
}

fn by_request(desk: Desk, package: &Arc<Package>, forge: &Forge, rank: usize) -> AnyView {
    let draft = desk.draft.with_untracked(|draft| draft.id.clone());
    let Some(request) = MergeRequest::new(forge, &package.public, &draft) else { return ().into_any() };
    let page = forge.page();
    let rights = match forge.kind {
        ForgeKind::Github => words().rights_github,
        ForgeKind::Gitlab => words().rights_gitlab,
        ForgeKind::Forgejo => words().rights_forgejo,
    };
    let id = format!("wizard-token-{rank}");
    let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
    // It goes nowhere but into the headers of requests to the forge.
    let typed = RwSignal::new(String::new());
    let is_bad = RwSignal::new(false);
    let sending = Sending::new();
    // What was done stays known: another try goes on from there.
    let going = StoredValue::new(request);
    let start = {
        let (page, id) = (page.clone(), id.clone());
        move || {
            let token = Token::parse(&typed.get_untracked());
            is_bad.set(token.is_none());
            let Some(token) = token else {
                document::focus(&["#", &id].concat());
                return;
            };
            if sending.begin(words().stage_branch).is_some() {
                leaves(desk);
                leptos::task::spawn_local(run(desk, going, sending, token, page.clone()));
            }
        }
    };
    let described = {
        let (hint, error) = (hint.clone(), error.clone());
        move || if is_bad.get() { [&hint, " ", &error].concat() } else { hint.clone() }
    };
    view! {
        <p class="muted">
            {words().merge_hint} " " <code class="wrap">{page}</code> "."
        </p>
        <div class="field" class:field--error=move || is_bad.get()>
            <label for=id.clone()>{words().token} " " {forge.kind.name()}</label>
            <p class="muted" id=hint>
                {words().token_hint} " " {rights}
            </p>
            <p class="call__error" id=error>
                {move || is_bad.get().then_some(words().token_bad)}
            </p>
            <input
                id=id
                type="password"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=move || is_bad.get().then_some("true")
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </div>
        {sending.view(words().merge_send, start)}
    }
    .into_any()
}

async fn run(desk: Desk, going: StoredValue<MergeRequest>, sending: Sending, token: Token, page: String) {
    while let Some(mut merge) = going.try_get_value() {
        sending.say(State::Running(stage(&merge)));
        let Some(request) = merge.request(&token) else { return };
        let outcome = sending.exchange(&request).await;
        let progress = merge.answer(outcome.as_ref().map_err(|silence| *silence), clock::since_1970());
        // Nothing is there any more to be told once the page was left.
        if going.try_set_value(merge).is_some() {
            return;
        }
        match progress {
            Progress::Next => {}
            Progress::Done(receipt) => {
                sending.say(State::Sent(receipt.clone()));
                return sent(desk, receipt);
            }
            Progress::Failed(failure) => return sending.fail(&failure, &page),
        }
    }
}

fn stage(merge: &MergeRequest) -> String {
    match merge.stage() {
        Stage::Branch => words().stage_branch.to_owned(),
        Stage::Files(done) => format!("{} ({} / {})…", words().stage_files, done + 1, merge.submission().files().len()),
        Stage::Request | Stage::Done => words().stage_request.to_owned(),
    }
}

fn by_pages(desk: Desk, package: &Arc<Package>, forge: &Forge) -> AnyView {
    let (way, place) = (Way::NewFile(forge.kind), forge.page());
    let items: Vec<_> = new_files(forge, &package.public)
        .into_iter()
        .map(|page| {
            let (package, place) = (Arc::clone(package), place.clone());
            let content = content_of(&package.public, &page);
            new_file(page, content, move || noted(desk, &package.public, way, &place))
        })
        .collect();
    view! {
        <details>
            <summary>{words().pages}</summary>
            <p class="muted">{words().pages_hint}</p>
            <ol class="wizard__pages">{items}</ol>
        </details>
    }
    .into_any()
}

/// The content that the page has no room for, to be copied.
fn content_of(submission: &Submission, page: &NewFile) -> Option<String> {
    page.content.instruction()?;
    let file = submission.files().iter().find(|file| file.path == page.path)?;
    file.text().map(str::to_owned)
}

fn new_file(page: NewFile, content: Option<String>, opened: impl Fn() + 'static) -> AnyView {
    let name = page.path.to_string();
    let instruction = page.content.instruction().map(|text| text.get(language()).to_owned());
    let label = [words().copy_content, " ", &name].concat();
    let copy = content.map(|content| copy_button(content, label));
    view! {
        <li>
            <a href=page.href.to_string() target="_blank" rel="external noopener" on:click=move |_| opened()>
                {words().pages_open} " " <code class="wrap">{name}</code> " (" {words().new_tab} ")"
            </a>
            {instruction.map(|said| view! { <p class="muted">{said}</p> })}
            {copy.map(|copy| view! { <p>{copy}</p> })}
        </li>
    }
    .into_any()
}
