//! One field of the form, whatever it is filled in with.

use super::filled::Filled;
use super::several::{alternatives, file_field, list};
use super::words;
use crate::core::address::percent_encode;
use crate::core::form::{Choice, Control, FieldForm, TextKind};
use crate::core::pointer;
use crate::ui::context::{catalogue, language};
use leptos::prelude::*;
use serde_json::Value;

/// The identifier of the field at `address`: problems link to it.
pub(super) fn identifier(address: &str) -> String {
    format!("field{}", percent_encode(address))
}

/// A field under its own name. `address`: where its value goes.
pub(super) fn field(form: &FieldForm, address: String, filled: Filled) -> AnyView {
    let name = form.name.clone();
    labelled(form, name, address, filled)
}

/// A field under a name that is given.
pub(super) fn labelled(form: &FieldForm, name: String, address: String, filled: Filled) -> AnyView {
    match &form.control {
        Control::Object { fields, .. } if !fields.is_empty() => {
            let fields: Vec<AnyView> =
                fields.iter().map(|one| field(one, pointer::child(&address, &one.name), filled)).collect();
            group(form, name, &address, filled, fields.into_any())
        }
        Control::List { item } => {
            let inside = list(item, &address, filled);
            group(form, name, &address, filled, inside)
        }
        Control::Alternatives(forms) => {
            let inside = alternatives(forms, &address, filled);
            group(form, name, &address, filled, inside)
        }
        _ => single(form, name, address, filled),
    }
}

/// Several fields under one name.
fn group(form: &FieldForm, name: String, address: &str, filled: Filled, inside: AnyView) -> AnyView {
    let hint = hint(form, address);
    let error = error(address, filled);
    view! {
        <fieldset class="call__group" id=identifier(address) tabindex="-1">
            <legend>{name} " " {marks(form)}</legend>
            {hint}
            {error}
            {inside}
        </fieldset>
    }
    .into_any()
}

/// What ties an element to its value, its label, its hint and its error.
struct Binding {
    id: String,
    /// Identifiers of its hint and of its error.
    described: String,
    is_invalid: Signal<bool>,
    /// Where its value goes.
    address: String,
    filled: Filled,
}

impl Binding {
    fn value(&self) -> Option<Value> {
        self.filled.draft.with_untracked(|draft| draft.value(&self.address).cloned())
    }
}

fn single(form: &FieldForm, name: String, address: String, filled: Filled) -> AnyView {
    let id = identifier(&address);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint_id} {error_id}");
    let hint = hint(form, &address);
    let error = error(&address, filled);
    let watched = address.clone();
    let is_invalid = Signal::derive(move || filled.problem(&watched).is_some_and(|problem| problem.is_error));
    let binding = Binding { id: id.clone(), described, is_invalid, address, filled };
    let control = control(form, binding);
    view! {
        <div class="field call__field">
            <label for=id>
                <span lang=catalogue().site.content_language.tag()>{name}</span>
                " "
                {marks(form)}
            </label>
            {hint}
            {control}
            {error}
        </div>
    }
    .into_any()
}

fn marks(form: &FieldForm) -> impl IntoView + use<> {
    let required = form.required.then(|| view! { <span class="call__mark">"(" {words().required} ")"</span> });
    let deprecated =
        form.deprecated.then(|| view! { <span class="badge badge--deprecated">{words().deprecated}</span> });
    view! {
        {required}
        {deprecated}
    }
}

fn hint(form: &FieldForm, address: &str) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    let words = (!form.hint.is_empty()).then(|| {
        let hint = form.hint.clone();
        view! { " " <span lang=lang>{hint}</span> }
    });
    let is_json = match &form.control {
        Control::Json => true,
        Control::Object { fields, .. } => fields.is_empty(),
        _ => false,
    };
    let json = is_json.then(|| format!(" {}", self::words().json_hint));
    view! {
        <p class="call__hint" id=format!("{}-hint", identifier(address))>
            {form.summary.get(language()).to_owned()}
            {json}
            {words}
        </p>
    }
}

fn error(address: &str, filled: Filled) -> impl IntoView + use<> {
    let id = format!("{}-error", identifier(address));
    let address = address.to_owned();
    let message = move || {
        let problem = filled.problem(&address)?;
        let class = if problem.is_error { "call__error" } else { "call__warning" };
        let what = problem.what.get(language()).to_owned();
        Some(view! { <span class=class>{what}</span> })
    };
    view! { <p id=id>{message}</p> }
}

