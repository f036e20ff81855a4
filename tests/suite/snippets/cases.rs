//! The requests that snippets are proven with: some chosen for what they break, some at random.

use catalogue::core::request::auth::{Credential, SchemeCredential};
use catalogue::core::request::body::{BodyInput, BodyValue, Encoding, FieldValue};
use catalogue::core::request::style::{Location, ParameterShape};
use catalogue::core::request::url::Server;
use catalogue::core::request::{File, Parameter, Request, RequestInput, build};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

/// Everything a shell, a language or a URL might read as its own.
const NASTY: &str = "l’été «x» 'a' ''' \"b\" \"\"\" $HOME ${x} $(id) `id` \\ \\n \\\\ \\' %41 %d %s !! !x #{y} #x #(lf) \
                     \\: \\= \\@ {z} {{w}} ${{v}} @f <a> & | ; * ? ~ [i] ‘c’ “d” „e” €😀 \u{202e}rtl\u{200b} r\"#q\"# end\\";

pub struct Case {
    pub name: String,
    pub request: Request,
}

fn file(name: &str, media_type: &str, bytes: &[u8]) -> File {
    File { name: name.into(), media_type: media_type.into(), bytes: bytes.to_vec() }
}

fn parameter(name: &str, location: Location, value: Value) -> Parameter {
    Parameter::new(ParameterShape::new(name, location), Some(value))
}

fn case(name: &str, port: u16, method: &str, change: impl FnOnce(&mut RequestInput)) -> Case {
    let mut input = RequestInput {
        method: method.into(),
        server: Server { url: format!("http://127.0.0.1:{port}/v1"), variables: vec![] },
        path: "/x".into(),
        ..RequestInput::default()
    };
    change(&mut input);
    Case { name: name.into(), request: build(&input).0 }
}

fn text(media: &str, text: &str) -> Option<BodyInput> {
    Some(BodyInput::new(media, BodyValue::Text(text.into())))
}

