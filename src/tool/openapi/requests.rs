//! `openapi requests`: what a person would fill in for one operation, and the request it makes.

use super::files::{self, Files};
use super::lines::{member, text_member};
use crate::core::call::{Content, Draft, DraftBody, Field, Given, ParameterKey, ServerChoice, request};
use crate::core::i18n::{Language, Text};
use crate::core::openapi::{Document, Operation, OperationEntry};
use crate::core::request::style::scalar;
use crate::core::request::{Body, File, PartValue, Request, base64};
use crate::core::uri;
use crate::tool::report::row;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Documents read from files, kept for the cases that follow.
#[derive(Debug, Default)]
pub(super) struct Requests(HashMap<String, (Document, Files)>);

impl Requests {
    /// Answers a case: the request that is made of the operation.
    pub(super) fn answer(&mut self, case: &Value, language: Language) -> Result<Map<String, Value>, Text> {
        let address = text_member(case, "contextUrl").unwrap_or_default();
        let read;
        let (document, others) = match member(case, "doc")? {
            Value::String(path) => {
                let key = format!("{address} {path}");
                if !self.0.contains_key(&key) {
                    let (document, others) = files::read_at(Path::new(path), address)?;
                    self.0.insert(key.clone(), (document, others));
                }
                self.0.get(&key).ok_or_else(no_operation)?
            }
            document => {
                read = (Document::new(document.clone(), address), Files::default());
                &read
            }
        };
        let (entries, _) = document.operations(others);
        let entry = find(&entries, case)?;
        let (operation, _) = document.open(entry, others);
        let mut draft = Draft {
            server: server(&operation, case),
            accept: text_member(case, "responseContentType").map(str::to_owned),
            credentials: credentials(case),
            ..Draft::default()
        };
        let left = parameters(&operation, case, &mut draft);
        draft.body = body(&operation, case, left);
        let (request, problems) = request(&operation, &draft, others);
        let mut answer = written(&request);
        let problems = problems.iter().map(|problem| row(problem, language)).collect();
        answer.insert("problems".to_owned(), Value::Array(problems));
        Ok(answer)
    }
}

/// The operation a case names.
fn find<'e, 'a>(entries: &'e [OperationEntry<'a>], case: &Value) -> Result<&'e OperationEntry<'a>, Text> {
    let (id, path, method) =
        (text_member(case, "operationId"), text_member(case, "pathName"), text_member(case, "method"));
    let named = |entry: &&OperationEntry<'_>| {
        let by_place =
            path == Some(entry.path) && method.is_some_and(|method| entry.method.eq_ignore_ascii_case(method));
        id.map_or(by_place, |id| entry.id.as_str() == id)
    };
    entries.iter().find(named).ok_or_else(no_operation)
}

pub(super) fn no_operation() -> Text {
    Text::new(
        "Le document n’a pas cette opération. Donnez son operationId, ou son chemin et sa méthode.",
        "The document has no such operation. Give its operationId, or its path and method.",
    )
}

/// The server a case asks for: one of those described, by its address as written or resolved, or another.
fn server(operation: &Operation<'_>, case: &Value) -> ServerChoice {
    let given = case.get("serverVariables").and_then(Value::as_object).into_iter().flatten();
    let variables: BTreeMap<String, String> = given.map(|(name, value)| (name.clone(), scalar(value))).collect();
    let scheme = text_member(case, "scheme").map(|scheme| format!("{scheme}:"));
    let index = match (text_member(case, "server"), scheme) {
        (Some(asked), _) => {
            let is_asked = |url: &str, base: &str| url == asked || uri::join(base, url) == asked;
            match operation.servers.iter().position(|server| is_asked(&server.url, server.base_url())) {
                Some(index) => index,
                None => return ServerChoice::Other(asked.to_owned()),
            }
        }
        (None, Some(scheme)) => {
            let position = operation.servers.iter().position(|server| server.url.starts_with(&scheme));
            match (position, operation.servers.first()) {
                (Some(index), _) => index,
                // OpenAPI 2.0 lets a client choose a scheme the document does not name.
                (None, Some(server)) => {
                    let rest = server.url.split_once("//").map_or(server.url.as_ref(), |(_, rest)| rest);
                    return ServerChoice::Other(format!("{scheme}//{rest}"));
                }
                (None, None) => 0,
            }
        }
        (None, None) => 0,
    };
    ServerChoice::Listed { index, variables }
}

/// Files the parameters of a case under their keys; gives back those the operation has none of.
fn parameters(operation: &Operation<'_>, case: &Value, draft: &mut Draft) -> Map<String, Value> {
    let mut left = Map::new();
    for (name, value) in case.get("parameters").and_then(Value::as_object).into_iter().flatten() {
        let mut found = false;
        for parameter in &operation.parameters {
            let place = format!("{}.{}", parameter.location.id(), parameter.name);
            let is_named = parameter.name == name || place == *name;
            let is_placed = place == *name;
            let key = ParameterKey::of(parameter);
            // `query.id` says more than `id`.
            if is_named && (is_placed || !draft.parameters.contains_key(&key)) {
                draft.parameters.insert(key, value.clone());
            }
            found |= is_named;
        }
        if !found {
            left.insert(name.clone(), value.clone());
        }
    }
    left
}

