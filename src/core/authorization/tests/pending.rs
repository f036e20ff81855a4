//! What a return address is worth.

use super::{Pending, pending, texts};
use crate::core::authorization::{Client, ClientAuthentication, Failure, Granted, ResponseType, state_of};
use crate::core::i18n::Language;
use proptest::prelude::*;

fn outcome(pending: &Pending, search: &str, hash: &str) -> String {
    match pending.answer(search, hash, 1000) {
        Ok(Granted::Code(code)) => format!("code {code}"),
        Ok(Granted::Token(token)) => format!("token {} {:?}", token.access_token, token.expires_at),
        Err(failure) => failure.problem().code.to_owned(),
    }
}

#[test]
fn answers_are_taken_only_where_they_are_ours() {
    let code = pending();
    let token = Pending { response_type: ResponseType::Token, nonce: None, ..pending() };
    let promised = Pending { says_issuer: true, ..pending() };
    let unnamed = Pending { issuer: None, ..pending() };
    for (pending, search, hash, expect) in [
        // RFC 6749 §4.1.2.
        (&code, "?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz", "", "code SplxlOBeZQQYbYS6WxSbIA"),
        (&code, "", "#code=a%2Fb+c&state=xyz", "code a/b c"),
        (&code, "?theme=x", "#code=a&state=xyz", "code a"),
        (&code, "?code=a&state=XYZ", "", "authorization-state"),
        (&code, "?code=a&state=xyzz", "", "authorization-state"),
        (&code, "?code=a", "", "authorization-state"),
        (&code, "?code=a&state=", "", "authorization-state"),
        (&code, "?code=a&state=xyz&state=xyz", "", "authorization-state"),
        (&code, "?code=a&code=b&state=xyz", "", "authorization-nothing"),
        (&code, "?state=xyz", "", "authorization-nothing"),
        (&code, "", "", "authorization-nothing"),
        (&code, "?", "#", "authorization-nothing"),
        (&code, "?error=access_denied&state=xyz", "", "authorization-refused"),
        (&code, "?error=access_denied&state=abc", "", "authorization-state"),
        (&code, "?error=access_denied&code=a&state=xyz", "", "authorization-refused"),
        (&code, "", "#access_token=a&state=xyz", "authorization-nothing"),
        // RFC 9207.
        (&code, "?code=a&state=xyz&iss=https%3A%2F%2Fserver.example.com", "", "code a"),
        (&code, "?code=a&state=xyz&iss=https%3A%2F%2Fserver.example.com%2F", "", "authorization-issuer"),
        (&code, "?error=x&state=xyz&iss=https%3A%2F%2Fevil.fr", "", "authorization-issuer"),
        (&promised, "?code=a&state=xyz", "", "authorization-issuer"),
        (&promised, "?code=a&state=xyz&iss=https%3A%2F%2Fserver.example.com", "", "code a"),
        (&unnamed, "?code=a&state=xyz&iss=https%3A%2F%2Fevil.fr", "", "code a"),
        // RFC 6749 §4.2.2.
        (
            &token,
            "",
            "#access_token=2YotnFZFEjr1zCsicMWpAA&state=xyz&token_type=example&expires_in=3600",
            "token 2YotnFZFEjr1zCsicMWpAA Some(4600)",
        ),
        (&token, "?code=a&state=xyz", "", "authorization-nothing"),
    ] {
        assert_eq!(outcome(pending, search, hash), expect, "{search} {hash}");
    }
}

#[test]
fn the_return_page_reads_the_state_alone() {
    for (search, hash, expect) in [
        ("?code=a&state=x%20y", "", Some("x y")),
        ("", "#access_token=a&state=z", Some("z")),
        ("?state=a&state=b", "", None),
        ("", "", None),
    ] {
        assert_eq!(state_of(search, hash).as_deref(), expect, "{search}{hash}");
    }
}

#[test]
fn what_servers_say_is_shown_as_text() {
    let search = format!(
        "?state=xyz&error=invalid_scope&error_description=%3Cscript%3E%0A%E2%80%AE{}&error_uri=javascript:alert(1)",
        "a".repeat(5000)
    );
    let failure = pending().answer(&search, "", 0).unwrap_err();
    let problem = failure.problem();
    let fr = problem.what.get(Language::Fr);
    assert!(fr.contains("«\u{202f}<script>aaa") && fr.ends_with("(invalid_scope)."), "{fr}");
    assert!(fr.chars().count() < 700 && !fr.contains(['\n', '\u{202e}']));
    assert!(problem.what.get(Language::En).starts_with("One of the scopes"));
    let Failure::Refused(error) = failure else { panic!("refused") };
    assert_eq!(error.page, None);
    for (uri, kept) in
        [("https%3A%2F%2Fa.fr%2Fx", true), ("http%3A%2F%2Fa.fr", false), ("https%3A%2F%2Fa.fr%5C%40b", false)]
    {
        let answer = pending().answer(&format!("?state=xyz&error=e&error_uri={uri}"), "", 0);
        let Err(Failure::Refused(error)) = answer else { panic!("refused") };
        assert_eq!(error.page.is_some(), kept, "{uri}");
    }
}

#[test]
fn a_code_is_changed_with_the_verifier() {
    let client = Client { id: "s6BhdRkqt3", secret: None, authentication: ClientAuthentication::Basic };
    let request = pending().exchange("a/b", &client, &[]).unwrap();
    let body = "grant_type=authorization_code&code=a%2Fb\
                &redirect_uri=https%3A%2F%2Fcatalogue.example.fr%2Fauthorization\
                &code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&client_id=s6BhdRkqt3";
    assert_eq!(request.body, crate::core::request::Body::Text(body.into()));
    assert_eq!((request.url.as_str(), request.header("authorization")), ("https://server.example.com/token", None));
}

#[test]
fn what_is_written_is_read_back_and_nothing_else_is() {
    let token = Pending {
        response_type: ResponseType::Token,
        nonce: None,
        verifier: None,
        issuer: None,
        scopes: texts(&[]),
        ..pending()
    };
    for pending in [pending(), token] {
        assert_eq!(Pending::read(&pending.write()), Some(pending));
    }
    let written = pending().write();
    for (from, to) in [
        ("\"version\":1", "\"version\":2"),
        ("\"state\":\"xyz\"", "\"state\":\"\""),
        ("\"/apis/api-geo/explorer\"", "\"//evil.fr\""),
        ("\"/apis/api-geo/explorer\"", "\"https://evil.fr\""),
        ("\"/apis/api-geo/explorer\"", "\"javascript:alert(1)\""),
        ("\"response_type\":\"code\"", "\"response_type\":\"what\""),
        ("\"scopes\":[", "\"other\":["),
        ("{", ""),
    ] {
        let changed = written.replacen(from, to, 1);
        assert_ne!(changed, written, "{from}");
        assert_eq!(Pending::read(&changed), None, "{to}");
    }
}

proptest! {
    #[test]
    fn hostile_texts_end(search in ".{0,60}", hash in "#?(state=xyz&|code=|iss=|error=|[%&=a-z]){0,12}", text in ".{0,60}") {
        let _ = pending().answer(&search, &hash, u64::MAX);
        let _ = state_of(&search, &hash);
        prop_assert_eq!(Pending::read(&text), None);
    }
}
