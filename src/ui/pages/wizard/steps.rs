//! The steps, and the questions of one.

use super::changes::changes;
use super::desk::Desk;
use super::field::field;
use super::rows::cell_id;
use super::{leave, live, review, stepper, words};
use crate::browser::document;
use crate::core::i18n::wizard;
use crate::core::problem::Severity;
use crate::core::route::Route;
use crate::core::wizard::Finding;
use crate::core::wizard::questions::{Question, Step, shown};
use crate::core::wizard::tabs::Conflict;
use crate::ui::context::{catalogue, href, language, session};
use crate::ui::kit::Page;
use leptos::prelude::*;

/// The wizard at one of its steps.
pub(super) fn steps(desk: Desk, step: Memo<Option<Step>>) -> AnyView {
    let now = Memo::new(move |_| step.get().unwrap_or(Step::Prerequisites));
    let title = move || {
        let title = desk.draft.with(|draft| draft.title().to_owned());
        if title.is_empty() { words().untitled.to_owned() } else { title }
    };
    let trouble = move || {
        let trouble = desk.trouble.get();
        (!trouble.is_empty()).then(|| {
            view! {
                <div class="callout callout--caution" role="alert">
                    <p>{trouble}</p>
                    {leave::save_button(desk)}
                </div>
            }
        })
    };
    let tab = Memo::new(move |_| {
        let step = now.get();
        let (name, _) = wizard::step(step, language());
        desk.draft
            .with(|draft| [stepper::rank(step), name.to_owned(), draft.title().to_owned(), words().title.to_owned()])
    });
    // Tabs and histories tell the steps apart.
    Effect::new(move |_| {
        let names = tab.get().into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>();
        document::set_title(&names.join(" – "));
    });
    // Who goes from one step to another goes on reading from its heading.
    Effect::new(move |before: Option<Step>| {
        let step = now.get();
        if before.is_some_and(|before| before != step) {
            request_animation_frame(|| document::focus("#wizard-step"));
        }
        step
    });
    view! {
        <Page title=words().title.to_owned() />
        <p class="lead">{title}</p>
        {trouble}
        {between_tabs(desk)}
        {with_aside(desk)}
        {stepper::stepper(desk, now)}
        {move || {
            desk.generation.track();
            one(desk, now.get())
        }}
    }
    .into_any()
}

/// Another tab answered the same questions otherwise.
fn between_tabs(desk: Desk) -> AnyView {
    let asked = [words().conflict, words().conflict_text, words().conflict_mine, words().conflict_theirs];
    disagreement(desk.conflict, asked, Callback::new(move |is_theirs| desk.decide(is_theirs)))
}

/// A version that was set aside answers the same questions otherwise.
fn with_aside(desk: Desk) -> AnyView {
    let asked = [words().back, words().back_text, words().back_mine, words().back_theirs];
    disagreement(desk.back, asked, Callback::new(move |is_theirs| desk.decide_back(is_theirs)))
}

