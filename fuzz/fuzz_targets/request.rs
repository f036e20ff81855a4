//! Anything a description and a person may give, built into a request: no value breaks out of its place.
#![no_main]

use arbitrary::Arbitrary;
use catalogue::core::problem::Severity;
use catalogue::core::request::auth::{Credential, SchemeCredential};
use catalogue::core::request::body::{BodyInput, BodyValue, FieldValue};
use catalogue::core::request::style::{Location, ParameterShape, Style};
use catalogue::core::request::url::{Server, ServerVariable};
use catalogue::core::request::{Parameter, RequestInput, build};
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value};

#[derive(Debug, Arbitrary)]
enum Given {
    Null,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

#[derive(Debug, Arbitrary)]
struct Written {
    name: String,
    location: u8,
    style: u8,
    explode: bool,
    allow_reserved: bool,
    allow_empty_value: bool,
    content_type: Option<String>,
    required: bool,
    secret: bool,
    value: Option<Given>,
}

#[derive(Debug, Arbitrary)]
enum Proof {
    Key(u8, String, String),
    Basic(String, String),
    Bearer(String),
    Http(String, String),
}

#[derive(Debug, Arbitrary)]
enum Content {
    Text(String),
    Value(Given),
    Fields(Vec<(String, Given)>),
}

#[derive(Debug, Arbitrary)]
struct Input {
    method: String,
    server: String,
    variables: Vec<(String, String)>,
    base: Option<String>,
    path: String,
    parameters: Vec<Written>,
    accept: Option<String>,
    body: Option<(String, Content)>,
    proofs: Vec<Proof>,
}

fn value(given: &Given) -> Value {
    match given {
        Given::Null => Value::Null,
        Given::Flag(flag) => Value::from(*flag),
        Given::Number(number) => Value::from(*number),
        Given::Text(text) => Value::from(text.as_str()),
        Given::List(items) => Value::from(items.clone()),
        Given::Members(members) => {
            Value::Object(members.iter().map(|(name, text)| (name.clone(), Value::from(text.as_str()))).collect::<Map<_, _>>())
        }
    }
}

fn location(number: u8) -> Location {
    let all = [Location::Path, Location::Query, Location::Header, Location::Cookie, Location::Querystring];
    all[usize::from(number) % all.len()]
}

fn parameter(written: &Written) -> Parameter {
    let styles = [
        Style::Simple,
        Style::Label,
        Style::Matrix,
        Style::Form,
        Style::SpaceDelimited,
        Style::TabDelimited,
        Style::PipeDelimited,
        Style::DeepObject,
        Style::Cookie,
    ];
    let shape = ParameterShape {
        style: styles[usize::from(written.style) % styles.len()],
        explode: written.explode,
        allow_reserved: written.allow_reserved,
        allow_empty_value: written.allow_empty_value,
        content_type: written.content_type.clone(),
        ..ParameterShape::new(written.name.as_str(), location(written.location))
    };
    let (required, secret) = (written.required, written.secret);
    Parameter { required, secret, ..Parameter::new(shape, written.value.as_ref().map(value)) }
}

fn credential(number: usize, proof: &Proof) -> SchemeCredential {
    let credential = match proof {
        Proof::Key(place, name, key) => {
            Credential::ApiKey { location: location(*place), name: name.clone(), key: key.clone() }
        }
        Proof::Basic(user, password) => Credential::Basic { user: user.clone(), password: password.clone() },
        Proof::Bearer(token) => Credential::Bearer { token: token.clone() },
        Proof::Http(scheme, value) => Credential::Http { scheme: scheme.clone(), value: value.clone() },
    };
    SchemeCredential { scheme: format!("scheme{number}"), credential }
}

fn body(content_type: &str, content: &Content) -> BodyInput {
    let value = match content {
        Content::Text(text) => BodyValue::Text(text.clone()),
        Content::Value(given) => BodyValue::Value(value(given)),
        Content::Fields(fields) => BodyValue::Fields(
            fields.iter().map(|(name, given)| (name.clone(), FieldValue::Value(value(given)))).collect(),
        ),
    };
    BodyInput::new(content_type, value)
}

/// Segments of the path of an address.
fn segments(url: &str) -> usize {
    url.split(['?', '#']).next().unwrap_or_default().split('/').count()
}

fuzz_target!(|input: Input| {
    let variables = input.variables.iter().map(|(name, value)| ServerVariable {
        name: name.clone(),
        value: value.clone(),
        allowed: Vec::new(),
    });
    let whole = RequestInput {
        method: input.method.clone(),
        server: Server { url: input.server.clone(), variables: variables.collect() },
        base: input.base.clone(),
        path: input.path.clone(),
        parameters: input.parameters.iter().map(parameter).collect(),
        accept: input.accept.clone(),
        body: input.body.as_ref().map(|(content_type, content)| body(content_type, content)),
        credentials: input.proofs.iter().enumerate().map(|(number, proof)| credential(number, proof)).collect(),
    };
    let (request, problems) = build(&whole);
    for (name, text) in &request.headers {
        let one_line = |text: &str| !text.chars().any(|character| character.is_control() && character != '\t');
        assert!(one_line(name) && one_line(text) && !name.is_empty(), "{name:?}: {text:?}");
    }
    assert!(!request.url.chars().any(|character| character.is_control() || character == ' '), "{:?}", request.url);
    assert!(!request.url.contains('#'), "{:?}", request.url);
    if problems.iter().all(|problem| problem.severity != Severity::Error) {
        assert!(request.url.starts_with("http"), "{:?}", request.url);
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        assert!(!request.method.is_empty() && request.method.bytes().all(token), "{:?}", request.method);
    }
    // One value in a path that is known: whatever it is, the route stays the same.
    for written in &input.parameters {
        let mut one = parameter(written);
        one.shape.location = Location::Path;
        one.shape.name = "id".to_owned();
        let known = RequestInput {
            method: "GET".to_owned(),
            server: Server { url: "https://a.fr/v1".to_owned(), variables: Vec::new() },
            path: "/x/{id}/y".to_owned(),
            parameters: vec![one],
            ..RequestInput::default()
        };
        let (request, problems) = build(&known);
        assert_eq!(segments(&request.url), 7, "{:?}", request.url);
        assert!(request.url.starts_with("https://a.fr/v1/x/") && request.url.ends_with("/y"), "{:?}", request.url);
        if problems.iter().all(|problem| problem.severity != Severity::Error) {
            let middle = request.url.split('/').nth(5).unwrap_or_default().to_ascii_lowercase().replace("%2e", ".");
            assert!(!matches!(middle.as_str(), "" | "." | ".."), "{:?}", request.url);
        }
    }
});
