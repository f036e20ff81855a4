//! A session, asked as the page asks: through packets.

mod secrets;
mod simulate;

use super::*;
use crate::core::call::{Content, DraftBody, Field, Given, ParameterKey};
use crate::core::i18n::Language;
use crate::core::request::style::Location;
use crate::core::request::{Body, File};
use serde_json::{Value, json};

fn document() -> Value {
    json!({"openapi": "3.1.0", "servers": [{"url": "/v1"}], "paths": {"/x": {"post": {"operationId": "x",
        "security": [{"key": []}],
        "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 10}}],
        "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "required": ["file"],
            "properties": {"file": {"type": "string", "format": "binary"}, "day": {"type": "string", "format": "date"}}}}}},
        "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "other.json#/S"}}}}}}}},
        "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}}})
}

/// Asks through packets, as two programs do.
fn ask(session: &mut Session, question: &Question, bytes: &[u8]) -> (Answer, Vec<u8>) {
    let sent = packet::write(question, bytes);
    let (question, bytes) = packet::read::<Question>(&sent).unwrap();
    let (answer, bytes) = session.answer(question, bytes);
    let sent = packet::write(&answer, &bytes);
    let (answer, bytes) = packet::read::<Answer>(&sent).unwrap();
    (answer, bytes.to_vec())
}

fn opened() -> Session {
    let mut session = Session::default();
    let text = serde_json::to_vec(&document()).unwrap();
    let Answer::Read(read) = ask(&mut session, &Question::Take { url: "https://s.fr/c/api.json".into() }, &text).0
    else {
        panic!()
    };
    let other = br#"{"S": {"type": "object", "properties": {"n": {"type": "integer"}}}}"#;
    ask(&mut session, &Question::Give { url: read.missing[0].clone() }, other);
    session
}

fn key() -> Credentials {
    [("key".to_owned(), Given::Value("s3cr3t".into()))].into()
}

fn draft(limit: Value) -> Draft {
    let file = File { name: "f.bin".into(), media_type: "a/b".into(), bytes: vec![0, 255, 7] };
    let fields = vec![("file".into(), Field::Files(vec![file])), ("day".into(), Field::Value(json!("2026-02-30")))];
    let body = DraftBody { media_type: None, content: Content::Fields(fields) };
    let parameters = [(ParameterKey { location: Location::Query, name: "limit".into() }, limit)].into();
    Draft { parameters, body: Some(body), ..Draft::default() }
}

#[test]
fn a_draft_is_shown_without_secrets_and_judged_field_by_field() {
    let mut session = opened();
    let question =
        Question::Call { operation: "x".into(), draft: draft(json!(12)), credentials: key(), environment: None };
    let Answer::Call(view) = ask(&mut session, &question, &[]).0 else { panic!() };
    assert_eq!((view.method.as_str(), view.url.as_str()), ("POST", "https://s.fr/v1/x?limit=12"));
    assert!(!view.message.contains("s3cr3t") && !view.code.contains("s3cr3t"), "{}", view.message);
    assert!(view.message.contains("X-Key: {{KEY}}"), "{}", view.message);
    let addresses: Vec<&str> = view.problems.iter().map(|problem| problem.address.as_str()).collect();
    assert_eq!(addresses, ["/query/limit", "/body/day"]);
    assert!(view.problems.iter().all(|problem| problem.is_error));
}

#[test]
fn files_travel_beside_the_request() {
    let mut session = opened();
    let mut draft = draft(json!(3));
    let files = packet::take_draft_files(&mut draft);
    let question = Question::Prepare { operation: "x".into(), draft, credentials: key(), environment: None };
    let (answer, bytes) = ask(&mut session, &question, &files);
    let Answer::Prepared { mut request, problems, known: _ } = answer else { panic!() };
    packet::give_request_files(&mut request, &bytes);
    assert!(problems.is_empty());
    assert_eq!(request.header("X-Key"), Some("s3cr3t"));
    let Body::Form(parts) = &request.body else { panic!() };
    let crate::core::request::PartValue::File(file) = &parts[0].value else { panic!() };
    assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("f.bin", [0, 255, 7].as_slice()));
}

