//! Calls kept without secrets and within bounds; answers compared.

use super::*;
use crate::core::call::{Content, Draft, DraftBody, Given, ParameterKey};
use crate::core::request::style::Location;
use crate::core::request::{Body, Request, Secret, SecretPlace, base64};
use serde_json::{Value, from_str, json};

fn answer(body: &[u8]) -> Answer<'_> {
    Answer { status: 200, headers: &[], body, size: body.len() as u64, milliseconds: 12 }
}

fn entry(body: &[u8]) -> Entry {
    let (draft, request) = (Draft::default(), Request { url: "https://a.fr/x".into(), ..Request::default() });
    let answer = answer(body);
    Entry::new(&Call {
        document: 0,
        when: 1,
        operation: "o",
        draft: &draft,
        known: &[],
        request: &request,
        answer,
        simulated: false,
    })
}

#[test]
fn nothing_secret_is_kept() {
    let mut draft = Draft::default();
    draft
        .credentials
        .insert("account".into(), Given::Account { user: "jane".into(), password: "open sesame/é".into() });
    draft.parameters.insert(ParameterKey { location: Location::Query, name: "access_token".into() }, json!("tok&en1"));
    let content = Content::Value(json!({"password": "hidden by name", "a": "kept"}));
    draft.body = Some(DraftBody { media_type: None, content });
    let basic = base64::encode("jane:open sesame/é".as_bytes());
    let secret = |place, value: &str| Secret { variable: "ACCOUNT".into(), place, value: value.into() };
    let request = Request {
        method: "POST".into(),
        url: "https://a.fr/x?access_token=tok%26en1&b=2".into(),
        headers: vec![("Authorization".into(), format!("Basic {basic}")), ("X-Session-Id".into(), "abc".into())],
        body: Body::Text("{\"password\":\"hidden by name\",\"a\":\"kept\"}".into()),
        secrets: vec![secret(SecretPlace::Header("Authorization".into()), &basic)],
    };
    let body = format!(
        "{{\"echo\":\"open sesame\\/\\u00e9\",\"url\":\"?t=tok%26en1\",\"raw\":\"tok&en1\",\"h\":\"{basic}\",\"p\":\"hidden by name\"}}"
    );
    let headers =
        [("Set-Cookie".to_owned(), "sid=zzz".to_owned()), ("Content-Type".to_owned(), "application/json".to_owned())];
    let answer = Answer { headers: &headers, ..answer(body.as_bytes()) };
    let call = Call {
        when: 1,
        document: 1,
        operation: "o",
        draft: &draft,
        known: &[],
        request: &request,
        answer,
        simulated: true,
    };
    let mut history = History::default();
    history.push(Entry::new(&call));
    let text = history.write();
    for secret in ["sesame", "tok&en1", "tok%26en1", &basic, "hidden by name", "zzz", "\"abc\""] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    let entry = &history.entries()[0];
    assert_eq!(entry.address, "https://a.fr/x?b=2".to_owned().replace("?b", "?access_token={{ACCESS_TOKEN}}&b"));
    assert_eq!(entry.request_body.as_deref(), Some("{\"password\":\"{{PASSWORD}}\",\"a\":\"kept\"}"));
    assert_eq!(
        (entry.content_type.as_str(), entry.simulated, entry.size),
        ("application/json", true, body.len() as u64)
    );
    assert_eq!(History::read(&text), (history.clone(), 0));
}

#[test]
fn bodies_are_bounded() {
    for (body, kept, is_cut) in [
        (b"abc".to_vec(), Some(3), false),
        (vec![b'a'; 40_000], Some(32 * 1024), true),
        ("é".repeat(40_000).into_bytes(), Some(32 * 1024), true),
        (vec![0, 159, 146], None, false),
        (b"a\0b".to_vec(), None, false),
        (b"a\xff".to_vec(), None, false),
    ] {
        let entry = entry(&body);
        assert_eq!(entry.response_body.as_ref().map(String::len), kept);
        assert_eq!((entry.is_response_cut, entry.size), (is_cut, body.len() as u64));
    }
}

#[test]
fn the_oldest_leave() {
    let mut history = History::default();
    for when in 0..60 {
        history.push(Entry { when, ..Entry::default() });
    }
    assert_eq!((history.entries().len(), history.entries()[0].when), (MOST_CALLS, 59));
    for when in 60..110 {
        history.push(Entry { when, response_body: Some("\"".repeat(100_000)), ..Entry::default() });
    }
    assert_eq!((history.entries().len(), history.entries()[0].when), (9, 109), "quotes are escaped: twice as long");
    assert!(history.write().len() <= MOST_BYTES);
    history.push(Entry { response_body: Some("a".repeat(MOST_BYTES)), ..Entry::default() });
    assert!(history.entries().is_empty(), "one that fits nowhere");
}

