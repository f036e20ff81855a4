//! [`lead`]: the draft of the operation that a link of an answer leads to (OpenAPI 3.1, §4.8.20, Link Object).
//!
//! Never here: which operation that is, sending.

use super::draft::{Content, Draft, DraftBody, ParameterKey, ServerChoice};
use super::follow::typed;
use crate::core::openapi::{Documents, Link, Operation};
use crate::core::pointer;
use crate::core::request::style::Location;
use serde_json::Value;

/// A call that was answered: what runtime expressions read.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'r> {
    /// What was called.
    pub operation: &'r Operation<'r>,
    /// What was filled in. Credentials are not for expressions.
    pub draft: &'r Draft,
    /// The address called.
    pub url: &'r str,
    /// Status of the answer.
    pub status: u16,
    /// Its headers that can be read.
    pub headers: &'r [(String, String)],
    /// Its body, where it is JSON.
    pub body: Option<&'r Value>,
}

/// What a link fills in, and what it could not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lead {
    /// The draft of the operation it leads to.
    pub draft: Draft,
    /// Expressions that gave nothing, as written: the person fills them in.
    pub missing: Vec<String>,
}

/// The draft of `target` that `link` makes of an answer.
pub fn lead<'a>(
    link: &Link<'_>,
    target: &Operation<'a>,
    answered: &Answered<'_>,
    documents: &'a dyn Documents,
) -> Lead {
    let mut lead = Lead::default();
    lead.draft.server = match &link.server {
        Some(server) if server.variables.is_empty() => ServerChoice::Other(server.url.to_string()),
        // Its own server, or, where both have the same, the one chosen for the call before.
        _ if target.servers.iter().map(|one| &one.url).eq(answered.operation.servers.iter().map(|one| &one.url)) => {
            answered.draft.server.clone()
        }
        _ => ServerChoice::default(),
    };
    for (name, written) in &link.parameters {
        let (location, name) = qualified(name);
        let is_meant = |one: &&_| is_parameter(one, location, name);
        let Some(parameter) = target.parameters.iter().find(is_meant) else { continue };
        if let Some(value) = lead.read(written, answered) {
            let value = match value.as_str() {
                Some(text) => typed(parameter, text, documents),
                None => value,
            };
            lead.draft.parameters.insert(ParameterKey::of(parameter), value);
        }
    }
    if let Some(value) = link.request_body.and_then(|written| lead.read(written, answered)) {
        let content = match value {
            Value::String(text) => Content::Text(text),
            value => Content::Value(value),
        };
        lead.draft.body = Some(DraftBody { media_type: None, content });
    }
    lead
}

fn is_parameter(one: &crate::core::openapi::Parameter<'_>, location: Option<Location>, name: &str) -> bool {
    one.name == name && location.is_none_or(|location| one.location == location)
}

/// `path.id` as a location and a name; a name alone has no location.
fn qualified(name: &str) -> (Option<Location>, &str) {
    let found = [
        ("path.", Location::Path),
        ("query.", Location::Query),
        ("header.", Location::Header),
        ("cookie.", Location::Cookie),
    ];
    let found = found.into_iter().find_map(|(prefix, location)| Some((location, name.strip_prefix(prefix)?)));
    found.map_or((None, name), |(location, name)| (Some(location), name))
}

impl Lead {
    /// The value of a constant, an expression, or a text with expressions between braces.
    fn read(&mut self, written: &Value, answered: &Answered<'_>) -> Option<Value> {
        let Some(text) = written.as_str() else { return Some(written.clone()) };
        if text.starts_with('$') {
            return self.evaluate(text, answered);
        }
        let (mut whole, mut rest) = (String::new(), text);
        while let Some((before, after)) = rest.split_once("{$") {
            let Some((expression, after)) = after.split_once('}') else { break };
            whole.push_str(before);
            match self.evaluate(&["$", expression].concat(), answered)? {
                Value::String(text) => whole.push_str(&text),
                value => whole.push_str(&value.to_string()),
            }
            rest = after;
        }
        whole.push_str(rest);
        Some(Value::String(whole))
    }

    fn evaluate(&mut self, expression: &str, answered: &Answered<'_>) -> Option<Value> {
        let value = evaluate(expression, answered);
        if value.is_none() && !self.missing.iter().any(|other| other == expression) {
            self.missing.push(expression.to_owned());
        }
        value
    }
}

