//! What token endpoints answer.

use super::texts;
use crate::core::authorization::{DeviceAuthorization, Failure, Token};
use crate::core::call::Given;
use crate::core::request::base64;
use proptest::prelude::*;

fn read(status: u16, body: &str) -> Result<Token, Failure> {
    Token::read(status, body.as_bytes(), &texts(&["a", "b"]), Some("n"), 1000)
}

/// Token type, end, refresh token and scopes; or the code of the failure.
fn summary(status: u16, body: &str) -> String {
    match read(status, body) {
        Ok(token) => {
            let Token { access_token, kind, expires_at, refresh_token, scopes } = token;
            let end = expires_at.map(|end| end.to_string());
            let parts = [Some(access_token), kind, end, refresh_token, Some(scopes.join(" "))];
            parts.map(|part| part.unwrap_or_else(|| "-".into())).join(" | ")
        }
        Err(Failure::Refused(error)) => format!("refused {} {:?}", error.code, error.description),
        Err(failure) => failure.problem().code.to_owned(),
    }
}

#[test]
fn answers_in_both_forms() {
    let jwt = |claims: &str| format!("e30.{}.c2ln", base64::encode_url(claims.as_bytes()));
    let with_identity = |identity: &str| format!(r#"{{"access_token":"t","id_token":"{identity}"}}"#);
    for (status, body, expect) in [
        // RFC 6749 §5.1.
        (
            200,
            r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600,
               "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","example_parameter":"example_value"}"#
                .to_owned(),
            "2YotnFZFEjr1zCsicMWpAA | example | 4600 | tGzv3JOkF0XG5Qx2TlKWIA | a b",
        ),
        (200, r#"{"access_token":"t","expires_in":"60","scope":"a c"}"#.into(), "t | - | 1060 | - | a c"),
        (200, r#"{"access_token":"t","expires_in":-1,"scope":["a"],"token_type":7}"#.into(), "t | 7 | - | - | a"),
        (
            200,
            r#"{"access_token":"t","expires_in":18446744073709551615}"#.into(),
            "t | - | 18446744073709551615 | - | a b",
        ),
        (200, r#"{"access_token":"t","token_type":"Bearer\r\nX: y"}"#.into(), "t | - | - | - | a b"),
        (200, "access_token=t%2B&scope=repo%2Cgist&token_type=bearer".into(), "t+ | bearer | - | - | repo gist"),
        // §5.2.
        (400, r#"{"error":"invalid_request","error_description":"no"}"#.into(), "refused invalid_request Some(\"no\")"),
        (
            200,
            "error=bad_verification_code&error_description=It+is+wrong.".into(),
            "refused bad_verification_code Some(\"It is wrong.\")",
        ),
        (400, r#"{"access_token":"t"}"#.into(), "authorization-unreadable"),
        (200, r#"{"access_token":"a b"}"#.into(), "authorization-unreadable"),
        (200, r#"{"access_token":"a\nb"}"#.into(), "authorization-unreadable"),
        (200, r#"{"access_token":""}"#.into(), "authorization-unreadable"),
        (200, r#"["access_token"]"#.into(), "authorization-unreadable"),
        (502, "<html>Bad gateway</html>".into(), "authorization-unreadable"),
        (204, String::new(), "authorization-unreadable"),
        (200, "[".repeat(60_000), "authorization-unreadable"),
        (200, format!("access_token={}", "a".repeat(70_000)), "authorization-unreadable"),
        // OpenID Connect Core §3.1.3.7.
        (200, with_identity(&jwt(r#"{"nonce":"n"}"#)), "t | - | - | - | a b"),
        (200, with_identity(&jwt(r#"{"nonce":"m"}"#)), "authorization-nonce"),
        (200, with_identity(&jwt("{}")), "authorization-nonce"),
        (200, with_identity("x"), "authorization-nonce"),
        (200, with_identity("a.b.c.d.e"), "t | - | - | - | a b"),
    ] {
        assert_eq!(summary(status, &body), expect, "{}", body.get(..80).unwrap_or(&body));
    }
    assert_eq!(Token::read(200, b"\xff", &[], None, 0), Err(Failure::Unreadable(200)));
}

#[test]
fn tokens_end_are_renewed_and_grant_more_or_less() {
    let token = read(200, r#"{"access_token":"t","expires_in":60,"refresh_token":"r","scope":"a c"}"#).unwrap();
    for (now, expect) in [(1000, false), (1029, false), (1030, true), (2000, true), (u64::MAX, true)] {
        assert_eq!(token.is_stale(now), expect, "{now}");
    }
    let asked = texts(&["a", "b"]);
    assert_eq!((token.lacking(&asked), token.unasked(&asked)), (vec!["b"], vec!["c"]));
    assert_eq!(token.given(), Given::Token { kind: None, token: "t".into() });
    for (body, expect) in [(r#"{"access_token":"u"}"#, "r"), (r#"{"access_token":"u","refresh_token":"s"}"#, "s")] {
        let renewed = read(200, body).unwrap().renewing(&token);
        assert_eq!(renewed.refresh_token.as_deref(), Some(expect));
        assert!(!renewed.is_stale(u64::MAX), "nobody says when it ends");
    }
}

#[test]
fn devices_wait_as_they_are_told() {
    // RFC 8628 §3.2.
    let body = br#"{"device_code":"GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS","user_code":"WDJB-MJHT",
        "verification_uri":"https://example.com/device",
        "verification_uri_complete":"https://example.com/device?user_code=WDJB-MJHT",
        "expires_in":1800,"interval":5}"#;
    let mut device = DeviceAuthorization::read(200, body, 1000).unwrap();
    assert_eq!((device.user_code.as_str(), device.expires_at), ("WDJB-MJHT", 2800));
    assert_eq!(device.page.as_str(), "https://example.com/device");
    let refused = |body: &str| read(400, body).unwrap_err();
    let pending = refused(r#"{"error":"authorization_pending"}"#);
    for (failure, now, expect) in [
        (&pending, 1000, Some(5)),
        (&refused(r#"{"error":"slow_down"}"#), 1005, Some(10)),
        (&pending, 1010, Some(10)),
        (&pending, 2795, None),
        (&refused(r#"{"error":"access_denied"}"#), 1020, None),
        (&refused(r#"{"error":"expired_token"}"#), 1020, None),
        (&Failure::Unreadable(500), 1020, None),
    ] {
        assert_eq!(device.wait_after(failure, now), expect, "{failure:?} {now}");
    }
    for bad in [
        "",
        "{}",
        r#"{"device_code":"d","user_code":"u","expires_in":1,"verification_uri":"javascript:alert(1)"}"#,
        r#"{"device_code":"d","user_code":"u","expires_in":1,"verification_uri":"http://example.com"}"#,
        r#"{"device_code":"d","user_code":"u","verification_uri":"https://example.com"}"#,
    ] {
        assert_eq!(DeviceAuthorization::read(200, bad.as_bytes(), 0), Err(Failure::Unreadable(200)), "{bad}");
    }
}

proptest! {
    #[test]
    fn any_answer_ends(status in 0..1000_u16, body in "(\\{\"access_token\":|\"[a-z]{0,4}\"|,|\\}|[a-z&=%]|.){0,40}") {
        let _ = read(status, &body);
        let _ = DeviceAuthorization::read(status, body.as_bytes(), u64::MAX);
    }
}
