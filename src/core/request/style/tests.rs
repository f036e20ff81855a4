//! The style tables of the specifications, row by row, and the examples of RFC 6570 they refer to.

use super::{Location, ParameterShape, Pieces, Style, serialise};
use serde_json::{Value, json};

fn shape(location: Location, style: Style, explode: bool) -> ParameterShape {
    ParameterShape { style, explode, ..ParameterShape::new("color", location) }
}

fn write(shape: &ParameterShape, value: &Value) -> (String, Vec<&'static str>) {
    let (pieces, problems) = serialise(shape, Some(value));
    let text = match &pieces {
        Pieces::Absent => "ABSENT".to_owned(),
        pieces => pieces.join(if shape.location == Location::Cookie { "; " } else { "&" }),
    };
    (text, problems.iter().map(|problem| problem.code).collect())
}

/// Table “Style Examples” of OpenAPI 3.2: style, explode, undefined, string, array, object. `-` is “n/a”.
const TABLE: &str = "
matrix         false  ;color  ;color=blue  ;color=blue,black,brown              ;color=R,100,G,200,B,150
matrix         true   ;color  ;color=blue  ;color=blue;color=black;color=brown  ;R=100;G=200;B=150
label          false  .       .blue        .blue,black,brown                    .R,100,G,200,B,150
label          true   .       .blue        .blue.black.brown                    .R=100.G=200.B=150
simple         false  EMPTY   blue         blue,black,brown                     R,100,G,200,B,150
simple         true   EMPTY   blue         blue,black,brown                     R=100,G=200,B=150
header         false  EMPTY   blue         blue,black,brown                     R,100,G,200,B,150
header         true   EMPTY   blue         blue,black,brown                     R=100,G=200,B=150
form           false  color=  color=blue   color=blue,black,brown               color=R,100,G,200,B,150
form           true   color=  color=blue   color=blue&color=black&color=brown   R=100&G=200&B=150
spaceDelimited false  -       -            color=blue%20black%20brown           color=R%20100%20G%20200%20B%20150
spaceDelimited true   -       -            -                                    -
pipeDelimited  false  -       -            color=blue%7Cblack%7Cbrown           color=R%7C100%7CG%7C200%7CB%7C150
pipeDelimited  true   -       -            -                                    -
deepObject     true   -       -            -                                    color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
cookie         false  color=  color=blue   color=blue,black,brown               color=R,100,G,200,B,150
cookie         true   color=  color=blue   color=blue;␠color=black;␠color=brown R=100;␠G=200;␠B=150
";

#[test]
fn every_row_of_the_style_table() {
    let values = [json!(""), json!("blue"), json!(["blue", "black", "brown"]), json!({"R": 100, "G": 200, "B": 150})];
    for row in TABLE.lines().filter(|line| !line.is_empty()) {
        let cells: Vec<_> = row.split_whitespace().collect();
        let (style, location) = match cells[0] {
            "header" => (Style::Simple, Location::Header),
            "cookie" => (Style::Cookie, Location::Cookie),
            name => {
                let style = Style::parse(name).unwrap();
                let in_path = matches!(style, Style::Matrix | Style::Label | Style::Simple);
                (style, if in_path { Location::Path } else { Location::Query })
            }
        };
        let shape = shape(location, style, cells[1] == "true");
        for (value, expect) in values.iter().zip(&cells[2..]) {
            let (text, codes) = write(&shape, value);
            if *expect == "-" {
                assert_eq!(codes, ["style-does-not-fit"], "{row}: {value}");
            } else {
                assert_eq!(text, expect.replace("EMPTY", "").replace('␠', " "), "{row}: {value}");
                assert!(codes.is_empty(), "{row}: {value}");
            }
        }
        // The column “undefined” of the table holds for null too; not given at all is something else.
        if cells[2] != "-" {
            let (text, codes) = write(&shape, &Value::Null);
            assert_eq!((text, codes), (cells[2].replace("EMPTY", ""), vec!["null-in-parameter"]), "{row}");
        }
        assert_eq!(serialise(&shape, None), (Pieces::Absent, Vec::new()), "{row}");
    }
}

#[test]
fn cookies_in_form_style_are_joined_as_cookies() {
    let colours = json!(["dark blue", "black"]);
    let check = |style, explode, expect: &str| {
        assert_eq!(write(&shape(Location::Cookie, style, explode), &colours).0, expect);
    };
    check(Style::Form, true, "color=dark%20blue; color=black");
    check(Style::Form, false, "color=dark%20blue,black");
    check(Style::Cookie, true, "color=dark blue; color=black");
}