fn control(form: &FieldForm, binding: Binding) -> AnyView {
    match &form.control {
        Control::Boolean => {
            let choices = [(true, words().yes), (false, words().no)];
            let choices = choices.map(|(value, label)| Choice { value: Value::Bool(value), label: label.to_owned() });
            choice(&choices, form.required, binding)
        }
        Control::Choice(choices) => choice(choices, form.required, binding),
        Control::File { several } => {
            file_field(*several, binding.id, binding.described, binding.address, binding.filled)
        }
        Control::Number { .. } => {
            let read = |text: &str| serde_json::from_str::<serde_json::Number>(text).map(Value::Number).ok();
            input("text", "decimal", read, form, binding)
        }
        Control::Text { kind: TextKind::Lines, .. } => area(|_| None, binding),
        Control::Text { kind, .. } => {
            let kind = match kind {
                TextKind::Password => "password",
                TextKind::Date => "date",
                TextKind::Email => "email",
                TextKind::Url => "url",
                // Browsers have no field for a date with its time zone.
                TextKind::Line | TextKind::Lines | TextKind::DateTime => "text",
            };
            input(kind, "text", |_| None, form, binding)
        }
        Control::Json | Control::Object { .. } | Control::List { .. } | Control::Alternatives(_) => {
            area(|text| serde_json::from_str(text).ok(), binding)
        }
    }
}

/// Keeps what was typed: as `read` gives it, as text where it gives nothing; nothing typed is nothing sent.
fn typed(text: String, read: fn(&str) -> Option<Value>, address: &str, filled: Filled) {
    let value = if text.is_empty() { None } else { Some(read(&text).unwrap_or(Value::String(text))) };
    filled.set(address, value);
}

/// A value as it is typed.
fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => serde_json::to_string_pretty(other).unwrap_or_default(),
    }
}

fn input(
    kind: &'static str,
    mode: &'static str,
    read: fn(&str) -> Option<Value>,
    form: &FieldForm,
    binding: Binding,
) -> AnyView {
    let value = shown(binding.value().as_ref());
    let Binding { id, described, is_invalid, address, filled } = binding;
    let example = form.example.as_ref().or(form.default.as_ref());
    let placeholder = example.filter(|_| kind != "password").map(|value| shown(Some(value)));
    view! {
        <input
            id=id
            type=kind
            inputmode=mode
            autocomplete="off"
            spellcheck="false"
            placeholder=placeholder
            aria-describedby=described
            aria-invalid=move || is_invalid.get().then_some("true")
            aria-required=form.required.then_some("true")
            prop:value=value
            on:input=move |event| typed(event_target_value(&event), read, &address, filled)
        />
    }
    .into_any()
}

fn area(read: fn(&str) -> Option<Value>, binding: Binding) -> AnyView {
    let value = shown(binding.value().as_ref());
    let Binding { id, described, is_invalid, address, filled } = binding;
    view! {
        <textarea
            id=id
            rows="4"
            spellcheck="false"
            aria-describedby=described
            aria-invalid=move || is_invalid.get().then_some("true")
            prop:value=value
            on:input=move |event| typed(event_target_value(&event), read, &address, filled)
        ></textarea>
    }
    .into_any()
}

fn choice(choices: &[Choice], required: bool, binding: Binding) -> AnyView {
    let value = binding.value();
    let Binding { id, described, is_invalid, address, filled } = binding;
    let values: Vec<Value> = choices.iter().map(|choice| choice.value.clone()).collect();
    let options: Vec<_> = choices
        .iter()
        .enumerate()
        .map(|(index, choice)| {
            let written = shown(Some(&choice.value));
            let label = match (choice.label.as_str(), choice.value.is_boolean()) {
                ("", _) => written,
                (label, true) => label.to_owned(),
                (label, false) => format!("{written} — {label}"),
            };
            view! {
                <option value=index.to_string() selected=value.as_ref() == Some(&choice.value)>
                    {label}
                </option>
            }
        })
        .collect();
    let none = if required { words().choose } else { words().not_sent };
    view! {
        <select
            id=id
            aria-describedby=described
            aria-invalid=move || is_invalid.get().then_some("true")
            on:change=move |event| {
                let chosen = event_target_value(&event).parse::<usize>().ok();
                filled.set(&address, chosen.and_then(|index| values.get(index).cloned()));
            }
        >
            <option value="" selected=value.is_none()>
                "— "
                {none}
            </option>
            {options}
        </select>
    }
    .into_any()
}
