//! Drafts on small documents of each generation.

use super::{Content, Draft, DraftBody, Field, Given, ParameterKey, ServerChoice, request};
use crate::core::openapi::{Document, NoDocuments};
use crate::core::request::style::Location;
use crate::core::request::{Body, File, PartValue, Request};
use serde_json::{Value, json};

/// The request that `draft` makes of the first operation of `document`, and the codes of what is wrong.
fn call(document: Value, draft: &Draft) -> (Request, Vec<&'static str>) {
    let document = Document::new(document, "https://docs.fr/openapi.json");
    let (entries, _) = document.operations(&NoDocuments);
    let (operation, _) = document.open(&entries[0], &NoDocuments);
    let (request, problems) = request(&operation, draft, &NoDocuments);
    (request, problems.into_iter().map(|problem| problem.code).collect())
}

fn three(operation: Value) -> Value {
    json!({"openapi": "3.1.0", "servers": [{"url": "https://a.fr/{v}", "variables": {"v": {"default": "v1", "enum": ["v1", "v2"]}}}],
        "paths": {"/x": {"post": operation}},
        "components": {"schemas": {"Pet": {"type": "object", "xml": {"name": "pet"}, "properties": {
            "id": {"type": "integer", "xml": {"attribute": true}},
            "tags": {"type": "array", "xml": {"name": "tags", "wrapped": true}, "items": {"type": "string", "xml": {"name": "tag"}}},
            "parent": {"$ref": "#/components/schemas/Pet"}}}},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "token": {"type": "http", "scheme": "bearer"},
                "account": {"type": "http", "scheme": "basic"},
                "oauth": {"type": "oauth2", "flows": {}}}}})
}

fn with(location: Location, name: &str, value: Value) -> Draft {
    let key = ParameterKey { location, name: name.to_owned() };
    Draft { parameters: [(key, value)].into(), ..Draft::default() }
}

fn body(media_type: Option<&str>, content: Content) -> Draft {
    let body = DraftBody { media_type: media_type.map(str::to_owned), content };
    Draft { body: Some(body), ..Draft::default() }
}

fn takes(media: &str, schema: Value) -> Value {
    three(json!({"requestBody": {"content": {media: {"schema": schema}}}}))
}

#[test]
fn servers_and_their_variables() {
    let url = |choice: ServerChoice| {
        let (request, problems) = call(three(json!({})), &Draft { server: choice, ..Draft::default() });
        (request.url, problems)
    };
    let listed = |index, v: Option<&str>| {
        let variables = v.map(|v| ("v".to_owned(), v.to_owned())).into_iter().collect();
        ServerChoice::Listed { index, variables }
    };
    assert_eq!(url(ServerChoice::default()), ("https://a.fr/v1/x".into(), vec![]));
    assert_eq!(url(listed(0, Some("v2"))), ("https://a.fr/v2/x".into(), vec![]));
    assert_eq!(url(listed(9, None)), ("https://a.fr/v1/x".into(), vec![]), "the first where there are fewer");
    assert_eq!(url(listed(0, Some("v3"))), ("https://a.fr/v3/x".into(), vec!["server-variable-value"]));
    assert_eq!(url(ServerChoice::Other("http://localhost:8080".into())).0, "http://localhost:8080/x");
    assert_eq!(url(ServerChoice::Other("/api".into())).0, "https://docs.fr/api/x", "relative to the document");
}