#[test]
fn collection_formats_of_openapi_2() {
    for (format, location, expect) in [
        ("csv", Location::Query, "color=a,b%20c"),
        ("", Location::Query, "color=a,b%20c"),
        ("ssv", Location::Query, "color=a%20b%20c"),
        ("tsv", Location::Query, "color=a%09b%20c"),
        ("pipes", Location::Query, "color=a%7Cb%20c"),
        ("multi", Location::Query, "color=a&color=b%20c"),
        ("csv", Location::Path, "a,b%20c"),
        ("ssv", Location::Path, "a%20b%20c"),
        ("tsv", Location::Path, "a%09b%20c"),
        ("pipes", Location::Path, "a%7Cb%20c"),
        ("csv", Location::Header, "a,b c"),
        ("ssv", Location::Header, "a b c"),
        ("tsv", Location::Header, "a\tb c"),
        ("pipes", Location::Header, "a|b c"),
    ] {
        let (style, explode) = Style::of_collection_format(format, location).unwrap();
        let (text, codes) = write(&shape(location, style, explode), &json!(["a", "b c"]));
        assert_eq!((text.as_str(), codes.len()), (expect, 0), "{format} {location:?}");
    }
    assert_eq!(Style::of_collection_format("other", Location::Query), None);
}

/// RFC 6570 §3.2: operator, explode, name of the variable, expansion.
const RFC_6570: &str = "
simple false var   value
simple false hello Hello%20World%21
simple false list  red,green,blue
simple true  list  red,green,blue
simple false keys  semi,%3B,dot,.,comma,%2C
simple true  keys  semi=%3B,dot=.,comma=%2C
label  false who   .fred
label  false list  .red,green,blue
label  true  list  .red.green.blue
label  false keys  .semi,%3B,dot,.,comma,%2C
label  true  keys  .semi=%3B.dot=..comma=%2C
matrix false who   ;who=fred
matrix false empty ;empty
matrix false list  ;list=red,green,blue
matrix true  list  ;list=red;list=green;list=blue
matrix false keys  ;keys=semi,%3B,dot,.,comma,%2C
matrix true  keys  ;semi=%3B;dot=.;comma=%2C
form   false who   who=fred
form   false empty empty=
form   false list  list=red,green,blue
form   true  list  list=red&list=green&list=blue
form   false keys  keys=semi,%3B,dot,.,comma,%2C
form   true  keys  semi=%3B&dot=.&comma=%2C
simple false none  ABSENT
label  true  none  ABSENT
matrix true  none  ABSENT
form   true  none  ABSENT
";

#[test]
fn examples_of_rfc_6570() {
    let variables = json!({
        "var": "value", "hello": "Hello World!", "who": "fred", "empty": "", "list": ["red", "green", "blue"],
        "keys": {"semi": ";", "dot": ".", "comma": ","}, "none": [],
    });
    for row in RFC_6570.lines().filter(|line| !line.is_empty()) {
        let cells: Vec<_> = row.split_whitespace().collect();
        let style = Style::parse(cells[0]).unwrap();
        let location = if style == Style::Form { Location::Query } else { Location::Path };
        let shape = ParameterShape { name: cells[2].to_owned(), ..shape(location, style, cells[1] == "true") };
        assert_eq!(write(&shape, &variables[cells[2]]).0, cells[3], "{row}");
    }
    // §3.2.3, reserved expansion, less `/` in a path: the specification forbids it there.
    let reserved = ParameterShape { allow_reserved: true, ..shape(Location::Path, Style::Simple, false) };
    assert_eq!(write(&reserved, &json!("Hello World!")).0, "Hello%20World!");
    assert_eq!(write(&reserved, &json!("50%")).0, "50%25");
    assert_eq!(write(&reserved, &json!("/foo/%41")).0, "%2Ffoo%2F%41");
    let reserved = ParameterShape { allow_reserved: true, ..shape(Location::Query, Style::Form, false) };
    assert_eq!(write(&reserved, &json!(["/foo?", "a#b"])).0, "color=/foo?,a%23b");
}

