//! The body: its format, then fields or text, kept in step.

use super::field::{field, identifier};
use super::filled::{Filled, empty, empty_body};
use super::words;
use crate::browser::files;
use crate::core::call::{Content, DraftBody};
use crate::core::form::{BodyForm, BodyKind, Control, MediaForm};
use crate::core::pointer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

/// The body of the request.
pub(super) fn body(form: &BodyForm, filled: Filled) -> AnyView {
    let is_sent = RwSignal::new(filled.draft.with_untracked(|draft| draft.body.is_some()));
    let first = StoredValue::new(form.clone());
    let sends = (!form.required).then(|| {
        // What was filled in is kept for whoever changes their mind.
        let kept = StoredValue::new(None::<DraftBody>);
        let change = move |event| {
            let sent = event_target_checked(&event);
            let new = if sent { kept.get_value().or_else(|| first.with_value(empty_body)) } else { None };
            let old = filled.draft.try_update(|draft| std::mem::replace(&mut draft.body, new)).flatten();
            kept.set_value(old.or(kept.get_value()));
            is_sent.set(sent);
        };
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=is_sent.get_untracked() on:change=change />
                {words().body_send}
            </label>
        }
    });
    let content = move || is_sent.get().then(|| first.with_value(|form| media(form, filled)));
    view! {
        <fieldset class="call__group" id=identifier("/body") tabindex="-1">
            <legend>{words().body}</legend>
            {sends}
            {content}
        </fieldset>
    }
    .into_any()
}

fn media(form: &BodyForm, filled: Filled) -> AnyView {
    let named = filled.draft.with_untracked(|draft| draft.body.as_ref().and_then(|body| body.media_type.clone()));
    let position = form.media.iter().position(|media| Some(&media.name) == named.as_ref());
    let chosen = RwSignal::new(position.unwrap_or_default());
    let all = StoredValue::new(form.media.clone());
    let kept: StoredValue<Vec<Option<Content>>> = StoredValue::new(vec![None; form.media.len()]);
    let choose = move |event| {
        let next = event_target_value(&event).parse::<usize>().unwrap_or_default();
        let Some((name, kind)) = all.with_value(|all| all.get(next).map(|media| (media.name.clone(), media.kind)))
        else {
            return;
        };
        let before = kept.with_value(|kept| kept.get(next).cloned().flatten());
        let new = DraftBody { media_type: Some(name), content: before.unwrap_or_else(|| empty(kind)) };
        let old = filled.draft.try_update(|draft| draft.body.replace(new)).flatten();
        kept.update_value(|kept| {
            if let Some(place) = kept.get_mut(chosen.get_untracked()) {
                *place = old.map(|body| body.content);
            }
        });
        chosen.set(next);
    };
    let options: Vec<_> = form
        .media
        .iter()
        .enumerate()
        .map(|(index, media)| {
            let is_chosen = index == chosen.get_untracked();
            view! {
                <option value=index.to_string() selected=is_chosen>
                    {media.name.clone()}
                </option>
            }
        })
        .collect();
    let choice = (form.media.len() > 1).then(|| {
        view! {
            <label class="choice">{words().body_format} " " <select on:change=choose>{options}</select></label>
        }
    });
    let content = move || all.with_value(|all| all.get(chosen.get()).map(|media| one(media, filled)));
    view! {
        {choice}
        {content}
    }
    .into_any()
}

fn one(media: &MediaForm, filled: Filled) -> AnyView {
    match media.kind {
        BodyKind::Json | BodyKind::Xml => either(media, filled),
        BodyKind::Fields => fields(media, filled),
        BodyKind::Text => text(filled, true),
        BodyKind::File => file(filled),
    }
}

