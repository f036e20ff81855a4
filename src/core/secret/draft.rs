//! Drafts without secrets: to be shared, kept, exported.

use super::{Redactor, is_reference, is_secret_name};
use crate::core::call::{Content, Draft, Field, ServerChoice};
use crate::core::pointer;
use crate::core::request::style::{Location, scalar};
use crate::core::request::{RequestInput, Secret, SecretPlace, variable_name};
use serde_json::Value;

/// What the document says is secret in a call (`format: password`), to be known wherever it stands in the draft.
pub fn known(input: &RequestInput) -> Vec<Secret> {
    let parameters = input.parameters.iter().filter(|parameter| parameter.secret);
    let in_parameters = parameters.filter_map(|one| Some((one.shape.name.clone(), scalar(one.value.as_ref()?))));
    let in_body = input.body.iter().flat_map(|body| body.secrets.iter().cloned());
    let all = in_parameters.chain(in_body).filter(|(_, value)| !value.is_empty() && !is_reference(value));
    all.map(|(name, value)| Secret { variable: variable_name(&name), place: SecretPlace::Body, value }).collect()
}

/// A draft without secrets, and what it lost.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cleaned {
    /// What may leave the page.
    pub draft: Draft,
    /// JSON pointers to what was left out: `/query/api_key`, `/body/password`, `/security/oauth`.
    pub left_out: Vec<String>,
    /// The values that only their names announced, to be removed from what goes with the draft.
    pub secrets: Vec<Secret>,
}

/// `draft` without credentials, without values whose name announces a secret and without `known` secrets.
pub fn without_secrets(draft: &Draft, known: &[Secret]) -> Cleaned {
    let redactor = Redactor::new(known);
    let mut cleaner = Cleaner { known, redactor, left_out: Vec::new(), secrets: Vec::new() };
    let mut cleaned = draft.clone();
    cleaner.left_out.extend(draft.credentials.keys().map(|scheme| pointer::child("/security", scheme)));
    cleaned.credentials.clear();
    cleaner.server(&mut cleaned.server);
    for (key, value) in std::mem::take(&mut cleaned.parameters) {
        let place = pointer::child(&pointer::child("", key.location.id()), &key.name);
        let is_named = is_secret_name(&key.name) || key.location == Location::Cookie;
        if let Some(value) = cleaner.value(is_named, value, &place) {
            cleaned.parameters.insert(key, value);
        }
    }
    if let Some(body) = &mut cleaned.body {
        match &mut body.content {
            Content::Text(text) => cleaner.text(text),
            Content::Value(value) => {
                let kept = cleaner.value(false, value.take(), "/body");
                *value = kept.unwrap_or_default();
            }
            Content::Fields(fields) => {
                let kept = std::mem::take(fields).into_iter().filter_map(|(name, field)| match field {
                    Field::Value(value) => {
                        let place = pointer::child("/body", &name);
                        let value = cleaner.value(is_secret_name(&name), value, &place)?;
                        Some((name, Field::Value(value)))
                    }
                    files @ Field::Files(_) => Some((name, files)),
                });
                *fields = kept.collect();
            }
            Content::File(_) => {}
        }
    }
    Cleaned { draft: cleaned, left_out: cleaner.left_out, secrets: cleaner.secrets }
}

struct Cleaner<'a> {
    known: &'a [Secret],
    redactor: Redactor,
    left_out: Vec<String>,
    secrets: Vec<Secret>,
}

