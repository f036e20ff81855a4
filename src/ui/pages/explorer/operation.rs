//! One operation: what it takes, what it answers, how to call it.

use super::ahead::Ahead;
use super::call::{Call, Source};
use super::code::CodeSamples;
use super::media::content;
use super::opening::{Opening, Unfold, fold, link};
use super::reading::Chosen;
use super::response::response;
use super::rest::Rest;
use super::row::row;
use super::words;
use crate::browser::document;
use crate::core::address::Href;
use crate::core::explorer::anchor::{BODY, Place, child};
use crate::core::explorer::{CallbackView, ExternalDocsView, OperationView, SchemeView, ServerView};
use crate::core::remote::FetchError;
use crate::core::route::Route;
use crate::ui::context::{attempts_shared, catalogue, href, language, text};
use crate::ui::kit::{MethodBadge, Wait, WebLink};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;
use std::sync::Arc;

/// One operation, from its data file. The focus goes to it when the reader chose it, or to the part of it that the
/// address names.
#[component]
pub(super) fn Operation(chosen: Chosen, ahead: Ahead<FetchError>) -> impl IntoView {
    let Chosen { id, rank, route, is_choice, is_webhook } = chosen;
    let (file, retry) = attempts_shared(move || {
        let id = id.clone();
        async move { ahead.take(&id, rank).await }
    });
    view! {
        <Wait file retry is_part=true let:operation>
            <OperationContent operation rest=Rest::NONE route=route.clone() is_choice is_webhook />
        </Wait>
    }
}

/// What is said of an operation, and the form that calls it. `rest`: what is not in `operation` yet.
#[component]
pub(super) fn OperationContent(
    operation: Arc<OperationView>,
    rest: Rest,
    route: Route,
    is_choice: bool,
    is_webhook: bool,
) -> impl IntoView {
    let lang = catalogue().site.content_language.tag();
    let opening = Opening::new(href(&route), rest);
    rest.await_turn();
    let known = operation.clone();
    let is_here = move |target: &str| known.has(target) || known.description.anchors().contains(&target);
    let is_awaited = {
        let is_here = is_here.clone();
        move |target: &str| !is_here(target) && rest.is_awaited()
    };
    let is_unknown = move |target: &String| {
        let comes = || rest.get().is_some_and(|whole| whole.is_ok_and(|whole| whole.has(target)));
        !is_here(target) && !rest.is_awaited() && !comes()
    };
    let target = opening.target;
    Effect::new(move |_| match target.get() {
        Some(target) if is_awaited(&target) => {}
        // What the address names is rendered by then.
        Some(target) => request_animation_frame(move || {
            document::go_to_anchor(&target);
        }),
        None if is_choice => document::focus("#operation-title"),
        None => {}
    });
    let unknown = move || {
        let target = target.get().filter(&is_unknown)?;
        Some(view! { <p role="alert">{(words().unknown_anchor)(&target)}</p> })
    };
    let title = match operation.summary.as_str() {
        "" => operation.path.clone(),
        summary => summary.to_owned(),
    };
    let deprecated = operation
        .deprecated
        .then(|| view! { <span class="badge badge--deprecated">{text().operation_deprecated}</span> });
    let servers = (!operation.servers.is_empty()).then(|| {
        view! {
            <section>
                <h3>{text().servers}</h3>
                <ul class="plain-list">{operation.servers.iter().map(server).collect_view()}</ul>
            </section>
        }
    });
    let security = (!is_webhook).then(|| {
        view! {
            <section>
                <h3>{text().explorer_security}</h3>
                {security(&operation.security)}
            </section>
        }
    });
    // What is below is drawn once what is above is on the screen, unless the address names a place of it.
    let is_drawn = RwSignal::new(!operation.is_glance || target.get_untracked().is_some());
    if !is_drawn.get_untracked() {
        request_animation_frame(move || {
            request_animation_frame(move || {
                is_drawn.try_set(true);
            });
        });
    }
    let above = given(&operation, "", opening);
    let shown = Arc::clone(&operation);
    let below = move || {
        is_drawn.get().then(|| {
            let source = use_context::<StoredValue<Source, LocalStorage>>();
            let call = source.map(|source| view! { <Call source=source.get_value() operation=shown.id.clone() /> });
            view! {
                {answers(&shown, "", &route, opening)}
                {callbacks(&shown, &route, opening)}
                {call}
                {code(&shown, rest)}
            }
        })
    };
    view! {
        <article class="operation">
            <header class="operation__header">
                <h2 id="operation-title" tabindex="-1" lang=lang>
                    {title}
                </h2>
                <p>
                    <MethodBadge method=operation.method.clone() />
                    " "
                    <code class="wrap">{operation.path.clone()}</code>
                    " "
                    {deprecated}
                </p>
                {is_webhook.then(|| view! { <p class="muted">{words().webhook_text}</p> })}
            </header>
            {unknown}
            <Markdown document=operation.description.clone() lang />
            {external_docs(operation.external_docs.as_ref())}
            {servers}
            {security}
            <Unfold opening />
            {above}
            {below}
        </article>
    }
}

fn callbacks(operation: &OperationView, route: &Route, opening: Opening) -> Option<AnyView> {
    (!operation.callbacks.is_empty()).then(|| {
        view! {
            <section>
                <h3>{words().callbacks}</h3>
                <p class="muted">{words().callbacks_text}</p>
                {operation.callbacks.iter().map(|one| callback(one, route, opening)).collect_view()}
            </section>
        }
        .into_any()
    })
}

