//! The address of the authorization page.

use super::{pending, texts};
use crate::core::authorization::parameters::Parameters;
use crate::core::authorization::{AuthorizationRequest, Failure, ResponseType};
use proptest::prelude::*;

/// RFC 6749 §4.1.1 and §4.2.1, in the order of this program.
#[test]
fn examples_of_the_rfc() {
    for (response_type, expect) in [
        (
            ResponseType::Code,
            "https://server.example.com/authorize?response_type=code&client_id=s6BhdRkqt3\
             &redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb&state=xyz",
        ),
        (
            ResponseType::Token,
            "https://server.example.com/authorize?response_type=token&client_id=s6BhdRkqt3\
             &redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb&state=xyz",
        ),
    ] {
        let request = AuthorizationRequest {
            endpoint: "https://server.example.com/authorize",
            response_type,
            client_id: "s6BhdRkqt3",
            redirect_uri: "https://client.example.com/cb",
            scopes: &[],
            state: "xyz",
            nonce: None,
            challenge: None,
            extra: &[],
        };
        assert_eq!(request.address().map(String::from).as_deref(), Ok(expect));
    }
}

#[test]
fn the_query_of_the_endpoint_stays_but_for_what_the_request_says() {
    let pending = pending();
    let end = "response_type=code&client_id=s6BhdRkqt3\
               &redirect_uri=https%3A%2F%2Fcatalogue.example.fr%2Fauthorization&scope=openid+read&state=xyz\
               &nonce=n-0S6_WzA2Mj&code_challenge=c&code_challenge_method=S256&audience=a%26b+%C3%A9";
    let extra =
        [("audience", "a&b é"), ("state", "evil"), ("redirect_uri", "https://evil.fr"), ("response_mode", "form_post")];
    let extra = extra.map(|(name, value)| (name.to_owned(), value.to_owned()));
    for (endpoint, start) in [
        ("https://a.fr/authorize", "https://a.fr/authorize?"),
        ("https://a.fr/authorize?", "https://a.fr/authorize?"),
        ("https://a.fr/authorize?p=B2C_1&x=%20", "https://a.fr/authorize?p=B2C_1&x=%20&"),
        ("https://a.fr/authorize?p=1#fragment", "https://a.fr/authorize?p=1&"),
        ("https://a.fr/?redirect_uri=https://evil.fr&sta%74e=x&p=1&audience=y", "https://a.fr/?p=1&"),
        ("https://a.fr/?code_challenge_method=plain&response_mode=query", "https://a.fr/?"),
        ("http://127.0.0.1:4000/auth", "http://127.0.0.1:4000/auth?"),
    ] {
        let address = pending.request(endpoint, Some("c"), &extra).address().map(String::from).unwrap();
        assert_eq!(address, format!("{start}{end}"), "{endpoint}");
    }
}

#[test]
fn unsafe_endpoints_are_refused() {
    for (endpoint, code) in [
        ("http://server.example.com/authorize", "authorization-not-encrypted"),
        ("http://192.168.1.1/authorize", "authorization-not-encrypted"),
        ("javascript:alert(1)//x", "authorization-address"),
        ("javascript://a.fr/%0aalert(1)", "authorization-address"),
        ("data:text/html,x", "authorization-address"),
        ("/authorize", "authorization-address"),
        ("https://a.fr\\@evil.fr/", "authorization-address"),
        ("https://user@evil.fr/", "authorization-address"),
        ("", "authorization-address"),
    ] {
        let failure = pending().request(endpoint, None, &[]).address().unwrap_err();
        assert_eq!(failure.problem().code, code, "{endpoint}");
        assert!(matches!(failure, Failure::NotAnAddress(_) | Failure::NotEncrypted(_)));
    }
}

proptest! {
    #[test]
    fn what_is_asked_is_what_arrives(
        client_id in ".{1,12}",
        scope in "[!-~]{1,12}",
        value in ".{1,12}",
        query in "([a-z]{3,5}=[a-z%0-9+]{0,4}&?){0,3}",
    ) {
        let extra = [("audience".to_owned(), value.clone())];
        let scopes = texts(&[&scope, "b"]);
        let pending = super::Pending { client_id: client_id.clone(), scopes, ..pending() };
        let endpoint = format!("https://a.fr/authorize?{query}");
        let address = pending.request(&endpoint, Some("c"), &extra).address().map(String::from).unwrap();
        let (path, query) = address.split_once('?').unwrap();
        let read = Parameters::parse(query);
        prop_assert_eq!(path, "https://a.fr/authorize");
        prop_assert_eq!(read.get("client_id"), Some(client_id.as_str()));
        let scope = format!("{scope} b");
        prop_assert_eq!(read.get("scope"), Some(scope.as_str()));
        prop_assert_eq!(read.get("audience"), Some(value.as_str()));
        prop_assert_eq!(read.get("redirect_uri"), Some(pending.redirect_uri.as_str()));
        prop_assert_eq!(read.get("state"), Some("xyz"));
        prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic()));
    }
}
