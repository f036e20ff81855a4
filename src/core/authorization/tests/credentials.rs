//! What may be sent where, and what is kept.

use super::texts;
use crate::core::authorization::{Binding, Credentials, Origin, Refusal, Token, carried_by_redirections, origins};
use crate::core::call::Given;
use crate::core::openapi::{Document, NoDocuments};
use crate::core::request::{Body, Request, Secret, SecretPlace};
use proptest::prelude::*;

fn parsed(urls: &[&str]) -> Vec<Origin> {
    urls.iter().map(|url| Origin::parse(url).unwrap()).collect()
}

fn token() -> Token {
    Token {
        access_token: "t".into(),
        kind: Some("Bearer".into()),
        expires_at: Some(5),
        refresh_token: Some("r".into()),
        scopes: texts(&["a"]),
    }
}

fn full() -> Credentials {
    let mut credentials = Credentials::new(parsed(&["https://a.fr", "https://b.fr:8443"]));
    credentials.give("key", Given::Value("k\"é".into()));
    credentials.give("basic", Given::Account { user: "u".into(), password: "p".into() });
    credentials.give("pasted", Given::Token { kind: None, token: "x".into() });
    credentials.give_token("oauth", token());
    credentials.grant(Origin::parse("https://c.fr").unwrap());
    credentials
}

#[test]
fn credentials_stay_with_the_servers_of_the_document() {
    let servers = ["https://api.example.fr/v1", "http://public.example.fr", "http://localhost:3000", "http://10.0.0.1"];
    let mut credentials = Credentials::new(parsed(&servers));
    for (url, expect) in [
        ("https://api.example.fr/v2/x?y", "allowed"),
        ("https://API.example.fr:443/", "allowed"),
        ("http://localhost:3000/x", "allowed"),
        ("http://10.0.0.1/x", "allowed"),
        ("http://localhost:3001/x", "ask http://localhost:3001"),
        ("https://api.example.fr:8443/", "ask https://api.example.fr:8443"),
        ("https://api.example.fr.evil.fr/", "ask https://api.example.fr.evil.fr"),
        ("https://example.fr/", "ask https://example.fr"),
        ("http://api.example.fr/", "clear http://api.example.fr"),
        ("http://public.example.fr/", "clear http://public.example.fr"),
        ("https://api.example.fr\\@evil.fr/", "no address"),
        ("https://api.example.fr@evil.fr/", "no address"),
        ("/v1", "no address"),
        ("", "no address"),
    ] {
        let said = match credentials.allowed(url) {
            Binding::Allowed => "allowed".to_owned(),
            Binding::Ask { origin, known_origins } => {
                assert_eq!(known_origins.len(), 4);
                format!("ask {origin}")
            }
            Binding::Refused(Refusal::NotEncrypted(origin)) => format!("clear {origin}"),
            Binding::Refused(Refusal::NotAnAddress) => "no address".to_owned(),
        };
        assert_eq!(said, expect, "{url}");
    }
    for origin in parsed(&["https://other.fr", "http://public.example.fr"]) {
        credentials.grant(origin);
    }
    assert_eq!(credentials.allowed("https://other.fr/x"), Binding::Allowed);
    let in_clear = credentials.allowed("http://public.example.fr/");
    assert!(matches!(&in_clear, Binding::Refused(_)), "nobody can agree to that");
    let codes = [Refusal::NotAnAddress, Refusal::NotEncrypted(Origin::parse("http://a.fr").unwrap())];
    assert_ne!(codes[0].problem().code, codes[1].problem().code);
}

#[test]
fn servers_are_known_once_and_those_agreed_to_after_them() {
    let mut credentials = full();
    credentials.know(parsed(&["https://a.fr", "https://d.fr", "https://d.fr"]));
    let known: Vec<String> = credentials.known_origins().iter().map(Origin::to_string).collect();
    assert_eq!(known, ["https://a.fr", "https://b.fr:8443", "https://d.fr", "https://c.fr"]);
    assert_eq!(credentials.allowed("https://d.fr/x"), Binding::Allowed);
    credentials.know((0..1000).filter_map(|port| Origin::parse(&format!("https://a.fr:{port}"))));
    assert!(credentials.known_origins().len() < 300);
}

#[test]
fn only_the_header_authorization_stays_behind_at_a_redirection() {
    for (places, expect) in [
        (vec![], None),
        (vec![SecretPlace::Url, SecretPlace::Body], None),
        (vec![SecretPlace::Header("authorization".into())], None),
        (vec![SecretPlace::Header("Authorization".into()), SecretPlace::Header("X-Key".into())], Some("X-Key")),
    ] {
        let secret = |place| Secret { variable: "KEY".into(), place, value: "v".into() };
        let request = Request {
            method: "GET".into(),
            url: "https://a.fr".into(),
            headers: Vec::new(),
            body: Body::None,
            secrets: places.into_iter().map(secret).collect(),
        };
        assert_eq!(carried_by_redirections(&request), expect, "{:?}", request.secrets);
    }
}

