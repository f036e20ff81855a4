use super::*;
use crate::core::request::auth::Credential;
use crate::core::request::body::BodyValue;
use serde_json::json;

fn parameter(name: &str, location: Location, value: Value) -> Parameter {
    Parameter::new(ParameterShape::new(name, location), Some(value))
}

fn input() -> RequestInput {
    RequestInput {
        method: "post".into(),
        server: Server { url: "https://a.fr/v1?v=1".into(), variables: vec![] },
        path: "/pets/{id}".into(),
        parameters: vec![
            parameter("id", Location::Path, json!("a/é")),
            parameter("q", Location::Query, json!(["x", "y"])),
            parameter("X-A", Location::Header, json!([1, 2])),
            parameter("c", Location::Cookie, json!("d e")),
        ],
        accept: Some("application/json".into()),
        body: Some(BodyInput::new("application/json", BodyValue::Text("{}".into()))),
        ..RequestInput::default()
    }
}

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn everything_has_its_place() {
    let mut input = input();
    input.parameters.push(Parameter { secret: true, ..parameter("token", Location::Query, json!("é")) });
    let credential = Credential::ApiKey { location: Location::Cookie, name: "s".into(), key: "k".into() };
    input.credentials = vec![SchemeCredential { scheme: "session".into(), credential }];
    let (request, problems) = build(&input);
    assert_eq!(request.method, "POST");
    assert_eq!(request.url, "https://a.fr/v1/pets/a%2F%C3%A9?v=1&q=x&q=y&token=%C3%A9");
    let headers: Vec<_> = request.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let expect = ["X-A: 1,2", "Cookie: c=d%20e; s=k", "Accept: application/json", "Content-Type: application/json"];
    assert_eq!(headers, expect);
    assert_eq!(request.body, Body::Text("{}".into()));
    let secrets: Vec<_> = request.secrets.iter().map(|s| (s.variable.as_str(), s.value.as_str())).collect();
    assert_eq!(secrets, [("TOKEN", "%C3%A9"), ("SESSION", "k")]);
    assert_eq!(codes(&problems), ["header-forbidden-in-browsers", "header-forbidden-in-browsers"]);
}

#[test]
fn what_is_wrong_is_said_once_and_where() {
    let check = |change: &dyn Fn(&mut RequestInput), expect: &[(&str, &str)]| {
        let mut input = RequestInput { parameters: input().parameters[..3].to_vec(), ..input() };
        change(&mut input);
        let (_, problems) = build(&input);
        let found: Vec<_> = problems
            .iter()
            .map(|problem| (problem.code, problem.place.pointer.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, expect);
    };
    check(&|_| {}, &[]);
    let missing = |input: &mut RequestInput| {
        input.parameters[0].value = None;
        input.parameters[0].required = true;
    };
    check(&missing, &[("missing-parameter", "/path/id")]);
    check(&|input| input.parameters[0].value = Some(json!("")), &[("empty-path-parameter", "/path/id")]);
    check(&|input| input.parameters[0].value = Some(json!("..")), &[("dot-segment", "/path")]);
    check(&|input| input.parameters[2].value = Some(json!("a\nb")), &[("header-unwritable", "/header/X-A")]);
    check(&|input| input.method = "trace".into(), &[("method-forbidden-in-browsers", "/method")]);
    check(&|input| input.method = "A B".into(), &[("not-a-method", "/method")]);
    check(&|input| input.method = "GET".into(), &[("body-with-get", "/body")]);
    check(&|input| input.server.url = "/v1".into(), &[("server-not-absolute", "/server")]);
    let ignored = |input: &mut RequestInput| {
        input.parameters.push(parameter("authorization", Location::Header, json!("x")));
    };
    check(&ignored, &[("ignored-header-parameter", "/header/authorization")]);
    let cookie = |input: &mut RequestInput| {
        let mut cookie = parameter("c", Location::Cookie, json!("a; b=c"));
        cookie.shape.style = crate::core::request::style::Style::Cookie;
        input.parameters.push(cookie);
    };
    check(&cookie, &[("semicolon-in-cookie", "/cookie/c"), ("header-forbidden-in-browsers", "/cookie/c")]);
}

#[test]
fn a_warning_does_not_hide_an_error() {
    let mut input = input();
    input.parameters = vec![parameter("id", Location::Path, json!(null))];
    let (_, problems) = build(&input);
    assert_eq!(codes(&problems), ["null-in-parameter", "empty-path-parameter"]);
}

#[test]
fn absent_null_and_empty_differ() {
    for (value, expect) in [(None, ""), (Some(json!(null)), "?q="), (Some(json!("")), "?q="), (Some(json!(0)), "?q=0")]
    {
        let shape = ParameterShape::new("q", Location::Query);
        let input = RequestInput {
            method: "GET".into(),
            server: Server { url: "https://a.fr".into(), variables: vec![] },
            parameters: vec![Parameter::new(shape, value.clone())],
            ..RequestInput::default()
        };
        let (request, problems) = build(&input);
        assert_eq!(request.url, format!("https://a.fr/{expect}"));
        assert_eq!(problems.len(), usize::from(value == Some(json!(null))), "null says what it becomes");
    }
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_stays_in_its_place(path in ".+", query in ".*", header in ".*") {
        let mut input = input();
        input.server.url = "https://a.fr".into();
        input.parameters = vec![
            parameter("id", Location::Path, json!(path)),
            parameter("q", Location::Query, json!(query)),
            parameter("X-A", Location::Header, json!(header)),
        ];
        let (request, _) = build(&input);
        let (before, after) = request.url.split_once('?').unwrap();
        let segments: Vec<_> = before.split('/').collect();
        proptest::prop_assert_eq!(segments.len(), 5);
        proptest::prop_assert_eq!(crate::core::address::percent_decode(segments[4]), path);
        proptest::prop_assert_eq!(crate::core::address::percent_decode(after.strip_prefix("q=").unwrap()), query);
        proptest::prop_assert!(request.headers.iter().all(|(_, value)| !value.contains(['\r', '\n', '\0'])));
    }
}
