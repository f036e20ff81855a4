//! What files hold, and what they must not. Readers of each format prove the rest (`tests/suite/exports.rs`).

use super::*;
use crate::core::request::{Body, File, Part, PartValue, Secret, SecretPlace};
use serde_json::{Value, from_str};

fn request(url: &str) -> Request {
    let secret = |place, value: &str| Secret { variable: "API_KEY".into(), place, value: value.into() };
    Request {
        method: "POST".into(),
        url: url.into(),
        headers: vec![("X-Key".into(), "hid/den".into()), ("Content-Type".into(), "application/json".into())],
        body: Body::Text("{\n  \"key\": \"hid/den\"\n}".into()),
        secrets: vec![secret(SecretPlace::Header("X-Key".into()), "hid/den"), secret(SecretPlace::Url, "hid%2Fden")],
    }
}

const FORMATS: [Format; 3] = [Format::Har, Format::Bruno, Format::Postman];

#[test]
fn no_file_holds_a_secret() {
    let request = request("https://me:hid@a.fr/v1/x?k=hid%2Fden&api_key=hidden");
    let headers = [("Set-Cookie".to_owned(), "hid=den".to_owned())];
    let body = b"{\"echo\":\"hid\\/den\"}";
    let answer = Answer { status: 200, headers: &headers, body, size: 17, milliseconds: 3 };
    let items = [Item { name: "List", folder: "", when: 0, request: &request, answer: Some(answer) }];
    for format in FORMATS {
        for (path, text) in export(format, "API", &items) {
            assert!(!text.contains("hid"), "{path}: {text}");
        }
    }
}

#[test]
fn bruno_writes_what_its_grammar_reads() {
    let request = request("https://a.fr/v1/:x?k=hid%2Fden&b");
    let other = Request { method: "QUERY".into(), url: "https://b.fr".into(), ..Request::default() };
    let item = |name, folder, request| Item { name, folder, when: 0, request, answer: None };
    let items = [
        item("List/all", "Pets", &request),
        item("list/all", "pets", &other),
        item("List/all", "Pets", &other),
        item("folder", "", &other),
    ];
    let files = export(Format::Bruno, "My: API", &items);
    let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "My- API/bruno.json",
            "My- API/environments/My- API.bru",
            "My- API/Pets/folder.bru",
            "My- API/Pets/List-all.bru",
            "My- API/pets 2/folder.bru",
            "My- API/pets 2/list-all.bru",
            "My- API/Pets/List-all 3.bru",
            "My- API/folder 4.bru",
        ]
    );
    assert_eq!(
        files[1].1,
        "vars {\n  base_url: https://a.fr\n  base_url_2: https://b.fr\n}\nvars:secret [\n  API_KEY\n]\n"
    );
    assert_eq!(
        files[3].1,
        "meta {\n  name: List/all\n  type: http\n  seq: 1\n}\n\npost {\n  url: {{base_url}}/v1/%3Ax?k={{API_KEY}}&b\n  body: json\n  auth: none\n}\n\n\
         params:query {\n  k: {{API_KEY}}\n  b: \n}\n\nheaders {\n  X-Key: {{API_KEY}}\n  Content-Type: application/json\n}\n\n\
         body:json {\n  {\n    \"key\": \"{{API_KEY}}\"\n  }\n}\n\nsettings {\n  encodeUrl: false\n}\n"
    );
    assert!(files[5].1.contains("http {\n  method: QUERY\n  url: {{base_url_2}}\n"), "{}", files[5].1);
}

#[test]
fn postman_has_folders_variables_and_every_kind_of_body() {
    let text = request("https://a.fr/v1/x?k=hid%2Fden");
    let part = |name: &str, value| Part { name: name.into(), value, content_type: None, headers: Vec::new() };
    let file = File { name: "a.png".into(), media_type: "image/png".into(), bytes: vec![1] };
    let parts = vec![part("t", PartValue::Text("x".into())), part("f", PartValue::File(file.clone()))];
    let form = Request { body: Body::Form(parts), url: "https://a.fr/f".into(), ..Request::default() };
    let bytes = Request { body: Body::Bytes(file), url: "https://a.fr".into(), ..Request::default() };
    let item = |name, folder, request| Item { name, folder, when: 0, request, answer: None };
    let items = [item("text", "Tag", &text), item("form", "", &form), item("bytes", "Tag", &bytes)];
    let files = export(Format::Postman, "  ", &items);
    assert_eq!((files.len(), files[0].0.as_str()), (1, "API.postman_collection.json"));
    let collection: Value = from_str(&files[0].1).unwrap();
    for (pointer, expected) in [
        ("/item/0/name", "\"Tag\""),
        ("/item/0/item/0/request/url/raw", "\"{{base_url}}/v1/x?k={{API_KEY}}\""),
        ("/item/0/item/0/request/url/path", "[\"v1\",\"x\"]"),
        ("/item/0/item/0/request/body/options/raw/language", "\"json\""),
        ("/item/0/item/1/request/body", "{\"mode\":\"file\",\"file\":{\"src\":\"a.png\"}}"),
        ("/item/1/request/body/formdata/1", "{\"key\":\"f\",\"type\":\"file\",\"src\":\"a.png\"}"),
        ("/variable", "[{\"key\":\"base_url\",\"value\":\"https://a.fr\"},{\"key\":\"API_KEY\",\"value\":\"\"}]"),
    ] {
        assert_eq!(collection.pointer(pointer).map(Value::to_string).as_deref(), Some(expected), "{pointer}");
    }
}

#[test]
fn archives_have_dates_and_binary_answers() {
    for (milliseconds, expected) in [
        (0, "1970-01-01T00:00:00.000Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_798_761_599_999, "2026-12-31T23:59:59.999Z"),
        (u64::MAX, "9999-12-31T23:59:59.999Z"),
    ] {
        assert_eq!(har::date_time(milliseconds), expected);
    }
    let request = Request { url: "https://a.fr/x?a=%C3%A9+b&c".into(), ..Request::default() };
    let answer = Answer { status: 404, headers: &[], body: &[0, 255], size: 2, milliseconds: 7 };
    let items = [Item { name: "x", folder: "", when: 0, request: &request, answer: Some(answer) }];
    let archive: Value = from_str(&export(Format::Har, "a", &items)[0].1).unwrap();
    for (pointer, expected) in [
        ("/log/entries/0/request/queryString/0", "{\"name\":\"a\",\"value\":\"é b\"}"),
        ("/log/entries/0/response/content/text", "\"AP8=\""),
        ("/log/entries/0/response/content/encoding", "\"base64\""),
        ("/log/entries/0/timings/wait", "7"),
    ] {
        assert_eq!(archive.pointer(pointer).map(Value::to_string).as_deref(), Some(expected), "{pointer}");
    }
}

#[test]
fn names_of_files_are_right_everywhere() {
    for (name, expected) in [
        ("a/b\\c:d", "a-b-c-d"),
        ("..", "-"),
        (" été. ", "été"),
        ("con", "-con"),
        ("COM1.txt", "-COM1.txt"),
        ("", "-"),
        ("a\nb", "a-b"),
    ] {
        assert_eq!(file_name(name), expected, "{name:?}");
    }
    assert_eq!(file_name(&"é".repeat(200)).chars().count(), 80);
}
