//! Fields that hold others: lists that grow, one form among several, files.

use super::field::{field, identifier, labelled};
use super::filled::Filled;
use super::words;
use crate::browser::{document, files};
use crate::core::form::{Control, FieldForm};
use crate::core::pointer;
use crate::ui::context::language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value};

/// Items, one under the other. They are rendered again only when their number changes.
pub(super) fn list(item: &FieldForm, address: &str, filled: Filled) -> AnyView {
    let address = StoredValue::new(address.to_owned());
    let item = StoredValue::new(item.clone());
    let items = move |draft: &crate::core::call::Draft| match draft.value(&address.get_value()) {
        Some(Value::Array(items)) => items.clone(),
        _ => Vec::new(),
    };
    let count = Memo::new(move |_| filled.draft.with(|draft| items(draft).len()));
    let version = RwSignal::new(0_u32);
    let change = move |edit: &dyn Fn(&mut Vec<Value>)| {
        let mut items = filled.draft.with_untracked(|draft| items(draft));
        edit(&mut items);
        filled.set(&address.get_value(), (!items.is_empty()).then_some(Value::Array(items)));
        version.update(|version| *version += 1);
    };
    let add = move |_| {
        let first = item.with_value(first_value);
        change(&|items| items.push(first.clone()));
        let last = count.get_untracked().saturating_sub(1);
        let added = identifier(&pointer::child(&address.get_value(), &last.to_string()));
        request_animation_frame(move || {
            document::go_to_anchor(&added);
        });
    };
    let rows = move || {
        version.track();
        let row = |index: usize| {
            let name = format!("{} {}", words().item, index + 1);
            let place = pointer::child(&address.get_value(), &index.to_string());
            let label = format!("{} {} {}", words().remove, words().item.to_lowercase(), index + 1);
            let remove = move |_| change(&|items| drop((index < items.len()).then(|| items.remove(index))));
            view! {
                <li class="call__item">
                    {item.with_value(|item| labelled(item, name, place, filled))}
                    <button type="button" class="button button--quiet" aria-label=label on:click=remove>
                        {words().remove}
                    </button>
                </li>
            }
        };
        (0..count.get()).map(row).collect_view()
    };
    view! {
        <ul class="plain-list">{rows}</ul>
        <p>
            <button type="button" class="button button--quiet" on:click=add>
                {words().add_item}
            </button>
        </p>
    }
    .into_any()
}

/// What an item is before anything is typed.
fn first_value(item: &FieldForm) -> Value {
    match &item.control {
        Control::Object { .. } => Value::Object(Map::new()),
        Control::List { .. } => Value::Array(Vec::new()),
        Control::Text { .. } => Value::String(String::new()),
        _ => Value::Null,
    }
}

/// One form among several. What was typed in the others is kept for whoever comes back to them.
pub(super) fn alternatives(forms: &[FieldForm], address: &str, filled: Filled) -> AnyView {
    let chosen = RwSignal::new(0_usize);
    let kept: StoredValue<Vec<Option<Value>>> = StoredValue::new(vec![None; forms.len()]);
    let options: Vec<_> = forms
        .iter()
        .enumerate()
        .map(|(index, form)| {
            let label = match form.name.as_str() {
                "" => form.summary.get(language()).to_owned(),
                name => name.to_owned(),
            };
            view! { <option value=index.to_string()>{label}</option> }
        })
        .collect();
    let forms = StoredValue::new(forms.to_vec());
    let address = StoredValue::new(address.to_owned());
    let choose = move |event| {
        let next = event_target_value(&event).parse::<usize>().unwrap_or_default();
        let address = address.get_value();
        let old = filled.draft.with_untracked(|draft| draft.value(&address).cloned());
        let new = kept.try_update_value(|kept| {
            if let Some(place) = kept.get_mut(chosen.get_untracked()) {
                *place = old;
            }
            kept.get(next).cloned().flatten()
        });
        filled.set(&address, new.flatten());
        chosen.set(next);
    };
    let inside = move || {
        let index = chosen.get();
        forms.with_value(|forms| {
            let mut form = forms.get(index)?.clone();
            form.name = form.summary.get(language()).to_owned();
            let address = address.get_value();
            Some(match &form.control {
                Control::Object { fields, .. } if !fields.is_empty() => fields
                    .iter()
                    .map(|one| field(one, pointer::child(&address, &one.name), filled))
                    .collect_view()
                    .into_any(),
                _ => field(&form, address, filled),
            })
        })
    };
    view! {
        <label class="choice">{words().form_among} " " <select on:change=choose>{options}</select></label>
        {inside}
    }
    .into_any()
}

/// Files, chosen or dropped.
pub(super) fn file_field(several: bool, id: String, described: String, address: String, filled: Filled) -> AnyView {
    let name = StoredValue::new(pointer::tokens(&address).nth(1).unwrap_or_default());
    let take = move |list: Option<web_sys::FileList>| {
        spawn_local(async move {
            let files = files::read(list).await;
            filled.draft.try_update(|draft| draft.set_files(&name.get_value(), files));
        });
    };
    let names = move || {
        let names: Vec<String> = filled
            .draft
            .with(|draft| name.with_value(|name| draft.files(name).iter().map(|file| file.name.clone()).collect()));
        if names.is_empty() { words().files_none.to_owned() } else { names.join(", ") }
    };
    view! {
        <div
            class="call__drop"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                take(event.data_transfer().and_then(|transfer| transfer.files()));
            }
        >
            <p>{words().files_drop}</p>
            <input
                id=id
                type="file"
                multiple=several
                aria-describedby=described
                on:change=move |event| take(files::chosen(&event))
            />
            <p role="status">{names}</p>
        </div>
    }
    .into_any()
}