/// Asks which of two versions is right, what each says beside it.
fn disagreement(
    conflict: RwSignal<Option<Conflict>>,
    [title, text, mine, theirs]: [&'static str; 4],
    decide: Callback<bool>,
) -> AnyView {
    let is_open = Memo::new(move |_| conflict.with(Option::is_some));
    // The button that has the focus goes: who pressed it goes on reading from the step, whose answers may be others now.
    let choose = move |is_theirs| {
        decide.run(is_theirs);
        request_animation_frame(|| document::focus("#wizard-step"));
    };
    let told = move || {
        let differing = conflict.with(|conflict| conflict.as_ref().map(Conflict::changes));
        differing.map(|all| changes(&all, (words().here, words().elsewhere)))
    };
    (move || {
        is_open.get().then(|| {
            view! {
                <section class="callout callout--warning">
                    // Only this is announced: what each says changes as somebody types.
                    <p class="callout__title" role="alert">
                        {title}
                    </p>
                    <p>{text}</p>
                    {told}
                    <p class="wizard__actions">
                        <button type="button" class="button" on:click=move |_| choose(false)>
                            {mine}
                        </button>
                        <button type="button" class="button button--quiet" on:click=move |_| choose(true)>
                            {theirs}
                        </button>
                    </p>
                </section>
            }
        })
    })
    .into_any()
}

pub(super) fn address(desk: Desk, step: Step) -> String {
    let draft = desk.draft.with_untracked(|draft| draft.id.clone());
    href(&Route::Reference { draft: Some(draft), step: Some(step) })
}

pub(super) fn errors(findings: &[Finding]) -> Vec<Finding> {
    findings.iter().filter(|one| one.severity == Severity::Error).cloned().collect()
}

fn one(desk: Desk, step: Step) -> AnyView {
    let (name, about) = wizard::step(step, language());
    let place = Step::ALL.iter().position(|other| *other == step).unwrap_or_default();
    let content = match step {
        Step::Review => review::review(desk),
        step => {
            desk.focused.set(None);
            view! { <div class="wizard__desk">{questions(desk, step)} {live::beside(desk)}</div> }.into_any()
        }
    };
    let below = (step != Step::Review).then(|| live::preview_below(desk));
    let beside = |by: isize| place.checked_add_signed(by).and_then(|place| Step::ALL.get(place)).copied();
    let catalogue = catalogue();
    let is_blocked = RwSignal::new(false);
    let next = beside(1).map(|next| {
        let go = move |_| {
            desk.tell(step);
            desk.look(&catalogue);
            let is_first_try = !is_blocked.get_untracked();
            if is_first_try && !errors(&untrack(|| desk.findings_of(step))).is_empty() {
                is_blocked.set(true);
                request_animation_frame(|| {
                    document::go_to_anchor("wizard-errors");
                });
                return;
            }
            session().go(&address(desk, next));
        };
        let (name, _) = wizard::step(next, language());
        view! {
            <button type="button" class="button" on:click=go aria-describedby="wizard-next">
                {move || if is_blocked.get() { words().next_anyway } else { words().next }}
            </button>
            <span class="muted" id="wizard-next">
                {words().step_next}
                " "
                {name}
            </span>
        }
    });
    let previous = beside(-1).map(|previous| {
        view! {
            <a class="button button--quiet" href=address(desk, previous)>
                {words().previous}
            </a>
        }
    });
    view! {
        // No landmark: its heading leads here, and the page that is previewed has landmarks of the same names.
        <div class="wizard__step">
            <h2 id="wizard-step" tabindex="-1">
                <span class="wizard__rank">{stepper::rank(step)}</span>
                " "
                {name}
            </h2>
            <p class="muted">{about}</p>
            {summary(desk, step)}
            {content}
            <p class="wizard__actions">{previous} {next}</p>
            <p class="muted" role="status">
                {move || if desk.trouble.read().is_empty() && desk.conflict.read().is_none() { words().kept } else { "" }}
            </p>
            {below}
        </div>
    }
    .into_any()
}

/// What is wrong in a step, once somebody tried to leave it: each leads to its field. It stays the same element while what
/// is in it changes, as it may have the focus.
fn summary(desk: Desk, step: Step) -> AnyView {
    let found = Memo::new(move |_| {
        let is_tried = step != Step::Review && desk.tried.with(|tried| tried.contains(&step));
        if is_tried { errors(&desk.findings_of(step)) } else { Vec::new() }
    });
    let is_any = Memo::new(move |_| found.with(|found| !found.is_empty()));
    (move || {
        is_any.get().then(|| {
            let items = move || found.with(|found| found.iter().map(|one| entry(one, None)).collect_view());
            view! {
                <div
                    class="callout callout--caution"
                    id="wizard-errors"
                    tabindex="-1"
                    role="group"
                    aria-label=words().errors
                >
                    <p class="callout__title">{words().errors}</p>
                    <ul>{items}</ul>
                </div>
            }
        })
    })
    .into_any()
}

/// A finding that leads to its field: here, or on the page of its step.
pub(super) fn entry(finding: &Finding, elsewhere: Option<Desk>) -> AnyView {
    let what = finding.what.get(language()).to_owned();
    let mend = finding.mend.get(language()).to_owned();
    view! {
        <li>
            {lead(finding.question, finding.cell, elsewhere)} " " {what} " " <span class="muted">{mend}</span>
        </li>
    }
    .into_any()
}

/// A link to the field of a question, or to a cell of it: here, or on the page of its step.
pub(super) fn lead(question: Question, cell: Option<(usize, &'static str)>, elsewhere: Option<Desk>) -> AnyView {
    let target = match cell {
        Some((row, column)) => cell_id(question, row, column),
        None => identifier(question),
    };
    let anchor = ["#", &target].concat();
    let label = wizard::help(question, language()).label;
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(desk) = elsewhere {
            session().go(&address(desk, question.definition().step));
        }
        // After the heading of another step has had the focus.
        let target = target.clone();
        request_animation_frame(move || {
            request_animation_frame(move || {
                document::go_to_anchor(&target);
            });
        });
    };
    view! {
        <a href=anchor on:click=go>
            {label}
        </a>
    }
    .into_any()
}

/// The identifier of the field of a question.
pub(super) fn identifier(question: Question) -> String {
    ["q-", question.definition().id].concat()
}

/// The questions that a step asks, given the answers.
fn questions(desk: Desk, step: Step) -> AnyView {
    let asked = Memo::new(move |_| desk.draft.with(|draft| shown(step, draft).collect::<Vec<_>>()));
    view! {
        <form class="wizard__form" novalidate on:submit=move |event| event.prevent_default()>
            <For each=move || asked.get() key=|question| *question children=move |question| field(desk, question) />
        </form>
    }
    .into_any()
}
