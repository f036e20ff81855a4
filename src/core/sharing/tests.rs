//! Links: what is written is read back; what is secret is not written; what is hostile ends.

use super::*;
use crate::core::call::{Content, DraftBody, Field, Given, ParameterKey, ServerChoice};
use crate::core::request::style::Location;
use crate::core::request::{File, SecretPlace};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Names that announce no secret.
fn name() -> impl Strategy<Value = String> {
    "[b-jlm]{1,6}[é:/~ ]?"
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let members = prop::collection::vec((name(), inner.clone()), 0..3);
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Value::from),
            members.prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn file() -> impl Strategy<Value = File> {
    (".{0,8}", "(image/png)?").prop_map(|(name, media_type)| File { name, media_type, bytes: Vec::new() })
}

fn content() -> impl Strategy<Value = Content> {
    let field =
        prop_oneof![value().prop_map(Field::Value), prop::collection::vec(file(), 0..3).prop_map(Field::Files),];
    prop_oneof![
        "[b-jlm <>{}\"é]{0,30}".prop_map(Content::Text),
        value().prop_map(Content::Value),
        prop::collection::vec((name(), field), 0..3).prop_map(Content::Fields),
        file().prop_map(Content::File),
    ]
}

fn draft() -> impl Strategy<Value = Draft> {
    let variables = prop::collection::btree_map(name(), ".{0,6}", 0..3);
    let server = prop_oneof![
        (0..4_usize, variables).prop_map(|(index, variables)| ServerChoice::Listed { index, variables }),
        "https://[b-j]{1,8}(/v1)?([?]b=1&c)?".prop_map(ServerChoice::Other),
    ];
    let location = prop_oneof![Just(Location::Query), Just(Location::Path), Just(Location::Header)];
    let key = (location, name()).prop_map(|(location, name)| ParameterKey { location, name });
    let body = (prop::option::of("[a-z]{1,5}/[a-z]{1,5}"), content());
    let body = prop::option::of(body.prop_map(|(media_type, content)| DraftBody { media_type, content }));
    let parameters = prop::collection::btree_map(key, value(), 0..4);
    (server, parameters, body, prop::option::of("[a-z]{1,5}/[*]")).prop_map(|(server, parameters, body, accept)| {
        Draft { server, parameters, body, accept, credentials: [].into() }
    })
}