/// The body of a case. OpenAPI 2.0 files it among parameters: `left` holds those that are none here.
fn body(operation: &Operation<'_>, case: &Value, left: Map<String, Value>) -> Option<DraftBody> {
    let media_type = text_member(case, "requestContentType").map(str::to_owned);
    let in_place = |place: &str, name: &str| name.strip_prefix(place).unwrap_or(name).to_owned();
    let value = match case.get("requestBody") {
        Some(value) => value.clone(),
        None => {
            let described = operation.request_body.as_ref()?;
            let whole = described.value.and_then(|value| value.get("name")).and_then(Value::as_str);
            let whole = whole.and_then(|whole| left.iter().find(|(name, _)| in_place("body.", name) == whole));
            match whole {
                Some((_, value)) => value.clone(),
                None if left.is_empty() || described.value.is_some() => return None,
                None => left.into_iter().map(|(name, value)| (in_place("formData.", &name), value)).collect(),
            }
        }
    };
    let content = match &value {
        Value::Object(members) if members.values().any(|value| !files_of(value).is_empty()) => {
            let field = |value: &Value| match files_of(value) {
                files if files.is_empty() => Field::Value(value.clone()),
                files => Field::Files(files),
            };
            Content::Fields(members.iter().map(|(name, value)| (name.clone(), field(value))).collect())
        }
        value => match files_of(value).pop() {
            Some(file) => Content::File(file),
            None => Content::Value(value.clone()),
        },
    };
    Some(DraftBody { media_type, content })
}

/// The files that a value stands for: one, or a list of them.
fn files_of(value: &Value) -> Vec<File> {
    let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let file = |value: &Value| {
        let file = value.get("__file")?;
        let text = |name: &str| file.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let bytes = match file.get("base64").and_then(Value::as_str) {
            Some(encoded) => base64::decode(encoded)?,
            None => text("text").into_bytes(),
        };
        Some(File { name: text("name"), media_type: text("type"), bytes })
    };
    items.iter().map(file).collect::<Option<Vec<_>>>().unwrap_or_default()
}

fn credentials(case: &Value) -> BTreeMap<String, Given> {
    let authorized = case.pointer("/securities/authorized").and_then(Value::as_object).into_iter().flatten();
    let given = |value: &Value| {
        let inner = value.get("value").unwrap_or(value);
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        if let Some(token) = value.get("token").or(inner.get("token")) {
            let access = text(token, "access_token").or_else(|| token.as_str().map(str::to_owned))?;
            return Some(Given::Token { kind: text(token, "token_type"), token: access });
        }
        if let Some(user) = text(inner, "username") {
            return Some(Given::Account { user, password: text(inner, "password").unwrap_or_default() });
        }
        inner.as_str().map(|value| Given::Value(value.to_owned()))
    };
    authorized.filter_map(|(name, value)| Some((name.clone(), given(value)?))).collect()
}

fn written(request: &Request) -> Map<String, Value> {
    let headers = request.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), Value::from(value.as_str())));
    let mut written = Map::from_iter([
        ("method".to_owned(), Value::from(request.method.as_str())),
        ("url".to_owned(), Value::from(request.url.as_str())),
        ("headers".to_owned(), Value::Object(headers.collect())),
    ]);
    match &request.body {
        Body::None => {}
        Body::Text(text) => {
            written.insert("body".to_owned(), Value::from(text.as_str()));
        }
        Body::Bytes(file) => {
            written.insert("body".to_owned(), text_or_bytes(&file.bytes));
        }
        Body::Form(parts) => {
            let parts = parts.iter().map(|part| match &part.value {
                PartValue::Text(text) => match &part.content_type {
                    Some(media) => json!({ "name": part.name, "value": text, "type": media }),
                    None => json!({ "name": part.name, "value": text }),
                },
                PartValue::File(file) => json!({
                    "name": part.name,
                    "filename": file.name,
                    "type": part.content_type,
                    "text": text_or_bytes(&file.bytes),
                }),
            });
            written.insert("form".to_owned(), parts.collect());
            // Whoever sends adds the boundary.
            if let Some(Value::Object(headers)) = written.get_mut("headers") {
                headers.entry("content-type").or_insert_with(|| Value::from("multipart/form-data"));
            }
        }
    }
    written
}

/// Bytes as text where they are some, else in Base64.
fn text_or_bytes(bytes: &[u8]) -> Value {
    match std::str::from_utf8(bytes) {
        Ok(text) => Value::from(text),
        Err(_) => json!({ "base64": base64::encode(bytes) }),
    }
}