impl Cleaner<'_> {
    /// The value without its secrets; `None` when all of it is one.
    fn value(&mut self, is_named: bool, mut value: Value, place: &str) -> Option<Value> {
        if self.is_secret(is_named, &value) {
            self.leave_out(place.to_owned(), &value);
            return None;
        }
        let mut stack = vec![(&mut value, place.to_owned())];
        while let Some((value, place)) = stack.pop() {
            match value {
                // A list or an object that a person typed as JSON.
                Value::String(text) => self.nested(text, &place),
                Value::Array(items) => {
                    let places = items.iter_mut().enumerate();
                    stack.extend(places.map(|(index, item)| (item, pointer::child(&place, &index.to_string()))));
                }
                Value::Object(members) => {
                    members.retain(|name, member| {
                        let is_secret = self.is_secret(is_secret_name(name), member);
                        if is_secret {
                            self.leave_out(pointer::child(&place, name), member);
                        }
                        !is_secret
                    });
                    let places = members.iter_mut();
                    stack.extend(places.map(|(name, member)| (member, pointer::child(&place, name))));
                }
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        Some(value)
    }

    /// Remembers what goes, and every text and long number in it.
    fn leave_out(&mut self, place: String, value: &Value) {
        let variable = variable_name(pointer::tokens(&place).last().as_deref().unwrap_or_default());
        self.left_out.push(place);
        let mut stack = vec![value];
        while let Some(value) = stack.pop() {
            let value = match value {
                Value::String(text) if !text.is_empty() && !is_reference(text) => text.clone(),
                Value::Number(number) if number.to_string().len() > 3 => number.to_string(),
                Value::Array(items) => {
                    stack.extend(items);
                    continue;
                }
                Value::Object(members) => {
                    stack.extend(members.values());
                    continue;
                }
                _ => continue,
            };
            self.secrets.push(Secret { variable: variable.clone(), place: SecretPlace::Body, value });
        }
    }

    /// Whether a value goes whole. Containers with a telling name go too: what they hold is not looked into.
    fn is_secret(&self, is_named: bool, value: &Value) -> bool {
        let written = match value {
            Value::Null | Value::Bool(_) => return false,
            Value::String(text) if text.is_empty() || is_reference(text) => return false,
            Value::String(text) => text.as_str(),
            Value::Array(_) | Value::Object(_) => return is_named,
            Value::Number(_) => &value.to_string(),
        };
        is_named || self.known.iter().any(|secret| secret.value == written)
    }

    /// A text inside a value. JSON in a text in JSON: each level doubles its escapes, so there are few.
    fn nested(&mut self, text: &mut String, place: &str) {
        if text.trim_start().starts_with(['{', '['])
            && !is_reference(text)
            && let Ok(inside) = serde_json::from_str::<Value>(text)
        {
            let before = self.left_out.len();
            let cleaned = self.value(false, inside, place);
            if self.left_out.len() > before {
                *text = cleaned.unwrap_or_default().to_string();
            }
            return;
        }
        let cleaned = self.redactor.text(text);
        if cleaned != *text {
            self.left_out.push(place.to_owned());
            *text = cleaned;
        }
    }

    /// A body typed as text. What is no JSON and speaks of secrets goes whole: nothing says where they stand in it.
    fn text(&mut self, text: &mut String) {
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        if is_json || !is_secret_name(text) {
            self.nested(text, "/body");
        } else {
            text.clear();
            self.left_out.push("/body".to_owned());
        }
    }

    fn server(&mut self, choice: &mut ServerChoice) {
        match choice {
            ServerChoice::Listed { variables, .. } => {
                let known = self.known;
                let is_known = |value: &str| known.iter().any(|secret| secret.value == value);
                variables.retain(|name, value| {
                    let goes = (is_secret_name(name) || is_known(value)) && !is_reference(value);
                    if goes {
                        self.leave_out(pointer::child("/server", name), &Value::from(value.as_str()));
                    }
                    !goes
                });
            }
            ServerChoice::Other(url) => {
                let cleaned = self.redactor.text(&public_address(url));
                if cleaned != *url {
                    self.left_out.push("/server".to_owned());
                    *url = cleaned;
                }
            }
        }
    }
}

/// An address without account, nor the secrets of its query that names announce.
pub fn public_address(url: &str) -> String {
    let (address, query) = url.split_once('?').map_or((url, None), |(address, query)| (address, Some(query)));
    let (scheme, rest) = address.split_once("//").map_or(("", address), |(scheme, rest)| (scheme, rest));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let separator = if rest.len() == address.len() { "" } else { "//" };
    let mut public = [scheme, separator, host, path].concat();
    if let Some(query) = query {
        let is_public = |pair: &&str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            !is_secret_name(name) || is_reference(value)
        };
        let kept: Vec<&str> = query.split('&').filter(is_public).collect();
        if !kept.is_empty() {
            public.push('?');
            public.push_str(&kept.join("&"));
        }
    }
    public
}