#[test]
fn answers_are_held_against_schemas_of_any_document() {
    let mut session = opened();
    let question = |content_type: &str, status| Question::Check {
        operation: "x".into(),
        status,
        content_type: content_type.into(),
        headers: Vec::new(),
    };
    for (content_type, status, body, expect) in [
        ("application/json", 200, r#"{"n": 1}"#, vec![]),
        ("application/json; charset=utf-8", 200, r#"{"n": "1"}"#, vec![Some("/n")]),
        ("application/json", 200, "{", vec![None]),
        ("text/html", 200, "<p>", vec![None]),
        ("", 200, "x", vec![None]),
        ("application/json", 200, "", vec![None]),
        ("application/json", 404, "{}", vec![None]),
    ] {
        let Answer::Checked(found) = ask(&mut session, &question(content_type, status), body.as_bytes()).0 else {
            panic!()
        };
        let places: Vec<_> = found.iter().map(|deviation| deviation.instance.as_deref()).collect();
        assert_eq!(places, expect, "{content_type} {status} {body}");
    }
}

#[test]
fn any_document_is_read_with_what_it_refers_to() {
    let mut session = Session::default();
    let text = serde_json::to_vec(&document()).unwrap();
    let Answer::Read(read) = ask(&mut session, &Question::Read { url: "https://a.fr/d/api.json".into() }, &text).0
    else {
        panic!()
    };
    assert_eq!(read.missing, ["https://a.fr/d/other.json"]);
    let give = Question::Give { url: read.missing[0].clone() };
    let Answer::Read(read) = ask(&mut session, &give, br#"{"S": {"type": "string"}}"#).0 else { panic!() };
    assert!(read.missing.is_empty());
    let language = Language::Fr;
    let Answer::Contents(contents) = ask(&mut session, &Question::Contents { language }, &[]).0 else { panic!() };
    assert_eq!(contents.groups[0].operations[0].id, "x");
    let question = Question::Glance { operation: "x".into(), language };
    let Answer::Operation(glance) = ask(&mut session, &question, &[]).0 else { panic!() };
    assert!(glance.is_glance && glance.body[0].awaited && glance.snippets.is_empty());
    let question = Question::Operation { operation: "x".into(), language };
    let Answer::Operation(view) = ask(&mut session, &question, &[]).0 else { panic!() };
    assert_eq!(view.responses[0].content[0].schema.as_ref().map(|row| row.summary.en.as_str()), Some("string"));
    let Answer::Form(form) = ask(&mut session, &Question::Form { operation: "x".into() }, &[]).0 else { panic!() };
    assert_eq!(form.servers[0].address, "https://a.fr/v1");
    let code = Question::Code {
        operation: "x".into(),
        draft: draft(json!(1)),
        credentials: key(),
        environment: None,
        target: "python-requests".into(),
    };
    let Answer::Code(code) = ask(&mut session, &code, &[]).0 else { panic!() };
    assert!(code.contains("import requests") && !code.contains("s3cr3t"), "{code}");
}

#[test]
fn problems_of_a_document_have_their_place() {
    let read = Question::Read { url: "https://a.fr/api.yaml".into() };
    let Answer::Read(read) = ask(&mut Session::default(), &read, b"openapi: 3.1.0\npaths: {\n").0 else { panic!() };
    assert!(read.problems.iter().any(|problem| problem.line.is_some()), "{:?}", read.problems);
}

#[test]
fn what_cannot_be_answered_says_why() {
    let mut session = Session::default();
    let form = |operation: &str| Question::Form { operation: operation.into() };
    let failed = |session: &mut Session, question: &Question, bytes: &[u8]| match ask(session, question, bytes).0 {
        Answer::Failed(why) => why.en,
        other => panic!("{other:?}"),
    };
    assert!(failed(&mut session, &form("x"), &[]).starts_with("No document"));
    assert!(failed(&mut session, &Question::Take { url: String::new() }, b"{").contains("cannot be read"));
    let mut session = opened();
    assert!(failed(&mut session, &form("gone"), &[]).contains("“gone”"));
    let (answer, _) = session.call(Question::Contents { language: Language::Fr }, &[]);
    assert!(matches!(answer, Answer::Failed(_)), "the smaller program says so");
    for block in [&b""[..], b"abc", &[255, 255, 255, 255, 1], &[2, 0, 0, 0, b'{']] {
        assert!(packet::read::<Question>(block).is_none());
    }
}

#[test]
fn an_earlier_version_is_compared() {
    let mut session = opened();
    let mut old = document();
    old["paths"]["/x"]["post"]["parameters"] = json!([]);
    old["paths"]["/gone"] = json!({"get": {"responses": {}}});
    let bytes = serde_json::to_vec(&old).unwrap();
    let Answer::Compared(view) = ask(&mut session, &Question::Compare { url: "old.json".into() }, &bytes).0 else {
        panic!()
    };
    assert!(view.counts[0] > 0 && view.changes.iter().any(|one| one.operation == Some(("GET".into(), "/gone".into()))));
    assert!(view.changes.iter().any(|one| one.id.as_deref() == Some("x")), "{view:?}");
    for wrong in [&b"{}"[..], b"", b"<html>"] {
        let answer = ask(&mut session, &Question::Compare { url: "x".into() }, wrong).0;
        assert!(matches!(answer, Answer::Failed(_)), "{answer:?}");
    }
    assert!(matches!(session.call(Question::Compare { url: "x".into() }, &bytes).0, Answer::Failed(_)));
    let mut empty = Session::default();
    assert!(matches!(ask(&mut empty, &Question::Compare { url: "x".into() }, &bytes).0, Answer::Failed(_)));
}