/// The chosen requests.
pub fn chosen(port: u16) -> Vec<Case> {
    let ascii: String = NASTY.chars().filter(|character| character.is_ascii()).collect();
    let several_lines = format!("{{\n  \"a\": \"{NASTY}\",\r\n\t\"b\": '''\"\"\"\n}}\n");
    let field = |name: &str, value: Value| (name.to_owned(), FieldValue::Value(value));
    vec![
        case("get", port, "GET", |input| {
            input.path = "/x/{id}".into();
            input.parameters = vec![
                parameter("id", Location::Path, json!(NASTY)),
                parameter("q[]", Location::Query, json!([NASTY, ""])),
                parameter("X-Nasty", Location::Header, json!(ascii)),
            ];
            input.accept = Some("application/json".into());
        }),
        case("several lines", port, "POST", |input| input.body = text("application/json", &several_lines)),
        case("text", port, "PUT", |input| {
            input.body = text("text/plain; charset=utf-8", &format!("{NASTY}\u{1}\u{7f}\u{feff}\t\r"));
        }),
        case("form", port, "POST", |input| {
            let value = BodyValue::Value(json!({"a b": NASTY, "c": [1, "é"]}));
            input.body = Some(BodyInput::new("application/x-www-form-urlencoded", value));
        }),
        case("secrets", port, "DELETE", |input| {
            let credential = |scheme: &str, credential| SchemeCredential { scheme: scheme.into(), credential };
            let key = Credential::ApiKey { location: Location::Query, name: "k".into(), key: "s3cr$t é".into() };
            input.credentials = vec![
                credential("api key", key),
                credential("token", Credential::Bearer { token: "t0ken'\"$!\\`".into() }),
                credential(
                    "cookie",
                    Credential::ApiKey { location: Location::Cookie, name: "c".into(), key: "v".into() },
                ),
            ];
        }),
        case("secret in JSON", port, "POST", |input| {
            let value = json!({"user": NASTY, "pass": "s3cr\"t €"});
            let mut body = BodyInput::new("application/json", BodyValue::Value(value));
            body.secrets = vec![("pass word".into(), "s3cr\"t €".into())];
            input.body = Some(body);
        }),
        case("secret in a form", port, "POST", |input| {
            let value = BodyValue::Fields(vec![
                field("pass", json!("s3cr$t\"é")),
                field("text", json!(NASTY)),
                ("file".into(), FieldValue::Files(vec![file("a b.txt", "text/plain", b"1\r\n2")])),
            ]);
            let mut body = BodyInput::new("multipart/form-data", value);
            body.secrets = vec![("pass".into(), "s3cr$t\"é".into())];
            input.body = Some(body);
        }),
        case("bytes", port, "POST", |input| {
            let value = BodyValue::File(file("", "application/octet-stream", &[0, 255, 10, 13, 39, 34]));
            input.body = Some(BodyInput::new("application/octet-stream", value));
        }),
        case("file", port, "PUT", |input| {
            let value = BodyValue::File(file("été 'a'.bin", "image/png", &[0, 255, 10, 13, 39, 34]));
            input.body = Some(BodyInput::new("image/*", value));
        }),
        case("simple parts", port, "POST", |input| {
            let files = vec![file("a b.txt", "text/plain", b"1\r\n2"), file("é.bin", "", &[0, 255])];
            let value = BodyValue::Fields(vec![
                field("text", json!(NASTY)),
                field("é", json!(["@a b.txt", "=x", ":=1", "<x", "", "line\nline\r\n"])),
                ("files".into(), FieldValue::Files(files)),
            ]);
            input.body = Some(BodyInput::new("multipart/form-data", value));
        }),
        case("typed parts", port, "POST", |input| {
            let value = BodyValue::Fields(vec![
                field("a=b;c:d@e", json!("v")),
                field("q\"uote", json!("v")),
                field("object", json!({"a": NASTY})),
                ("file".into(), FieldValue::Files(vec![file("a b.txt", "text/plain", b"1")])),
            ]);
            let mut body = BodyInput::new("multipart/form-data", value);
            let headers = vec![("X-Part".to_owned(), "a \"b\" 'c'".to_owned())];
            body.encoding = vec![(
                "object".into(),
                Encoding {
                    content_type: Some("application/json; charset=utf-8".into()),
                    headers,
                    ..Encoding::default()
                },
            )];
            input.body = Some(body);
        }),
        case("head", port, "HEAD", |_| {}),
        case("another method", port, "REPORT", |input| input.body = text("text/xml", "<a/>")),
        case("nul", port, "POST", |input| input.body = text("text/plain", "a\0b")),
    ]
}

/// `count` requests at random, always the same ones.
pub fn random(port: u16, count: usize) -> Vec<Case> {
    let mut runner = TestRunner::deterministic();
    let character = prop_oneof![proptest::sample::select(NASTY.chars().collect::<Vec<_>>()), any::<char>()];
    let word = proptest::collection::vec(character, 0..24).prop_map(|characters| characters.iter().collect::<String>());
    let header = proptest::collection::vec(proptest::char::range(' ', '~'), 0..24)
        .prop_map(|characters| characters.iter().collect::<String>());
    let strategy = (word.clone(), word.clone(), word, header);
    (0..count)
        .map(|number| {
            let (path, query, body, header) = strategy.new_tree(&mut runner).unwrap().current();
            case(&format!("random {number}"), port, ["POST", "PATCH"][number % 2], |input| {
                input.path = "/{id}/y".into();
                input.parameters = vec![
                    parameter("id", Location::Path, json!(format!("x{path}"))),
                    parameter("q", Location::Query, json!({"a&b": query, "c": [query]})),
                    parameter("X-A", Location::Header, json!(header)),
                ];
                input.body = match number % 3 {
                    0 => text("text/plain", &body),
                    1 => Some(BodyInput::new("application/json", BodyValue::Value(json!({body.clone(): body})))),
                    _ => {
                        let fields = vec![("n".to_owned(), FieldValue::Value(json!([body, query])))];
                        Some(BodyInput::new("multipart/form-data", BodyValue::Fields(fields)))
                    }
                };
            })
        })
        .collect()
}