/// By fields or as text. Going from one to the other carries the value along.
fn either(media: &MediaForm, filled: Filled) -> AnyView {
    let is_json = media.kind == BodyKind::Json;
    let has_fields = !matches!(media.field.control, Control::Json);
    let is_text = RwSignal::new(
        !has_fields
            || filled.draft.with_untracked(|draft| {
                matches!(draft.body.as_ref().map(|body| &body.content), Some(Content::Text(_)))
            }),
    );
    let refused = RwSignal::new(false);
    let form = StoredValue::new(media.field.clone());
    let turn = move |to_text: bool| {
        let content = filled.draft.with_untracked(|draft| draft.body.as_ref().map(|body| body.content.clone()));
        let new = match (content, to_text) {
            (Some(Content::Value(value)), true) if is_json => {
                Some(Content::Text(serde_json::to_string_pretty(&value).unwrap_or_default()))
            }
            (Some(Content::Text(text)), false) if is_json => match serde_json::from_str::<Value>(&text) {
                Ok(value) => Some(Content::Value(value)),
                Err(_) if text.trim().is_empty() => Some(empty(BodyKind::Json)),
                Err(_) => None,
            },
            // XML is written from values, not read back: each way keeps its own.
            (_, true) => Some(Content::Text(String::new())),
            (_, false) => Some(empty(BodyKind::Xml)),
        };
        match new {
            Some(content) => {
                filled.draft.update(|draft| {
                    if let Some(body) = &mut draft.body {
                        body.content = content;
                    }
                });
                refused.set(false);
                is_text.set(to_text);
            }
            None => refused.set(true),
        }
    };
    let modes = has_fields.then(|| {
        let mode = move |label: &'static str, to_text: bool| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="body-mode"
                        prop:checked=move || {
                            refused.track();
                            is_text.get() == to_text
                        }
                        on:change=move |_| turn(to_text)
                    />
                    {label}
                </label>
            }
        };
        view! {
            <div role="radiogroup" aria-label=words().body_by class="call__modes">
                {mode(words().body_by_form, false)}
                {mode(words().body_by_text, true)}
            </div>
        }
    });
    let alert = move || refused.get().then(|| view! { <p class="call__error">{words().body_not_json}</p> });
    let content = move || match is_text.get() {
        true => text(filled, true),
        false => form.with_value(|form| inside(form, filled)),
    };
    view! {
        {modes}
        <div role="alert">{alert}</div>
        {content}
    }
    .into_any()
}

/// The fields of the body itself, without a name around them.
fn inside(form: &crate::core::form::FieldForm, filled: Filled) -> AnyView {
    match &form.control {
        Control::Object { fields, .. } if !fields.is_empty() => {
            fields.iter().map(|one| field(one, pointer::child("/body", &one.name), filled)).collect_view().into_any()
        }
        _ => {
            let mut named = form.clone();
            named.name = words().body.to_owned();
            field(&named, "/body".to_owned(), filled)
        }
    }
}

fn fields(media: &MediaForm, filled: Filled) -> AnyView {
    inside(&media.field, filled)
}

fn text(filled: Filled, has_problems: bool) -> AnyView {
    let typed = filled.draft.with_untracked(|draft| match draft.body.as_ref().map(|body| &body.content) {
        Some(Content::Text(text)) => text.clone(),
        _ => String::new(),
    });
    let change = move |event| {
        let text = event_target_value(&event);
        filled.draft.update(|draft| {
            if let Some(body) = &mut draft.body {
                body.content = Content::Text(text);
            }
        });
    };
    // In a text, problems have no field of their own.
    let problems = move || {
        if !has_problems {
            return Vec::new();
        }
        let view = filled.view.get().and_then(Result::ok).unwrap_or_default();
        let own = view.problems.into_iter().filter(|problem| problem.address.starts_with("/body"));
        own.take(8)
            .map(|problem| {
                let place = problem.address.strip_prefix("/body").unwrap_or_default().to_owned();
                let what = problem.what.get(crate::ui::context::language()).to_owned();
                view! {
                    <li class="call__error">
                        <code>{place}</code>
                        " "
                        {what}
                    </li>
                }
            })
            .collect()
    };
    view! {
        <div class="field call__field">
            <label for="body-text">{words().body_text}</label>
            <textarea
                id="body-text"
                class="code"
                rows="12"
                spellcheck="false"
                aria-describedby="body-text-problems"
                prop:value=typed
                on:input=change
            ></textarea>
            <ul id="body-text-problems" class="plain-list">
                {problems}
            </ul>
        </div>
    }
    .into_any()
}

/// A body that is one file.
fn file(filled: Filled) -> AnyView {
    let take = move |list: Option<web_sys::FileList>| {
        spawn_local(async move {
            let Some(file) = files::read(list).await.into_iter().next() else { return };
            filled.draft.try_update(|draft| {
                if let Some(body) = &mut draft.body {
                    body.content = Content::File(file);
                }
            });
        });
    };
    let name = move || {
        filled.draft.with(|draft| match draft.body.as_ref().map(|body| &body.content) {
            Some(Content::File(file)) if !file.name.is_empty() => file.name.clone(),
            _ => words().files_none.to_owned(),
        })
    };
    view! {
        <div
            class="field call__field call__drop"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                take(event.data_transfer().and_then(|transfer| transfer.files()));
            }
        >
            <label for="body-file">{words().files_drop}</label>
            <input id="body-file" type="file" on:change=move |event| take(files::chosen(&event)) />
            <p role="status">{name}</p>
        </div>
    }
    .into_any()
}
