use super::{facts, get, put};
use crate::core::exchange::cors::{Preflight, lines};
use crate::core::exchange::fits_form_data;
use crate::core::request::{Body, File, Part, PartValue};

#[test]
fn browsers_ask_first_for_what_no_form_sends() {
    let long = "a".repeat(129);
    for (method, headers, expect) in [
        ("GET", &[][..], ""),
        ("POST", &[("Content-Type", "text/plain; charset=utf-8")], ""),
        ("POST", &[("content-type", "multipart/form-data; boundary=x")], ""),
        ("POST", &[("Content-Type", "application/json")], "the content type application/json"),
        ("GET", &[("Accept", "application/json"), ("Accept-Language", "fr, en;q=0.5")], ""),
        ("GET", &[("Accept", "a(b)")], "the header Accept"),
        ("GET", &[("Accept", &long)], "the header Accept"),
        ("GET", &[("Accept-Language", "é")], "the header Accept-Language"),
        ("GET", &[("Range", "bytes=0-99")], ""),
        ("GET", &[("Range", "bytes=-99")], "the header Range"),
        ("GET", &[("Cookie", "a=b"), ("Host", "x")], ""),
        ("GET", &[("Authorization", "Bearer x"), ("X-A", "1")], "the header Authorization, the header X-A"),
        ("PATCH", &[], "the method PATCH"),
        ("get", &[], "the method get"),
    ] {
        let mut request = get("https://a.fr");
        request.method = method.into();
        request.headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        request.body = Body::Text(String::new());
        let preflight = Preflight::of(&request);
        assert_eq!(preflight.reasons().en, expect, "{method} {headers:?}");
        assert_eq!(preflight.is_needed(), !expect.is_empty(), "{method} {headers:?}");
    }
}

#[test]
fn the_producer_is_given_exact_lines() {
    let request = put();
    let exposed = ["Link".to_owned(), "X-Total".to_owned()];
    let all = lines(&super::Facts { credentials: true, exposed: &exposed, ..facts(&request) });
    let allow = "Access-Control-Allow-Origin: https://catalogue.gouv.fr\nAccess-Control-Allow-Credentials: true\n";
    let expect = (
        format!("{allow}Access-Control-Expose-Headers: Link, X-Total\nVary: Origin\n"),
        format!(
            "{allow}Access-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: X-Key, Content-Type\n\
             Access-Control-Max-Age: 600\n"
        ),
    );
    assert_eq!(all, expect);
    let request = get("https://a.fr");
    let simple = lines(&super::Facts { page: "null", ..facts(&request) });
    assert_eq!(simple, ("Access-Control-Allow-Origin: *\nVary: Origin\n".to_owned(), String::new()));
}

#[test]
fn form_data_writes_plain_parts_only() {
    let text = |text: &str| PartValue::Text(text.into());
    let file = |name: &str| PartValue::File(File { name: name.into(), ..File::default() });
    let header = vec![("X-A".to_owned(), "1".to_owned())];
    for (name, value, media, headers, expect) in [
        ("a", text("é"), None, vec![], true),
        ("a", text("1\n2"), None, vec![], false),
        ("a\rb", text(""), None, vec![], false),
        ("a", text("{}"), Some("application/json"), vec![], false),
        ("a", text(""), None, header.clone(), false),
        ("a", file("x.png"), Some("image/png"), vec![], true),
        ("a", file("x.png"), Some("image/PNG"), vec![], false),
        ("a", file("x\n.png"), Some("image/png"), vec![], false),
        ("a", file("x.png"), None, vec![], false),
        ("a", file("x.png"), Some("image/png"), header, false),
    ] {
        let part = Part { name: name.into(), value, content_type: media.map(str::to_owned), headers };
        assert_eq!(fits_form_data(std::slice::from_ref(&part)), expect, "{part:?}");
    }
}