#[test]
fn damage_stays_on_its_line() {
    let mut history = History::default();
    for when in 1..4 {
        history.push(Entry { when, ..Entry::default() });
    }
    let text = history.write();
    let whens = |text: &str| {
        let (history, damaged) = History::read(text);
        (history.entries().iter().map(|entry| entry.when).collect::<Vec<_>>(), damaged)
    };
    let other_version = text.replacen("\"version\":1", "\"version\":2", 1);
    for (text, expected) in [
        (text.as_str(), (vec![3, 2, 1], 0)),
        (text.get(..text.len() - 4).unwrap(), (vec![3, 2], 1)),
        (&text.replacen("\"when\":2", "\"when\":\"x\"", 1), (vec![3, 1], 1)),
        (&text.replacen("\"when\":2", "\"new\":[],\"when\":2", 1), (vec![3, 2, 1], 0)),
        (&other_version, (vec![], 1)),
        ("", (vec![], 0)),
        ("[]", (vec![], 1)),
    ] {
        assert_eq!(whens(text), expected, "{text}");
    }
}

#[test]
fn differences_between_values() {
    for (old, new, expected) in [
        ("1", "1.0", "[]"),
        ("1", "2", "[~ =1>2]"),
        (r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#, "[]"),
        (r#"{"a":1,"c":0}"#, r#"{"a":[1],"b":2}"#, "[~/a=1>[1] -/c=0 +/b=2]"),
        (r#"{"a/b":{"~":null}}"#, r#"{"a/b":{"~":false}}"#, "[~/a~1b/~0=null>false]"),
        ("[1,2]", "[1,3,4]", "[~/1=2>3 +/2=4]"),
        (r#"[{"id":1,"n":1},{"id":2}]"#, r#"[{"id":2},{"id":1,"n":2}]"#, "[~/1/n=1>2]"),
        (r#"[{"id":1},{"id":2}]"#, r#"[{"id":2},{"id":3}]"#, r#"[-/0={"id":1} +/1={"id":3}]"#),
        (r#"[{"id":1},{"id":1}]"#, r#"[{"id":1},{"id":2}]"#, "[~/1/id=1>2]"),
        (r#"[{"code":"a"}]"#, "[]", r#"[-/0={"code":"a"}]"#),
    ] {
        let [before, after] = [old, new].map(|text| from_str::<Value>(text).unwrap());
        let found = json::compare(&before, &after);
        let lines = found.list.iter().map(|Difference { pointer, change }| match change {
            Change::Added(new) => format!("+{pointer}={new}"),
            Change::Removed(old) => format!("-{pointer}={old}"),
            Change::Changed { old, new } => format!("~{pointer}={old}>{new}"),
        });
        let text = format!("[{}]", lines.collect::<Vec<_>>().join(" ")).replace("~=", "~ =");
        assert_eq!(text, expected, "{old} {new}");
    }
}

#[test]
fn comparing_is_bounded() {
    let [old, new] = [1, 2].map(|step| Value::from((0..5_000).map(|item| item * 2 + step).collect::<Vec<_>>()));
    let found = json::compare(&old, &new);
    assert_eq!((found.list.len(), found.is_cut), (1_000, true));
    let long = json::compare(&json!(null), &json!("é".repeat(1_000)));
    let Change::Changed { new, .. } = &long.list[0].change else { panic!() };
    assert_eq!(new.chars().count(), 201);
    let [old, new] = ["a", "b"].map(|line| format!("{line}\n").repeat(2_000));
    let coarse = lines::compare(&old, &new);
    assert_eq!((coarse.list.len(), coarse.is_coarse), (4_000, true));
}

proptest::proptest! {
    #[test]
    fn lines_give_both_texts_back(old in "([abc]\n){0,12}", new in "([abc]\n){0,12}") {
        let found = lines::compare(&old, &new);
        let side = |keep: fn(&Line) -> Option<&String>| found.list.iter().filter_map(keep).map(|line| format!("{line}\n")).collect::<String>();
        let before = side(|line| if let Line::Same(line) | Line::Removed(line) = line { Some(line) } else { None });
        let after = side(|line| if let Line::Same(line) | Line::Added(line) = line { Some(line) } else { None });
        proptest::prop_assert_eq!((before, after), (old.clone(), new.clone()));
        proptest::prop_assert_eq!(found.list.iter().all(|line| matches!(line, Line::Same(_))), old == new);
    }
}

#[test]
fn answers_are_compared_whole() {
    let headers = |list: &[(&str, &str)]| list.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    let mut old = entry(b"{\"a\":1}");
    let mut new = Entry { status: 404, ..entry(b"{\"a\":2}") };
    old.response_headers = headers(&[("ETag", "1"), ("Gone", "x"), ("Same", "s")]);
    new.response_headers = headers(&[("etag", "2"), ("New", "y"), ("same", "s")]);
    let found = compare(&old, &new);
    assert_eq!(found.status, Some((200, 404)));
    let names: Vec<_> = found.headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["etag", "gone", "new"]);
    assert!(matches!(found.bodies, Bodies::Json(found) if found.list.len() == 1));
    for (old, new, expected) in [
        (&b"a"[..], &b"a"[..], "Same"),
        (b"{\"a\":1}", b"{ \"a\": 1 }", "Same"),
        (b"a", b"b", "Text"),
        (b"\0", b"a", "Sizes"),
    ] {
        let bodies = compare(&entry(old), &entry(new)).bodies;
        assert!(format!("{bodies:?}").starts_with(expected), "{bodies:?}");
    }
}
