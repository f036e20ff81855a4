//! `catalogue openapi requests` and `snippet` as their users run them: the style tables of every generation, bodies,
//! credentials, and cases that cannot be answered.

use super::openapi::run;
use serde_json::{Map, Value, json};

const TABLES: &str = include_str!("../fixtures/styles.json");

/// Answers of `openapi requests`, in order.
fn answers(cases: &[Value]) -> Vec<Value> {
    let lines: String = cases.iter().map(|case| format!("{case}\n")).collect();
    let output = run(&["requests"], &lines);
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn answer(case: Value) -> Value {
    answers(&[case]).remove(0)
}

/// A document whose one operation has the parameter `color` as `row` describes it.
fn document(version: &str, row: &Value) -> Value {
    let place = row["in"].as_str().unwrap();
    let path = if place == "path" { "/x/{color}" } else { "/x" };
    let mut parameter = row.clone();
    parameter["name"] = json!("color");
    parameter["required"] = json!(place == "path");
    if version == "2.0" {
        parameter["type"] = json!("array");
        parameter["items"] = json!({"type": "string"});
        let operation = json!({"operationId": "o", "parameters": [parameter]});
        return json!({"swagger": "2.0", "host": "a.fr", "schemes": ["https"], "paths": {path: {"post": operation}}});
    }
    parameter["schema"] = json!({});
    let operation = json!({"operationId": "o", "parameters": [parameter]});
    json!({"openapi": format!("{version}.0"), "servers": [{"url": "https://a.fr"}], "paths": {path: {"post": operation}}})
}

/// What the request holds at the place of the parameter.
fn written(answer: &Value, place: &str) -> String {
    let url = answer["url"].as_str().unwrap();
    let header = |name: &str| answer["headers"][name].as_str().unwrap_or_default().to_owned();
    match place {
        "path" => url.strip_prefix("https://a.fr/x/").unwrap().to_owned(),
        "query" => url.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default(),
        "formData" => answer["body"].as_str().unwrap_or_default().to_owned(),
        "header" => header("color"),
        "cookie" => header("cookie"),
        other => unreachable!("{other}"),
    }
}

#[test]
fn style_tables_of_every_generation() {
    let tables: Value = serde_json::from_str(TABLES).unwrap();
    let (mut cases, mut expected) = (Vec::new(), Vec::new());
    for row in tables["rows"].as_array().unwrap() {
        let since = row["since"].as_str().unwrap();
        let versions: &[&str] = match since {
            "3.0" => &["3.0", "3.1", "3.2"],
            only => &[only],
        };
        for (version, (kind, value)) in versions
            .iter()
            .flat_map(|version| tables["values"].as_object().unwrap().iter().map(move |value| (version, value)))
        {
            let Some(written) = row.get(kind) else { continue };
            let name = format!("{version} {} {kind}", row);
            let parameters = Map::from_iter([("color".to_owned(), value.clone())]);
            cases
                .push(json!({"id": name, "doc": document(version, row), "operationId": "o", "parameters": parameters}));
            expected.push((row["in"].as_str().unwrap(), written.as_str().unwrap()));
        }
    }
    assert!(cases.len() > 150, "{}", cases.len());
    for (answer, (place, expected)) in answers(&cases).iter().zip(expected) {
        assert_eq!(written(answer, place), expected, "{answer}");
    }
}

/// RFC 6570 §3.2.8: expansions of `?` and of other operators that the styles stand for.
#[test]
fn rfc_6570_expansions() {
    let list = json!(["red", "green", "blue"]);
    let keys = json!({"semi": ";", "dot": ".", "comma": ","});
    let (mut cases, mut expected) = (Vec::new(), Vec::new());
    for (place, style, explode, value, written) in [
        ("path", "simple", false, json!("Hello World!"), "Hello%20World%21"),
        ("path", "simple", false, json!("50%"), "50%25"),
        ("path", "simple", false, list.clone(), "red,green,blue"),
        ("path", "simple", false, keys.clone(), "semi,%3B,dot,.,comma,%2C"),
        ("path", "simple", true, keys.clone(), "semi=%3B,dot=.,comma=%2C"),
        ("path", "label", true, list.clone(), ".red.green.blue"),
        ("path", "label", true, keys.clone(), ".semi=%3B.dot=..comma=%2C"),
        ("path", "matrix", true, list.clone(), ";color=red;color=green;color=blue"),
        ("path", "matrix", true, keys.clone(), ";semi=%3B;dot=.;comma=%2C"),
        ("query", "form", false, keys.clone(), "color=semi,%3B,dot,.,comma,%2C"),
        ("query", "form", true, list, "color=red&color=green&color=blue"),
        ("query", "form", true, keys, "semi=%3B&dot=.&comma=%2C"),
        ("query", "form", true, json!([]), ""),
        ("query", "form", true, json!({}), ""),
    ] {
        let row = json!({"in": place, "style": style, "explode": explode});
        cases.push(json!({"doc": document("3.1", &row), "operationId": "o", "parameters": {"color": value}}));
        expected.push((place, written));
    }
    for (answer, (place, expected)) in answers(&cases).iter().zip(expected) {
        assert_eq!(written(answer, place), expected, "{answer}");
    }
}

#[test]
fn bodies_files_and_credentials() {
    let form = json!({"type": "object", "properties": {"f": {"type": "string", "format": "binary"}, "n": {"type": "integer"}}});
    let document = json!({"openapi": "3.0.3", "servers": [{"url": "/v1"}],
        "paths": {"/x": {"post": {"requestBody": {"content": {
            "application/json": {}, "multipart/form-data": {"schema": form}}},
            "responses": {"200": {"content": {"text/csv": {}}}}, "security": [{"key": []}, {"basic": []}]}}},
        "components": {"securitySchemes": {
            "key": {"type": "apiKey", "in": "query", "name": "k"}, "basic": {"type": "http", "scheme": "basic"}}}});
    let authorized = json!({"basic": {"username": "u", "password": "p"}});
    let written = answer(json!({"id": 1, "doc": document, "pathName": "/x", "method": "POST",
        "requestBody": {"a": ["é"]}, "contextUrl": "https://docs.fr/api/openapi.json", "securities": {"authorized": authorized}}));
    assert_eq!(
        written,
        json!({"id": 1, "method": "POST", "url": "https://docs.fr/v1/x",
            "headers": {"accept": "text/csv", "content-type": "application/json", "authorization": "Basic dTpw"},
            "body": "{\"a\":[\"é\"]}", "problems": []})
    );
    let file = json!({"__file": {"name": "a.bin", "type": "image/png", "base64": "AP8="}});
    let written =
        answer(json!({"id": 2, "doc": document, "pathName": "/x", "method": "post", "server": "https://b.fr",
        "requestBody": {"f": file, "n": 3}, "securities": {"authorized": {"key": {"value": "s t"}}}}));
    assert_eq!((&written["url"], &written["problems"]), (&json!("https://b.fr/x?k=s%20t"), &json!([])), "{written}");
    assert_eq!(
        written["form"],
        json!([{"name": "f", "filename": "a.bin", "type": "image/png", "text": {"base64": "AP8="}}, {"name": "n", "value": "3"}])
    );
    let missing = answer(json!({"doc": document, "pathName": "/x", "method": "post", "server": "https://b.fr"}));
    assert_eq!(missing["problems"][0]["code"], "missing-credential", "{missing}");
}

#[test]
fn names_in_two_places_are_told_apart() {
    let parameter = |place: &str| json!({"name": "id", "in": place, "schema": {"type": "string"}});
    let document = json!({"openapi": "3.0.3", "servers": [{"url": "https://a.fr"}],
        "paths": {"/x": {"get": {"operationId": "o", "parameters": [parameter("query"), parameter("header")]}}}});
    let written = |parameters: Value| {
        let answer = answer(json!({"doc": document, "operationId": "o", "parameters": parameters}));
        (answer["url"].clone(), answer["headers"].clone())
    };
    assert_eq!(written(json!({"query.id": "q"})), (json!("https://a.fr/x?id=q"), json!({})));
    assert_eq!(written(json!({"id": "b", "header.id": "h"})), (json!("https://a.fr/x?id=b"), json!({"id": "h"})));
}

#[test]
fn what_cannot_be_answered_does_not_stop_the_others() {
    let lines = "oops\n{\"id\": 2}\n{\"id\": 3, \"doc\": \"absent.yaml\", \"operationId\": \"o\"}\n{\"id\": 4, \"doc\": {}, \"operationId\": \"o\"}\n";
    let output = run(&["requests"], lines);
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 4);
    for (answer, said) in answers.iter().zip(["not JSON", "no `doc`", "absent.yaml", "no such operation"]) {
        assert!(answer["error"].as_str().unwrap().contains(said), "{answer}");
    }
}

#[test]
fn a_snippet_needs_no_value_to_be_right() {
    let file = "public/apis/api-geo/openapi.json";
    let output = run(&["snippet", file, "GET /communes", "--target", "curl", "--set", "codePostal=35700"], "");
    let code = String::from_utf8(output.stdout).unwrap();
    assert!(code.starts_with("curl 'https://geo.api.gouv.fr/communes?codePostal=35700'"), "{code}");
    assert_eq!(output.status.code(), Some(0));
    for (arguments, said) in [
        (vec!["snippet", file, "GET /communes"], "--target"),
        (vec!["snippet", file, "GET /communes", "--target", "cobol"], "cobol"),
        (vec!["snippet", file, "GET /nowhere", "--target", "curl"], "no such operation"),
        (vec!["snippet", file, "GET /communes", "--target", "curl", "--set", "codePostal"], "NAME=VALUE"),
        (vec!["snippet", file, "GET /communes", "--target", "curl", "--set", "zip=1"], "no parameter `zip`"),
        (vec!["outline", file, "--target", "curl"], "for openapi snippet only"),
    ] {
        let output = run(&arguments, "");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(said), "{arguments:?}: {error}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
