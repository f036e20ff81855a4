//! The wizard that references an API. Its code is loaded when somebody opens it.
//!
//! | module | about |
//! |---|---|
//! | `changes` | what two versions of a draft say otherwise |
//! | `desk` | the draft that is open: changed, saved at once, shared between tabs |
//! | `drafts` | the drafts of this device |
//! | `start` | what a draft begins with |
//! | `steps` | the steps, and the questions of one |
//! | `field`, `list`, `rows`, `documents` | a question, by how it is answered |
//! | `live` | what stands beside a step: help, score, what is left to mend, the page as readers will see it |
//! | `reach` | whether addresses lead somewhere |
//! | `review` | everything read again |
//! | `reviews` | several drafts at once, for those who review them |
//! | `remarks` | what reviewers say: comments, changes asked for, approval |
//! | `leave` | how a draft leaves for reviewers: file, link |
//! | `publication` | how the page leaves for those who publish it |

mod changes;
mod desk;
mod documents;
mod drafts;
mod field;
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
mod steps;

use self::desk::Desk;
use crate::core::i18n::{Drafting, drafting};
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
            {start::start()}
        }
        .into_any(),
    }
}

/// The drafts of this device, or the one that a link brings.
fn begin() -> AnyView {
    let hash = session().location.with_untracked(|location| location.hash.clone());
    let brought = share::read(&hash).map(|read| match read {
        Ok(draft) => {
            let id = drafts::take(draft);
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
        Err(problem) => {
            let said = [problem.what.get(language()), " ", problem.mend.get(language())].concat();
            view! { <p role="alert" class="call__error">{said}</p> }.into_any()
        }
    });
    view! {
        <Page title=words().title.to_owned() />
        <p class="lead">{words().introduction}</p>
        {brought}
        {start::start()}
    }
    .into_any()
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