proptest! {
    #![proptest_config(crate::core::testing::cases(1024))]
    #[test]
    fn reading_undoes_writing(draft in draft()) {
        let Ok(link) = write(&draft, &[]) else { return Ok(()) };
        prop_assert!(link.left_out.is_empty(), "{:?}", link.left_out);
        prop_assert!(link.fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_=.".contains(&byte)));
        prop_assert_eq!(read(&link.fragment), Some(Ok(draft.clone())));
        prop_assert_eq!(read(&format!("#{}", link.fragment)), Some(Ok(draft)));
    }

    #[test]
    fn whatever_is_read_ends(text in ".{0,60}", json in "[\\[\\]{}\":,a-z0-9]{0,60}") {
        let fragment = format!("#call={text}");
        prop_assert!(read(&fragment).is_some());
        let _ = read(&format!("call=1.{}", base64::encode_url(json.as_bytes()))).unwrap();
    }
}

#[test]
fn what_is_damaged_says_so() {
    let encoded = |json: &str| format!("call=1.{}", base64::encode_url(json.as_bytes()));
    let deep = format!("{{\"parameters\":{{\"query:a\":{}", "[".repeat(3_000));
    for (fragment, expected) in [
        ("", None),
        ("#technical", None),
        ("call=", Some("link-damaged")),
        ("call=1.$", Some("link-damaged")),
        ("call=2.e30", Some("link-version")),
        (&encoded("{\"parameters\":3}"), Some("link-damaged")),
        (&encoded("{\"parameters\":{\"query:a\":1},"), Some("link-damaged")),
        (&encoded(&deep), Some("link-damaged")),
        (&format!("call=1.{}", "A".repeat(8_000)), Some("link-too-long")),
    ] {
        assert_eq!(read(fragment).map(|read| read.unwrap_err().code), expected, "{fragment:.40}");
    }
    assert_eq!(read(&encoded("{\"unknown\":[1]}")), Some(Ok(Draft::default())));
}

#[test]
fn secrets_are_left_out_and_listed() {
    let key = |location, name: &str| ParameterKey { location, name: name.to_owned() };
    let mut draft = Draft::default();
    draft.credentials.insert("oauth".into(), Given::Value("never".into()));
    draft.server = ServerChoice::Other("https://me:never@a.fr/x?access_token=never&b=1".into());
    for (key, value) in [
        (key(Location::Query, "api_key"), json!("never")),
        (key(Location::Query, "page"), json!(2)),
        (key(Location::Query, "token"), json!("{{token}}")),
        (key(Location::Query, "pin_by_schema"), json!("never known")),
        (key(Location::Header, "X-Filter"), json!("{\"password\":\"never\",\"a\":1}")),
        (key(Location::Cookie, "any"), json!("never")),
    ] {
        draft.parameters.insert(key, value);
    }
    let value =
        json!({"user": "a", "deep": [{"clientSecret": "never", "note": "is never known."}], "tokens": ["never"]});
    draft.body = Some(DraftBody { media_type: None, content: Content::Value(value) });
    let known = [Secret { variable: "PIN".into(), place: SecretPlace::Body, value: "never known".into() }];
    let link = write(&draft, &known).unwrap();
    assert_eq!(
        link.left_out,
        [
            "/security/oauth",
            "/server",
            "/query/api_key",
            "/query/pin_by_schema",
            "/header/X-Filter/password",
            "/cookie/any",
            "/body/tokens",
            "/body/deep/0/clientSecret",
            "/body/deep/0/note",
        ]
    );
    let read = read(&link.fragment).unwrap().unwrap();
    let written = serde_json::to_string(&read).unwrap();
    assert!(!written.contains("never"), "{written}");
    assert_eq!(read.server, ServerChoice::Other("https://a.fr/x?b=1".into()));
    assert_eq!(read.parameters[&key(Location::Query, "page")], json!(2));
    assert_eq!(read.parameters[&key(Location::Query, "token")], json!("{{token}}"));
    assert_eq!(read.body.unwrap().content, Content::Value(json!({"user": "a", "deep": [{"note": "is {{PIN}}."}]})));
}

#[test]
fn typed_bodies_lose_their_secrets_too() {
    for (text, expected, left_out) in [
        ("{ \"a\": 1 }", "{ \"a\": 1 }", 0),
        ("{\"a\": 1, \"password\": \"x\"}", "{\"a\":1}", 1),
        ("<user><password>x</password></user>", "", 1),
        ("<user>jane</user>", "<user>jane</user>", 0),
        ("a=1&client_secret=x", "", 1),
        ("\"the token\"", "\"the token\"", 0),
    ] {
        let body = DraftBody { media_type: None, content: Content::Text(text.into()) };
        let link = write(&Draft { body: Some(body), ..Draft::default() }, &[]).unwrap();
        let read = read(&link.fragment).unwrap().unwrap();
        assert_eq!(read.body.unwrap().content, Content::Text(expected.into()), "{text}");
        assert_eq!(link.left_out.len(), left_out, "{text}");
    }
}

#[test]
fn a_link_has_a_length() {
    let body = |length| DraftBody { media_type: None, content: Content::Text("a".repeat(length)) };
    let link = |length| write(&Draft { body: Some(body(length)), ..Draft::default() }, &[]);
    assert!(link(5_900).is_ok_and(|link| link.fragment.len() <= MOST_CHARACTERS));
    let refused = link(6_000).unwrap_err();
    assert!(refused.characters > MOST_CHARACTERS);
    assert_eq!(refused.problem().code, "link-too-long");
}