/// The call in every language; `rest` has it where `operation` holds what is seen at first.
fn code(operation: &OperationView, rest: Rest) -> AnyView {
    match operation.is_glance {
        false => view! { <CodeSamples snippets=operation.snippets.clone() /> }.into_any(),
        true => {
            let samples = move || {
                let whole = rest.get().and_then(Result::ok);
                whole.map(|whole| view! { <CodeSamples snippets=whole.snippets.clone() /> })
            };
            samples.into_any()
        }
    }
}

/// What is given: parameters, body. `prefix`: the anchor of the callback it is, if it is one.
fn given(operation: &OperationView, prefix: &str, opening: Opening) -> AnyView {
    let lang = catalogue().site.content_language.tag();
    let parameters = operation.parameters.iter();
    let parameters: Vec<_> =
        parameters.map(|one| row(&one.row, Some(&one.location), child(prefix, &one.anchor()), 1, opening)).collect();
    let parameters = (!parameters.is_empty()).then(|| {
        view! {
            <section>
                <h3>{text().explorer_parameters}</h3>
                <ul class="rows">{parameters}</ul>
            </section>
        }
    });
    let anchor = child(prefix, BODY);
    let body = (!operation.body.is_empty()).then(|| {
        let required = operation.body_required.then(|| view! { <p class="muted">{text().explorer_body_required}</p> });
        let said = &operation.body_description;
        let said = (!said.blocks.is_empty()).then(|| view! { <Markdown document=said.clone() lang /> });
        view! {
            <section id=anchor.clone()>
                <h3>{text().explorer_body} " " {link(opening, &anchor, text().explorer_body)}</h3>
                {required}
                {said}
                {content(&operation.body, &anchor, opening)}
            </section>
        }
    });
    view! {
        {parameters}
        {body}
    }
    .into_any()
}

/// What is answered. `prefix` as for [`given`].
fn answers(operation: &OperationView, prefix: &str, route: &Route, opening: Opening) -> Option<AnyView> {
    let responses = operation.responses.iter().map(|one| response(one, prefix, route, opening));
    (!operation.responses.is_empty()).then(|| {
        view! {
            <section>
                <h3>{text().explorer_responses}</h3>
                {responses.collect_view()}
            </section>
        }
        .into_any()
    })
}

fn callback(callback: &CallbackView, route: &Route, opening: Opening) -> AnyView {
    let lang = catalogue().site.content_language.tag();
    let anchor = callback.segment();
    let operation = &callback.operation;
    let title = if operation.summary.is_empty() { callback.name.clone() } else { operation.summary.clone() };
    let summary = view! {
        <MethodBadge method=operation.method.clone() />
        " "
        <code class="wrap">{operation.path.clone()}</code>
        " "
        <span lang=lang>{title}</span>
    };
    let (shown, route, place) = (operation.clone(), route.clone(), anchor.clone());
    let inside = move || match shown.is_glance {
        false => called(&shown, &place, &route, opening),
        true => opening.rest.show(&place, |found| match found {
            Place::Callback(whole) => called(&whole.operation, &place, &route, opening),
            _ => ().into_any(),
        }),
    };
    let details = fold(opening, (anchor.clone(), 0), false, "response", summary, inside);
    view! {
        <div class="answer" id=anchor.clone()>
            {details}
            {link(opening, &anchor, &callback.name)}
        </div>
    }
    .into_any()
}

/// What is said of a call that the API makes in turn.
fn called(operation: &OperationView, anchor: &str, route: &Route, opening: Opening) -> AnyView {
    let lang = catalogue().site.content_language.tag();
    view! {
        <div class="operation callback">
            <Markdown document=operation.description.clone() lang />
            {external_docs(operation.external_docs.as_ref())}
            {given(operation, anchor, opening)}
            {answers(operation, anchor, route, opening)}
        </div>
    }
    .into_any()
}

/// More to read, elsewhere.
pub(super) fn external_docs(docs: Option<&ExternalDocsView>) -> Option<impl IntoView + use<>> {
    let lang = catalogue().site.content_language.tag();
    let docs = docs?;
    let label = match docs.description.words() {
        words if words.is_empty() => docs.url.as_str().to_owned(),
        words => words,
    };
    Some(view! {
        <p>
            {format!("{} ", words().external_docs)} "→ " <span lang=lang class="wrap">
                <WebLink href=Href::Web(docs.url.clone())>{label}</WebLink>
            </span>
        </p>
    })
}

fn server(server: &ServerView) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    view! {
        <li>
            <code class="wrap">{server.url.clone()}</code>
            <Markdown document=server.description.clone() lang />
        </li>
    }
}

/// Combinations joined by “or”, what each holds by “and”.
fn security(requirements: &[Vec<SchemeView>]) -> AnyView {
    if requirements.iter().all(Vec::is_empty) {
        return view! { <p>{text().explorer_security_none}</p> }.into_any();
    }
    let one = |scheme: &SchemeView| {
        let scopes = match scheme.scopes.as_slice() {
            [] => String::new(),
            scopes => format!(" ({})", scopes.join(", ")),
        };
        format!("{}{scopes}", scheme.kind.get(language()))
    };
    let together = |schemes: &Vec<SchemeView>| match schemes.as_slice() {
        [] => text().explorer_security_none.to_owned(),
        schemes => schemes.iter().map(one).collect::<Vec<_>>().join(&format!(" {} ", text().explorer_and)),
    };
    let lines = requirements.iter().enumerate().map(|(index, schemes)| {
        let or = (index > 0).then(|| format!("{} ", text().explorer_or));
        view! { <li>{or} {together(schemes)}</li> }
    });
    view! { <ul class="plain-list">{lines.collect_view()}</ul> }.into_any()
}
