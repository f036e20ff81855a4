//! Every target on the same requests, word for word, and what redaction keeps.

use super::{Redaction, Target, snippet};
use crate::core::request::message::{Body, File, Part, PartValue, Request, Secret, SecretPlace};

fn request() -> Request {
    Request {
        method: "POST".into(),
        url: "https://api.exemple.fr/v1/caf%C3%A9s?key=s3cret&page=1".into(),
        headers: vec![
            ("Authorization".into(), "Bearer t0ken".into()),
            ("Content-Type".into(), "application/json".into()),
        ],
        body: Body::Text("{\n  \"nom\": \"L’été à 5 $ — \\\"ici\\\"\"\n}".into()),
        secrets: vec![
            Secret { variable: "API_KEY".into(), place: SecretPlace::Url, value: "s3cret".into() },
            Secret {
                variable: "TOKEN".into(),
                place: SecretPlace::Header("authorization".into()),
                value: "t0ken".into(),
            },
        ],
    }
}

fn form() -> Request {
    let part = |name: &str, value, content_type: Option<&str>| Part {
        name: name.into(),
        value,
        content_type: content_type.map(str::to_owned),
        headers: vec![],
    };
    let file = File { name: "photo d’été.png".into(), media_type: "image/png".into(), bytes: vec![0, 255] };
    Request {
        body: Body::Form(vec![
            part("nom", PartValue::Text("L’été".into()), None),
            part("lieu", PartValue::Text("{\"ville\":\"Paris\"}".into()), Some("application/json")),
            part("photo", PartValue::File(file), Some("image/png")),
        ]),
        headers: vec![],
        secrets: vec![],
        url: "https://api.exemple.fr/photos".into(),
        ..request()
    }
}

#[test]
fn every_target() {
    let mut text = String::new();
    for target in Target::ALL {
        text.push_str(&format!("=== {}\n{}", target.label(), snippet(target, &request(), Redaction::Variables)));
        text.push_str(&format!("--- form\n{}\n", snippet(target, &form(), Redaction::Variables)));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn targets_have_ids_of_their_own() {
    for target in Target::ALL {
        assert_eq!(Target::parse(target.id()), Some(target));
        assert!(!target.label().is_empty() && !target.language().is_empty());
    }
    assert_eq!(Target::parse("cobol"), None);
}

#[test]
fn secrets_are_shown_only_when_asked() {
    for target in Target::ALL {
        let hidden = snippet(target, &request(), Redaction::Variables);
        assert!(!hidden.contains("s3cret") && !hidden.contains("t0ken"), "{hidden}");
        assert!(hidden.contains("API_KEY") && hidden.contains("TOKEN"), "{hidden}");
        let shown = snippet(target, &request(), Redaction::Shown);
        assert!(shown.contains("key=s3cret&page") && shown.contains("Bearer t0ken"), "{shown}");
        assert!(!shown.contains("API_KEY"), "{shown}");
    }
}

#[test]
fn a_short_secret_takes_no_letter_of_other_words() {
    let mut request = request();
    request.url = "https://a.fr/a?k=a&b=aa".into();
    request.secrets = vec![Secret { variable: "K".into(), place: SecretPlace::Url, value: "a".into() }];
    let code = snippet(Target::CurlBash, &request, Redaction::Variables);
    assert!(code.contains("\"https://${K}.fr/${K}?k=${K}&b=aa\""), "{code}");
    request.url = "https://b.fr/?k=xaax".into();
    let code = snippet(Target::CurlBash, &request, Redaction::Variables);
    assert!(!code.contains("xaax"), "{code}");
}

#[test]
fn large_bytes_are_read_from_a_file() {
    let file = File { bytes: vec![0; 100_000], ..File::default() };
    let request = Request { body: Body::Bytes(file), ..form() };
    for target in Target::ALL {
        let code = snippet(target, &request, Redaction::Variables);
        let file = if target == Target::JavaScript { "files[0]" } else { "body.bin" };
        assert!(code.len() < 2_000 && code.contains(file), "{code}");
    }
}

proptest::proptest! {
    #![proptest_config(crate::core::testing::cases(256))]

    #[test]
    fn writing_never_panics(method in ".*", url in ".*", header in ".*", text in ".*", secret in ".*") {
        let parts = vec![
            Part { name: text.clone(), value: PartValue::Text(header.clone()), content_type: None, headers: vec![] },
            Part {
                name: header.clone(),
                value: PartValue::File(File { name: text.clone(), ..File::default() }),
                content_type: Some(text.clone()),
                headers: vec![(header.clone(), text.clone())],
            },
        ];
        let secret = Secret { variable: "S".into(), place: SecretPlace::Url, value: secret };
        for body in [Body::None, Body::Text(text), Body::Form(parts)] {
            let headers = vec![("X".into(), header.clone())];
            let (method, url) = (method.clone(), url.clone());
            let request = Request { method, url, headers, body, secrets: vec![secret.clone()] };
            for target in Target::ALL {
                proptest::prop_assert!(snippet(target, &request, Redaction::Variables).ends_with('\n'));
            }
        }
    }
}