/// The value of a runtime expression; `None` where there is none.
fn evaluate(expression: &str, answered: &Answered<'_>) -> Option<Value> {
    match expression {
        "$url" => return Some(Value::from(answered.url)),
        "$method" => return Some(Value::from(answered.operation.method.as_str())),
        "$statusCode" => return Some(Value::from(answered.status)),
        _ => {}
    }
    if let Some(source) = expression.strip_prefix("$response.") {
        return match source.split_once('.') {
            Some(("header", name)) => {
                let found = answered.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
                found.map(|(_, value)| Value::from(value.as_str()))
            }
            _ => inside(answered.body?, source),
        };
    }
    let source = expression.strip_prefix("$request.")?;
    if let (Some(location), name) = qualified(source) {
        let key = answered.operation.parameters.iter().find(|one| is_parameter(one, Some(location), name))?;
        return answered.draft.parameters.get(&ParameterKey::of(key)).cloned();
    }
    match &answered.draft.body.as_ref()?.content {
        Content::Value(value) => inside(value, source),
        Content::Text(text) => inside(&serde_json::from_str(text).ok()?, source),
        Content::Fields(_) | Content::File(_) => None,
    }
}

/// `body`, or `body#/pointer`.
fn inside(body: &Value, source: &str) -> Option<Value> {
    match source.strip_prefix("body")? {
        "" => Some(body.clone()),
        fragment => {
            let mut value = body;
            for token in pointer::tokens(fragment.strip_prefix('#')?) {
                value = match value {
                    Value::Array(items) => items.get(token.parse::<usize>().ok()?)?,
                    other => other.get(&*token)?,
                };
            }
            Some(value.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::openapi::{Document, NoDocuments, OperationId};

    use serde_json::json;

    fn document() -> Document {
        let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}});
        let tag = json!({"name": "tag", "in": "query", "schema": {"type": "string"}});
        let value = json!({
            "openapi": "3.1.0",
            "servers": [{"url": "https://a.example.fr"}, {"url": "https://b.example.fr"}],
            "paths": {
                "/things": {"post": {"operationId": "add", "parameters": [tag],
                    "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
                    "responses": {"201": {"description": "Done", "links": {
                        "body": {"operationId": "get", "parameters": {"id": "$response.body#/made/0/id"}},
                        "header": {"operationId": "get", "parameters": {"path.id": "$response.header.x-id"}},
                        "request": {"operationId": "get", "parameters": {"query.tag": "{$request.query.tag}-{$statusCode}"},
                                    "requestBody": "$request.body#/name"},
                        "nothing": {"operationId": "get", "parameters": {"id": "$response.body#/no"}},
                        "constant": {"operationId": "get", "parameters": {"id": 4, "other": 1}, "requestBody": {"a": "$url"}},
                    }}}}},
                "/things/{id}": {"get": {"operationId": "get", "parameters": [id, tag], "responses": {}}},
            },
        });
        Document::read(value.to_string().as_bytes(), "https://example.fr/openapi.json").0
    }

    fn led(name: &str) -> Lead {
        let document = document();
        let (add, _) = document.operation(&OperationId::new("add"), &NoDocuments).unwrap();
        let (get, _) = document.operation(&OperationId::new("get"), &NoDocuments).unwrap();
        let mut draft = Draft { server: ServerChoice::Listed { index: 1, variables: [].into() }, ..Draft::default() };
        draft.set("/query/tag", Some(json!("blue")));
        draft.set("/body/name", Some(json!("Ann")));
        let headers = [("X-Id".to_owned(), "7".to_owned())];
        let body = json!({"made": [{"id": 12}]});
        let answered = Answered {
            operation: &add,
            draft: &draft,
            url: "https://b.example.fr/things",
            status: 201,
            headers: &headers,
            body: Some(&body),
        };
        let links = &add.response(201).unwrap().links;
        lead(links.iter().find(|link| link.name == name).unwrap(), &get, &answered, &NoDocuments)
    }

    #[test]
    fn fills_in_what_an_answer_says() {
        let cases = [
            ("body", "/path/id", json!(12)),
            // What headers say is text: a parameter that is a number gets one.
            ("header", "/path/id", json!(7)),
            ("request", "/query/tag", json!("blue-201")),
            ("constant", "/path/id", json!(4)),
        ];
        for (name, address, expected) in cases {
            let lead = led(name);
            assert_eq!(lead.draft.value(address), Some(&expected), "{name}");
            assert_eq!(lead.missing, Vec::<String>::new(), "{name}");
            assert_eq!(lead.draft.server, ServerChoice::Listed { index: 1, variables: [].into() }, "{name}");
        }
        assert_eq!(led("request").draft.body.unwrap().content, Content::Text("Ann".to_owned()));
        // A literal value is not searched for expressions.
        assert_eq!(led("constant").draft.body.unwrap().content, Content::Value(json!({"a": "$url"})));
    }

    #[test]
    fn says_which_expressions_gave_nothing() {
        let lead = led("nothing");
        assert_eq!(lead.missing, ["$response.body#/no"]);
        assert!(lead.draft.parameters.is_empty());
    }
}