#[test]
fn origins_of_servers_come_from_their_variables() {
    let document = r#"{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"servers":[
        {"url":"https://{region}.a.fr:{port}/v1","variables":{
            "region":{"default":"fr","enum":["fr","re"]},"port":{"default":"443","enum":["443","8443"]}}},
        {"url":"https://{host}/","variables":{"host":{"default":"b.fr"}}},
        {"url":"https://{unknown}/"},{"url":"/v2"},{"url":"ftp://c.fr"},{"url":"https://a.fr\\@evil.fr"}]}"#;
    let (document, _) = Document::read(document.as_bytes(), "https://docs.example.fr/openapi.json");
    let (contents, _) = document.contents(&NoDocuments);
    let found: Vec<String> = origins(&contents.servers).iter().map(Origin::to_string).collect();
    assert_eq!(
        found,
        [
            "https://fr.a.fr",
            "https://re.a.fr",
            "https://fr.a.fr:8443",
            "https://re.a.fr:8443",
            "https://b.fr",
            "https://docs.example.fr"
        ]
    );
}

#[test]
fn what_is_forgotten_is_gone() {
    let mut credentials = full();
    assert_eq!(credentials.given().len(), 4);
    assert_eq!(credentials.token("oauth"), Some(&token()));
    assert_eq!(credentials.given().get("oauth"), Some(&token().given()));
    credentials.give("oauth", Given::Value("pasted".into()));
    assert_eq!(credentials.token("oauth"), None, "another value, another life");
    for empty in [Given::Value(" ".into()), Given::Account { user: String::new(), password: String::new() }] {
        credentials.give("key", empty);
        assert!(!credentials.given().contains_key("key"));
        credentials.give("key", Given::Value("k".into()));
    }
    credentials.forget("key");
    assert!(!credentials.given().contains_key("key"));
    credentials.forget_all();
    assert_eq!(credentials, Credentials::new(parsed(&["https://a.fr", "https://b.fr:8443"])));
    assert!(matches!(credentials.allowed("https://c.fr"), Binding::Ask { .. }));
    assert_eq!(credentials.write(), "");
}

#[test]
fn what_is_written_is_read_back() {
    let servers = parsed(&["https://a.fr", "https://b.fr:8443"]);
    let text = full().write();
    assert_eq!(Credentials::read(&text, servers.clone()), full());
    // The document has changed: its new server is not one the person knew.
    let read = Credentials::read(&text, parsed(&["https://a.fr", "https://new.fr"]));
    assert_eq!(read.given(), full().given());
    assert_eq!(read.allowed("https://a.fr/"), Binding::Allowed);
    for asked in ["https://new.fr/", "https://b.fr:8443/"] {
        assert!(matches!(read.allowed(asked), Binding::Ask { .. }), "{asked}");
    }
    for other in [
        "",
        "{",
        "[]",
        "null",
        r#"{"version":2,"schemes":{"key":{"value":"k"}}}"#,
        r#"{"version":"1","schemes":{"key":{"value":"k"}}}"#,
        r#"{"version":1,"schemes":{"a":{"value":7},"b":[],"c":{"user":"u"},"d":{"token":null}},"servers":7,"granted":[7]}"#,
        &text.replace(r#""version":1"#, r#""version":9"#),
        &format!("{text}{}", " ".repeat(600_000)),
    ] {
        let read = Credentials::read(other, servers.clone());
        assert!(read.given().is_empty(), "{}", other.get(..80).unwrap_or(other));
    }
}

proptest! {
    #[test]
    fn hostile_texts_give_nothing_and_end(text in "(\\{\"version\":1,|\"schemes\":|\\{|\\}|\"[a-z]\"|[:,\\[\\]]|.){0,40}") {
        let read = Credentials::read(&text, parsed(&["https://a.fr"]));
        let is_asked = matches!(read.allowed("https://evil.fr"), Binding::Ask { .. });
        prop_assert!(is_asked);
    }

    #[test]
    fn values_survive(value in ".*[^\\s].*", user in ".+", password in ".*") {
        let servers = parsed(&["https://a.fr"]);
        let mut credentials = Credentials::new(servers.clone());
        credentials.give(&user, Given::Value(value));
        credentials.give("account", Given::Account { user, password });
        prop_assert_eq!(Credentials::read(&credentials.write(), servers), credentials);
    }
}