#[test]
fn parameters_of_every_shape() {
    let operation = |parameter: Value| three(json!({"parameters": [parameter]}));
    let check = |parameter: Value, value: Value, url: &str, expected: &[&str]| {
        let location = Location::parse(parameter["in"].as_str().unwrap()).unwrap();
        let draft = with(location, parameter["name"].as_str().unwrap(), value);
        let (request, problems) = call(operation(parameter), &draft);
        assert_eq!((request.url.as_str(), problems.as_slice()), (url, expected));
    };
    let list = json!({"type": "array", "items": {"type": "string"}});
    check(json!({"name": "q", "in": "query", "schema": list}), json!(["a", "b"]), "https://a.fr/v1/x?q=a&q=b", &[]);
    check(json!({"name": "q", "in": "query", "schema": list}), json!("[\"a\"]"), "https://a.fr/v1/x?q=a", &[]);
    check(
        json!({"name": "q", "in": "query", "schema": {"type": "string"}}),
        json!("[1]"),
        "https://a.fr/v1/x?q=%5B1%5D",
        &[],
    );
    check(
        json!({"name": "q", "in": "query", "style": "deepObject", "schema": {"type": "object"}}),
        json!({"a": {"b": 1}}),
        "https://a.fr/v1/x?q%5Ba%5D%5Bb%5D=1",
        &["nested-deep-object"],
    );
    let json_content =
        json!({"name": "q", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}});
    check(json_content.clone(), json!({"a": 1}), "https://a.fr/v1/x?q=%7B%22a%22%3A1%7D", &[]);
    check(json_content, json!("{\"a\": 1}"), "https://a.fr/v1/x?q=%7B%22a%22%3A1%7D", &[]);
    let (_, problems) =
        call(operation(json!({"name": "q", "in": "query", "required": true, "schema": {}})), &Draft::default());
    assert_eq!(problems, ["missing-parameter"]);
    let (request, problems) = call(three(json!({})), &with(Location::Query, "gone", json!("x")));
    assert_eq!((request.url.as_str(), problems.as_slice()), ("https://a.fr/v1/x", ["unknown-parameter"].as_slice()));
}

#[test]
fn passwords_are_secret_wherever_they_stand() {
    let parameter = json!({"name": "p", "in": "query", "schema": {"type": "string", "format": "password"}});
    let (request, _) = call(three(json!({"parameters": [parameter]})), &with(Location::Query, "p", json!("s&t")));
    assert_eq!(request.secrets[0].value, "s%26t");
    let schema = json!({"type": "object", "properties": {"user": {"type": "string"},
        "deep": {"type": "object", "properties": {"pass-word": {"type": "string", "format": "password"}}}}});
    let value = json!({"user": "u", "deep": {"pass-word": "a\"b"}});
    let (request, _) = call(takes("application/json", schema), &body(None, Content::Value(value)));
    assert_eq!((request.secrets[0].variable.as_str(), request.secrets[0].value.as_str()), ("PASS_WORD", "a\\\"b"));
}

