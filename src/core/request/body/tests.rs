use super::*;
use crate::core::request::message::{Part, PartValue};
use serde_json::json;

fn file(name: &str, media_type: &str, bytes: &[u8]) -> File {
    File { name: name.into(), media_type: media_type.into(), bytes: bytes.to_vec() }
}

fn text(input: &BodyInput) -> (String, String, Vec<&'static str>) {
    let (body, media, problems) = write(input);
    let Body::Text(text) = body else { panic!("{body:?}") };
    (text, media.unwrap_or_default(), problems.iter().map(|problem| problem.code).collect())
}

#[test]
fn json_typed_as_text_is_kept_to_the_byte() {
    let typed = "{ \"a\" : 1.0e0,\r\n\"a\": 12345678901234567890123 }";
    let input = BodyInput::new("application/json", BodyValue::Text(typed.into()));
    assert_eq!(text(&input), (typed.into(), "application/json".into(), vec![]));
    let input = BodyInput::new("application/vnd.x+json", BodyValue::Text("{".into()));
    assert_eq!(text(&input).2, ["body-not-json"]);
    let input = BodyInput::new("application/json", BodyValue::Value(json!({"z": 1, "a": null})));
    assert_eq!(text(&input).0, "{\"z\":1,\"a\":null}");
}

#[test]
fn each_media_type_has_its_text() {
    let check = |media: &str, value: Value, expect: (&str, &str)| {
        let (body, media, _) = text(&BodyInput::new(media, BodyValue::Value(value)));
        assert_eq!((body.as_str(), media.as_str()), expect);
    };
    check("text/plain", json!("a\nb"), ("a\nb", "text/plain"));
    check("text/csv", json!(1), ("1", "text/csv"));
    check("application/jsonl", json!([{"a": 1}, 2]), ("{\"a\":1}\n2\n", "application/jsonl"));
    check("application/json-seq", json!([1]), ("\u{1e}1\n", "application/json-seq"));
    check("*/*", json!({}), ("{}", "application/json"));
    let input = BodyInput::new("image/*", BodyValue::File(file("a.png", "image/png", b"\0")));
    assert_eq!(write(&input).1.as_deref(), Some("image/png"));
    let input = BodyInput::new("text/plain", BodyValue::Base64(file("", "", b"foob")));
    assert_eq!(text(&input).0, "Zm9vYg==");
}

#[test]
fn urlencoded_follows_the_encoding_of_each_property() {
    let mut input = BodyInput::new(
        "application/x-www-form-urlencoded",
        BodyValue::Value(json!({
            "text": "a b&c=é", "list": ["x", "y"], "object": {"k": [1]}, "null": null, "pipes": ["a", "b"],
            "deep": {"k": "v"}, "json": ["j"], "free": "a/b", "csv": ["1", "2"],
        })),
    );
    let style = |style| Encoding { style: Some(style), ..Encoding::default() };
    input.encoding = vec![
        ("pipes".into(), style(Style::PipeDelimited)),
        ("deep".into(), style(Style::DeepObject)),
        ("json".into(), Encoding { content_type: Some("text/*, application/json".into()), ..Encoding::default() }),
        ("free".into(), Encoding { allow_reserved: true, ..Encoding::default() }),
        ("csv".into(), Encoding { explode: Some(false), ..Encoding::default() }),
    ];
    let expect = "text=a+b%26c%3D%C3%A9&list=x&list=y&object=%7B%22k%22%3A%5B1%5D%7D&null=&pipes=a%7Cb\
                  &deep%5Bk%5D=v&json=%5B%22j%22%5D&free=a/b&csv=1,2";
    assert_eq!(text(&input), (expect.into(), "application/x-www-form-urlencoded".into(), vec![]));
}

#[test]
fn multipart_has_a_part_for_each_item_and_file() {
    let mut input = BodyInput::new(
        "multipart/form-data",
        BodyValue::Fields(vec![
            ("id".into(), FieldValue::Value(json!(1))),
            ("tags".into(), FieldValue::Value(json!(["a", {"b": 1}]))),
            ("address".into(), FieldValue::Value(json!({"city": "Paris"}))),
            ("history".into(), FieldValue::Value(json!({"k": "v"}))),
            ("files".into(), FieldValue::Files(vec![file("a.txt", "", b"1"), file("", "image/png", b"2")])),
            ("joined".into(), FieldValue::Value(json!(["a b", "c"]))),
        ]),
    );
    input.encoding = vec![
        (
            "history".into(),
            Encoding {
                content_type: Some("application/xml; charset=utf-8".into()),
                headers: vec![("X-A".into(), "1".into()), ("Content-Type".into(), "ignored".into())],
                ..Encoding::default()
            },
        ),
        ("files".into(), Encoding { content_type: Some("text/plain".into()), ..Encoding::default() }),
        ("joined".into(), Encoding { explode: Some(false), ..Encoding::default() }),
    ];
    let (body, media, problems) = write(&input);
    let Body::Form(parts) = body else { panic!("{body:?}") };
    let shown: Vec<_> = parts
        .iter()
        .map(|part| {
            let value = match &part.value {
                PartValue::Text(text) => text.replace('\n', ""),
                PartValue::File(file) => format!("<{}>", file.name),
            };
            format!("{} {} {:?} {}", part.name, value, part.content_type.as_deref().unwrap_or("-"), part.headers.len())
        })
        .collect();
    assert_eq!(
        shown,
        [
            "id 1 \"-\" 0",
            "tags a \"-\" 0",
            "tags {\"b\":1} \"application/json\" 0",
            "address {\"city\":\"Paris\"} \"application/json\" 0",
            "history <?xml version=\"1.0\" encoding=\"UTF-8\"?><history>  <k>v</k></history> \
             \"application/xml; charset=utf-8\" 1",
            "files <a.txt> \"text/plain\" 0",
            "files <file> \"image/png\" 0",
            "joined a b,c \"-\" 0",
        ]
    );
    assert_eq!((media, problems), (None, vec![]));
    let input = BodyInput::new("multipart/mixed", BodyValue::Fields(vec![]));
    assert_eq!(write(&input).2[0].code, "multipart-not-form-data");
}

