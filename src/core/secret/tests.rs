//! Names that announce secrets, and every form a secret takes in a text.

use super::*;
use crate::core::request::percent::{self, Set};
use crate::core::request::{Secret, SecretPlace, base64};
use serde_json::Value;

#[test]
fn names_announce_secrets() {
    for (name, expected) in [
        ("api_key", true),
        ("X-API-Key", true),
        ("apiKey", true),
        ("accessToken", true),
        ("Authorization", true),
        ("mot_de_passe", true),
        ("client-secret", true),
        ("Set-Cookie", true),
        ("key", true),
        ("pwd", true),
        ("keyword", false),
        ("monkey", false),
        ("page", false),
        ("author", false),
        ("codePostal", false),
        ("", false),
    ] {
        assert_eq!(is_secret_name(name), expected, "{name}");
    }
    for (text, expected) in [("{{token}}", true), (" {{ a }} ", true), ("{{}}", false), ("x{{a}}", false)] {
        assert_eq!(is_reference(text), expected, "{text}");
    }
}

fn secret(place: SecretPlace, value: &str) -> Secret {
    Secret { variable: "KEY".into(), place, value: value.into() }
}

#[test]
fn every_form_is_replaced() {
    let authorization = || SecretPlace::Header("Authorization".into());
    let basic = base64::encode(b"jane:open sesame");
    for (place, value, text, expected) in [
        (authorization(), "abcdef", "Bearer abcdef", "Bearer {{KEY}}"),
        (SecretPlace::Url, "a%2Fb%C3%A9c", "?k=a%2Fb%C3%A9c&x={\"k\":\"a/béc\"}", "?k={{KEY}}&x={\"k\":\"{{KEY}}\"}"),
        (SecretPlace::Url, "a%2Fb%C3%A9c", "a\\/b\\u00e9c a%2fb%c3%a9c", "{{KEY}} {{KEY}}"),
        (authorization(), basic.as_str(), "jane:open sesame; open sesame", "{{KEY}}; {{KEY}}"),
        (authorization(), "A/b", "A%2fb", "{{KEY}}"),
        (authorization(), "abcdef", "YWJjZGVm", "{{KEY}}"),
        (SecretPlace::Body, "ab", "ab, cab, ab", "{{KEY}}, cab, {{KEY}}"),
        (SecretPlace::Body, "ab", "cabs", "c{{KEY}}s"),
        (SecretPlace::Body, "", "nothing", "nothing"),
    ] {
        assert_eq!(Redactor::new(&[secret(place, value)]).text(text), expected, "{value}");
    }
    let longer =
        [secret(SecretPlace::Body, "abcd"), Secret { variable: "LONG".into(), ..secret(SecretPlace::Body, "abcdef") }];
    assert_eq!(Redactor::new(&longer).text("abcdefabcd"), "{{LONG}}{{KEY}}");
}

#[test]
fn a_cut_leaves_no_half_of_a_secret() {
    let redactor = Redactor::new(&[secret(SecretPlace::Body, "s3cr3t-value")]);
    for (most, expected, is_cut) in
        [(3, "é:", true), (6, "é: {{KEY}}", true), (15, "é: {{KEY}}", true), (400, "é: {{KEY}} end", false)]
    {
        assert_eq!(redactor.start("é: s3cr3t-value end", most), (expected.to_owned(), is_cut), "{most}");
    }
}

proptest::proptest! {
    #[test]
    fn nothing_of_a_secret_stays(value in "[a-zé\"/+ &%]{5,12}", around in "[0-9 ]{0,6}", most in 0..60_usize) {
        let redactor = Redactor::new(&[secret(SecretPlace::Header("X".into()), &value)]);
        let json = Value::from(value.as_str()).to_string();
        let forms = [value.clone(), json, percent::encode(&value, Set::Unreserved), percent::encode_form(&value), base64::encode(value.as_bytes())];
        for form in &forms {
            let text = format!("{around}{form}{around}");
            let (cleaned, is_cut) = redactor.start(&text, most);
            let digits = |text: &str| text.chars().filter(|one| !one.is_ascii_digit() && *one != ' ').collect::<String>();
            let rest = digits(&cleaned.replace("{{KEY}}", ""));
            proptest::prop_assert!(rest.chars().all(|one| one == '"' || one == '='), "{} {}", form, cleaned);
            proptest::prop_assert!(is_cut || cleaned.contains("{{KEY}}"));
        }
    }
}