#[test]
fn scalars_of_every_type() {
    for (value, expect) in [
        (json!(100), "color=100"),
        (json!(-1.5), "color=-1.5"),
        (json!(true), "color=true"),
        (json!("a&b=c é"), "color=a%26b%3Dc%20%C3%A9"),
        (json!([1, true, "x,y"]), "color=1,true,x%2Cy"),
        (json!(["a", null, ""]), "color=a,"),
        (json!({"é": "à"}), "color=%C3%A9,%C3%A0"),
    ] {
        assert_eq!(write(&shape(Location::Query, Style::Form, false), &value).0, expect, "{value}");
    }
}

#[test]
fn deep_objects_have_brackets_at_every_level() {
    let deep = shape(Location::Query, Style::DeepObject, true);
    let decoded = |value: &Value| {
        let (text, codes) = write(&deep, value);
        (crate::core::address::percent_decode(&text), codes)
    };
    assert_eq!(decoded(&json!({"a": "x y"})), ("color[a]=x y".into(), vec![]));
    assert_eq!(
        decoded(&json!({"a": {"b": {"c": 1}}, "d": ["x", "y"], "e": [{"f": 1}]})),
        ("color[a][b][c]=1&color[d]=x&color[d]=y&color[e][0][f]=1".into(), vec!["nested-deep-object"])
    );
    assert_eq!(decoded(&json!({"a": null})), ("ABSENT".into(), vec!["null-in-parameter"]));
}

#[test]
fn nested_values_become_json_and_say_so() {
    let (text, codes) = write(&shape(Location::Header, Style::Simple, false), &json!([[1, 2]]));
    assert_eq!((text.as_str(), codes.as_slice()), ("[1,2]", ["nested-in-parameter"].as_slice()));
}

#[test]
fn an_empty_list_is_absent_unless_the_name_alone_is_allowed() {
    let mut form = shape(Location::Query, Style::Form, true);
    assert_eq!(write(&form, &json!([])).0, "ABSENT");
    form.allow_empty_value = true;
    assert_eq!(write(&form, &json!([])).0, "color=");
}

#[test]
fn content_is_serialised_then_encoded() {
    let value = json!({"a": ["é", 1]});
    for (location, media, expect) in [
        (Location::Query, "application/json", "color=%7B%22a%22%3A%5B%22%C3%A9%22%2C1%5D%7D"),
        (Location::Path, "application/vnd.x+json; v=1", "%7B%22a%22%3A%5B%22%C3%A9%22%2C1%5D%7D"),
        (Location::Header, "application/json", r#"{"a":["\u00e9",1]}"#),
        (Location::Cookie, "application/json", "color=%7B%22a%22%3A%5B%22%C3%A9%22%2C1%5D%7D"),
        (Location::Querystring, "application/json", "%7B%22a%22%3A%5B%22%C3%A9%22%2C1%5D%7D"),
        (Location::Querystring, "application/x-www-form-urlencoded", "a=%C3%A9&a=1"),
    ] {
        let shape = ParameterShape { content_type: Some(media.into()), ..ParameterShape::new("color", location) };
        assert_eq!(write(&shape, &value).0, expect, "{location:?} {media}");
    }
    let text = ParameterShape { content_type: Some("text/plain".into()), ..ParameterShape::new("q", Location::Query) };
    assert_eq!(write(&text, &json!("a b")).0, "q=a%20b");
    let whole = ParameterShape::new("q", Location::Querystring);
    assert_eq!(write(&whole, &json!("$.a[?@.b > 1]#x&c=%C3%A9")).0, "$.a%5B?@.b%20%3E%201%5D%23x&c=%C3%A9");
}

proptest::proptest! {
    #![proptest_config(crate::core::testing::cases(256))]

    #[test]
    fn no_text_breaks_out_of_its_place(text in proptest::prelude::any::<String>(), member in ".*", explode: bool) {
        let values = [json!(text), json!([text, text]), json!({member: text})];
        for style in [Style::Simple, Style::Label, Style::Matrix, Style::Form, Style::PipeDelimited, Style::DeepObject, Style::Cookie] {
            for (location, banned) in [(Location::Path, "/?#\r\n \""), (Location::Query, "#\r\n \"[]")] {
                for value in &values {
                    let (written, _) = write(&shape(location, style, explode), value);
                    proptest::prop_assert!(!written.contains(|c: char| banned.contains(c) || !c.is_ascii()));
                }
            }
        }
    }
}
