//! One operation: what it takes, what it answers, how to call it.

use super::code::CodeSamples;
use super::row::{Rows, row};
use crate::browser::document;
use crate::core::explorer::{
    ExampleView, MediaView, OperationView, ParameterView, ResponseView, SchemeView, ServerView,
};
use crate::core::markdown::{Block, Document, plain_text};
use crate::ui::context::{catalogue, fetch, language, text};
use crate::ui::kit::{MethodBadge, Wait};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;
use std::sync::Arc;

/// One operation, from its data file. The focus goes to it when the reader chose it.
#[component]
pub(super) fn Operation(file: String, is_choice: bool) -> impl IntoView {
    let (file, retry) = fetch::<OperationView>(file);
    view! {
        <Wait file retry is_part=true let:operation>
            <Content operation is_choice />
        </Wait>
    }
}

#[component]
fn Content(operation: Arc<OperationView>, is_choice: bool) -> impl IntoView {
    let lang = catalogue().site.content_language.tag();
    Effect::new(move |_| {
        if is_choice {
            document::focus("#operation-title");
        }
    });
    let title = match operation.summary.as_str() {
        "" => operation.path.clone(),
        summary => summary.to_owned(),
    };
    let deprecated = operation
        .deprecated
        .then(|| view! { <span class="badge badge--deprecated">{text().operation_deprecated}</span> });
    let body = (!operation.body.is_empty()).then(|| {
        let required = operation.body_required.then(|| view! { <p class="muted">{text().explorer_body_required}</p> });
        view! {
            <section>
                <h3>{text().explorer_body}</h3>
                {required}
                {operation.body.iter().map(media).collect_view()}
            </section>
        }
    });
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
            </header>
            <Markdown document=operation.description.clone() lang />
            <section>
                <h3>{text().servers}</h3>
                <ul class="plain-list">{operation.servers.iter().map(server).collect_view()}</ul>
            </section>
            <section>
                <h3>{text().explorer_security}</h3>
                {security(&operation.security)}
            </section>
            {parameters(&operation.parameters)}
            {body}
            <section>
                <h3>{text().explorer_responses}</h3>
                {operation.responses.iter().map(response).collect_view()}
            </section>
            <CodeSamples snippets=operation.snippets.clone() />
        </article>
    }
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

fn parameters(parameters: &[ParameterView]) -> Option<impl IntoView + use<>> {
    if parameters.is_empty() {
        return None;
    }
    let rows: Vec<_> = parameters.iter().map(|one| row(&one.row, Some(&one.location))).collect();
    Some(view! {
        <section>
            <h3>{text().explorer_parameters}</h3>
            <ul class="rows">{rows}</ul>
        </section>
    })
}

fn media(media: &MediaView) -> impl IntoView + use<> {
    let schema = media.schema.as_ref().map(|schema| view! { <Rows root=schema.clone() /> });
    let examples = (!media.examples.is_empty()).then(|| {
        view! {
            <details class="examples">
                <summary>{text().explorer_examples}</summary>
                {media.examples.iter().map(example).collect_view()}
            </details>
        }
    });
    view! {
        <div class="media">
            <p>
                <code>{media.name.clone()}</code>
            </p>
            {schema}
            {examples}
        </div>
    }
}

fn example(example: &ExampleView) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    let name = match (example.made, example.name.as_str()) {
        (true, _) => Some(view! { <p class="muted">{text().explorer_example_made}</p> }.into_any()),
        (false, "") => None,
        (false, name) => Some(view! { <p lang=lang>{name.to_owned()}</p> }.into_any()),
    };
    view! {
        {name}
        <pre tabindex="0" role="group" aria-label=text().explorer_examples>
            <code>{example.text.clone()}</code>
        </pre>
    }
}

fn response(response: &ResponseView) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    let class = format!("status status--{}", response.status.chars().next().unwrap_or('d').to_ascii_lowercase());
    let headers: Vec<_> = response.headers.iter().map(|header| row(&header.row, None)).collect();
    let headers = (!headers.is_empty()).then(|| {
        view! {
            <details>
                <summary>{text().explorer_headers}</summary>
                <ul class="rows">{headers}</ul>
            </details>
        }
    });
    let is_open = response.status.starts_with('2');
    // A description of one paragraph, as nearly all are, tells closed answers apart.
    let (lead, more) = match response.description.blocks.as_slice() {
        [Block::Paragraph(content)] => (plain_text(content), Document::default()),
        _ => (String::new(), response.description.clone()),
    };
    view! {
        <details class="response" open=is_open>
            <summary>
                <span class=class>{response.status.clone()}</span>
                " "
                <span lang=lang>{lead}</span>
            </summary>
            <div class="response__content">
                <Markdown document=more lang />
                {headers}
                {response.content.iter().map(media).collect_view()}
            </div>
        </details>
    }
}