#[test]
fn the_boundary_is_in_no_part() {
    let part = |text: &str| Part {
        name: "a\"\n".into(),
        value: PartValue::Text(text.into()),
        content_type: None,
        headers: vec![],
    };
    assert_eq!(boundary(&[part("x")]), "form-boundary");
    let parts = [part("form-boundary form-boundary-2")];
    assert_eq!(boundary(&parts), "form-boundary-3");
    let expect = "--b\r\nContent-Disposition: form-data; name=\"a%22%0A\"\r\n\r\nx\r\n--b--\r\n";
    assert_eq!(chunks(&[part("x")], "b"), [Chunk::Text(expect.into())]);
    let (media, bytes) = encode_form(&[part("x")]);
    assert_eq!(media, "multipart/form-data; boundary=form-boundary");
    assert_eq!(bytes, expect.replace("--b", "--form-boundary").into_bytes());
}

/// Examples of the XML Object in the specifications: schema of the property `animals`, value, XML inside `<r>`.
#[test]
fn xml_follows_the_xml_object() {
    let check = |schema: Value, value: Value, expect: &str| {
        let root = json!({"type": "object", "properties": {"animals": schema}});
        let (text, problems) = write_xml(&json!({"animals": value}), &root, "r");
        let lines: String = text.lines().skip(1).map(str::trim_start).collect();
        assert_eq!((lines.as_str(), problems.len()), (expect, 0), "{root}");
    };
    check(json!({}), json!("a<b>&\"é"), "<r><animals>a&lt;b&gt;&amp;\"é</animals></r>");
    check(json!({"xml": {"name": "animal"}}), json!(1), "<r><animal>1</animal></r>");
    check(json!({"xml": {"attribute": true}}), json!("a\"<\n"), "<r animals=\"a&quot;&lt;&#10;\"></r>");
    check(json!({"xml": {"nodeType": "attribute", "name": "n"}}), json!(true), "<r n=\"true\"></r>");
    check(
        json!({"xml": {"namespace": "http://x.fr/s", "prefix": "sample"}}),
        json!("v"),
        "<r><sample:animals xmlns:sample=\"http://x.fr/s\">v</sample:animals></r>",
    );
    check(json!({"xml": {"nodeType": "text"}}), json!("v"), "<r>v</r>");
    check(json!({"xml": {"nodeType": "cdata"}}), json!("<]]>"), "<r><![CDATA[<]]]]><![CDATA[>]]></r>");
    check(json!({"xml": {"nodeType": "none"}}), json!({"a": 1}), "<r><a>1</a></r>");
    let list = json!(["x", "y"]);
    check(json!({}), list.clone(), "<r><animals>x</animals><animals>y</animals></r>");
    check(json!({"items": {"xml": {"name": "animal"}}}), list.clone(), "<r><animal>x</animal><animal>y</animal></r>");
    let named = json!({"items": {"xml": {"name": "animal"}}, "xml": {"name": "aliens"}});
    check(named, list.clone(), "<r><animal>x</animal><animal>y</animal></r>");
    let wrapped = "<r><animals><animals>x</animals><animals>y</animals></animals></r>";
    check(json!({"xml": {"wrapped": true}}), list.clone(), wrapped);
    check(json!({"xml": {"nodeType": "element"}}), list.clone(), wrapped);
    let both = json!({"items": {"xml": {"name": "animal"}}, "xml": {"name": "aliens", "wrapped": true}});
    check(both, list.clone(), "<r><aliens><animal>x</animal><animal>y</animal></aliens></r>");
    let outer = json!({"xml": {"name": "aliens", "wrapped": true}});
    check(outer, list, "<r><aliens><aliens>x</aliens><aliens>y</aliens></aliens></r>");
    let nil = "<r><animals xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"></animals></r>";
    check(json!({}), json!(null), nil);
}

#[test]
fn xml_roots_references_and_loops() {
    let schema = json!({
        "$ref": "#/$defs/Pet",
        "$defs": {
            "Pet": {"allOf": [{"$ref": "#/$defs/Pet"}, {"properties": {"id": {"xml": {"attribute": true}}}}]},
        },
    });
    let (text, _) = write_xml(&json!({"id": 1}), &schema, "r");
    assert!(text.ends_with("<Pet id=\"1\"></Pet>\n"), "{text}");
    let (text, problems) = write_xml(&json!({"a b": "\u{1}x"}), &json!({}), "r");
    assert!(text.contains("x</a b>"));
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["xml-name", "xml-character"]);
    let (text, _) = write_xml(&json!([1]), &json!({"items": {"xml": {"name": "n"}}, "xml": {"name": "ns"}}), "r");
    assert!(text.replace(['\n', ' '], "").ends_with("<ns><n>1</n></ns>"), "{text}");
}
