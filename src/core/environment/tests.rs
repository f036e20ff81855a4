//! References replaced, files read back, secrets kept home.

use super::*;
use crate::core::call::{DraftBody, ParameterKey};
use crate::core::request::style::Location;
use serde_json::json;

fn environment(variables: &[(&str, &str, bool)]) -> Environment {
    let variable = |(name, value, secret): &(&str, &str, bool)| Variable {
        name: (*name).into(),
        value: (*value).into(),
        secret: *secret,
    };
    Environment { name: "test".into(), variables: variables.iter().map(variable).collect() }
}

#[test]
fn references_are_replaced_once() {
    let environment =
        environment(&[("a", "1", false), ("b", "{{a}}", false), ("c", "}}{ {a}}", false), ("é", "$&", true)]);
    for (text, expected, codes) in [
        ("", "", &[][..]),
        ("{{a}}/{{ a }}", "1/1", &[]),
        ("{{é}}", "$&", &[]),
        ("{a} {{a", "{a} {{a", &[]),
        ("{{c}}", "}}{ {a}}", &[]),
        ("{{b}}", "{{b}}", &["nested-variable"]),
        ("{{x}}{{x}}", "{{x}}{{x}}", &["unknown-variable"]),
        ("{{}}", "{{}}", &["unknown-variable"]),
        ("https://{{a}}.fr/{v}", "https://1.fr/{v}", &[]),
    ] {
        let mut problems = Vec::new();
        assert_eq!(environment.fill(text, "/server", &mut problems), expected);
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), codes, "{text}");
    }
}

#[test]
fn every_text_of_a_draft_is_filled_in() {
    let key = ParameterKey { location: Location::Query, name: "q".into() };
    let drafts = |text: &str| {
        let value = json!({"{{host}}": [text, {"deep": text}, 1]});
        let content = [
            Content::Text(text.into()),
            Content::Value(value.clone()),
            Content::Fields(vec![("f".into(), Field::Value(value.clone()))]),
        ];
        let servers = [
            ServerChoice::Other(text.into()),
            ServerChoice::Listed { index: 0, variables: [("v".into(), text.into())].into() },
            ServerChoice::default(),
        ];
        let drafts = content.into_iter().zip(servers).map(|(content, server)| Draft {
            server,
            parameters: [(key.clone(), value.clone())].into(),
            body: Some(DraftBody { media_type: None, content }),
            ..Draft::default()
        });
        drafts.collect::<Vec<_>>()
    };
    let environment = environment(&[("host", "a.fr", false)]);
    for (written, expected) in drafts("{{host}}").iter().zip(drafts("a.fr")) {
        let (filled, problems) = environment.apply(written);
        assert_eq!((filled, problems), (expected, vec![]));
    }
    let places = |draft: &Draft| {
        let problems = environment.apply(draft).1;
        problems.into_iter().filter_map(|problem| problem.place.pointer).collect::<Vec<_>>()
    };
    assert_eq!(places(&drafts("{{absent}}")[0]), ["/server", "/query/q", "/body"]);
    assert_eq!(places(&drafts("{{absent}}")[2]), ["/query/q", "/body/f"]);
}

#[test]
fn values_of_secret_variables_are_secrets_of_the_request() {
    let environment = environment(&[("api key", "a/b", true), ("plain", "x", false), ("empty", "", true)]);
    let request = Request {
        url: "https://a.fr/x?k=a%2Fb".into(),
        headers: vec![("X-Key".into(), "a/b".into())],
        body: Body::Text("nothing".into()),
        ..Request::default()
    };
    let secrets = environment.secrets(&request);
    let secrets: Vec<_> = secrets.iter().map(|one| (one.variable.as_str(), &one.place, one.value.as_str())).collect();
    let header = SecretPlace::Header("X-Key".into());
    assert_eq!(secrets, [("API_KEY", &SecretPlace::Url, "a%2Fb"), ("API_KEY", &header, "a/b")]);
}

#[test]
fn files_are_read_back_and_secrets_stay_home() {
    let list = vec![environment(&[("a", "1", false), ("k", "hidden", true)])];
    assert_eq!(read(&write(&list, Purpose::Keep)), (list.clone(), vec![]));
    let exported = write(&list, Purpose::Export);
    assert!(!exported.contains("hidden") && exported.contains("\"k\""));
    let mut merged = list.clone();
    merge(&mut merged, read(&exported).0);
    assert_eq!(merged, list, "a secret that comes without value keeps the one it had");
    merge(&mut merged, vec![environment(&[("a", "2", false), ("k", "new", false), ("z", "3", false)])]);
    assert_eq!(merged, [environment(&[("a", "2", false), ("k", "new", true), ("z", "3", false)])]);
}

#[test]
fn damaged_files_give_what_they_can() {
    let large = "a".repeat(1_000_001);
    let many = json!({"version": 1, "environments": vec![json!({"name": "", "variables": []}); 52]}).to_string();
    for (text, count, codes) in [
        ("", 0, &["environments-unreadable"][..]),
        (&large, 0, &["environments-unreadable"]),
        ("[]", 0, &["environments-unreadable"]),
        ("{\"version\": 2, \"environments\": []}", 0, &["environments-unreadable"]),
        (
            "{\"version\": 1, \"environments\": [3, {\"name\": \"a\", \"variables\": [{\"name\": \"b\", \"x\": 1}]}]}",
            1,
            &["environment-skipped"],
        ),
        (&many, 1, &["environment-skipped", "environment-skipped"]),
    ] {
        let (environments, problems) = read(text);
        assert_eq!(environments.len(), count, "{text:.60}");
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), codes, "{text:.60}");
    }
}

#[test]
fn secrets_of_the_tab_come_back_to_their_variables_only() {
    let variable = |name: &str, value: &str, secret| Variable { name: name.into(), value: value.into(), secret };
    let one = |name: &str, variables| Environment { name: name.into(), variables };
    let held =
        [one("test", vec![variable("key", "k", true), variable("city", "Nice", false), variable("gone", "g", true)])];
    let mut kept = [
        one("test", vec![variable("key", "", true), variable("city", "", true), variable("new", "", true)]),
        one("other", vec![variable("key", "", true)]),
    ];
    restore_secrets(&mut kept, &held);
    let values: Vec<_> = kept.iter().flat_map(|one| &one.variables).map(|one| one.value.as_str()).collect();
    assert_eq!(values, ["k", "", "", ""]);
    // What the device has since is newer.
    let mut kept = [one("test", vec![variable("key", "newer", true)])];
    restore_secrets(&mut kept, &held);
    assert_eq!(kept[0].variables[0].value, "newer");
}
