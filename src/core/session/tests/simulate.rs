//! Answers made from a document.

use super::*;

fn simulated() -> Session {
    let user = json!({"type": "object", "required": ["id", "state"], "properties": {
        "id": {"type": "integer", "minimum": 1, "maximum": 1000},
        "state": {"type": "string", "enum": ["open", "closed", "late"]},
        "password": {"type": "string", "writeOnly": true}}});
    let document = json!({"openapi": "3.1.0", "paths": {
        "/x": {"get": {"operationId": "x", "responses": {
            "404": {"description": "", "content": {"application/problem+json": {"example": {"title": "Gone"}}}},
            "200": {"description": "",
                "headers": {"X-Total": {"example": 12}, "X-Page": {"schema": {"const": "a"}}, "X-Bad": {"example": "a\nb"}},
                "content": {
                    "text/csv": {"examples": {"one": {"value": "a;b"}, "two": {"value": "c;d"}}},
                    "application/json": {"schema": user}}},
            "5XX": {"description": ""},
            "default": {"description": "", "content": {"text/*": {"example": "Non"}}}}}},
        "/none": {"delete": {"operationId": "none", "responses": {"204": {"description": "",
            "content": {"application/json": {"example": 1}}}}}},
        "/only": {"get": {"operationId": "only", "responses": {"default": {"description": "",
            "content": {"*/*": {"schema": {"const": [1]}}}}}}},
        "/silent": {"get": {"operationId": "silent"}}}});
    let mut session = Session::default();
    let text = serde_json::to_vec(&document).unwrap();
    assert!(matches!(
        ask(&mut session, &Question::Take { url: "https://s.fr/d.json".into() }, &text).0,
        Answer::Read(_)
    ));
    session
}

fn answer(session: &mut Session, operation: &str, status: &str, media: &str, seed: u64) -> (Simulation, String) {
    let [operation, status, media] = [operation, status, media].map(str::to_owned);
    let (answer, body) = ask(session, &Question::Simulate { operation, status, media, seed }, &[]);
    let Answer::Simulated(simulation) = answer else { panic!("{answer:?}") };
    (*simulation, String::from_utf8(body).unwrap())
}

#[test]
fn answers_are_those_the_document_describes() {
    let mut session = simulated();
    for (operation, status, media, code, content_type, body) in [
        ("x", "404", "", 404, "application/problem+json", "\"Gone\""),
        ("x", "", "", 200, "application/json", "\"state\": \"open\""),
        ("x", "200", "text/csv", 200, "text/csv", "a;b"),
        ("x", "200", "image/png", 200, "application/json", "\"id\""),
        ("x", "5XX", "", 500, "", ""),
        ("x", "default", "", 500, "text/plain", "Non"),
        ("none", "204", "application/json", 204, "", ""),
        ("only", "", "", 200, "application/json", "1"),
        ("silent", "", "", 200, "", ""),
    ] {
        let (simulation, text) = answer(&mut session, operation, status, media, 0);
        assert_eq!(simulation.status, code, "{operation} {status} {media}");
        let found = simulation.headers.iter().find(|(name, _)| name == "content-type");
        assert_eq!(found.map_or("", |(_, value)| value), content_type, "{operation} {status} {media}");
        assert!(text.contains(body) && text.is_empty() == body.is_empty(), "{operation} {status} {media}: {text}");
    }
}

#[test]
fn what_may_be_asked_for_comes_with_each_answer() {
    let (simulation, text) = answer(&mut simulated(), "x", "", "", 0);
    let choices: Vec<(&str, usize)> =
        simulation.choices.iter().map(|choice| (choice.status.as_str(), choice.media.len())).collect();
    assert_eq!((simulation.chosen.as_str(), simulation.media.as_str()), ("200", "application/json"));
    for expect in [("404", 1), ("200", 2), ("5XX", 0), ("default", 1)] {
        assert!(choices.contains(&expect), "{choices:?}");
    }
    let headers = [("x-total", "12"), ("x-page", "a")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(simulation.headers[1..], headers, "no header that breaks a message");
    assert!(!text.contains("password"), "what is only written does not come back: {text}");
}

#[test]
fn the_seed_decides_and_decides_alone() {
    let mut session = simulated();
    let mut bodies: Vec<String> = Vec::new();
    for seed in 0..12 {
        let (_, text) = answer(&mut session, "x", "200", "application/json", seed);
        assert_eq!(answer(&mut session, "x", "200", "application/json", seed).1, text, "{seed}");
        bodies.push(text);
    }
    assert!(bodies.iter().any(|body| *body != bodies[0]), "{bodies:?}");
    assert_eq!(answer(&mut session, "x", "200", "text/csv", 1).1, "c;d", "examples take turns");
}

#[test]
fn only_the_bigger_program_makes_answers() {
    let question = Question::Simulate { operation: "x".into(), status: String::new(), media: String::new(), seed: 0 };
    assert!(matches!(simulated().call(question, &[]).0, Answer::Failed(_)));
    let gone =
        Question::Simulate { operation: "gone".into(), status: String::new(), media: String::new(), seed: u64::MAX };
    assert!(matches!(simulated().answer(gone, &[]).0, Answer::Failed(_)));
}
