//! Renders a Markdown [`Document`] node by node: no HTML string exists.

use super::context::text;
use super::kit::{ContentsEntry, Icon, IconName, WebLink};
use crate::browser::address;
use crate::core::markdown::{Alignment, Block, CalloutKind, Document, Inline, ListItem};
use leptos::prelude::*;

/// The first two levels of headings, for a table of contents.
pub(super) fn contents(document: &Document) -> Vec<ContentsEntry> {
    let headings = document.headings().into_iter().filter(|(level, ..)| *level <= 3);
    headings.map(|(level, id, label)| ContentsEntry { id: id.to_owned(), label, nested: level > 2 }).collect()
}

/// A text. `lang` when it is not in the language of the interface.
#[component]
pub(super) fn Markdown(
    /// The text.
    document: Document,
    /// Its language.
    lang: &'static str,
) -> impl IntoView {
    view! {
        <div class="prose" lang=lang>
            {blocks(document.blocks)}
        </div>
    }
}

fn blocks(blocks: Vec<Block>) -> Vec<AnyView> {
    blocks.into_iter().map(block).collect()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Heading { level, id, content } => heading(level, id, content),
        Block::Paragraph(content) => view! { <p>{inlines(content)}</p> }.into_any(),
        Block::Button { href, content } => view! {
            <p>
                <WebLink href class="button">
                    {inlines(content)}
                </WebLink>
            </p>
        }
        .into_any(),
        Block::List { start: Some(start), items } => {
            view! { <ol start=start.to_string()>{items.into_iter().map(item).collect_view()}</ol> }.into_any()
        }
        Block::List { start: None, items } => {
            let tasks = items.iter().any(|item| item.task.is_some());
            view! { <ul class:task-list=tasks>{items.into_iter().map(item).collect_view()}</ul> }.into_any()
        }
        Block::Code { language, text: code } => view! {
            <pre class="code" tabindex="0" role="group" aria-label=text().code_example data-language=language>
                <code>{code}</code>
            </pre>
        }
        .into_any(),
        Block::Quote(content) => view! { <blockquote>{blocks(content)}</blockquote> }.into_any(),
        Block::Callout { kind, content } => callout(kind, content),
        Block::Table { alignments, head, rows } => table(&alignments, head, rows),
        Block::Details { summary, content } => {
            let summary = if summary.is_empty() { vec![text().details.into_any()] } else { inlines(summary) };
            view! {
                <details>
                    <summary>{summary}</summary>
                    {blocks(content)}
                </details>
            }
            .into_any()
        }
        Block::Rule => view! { <hr /> }.into_any(),
    }
}

fn heading(level: u8, id: String, content: Vec<Inline>) -> AnyView {
    let content = inlines(content);
    match level {
        0..=2 => view! { <h2 id=id>{content}</h2> }.into_any(),
        3 => view! { <h3 id=id>{content}</h3> }.into_any(),
        4 => view! { <h4 id=id>{content}</h4> }.into_any(),
        5 => view! { <h5 id=id>{content}</h5> }.into_any(),
        _ => view! { <h6 id=id>{content}</h6> }.into_any(),
    }
}

fn item(item: ListItem) -> AnyView {
    let mark = item.task.map(checkbox);
    // A tight item is one paragraph: without its `<p>`, lines stay close.
    let mut content = item.blocks;
    let first = match content.first() {
        Some(Block::Paragraph(_)) => match content.remove(0) {
            Block::Paragraph(content) => inlines(content),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    view! { <li>{mark} {first} {blocks(content)}</li> }.into_any()
}

/// A task that is done or not: a drawing for the eye, a word for the ear.
fn checkbox(done: bool) -> AnyView {
    let word = if done { text().task_done } else { text().task_to_do };
    view! {
        <span class="task" class:task--done=done>
            {done.then(|| view! { <Icon name=IconName::Check /> })}
            <span class="visually-hidden">{format!("{word} : ")}</span>
        </span>
    }
    .into_any()
}

fn callout(kind: CalloutKind, content: Vec<Block>) -> AnyView {
    let (class, title) = match kind {
        CalloutKind::Note => ("callout callout--note", text().callout_note),
        CalloutKind::Tip => ("callout callout--tip", text().callout_tip),
        CalloutKind::Important => ("callout callout--important", text().callout_important),
        CalloutKind::Warning => ("callout callout--warning", text().callout_warning),
        CalloutKind::Caution => ("callout callout--caution", text().callout_caution),
    };
    view! {
        <div class=class role="note">
            <p class="callout__title">{title}</p>
            {blocks(content)}
        </div>
    }
    .into_any()
}

fn table(alignments: &[Alignment], head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>>) -> AnyView {
    let class = |column: usize| match alignments.get(column) {
        Some(Alignment::Centre) => Some("align-centre"),
        Some(Alignment::Right) => Some("align-right"),
        _ => None,
    };
    let head: Vec<AnyView> = head
        .into_iter()
        .enumerate()
        .map(|(column, cell)| {
            // An empty header cell names nothing: it must not be announced as one.
            if cell.is_empty() {
                view! { <td></td> }.into_any()
            } else {
                view! {
                    <th scope="col" class=class(column)>
                        {inlines(cell)}
                    </th>
                }
                .into_any()
            }
        })
        .collect();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(column, cell)| view! { <td class=class(column)>{inlines(cell)}</td> })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=text().table_scrollable>
            <table>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn inlines(content: Vec<Inline>) -> Vec<AnyView> {
    content.into_iter().map(inline).collect()
}

fn inline(inline: Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Code(code) => view! { <code>{code}</code> }.into_any(),
        Inline::Emphasis(content) => view! { <em>{inlines(content)}</em> }.into_any(),
        Inline::Strong(content) => view! { <strong>{inlines(content)}</strong> }.into_any(),
        Inline::Strikethrough(content) => view! { <s>{inlines(content)}</s> }.into_any(),
        Inline::Link { href, content } => view! { <WebLink href>{inlines(content)}</WebLink> }.into_any(),
        Inline::Button { href, content } => view! {
            <WebLink href class="button">
                {inlines(content)}
            </WebLink>
        }
        .into_any(),
        Inline::Image { path, alternative } => {
            view! { <img src=address::file(&path) alt=alternative loading="lazy" /> }.into_any()
        }
        Inline::Checkbox(done) => checkbox(done),
        Inline::Break => view! { <br /> }.into_any(),
    }
}
