//! Variables and secrets of a call: what is filled in, what is told to be secret, what never leaves.

use super::*;
use crate::core::environment::{Environment, Variable};
use crate::core::export::{Format, Item, export};
use crate::core::history::{self, History};
use crate::core::request::Secret;
use crate::core::sharing;

fn with_password() -> Session {
    let document = json!({"openapi": "3.1.0", "servers": [{"url": "https://s.fr"}], "paths": {"/x/{place}": {"post": {
        "operationId": "x", "security": [{"key": []}], "parameters": [
            {"name": "place", "in": "path", "required": true, "schema": {"type": "string"}},
            {"name": "answer", "in": "query", "schema": {"type": "string", "format": "password"}}],
        "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {
            "word": {"type": "string", "format": "password"}, "note": {"type": "string"}}}}}},
        "responses": {"200": {"description": ""}}}}},
        "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}}});
    let mut session = Session::default();
    ask(&mut session, &Question::Take { url: "https://s.fr/d".into() }, &serde_json::to_vec(&document).unwrap());
    session
}

fn environment() -> Option<Environment> {
    let variable = |name: &str, value: &str, secret| Variable { name: name.into(), value: value.into(), secret };
    let variables = vec![variable("city", "Nîmes", false), variable("phrase", "it's 4 secrets", true)];
    Some(Environment { name: "test".into(), variables })
}

/// Secrets of each kind: told by the document, by a scheme, by a variable, by the name of a field.
const SECRETS: [&str; 5] = ["answer-told", "word-told", "s3cr3t", "it's 4 secrets", "named-token"];

fn filled() -> Draft {
    let parameter = |location, name: &str| ParameterKey { location, name: name.into() };
    let parameters = [
        (parameter(Location::Path, "place"), json!("{{city}}")),
        (parameter(Location::Query, "answer"), json!("answer-told")),
    ];
    let body = json!({"word": "word-told", "note": "{{phrase}}", "access_token": "named-token"});
    let body = DraftBody { media_type: None, content: Content::Value(body) };
    Draft { parameters: parameters.into(), body: Some(body), ..Draft::default() }
}

fn prepared(draft: Draft, environment: Option<Environment>) -> (crate::core::request::Request, Vec<Secret>) {
    let question = Question::Prepare { operation: "x".into(), draft, credentials: key(), environment };
    let Answer::Prepared { request, known, .. } = ask(&mut with_password(), &question, &[]).0 else { panic!() };
    (*request, known)
}

#[test]
fn variables_have_their_values_before_a_call_is_shown_and_sent() {
    let (request, known) = prepared(filled(), environment());
    assert!(request.url.starts_with("https://s.fr/x/N%C3%AEmes?"), "{}", request.url);
    assert!(matches!(&request.body, Body::Text(text) if text.contains("it's 4 secrets")), "{:?}", request.body);
    let told: Vec<&str> = known.iter().map(|secret| secret.value.as_str()).collect();
    assert_eq!(told, ["answer-told", "word-told"]);

    let question =
        Question::Call { operation: "x".into(), draft: filled(), credentials: key(), environment: environment() };
    let Answer::Call(view) = ask(&mut with_password(), &question, &[]).0 else { panic!() };
    for shown in [&view.message, &view.code] {
        assert!(shown.contains("{{PHRASE}}") || shown.contains("PHRASE"), "{shown}");
        assert!(!shown.contains("4 secrets") && !shown.contains("s3cr3t"), "{shown}");
    }
}

#[test]
fn a_variable_nobody_gave_a_value_is_told_at_its_field() {
    let empty = Some(Environment { name: "test".into(), variables: Vec::new() });
    let question = Question::Call { operation: "x".into(), draft: filled(), credentials: key(), environment: empty };
    let Answer::Call(view) = ask(&mut with_password(), &question, &[]).0 else { panic!() };
    let told: Vec<(&str, &str)> =
        view.problems.iter().map(|problem| (problem.code.as_str(), problem.address.as_str())).collect();
    assert!(told.contains(&("unknown-variable", "/path/place")), "{told:?}");
    assert!(told.contains(&("unknown-variable", "/body")), "{told:?}");
}

/// The way of the page: what is prepared is kept, shared and exported.
#[test]
fn no_secret_is_kept_shared_or_exported() {
    let (request, known) = prepared(filled(), environment());
    // A server that says everything back.
    let Body::Text(sent) = &request.body else { panic!() };
    let echo = format!("{} {sent} X-Key: s3cr3t", request.url);
    let headers = [("x-echo".to_owned(), "s3cr3t answer-told".to_owned())];
    let answer = history::Answer {
        status: 200,
        headers: &headers,
        body: echo.as_bytes(),
        size: echo.len() as u64,
        milliseconds: 1,
    };
    let call = history::Call {
        document: 0,
        when: 1,
        operation: "x",
        draft: &filled(),
        known: &known,
        request: &request,
        answer,
        simulated: false,
    };
    let entry = history::Entry::new(&call);
    let mut history = History::default();
    history.push(entry.clone());
    let mut out = vec![("history", history.write())];
    out.push(("link", format!("{:?}", sharing::read(&sharing::write(&filled(), &known).unwrap().fragment))));
    let (again, kept) = (entry.request(), entry.answer());
    let item = Item { name: "x", folder: "", when: 1, request: &again, answer: Some(kept) };
    for format in [Format::Har, Format::Bruno, Format::Postman] {
        out.extend(export(format, "t", &[item]).into_iter().map(|(_, text)| ("export", text)));
    }
    for (what, text) in out {
        for secret in SECRETS {
            assert!(!text.contains(secret), "{what}: {secret} in {text}");
        }
        assert!(what != "link" || text.contains("{{phrase}}"), "variables stay in what is shared: {text}");
    }
}