#[test]
fn bodies_take_the_form_of_their_media_type() {
    let check = |media: &str, schema: Value, content: Content, sent: &str, problems: &[&str]| {
        let (request, found) = call(takes(media, schema), &body(None, content));
        assert_eq!((request.body, found.as_slice()), (Body::Text(sent.to_owned()), problems), "{media}");
        request.headers
    };
    let object = json!({"type": "object"});
    let headers = check("application/json", object.clone(), Content::Value(json!({"a": [1]})), r#"{"a":[1]}"#, &[]);
    assert_eq!(headers, [("Content-Type".to_owned(), "application/json".to_owned())]);
    check("application/json", object.clone(), Content::Value(json!("{ \"a\": 1 }")), "{ \"a\": 1 }", &[]);
    check("application/json", object.clone(), Content::Text("{ \"a\"".into()), "{ \"a\"", &["body-not-json"]);
    check("application/json", json!({"type": "string"}), Content::Value(json!("[1]")), "\"[1]\"", &[]);
    check("application/json", json!({}), Content::Value(json!("[1]")), "[1]", &[]);
    check("application/json", json!({}), Content::Value(json!("a")), "\"a\"", &[]);
    check("text/csv", json!({}), Content::Value(json!("a;b")), "a;b", &[]);
    let form = "application/x-www-form-urlencoded";
    check(form, object.clone(), Content::Value(json!({"a b": "é&", "c": [1, 2]})), "a+b=%C3%A9%26&c=1&c=2", &[]);
    check(form, object.clone(), Content::Value(json!("{\"a\": 1}")), "a=1", &[]);
    check(form, json!({}), Content::Value(json!([1])), "[1]", &["body-not-a-form"]);
    let pet = json!({"$ref": "#/components/schemas/Pet"});
    let value = json!({"id": 1, "tags": ["a", "b"], "parent": {"id": 0}});
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pet id=\"1\">\n  <tags>\n    <tag>a</tag>\n    <tag>b</tag>\n  </tags>\n  <pet id=\"0\"></pet>\n</pet>\n";
    let (request, _) = call(takes("application/xml", pet), &body(None, Content::Value(value)));
    let Body::Text(text) = request.body else { panic!("no text") };
    assert_eq!(text, xml);
}

#[test]
fn files_go_where_they_can() {
    let file = File { name: "a.png".into(), media_type: "image/png".into(), bytes: vec![1, 2] };
    let fields =
        |field: Field| Content::Fields(vec![("f".to_owned(), field), ("n".to_owned(), Field::Value(json!({"a": 1})))]);
    let schema = json!({"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}});
    let (request, problems) =
        call(takes("multipart/form-data", schema), &body(None, fields(Field::Files(vec![file.clone()]))));
    assert_eq!(problems, [] as [&str; 0]);
    let Body::Form(parts) = request.body else { panic!("no form") };
    assert_eq!(parts[0].value, PartValue::File(file.clone()));
    assert_eq!(parts[1].content_type.as_deref(), Some("application/json"));

    let encoded = json!({"type": "object", "properties": {"f": {"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"}}});
    let (request, _) =
        call(takes("multipart/form-data", encoded), &body(None, fields(Field::Files(vec![file.clone()]))));
    let Body::Form(parts) = request.body else { panic!("no form") };
    assert_eq!(
        (&parts[0].value, parts[0].content_type.as_deref()),
        (&PartValue::Text("AQI=".into()), Some("application/octet-stream"))
    );

    let (request, _) = call(takes("image/*", json!({})), &body(None, Content::File(file.clone())));
    assert_eq!((request.header("content-type"), &request.body), (Some("image/png"), &Body::Bytes(file.clone())));
    let (request, problems) = call(takes("image/*", json!({})), &body(Some("image/png"), Content::File(file)));
    assert_eq!((request.header("content-type"), problems), (Some("image/png"), vec![]));
}

#[test]
fn what_is_missing_or_not_described_is_said() {
    let required = three(json!({"requestBody": {"required": true, "content": {"application/json": {}}}}));
    assert_eq!(call(required.clone(), &Draft::default()).1, ["missing-body"]);
    let (request, problems) = call(required, &body(Some("text/plain"), Content::Text("x".into())));
    assert_eq!((request.header("content-type"), problems), (Some("text/plain"), vec!["undescribed-media-type"]));
    let (request, problems) = call(three(json!({})), &body(None, Content::Value(json!({"a": 1}))));
    assert_eq!((request.header("content-type"), problems), (Some("application/json"), vec!["undescribed-body"]));
}

#[test]
fn one_combination_of_credentials_is_sent() {
    let given = |name: &str| {
        let value = match name {
            "account" => Given::Account { user: "u".into(), password: "p".into() },
            "oauth" => Given::Token { kind: Some("bearer".into()), token: "o".into() },
            name => Given::Value(name.to_owned()),
        };
        (name.to_owned(), value)
    };
    let check = |security: Value, names: &[&str], expected: &[(&str, &str)], problems: &[&str]| {
        let draft = Draft { credentials: names.iter().map(|name| given(name)).collect(), ..Draft::default() };
        let (request, found) = call(three(json!({"security": security})), &draft);
        let headers: Vec<_> = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!((headers.as_slice(), found.as_slice()), (expected, problems), "{names:?}");
    };
    let (key, token) = (("X-Key", "key"), ("Authorization", "Bearer token"));
    check(json!([]), &["key"], &[], &[]);
    check(json!([{"key": []}]), &["key"], &[key], &[]);
    check(json!([{"key": []}, {"token": []}]), &["key", "token"], &[key], &[]);
    check(json!([{"key": []}, {"token": []}]), &["token"], &[token], &[]);
    check(json!([{"key": [], "token": []}, {"account": []}]), &["key"], &[key], &["missing-credential"]);
    check(json!([{"key": [], "token": []}]), &["key"], &[key], &["missing-credential"]);
    check(json!([{}, {"key": []}]), &[], &[], &[]);
    check(json!([{}, {"key": []}]), &["key"], &[key], &[]);
    check(json!([{"account": []}]), &["account"], &[("Authorization", "Basic dTpw")], &[]);
    check(json!([{"oauth": []}]), &["oauth"], &[("Authorization", "Bearer o")], &[]);
    check(json!([{"key": []}]), &[], &[], &["missing-credential"]);
}

#[test]
fn every_successful_media_type_is_accepted_unless_chosen() {
    let responses = json!({"200": {"content": {"application/json": {}, "text/csv": {}}}, "201": {"content": {"text/csv": {}}},
        "404": {"content": {"application/problem+json": {}}}});
    let operation = three(json!({"responses": responses}));
    assert_eq!(call(operation.clone(), &Draft::default()).0.header("accept"), Some("application/json, text/csv"));
    let chosen = Draft { accept: Some("text/csv".into()), ..Draft::default() };
    assert_eq!(call(operation, &chosen).0.header("accept"), Some("text/csv"));
    assert_eq!(call(three(json!({})), &Draft::default()).0.header("accept"), None);
}

#[test]
fn openapi_2_is_called_alike() {
    let two = json!({"swagger": "2.0", "host": "a.fr", "basePath": "/v1", "schemes": ["https"], "paths": {"/x/{id}": {"post": {
        "consumes": ["application/x-www-form-urlencoded"],
        "parameters": [
            {"name": "id", "in": "path", "type": "integer", "required": true},
            {"name": "l", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "pipes"},
            {"name": "f", "in": "formData", "type": "array", "items": {"type": "string"}, "collectionFormat": "csv"}]}}}});
    let mut draft = body(None, Content::Value(json!({"f": ["a", "b"]})));
    draft.parameters.insert(ParameterKey { location: Location::Path, name: "id".into() }, json!(7));
    draft.parameters.insert(ParameterKey { location: Location::Query, name: "l".into() }, json!(["p", "q"]));
    let (request, problems) = call(two, &draft);
    assert_eq!((request.url.as_str(), problems), ("https://a.fr/v1/x/7?l=p%7Cq", vec![]));
    assert_eq!(request.body, Body::Text("f=a,b".into()));

    let two = json!({"swagger": "2.0", "host": "a.fr", "schemes": ["https"], "produces": ["text/csv"], "paths": {"/x": {"get": {
        "parameters": [{"name": "Authorization", "in": "header", "type": "string"}]}}}});
    let (request, problems) = call(two, &with(Location::Header, "Authorization", json!("Bearer t")));
    assert_eq!(
        (request.header("authorization"), request.header("accept"), problems),
        (Some("Bearer t"), Some("text/csv"), vec![]),
        "2.0 has no reserved names, and says what is answered apart from the answers"
    );
}

mod hostile {
    use super::*;
    use proptest::prelude::*;

    /// Any JSON, with the words that mean something to schemas and bodies more often than chance would have them.
    fn json() -> impl Strategy<Value = Value> {
        let words = [
            "type",
            "properties",
            "items",
            "$ref",
            "allOf",
            "oneOf",
            "format",
            "password",
            "object",
            "array",
            "string",
            "#/components/schemas/S",
            "a",
            "é\r\n",
            "../..",
            "{x}",
            "contentEncoding",
            "base64",
            "xml",
            "name",
        ];
        let word = prop::sample::select(words.to_vec()).prop_map(str::to_owned);
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            word.clone().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((word.clone(), inner), 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_draft_of_any_document_makes_a_request(
            schema in json(), value in json(), body_value in json(),
            place in prop::sample::select(vec!["path", "query", "header", "cookie", "querystring"]),
            media in prop::sample::select(vec!["application/json", "text/xml", "multipart/form-data",
                "application/x-www-form-urlencoded", "image/*", "nonsense"]),
            name in "[a-zA-Zé\r\n{}/ ]{0,8}", server in ".{0,20}",
        ) {
            let parameter = json!({"name": name, "in": place, "required": true, "schema": schema});
            let operation = json!({"parameters": [parameter], "requestBody": {"content": {media: {"schema": schema}}}});
            let mut document = three(operation);
            document["components"]["schemas"]["S"] = schema.clone();
            document["servers"][0]["url"] = json!(server);
            let mut draft = body(None, Content::Value(body_value));
            draft.parameters = with(Location::parse(place).unwrap(), &name, value).parameters;
            let (request, _) = call(document, &draft);
            for (name, value) in &request.headers {
                prop_assert!(!name.contains(['\r', '\n', ':', ' ']), "{name:?}");
                prop_assert!(!value.contains(['\r', '\n', '\0']), "{value:?}");
            }
            prop_assert!(!request.url.contains(char::is_control), "{:?}", request.url);
        }
    }
}
