//! The wizard that references an API. Its code is loaded when somebody opens it.
//!
//! | module | about |
//! |---|---|
//! | `answers` | every answer, to be read again |
//! | `changes` | what two versions of a draft say otherwise |
//! | `desk` | the draft that is open: changed, saved at once, shared between tabs |
//! | `drafts` | the drafts of this device |
//! | `held` | what the documents hold |
//! | `start` | what a draft begins with |
//! | `steps`, `stepper` | the steps, and the questions of one |
//! | `field`, `list`, `rows`, `documents` | a question, by how it is answered |
//! | `live` | what stands beside a step: help, score, what is left to mend, the page as readers will see it |
//! | `reach` | whether addresses lead somewhere |
//! | `review` | everything read again |
//! | `reviews` | several drafts at once, for those who review them |
//! | `remarks` | what reviewers say: comments, changes asked for, approval |
//! | `leave` | how a draft leaves for reviewers: file, link |
//! | `publication` | how the page leaves for those who publish it |

mod answers;
mod changes;
mod desk;
mod documents;
mod drafts;
mod field;
mod held;
mod leave;
mod list;
mod live;
mod publication;
mod reach;
mod remarks;
mod review;
mod reviews;
mod rows;
mod start;
mod stepper;
mod steps;

use self::desk::Desk;
use crate::core::i18n::{Drafting, drafting};
use crate::core::problem::Problem;
use crate::core::route::Route;
use crate::core::wizard::questions::Step;
use crate::core::wizard::share;
use crate::ui::context::{attempts, href, language, session, text};
use crate::ui::kit::{Page, Wait};
use crate::ui::part::part;
use leptos::prelude::*;

/// The sentences of these pages.
fn words() -> &'static Drafting {
    drafting(language())
}

/// A page of the wizard.
#[derive(Clone)]
pub(super) enum Seen {
    /// A draft and the step of the address; all drafts, where none is said.
    Draft(Option<String>, Memo<Option<Step>>),
    /// Several drafts, for those who review them.
    Reviews,
}

/// Renders a page of the wizard.
type Render = fn(Seen) -> AnyView;

part! { wizard, Render, render }

/// The wizard, once its code is here.
#[component]
pub(super) fn Wizard(page: Seen) -> impl IntoView {
    let (render, retry) = attempts(load);
    view! { <Wait file=render retry let:render>{render(page.clone())}</Wait> }
}

fn render(page: Seen) -> AnyView {
    let (id, step) = match page {
        Seen::Reviews => return reviews::reviews(),
        Seen::Draft(None, _) => return begin(),
        Seen::Draft(Some(id), step) => (id, step),
    };
    match Desk::open(&id) {
        Ok(desk) => steps::steps(desk, step),
        Err(why) => view! {
            <Page title=words().title.to_owned() />
            <div class="failure" role="alert">
                <p class="failure__reason">{why}</p>
            </div>
            {start::start(Signal::stored(()))}
        }
        .into_any(),
    }
}

/// What became of the draft that a link brings: its name here, or why it cannot be read.
type Brought = Option<Result<String, String>>;

/// The drafts of this device, and the one that a link brings: a second link that is opened on this page is heard too.
fn begin() -> AnyView {
    let location = session().location;
    // An anchor of the page, as of the link that skips to its content, brings nothing.
    let link = Memo::new(move |before: Option<&Option<String>>| {
        let hash = location.with(|location| location.hash.clone());
        if share::is_link(&hash) { Some(hash) } else { before.cloned().flatten() }
    });
    let brought: Memo<Brought> = Memo::new(move |_| {
        let read = link.read().as_deref().and_then(share::read)?;
        Some(read.map(drafts::take).map_err(|problem| in_words(&problem)))
    });
    let told = move || {
        brought.get().map(|brought| match brought {
            Ok(id) => {
                // Whoever is sent a draft sees first what it comes to.
                let address = href(&Route::Reference { draft: Some(id), step: Some(Step::Review) });
                view! {
                    <section class="callout">
                        <p>{words().link_brings}</p>
                        <p>
                            <a class="button" href=address>
                                {words().open}
                            </a>
                        </p>
                    </section>
                }
                .into_any()
            }
            Err(why) => view! { <p role="alert" class="call__error">{why}</p> }.into_any(),
        })
    };
    view! {
        <Page title=words().title.to_owned() />
        <p class="lead">{words().introduction}</p>
        {told}
        {start::start(Signal::derive(move || brought.with(|_| ())))}
    }
    .into_any()
}

/// What happened and what to do.
fn in_words(problem: &Problem) -> String {
    [problem.what.get(language()), " ", problem.mend.get(language())].concat()
}

/// Whether a question may be left without answer, said beside its label.
fn optional() -> AnyView {
    view! { <span class="muted">" (" {words().optional} ")"</span> }.into_any()
}

/// A button that copies a text, and says whether it did.
fn copy_button(content: String, label: impl Into<Oco<'static, str>>) -> AnyView {
    let label = label.into();
    let said = RwSignal::new("");
    let copy = move |_| {
        let content = content.clone();
        leptos::task::spawn_local(async move {
            let is_copied = crate::browser::clipboard::copy(&content).await;
            said.try_set(if is_copied { text().copied } else { text().copy_failed });
        });
    };
    view! {
        <button type="button" class="button button--quiet" on:click=copy>
            {label}
        </button>
        <span role="status">{said}</span>
    }
    .into_any()
}
