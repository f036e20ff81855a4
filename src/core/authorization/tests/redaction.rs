//! What is shown of secrets.

use crate::core::authorization::{MASK, masked, redacted, redacted_text};
use crate::core::request::percent::{Set, encode};
use crate::core::request::{Body, File, Part, PartValue, Request, Secret, SecretPlace, base64};
use proptest::prelude::*;

fn secret(place: SecretPlace, value: &str) -> Secret {
    Secret { variable: "KEY".into(), place, value: value.into() }
}

fn header(name: &str) -> SecretPlace {
    SecretPlace::Header(name.into())
}

#[test]
fn long_values_show_their_ends() {
    for (value, expect) in [
        ("", "••••••"),
        ("a", "••••••"),
        ("abcdefghijk", "••••••"),
        ("abcdefghijkl", "ab••••••kl"),
        (" abcdefghijkl ", "ab••••••kl"),
        ("éàabcdefghçù", "éà••••••çù"),
    ] {
        assert_eq!(masked(value), expect, "{value}");
    }
}

#[test]
fn every_place_is_masked() {
    let basic = base64::encode("us:p@ssword é".as_bytes());
    let request = Request {
        method: "POST".into(),
        url: "https://a.fr/v1/p%40ssword%20%C3%A9?key=a%26bcdefg&k=x1&text=x1y".into(),
        headers: vec![
            ("Authorization".into(), format!("Basic {basic}")),
            ("X-Key".into(), "a&bcdefg".into()),
            ("Cookie".into(), "session=forgotten".into()),
            ("Accept".into(), "text/x1".into()),
        ],
        body: Body::Text("{\"echo\":\"p@ssword é\",\"pin\":\"42\",\"year\":\"1942\"}".into()),
        secrets: vec![
            secret(header("authorization"), &basic),
            secret(SecretPlace::Url, "a%26bcdefg"),
            secret(SecretPlace::Url, "x1"),
            secret(SecretPlace::Body, "42"),
            secret(SecretPlace::Body, ""),
        ],
    };
    let expect = format!(
        "POST https://a.fr/v1/{MASK}?key={MASK}&k={MASK}&text=x1y\nAuthorization: Basic {MASK}\n\
         X-Key: {MASK}\nCookie: {MASK}\nAccept: text/x1\n\n\
         {{\"echo\":\"{MASK}\",\"pin\":\"{MASK}\",\"year\":\"1942\"}}\n"
    );
    assert_eq!(redacted_text(&request), expect);
    assert_eq!(redacted(&request).secrets, []);
}

#[test]
fn secrets_that_overlap_leave_nothing() {
    let request = Request {
        url: "https://a.fr/abcdefghijkl".into(),
        secrets: vec![secret(SecretPlace::Url, "abcdefgh"), secret(SecretPlace::Url, "efghijkl")],
        ..Request::default()
    };
    assert_eq!(redacted(&request).url, format!("https://a.fr/{MASK}"));
}

#[test]
fn unknown_proofs_are_masked_too() {
    for (name, value, expect) in [
        ("authorization", "Bearer abc", "Bearer ••••••"),
        ("Authorization", "abc", "••••••"),
        ("Proxy-Authorization", "Digest a=b c", "Digest ••••••"),
        ("Cookie", "a=b; c=d", "••••••"),
        ("X-Other", "abc", "abc"),
    ] {
        let headers = vec![(name.to_owned(), value.to_owned())];
        assert_eq!(redacted(&Request { headers, ..Request::default() }).headers[0].1, expect, "{name}: {value}");
    }
}

#[test]
fn files_are_named() {
    let file = File { name: "a.pdf".into(), media_type: String::new(), bytes: b"secret1".to_vec() };
    let part = |name: &str, value| Part { name: name.into(), value, content_type: None, headers: Vec::new() };
    let form = vec![part("token", PartValue::Text("secret1".into())), part("file", PartValue::File(file.clone()))];
    for (body, expect) in [
        (Body::Form(form), format!("PUT u\n\ntoken: {MASK}\nfile: < a.pdf\n")),
        (Body::Bytes(file), "PUT u\n\n< a.pdf\n".to_owned()),
        (Body::None, "PUT u\n".to_owned()),
    ] {
        let secrets = vec![secret(SecretPlace::Body, "secret1")];
        let request = Request { method: "PUT".into(), url: "u".into(), body, secrets, ..Request::default() };
        assert_eq!(redacted_text(&request), expect);
    }
}

proptest! {
    #[test]
    fn no_secret_is_left(
        value in "[A-Za-z0-9+/=&é][A-Za-z0-9+/=&é ]{4,28}[A-Za-z0-9+/=&é]",
        before in "[a-zé]{0,5}",
        after in "[a-zé]{0,5}",
    ) {
        let encoded = encode(&value, Set::Unreserved);
        let request = Request {
            url: format!("https://a.fr/{before}{encoded}{after}"),
            headers: vec![("X-Key".into(), format!("{before}{value}{after}"))],
            body: Body::Text(format!("{before}{value}{value}{after}")),
            secrets: vec![secret(SecretPlace::Url, &encoded), secret(header("X-Key"), &value)],
            ..Request::default()
        };
        let shown = redacted_text(&request);
        prop_assert!(!shown.contains(&value) && !shown.contains(&encoded), "{}", shown);
    }
}
